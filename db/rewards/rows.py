"""Proposals to reward somebody, as plain values."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from db.rules.names import Name

RESOLVED = ("granted", "refused")
"""States in which the council has resolved."""


@dataclass(frozen=True, slots=True)
class RewardRow:
    """A proposal; `item_*` and `meeting_*` are the question at which it was discussed, None and empty before."""

    id: int
    uid: str
    association_id: int
    first_year: int
    person_id: int
    award: str
    earlier: str
    grounds: str
    evaluation_id: int | None
    agenda_item_id: int | None
    proposed_on: dt.date | None
    state: str
    resolution: str
    resolved_on: dt.date | None
    resolution_number: str
    surname: str
    given: str
    patronymic: str
    short_form: str
    meeting_id: int | None
    meeting_number: int | None
    meeting_day: dt.date | None

    @property
    def name(self) -> Name:
        """Who is proposed."""
        return Name(self.surname, self.given, self.patronymic, self.short_form)

    @property
    def resolved(self) -> bool:
        """Whether the council has resolved."""
        return self.state in RESOLVED


@dataclass(frozen=True, slots=True)
class Standing:
    """How somebody stands in the newest closed evaluation: points in tenths, the place where the school has places."""

    evaluation_id: int
    first_year: int
    period: str
    part: int
    points: int
    rank: int | None
    people: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Who might be proposed and why: `reasons` are `leading` (place by points of the year) and `long_ago`.

    `points` are those of all closed evaluations of the year in tenths, None without one; `last_year` is the calendar
    year of the newest award, None where none is known.
    """

    person_id: int
    name: Name
    reasons: tuple[str, ...]
    points: int | None
    place: int | None
    last_year: int | None
