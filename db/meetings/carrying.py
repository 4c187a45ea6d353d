"""What goes from one meeting to the next: the review of its decisions, and items put off or gone on with.

All of it runs inside the actions of `planning` and `agenda`.
"""

from __future__ import annotations

from db import records, settings
from db.connection import execute
from db.meetings.sheet import following, meeting, previous
from db.meetings.standing import next_position
from db.models.meetings import AgendaItem

AHEAD = ("planned", "in_progress")
"""States of a meeting whose agenda can still take up what another one puts off."""


def add_review(meeting_id: int) -> None:
    """Make the first item the review of the last meeting's decisions, where there was one."""
    of = meeting(meeting_id)
    if previous(of) is None:
        return
    language = settings.get("typing_language", of.association_id, "ky")
    title = next((phrase.text(language) for phrase in settings.phrases("review")), "")
    records.insert(AgendaItem, meeting=meeting_id, position=1, kind="review", title=title, reporter=of.chair_id)


def add_continued(meeting_id: int) -> None:
    """Put on the agenda what the meetings before put off or go on with and no meeting took over.

    A copy that was taken off its agenda stays off. One that stood at a meeting called off does not count, unless it
    was put off there itself.
    """
    of = meeting(meeting_id)
    waiting = execute(
        "SELECT i.id FROM agenda_item i JOIN meeting m ON m.id = i.meeting_id"
        " WHERE m.association_id = ? AND m.id <> ? AND i.state <> 'planned' AND i.kind <> 'review'"
        " AND i.deleted_at IS NULL AND m.deleted_at IS NULL AND (m.first_year, m.number) < (?, ?)"
        " AND NOT EXISTS (SELECT 1 FROM agenda_item c JOIN meeting n ON n.id = c.meeting_id"
        " WHERE c.copied_from_id = i.id AND n.deleted_at IS NULL AND (n.state <> 'cancelled' OR c.state <> 'planned'))"
        " ORDER BY m.first_year, m.number, i.position, i.id",
        (of.association_id, of.id, of.first_year, of.number),
    )
    for (item_id,) in waiting:
        _copy(item_id, meeting_id)


def hand_on(meeting_id: int) -> None:
    """A meeting was called off: what it had taken over goes on to the next one planned."""
    after = following(meeting(meeting_id), *AHEAD)
    if after is not None:
        add_continued(after.id)


def hand_on_item(item_id: int) -> None:
    """Put an item on the next meeting's agenda, where one is planned and none has taken it over yet."""
    item = records.stored(AgendaItem, item_id)
    after = following(meeting(item["meeting"]), *AHEAD)
    if after is not None and item["kind"] != "review" and not _taken_over(item_id):
        _copy(item_id, after.id)


def copies_ahead(item_id: int) -> list[int]:
    """Where an item stands on the agendas of meetings not yet begun."""
    found = execute(
        "SELECT c.id FROM agenda_item c JOIN meeting m ON m.id = c.meeting_id WHERE c.copied_from_id = ?"
        " AND c.deleted_at IS NULL AND m.deleted_at IS NULL AND m.state = 'planned'",
        (item_id,),
    )
    return [copy_id for (copy_id,) in found]


def _taken_over(item_id: int) -> bool:
    """Whether a meeting has an item that was put off on its agenda."""
    return bool(
        execute(
            "SELECT 1 FROM agenda_item c JOIN meeting m ON m.id = c.meeting_id WHERE c.copied_from_id = ?"
            " AND c.deleted_at IS NULL AND m.deleted_at IS NULL AND m.state <> 'cancelled' LIMIT 1",
            (item_id,),
        )
    )


def _copy(item_id: int, meeting_id: int) -> None:
    source = records.stored(AgendaItem, item_id)
    records.insert(
        AgendaItem,
        meeting=meeting_id,
        position=next_position(AgendaItem, AgendaItem.meeting == meeting_id),
        kind=source["kind"],
        title=source["title"],
        reporter=source["reporter"],
        reporter_guest=source["reporter_guest"],
        planned_minutes=source["planned_minutes"],
        copied_from=item_id,
    )
