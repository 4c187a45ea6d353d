"""Who is at a meeting: members, one row each, and guests."""

from __future__ import annotations

from dataclasses import dataclass

from db import records
from db.connection import execute, rows
from db.errors import Refused
from db.history import action
from db.meetings.removing import take_away
from db.meetings.rows import Sheet
from db.meetings.sheet import meeting
from db.meetings.standing import label, next_position, standing
from db.members import members
from db.models.meetings import Attendance, Guest
from db.reading import columns
from db.rules import quorum as rule

MOST_ITEMS = 999


@dataclass(frozen=True, slots=True)
class Quorum:
    """Whether enough members are there; `share_percent` is the share that must be exceeded."""

    members: int
    present: int
    met: bool


def quorum(of: Sheet, share_percent: int = 50) -> Quorum:
    """Count who took part. A quorum is more than `share_percent` of the members (a setting; the form names none)."""
    expected = len(of.attendance)
    return Quorum(expected, of.present, rule.quorum(expected, of.present, share_percent))


def expect_members(meeting_id: int) -> None:
    """Expect the members of the meeting's day, and them alone: who has joined is added, who has left goes.

    How a member was marked stays. Called inside an action.
    """
    of = meeting(meeting_id)
    expected = dict.fromkeys(each.person_id for each in members(of.association_id, of.held_on))
    known = {each.person_id: each for each in _expected(meeting_id)}
    for person_id in expected:
        if person_id not in known:
            records.insert(Attendance, meeting=meeting_id, person=person_id)
        elif known[person_id].deleted_at:
            records.revive(Attendance, known[person_id].id)
    for each in known.values():
        if each.person_id not in expected and not each.deleted_at:
            records.remove(Attendance, each.id)


def follow_items(meeting_id: int, before: list[int], after: list[int]) -> None:
    """Keep who came or left at an item with that item when the agenda's numbers shift; inside an action.

    `before` and `after` are the items in the order of their numbers. Where an item is gone, the next one counts for
    coming and the one before it for leaving.
    """
    numbers = {item_id: number for number, item_id in enumerate(after, start=1)}
    for each in _expected(meeting_id):
        first, last = each.from_item, each.until_item
        came = first and _number_of(before[first - 1 :], numbers, first)
        left = last and _number_of(before[:last][::-1] if last <= len(before) else [], numbers, last)
        if (came, left) != (first, last):
            records.change(Attendance, each.id, from_item=came, until_item=left)


def _number_of(items: list[int], numbers: dict[int, int], otherwise: int) -> int:
    """The number of the first of the items that has one."""
    return next((numbers[item_id] for item_id in items if item_id in numbers), otherwise)


@dataclass(frozen=True, slots=True)
class _Expected:
    """A member's row at a meeting, deleted or not: there is never a second one."""

    id: int
    person_id: int
    from_item: int | None
    until_item: int | None
    deleted_at: str | None


def _expected(meeting_id: int) -> list[_Expected]:
    query = Attendance.select(*columns(Attendance, _Expected)).where(Attendance.meeting == meeting_id)
    return rows(query.order_by(Attendance.id), _Expected)


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

    `from_item`, `until_item` are numbers on the agenda. Raises Refused `number_out_of_range` (from_item, until_item),
    `items_reversed` (until_item).
    """
    for name, number in (("from_item", from_item), ("until_item", until_item)):
        if number is not None and not 1 <= number <= MOST_ITEMS:
            raise Refused("number_out_of_range", name, least=1, most=MOST_ITEMS)
    if from_item is not None and until_item is not None and until_item < from_item:
        raise Refused("items_reversed", "until_item")
    missed = state in ("absent", "left")
    came = state in ("late", "left", "online")
    records.change(
        Attendance,
        attendance_id,
        state=state,
        reason=reason if missed else "",
        reason_text=reason_text if missed else "",
        arrived=arrived if came else "",
        from_item=from_item if came else None,
        until_item=until_item if came else None,
    )


@action("guest.add")
def add_guest(meeting_id: int, name: str, office: str = "") -> int:
    """Someone invited has come; returns the row's id. Raises Refused `name_missing` (name)."""
    _name_it(name)
    position = next_position(Guest, Guest.meeting == meeting_id)
    return records.insert(Guest, meeting=meeting_id, position=position, name=name, office=office)


@action("guest.change")
def change_guest(guest_id: int, name: str, office: str) -> None:
    """Correct a guest's name or office. Raises Refused `name_missing` (name)."""
    _name_it(name)
    standing(Guest, guest_id)
    records.change(Guest, guest_id, name=name, office=office)


@action("guest.remove")
def remove_guest(guest_id: int) -> None:
    """Take a guest away."""
    take_away(Guest, guest_id, named_by="name")


def _name_it(name: str) -> None:
    """Name the running action by a guest; a guest has a name."""
    if not name.strip():
        raise Refused("name_missing", "name")
    label(name)


def known_guests(association_id: int) -> list[tuple[str, str]]:
    """Name and office of those invited before, the newest first, each once; at most 20."""
    found = execute(
        "SELECT g.name, g.office, MAX(g.id) FROM guest g JOIN meeting m ON m.id = g.meeting_id"
        " WHERE m.association_id = ? AND g.deleted_at IS NULL GROUP BY g.name, g.office ORDER BY 3 DESC LIMIT 20",
        (association_id,),
    )
    return [(name, office) for name, office, _newest in found]
