"""Who is at a meeting: members, one row each, and guests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from peewee import fn

from db import history, records
from db.connection import execute
from db.errors import Refused
from db.history import action
from db.meetings.rows import Sheet
from db.models.meetings import Attendance, Guest
from db.rules import quorum as rule


@dataclass(frozen=True, slots=True)
class Quorum:
    """Whether enough members are there; `share_percent` is the share that must be exceeded."""

    members: int
    present: int
    met: bool


def quorum(of: Sheet, share_percent: int = 50) -> Quorum:
    """Count who took part. A quorum is more than `share_percent` of the members (a setting; the form names none)."""
    members = len(of.attendance)
    return Quorum(members, of.present, rule.quorum(members, of.present, share_percent))


def expect_members(meeting_id: int) -> None:
    """Give every member of the meeting's day a row, expected present; rows of others stay as they are marked.

    Called inside an action.
    """
    missing = execute(
        "SELECT DISTINCT m.person_id FROM member m JOIN meeting g ON g.id = ? AND g.association_id = m.association_id"
        " WHERE m.deleted_at IS NULL AND (m.since IS NULL OR g.held_on IS NULL OR m.since <= g.held_on)"
        " AND (m.until IS NULL OR g.held_on IS NULL OR m.until > g.held_on)"
        " AND m.person_id NOT IN (SELECT person_id FROM attendance WHERE meeting_id = g.id) ORDER BY m.id",
        (meeting_id,),
    )
    for (person_id,) in missing:
        records.insert(Attendance, meeting=meeting_id, person=person_id)


@action("attendance.mark")
def mark(
    attendance_id: int,
    state: str,
    reason: str = "",
    reason_text: str = "",
    arrived: str = "",
    from_item: int | None = None,
    until_item: int | None = None,
) -> None:
    """Say how a member takes part; what does not go with the state is emptied.

    `from_item`, `until_item` are numbers on the agenda. Raises Refused `items_reversed` (until_item).
    """
    if from_item is not None and until_item is not None and until_item < from_item:
        raise Refused("items_reversed", "until_item")
    absent = state == "absent"
    came = state in ("late", "left", "online")
    records.change(
        Attendance,
        attendance_id,
        state=state,
        reason=reason if absent else "",
        reason_text=reason_text if absent else "",
        arrived=arrived if came else "",
        from_item=from_item if came else None,
        until_item=until_item if came else None,
    )


@action("guest.add")
def add_guest(meeting_id: int, name: str, office: str = "") -> int:
    """Someone invited has come; returns the row's id. Raises Refused `name_missing` (name)."""
    if not name.strip():
        raise Refused("name_missing", "name")
    history.subject(name)
    position = next_position(Guest, Guest.meeting == meeting_id)
    return records.insert(Guest, meeting=meeting_id, position=position, name=name, office=office)


@action("guest.change")
def change_guest(guest_id: int, name: str, office: str) -> None:
    """Correct a guest's name or office."""
    records.change(Guest, guest_id, name=name, office=office)


@action("guest.remove")
def remove_guest(guest_id: int) -> None:
    """Take a guest away."""
    records.remove(Guest, guest_id)


def next_position(model: Any, condition: Any) -> int:
    """The place after the last of the rows that meet a condition, deleted ones counted."""
    return int(model.select(fn.COALESCE(fn.MAX(model.position), 0)).where(condition).scalar()) + 1


def known_guests(association_id: int) -> list[tuple[str, str]]:
    """Name and office of those invited before, the newest first, each once; at most 20."""
    found = execute(
        "SELECT g.name, g.office, MAX(g.id) FROM guest g JOIN meeting m ON m.id = g.meeting_id"
        " WHERE m.association_id = ? AND g.deleted_at IS NULL GROUP BY g.name, g.office ORDER BY 3 DESC LIMIT 20",
        (association_id,),
    )
    return [(name, office) for name, office, _newest in found]
