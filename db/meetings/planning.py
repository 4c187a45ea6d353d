"""A meeting's course: planned, begun, ended, called off. Finishing its protocol is `db.protocols`."""

from __future__ import annotations

import datetime as dt
from typing import Any

from db import appointments, history, records
from db.connection import execute
from db.errors import Refused
from db.history import action
from db.meetings import agenda, attending
from db.meetings.rows import MeetingRow
from db.meetings.sheet import meeting, meetings
from db.models.meetings import Meeting
from db.rules import calendar

FIELDS = frozenset({"held_on", "planned_time", "place", "number", "chair_id", "secretary_id", "started_at", "ended_at"})
"""What of a meeting can be typed over as long as its protocol is not finished."""


def next_number(association_id: int, first_year: int) -> int:
    """The number after the greatest of the year; a cancelled meeting keeps its own."""
    return max((each.number for each in meetings(association_id, first_year)), default=0) + 1


def missing_numbers(association_id: int, first_year: int) -> list[int]:
    """Numbers that the year's meetings leap over."""
    used = {each.number for each in meetings(association_id, first_year)}
    return [number for number in range(1, max(used, default=0)) if number not in used]


@action("meeting.plan")
def plan(
    association_id: int,
    held_on: dt.date,
    planned_time: str = "",
    place: str = "",
    number: int | None = None,
) -> int:
    """Plan a meeting with its chair, secretary and members as of that day; the first item reviews the last meeting.

    Returns its id. Raises Refused `number_taken` (field number).
    """
    first_year = calendar.school_year_of(held_on)
    number = number or next_number(association_id, first_year)
    _refuse_taken(association_id, first_year, number, None)
    meeting_id = records.insert(
        Meeting,
        association=association_id,
        first_year=first_year,
        number=number,
        held_on=held_on,
        planned_time=planned_time,
        place=place,
        chair=_holder(association_id, "leader", held_on),
        secretary=_holder(association_id, "secretary", held_on),
    )
    history.subject(str(number))
    attending.expect_members(meeting_id)
    agenda.add_review(meeting_id)
    agenda.add_continued(meeting_id)
    return meeting_id


@action("meeting.change")
def change(meeting_id: int, **fields: Any) -> None:
    """Type over date, time, place, number, chair or secretary (`FIELDS`).

    Raises Refused `number_taken` (number), `number_out_of_range` (number), `end_before_start` (ended_at).
    """
    before = meeting(meeting_id)
    if unknown := fields.keys() - FIELDS:
        raise ValueError(f"not a field of a meeting: {unknown}")
    if (held_on := fields.get("held_on")) is not None:
        fields["first_year"] = calendar.school_year_of(held_on)
    number = fields.get("number", before.number)
    if not 1 <= number <= 999:
        raise Refused("number_out_of_range", "number", least=1, most=999)
    _refuse_taken(before.association_id, fields.get("first_year", before.first_year), number, meeting_id)
    _refuse_reversed(fields.get("started_at", before.started_at), fields.get("ended_at", before.ended_at))
    history.subject(str(before.number))
    records.change(Meeting, meeting_id, **{name.removesuffix("_id"): value for name, value in fields.items()})
    if held_on is not None and before.state == "planned":
        attending.expect_members(meeting_id)


@action("meeting.start")
def start(meeting_id: int, at: str) -> None:
    """The meeting begins at `at` («14:10»); who has become a member since it was planned is expected too."""
    attending.expect_members(meeting_id)
    records.change(Meeting, meeting_id, state="in_progress", started_at=at)
    history.subject(str(meeting(meeting_id).number))


@action("meeting.end")
def end(meeting_id: int, at: str) -> None:
    """The meeting ends at `at`; what is written of it is a draft from now on."""
    records.change(Meeting, meeting_id, state="draft", ended_at=at)
    history.subject(str(meeting(meeting_id).number))


@action("meeting.resume")
def resume(meeting_id: int) -> None:
    """Ended too early: the meeting goes on."""
    records.change(Meeting, meeting_id, state="in_progress", ended_at="")


@action("meeting.cancel")
def cancel(meeting_id: int, reason: str) -> None:
    """Call a meeting off; it keeps its number in the register. Raises Refused `reason_missing` (reason)."""
    if not reason.strip():
        raise Refused("reason_missing", "reason")
    history.subject(str(meeting(meeting_id).number))
    records.change(Meeting, meeting_id, state="cancelled", cancelled_reason=reason)


@action("meeting.reinstate")
def reinstate(meeting_id: int) -> None:
    """A meeting called off is held after all."""
    records.change(Meeting, meeting_id, state="planned", cancelled_reason="")


@action("meeting.remove")
def remove(meeting_id: int) -> None:
    """Take away a meeting planned by mistake. Raises Refused `meeting_held` once it was begun."""
    of = meeting(meeting_id)
    if of.state != "planned":
        raise Refused("meeting_held", number=of.number)
    history.subject(str(of.number))
    records.remove(Meeting, meeting_id)


def to_continue(association_id: int) -> MeetingRow | None:
    """The meeting that is running, if one is: a crash or a closed lid left it so."""
    found = execute(
        "SELECT id FROM meeting WHERE association_id = ? AND state = 'in_progress' AND deleted_at IS NULL"
        " ORDER BY held_on DESC LIMIT 1",
        (association_id,),
    )
    return meeting(found[0][0]) if found else None


def last_held(association_id: int) -> MeetingRow | None:
    """The newest meeting that was begun."""
    found = execute(
        "SELECT id FROM meeting WHERE association_id = ? AND state IN ('in_progress', 'draft')"
        " AND deleted_at IS NULL ORDER BY first_year DESC, number DESC LIMIT 1",
        (association_id,),
    )
    return meeting(found[0][0]) if found else None


def _refuse_taken(association_id: int, first_year: int, number: int, meeting_id: int | None) -> None:
    others = (each for each in meetings(association_id, first_year) if each.id != meeting_id)
    if any(each.number == number for each in others):
        raise Refused("number_taken", "number", number=number)


def _refuse_reversed(started_at: str, ended_at: str) -> None:
    if started_at and ended_at and ended_at < started_at:
        raise Refused("end_before_start", "ended_at", start=started_at)


def _holder(association_id: int, role: str, on: dt.date) -> int | None:
    """Who holds an office on a day; the newest holder where the day lies outside all appointments."""
    known = appointments.leader if role == "leader" else appointments.secretary
    found = known(association_id, on) or next(iter(appointments.appointments(association_id, role)), None)
    return found.person_id if found else None
