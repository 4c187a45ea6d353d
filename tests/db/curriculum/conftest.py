"""An association of twelve, a meeting held in November, four calendar plans and a change of the curriculum."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from db.curriculum import changes, plans
from db.members import members
from tests.conftest import MakeAssociation, MakeMeeting

YEAR = 2026
TODAY = dt.date(2026, 11, 22)
HELD = dt.date(2026, 11, 14)

AddPlan = Callable[..., int]


@pytest.fixture
def association_id(make_association: MakeAssociation) -> int:
    return make_association()


@pytest.fixture
def people(association_id: int) -> list[int]:
    """The members' persons, in Kyrgyz order."""
    return [each.person_id for each in members(association_id)]


@pytest.fixture
def meeting_id(association_id: int, make_meeting: MakeMeeting) -> int:
    return make_meeting(association_id, HELD)


@pytest.fixture
def add(association_id: int, people: list[int]) -> AddPlan:
    """Enter a calendar plan; returns its id."""

    def make(person: int = 0, subject: str = "Математика", class_name: str = "4-А", **fields: Any) -> int:
        values = {"person_id": people[person], "subject": subject, "class_name": class_name}
        return plans.save_plan(None, association_id, YEAR, **values | fields).value

    return make


@pytest.fixture
def registered(add: AddPlan) -> list[int]:
    """Mathematics in 4-А, 4-Б and 3-А, Kyrgyz in 4-А."""
    return [
        add(1, hours_week="5", hours_year=170),
        add(4, class_name="4-Б"),
        add(7, class_name="3-А"),
        add(1, "Кыргыз тили"),
    ]


@pytest.fixture
def change_id(association_id: int) -> int:
    """Mathematics of the fourth grades changes from December on."""
    fields = {"text": "Бөлчөктөр 4-класска жылдырылды", "subjects": "математика", "classes": "4-класстар"}
    return changes.save_change(None, association_id, YEAR, valid_from=dt.date(2026, 12, 1), **fields).value
