"""Calendar plans one a line: typed, pasted from Excel, proposed; nothing lost, nothing doubled."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.curriculum import entry, plans, proposals
from db.curriculum.entry import Line, Register
from db.members import leave, members
from db.rules.names import Name
from db.schools import save_person
from tests.conftest import CountQueries
from tests.db.curriculum.conftest import YEAR

PEOPLE = (
    (1, Name("Асанова", "Гүлнара", "Маратовна")),
    (2, Name("Асан уулу", "Бакыт")),
    (3, Name("Качкынбай кызы", "Назгүл")),
    (4, Name("Сыдыкова", "Бермет", "Асановна")),
    (5, Name("Сыдыкова", "Айша")),
)
AGAINST = Register(PEOPLE, ((9, Name("Маматова", "Жаңыл")),), frozenset({(1, "музыка", "4-А")}))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Асанова 4А математика 5/170", (1, "Математика", ("4-А",), "5", 170)),
        ("асанова математика 4-«А» 5", (1, "Математика", ("4-А",), "5", None)),
        ("2) Асанова Г. М. 4 А кыргыз тили 4,5/153 саат", (1, "Кыргыз тили", ("4-А",), "4,5", 153)),
        ("Асанова Гүлнара Маратовна\tМатематика\t4-А\t5\t170", (1, "Математика", ("4-А",), "5", 170)),
        ("качк 4а, 4б дүйнө таануу 2 68", (3, "Дүйнө таануу", ("4-А", "4-Б"), "2", 68)),
        ("Асан уулу Б. 4-класс музыка 1/34", (2, "Музыка", ("4",), "1", 34)),
        ("Асанова 4 математика 5", (1, "Математика", ("4",), "5", None)),
        ("Асанова 4 математика", (1, "Математика", ("4",), "", None)),
        ("!сыдыкова айша 11Б физика", (5, "Физика", ("11-Б",), "", None)),
        ("Асанова 4А [/]", (1, "[/]", ("4-А",), "", None)),
        ("Асанова 4А Адабий окуу 3 саат", (1, "Адабий окуу", ("4-А",), "3", None)),
    ],
)
def test_lines_that_are_clear(typed: str, expected: tuple[object, ...]) -> None:
    line = entry.read_line(1, typed, AGAINST)
    assert (line.person_id, line.subject, line.classes, line.hours_week, line.hours_year) == expected
    assert line.problem == ""


@pytest.mark.parametrize(
    ("typed", "problem", "said"),
    [
        ("Жок 4А математика", "teacher_unknown", "Жок"),
        ("Сыдыкова 4А математика", "teacher_unclear", "Сыдыкова Б. А., Сыдыкова А."),
        ("Маматова 4А математика", "teacher_left", "Маматова Ж."),
        ("4А 5/170", "teacher_missing", ""),
        ("Асанова математика", "class_missing", ""),
        ("Асанова 15А математика 5", "class_unknown", "15-А"),
        ("Асанова 4А", "subject_missing", ""),
        ("Асанова 4А математика 0", "hours_week_unclear", "0"),
        ("Асанова 4А математика 400", "hours_week_unclear", "400"),
        ("Асанова 4А математика 5/0", "hours_year_unclear", "0"),
        ("Асанова 4А математика 5/1700", "hours_year_unclear", "1700"),
        ("Асанова 4А " + "х" * 600, "text_too_long", ""),
    ],
)
def test_lines_that_are_not(typed: str, problem: str, said: str) -> None:
    line = entry.read_line(1, typed, AGAINST)
    assert (line.problem, line.said) == (problem, said)


@given(st.text(max_size=120))
def test_no_text_breaks_it_and_a_line_is_clear_or_has_a_problem(typed: str) -> None:
    for line in entry.read_lines(typed, AGAINST):
        assert line.problem or (line.person_id and line.subject and line.classes)


def outcomes(lines: list[Line]) -> list[str]:
    return [line.problem or line.outcome for line in lines]


def test_the_same_plan_is_taken_once(association_id: int) -> None:
    text = "Асанова 4А математика 5/170\n\nасанова г 4-а  МАТЕМАТИКА 5\nЖок 4А физика\nАсанова 4Б математика 5/170"
    assert outcomes(entry.add_lines(association_id, YEAR, text).value) == ["new", "known", "teacher_unknown", "new"]
    assert outcomes(entry.add_lines(association_id, YEAR, text).value)[:2] == ["known", "known"]
    found = plans.plans(association_id, YEAR)
    assert [(each.class_name, each.hours_week, each.hours_year) for each in found] == [
        ("4-А", "5", 170),
        ("4-Б", "5", 170),
    ]


def test_a_long_list_is_read_once(association_id: int, count_queries: CountQueries) -> None:
    text = "\n".join(f"Асанова {grade}{letter} математика 5/170" for grade in range(1, 12) for letter in "АБВГ")
    with count_queries() as statements:
        entry.add_lines(association_id, YEAR, text)
    assert sum(statement.startswith("SELECT") for statement in statements) < 60
    assert len(plans.plans(association_id, YEAR)) == 44


def test_a_year_is_proposed_from_cards_and_from_the_year_before(association_id: int, people: list[int]) -> None:
    save_person(people[1], subjects="Математика, Кыргыз тили", classes="4-А")
    assert proposals.from_cards(association_id, YEAR) == [
        "Асанова Г. М. 4-А Математика",
        "Асанова Г. М. 4-А Кыргыз тили",
    ]
    entry.add_lines(association_id, YEAR, "Асанова 4А математика 5/170\nЭсенова 12А физика 2\nБайтемирова 1А музыка")
    assert proposals.from_cards(association_id, YEAR) == ["Асанова Г. М. 4-А Кыргыз тили"]
    third = next(each for each in members(association_id) if each.surname == "Байтемирова")
    leave(third.id, dt.date(2027, 6, 1))
    assert proposals.from_last_year(association_id, YEAR + 1) == ["Асанова Г. М. 5-А Математика 5/170"]
    proposed = "\n".join(proposals.from_last_year(association_id, YEAR + 1))
    assert outcomes(entry.add_lines(association_id, YEAR + 1, proposed).value) == ["new"]
