"""What really happened, for the plan: what could prove a line, and what was done since the last meeting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from db import tasks
from db.connection import rows
from db.meetings.rows import MeetingRow
from db.meetings.sheet import meeting, meetings, previous
from db.models.meetings import AgendaItem, Meeting
from db.plans import happened
from db.plans.reading import line, lines
from db.plans.rows import Line
from db.rules.alphabet import fold_words

BEFORE, AFTER = dt.timedelta(days=31), dt.timedelta(days=92)
"""How long before a line's first day and after its last one its work may have been done."""

MOST_OFFERS = 30
_SHORTEST_WORD = 4


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that could have done a line's work on a day: a record of `rows.LINKS` by its table and id.

    `kind` and `classes` are those of an activity or a test; the meeting is that of an item, a decision, a document.
    """

    table: str
    id: int
    done_on: dt.date
    title: str
    meeting_number: int | None = None
    held_on: dt.date | None = None
    kind: str = ""
    classes: str = ""

    @property
    def links(self) -> dict[str, int | None]:
        """What `course.prove` is given."""
        return {f"{self.table}_id": self.id}


def proof_offers(line_id: int) -> list[Offer]:
    """What happened near a line's term and does not prove it yet, the likeliest first; at most 30.

    Likeliest are the records of the line's own kind, of its owners and its classes before others'; then what shares
    words with the line, then what happened nearest to its last day. Meetings themselves are offered for lines that
    plan a meeting, their items, the closed tasks and all that was held for all. Raises Refused `record_missing`.
    """
    of = line(line_id, dt.date.min)
    known = {proof.source for proof in of.proofs}
    first, last = of.first - BEFORE, of.last + AFTER
    ranked = [(fit(of, each), _offer(each)) for each in happened.happened(of.association_id, first, last)]
    ranked += [(0, each) for each in (*_meeting_offers(of), *_item_offers(of), *_task_offers(of))]
    near = [each for each in ranked if first <= each[1].done_on <= last and (each[1].table, each[1].id) not in known]
    wanted = words(of.text)
    near.sort(
        key=lambda each: (
            -max(each[0], 0), -len(wanted & words(each[1].title)), abs(each[1].done_on - of.last), each[1].title
        )
    )  # fmt: skip
    return [offer for _fit, offer in near[:MOST_OFFERS]]


def fit(of: Line, record: happened.Happened) -> int:
    """How well a record fits a line: 0 another kind of work, else 3 and one more or less for owners and for classes.

    One less where both name some and none is the same: another teacher's lesson, another class's test.
    """
    if of.kind not in record.fits:
        return 0
    return (
        3
        + _common(of.owner_ids, record.person_ids)
        + _common(happened.classes_of(of.classes), happened.classes_of(record.classes))
    )


def _common(one: Collection[object], other: Collection[object]) -> int:
    if not one or not other:
        return 0
    return 1 if set(one) & set(other) else -1


def _offer(of: happened.Happened) -> Offer:
    return Offer(of.table, of.id, of.done_on, of.title, of.meeting_number, None, of.kind, of.classes)


def since_last_meeting(meeting_id: int) -> tuple[list[Line], list[Line]]:
    """Lines for a meeting's report on the plan: (done since the meeting before, late by its day).

    Done are lines proved, or marked, after the day of the meeting before, and those which that meeting itself did;
    late are those whose last day has passed by the day of this meeting with nothing done, however long ago. Both
    without what was cancelled; work beyond the plan counts once something proves it. Raises Refused `record_missing`.
    """
    of = meeting(meeting_id)
    on = of.held_on or dt.date.max
    before = previous(of)
    found = lines(of.association_id, of.first_year, on)
    return [each for each in found if _done_between(each, before, of, on)], [each for each in found if _late(each, on)]


def _done_between(line_: Line, before: MeetingRow | None, of: MeetingRow, on: dt.date) -> bool:
    if line_.state == "cancelled":
        return False
    if line_.done_on is not None:
        full = [proof for proof in line_.proofs if not proof.partly and proof.done_on == line_.done_on]
        if any(proof.meeting_id == of.id and proof.task_id is None for proof in full):
            return False
        did = before is not None and any(proof.meeting_id == before.id and proof.task_id is None for proof in full)
        return did or _since(before, line_.done_on, on)
    marked = [each.changed_on for each in line_.changes if each.kind == "marked"]
    return line_.state == "marked" and _since(before, marked[-1], on)


def _since(before: MeetingRow | None, day: dt.date, on: dt.date) -> bool:
    return (before is None or before.held_on is None or before.held_on < day) and day <= on


def _late(line_: Line, on: dt.date) -> bool:
    return line_.state == "overdue" and line_.last < on


def _meeting_offers(of: Line) -> list[Offer]:
    if of.kind != "meeting":
        return []
    return [
        Offer("meeting", each.id, each.held_on, "", each.number, each.held_on)
        for each in meetings(of.association_id, of.first_year)
        if each.held_on is not None and each.state not in ("planned", "cancelled")
    ]


@dataclass(frozen=True, slots=True)
class _ItemRow:
    id: int
    title: str
    number: int
    held_on: dt.date


def _item_offers(of: Line) -> list[Offer]:
    """The items of the meetings that were begun; what only looks back at other work proves none."""
    query = AgendaItem.select(AgendaItem.id, AgendaItem.title, Meeting.number, Meeting.held_on).join(Meeting)
    query = query.where(
        Meeting.association == of.association_id,
        Meeting.held_on.between(of.first - BEFORE, of.last + AFTER),
        Meeting.state.in_(("in_progress", "draft")),
        Meeting.deleted_at.is_null(),
        AgendaItem.deleted_at.is_null(),
        AgendaItem.kind == "ordinary",
        AgendaItem.state != "parked",
    )
    found = rows(query.order_by(Meeting.held_on, AgendaItem.position, AgendaItem.id), _ItemRow)
    return [Offer("agenda_item", each.id, each.held_on, each.title, each.number, each.held_on) for each in found]


def _task_offers(of: Line) -> list[Offer]:
    return [
        Offer("task", each.id, each.closed_on, each.text, each.meeting_number, each.held_on)
        for each in tasks.closed(of.association_id)
        if each.closed_on is not None
    ]


def words(text: str) -> set[str]:
    """The beginnings of a text's longer words, so that their endings do not matter."""
    return {word[:5] for word in fold_words(text) if len(word) >= _SHORTEST_WORD}
