"""An association of twelve in a year whose quarters are known, and a short way to plan something."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from db import calendar
from db.events import activities
from db.events.rows import Activity
from db.members import members
from db.rules.calendar import Span
from tests.conftest import MakeAssociation

YEAR = 2026
TODAY = dt.date(2026, 11, 22)
QUARTERS = (
    Span(1, dt.date(2026, 9, 1), dt.date(2026, 11, 4)),
    Span(2, dt.date(2026, 11, 10), dt.date(2026, 12, 30)),
    Span(3, dt.date(2027, 1, 12), dt.date(2027, 3, 19)),
    Span(4, dt.date(2027, 3, 29), dt.date(2027, 5, 25)),
)

Add = Callable[..., int]


@pytest.fixture
def association_id(make_association: MakeAssociation) -> int:
    made = make_association()
    calendar.save_school_year(YEAR, QUARTERS[0].begins, QUARTERS[3].ends, QUARTERS)
    return made


@pytest.fixture
def people(association_id: int) -> list[int]:
    """The members' persons, in Kyrgyz order."""
    return [each.person_id for each in members(association_id)]


@pytest.fixture
def add(association_id: int, people: list[int]) -> Add:
    """Plan an activity, an open lesson of the second member unless it says otherwise; returns its id."""

    def make(title: str = "Бөлчөктөр", **fields: Any) -> int:
        kind = fields.pop("kind", "open_lesson")
        fields.setdefault("responsible_ids", [people[1]])
        return activities.add_activity(association_id, YEAR, kind, title, **fields).value

    return make


def of(activity_id: int) -> Activity:
    return activities.activity(activity_id)
