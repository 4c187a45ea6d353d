"""The meetings of a school year seen from above: what each one has, what is missing, and a new one like an old one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from db import calendar
from db.connection import execute
from db.history import action
from db.meetings import agenda, planning
from db.meetings.rows import MeetingRow
from db.meetings.sheet import item_rows, meeting
from db.rules import calendar as rule

HELD = frozenset({"in_progress", "draft", "final", "signed"})
"""States of a meeting that was begun."""


@dataclass(frozen=True, slots=True)
class Summary:
    """How much a meeting has: items on its agenda, members expected, members who took part, decisions."""

    items: int
    members: int
    present: int
    decisions: int


_COUNTS = """
SELECT m.id,
       (SELECT COUNT(*) FROM agenda_item i WHERE i.meeting_id = m.id AND i.deleted_at IS NULL AND i.state <> 'parked'),
       (SELECT COUNT(*) FROM attendance a WHERE a.meeting_id = m.id AND a.deleted_at IS NULL),
       (SELECT COUNT(*) FROM attendance a WHERE a.meeting_id = m.id AND a.deleted_at IS NULL AND a.state <> 'absent'),
       (SELECT COUNT(*) FROM decision d WHERE d.meeting_id = m.id AND d.deleted_at IS NULL)
FROM meeting m WHERE m.association_id = ? AND m.first_year = ? AND m.deleted_at IS NULL
"""


def summaries(association_id: int, first_year: int) -> dict[int, Summary]:
    """What each meeting of a school year has, by the meeting's id, in one query."""
    found = execute(_COUNTS, (association_id, first_year))
    return {meeting_id: Summary(*counts) for meeting_id, *counts in found}


def empty_months(found: list[MeetingRow], first_year: int, today: dt.date) -> list[tuple[int, int]]:
    """The months (year, month) of a school year that are over and had no meeting (DOMAIN.md 0: one a month)."""
    year = calendar.school_year(first_year) or calendar.usual_year(first_year)
    until = min(today, dt.date(first_year + 1, 6, 1))
    held = [each.held_on for each in found if each.held_on and each.state in HELD]
    return rule.months_without_meeting(held, year.begins, until)


@action("meeting.plan_like")
def plan_like(
    source_id: int, held_on: dt.date, planned_time: str = "", place: str = "", number: int | None = None
) -> int:
    """Plan a meeting with the ordinary questions of another one; returns its id. Raises Refused as `plan` does."""
    association_id = meeting(source_id).association_id
    meeting_id = planning.plan(association_id, held_on, planned_time, place, number).value
    standing = {row.title.casefold() for row in item_rows(meeting_id)}
    for row in item_rows(source_id):
        if row.kind != "review" and row.title.casefold() not in standing:
            agenda.add(meeting_id, row.title, row.kind, row.reporter_id)
    return meeting_id
