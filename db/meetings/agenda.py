"""The agenda: its items, where they come from, and what goes on to the next meeting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from db import history, records, settings
from db.connection import execute
from db.errors import Refused
from db.history import action
from db.meetings.attending import next_position
from db.meetings.rows import MeetingRow
from db.meetings.sheet import following, item_rows, meeting, previous
from db.models.meetings import AgendaItem, Proposal

FIELDS = frozenset({"title", "reporter_id", "reporter_guest", "planned_minutes", "heard", "kind"})
"""What of an item can be typed over."""


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
    standing = {row.title.casefold() for row in item_rows(meeting_id)}
    found = [*_postponed(of), *_usual(of, language)]
    return [each for each in found if each.title.casefold() not in standing]


@action("item.add")
def add(
    meeting_id: int, title: str, kind: str = "ordinary", reporter_id: int | None = None, after: int | None = None
) -> int:
    """Put an item on the agenda, after the item `after` or at the end; returns its id."""
    order = [row.id for row in item_rows(meeting_id)]
    item_id = records.insert(
        AgendaItem,
        meeting=meeting_id,
        position=next_position(AgendaItem, AgendaItem.meeting == meeting_id),
        kind=kind,
        title=title,
        reporter=reporter_id,
    )
    history.subject(title)
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
        reporter = records.stored(Proposal, suggestion.source_id)["person"]
    return add(meeting_id, suggestion.title, kind, reporter).value


@action("item.change")
def change(item_id: int, **fields: Any) -> None:
    """Type over an item's title, reporter, minutes or report (`FIELDS`). Raises Refused `minutes_out_of_range`."""
    if unknown := fields.keys() - FIELDS:
        raise ValueError(f"not a field of an item: {unknown}")
    minutes = fields.get("planned_minutes")
    if minutes is not None and not 1 <= minutes <= 600:
        raise Refused("minutes_out_of_range", "planned_minutes", least=1, most=600)
    records.change(AgendaItem, item_id, **{name.removesuffix("_id"): value for name, value in fields.items()})


@action("item.move")
def move(item_id: int, by: int) -> None:
    """Move an item up (by < 0) or down; past an end it stays at the end."""
    meeting_id = records.stored(AgendaItem, item_id)["meeting"]
    order = [row.id for row in item_rows(meeting_id)]
    at = order.index(item_id)
    order.insert(max(0, min(len(order) - 1, at + by)), order.pop(at))
    _renumber(order)


@action("item.remove")
def remove(item_id: int) -> None:
    """Take an item off the agenda with all that is under it."""
    history.subject(records.stored(AgendaItem, item_id)["title"])
    records.remove(AgendaItem, item_id)


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
    """Take an item put off back onto this agenda."""
    records.change(AgendaItem, item_id, state="planned")


def add_review(meeting_id: int) -> None:
    """Make the first item the review of the last meeting's decisions, where there was one; inside an action."""
    of = meeting(meeting_id)
    if previous(of) is None:
        return
    language = settings.get("typing_language", of.association_id, "ky")
    title = next((phrase.text(language) for phrase in settings.phrases("review")), "")
    records.insert(AgendaItem, meeting=meeting_id, position=1, kind="review", title=title, reporter=of.chair_id)


def add_continued(meeting_id: int) -> None:
    """Put on the agenda what the meetings before put off or go on with; inside an action."""
    of = meeting(meeting_id)
    waiting = execute(
        "SELECT i.id FROM agenda_item i JOIN meeting m ON m.id = i.meeting_id"
        " WHERE m.association_id = ? AND m.id <> ? AND i.state IN ('parked', 'continued') AND i.deleted_at IS NULL"
        " AND m.deleted_at IS NULL AND (m.first_year, m.number) < (?, ?)"
        " AND NOT EXISTS (SELECT 1 FROM agenda_item c WHERE c.copied_from_id = i.id AND c.deleted_at IS NULL)"
        " ORDER BY m.first_year, m.number, i.position",
        (of.association_id, of.id, of.first_year, of.number),
    )
    for (item_id,) in waiting:
        _copy(item_id, meeting_id)


def _copy(item_id: int, meeting_id: int) -> None:
    source = records.stored(AgendaItem, item_id)
    records.insert(
        AgendaItem,
        meeting=meeting_id,
        position=next_position(AgendaItem, AgendaItem.meeting == meeting_id),
        title=source["title"],
        reporter=source["reporter"],
        reporter_guest=source["reporter_guest"],
        planned_minutes=source["planned_minutes"],
        copied_from=item_id,
    )


def _pass_on(item_id: int, state: str) -> None:
    """Mark an item for the next meeting, and put it there at once where that is planned already."""
    item = records.stored(AgendaItem, item_id)
    history.subject(item["title"])
    records.change(AgendaItem, item_id, state=state)
    after = following(meeting(item["meeting"]))
    if after is not None and after.state in ("planned", "in_progress"):
        add_continued(after.id)


def _renumber(order: list[int]) -> None:
    """Positions 1, 2, … in the given order."""
    for position, item_id in enumerate(order, start=1):
        records.change(AgendaItem, item_id, position=position)


def _postponed(of: MeetingRow) -> list[Suggestion]:
    """Proposals that the meetings before put off and no later item took up."""
    found = execute(
        "SELECT p.id, p.text FROM proposal p JOIN meeting m ON m.id = p.meeting_id"
        " WHERE m.association_id = ? AND p.outcome = 'postponed' AND p.deleted_at IS NULL AND m.deleted_at IS NULL"
        " AND (m.first_year, m.number) < (?, ?) ORDER BY m.first_year DESC, m.number DESC, p.position LIMIT 20",
        (of.association_id, of.first_year, of.number),
    )
    return [Suggestion("postponed", number, text.rstrip(".")) for number, text in found]


def _usual(of: MeetingRow, language: str) -> list[Suggestion]:
    """The plan's item and the usual ones, those of the meeting's month first."""
    month = of.held_on.month if of.held_on else 0
    plan = [Suggestion("plan_done", 0, phrase.text(language), True) for phrase in settings.phrases("plan_done")]
    usual = [
        Suggestion("usual", 0, phrase.text(language), phrase.month == month) for phrase in settings.phrases("agenda")
    ]
    return plan + sorted(usual, key=lambda each: not each.now)
