"""What meetings found about tasks, and how a task stands after it; all of it inside the actions of others."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from db import records
from db.connection import rows
from db.models.meetings import Meeting
from db.models.tasks import Task, TaskReview
from db.reading import columns

CLOSED = frozenset({"done", "closed"})
"""States in which nothing is left to do."""


@dataclass(frozen=True, slots=True)
class Review:
    """What one meeting found about a task."""

    id: int
    meeting_id: int
    task_id: int
    state: str
    note: str
    deadline: dt.date | None
    held_on: dt.date | None


def reviews(task_id: int) -> list[Review]:
    """What meetings found about a task, in the order of the meetings."""
    return rows(_reviews().where(TaskReview.task == task_id), Review)


def write(meeting_id: int, task_id: int, **values: Any) -> None:
    """Write a meeting's one row about a task; one that undo took away comes back."""
    known = TaskReview.select(TaskReview.id).where(TaskReview.meeting == meeting_id, TaskReview.task == task_id)
    row_id: int | None = known.scalar()
    if row_id is None:
        records.insert(TaskReview, meeting=meeting_id, task=task_id, **values)
    else:
        records.change(TaskReview, row_id, deleted_at=None, **values)


def moved_to(task_id: int, without: Review | None = None) -> dt.date | None:
    """The day to which a task's term was moved, leaving out a finding that is being replaced."""
    if without is None or without.deadline is None:
        moved: str | None = records.stored(Task, task_id)["deadline"]
        return dt.date.fromisoformat(moved) if moved else None
    days = [each.deadline for each in reviews(task_id) if each.deadline and each.meeting_id != without.meeting_id]
    return days[-1] if days else None


def settle(task_id: int, state: str, note: str, on: dt.date | None, deadline: dt.date | None) -> None:
    """Bring the task itself to what was found."""
    closed_on = on if state in CLOSED else None
    records.change(Task, task_id, state=state, note=note, closed_on=closed_on, deadline=deadline)


def forget_all(meeting_id: int) -> None:
    """Take away what a meeting found; each task stands again as the meeting before left it."""
    for each in rows(_reviews().where(TaskReview.meeting == meeting_id), Review):
        records.remove(TaskReview, each.id)
        _settle_without(each)


def _settle_without(gone: Review) -> None:
    """Bring a task to what is left of the findings; what was noted about it since the one gone stays."""
    now = records.stored(Task, gone.task_id)
    if (now["state"], now["note"]) != (gone.state, gone.note):
        return
    day, left = moved_to(gone.task_id, without=gone), reviews(gone.task_id)
    if left:
        settle(gone.task_id, left[-1].state, left[-1].note, left[-1].held_on, day)
    else:
        settle(gone.task_id, "open", "", None, day)


def _reviews() -> Any:
    query = TaskReview.select(*columns(TaskReview, Review), Meeting.held_on).join(Meeting)
    query = query.where(TaskReview.deleted_at.is_null(), Meeting.deleted_at.is_null())
    return query.order_by(Meeting.first_year, Meeting.number)
