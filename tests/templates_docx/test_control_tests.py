"""Control works on paper: every field read back in both languages, selectors, a quarter's schedule, an empty year."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from db import appointments, calendar
from db.control_tests import reading, results, works
from db.errors import Refused
from db.members import members
from db.rules.calendar import Span
from templates_docx.catalogue import PaperLanguage
from templates_docx.documents import Selection, make, print_paper
from tests.conftest import MakeAssociation

from .model_content import lines

TODAY = dt.date(2026, 11, 22)
QUARTERS = (
    Span(1, dt.date(2026, 9, 1), dt.date(2026, 11, 4)),
    Span(2, dt.date(2026, 11, 10), dt.date(2026, 12, 30)),
    Span(3, dt.date(2027, 1, 12), dt.date(2027, 3, 19)),
    Span(4, dt.date(2027, 3, 29), dt.date(2027, 5, 25)),
)
MARKS = {5: 6, 4: 10, 3: 8, 2: 1}
"""DOMAIN.md 5: 96,0 %, 64,0 %, 3,84."""


@pytest.fixture
def association(make_association: MakeAssociation) -> int:
    made = make_association()
    calendar.save_school_year(2026, QUARTERS[0].begins, QUARTERS[3].ends, QUARTERS)
    appointments.appoint(made, "leader", members(made)[0].person_id)
    return made


@pytest.fixture
def written(association: int) -> dict[str, int]:
    """Two with results, one held without, one planned, one called off, one without a day."""
    people = [each.person_id for each in members(association)]

    def add(class_name: str, place: int, kind: str, day: dt.date | None, **more: Any) -> int:
        values = {"kind": kind, "subject": "Математика", "held_on": day} | more
        return works.add_works(association, 2026, [(class_name, people[place])], **values).value[0]

    found = {
        "entry": add(
            "4-А", 1, "feedback", dt.date(2026, 9, 15), lesson=2, reason="окуу планындагы өзгөртүү",
            author_id=people[2], title="Кошуу",
        ),
        "other": add("4-Б", 4, "dictation", dt.date(2026, 9, 15), lesson=1, subject="Кыргыз тили"),
        "ten": add("3-Б", 0, "entry", dt.date(2026, 11, 12), scale="10"),
        "planned": add("4-А", 1, "quarter", dt.date(2026, 12, 18), lesson=3, room="12"),
        "off": add("2-А", 6, "entry", dt.date(2026, 9, 20)),
        "undated": add("2-А", 6, "entry", None),
    }  # fmt: skip
    results.set_results(found["entry"], 28, 25, MARKS)
    results.set_requirements(found["entry"], [("100гө чейин кошот", 20), ("Маселе чыгарат", 14)])
    works.change_work(found["entry"], mistakes="Маселенин шарты", measures="Кошумча сабак")
    results.set_results(found["other"], 20, 20, {5: 5, 4: 5, 3: 5, 2: 5})
    works.hold(found["ten"])
    works.cancel(found["off"], "карантин")
    return found


def printed(document: str, association: int, paper: PaperLanguage = "ky", **selected: Any) -> list[str]:
    made = make(document, Selection(association, today=TODAY, **selected), paper)
    return [line.replace("\n", "⏎") for line in lines(print_paper(made))]


REGISTER = {
    "ky": [
        "№ | Түрү, себеби | Предмет, класс | Мугалим | Күнү | Тизмеде / жазды | «5» | «4» | «3» | «2» | Жетишүү, % | "
        "Сапат, % | Орт. балл | Мүнөздүү каталар | Чаралар",
        "1 | Жат жазуу | Кыргыз тили, 4-Б | Н. Качкынбай кызы | 15.09.2026⏎1-сабак | 20 / 20 | 5 | 5 | 5 | 5 | 75,0 | "
        "50,0 | 3,50 |  | ",
        "2 | Кайтарма тест⏎Кошуу⏎окуу планындагы өзгөртүү | Математика, 4-А | Г. М. Асанова⏎түзгөн: Н. С. Байтемирова "
        "| 15.09.2026⏎2-сабак | 28 / 25 | 6 | 10 | 8 | 1 | 96,0 | 64,0 | 3,84 | Маселенин шарты | Кошумча сабак",
        "3 | Кириш тест | Математика, 3-Б | Б. Асан уулу | 12.11.2026 | – | – | – | – | – | – | – | – |  | ",
        " | Бардыгы |  |  |  | 48 / 45 | 11 | 15 | 13 | 6 | 86,7 | 57,8 | 3,69 |  | ",
    ],
    "ru": [
        "№ | Вид, основание | Предмет, класс | Учитель | Дата | По списку / писали | «5» | «4» | «3» | «2» | Усп., % | "
        "Кач., % | Ср. балл | Типичные ошибки | Меры",
        "1 | Диктант | Кыргыз тили, 4-Б | Н. Качкынбай кызы | 15.09.2026⏎1 урок | 20 / 20 | 5 | 5 | 5 | 5 | 75,0 | "
        "50,0 | 3,50 |  | ",
        "2 | Тест обратной связи⏎Кошуу⏎окуу планындагы өзгөртүү | Математика, 4-А | Г. М. Асанова⏎составил(а): Н. С. "
        "Байтемирова | 15.09.2026⏎2 урок | 28 / 25 | 6 | 10 | 8 | 1 | 96,0 | 64,0 | 3,84 | Маселенин шарты | "
        "Кошумча сабак",
        "3 | Входной тест | Математика, 3-Б | Б. Асан уулу | 12.11.2026 | – | – | – | – | – | – | – | – |  | ",
        " | Всего |  |  |  | 48 / 45 | 11 | 15 | 13 | 6 | 86,7 | 57,8 | 3,69 |  | ",
    ],
}
MISSED = {
    "ky": [
        "Өздөштүрүлбөгөн талаптар (60 %дан төмөн)",
        "№ | Предмет, класс | Күнү | Стандарттын талабы | Өздөштүрдү / жазды | % | Абалы",
        "1 | Математика, 4-А | 15.09.2026 | Маселе чыгарат | 14 / 25 | 56,0 | өздөштүрүлгөн жок",
    ],
    "ru": [
        "Неосвоенные требования (ниже 60 %)",
        "№ | Предмет, класс | Дата | Требование стандарта | Освоили / писали | % | Состояние",
        "1 | Математика, 4-А | 15.09.2026 | Маселе чыгарат | 14 / 25 | 56,0 | не освоено",
    ],
}


@pytest.mark.parametrize("paper", ["ky", "ru"])
def test_the_analysis_has_every_field(association: int, written: dict[str, int], paper: PaperLanguage) -> None:
    text = printed("tests", association, paper)
    title = {"ky": "ТЕКШЕРҮҮ ИШТЕРИНИН АНАЛИЗИ", "ru": "АНАЛИЗ КОНТРОЛЬНЫХ РАБОТ"}[paper]
    at = text.index(title)
    assert text[at + 1] == {"ky": "2026-2027-окуу жылы", "ru": "2026-2027 учебный год"}[paper]
    begin = text.index(REGISTER[paper][0])
    assert text[begin : begin + 5] == REGISTER[paper]
    assert any("÷" in line for line in text) and any("9–10 – «5»" in line for line in text)
    begin = text.index(MISSED[paper][0])
    assert text[begin : begin + 3] == MISSED[paper]
    assert text[-1].endswith("Б. Асан уулу")


@pytest.mark.parametrize("paper", ["ky", "ru"])
def test_one_work_lists_all_that_it_checks(association: int, written: dict[str, int], paper: PaperLanguage) -> None:
    text = printed("tests", association, paper, record_id=written["entry"])
    mastered = {"ky": "өздөштүрүлдү", "ru": "освоено"}[paper]
    assert f"1 | Математика, 4-А | 15.09.2026 | 100гө чейин кошот | 20 / 25 | 80,0 | {mastered}" in text
    assert sum("28 / 25" in line for line in text) == 1
    assert not any(line.startswith(" | ") for line in text)


def test_quarter_class_grade_and_teacher_select(association: int, written: dict[str, int]) -> None:
    def numbers(**selected: Any) -> list[str]:
        return [line.split(" | ")[2] for line in printed("tests", association, **selected) if line[:2] in ("1 ", "2 ")]

    people = [each.person_id for each in members(association)]
    assert numbers(quarter=2) == ["Математика, 3-Б"]
    assert numbers(class_name="4-А")[:1] == ["Математика, 4-А"]
    assert numbers(class_name="4")[:2] == ["Кыргыз тили, 4-Б", "Математика, 4-А"]
    assert numbers(person_id=people[4])[:1] == ["Кыргыз тили, 4-Б"]
    text = printed("tests", association, person_id=people[4], quarter=1, class_name="4-Б")
    assert "2026-2027-окуу жылы · 1-чейрек · 4-Б · Н. Качкынбай кызы" in text
    assert "Талаптардын өздөштүрүлүшү эсептелген эмес." in text


SCHEDULE = {
    "ky": [
        "№ | Сабак № | Класс | Предмет | Түрү | Мугалим | Кабинет",
        "2026-жылдын 12-ноябры, бейшемби",
        "1 |  | 3-Б | Математика | Кириш тест | Б. Асан уулу | ",
        "2026-жылдын 18-декабры, жума",
        "2 | 3 | 4-А | Математика | Чейректик тест | Г. М. Асанова | 12",
        "Күнү белгилене элек иштер: 1.",
    ],
    "ru": [
        "№ | Урок № | Класс | Предмет | Вид | Учитель | Кабинет",
        "12 ноября 2026 г., четверг",
        "1 |  | 3-Б | Математика | Входной тест | Б. Асан уулу | ",
        "18 декабря 2026 г., пятница",
        "2 | 3 | 4-А | Математика | Четвертной тест | Г. М. Асанова | 12",
        "Работ, день которых ещё не назначен: 1.",
    ],
}


@pytest.mark.parametrize("paper", ["ky", "ru"])
def test_the_schedule_of_a_quarter_by_days(association: int, written: dict[str, int], paper: PaperLanguage) -> None:
    text = printed("test-schedule", association, paper)
    begin = text.index(SCHEDULE[paper][0])
    assert text[begin : begin + 6] == SCHEDULE[paper]
    assert any("2-чейрек" in line or "2 четверть" in line for line in text)
    first = printed("test-schedule", association, paper, quarter=1)
    assert [line.split(" | ")[2] for line in first if line[:1].isdigit() and " | " in line] == ["4-Б", "4-А"]


@pytest.mark.parametrize(
    ("document", "paper", "sentence"),
    [
        ("tests", "ky", "Бул мезгилде текшерүү иштери өткөрүлгөн эмес."),
        ("tests", "ru", "За это время контрольных работ не проводилось."),
        ("test-schedule", "ky", "Бул чейрекке текшерүү иштери пландалган эмес."),
        ("test-schedule", "ru", "На эту четверть контрольных работ не запланировано."),
    ],
)
def test_an_empty_year_says_so(association: int, document: str, paper: PaperLanguage, sentence: str) -> None:
    text = printed(document, association, paper, first_year=2030, quarter=3)
    assert sentence in text
    assert text[-1].endswith("Б. Асан уулу")


def test_what_is_not_there_is_refused(association: int) -> None:
    for document in ("tests", "test-schedule"):
        with pytest.raises(Refused) as error:
            printed(document, association, quarter=5)
        assert error.value.code == "plan_part_unknown"
    with pytest.raises(Refused) as error:
        printed("tests", association, record_id=99)
    assert error.value.code == "record_missing"
    assert reading.newest(association) is None
