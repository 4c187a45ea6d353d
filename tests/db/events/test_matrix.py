"""Who has what this year, and activities planned from a line of the plan."""

from __future__ import annotations

import datetime as dt

import pytest

from db.errors import Refused
from db.events import activities
from db.events.matrix import COLUMNS, Figures, matrix
from db.members import leave, members
from db.plans import lines, sections
from db.ties.reading import ties
from tests.conftest import CountQueries
from tests.db.events.conftest import TODAY, YEAR, Add, of


def test_who_has_nothing_yet_stands_first(
    association_id: int, add: Add, people: list[int], count_queries: CountQueries
) -> None:
    all_three = {"responsible_ids": people[:2]}
    activities.hold_activity(add(held_on=TODAY, **all_three), TODAY)
    add("Дагы бир", **all_three)
    add("Кече", kind="extracurricular", **all_three)
    add("Жумалык", kind="week", **all_three)
    add("Сынак", kind="contest", responsible_ids=[people[2]])
    add("", responsible_ids=[people[3]], visitor_ids=[people[4]])
    activities.cancel_activity(add("Болбой калды", responsible_ids=[people[5]]), "карантин")
    with count_queries() as statements:
        found = matrix(association_id, YEAR, TODAY)
    assert len(statements) <= 3
    assert [each.lacking for each in found] == [3] * 9 + [2] + [0] * 2
    assert [each.person_id for each in found[-3:]] == [people[3], people[0], people[1]]
    assert found[-1].cells == (Figures(1, 1), Figures(1, 0), Figures(1, 0))
    assert list(COLUMNS) == ["open_lesson", "extracurricular", "subject_event"]


def test_members_are_those_of_the_day(association_id: int) -> None:
    leave(members(association_id)[0].id, dt.date(2026, 10, 1))
    assert len(matrix(association_id, YEAR, TODAY)) == 11
    assert len(matrix(association_id, YEAR, dt.date(2026, 9, 1))) == 12
    assert len(matrix(association_id, YEAR + 1, TODAY)) == 11


@pytest.fixture
def section(association_id: int) -> int:
    return sections.save_section(None, association_id, "Ачык сабактар", "Открытые уроки").value


def test_a_lesson_is_planned_from_its_line(association_id: int, section: int, people: list[int]) -> None:
    line_id = lines.add_line(
        association_id, YEAR, section, "Ачык сабак: математика", kind="open_lesson", term="day",
        begins=dt.date(2026, 11, 26), owner_ids=people[:1], classes="4-А", time_place="10.00, № 12 кабинет",
    ).value  # fmt: skip
    lesson = of(activities.add_from_line(line_id, title="Бөлчөктөр").value)
    assert (lesson.kind, lesson.title, lesson.subject, lesson.note) == (
        "open_lesson", "Бөлчөктөр", "математика", "Ачык сабак: математика",
    )  # fmt: skip
    assert [each.row_id for each in ties("plan_line", line_id).came_of] == [lesson.id]
    assert (lesson.held_on, lesson.starts, lesson.room) == (dt.date(2026, 11, 26), "10:00", "№ 12 кабинет")
    assert (lesson.responsible_ids, lesson.classes) == (tuple(people[:1]), "4-А")


@pytest.mark.parametrize(
    ("text", "kind", "made"),
    [
        ("Математика жумалыгы", "subject_event", "week"),
        ("Олимпиада", "subject_event", "olympiad"),
        ("Көргөзмө", "subject_event", "subject_event"),
        ("Эне тил майрамы", "extracurricular", "extracurricular"),
        ("Иш", "other", "subject_event"),
    ],
)
def test_a_lines_words_say_what_kind_of_event_it_is(
    association_id: int, section: int, text: str, kind: str, made: str
) -> None:
    line_id = lines.add_line(association_id, YEAR, section, text, kind=kind, term="quarter", quarter=2).value
    event = of(activities.add_from_line(line_id).value)
    assert (event.kind, event.title, event.held_on) == (made, text, None)


def test_a_lesson_line_without_an_owner_asks_for_the_teacher(association_id: int, section: int) -> None:
    line_id = lines.add_line(association_id, YEAR, section, "Ачык сабак", kind="open_lesson").value
    with pytest.raises(Refused) as refused:
        activities.add_from_line(line_id)
    assert (refused.value.code, refused.value.field) == ("required", "responsible_ids")
