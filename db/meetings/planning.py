"""A meeting's course: planned, begun, ended, called off. Finishing its protocol is `db.protocols`."""

from __future__ import annotations

import datetime as dt
from typing import Any

from db import appointments, history, records, task_reviews
from db.backups import numbers
from db.errors import Refused
from db.gate import refuse_unknown
from db.history import action
from db.meetings import attending, carrying
from db.meetings.removing import take_contents
from db.meetings.rows import MeetingRow
from db.meetings.sheet import meeting, meetings, newest
from db.models.meetings import Meeting
from db.rules import calendar

FIELDS = frozenset({"held_on", "planned_time", "place", "number", "chair_id", "secretary_id", "started_at", "ended_at"})
"""What of a meeting can be typed over as long as its protocol is not finished."""

GREATEST_NUMBER = 999


def next_number(association_id: int, first_year: int) -> int:
    """The number after the greatest of the year; a cancelled meeting keeps its own, one lost in a restore too."""
    known = [each.number for each in meetings(association_id, first_year)]
    return max([*known, numbers.greatest(association_id, first_year)]) + 1


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

    Returns its id. Raises Refused `number_taken`, `number_out_of_range` (number).
    """
    first_year = calendar.school_year_of(held_on)
    if number is None:
        number = next_number(association_id, first_year)
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
    carrying.add_review(meeting_id)
    carrying.add_continued(meeting_id)
    return meeting_id


@action("meeting.change")
def change(meeting_id: int, **fields: Any) -> None:
    """Type over date, time, place, number, chair or secretary (`FIELDS`).

    In another school year a meeting keeps its number where that is free there, else it is given the next one. Raises
    Refused `final_protocol`, `number_taken` (number), `number_out_of_range` (number), `end_before_start` (ended_at).
    """
    before = _named(meeting_id)
    refuse_unknown(fields, FIELDS)
    fields = _numbered(before, fields)
    _refuse_reversed(fields.get("started_at", before.started_at), fields.get("ended_at", before.ended_at))
    records.change(Meeting, meeting_id, **{name.removesuffix("_id"): value for name, value in fields.items()})
    if fields.get("held_on") is not None and before.state == "planned":
        attending.expect_members(meeting_id)


@action("meeting.start")
def start(meeting_id: int, at: str) -> None:
    """The meeting begins at `at` («14:10»), where no time was typed before; newer members are expected too.

    Raises Refused `final_protocol`, `meeting_cancelled` (values: number).
    """
    of = _going_on(meeting_id)
    if of.state == "planned":
        attending.expect_members(meeting_id)
    records.change(Meeting, meeting_id, state="in_progress", started_at=of.started_at or at)


@action("meeting.end")
def end(meeting_id: int, at: str) -> None:
    """The meeting ends at `at`, where no time was typed before; what is written of it is a draft from now on.

    Raises Refused as `start` does, and `end_before_start` (ended_at).
    """
    of = _going_on(meeting_id)
    ended_at = of.ended_at or at
    _refuse_reversed(of.started_at, ended_at)
    records.change(Meeting, meeting_id, state="draft", ended_at=ended_at)


@action("meeting.resume")
def resume(meeting_id: int) -> None:
    """Ended too early: the meeting goes on. Raises Refused as `start` does."""
    _going_on(meeting_id)
    records.change(Meeting, meeting_id, state="in_progress", ended_at="")


@action("meeting.cancel")
def cancel(meeting_id: int, reason: str) -> None:
    """Call a meeting off; it keeps its number in the register, and what it had taken over goes to the next one.

    Raises Refused `reason_missing` (reason), `final_protocol`, `meeting_ended` (values: number).
    """
    if not reason.strip():
        raise Refused("reason_missing", "reason")
    of = _named(meeting_id)
    if of.version or of.state == "draft":
        raise Refused("meeting_ended", number=of.number)
    records.change(Meeting, meeting_id, state="cancelled", cancelled_reason=reason)
    carrying.hand_on(meeting_id)


@action("meeting.reinstate")
def reinstate(meeting_id: int) -> None:
    """A meeting called off is held after all; one that is not called off stays as it is."""
    of = _named(meeting_id)
    if of.state == "cancelled":
        state = "in_progress" if of.started_at else "planned"
        records.change(Meeting, meeting_id, state=state, cancelled_reason="")


@action("meeting.remove")
def remove(meeting_id: int) -> None:
    """Take away a meeting planned by mistake, with its agenda and what it found about tasks; its number is free again.

    Raises Refused `final_protocol`, `meeting_held` once it was begun, `meeting_cancelled` (values: number).
    """
    of = _going_on(meeting_id)
    if of.state != "planned":
        raise Refused("meeting_held", number=of.number)
    task_reviews.forget_all(meeting_id)
    take_contents(meeting_id)
    records.remove(Meeting, meeting_id)


def to_continue(association_id: int) -> MeetingRow | None:
    """The meeting that is running, if one is: a crash or a closed lid left it so."""
    return newest(association_id, "in_progress")


def last_held(association_id: int) -> MeetingRow | None:
    """The newest meeting that was begun."""
    return newest(association_id, "in_progress", "draft")


def _named(meeting_id: int) -> MeetingRow:
    """A meeting that the running action is about; raises Refused `final_protocol`."""
    of = meeting(meeting_id)
    if of.locked:
        raise Refused("final_protocol")
    history.subject(str(of.number))
    return of


def _going_on(meeting_id: int) -> MeetingRow:
    """The same, refusing one that was called off too."""
    of = _named(meeting_id)
    if of.state == "cancelled":
        raise Refused("meeting_cancelled", number=of.number)
    return of


def _numbered(before: MeetingRow, fields: dict[str, Any]) -> dict[str, Any]:
    """The fields with the school year of their date, and a number that no other meeting of that year has."""
    first_year = before.first_year
    number = before.number if fields.get("number") is None else fields["number"]
    if fields.get("held_on") is not None:
        first_year = calendar.school_year_of(fields["held_on"])
    if first_year != before.first_year and "number" not in fields and _taken(before, first_year, number):
        number = next_number(before.association_id, first_year)
    _refuse_taken(before.association_id, first_year, number, before.id)
    return {**fields, "first_year": first_year, "number": number}


def _taken(of: MeetingRow, first_year: int, number: int) -> bool:
    return any(each.number == number for each in meetings(of.association_id, first_year) if each.id != of.id)


def _refuse_taken(association_id: int, first_year: int, number: int, meeting_id: int | None) -> None:
    """Refuse a number that no meeting can have, or that another one of the year has."""
    if not 1 <= number <= GREATEST_NUMBER:
        raise Refused("number_out_of_range", "number", least=1, most=GREATEST_NUMBER)
    if any(each.number == number for each in meetings(association_id, first_year) if each.id != meeting_id):
        raise Refused("number_taken", "number", number=number)


def _refuse_reversed(started_at: str, ended_at: str) -> None:
    if started_at and ended_at and ended_at < started_at:
        raise Refused("end_before_start", "ended_at", start=started_at)


def _holder(association_id: int, role: str, on: dt.date) -> int | None:
    """Who holds an office on a day, or held it last; where nobody was appointed, who did it at the last meeting."""
    known = appointments.leader if role == "leader" else appointments.secretary
    found = known(association_id, on) or next(iter(appointments.appointments(association_id, role)), None)
    if found is not None:
        return found.person_id
    last = last_held(association_id)
    if last is None:
        return None
    return last.chair_id if role == "leader" else last.secretary_id
