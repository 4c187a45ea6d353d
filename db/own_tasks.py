"""Tasks that no decision made: with a text, owners and a term of their own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from db import records
from db.associations import association
from db.errors import Refused
from db.gate import checked, refuse_unknown, required
from db.history import action
from db.meetings.standing import label, standing
from db.models.schools import Person
from db.models.tasks import Task, TaskOwner
from db.plans.owners import have_left
from db.schools import person

FIELDS = frozenset({"text", "deadline"})
"""What of such a task can be typed over."""


@action("task.add")
def add_task(
    association_id: int, text: str, owner_ids: Sequence[int], deadline: dt.date | None, given_on: dt.date
) -> int:
    """Note work that was promised on a day; returns the task's id.

    Raises Refused `required` (text), `text_too_long`, `deadline_before` (deadline; values: day) for a term before
    the day on which it was given, `owner_left` (owner_ids; values: name), `record_missing`.
    """
    association(association_id)
    values = _checked(text=text, deadline=deadline)
    _refuse_past(deadline, given_on)
    label(values["text"])
    task_id = records.insert(Task, association=association_id, given_on=given_on, **values)
    _write_owners(task_id, association_id, owner_ids, given_on)
    return task_id


@action("task.change")
def change_task(task_id: int, owner_ids: Sequence[int] | None = None, **fields: Any) -> None:
    """Type over text or term (`FIELDS`) of a task that is no decision's, or who answers for it.

    Raises Refused as `add_task` does, and `task_of_decision` where a decision says all this.
    """
    row = _own(task_id)
    refuse_unknown(fields, FIELDS)
    label(row["text"])
    given_on = dt.date.fromisoformat(row["given_on"])
    values = _checked(**fields)
    _refuse_past(values.get("deadline"), given_on)
    records.change(Task, task_id, **values)
    if owner_ids is not None:
        _write_owners(task_id, row["association"], owner_ids, given_on)


@action("task.remove")
def remove_task(task_id: int) -> None:
    """Take away a task that is no decision's, with its owners. Raises Refused `task_of_decision`, `record_missing`."""
    label(_own(task_id)["text"])
    for owner_id in _owner_rows(task_id).values():
        records.remove(TaskOwner, owner_id)
    records.remove(Task, task_id)


def _own(task_id: int) -> records.Stored:
    row = standing(Task, task_id)
    if row["decision"] is not None:
        raise Refused("task_of_decision")
    return row


def _checked(**fields: Any) -> dict[str, Any]:
    values = checked(Task, fields)
    required(values, "text")
    return values


def _refuse_past(deadline: dt.date | None, given_on: dt.date) -> None:
    if deadline is not None and deadline < given_on:
        raise Refused("deadline_before", "deadline", day=given_on)


def _write_owners(task_id: int, association_id: int, ids: Sequence[int], given_on: dt.date) -> None:
    """Make these people the task's owners, in this order."""
    known, wanted = _owner_rows(task_id), list(dict.fromkeys(ids))
    _refuse_owners(association_id, [each for each in wanted if each not in known], given_on)
    for person_id in known.keys() - set(wanted):
        records.remove(TaskOwner, known[person_id])
    for position, person_id in enumerate(wanted, start=1):
        if person_id in known:
            records.change(TaskOwner, known[person_id], position=position)
        else:
            records.insert(TaskOwner, task=task_id, position=position, person=person_id)


def _refuse_owners(association_id: int, ids: Sequence[int], given_on: dt.date) -> None:
    """Refuse whoever is not at the school, or had left the association when the task was given."""
    there: Any = Person.select(Person.id).where(Person.id.in_(list(ids)), Person.deleted_at.is_null())
    if len({int(found) for (found,) in there.tuples()}) < len(ids):
        raise Refused("record_missing", "owner_ids", table="person")
    if left := have_left(association_id, ids, given_on):
        names = ", ".join(person(each).name.listed for each in ids if each in left)
        raise Refused("owner_left", "owner_ids", name=names)


def _owner_rows(task_id: int) -> dict[int, int]:
    """Person → the row that says she answers for the task."""
    query: Any = TaskOwner.select(TaskOwner.person, TaskOwner.id).where(
        TaskOwner.task == task_id, TaskOwner.deleted_at.is_null()
    )
    return {int(person_id): int(row_id) for person_id, row_id in query.tuples()}
