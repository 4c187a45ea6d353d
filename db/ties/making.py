"""Making one record of another: a task, a question of a meeting, a line of the plan; the arrow stays known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from db import own_tasks, records
from db.errors import Refused
from db.history import action
from db.meetings import agenda
from db.meetings.sheet import meeting
from db.meetings.standing import standing
from db.models.all import BY_TABLE
from db.models.ties import Tie
from db.plans import lines
from db.ties import kinds

AHEAD = ("planned", "in_progress")
"""States of a meeting whose agenda can still take up a question."""


def tie(source_table: str, source_id: int, target_table: str, target_id: int) -> None:
    """Draw an arrow inside an action, once: the target was made of the source. Raises Refused `record_missing`."""
    source = standing(BY_TABLE[source_table], source_id)["uid"]
    target = standing(BY_TABLE[target_table], target_id)["uid"]
    ends = {"source_table": source_table, "source_uid": source, "target_table": target_table, "target_uid": target}
    same: Any = Tie.select().where(Tie.source_uid == source, Tie.target_uid == target, Tie.deleted_at.is_null())
    if source != target and not same.exists():
        records.insert(Tie, **ends)


@action("task.make")
def make_task(
    source_table: str,
    source_id: int,
    text: str,
    owner_ids: Sequence[int],
    deadline: dt.date | None,
    given_on: dt.date,
) -> int:
    """Make a task of a record; returns the task's id. Raises Refused as `own_tasks.add_task` does."""
    association_id = kinds.association_of(source_table, source_id)
    task_id = own_tasks.add_task(association_id, text, owner_ids, deadline, given_on).value
    tie(source_table, source_id, "task", task_id)
    return task_id


@action("item.make")
def make_item(source_table: str, source_id: int, meeting_id: int, title: str) -> int:
    """Put a record on the agenda of a meeting to come or running; returns the item's id.

    Raises Refused `required` (title), `final_protocol`, `meeting_over` (values: number), `record_missing`.
    """
    of = meeting(meeting_id)
    if of.locked:
        raise Refused("final_protocol")
    if of.state not in AHEAD or of.association_id != kinds.association_of(source_table, source_id):
        raise Refused("meeting_over", number=of.number)
    title = " ".join(title.split()).rstrip(".")
    if not title:
        raise Refused("required", "title")
    item_id = agenda.add(meeting_id, title).value
    tie(source_table, source_id, "agenda_item", item_id)
    return item_id


@action("plan_line.make")
def make_line(source_table: str, source_id: int, section_id: int, text: str, *, first_year: int, **fields: Any) -> int:
    """Make a line of a year's plan of a record; `fields` and what is refused are those of `lines.add_line`."""
    association_id = kinds.association_of(source_table, source_id)
    line_id = lines.add_line(association_id, first_year, section_id, text, **fields).value
    tie(source_table, source_id, "plan_line", line_id)
    return line_id


MAKERS: dict[str, Any] = {"task": make_task, "agenda_item": make_item, "plan_line": make_line}
"""Table → what makes a record of it, all of a source's table and id first."""
