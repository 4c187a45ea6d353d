"""What follows from marks, on paper: every field of DOMAIN.md 12.8 in both languages, a native chart, empty years."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from db import appointments, calendar, connection, records
from db.associations import save_association
from db.control_tests import results, works
from db.errors import Refused
from db.history import action
from db.members import add_members, members
from db.models.quality import ClassMove
from db.quality import acting, handovers, levels, standard
from db.quality.transition import transitions
from db.schools import save_school
from templates_docx.catalogue import PaperLanguage
from templates_docx.documents import Selection, make, print_paper
from tests.conftest import TEACHERS
from tests.marks import QUARTERS, fill_marks

from .model_content import lines
from .test_quality import charts_of

TODAY = dt.date(2026, 12, 30)


@dataclass
class Filled:
    association_id: int
    handover_id: int
    people: list[int]


@action("class_move.test")
def _arrived(class_id: int, pupil: str) -> None:
    records.insert(ClassMove, school_class=class_id, kind="arrived", pupil=pupil)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, _empty_store: Path) -> Iterator[Filled]:
    folder = tmp_path_factory.mktemp("transition") / "data"
    folder.mkdir()
    shutil.copy(_empty_store, connection.path_of(folder))
    connection.open_for_writing(folder)
    school = save_school(name_ky="№ 7 мектеп", name_ru="Школа № 7").value
    made = save_association(None, school_id=school, name_ky="Бирикме", name_ru="МО").value
    add_members(made, TEACHERS)
    calendar.save_school_year(2026, QUARTERS[0].begins, QUARTERS[3].ends, QUARTERS)
    people = [each.person_id for each in members(made)]
    appointments.appoint(made, "leader", people[0])
    classes = fill_marks(made, school).value
    _arrived(classes[2026, "Б"], "Үсөнов Т.")
    row = next(each for each in transitions(made, 2026) if each.class_name == "5-Б")
    acting.keep(made, row.cohort_id, row.subject, 2026, cause="Мугалим алмашты", measure="Кошумча сабак")
    (test,) = works.add_works(made, 2026, [("5-А", people[1])], kind="entry", subject="Математика",
                              held_on=dt.date(2026, 9, 15)).value  # fmt: skip
    results.set_results(test, 25, 25, {5: 6, 4: 8, 3: 10, 2: 1})
    results.set_requirements(test, [("Маселе чыгарат", 14), ("Бөлчөк кошот", 13)])
    first = standard.missed(made, 2026)[0].requirement.id
    standard.save(first, measure="Кошумча сабак", person_id=people[1], deadline=dt.date(2026, 10, 1))
    key = (made, classes[2026, "А"], "Математика", 2, "low")
    levels.save(*key, pupils=2, work="Жеке карточкалар", time="бейшемби", control_test_id=test, result="жылды")
    handover = handovers.save(
        None, made, classes[2026, "А"], kind="adaptation", held_on=dt.date(2026, 10, 20), from_person_id=people[1],
        to_person_id=people[4], listed=25, lessons_visited="2 сабак", conclusion="Көнүштү", advice="Жардам керек",
    ).value  # fmt: skip
    yield Filled(made, handover, people)
    connection.close()


def printed(filled: Filled, document: str, paper: PaperLanguage = "ky", **selected: Any) -> list[str]:
    made = make(document, Selection(filled.association_id, today=TODAY, **selected), paper)
    return [line.replace("\n", "⏎").replace("\xa0", " ") for line in lines(print_paper(made))]


EXPECTED: dict[tuple[str, str], list[str]] = {
    ("transition", "ky"): [
        "УЛАНТУУЧУЛУК БОЮНЧА САЛЫШТЫРУУ",
        "2026-2027-окуу жылы",
        "1 | 4-А →⏎5-А | Математика | Г. М. Асанова | 25 | 96,0 | 56,0 | 3,72 | 56,0 | 96,0 | 64,0 | 3,84 | "
        "72,0⏎(2-чейрек) | +16,0 | Г. М. Асанова | 25 → 25 | ",
        "2 | 4-Б →⏎5-Б | Математика | Н. Качкынбай кызы | 9 | 100,0 | 55,6 | 3,78 | – | 100,0 | 55,6 | 3,78 | "
        "44,4⏎(2-чейрек) | −11,1 !! | Н. Качкынбай кызы | 9 → 9 | Мугалим алмашты⏎Кошумча сабак⏎окуучу аз",
        "5-Б – келгендер: Үсөнов Т.",
        "УБ күн тартибине коюлат: 5-Б Математика (−11,1 п. п.).",
    ],
    ("transition", "ru"): [
        "СРАВНЕНИЕ ПО ПРЕЕМСТВЕННОСТИ", "5-Б – прибыли: Үсөнов Т.",
        "Вынести на заседание МО: 5-Б Математика (−11,1 п. п.).",
    ],
    ("level-work", "ky"): [
        "2026-2027-окуу жылы · 2-чейрек", "5-А, Математика", "Жогорку | 7 |  |  | Г. М. Асанова | ",
        "Төмөнкү | 2 | Жеке карточкалар | бейшемби |  | жылды⏎15.09.2026: сапаты – 56,0 %",
    ],
    ("level-work", "ru"): ["РАБОТА ПО УРОВНЯМ УСВОЕНИЯ", "Средний | 18 |  |  | Г. М. Асанова | "],
    ("standard", "ky"): [
        "1 | 5-А, Математика | 1 | 15.09.2026 | Маселе чыгарат | 14 / 25 | 56,0 | Кошумча сабак | Г. М. Асанова | "
        "01.10.2026 | ",
        "2 | 5-А, Математика | 1 | 15.09.2026 | Бөлчөк кошот | 13 / 25 | 52,0 |  |  |  | ",
        "Азырынча чара көрүлө элек талаптар: 1.",
    ],
    ("standard", "ru"): ["НЕОСВОЕННЫЕ ТРЕБОВАНИЯ ОБРАЗОВАТЕЛЬНОГО СТАНДАРТА", "Пока без мер: 1."],
    ("handover", "ky"): [
        "ОКУУЧУЛАРДЫН ЖАҢЫ БАСКЫЧКА ЫҢГАЙЛАШУУСУ", "Класс | 5-А", "Күнү | 2026-жылдын 20-октябры",
        "Математика | 56,0 | 56,0 | 72,0 | +16,0 | Г. М. Асанова", "Катышылган сабактар", "2 сабак.", "Көнүштү.",
    ],
    ("handover", "ru"): ["АДАПТАЦИЯ УЧАЩИХСЯ НА НОВОЙ СТУПЕНИ", "Принял(а) класс | Н. Качкынбай кызы"],
}  # fmt: skip


@pytest.mark.parametrize(("document", "paper"), list(EXPECTED))
def test_a_paper_has_every_field(filled: Filled, document: str, paper: PaperLanguage) -> None:
    text = printed(filled, document, paper)
    assert [each for each in EXPECTED[document, paper] if each not in text] == []
    assert text[-1].endswith("Б. Асан уулу")


def test_the_chart_draws_what_the_table_says(filled: Filled) -> None:
    made = print_paper(make("transition", Selection(filled.association_id, today=TODAY), "ky"))
    ((title, series),) = charts_of(made).items()
    assert title == "Башталгычта жана орто звенодо билим сапаты, %"
    assert series == [
        ("Башталгычты бүтүргөндө", ["56.0", "55.6"]), ("Кириш текшерүү", ["56.0"]),
        ("Орто звенодогу биринчи мезгил", ["64.0", "55.6"]), ("Акыркы мезгил", ["72.0", "44.4"]),
    ]  # fmt: skip


def test_one_class_or_one_record_is_selected(filled: Filled) -> None:
    assert not any("5-А" in line for line in printed(filled, "transition", class_name="5-Б"))
    assert printed(filled, "handover", record_id=filled.handover_id)[3:] == printed(filled, "handover")[3:]
    for document in ("level-work", "standard"):
        with pytest.raises(Refused) as error:
            printed(filled, document, quarter=5)
        assert error.value.code == "plan_part_unknown"


EMPTY = {
    "transition": ("салыштыра турган эч нерсе жок", "сравнивать нечего"),
    "level-work": ("жазыла элек", "не внесена"),
    "standard": ("табылган жок", "нет требований"),
    "handover": ("класс өткөрүлгөн эмес", "не внесены"),
}


@pytest.mark.parametrize("document", list(EMPTY))
def test_an_empty_year_says_so(filled: Filled, document: str) -> None:
    for paper, said in zip(("ky", "ru"), EMPTY[document], strict=True):
        assert any(said in line for line in printed(filled, document, paper, first_year=2030))  # type: ignore[arg-type]
