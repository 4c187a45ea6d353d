"""What was promised: every decision with an owner or a term is work to be done, until a meeting closes it."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from db import history, records
from db.connection import execute
from db.errors import Refused
from db.history import action
from db.meetings.sheet import meeting
from db.models.record import Record
from db.models.tasks import STATES, Task, TaskReview
from db.rules.names import Name

CLOSED = frozenset({"done", "closed"})
"""States in which nothing is left to do."""

PAGE = 200


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task; text and owners are its decision's. `due` is the day it falls due, None where no term was set."""

    id: int
    decision_id: int
    meeting_id: int
    meeting_number: int
    first_year: int
    held_on: dt.date | None
    decision_number: str
    text: str
    owner_ids: tuple[int, ...]
    owners: tuple[Name, ...]
    due: dt.date | None
    next_meeting: bool
    state: str
    note: str
    closed_on: dt.date | None
    review_state: str = ""
    review_note: str = ""

    @property
    def closed(self) -> bool:
        """Whether nothing is left to do."""
        return self.state in CLOSED

    def overdue(self, today: dt.date) -> bool:
        """Whether its day has passed and it is not closed."""
        return not self.closed and self.due is not None and self.due < today


_SELECT = """
SELECT t.id, d.id, m.id, m.number, m.first_year, m.held_on,
       (SELECT COUNT(*) FROM agenda_item i WHERE i.meeting_id = m.id AND i.deleted_at IS NULL AND i.state <> 'parked'
           AND (i.position, i.id) <= (a.position, a.id)) || '.' ||
       (SELECT COUNT(*) FROM decision e WHERE e.agenda_item_id = a.id AND e.deleted_at IS NULL
           AND (e.position, e.id) <= (d.position, d.id)),
       d.text, COALESCE(t.deadline, d.deadline, CASE WHEN d.deadline_next_meeting THEN (
           SELECT MIN(n.held_on) FROM meeting n WHERE n.association_id = m.association_id AND n.deleted_at IS NULL
           AND n.state <> 'cancelled' AND n.held_on > m.held_on) END) AS due,
       d.deadline_next_meeting, t.state, t.note, t.closed_on
FROM task t JOIN decision d ON d.id = t.decision_id JOIN agenda_item a ON a.id = d.agenda_item_id
     JOIN meeting m ON m.id = d.meeting_id
WHERE t.deleted_at IS NULL AND d.deleted_at IS NULL AND a.deleted_at IS NULL AND m.deleted_at IS NULL
  AND m.state <> 'cancelled' AND (d.deadline IS NOT NULL OR d.deadline_next_meeting = 1
      OR EXISTS (SELECT 1 FROM decision_owner o WHERE o.decision_id = d.id AND o.deleted_at IS NULL))
  AND m.association_id = ?
"""
"""Decisions with an owner or a term; one with neither («маалымат эске алынсын») leaves nothing to do."""


def tasks(association_id: int, only_open: bool = False, person_id: int | None = None) -> list[TaskRow]:
    """The tasks across meetings, by term, those without one last; at most 200."""
    where, values = "", [association_id]
    if only_open:
        where += " AND t.state NOT IN ('done', 'closed')"
    if person_id is not None:
        where += " AND EXISTS (SELECT 1 FROM decision_owner o WHERE o.decision_id = d.id AND o.person_id = ?"
        where += " AND o.deleted_at IS NULL)"
        values.append(person_id)
    return _tasks(f"{where} ORDER BY due IS NULL, due, m.first_year, m.number, d.position LIMIT {PAGE}", values)


def task(association_id: int, task_id: int) -> TaskRow:
    """One task; raises Refused `record_missing`."""
    found = _tasks(" AND t.id = ?", [association_id, task_id])
    if not found:
        raise Refused("record_missing", table="task")
    return found[0]


def of_meeting(meeting_id: int) -> list[TaskRow]:
    """The tasks that a meeting's decisions made, in their order."""
    of = meeting(meeting_id)
    return _tasks(" AND m.id = ? ORDER BY a.position, d.position, d.id", [of.association_id, meeting_id])


def to_review(meeting_id: int) -> list[TaskRow]:
    """What a meeting has to look at: every task of earlier meetings still open, and those it has looked at already."""
    of = meeting(meeting_id)
    reviews = {task_id: (state, note) for task_id, state, note in _reviews(meeting_id)}
    listed = ", ".join(str(task_id) for task_id in reviews) or "0"
    where = (
        f" AND (m.first_year, m.number) < (?, ?) AND (t.state NOT IN ('done', 'closed') OR t.id IN ({listed}))"
        " ORDER BY m.first_year, m.number, a.position, d.position, d.id"
    )
    found = _tasks(where, [of.association_id, of.first_year, of.number])
    return [dataclasses.replace(each, review_state=state, review_note=note) if state else each
            for each in found for state, note in (reviews.get(each.id, ("", "")),)]  # fmt: skip


@action("task.review")
def review(meeting_id: int, task_id: int, state: str, note: str = "", deadline: dt.date | None = None) -> None:
    """What a meeting found about a task: a state of `STATES`, a note, a new day when it was extended.

    Raises Refused `deadline_missing` (deadline) for an extension without a day.
    """
    if state == "extended" and deadline is None:
        raise Refused("deadline_missing", "deadline")
    values = {"state": state, "note": note, "deadline": deadline}
    row_id: int | None = (
        TaskReview.select(TaskReview.id).where(TaskReview.meeting == meeting_id, TaskReview.task == task_id).scalar()
    )
    if row_id is None:
        records.insert(TaskReview, meeting=meeting_id, task=task_id, **values)
    else:
        records.change(TaskReview, row_id, deleted_at=None, **values)
    _settle(task_id, state, note, deadline, meeting(meeting_id).held_on)


@action("task.set")
def set_state(task_id: int, state: str, today: dt.date, note: str = "", deadline: dt.date | None = None) -> None:
    """Note between meetings how a task stands. Raises Refused `deadline_missing` as `review` does."""
    if state == "extended" and deadline is None:
        raise Refused("deadline_missing", "deadline")
    _settle(task_id, state, note, deadline, today)


def carries_over(meeting_id: int) -> tuple[list[TaskRow], list[TaskRow]]:
    """What goes on from a meeting: (tasks still open that the next one will review, tasks closed by it)."""
    of = meeting(meeting_id)
    found = [*to_review(meeting_id), *of_meeting(of.id)]
    return [each for each in found if not each.closed], [each for each in found if each.closed]


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
    done = sum(state in CLOSED for state in states)
    partly, extended = states.count("partly"), states.count("extended")
    return ReviewCount(len(states), done, partly, extended, len(states) - done - partly - extended)


def _settle(task_id: int, state: str, note: str, deadline: dt.date | None, on: dt.date | None) -> None:
    """Bring the task itself to what was found."""
    if state not in STATES:
        raise ValueError(f"not a state of a task: {state}")
    values: dict[str, Any] = {"state": state, "note": note, "closed_on": on if state in CLOSED else None}
    if deadline is not None:
        values["deadline"] = deadline
    model: type[Record] = Task
    history.subject(str(task_id))
    records.change(model, task_id, **values)


def _reviews(meeting_id: int) -> list[tuple[int, str, str]]:
    found = execute(
        "SELECT task_id, state, note FROM task_review WHERE meeting_id = ? AND deleted_at IS NULL", (meeting_id,)
    )
    return [(task_id, state, note) for task_id, state, note in found]


def _tasks(where: str, values: list[int]) -> list[TaskRow]:
    """Tasks with the names of their owners: two queries, however many tasks."""
    found = execute(_SELECT + where, tuple(values))
    owners = _owners([line[1] for line in found])
    return [_row(line, owners[line[1]]) for line in found]


def _row(line: tuple[Any, ...], owners: list[tuple[int, Name]]) -> TaskRow:
    task_id, decision_id, meeting_id, number, year, held, place, text, due, next_meeting, state, note, closed = line
    people, names = tuple(person for person, _ in owners), tuple(name for _, name in owners)
    return TaskRow(
        task_id, decision_id, meeting_id, number, year, _day(held), place, text, people, names, _day(due),
        bool(next_meeting), state, note, _day(closed),
    )  # fmt: skip


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _owners(decision_ids: list[int]) -> dict[int, list[tuple[int, Name]]]:
    """Decision → its owners in order."""
    owners: dict[int, list[tuple[int, Name]]] = defaultdict(list)
    listed = ", ".join(str(decision_id) for decision_id in decision_ids)
    found = execute(
        "SELECT o.decision_id, p.id, p.surname, p.given, p.patronymic, p.short_form FROM decision_owner o"
        f" JOIN person p ON p.id = o.person_id WHERE o.deleted_at IS NULL AND o.decision_id IN ({listed})"
        " ORDER BY o.decision_id, o.position"
    )
    for decision_id, person_id, *parts in found:
        owners[decision_id].append((person_id, Name(*parts)))
    return owners
