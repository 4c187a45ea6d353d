"""Slips of marks and the programme's fulfilment on paper: every field read back, ky and ru, and an empty year."""

from __future__ import annotations

import datetime as dt

import pytest

from db import calendar
from db.associations import association
from db.members import members
from db.quality import years
from db.quality.classes import save_class
from db.quality.keeping import save_marks
from db.rules.marks_line import MarksLine
from templates_docx.catalogue import PaperLanguage
from templates_docx.documents import Selection, make, print_paper
from tests.conftest import MakeAssociation

from .model_content import lines

TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def empty(make_association: MakeAssociation) -> int:
    made = make_association()
    calendar.ensure_school_year(2026)
    return made


@pytest.fixture
def written(empty: int) -> int:
    school_id = association(empty).school_id
    first, second = (each.person_id for each in members(empty)[:2])
    class_id = save_class(None, school_id, 2026, 4, "А", first, 25).value
    given = MarksLine(25, 0, {5: 6, 4: 10, 3: 8, 2: 1}, 0)
    for quarter, taught in ((1, 43), (2, 40)):
        of = (class_id, "математика", "quarter", quarter, first)
        save_marks(
            *of,
            given,
            hours_plan=45 if quarter == 1 else 40,
            hours_taught=taught,
            behind="оору" if quarter == 1 else "",
        )
    save_marks(class_id, "англис тили", "quarter", 1, second, given, hours_plan=18, hours_taught=18)
    return empty


def printed(document: str, association_id: int, paper: PaperLanguage, **selected: int) -> list[str]:
    return lines(print_paper(make(document, Selection(association_id, today=TODAY, **selected), paper)))


@pytest.mark.parametrize(
    ("paper", "head", "title"),
    [
        ("ky", "Класс | Предмет | Башында | Келген | Кеткен | Аягында | «5» | «4» | «3» | «2» | н/а | Бир «3» | "
               "Бир «4» | План, саат | Өтүлгөн | Артта | Себеби", "Маалымат баракчасы · 2026-2027-окуу жылы, 1-чейрек"),
        ("ru", "Класс | Предмет | На начало | Прибыло | Выбыло | На конец | «5» | «4» | «3» | «2» | н/а | Одна «3» | "
               "Одна «4» | План, час. | Пройдено | Отстаёт | Причина",
         "Сборный листок · 2026-2027 учебный год, 1 четверть"),
    ],
)  # fmt: skip
def test_a_slip_for_each_teacher(written: int, paper: PaperLanguage, head: str, title: str) -> None:
    found = printed("marks-slip", written, paper, quarter=1)
    assert found.count(head) == 2
    assert sum(line.startswith(title) for line in found) == 2
    assert f"4-А | математика | 25{' | ' * 14}" in found
    only = printed("marks-slip", written, paper, quarter=1, person_id=members(written)[1].person_id)
    assert only.count(head) == 1 and not any("математика" in line for line in only)


def test_a_year_of_ten_has_ten_columns_of_marks(empty: int) -> None:
    school_id = association(empty).school_id
    years.change_rules(school_id, 2026, years.YearRules(scale=10))
    class_id = save_class(None, school_id, 2026, 4, "А").value
    save_marks(class_id, "математика", "quarter", 1, members(empty)[0].person_id, MarksLine(10, 0, {9: 10}, 0))
    assert any("«10» | «9» | «8»" in line for line in printed("marks-slip", empty, "ky", quarter=1))


@pytest.mark.parametrize(
    ("paper", "row", "total", "said"),
    [
        ("ky", "2 | 4-А | математика | Б. Асан уулу | 45 | 43 | 95,6 | 2 | оору", "Бардыгы",
         "Пландалганы – 63 саат, өтүлгөнү – 61 саат, бул 96,8 %. Артта калганы: 4-А, математика – 2 саат."),
        ("ru", "2 | 4-А | математика | Б. Асан уулу | 45 | 43 | 95,6 | 2 | оору", "Всего",
         "Запланировано часов: 63, проведено: 61, это 96,8 %. Отставание: 4-А, математика – 2 ч."),
    ],
)  # fmt: skip
def test_the_programmes_fulfilment(written: int, paper: PaperLanguage, row: str, total: str, said: str) -> None:
    found = printed("programme", written, paper, quarter=1)
    assert row in found
    assert f" | {total} |  |  | 63 | 61 | 96,8 | 2 | " in found
    assert said.replace(" %", "\N{NO-BREAK SPACE}%") in found
    assert any(" | 85 | 83 | " in line for line in printed("programme", written, paper))  # the year so far


@pytest.mark.parametrize("paper", ["ky", "ru"])
@pytest.mark.parametrize(
    ("document", "ky", "ru"),
    [
        ("marks-slip", "Бул мезгилге класстар жана мугалимдер белгилүү эмес.",
         "Классы и учителя этого периода не введены."),
        ("programme", "Бул мезгилге программанын сааттары жазылган эмес.", "Часы программы за этот период не введены."),
    ],
)  # fmt: skip
def test_an_empty_year_says_so(empty: int, paper: PaperLanguage, document: str, ky: str, ru: str) -> None:
    assert {"ky": ky, "ru": ru}[paper] in printed(document, empty, paper)
