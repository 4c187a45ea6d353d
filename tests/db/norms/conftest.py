"""An association of twelve with a meeting held in November, at which one was absent and one came late."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from db.meetings import attending
from db.meetings.sheet import sheet
from db.members import members
from db.norms import register
from tests.conftest import MakeAssociation, MakeMeeting

YEAR = 2026
TODAY = dt.date(2026, 11, 22)
HELD = dt.date(2026, 11, 14)

AddNorm = Callable[..., int]


@pytest.fixture
def association_id(make_association: MakeAssociation) -> int:
    return make_association()


@pytest.fixture
def people(association_id: int) -> list[int]:
    """The members' persons, in Kyrgyz order."""
    return [each.person_id for each in members(association_id)]


@pytest.fixture
def meeting_id(association_id: int, make_meeting: MakeMeeting) -> int:
    """A meeting of one item: the third member was absent, the fourth came after it."""
    made = make_meeting(association_id, HELD)
    attendance = sheet(made).attendance
    attending.mark(attendance[2].id, "absent", "ill")
    attending.mark(attendance[3].id, "late", arrived="15:00", from_item=2)
    return made


@pytest.fixture
def item_id(meeting_id: int) -> int:
    return sheet(meeting_id).agenda[0].row.id


@pytest.fixture
def add(association_id: int) -> AddNorm:
    """Enter a document; returns its id."""

    def make(title: str = "Мамлекеттик билим берүү стандарты", **fields: Any) -> int:
        return register.save_norm(None, association_id, YEAR, **{"title": title} | fields).value

    return make
