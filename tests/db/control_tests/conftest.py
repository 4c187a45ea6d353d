"""An association of twelve in a year whose quarters are known, and works to be planned in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from db import calendar
from db.control_tests import works
from db.members import members
from db.rules.calendar import Span
from tests.conftest import MakeAssociation

YEAR = 2026
QUARTERS = (
    Span(1, dt.date(2026, 9, 1), dt.date(2026, 11, 4)),
    Span(2, dt.date(2026, 11, 10), dt.date(2026, 12, 30)),
    Span(3, dt.date(2027, 1, 12), dt.date(2027, 3, 19)),
    Span(4, dt.date(2027, 3, 29), dt.date(2027, 5, 25)),
)

AddWork = Callable[..., int]


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
def add(association_id: int) -> AddWork:
    """Plan a work of one class; returns its id."""

    def make(class_name: str = "4-А", teacher_id: int | None = None, **fields: Any) -> int:
        values = {"kind": "entry", "subject": "Математика", "held_on": dt.date(2026, 9, 15)} | fields
        return works.add_works(association_id, YEAR, [(class_name, teacher_id)], **values).value[0]

    return make
