"""Evaluation on paper: sheet, self-assessment, summary and appeal in both languages, closed ones, empty years."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import closing as closed
from typing import Any

import pytest

from db import appointments, calendar, connection
from db.associations import save_association
from db.errors import Refused
from db.evaluations import appeals, closing, periods, reading
from db.evaluations.points import add_proof, set_not_applicable, set_points
from db.evaluations.switches import switch
from db.members import add_members, members
from db.schools import save_school
from templates_docx.catalogue import PaperLanguage
from templates_docx.documents import Selection, make, print_paper
from tests.db.evaluations.conftest import FIRST, YEAR, add_criteria

from .model_content import lines

DAY = FIRST.ends + dt.timedelta(days=5)
TEACHERS = ("Асанова Гүлнара Маратовна 4-А", "Асан уулу Бакыт 3-Б", "Байтемирова Нургүл Сыдыковна 1-А")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, int]]:
    """Three members, the first leads; all columns, places, a fund; one appeal granted; announced, not closed."""
    connection.open_for_writing(tmp_path_factory.mktemp("evaluations") / "data")
    with closed(_Open()):
        school = save_school(
            name_ky="№ 7 мектеп", name_ru="Школа № 7", place_ky="Нарын ш.", place_ru="г. Нарын",
            director="К. А. Сыдыков", head_of_studies="Г. Т. Эсенова",
        ).value  # fmt: skip
        association = save_association(None, school_id=school, name_ky="УБ", name_ru="МО").value
        add_members(association, TEACHERS)
        calendar.ensure_school_year(YEAR)
        appointments.appoint(association, "leader", members(association)[0].person_id, since=FIRST.begins)
        add_criteria(association)
        yield _evaluated(association)


class _Open:
    def close(self) -> None:
        connection.close()


def _evaluated(association: int) -> dict[str, int]:
    for name, value in (("self_rating", True), ("commission", True), ("appeal_days", 5), ("ranks", True)):
        switch(association, name, value)
    made = periods.open_period(association, YEAR, "quarter", 1).value
    sheets = [each.row.id for each in reading.sheets(made)]
    asked = [each.id for each in reading.asked(reading.evaluation(made).criteria_version_id)]
    add_proof(sheets[0], asked[1], "Ачык сабак, 15.10.2026")
    for by, points in (("self", 100), ("association", 75)):
        set_points(sheets[0], asked[0], by, points)
    set_points(sheets[0], asked[1], "association", 30)
    set_points(sheets[1], asked[0], "association", 55)
    set_not_applicable(sheets[1], asked[2], True)
    periods.set_fund(made, 10_000_001)
    for _step in range(3):
        periods.advance(made)
    set_points(sheets[0], asked[0], "commission", 70)
    commission = {"commission_number": "2", "commission_on": DAY, "commission_chair": "Г. Т. Эсенова"}
    members_typed = "К. А. Сыдыков, директор, УБ мүчөсү Н. С. Абдылдаева"
    periods.advance(made, announced_on=DAY, commission_members=members_typed, **commission)
    appeal = appeals.file_appeal(sheets[1], DAY, "Бир сабак эсептелген жок", asked[0]).value
    appeals.answer(appeal, "granted", "Далил каралды", DAY + dt.timedelta(days=2), 65, "3")
    people = [each.person_id for each in members(association)]
    return {"association": association, "evaluation": made, "appeal": appeal, "first": people[0], "second": people[1]}


def printed(document: str, filled: dict[str, int], paper: PaperLanguage = "ky", **selected: Any) -> list[str]:
    selection = Selection(filled["association"], **({"first_year": YEAR, "today": dt.date(2026, 11, 22)} | selected))
    return [line.replace("\n", "⏎") for line in lines(print_paper(make(document, selection, paper)))]


SHEET = {
    "ky": [
        "МУГАЛИМДИН ИШИН БААЛОО БАРАКЧАСЫ",
        "Мезгили: 2026-2027-окуу жылынын 1-чейреги",
        "Аты-жөнү: Асан уулу Бакыт",
        "№ | Критерий | Көрсөткүч | Макс. | Өзү | УБ | Комис-сия | Далили",
        "1 | Билим сапаты |  | 10 | 10 | 7,5 | 7 | ",
        "2 | Ачык сабак |  | 10 |  | 3 |  | Ачык сабак, 15.10.2026",
        "Окутуу",
        "Жыйынтыгы, упай: 10; Орду: 1; Сумма, сом: 60\xa0606,07",
        "ОББ:\t____________________ Г. Т. Эсенова",
    ],
    "ru": [
        "ОЦЕНОЧНЫЙ ЛИСТ УЧИТЕЛЯ",
        "Период: 1 четверть 2026-2027 учебного года",
        "Ф. И. О.: Асан уулу Бакыт",
        "№ | Критерий | Показатель | Макс. | Сам(а) | МО | Комис-сия | Подтверждение",
        "1 | Качество знаний |  | 10 | 10 | 7,5 | 7 | ",
        "2 | Открытый урок |  | 10 |  | 3 |  | Ачык сабак, 15.10.2026",
        "Обучение",
        "Итого, баллов: 10; Место: 1; Сумма, сом: 60\xa0606,07",
        "Завуч:\t____________________ Г. Т. Эсенова",
    ],
}
SUMMARY = {
    "ky": [
        "БЕКИТЕМИН",
        "№ | Аты-жөнү | 1 | 2 | 3 | 4 | 5 | Жалпы упай | Орду | Сумма, сом | Колу",
        "1 | Асан уулу Б. | 7 | 3 | – | – | – | 10 | 1 | 60\xa0606,07 | ",
        "2 | Асанова Г. М. | 6,5 | – | т/ж | – | – | 6,5 | 2 | 39\xa0393,94 | ",
        "3 | Байтемирова Н. С. | – | – | – | – | – | 0 | 3 | 0,00 | ",
        " | Жыйынтыгы | 13,5 | 3 | 0 | 0 | 0 | 16,5 |  | 100\xa0000,01 | ",
        "Дем берүүчү фонд: 100\xa0000,01 сом. Бир упайдын баасы: 6\xa0060,61 сом (фонд ÷ упайлардын суммасы).",
        "Комиссиянын мүчөсү:\t____________________ К. А. Сыдыков, директор",
        "Комиссиянын мүчөсү:\t____________________ УБ мүчөсү Н. С. Абдылдаева",
    ],
    "ru": [
        "УТВЕРЖДАЮ",
        "№ | Ф. И. О. | 1 | 2 | 3 | 4 | 5 | Всего баллов | Место | Сумма, сом | Подпись",
        "1 | Асан уулу Б. | 7 | 3 | – | – | – | 10 | 1 | 60\xa0606,07 | ",
        "2 | Асанова Г. М. | 6,5 | – | н/п | – | – | 6,5 | 2 | 39\xa0393,94 | ",
        "3 | Байтемирова Н. С. | – | – | – | – | – | 0 | 3 | 0,00 | ",
        " | Итого | 13,5 | 3 | 0 | 0 | 0 | 16,5 |  | 100\xa0000,01 | ",
        "Стимулирующий фонд: 100\xa0000,01 сом. Стоимость балла: 6\xa0060,61 сом (фонд ÷ сумма баллов).",
        "Член комиссии:\t____________________ К. А. Сыдыков, директор",
        "Член комиссии:\t____________________ УБ мүчөсү Н. С. Абдылдаева",
    ],
}
APPEAL = {
    "ky": [
        "Арыз ээси | Асанова Гүлнара Маратовна",
        "Критерий | 1. Билим сапаты",
        "Коюлган упай | 5,5",
        "Арыздын себеби | Бир сабак эсептелген жок",
        "Чечим | канааттандырылды, 5,5 → 6,5",
        "Жооп | Далил каралды",
        "Протокол № | 3",
    ],
    "ru": [
        "Заявитель | Асанова Гүлнара Маратовна",
        "Критерий | 1. Качество знаний",
        "Выставленный балл | 5,5",
        "Причина | Бир сабак эсептелген жок",
        "Решение | удовлетворена, 5,5 → 6,5",
        "Ответ | Далил каралды",
        "Протокол № | 3",
    ],
}


@pytest.mark.parametrize("paper", ["ky", "ru"])
def test_the_papers_have_every_field(filled: dict[str, int], paper: PaperLanguage) -> None:
    for document, expected in (("evaluation", SHEET), ("evaluation-summary", SUMMARY), ("appeal", APPEAL)):
        text = printed(document, filled, paper)
        assert [line for line in expected[paper] if line not in text] == [], text
    assert sum(line.startswith("Таанышты:") for line in printed("evaluation", filled)) == 3


def test_one_person_and_one_quarter_are_selected(filled: dict[str, int]) -> None:
    text = printed("evaluation", filled, person_id=filled["second"], quarter=1)
    assert "Аты-жөнү: Асанова Гүлнара Маратовна" in text and "Аты-жөнү: Асан уулу Бакыт" not in text
    assert any("1-критерий – Бир сабак эсептелген жок – канааттандырылды, 5,5 → 6,5" in line for line in text)
    assert "Бул мезгил үчүн баалоо баракчасы жок." in printed("evaluation", filled, quarter=2)
    with pytest.raises(Refused) as error:
        printed("evaluation-summary", filled, quarter=5)
    assert error.value.code == "plan_part_unknown"


def test_a_sheet_to_fill_in_by_hand(filled: dict[str, int]) -> None:
    text = printed("evaluation-self", filled)
    assert sum(line == "ӨЗҮН-ӨЗҮ БААЛОО БАРАКЧАСЫ" for line in text) == 3
    assert "1 | Билим сапаты |  | 10 |  | " in text
    assert sum("/ 30" in line for line in text) == 3
    blank = printed("evaluation-self", filled, "ru", first_year=2030)  # by the adopted criteria, without a name
    assert "Ф. И. О.: ____" in blank and "1 | Качество знаний |  | 10 |  | " in blank


@pytest.mark.parametrize(
    ("document", "paper", "sentence"),
    [
        ("evaluation", "ky", "Бул мезгил үчүн баалоо баракчасы жок."),
        ("evaluation-summary", "ru", "За это время оценивание не проводилось."),
        ("appeal", "ky", "Бул мезгилде арыздар берилген эмес."),
    ],
)
def test_an_empty_year_says_so(filled: dict[str, int], document: str, paper: PaperLanguage, sentence: str) -> None:
    assert sentence in printed(document, filled, paper, first_year=2030)


def test_closed_it_prints_what_was_kept_and_the_next_one_has_one_figure(filled: dict[str, int]) -> None:
    """The last test of the module: it closes the evaluation; its papers then print from what was kept alone."""
    before = printed("evaluation-summary", filled)
    closing.close(filled["evaluation"], DAY + dt.timedelta(days=9))
    save_school(name_ky="№ 8 мектеп")
    after = printed("evaluation-summary", filled)
    assert "№ 7 мектеп" in after and [line for line in after if "|" in line] == [line for line in before if "|" in line]
    for name in ("self_rating", "commission", "ranks"):
        switch(filled["association"], name, False)
    made = periods.open_period(filled["association"], YEAR, "quarter", 2).value
    text = printed("evaluation", filled, record_id=made)
    assert "№ | Критерий | Көрсөткүч | Макс. | УБ | Далили" in text
    assert "№ | Аты-жөнү | 1 | 2 | 3 | 4 | 5 | Жалпы упай | Колу" in printed("evaluation-summary", filled, quarter=2)
