"""Clashes by a table of known answers, and that they are mutual however many there are."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.calendar import Holiday, Span
from db.rules.clashes import Booked, Calendar, Clash, all_clashes, clashes_with, day_clashes, room_key, same_time

DAY = date(2026, 11, 18)
LESSON = {"day": DAY, "lesson": 3, "people": frozenset({1}), "gives": frozenset({1}), "classes": frozenset({"4-А"})}
CALENDAR = Calendar(
    (Span(1, date(2026, 9, 1), date(2026, 11, 4)), Span(2, date(2026, 11, 10), date(2026, 12, 30))),
    (Holiday("autumn", date(2026, 11, 5), date(2026, 11, 9)),),
)


def booked(key: int = 1, **changes: object) -> Booked:
    return Booked(key, **(LESSON | changes))  # type: ignore[arg-type]


OTHER = {"people": frozenset({2}), "gives": frozenset({2}), "classes": frozenset({"3-Б"})}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"classes": frozenset()}, [("teacher", (1,))]),
        (OTHER | {"classes": frozenset({"4-А", "4-Б"})}, [("class", ("4-А",))]),
        (OTHER, []),
        (OTHER | {"room": "12"}, [("room", ("12",))]),
        ({}, [("teacher", (1,)), ("class", ("4-А",))]),
        ({"lesson": 4}, []),
        ({"lesson": None}, []),
        ({"day": DAY + timedelta(days=1)}, []),
        ({"ends": DAY + timedelta(days=1)}, []),
        ({"visit": True}, []),
        ({"visit": True, "classes": frozenset()}, []),
        ({"visit": True, "classes": frozenset({"4-Б"})}, [("teacher", (1,))]),
        (OTHER | {"people": frozenset({2, 1}), "visit": True}, [("teacher", (1,))]),
    ],
)
def test_what_is_taken_twice(changes: dict[str, object], found: list[tuple[str, tuple[object, ...]]]) -> None:
    told = clashes_with(booked(room="12"), [booked(room="12"), booked(2, **changes)])
    assert [(each.code, each.shared) for each in told] == found
    assert all(each.other == 2 for each in told)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("09:00", 1), ("09:44", 2), True),
        (("09:00", 1), ("09:45", 1), False),
        (("09:00", None), ("", 1), False),
        (("09:00", 1), ("", 1), True),
        (("", None), ("", None), False),
    ],
)
def test_hours_say_more_than_lessons(one: tuple[str, int], other: tuple[str, int], same: bool) -> None:
    first, second = (booked(key, starts=hour, lesson=lesson) for key, (hour, lesson) in enumerate((one, other)))
    assert same_time(first, second) is same_time(second, first) is same


@pytest.mark.parametrize(
    ("day", "ends", "codes"),
    [
        (date(2026, 11, 18), None, []),
        (date(2026, 11, 22), None, ["sunday"]),
        (date(2026, 11, 6), None, ["holiday"]),
        (date(2026, 8, 31), None, ["day_off"]),
        (date(2026, 8, 27), None, ["holiday"]),
        (date(2026, 11, 2), None, ["quarter_end"]),  # Monday: 2, 3, 4 November are left
        (date(2026, 10, 31), None, []),  # Saturday before
        (date(2026, 12, 28), date(2027, 1, 8), ["quarter_end", "holiday"]),
        (date(2026, 11, 18), date(2026, 11, 24), []),
    ],
)
def test_days_that_are_better_left(day: date, ends: date | None, codes: list[str]) -> None:
    assert [each.code for each in day_clashes(booked(day=day, ends=ends), CALENDAR)] == codes


def test_how_many_last_days_is_the_schools_to_say() -> None:
    of = booked(day=date(2026, 10, 29))  # Thursday; Sunday is none
    assert day_clashes(of, CALENDAR) == []
    assert day_clashes(of, Calendar(CALENDAR.quarters, CALENDAR.holidays, 6)) == [Clash("quarter_end", None, (1,))]
    assert day_clashes(booked(day=date(2026, 11, 4)), Calendar(CALENDAR.quarters, (), 0)) == []


SLOTS = st.builds(
    Booked,
    key=st.integers(0, 10**9),
    day=st.dates(DAY, DAY + timedelta(days=2)),
    ends=st.sampled_from((None, None, None, DAY + timedelta(days=5))),
    lesson=st.sampled_from((None, 1, 2, 3)),
    starts=st.sampled_from(("", "", "08:00", "08:30", "14:00")),
    people=st.frozensets(st.integers(1, 4), max_size=2),
    classes=st.frozensets(st.sampled_from(("4-А", "4-Б")), max_size=2),
    room=st.sampled_from(("", "12", "13")),
)


@given(st.lists(SLOTS, max_size=12, unique_by=lambda each: each.key))
def test_clashes_are_mutual_and_buckets_lose_none(slots: list[Booked]) -> None:
    found = all_clashes(slots)
    for one in slots:
        told = {(each.other, each.code, each.shared) for each in found.get(one.key, ())}
        assert told <= {(each.other, each.code, each.shared) for each in pairwise(one, slots)}
        assert bool(told) == bool(pairwise(one, slots))


def pairwise(of: Booked, slots: list[Booked]) -> list[Clash]:
    return [clash for other in slots for clash in clashes_with(of, [other])]


def test_two_thousand_lessons_are_compared_at_once() -> None:
    slots = [
        booked(n, day=DAY + timedelta(days=n % 30), lesson=n % 6 + 1, people=frozenset({n % 40}), classes=frozenset())
        for n in range(2000)
    ]
    assert len(all_clashes(slots)) == 2000


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("№ 12 кабинет", "12-каб.", True), ("12", "Кабинет 12", True), ("12", "13", False),
        ("Спортзал", "спортзал ", True), ("1-спортзал", "1-кабинет", False),
    ],
)  # fmt: skip
def test_a_room_is_the_same_however_it_is_written(one: str, other: str, same: bool) -> None:
    assert (room_key(one) == room_key(other)) is same
