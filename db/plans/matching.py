"""Meetings that prove lines by themselves: a line that plans a meeting is done once one was held at its time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db.plans.rows import Proof
from db.rules import plan_terms

MATCHED = frozenset({"day", "span", "month"})
"""Kinds of terms near enough to say which meeting is meant."""


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting that has ended."""

    id: int
    number: int
    held_on: dt.date


@dataclass(frozen=True, slots=True)
class Planned:
    """A line that plans a meeting and that nothing else proves, with the days of its term."""

    id: int
    first: dt.date
    last: dt.date


def proofs(planned: Sequence[Planned], held: Sequence[Held]) -> dict[int, Proof]:
    """Line → its proof. Each meeting does one line, the one with the narrowest term around its day.

    A meeting that was held on another day than planned does the line of that month.
    """
    found: dict[int, Proof] = {}
    narrowest = sorted(planned, key=lambda line: (line.last - line.first, line.first))
    for exact in (True, False):
        for line in narrowest:
            done = {proof.meeting_id for proof in found.values()}
            meeting = _meeting(line, (each for each in held if each.id not in done), exact)
            if line.id not in found and meeting is not None:
                found[line.id] = Proof(
                    0, line.id, meeting.held_on, False, meeting.id, None, None, meeting.number, meeting.held_on
                )
    return found


def _meeting(line: Planned, held: Iterable[Held], exact: bool) -> Held | None:
    if exact:
        return next((each for each in held if line.first <= each.held_on <= line.last), None)
    months = plan_terms.months(line.first, line.last)
    return next((each for each in held if (each.held_on.year, each.held_on.month) in months), None)
