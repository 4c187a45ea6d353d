"""What was promised: every decision with an owner or a term, and whatever else was noted, until it is closed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from peewee import JOIN, fn

from db import task_reading, task_reviews
from db.errors import Refused
from db.history import action
from db.meetings.sheet import meeting, previous
from db.meetings.standing import label, standing
from db.models.meetings import Meeting
from db.models.tasks import Task, TaskReview
from db.task_reading import PLACES, due, read
from db.task_rows import TaskRow

__all__ = ["PAGE", "TaskRow", "closed", "task", "tasks"]

PAGE = 200

_LAST = dt.date.max
"""Where tasks without a term stand: after all that have one."""


def tasks(
    association_id: int,
    only_open: bool = False,
    person_id: int | None = None,
    *,
    person_ids: Iterable[int] | None = None,
    group: str = "",
    first: dt.date | None = None,
    last: dt.date | None = None,
    after: TaskRow | None = None,
) -> list[TaskRow]:
    """The tasks of all kinds by term, those without one last; at most 200, the next ones after the task `after`.

    Narrowed to people, to a group of `task_rows.SOURCES` (or `OWN`), to those that fall due from a day to a day.
    """
    query = _narrowed(task_reading.query(association_id), group, person_ids if person_id is None else [person_id])
    if only_open:
        query = query.where(Task.state.not_in(task_reviews.CLOSED))
    query = query.where(*(condition for condition in (first and due() >= first, last and due() <= last) if condition))
    by_term = fn.COALESCE(due(), _LAST)
    if after is not None:
        at = after.due or _LAST
        query = query.where((by_term > at) | ((by_term == at) & (Task.id > after.id)))
    return read(query.order_by(by_term, Task.id).limit(PAGE))


def closed(
    association_id: int,
    *,
    person_ids: Iterable[int] | None = None,
    group: str = "",
    after: TaskRow | None = None,
) -> list[TaskRow]:
    """The tasks that were closed, the newest first; at most 200, the next ones after the task `after`."""
    query = _narrowed(task_reading.query(association_id), group, person_ids)
    query = query.where(Task.state.in_(task_reviews.CLOSED))
    if after is not None:
        at = after.closed_on or dt.date.min
        query = query.where((Task.closed_on < at) | ((Task.closed_on == at) & (Task.id < after.id)))
    return read(query.order_by(Task.closed_on.desc(), Task.id.desc()).limit(PAGE))


def count_overdue(association_id: int, today: dt.date) -> int:
    """How many tasks are past their day and not closed."""
    query = task_reading.query(association_id).where(Task.state.not_in(task_reviews.CLOSED), due() < today)
    return int(query.count())


def task(association_id: int, task_id: int) -> TaskRow:
    """One task; raises Refused `record_missing`."""
    found = read(task_reading.query(association_id).where(Task.id == task_id))
    if not found:
        raise Refused("record_missing", table="task")
    return found[0]


def of_meeting(meeting_id: int) -> list[TaskRow]:
    """The tasks that a meeting's decisions made, in their order."""
    query = task_reading.query(meeting(meeting_id).association_id).where(Meeting.id == meeting_id)
    return read(query.order_by(*PLACES))


def to_review(meeting_id: int) -> list[TaskRow]:
    """What a meeting has to look at: the decisions of earlier meetings, with what it has found about them already.

    Those still open, those it has looked at, and those closed since the meeting before, which it hears of.
    """
    of = meeting(meeting_id)
    before = previous(of)
    reviewed = (TaskReview.task == Task.id) & (TaskReview.meeting == meeting_id) & TaskReview.deleted_at.is_null()
    found = (fn.COALESCE(TaskReview.state, ""), fn.COALESCE(TaskReview.note, ""))
    query = task_reading.query(of.association_id).join_from(Task, TaskReview, JOIN.LEFT_OUTER, on=reviewed)
    query = query.select_extend(found[0].alias("review_state"), found[1].alias("review_note"))
    earlier = (Meeting.first_year < of.first_year) | (
        (Meeting.first_year == of.first_year) & (Meeting.number < of.number)
    )
    waits = Task.state.not_in(task_reviews.CLOSED) | TaskReview.id.is_null(False)
    if before and before.held_on and of.held_on:
        waits |= (Task.closed_on > before.held_on) & (Task.closed_on <= of.held_on)
    return read(query.where(earlier, waits).order_by(*PLACES))


@action("task.review")
def review(meeting_id: int, task_id: int, state: str, note: str = "", deadline: dt.date | None = None) -> None:
    """What a meeting found about a task: a state of `STATES`, a note, a new day when it was extended.

    The finding of a later meeting stands. Raises Refused `deadline_missing` (deadline) for an extension without a
    day, `record_missing`.
    """
    _refuse_no_day(state, deadline)
    of = meeting(meeting_id)
    label(task(of.association_id, task_id).text)
    before = next((each for each in task_reviews.reviews(task_id) if each.meeting_id == meeting_id), None)
    task_reviews.write(meeting_id, task_id, state=state, note=note, deadline=deadline)
    if task_reviews.reviews(task_id)[-1].meeting_id == meeting_id:
        task_reviews.settle(
            task_id, state, note, of.held_on, deadline or task_reviews.moved_to(task_id, without=before)
        )


@action("task.set")
def set_state(task_id: int, state: str, today: dt.date, note: str = "", deadline: dt.date | None = None) -> None:
    """Note between meetings how a task stands. Raises Refused as `review` does."""
    _refuse_no_day(state, deadline)
    label(task(standing(Task, task_id)["association"], task_id).text)
    task_reviews.settle(task_id, state, note, today, deadline or task_reviews.moved_to(task_id))


def carries_over(meeting_id: int) -> tuple[list[TaskRow], list[TaskRow]]:
    """What goes on from a meeting: (tasks still open that the next one will review, tasks closed by it)."""
    reviewed = to_review(meeting_id)
    going = [each for each in (*reviewed, *of_meeting(meeting_id)) if not each.closed]
    return going, [each for each in reviewed if each.review_state in task_reviews.CLOSED]


@dataclass(frozen=True, slots=True)
class ReviewCount:
    """How the decisions under review stand: numbers for the sentence in УГУЛДУ."""

    total: int
    done: int
    partly: int
    extended: int
    not_done: int


def count_review(meeting_id: int) -> ReviewCount:
    """Count what a meeting found about the tasks before it."""
    states = [each.review_state or each.state for each in to_review(meeting_id)]
    done = sum(state in task_reviews.CLOSED for state in states)
    partly, extended = states.count("partly"), states.count("extended")
    return ReviewCount(len(states), done, partly, extended, len(states) - done - partly - extended)


def _refuse_no_day(state: str, deadline: dt.date | None) -> None:
    if state == "extended" and deadline is None:
        raise Refused("deadline_missing", "deadline")


def _narrowed(query: Any, group: str, person_ids: Iterable[int] | None) -> Any:
    """The query of those that come from a group and that one of these people answers for."""
    if group:
        query = query.where(task_reading.of_group(group))
    return query if person_ids is None else query.where(task_reading.owned_by(person_ids))
