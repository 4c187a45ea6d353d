"""Control works: planned for several classes at once, changed, held, cancelled; the same one is not entered twice."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from db import calendar, undo
from db.control_tests import reading, works
from db.control_tests.reading import work
from db.errors import Refused
from db.members import leave, members
from db.rules.calendar import Span
from tests.conftest import CountQueries
from tests.db.control_tests.conftest import QUARTERS, YEAR, AddWork

DAY = dt.date(2026, 9, 15)


def code(function: Any, *args: Any, **named: Any) -> tuple[str, str | None]:
    with pytest.raises(Refused) as error:
        function(*args, **named)
    return error.value.code, error.value.field


def test_the_same_work_is_planned_for_several_classes_at_once(association_id: int, people: list[int]) -> None:
    places = [("4а", people[1]), ("4 Б", people[4]), ("4-В", None)]
    ids = works.add_works(
        association_id, YEAR, places, kind="dictation", subject="Кыргыз тили", held_on=DAY, lesson=2, room="12",
        title="Алтын күз", reason="окуу планындагы өзгөртүү", author_id=people[0], scale="10",
    ).value  # fmt: skip
    found = reading.works(association_id, YEAR)
    assert [each.id for each in found] == ids
    assert [each.class_name for each in found] == ["4-А", "4-Б", "4-В"]
    first = found[0]
    assert (first.kind, first.subject, first.title, first.reason) == (
        "dictation", "Кыргыз тили", "Алтын күз", "окуу планындагы өзгөртүү",
    )  # fmt: skip
    assert (first.held_on, first.lesson, first.room, first.best, first.state) == (DAY, 2, "12", 10, "planned")
    assert first.teacher is not None and first.teacher.listed == "Асанова Г. М."
    assert first.author is not None and first.author.listed == "Асан уулу Б."
    assert found[2].teacher is None
    undo.undo()
    assert reading.works(association_id, YEAR) == []


def test_all_classes_or_none(association_id: int, add: AddWork) -> None:
    add("4-Б")
    places = [("4-А", None), ("4-Б", None)]
    again = {"kind": "entry", "subject": "математика", "held_on": DAY}
    with pytest.raises(Refused) as error:
        works.add_works(association_id, YEAR, places, **again)
    assert (error.value.code, error.value.values) == ("test_known", {"class_name": "4-Б", "day": DAY})
    assert len(reading.works(association_id, YEAR)) == 1


def test_another_day_kind_or_class_is_another_work(add: AddWork) -> None:
    first = add()
    add(held_on=DAY + dt.timedelta(days=1))
    add(kind="quarter")
    add("4-Б")
    assert code(add) == ("test_known", "class_name")
    other = add("4-В")
    assert code(works.change_work, other, class_name="4а") == ("test_known", "class_name")
    works.cancel(first, "карантин")
    assert add()
    add(held_on=None, title="1")
    add(held_on=None, title="2")
    assert code(add, held_on=None, title="2") == ("test_known", "class_name")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"subject": " "}, ("required", "subject")),
        ({"class_name": "13-А"}, ("class_expected", "class_name")),
        ({"class_name": "класс"}, ("class_expected", "class_name")),
        ({"class_name": ""}, ("required", "class_name")),
        ({"held_on": dt.date(2027, 8, 1)}, ("day_outside_year", "held_on")),
        ({"held_on": dt.date(2026, 7, 31)}, ("day_outside_year", "held_on")),
        ({"kind": "exam"}, ("value_not_allowed", "kind")),
        ({"scale": "12"}, ("value_not_allowed", None)),
        ({"teacher_id": 999}, ("record_missing", "teacher_id")),
        ({"subject": "а" * 3000}, ("text_too_long", "subject")),
    ],
)
def test_what_does_not_fit_is_refused_at_its_field(
    add: AddWork, association_id: int, fields: dict[str, Any], expected: tuple[str, str | None]
) -> None:
    assert code(add, **fields) == expected
    assert reading.works(association_id, YEAR) == []


def test_no_class_and_no_such_year(association_id: int) -> None:
    named = {"kind": "entry", "subject": "Математика"}
    assert code(works.add_works, association_id, YEAR, [], **named) == ("required", "class_name")
    assert code(works.add_works, association_id, 1999, [("4", None)], **named) == ("year_out_of_range", "first_year")


def test_one_who_has_left_teaches_no_later_work(add: AddWork, association_id: int, people: list[int]) -> None:
    kept = add(teacher_id=people[1])
    member_id = next(each.id for each in members(association_id) if each.person_id == people[1])
    leave(member_id, dt.date(2026, 10, 1))
    assert add("4-Б", people[1])
    late = {"held_on": dt.date(2026, 10, 2)}
    assert code(add, "4-В", people[1], **late) == ("owner_left", "teacher_id")
    assert code(works.change_work, kept, author_id=people[1], **late) == ("owner_left", "author_id")
    works.change_work(kept, mistakes="Кошууда ката")
    assert work(kept).teacher_id == people[1]


def test_held_cancelled_and_planned_again(add: AddWork) -> None:
    made = add(note="А варианты")
    works.hold(made)
    assert (work(made).state, work(made).waits_for_results) == ("held", True)
    assert code(works.change_work, made, held_on=None) == ("test_day_missing", "held_on")
    works.reopen(made)
    assert code(works.cancel, made, " ") == ("reason_missing", "reason")
    works.cancel(made, "карантин")
    assert (work(made).state, work(made).note) == ("cancelled", "А варианты\nкарантин")
    assert code(works.hold, made) == ("test_cancelled", None)
    works.reopen(made)
    assert work(made).state == "planned"
    assert code(works.hold, add(held_on=None)) == ("test_day_missing", "held_on")


def test_the_quarter_follows_the_school_s_days(add: AddWork, association_id: int) -> None:
    holiday, late = add(held_on=dt.date(2026, 11, 7)), add(held_on=dt.date(2027, 6, 5))
    undated = add("4-Б", held_on=None)
    assert [work(each).quarter for each in (holiday, late, undated)] == [2, 4, 0]
    moved = [Span(1, dt.date(2026, 9, 1), dt.date(2026, 11, 8)), Span(2, dt.date(2026, 11, 16), dt.date(2026, 12, 30))]
    calendar.save_school_year(YEAR, QUARTERS[0].begins, QUARTERS[3].ends, [*moved, *QUARTERS[2:]])
    assert [each.id for each in reading.works(association_id, YEAR, 1)] == [holiday]


def test_in_the_order_of_days_lessons_and_classes(add: AddWork, association_id: int) -> None:
    late = add("2-А", held_on=None)
    second, first = add("10-А", lesson=2), add("3-Б", lesson=1)
    before, same = add("4-А", held_on=DAY - dt.timedelta(days=1)), add("9-А", lesson=2)
    assert [each.id for each in reading.works(association_id, YEAR)] == [before, first, same, second, late]


def test_a_removed_work_is_gone_until_it_is_taken_back(add: AddWork, association_id: int) -> None:
    made = add()
    works.remove_work(made)
    assert code(work, made) == ("record_missing", None)
    assert reading.newest(association_id) is None
    undo.undo()
    assert reading.newest(association_id) == made


def test_a_list_costs_the_same_however_long_it_is(
    add: AddWork, association_id: int, people: list[int], count_queries: CountQueries
) -> None:
    add(teacher_id=people[0])
    with count_queries() as few:
        reading.works(association_id, YEAR)
    for place in range(20):
        add("4-Б", people[place % 12], held_on=DAY + dt.timedelta(days=place), author_id=people[0])
    with count_queries() as many:
        assert len(reading.works(association_id, YEAR)) == 21
    assert len(many) == len(few) <= 8
