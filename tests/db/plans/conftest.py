"""An association of twelve with two sections in its plan, in a year whose quarters are known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from db import calendar
from db.members import members
from db.plans import lines, sections
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

AddLine = Callable[..., int]


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
def section_ids(association_id: int) -> list[int]:
    names = (("Отурумдар", "Заседания"), ("Ачык сабактар", "Открытые уроки"))
    return [sections.save_section(None, association_id, ky, ru).value for ky, ru in names]


@pytest.fixture
def add(association_id: int, section_ids: list[int]) -> AddLine:
    """Add a line to the second section; returns its id."""

    def make(text: str = "Ачык сабак", **fields: Any) -> int:
        section_id = fields.pop("section_id", section_ids[1])
        return lines.add_line(association_id, YEAR, section_id, text, **fields).value

    return make
