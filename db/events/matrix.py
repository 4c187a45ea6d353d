"""Who has what this year: members × (open lesson, extracurricular work, subject event)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from peewee import fn

from db import members
from db.connection import rows
from db.models import events as model
from db.models.events import ActivityPerson
from db.rules.calendar import YEAR_BEGINS_IN
from db.rules.names import Name

COLUMNS = {
    "open_lesson": ("open_lesson",),
    "extracurricular": ("extracurricular",),
    "subject_event": ("subject_event", "week"),
}
"""Column of the matrix → the kinds of activity that it counts; a subject week is a subject event."""


@dataclass(frozen=True, slots=True)
class Figures:
    """How many are planned and still to come, and how many were held; what was called off counts for nothing."""

    planned: int = 0
    held: int = 0


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A member with the figures in the order of `COLUMNS`."""

    person_id: int
    name: Name
    cells: tuple[Figures, ...]

    @property
    def lacking(self) -> int:
        """Of how many columns there is nothing, neither held nor planned."""
        return sum(cell == Figures() for cell in self.cells)


def matrix(association_id: int, first_year: int, today: dt.date) -> list[MatrixRow]:
    """The members of a school year, those who lack the most first, then in Kyrgyz order.

    Members are those of today, of a year that is over or to come those of its last or first day.
    """
    first, last = dt.date(first_year, YEAR_BEGINS_IN, 1), dt.date(first_year + 1, YEAR_BEGINS_IN - 1, 31)
    there = members.members(association_id, min(max(today, first), last))
    counted = _counted(association_id, first_year)
    found = [MatrixRow(each.person_id, each.name, _cells(each.person_id, counted)) for each in there]
    return sorted(found, key=lambda each: -each.lacking)


def _cells(person_id: int, counted: dict[tuple[int, str, str], int]) -> tuple[Figures, ...]:
    def count(kinds: tuple[str, ...], state: str) -> int:
        return sum(counted.get((person_id, kind, state), 0) for kind in kinds)

    return tuple(Figures(count(kinds, "planned"), count(kinds, "held")) for kinds in COLUMNS.values())


@dataclass(frozen=True, slots=True)
class _Count:
    person_id: int
    kind: str
    state: str
    number: int


def _counted(association_id: int, first_year: int) -> dict[tuple[int, str, str], int]:
    """How many activities of a kind and state each person gives or answers for."""
    of = model.Activity
    grouped = (ActivityPerson.person, of.kind, of.state)
    query: Any = ActivityPerson.select(
        ActivityPerson.person.alias("person_id"), of.kind, of.state, fn.COUNT(of.id.distinct()).alias("number")
    ).join(of)
    query = query.where(
        of.association == association_id, of.first_year == first_year, of.deleted_at.is_null(),
        ActivityPerson.role == "responsible", ActivityPerson.person.is_null(False), ActivityPerson.deleted_at.is_null(),
    )  # fmt: skip
    return {(each.person_id, each.kind, each.state): each.number for each in rows(query.group_by(*grouped), _Count)}
