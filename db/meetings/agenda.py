"""The agenda: its items, where they come from, and what goes on to the next meeting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Any

from db import records, settings
from db.connection import execute
from db.errors import Refused
from db.history import action
from db.meetings import attending, carrying
from db.meetings.removing import take_item
from db.meetings.rows import MeetingRow
from db.meetings.sheet import item_rows, meeting, previous
from db.meetings.standing import change_fields, label, next_position, standing
from db.models.meetings import AgendaItem, Proposal
from db.rules.alphabet import fold_words

FIELDS = frozenset({"title", "reporter_id", "reporter_guest", "planned_minutes", "heard", "kind"})
"""What of an item can be typed over."""

MOST_POSTPONED = 20


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An item that could stand on the agenda. `source` is where it comes from: postponed, usual or plan_done.

    `source_id` is the proposal of a postponed one, else 0; `now` says that it is usual for the meeting's month.
    """

    source: str
    source_id: int
    title: str
    now: bool = False


def suggestions(meeting_id: int, language: str) -> list[Suggestion]:
    """What could be put on the agenda, in the order of likelihood: proposals put off, the plan, the month's items.

    What stands there already is left out. `language` is that of the stock titles (ky or ru).
    """
    of = meeting(meeting_id)
    seen = {_folded(each.title) for each in item_rows(meeting_id)}
    found = []
    for each in (*islice(_postponed(of), MOST_POSTPONED), *_usual(of, language)):
        if _folded(each.title) not in seen:
            seen.add(_folded(each.title))
            found.append(each)
    return found


@action("item.add")
def add(
    meeting_id: int, title: str, kind: str = "ordinary", reporter_id: int | None = None, after: int | None = None
) -> int:
    """Put an item on the agenda, after the item `after` or at the end; returns its id."""
    meeting(meeting_id)
    order = [row.id for row in item_rows(meeting_id)]
    with _numbers_shifting(meeting_id):
        item_id = records.insert(
            AgendaItem,
            meeting=meeting_id,
            position=next_position(AgendaItem, AgendaItem.meeting == meeting_id),
            kind=kind,
            title=title,
            reporter=reporter_id,
        )
        label(title)
        if after in order:
            order.insert(order.index(after) + 1, item_id)
            _renumber(order)
    return item_id


@action("item.add_suggested")
def add_suggested(meeting_id: int, suggestion: Suggestion) -> int:
    """Put a suggested item on the agenda; its proposal's author reports on a postponed one."""
    kind = "plan_done" if suggestion.source == "plan_done" else "ordinary"
    reporter = None
    if suggestion.source == "postponed":
        reporter = standing(Proposal, suggestion.source_id)["person"]
    return add(meeting_id, suggestion.title, kind, reporter).value


@action("item.change")
def change(item_id: int, **fields: Any) -> None:
    """Type over an item's title, reporter, minutes or report (`FIELDS`). Raises Refused `minutes_out_of_range`."""
    minutes = fields.get("planned_minutes")
    if minutes is not None and not 1 <= minutes <= 600:
        raise Refused("minutes_out_of_range", "planned_minutes", least=1, most=600)
    change_fields(AgendaItem, item_id, fields, FIELDS)


@action("item.move")
def move(item_id: int, by: int) -> None:
    """Move an item up (by < 0) or down; past an end it stays at the end."""
    meeting_id = standing(AgendaItem, item_id)["meeting"]
    order = [row.id for row in item_rows(meeting_id)]
    at = order.index(item_id)
    order.insert(max(0, min(len(order) - 1, at + by)), order.pop(at))
    with _numbers_shifting(meeting_id):
        _renumber(order)


@action("item.remove")
def remove(item_id: int) -> None:
    """Take an item off the agenda with all that is under it."""
    item = standing(AgendaItem, item_id)
    label(item["title"])
    with _numbers_shifting(item["meeting"]):
        take_item(item_id)


@action("item.park")
def park(item_id: int) -> None:
    """Put an item off: it leaves this agenda and stands on the next meeting's."""
    _pass_on(item_id, "parked")


@action("item.continue")
def continue_(item_id: int) -> None:
    """Keep an item here and put it on the next meeting's agenda too."""
    _pass_on(item_id, "continued")


@action("item.unpark")
def unpark(item_id: int) -> None:
    """Keep an item here alone: where it was put on the agenda of a meeting not yet begun, it leaves that again."""
    item = standing(AgendaItem, item_id)
    label(item["title"])
    with _numbers_shifting(item["meeting"]):
        records.change(AgendaItem, item_id, state="planned")
    for copy_id in carrying.copies_ahead(item_id):
        records.change(AgendaItem, copy_id, copied_from=None)
        remove(copy_id)


def _pass_on(item_id: int, state: str) -> None:
    """Mark an item for the next meeting, and put it there at once where that is planned already."""
    item = standing(AgendaItem, item_id)
    label(item["title"])
    with _numbers_shifting(item["meeting"]):
        records.change(AgendaItem, item_id, state=state)
    carrying.hand_on_item(item_id)


@contextmanager
def _numbers_shifting(meeting_id: int) -> Iterator[None]:
    """Who came or left at an item keeps to it, whatever number it has afterwards."""
    before = _numbered(meeting_id)
    yield
    after = _numbered(meeting_id)
    if after[: len(before)] != before:
        attending.follow_items(meeting_id, before, after)


def _numbered(meeting_id: int) -> list[int]:
    """The items that have a number, in its order."""
    return [row.id for row in item_rows(meeting_id) if row.state != "parked"]


def _renumber(order: list[int]) -> None:
    """Positions 1, 2, … in the given order."""
    for position, item_id in enumerate(order, start=1):
        records.change(AgendaItem, item_id, position=position)


def _postponed(of: MeetingRow) -> Iterable[Suggestion]:
    """Proposals that the meetings before put off and no later item took up, the newest first."""
    earlier = " WHERE m.association_id = ? AND m.deleted_at IS NULL AND (m.first_year, m.number) < (?, ?)"
    until = (of.association_id, of.first_year, of.number)
    proposals = execute(
        "SELECT p.id, p.text, m.first_year, m.number FROM proposal p JOIN meeting m ON m.id = p.meeting_id"
        f"{earlier} AND p.outcome = 'postponed' AND p.deleted_at IS NULL"
        " ORDER BY m.first_year DESC, m.number DESC, p.position, p.id",
        until,
    )
    titles = execute(
        "SELECT i.title, m.first_year, m.number FROM agenda_item i JOIN meeting m ON m.id = i.meeting_id"
        f"{earlier} AND m.state <> 'cancelled' AND i.deleted_at IS NULL",
        until,
    )
    last = {_folded(title): place for title, *place in sorted(titles, key=lambda line: line[1:])}
    for number, text, *place in proposals:
        if last.get(_folded(text), [0, 0]) <= place:
            yield Suggestion("postponed", number, " ".join(text.split()).rstrip("."))


def _usual(of: MeetingRow, language: str) -> list[Suggestion]:
    """The plan's item, which the first meeting has none of, and the usual ones, those of the meeting's month first."""
    month = of.held_on.month if of.held_on else 0
    plans = settings.phrases("plan_done") if previous(of) else []
    usual = [
        Suggestion("usual", 0, phrase.text(language), phrase.month == month) for phrase in settings.phrases("agenda")
    ]
    return [
        *(Suggestion("plan_done", 0, phrase.text(language), True) for phrase in plans),
        *sorted(usual, key=lambda each: not each.now),
    ]


def _folded(title: str) -> str:
    """A title as it is compared: without case, signs and spaces."""
    return " ".join(fold_words(title))
