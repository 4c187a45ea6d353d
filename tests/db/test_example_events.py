"""The example year's events: as many as its meetings speak of, and what they did in the plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from db import calendar, checking, connection
from db.associations import associations
from db.events.activities import Activity, activities
from db.plans import fulfilling
from db.plans.lines import lines

YEAR = 2026


@pytest.fixture(scope="module")
def year(example_folder: Path) -> Iterator[int]:
    connection.open_for_reading(example_folder)
    yield associations()[0].id
    connection.close()


def of_kind(association_id: int, *kinds: str) -> list[Activity]:
    return activities(association_id, YEAR, kinds=kinds)


def test_as_many_lessons_and_visits_as_the_meetings_tell(year: int) -> None:
    lessons = of_kind(year, "open_lesson")
    assert [each.state for each in lessons].count("held") == 9
    assert [each.reason for each in lessons if each.state == "cancelled"] != [""]
    visits = of_kind(year, "visit")
    assert len(visits) == 41
    assert sum(each.held_on <= dt.date(2027, 2, 19) for each in visits if each.held_on) == 27


def test_no_event_is_on_a_holiday_or_a_sunday(year: int) -> None:
    free = calendar.school_year(YEAR).holidays
    for each in of_kind(year):
        assert each.held_on is not None
        assert each.held_on.weekday() != 6
        assert not any(one.begins <= each.held_on <= one.ends for one in free), each.title


def test_a_lesson_was_moved_with_its_reason_and_the_week_has_its_events(year: int) -> None:
    assert {each.title for each in of_kind(year) if each.moves} == {
        "«Акылдуу бала» жомогу", "Мектептик олимпиада: математика",
    }  # fmt: skip
    (week,) = of_kind(year, "week")
    assert len(activities(year, YEAR, part_of_id=week.id)) == 6
    assert {each.kind for each in week.outcomes} == {"class", "pupil"}


def test_events_prove_lines_and_some_were_done_beyond_the_plan(year: int) -> None:
    proved = {
        line.text: [proof for proof in line.proofs if proof.activity_id]
        for line in lines(year, YEAR, dt.date(2027, 5, 31))
    }
    assert len(proved["Сабактарга өз ара катышуу"]) == 41
    assert len(proved["Ачык сабак: математика"]) == 1
    assert {"Алтын күз", "Математикалык викторина"} <= proved.keys()
    assert len(fulfilling.unplanned(year, YEAR)) == 5
    assert checking.check() == []
