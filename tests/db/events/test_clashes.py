"""Clashes of a year's activities with each other, with control works, with free days; unknown classes."""

from __future__ import annotations

import datetime as dt

from db import records, settings
from db.events import activities, classes
from db.events.clashes import Clash, booked, slot, timetable
from db.history import action
from db.models.control_tests import ControlTest
from tests.conftest import CountQueries
from tests.db.events.conftest import TODAY, YEAR, Add, of

DAY = dt.date(2026, 11, 25)


def found(association_id: int) -> dict[int, tuple[Clash, ...]]:
    return timetable(association_id, YEAR).clashes(activities.activities(association_id, YEAR))


def test_a_teacher_a_class_and_a_room_are_taken_once(association_id: int, add: Add, people: list[int]) -> None:
    first = add(held_on=DAY, lesson=3, classes="4-А", room="№ 12 кабинет", visitor_ids=[people[5]])
    contest = {"kind": "contest", "classes": "4А, 4Б", "room": "12", "responsible_ids": [people[0]]}
    second = add("Сынак", held_on=DAY, lesson=3, **contest)
    third = add("Көбөйтүү", held_on=DAY, lesson=3, classes="2-А", responsible_ids=[people[5]])
    told = found(association_id)
    assert [(each.code, each.text, each.other and each.other.id) for each in told[first]] == [
        ("class", "4-А", second), ("room", "12", second), ("teacher", "", third),
    ]  # fmt: skip
    assert [name.listed for name in told[first][2].names] == [of(third).responsible[0].name.listed]
    assert {each.other.title for each in told[first] if each.other} == {"Сынак", "Көбөйтүү"}
    assert [each.code for each in told[third]] == ["teacher"]
    activities.cancel_activity(second, "карантин")
    activities.move_activity(third, TODAY, "ал да", held_on=DAY, lesson=4)
    assert found(association_id) == {}


def test_a_visit_to_an_open_lesson_is_no_clash_but_its_visitor_is_busy(
    association_id: int, add: Add, people: list[int]
) -> None:
    add(held_on=DAY, lesson=2, classes="4-А")
    visit = {"kind": "visit", "held_on": DAY, "lesson": 2, "classes": "4-А"}
    add("", visitor_ids=[people[2]], **visit)
    add("", visitor_ids=[people[3]], **visit)
    assert found(association_id) == {}
    own = add("", held_on=DAY, lesson=2, classes="1-А", responsible_ids=[people[3]])
    assert [each.code for each in found(association_id)[own]] == ["teacher"]


def test_a_control_work_takes_class_teacher_and_room(association_id: int, add: Add, people: list[int]) -> None:
    lesson = add(held_on=DAY, lesson=2, classes="4-А")
    values = {"subject": "математика", "class_name": "4-А", "teacher": people[0], "held_on": DAY, "lesson": 2}
    action("test.work")(lambda: records.insert(ControlTest, association=association_id, first_year=YEAR, **values))()
    (clash,) = found(association_id)[lesson]
    assert (clash.code, clash.other and (clash.other.table, clash.other.title)) == (
        "class",
        ("control_test", "математика"),
    )


def test_free_days_and_the_quarters_end_warn_before_anything_is_saved(association_id: int, people: list[int]) -> None:
    def codes(day: dt.date) -> list[tuple[str, str]]:
        known = timetable(association_id, YEAR)
        people_ = frozenset({people[0]})
        draft = slot(("activity", 0), day, None, 3, "", people_, "4-А", "", "open_lesson", people_)
        return [(each.code, each.text) for each in known.clashes_of(draft)]

    assert codes(DAY) == []
    assert codes(dt.date(2026, 11, 22)) == [("sunday", "")]
    assert codes(dt.date(2026, 11, 6)) == [("holiday", "")]
    assert codes(dt.date(2026, 12, 29)) == [("quarter_end", "2")]
    settings.set_("quarter_last_days", "1", association_id)
    assert codes(dt.date(2026, 12, 29)) == []


def test_what_is_over_warns_no_more(association_id: int, add: Add) -> None:
    sunday = add(held_on=TODAY, lesson=3)
    assert [each.code for each in found(association_id)[sunday]] == ["sunday"]
    activities.hold_activity(sunday, TODAY)
    assert found(association_id) == {}


def test_two_thousand_activities_in_a_few_queries(association_id: int, add: Add, count_queries: CountQueries) -> None:
    @action("test.many")
    def many() -> None:
        for number in range(300):
            add(f"Сабак {number}", held_on=DAY + dt.timedelta(days=number % 5), lesson=number % 6 + 1)

    many()
    with count_queries() as statements:
        told = found(association_id)
    assert len(told) == 300
    assert all(len(each) <= 7 for each in told.values())
    assert len(statements) <= 12


def test_a_class_that_is_not_there_names_the_nearest(association_id: int, add: Add) -> None:
    known = classes.known_classes(YEAR)
    assert known[:4] == ("1-А", "1-Б", "1-В", "2-А")
    told = classes.doubts("4а, 4-Д, 11-Я", known)
    assert [(each.class_name, each.nearest) for each in told] == [("4-Д", "4-А"), ("11-Я", "")]
    assert classes.doubts("4, башталгыч класстар, 4-А", known) == ()
    held = add(classes="4-Д", held_on=TODAY)
    activities.hold_activity(held, TODAY)
    assert classes.doubts("4-Д", classes.known_classes(YEAR)) == ()
    assert classes.doubts("4-Д", ()) == ()


def test_what_is_booked_by_an_activity(add: Add, people: list[int]) -> None:
    lesson = of(add(held_on=DAY, lesson=3, classes="4-А", room="12-каб.", visitor_ids=[people[4]], guests=["ОББ"]))
    taken = booked(lesson)
    assert (taken.people, taken.gives) == (frozenset({people[1], people[4]}), frozenset({people[1]}))
    assert (taken.classes, taken.room, taken.visit) == (frozenset({"4-А"}), "12", False)
