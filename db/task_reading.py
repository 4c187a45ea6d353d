"""The query behind every list of tasks: those of decisions and all others, with terms, owners and sources."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from peewee import JOIN, SQL, Case, fn

from db.connection import rows
from db.models.meetings import AgendaItem, Decision, DecisionOwner, Meeting
from db.models.schools import Person
from db.models.tasks import Task, TaskOwner
from db.models.ties import Tie
from db.reading import columns
from db.rules.names import Name
from db.task_rows import OWN, SOURCES, TaskRow

PLACES = (Meeting.first_year, Meeting.number, AgendaItem.position, AgendaItem.id, Decision.position, Decision.id)
"""The order in which decisions were taken."""


def query(association_id: int) -> Any:
    """All tasks of an association. A decision with neither owner nor term («эске алынсын») leaves nothing to do;
    what was put off or called off leaves nothing either.
    """
    known = (Meeting.id.alias("meeting_id"), Meeting.number.alias("meeting_number"), Meeting.held_on)
    text, later = fn.COALESCE(Decision.text, Task.text), fn.COALESCE(Decision.deadline_next_meeting, False)
    numbers = (_item_number().alias("item_number"), _place().alias("place"), _source().alias("source"))
    own = [column for column in columns(Task, TaskRow) if column._alias != "text"]
    made = Task.select(*own, *known, text.alias("text"), later.cast("INTEGER").alias("next_meeting"), *numbers)
    made = made.select_extend(due().alias("due"))
    made = made.join(Decision, JOIN.LEFT_OUTER).join(AgendaItem, JOIN.LEFT_OUTER)
    made = made.join_from(Decision, Meeting, JOIN.LEFT_OUTER)
    return made.where(
        Task.association == association_id, Task.deleted_at.is_null(), Task.decision.is_null() | _decided()
    )


def _decided() -> Any:
    """The condition that a decision asks for something and stands."""
    asks = Decision.deadline.is_null(False) | Decision.deadline_next_meeting | fn.EXISTS(_decision_owners())
    standing = Decision.deleted_at.is_null() & AgendaItem.deleted_at.is_null() & Meeting.deleted_at.is_null()
    return (
        Task.decision.is_null(False) & asks & standing & (Meeting.state != "cancelled") & (AgendaItem.state != "parked")
    )


def owned_by(person_ids: Iterable[int]) -> Any:
    """The condition that one of these people answers for the task; not correlated, so that it is looked up once."""
    ids = list(person_ids)
    decided, own = (
        model.select(of).where(model.person.in_(ids), model.deleted_at.is_null())
        for model, of in ((DecisionOwner, DecisionOwner.decision), (TaskOwner, TaskOwner.task))
    )
    return Task.decision.in_(decided) | (Task.decision.is_null() & Task.id.in_(own))


def of_group(group: str) -> Any:
    """The condition that a task comes from a group of `SOURCES`, or is one's own."""
    if group == "decision":
        return Task.decision.is_null(False)
    tables = SOURCES.get(group) or [table for found in SOURCES.values() for table in found]
    tied = fn.EXISTS(_arrows().where(Tie.source_table.in_(list(tables))))
    return Task.decision.is_null() & (~tied if group == OWN else tied)


def due() -> Any:
    """The day on which a task falls due: the moved one, the decision's, that of the next meeting."""
    other = Meeting.alias()
    following = other.select(fn.MIN(other.held_on)).where(
        other.association == Meeting.association,
        other.held_on > Meeting.held_on,
        other.state != "cancelled",
        other.deleted_at.is_null(),
    )
    next_meeting = Case(None, ((Decision.deadline_next_meeting, following),))
    return fn.COALESCE(Task.deadline, Decision.deadline, next_meeting).converter(Task.deadline.python_value)


def _decision_owners() -> Any:
    """The owners of the decision that a query of tasks is at."""
    made = DecisionOwner.select(SQL("1"))
    return made.where(DecisionOwner.decision == Decision.id, DecisionOwner.deleted_at.is_null())


def _arrows() -> Any:
    """What the task that a query is at was made of."""
    return Tie.select(Tie.source_table).where(Tie.target_uid == Task.uid, Tie.deleted_at.is_null())


def _source() -> Any:
    first = _arrows().order_by(Tie.id).limit(1)
    return Case(None, ((Task.decision.is_null(False), "decision"),), fn.COALESCE(first, ""))


def _item_number() -> Any:
    """The item's number on the agenda: parked ones have none."""
    other = AgendaItem.alias()
    same = (other.meeting == Meeting.id) & (other.state != "parked")
    return _count_until(other, AgendaItem, same)


def _place() -> Any:
    """The decision's place under its item."""
    other = Decision.alias()
    return _count_until(other, Decision, other.agenda_item == AgendaItem.id)


def _count_until(other: Any, model: Any, same: Any) -> Any:
    """How many rows of the same owner stand before a row, itself counted."""
    before = (other.position < model.position) | ((other.position == model.position) & (other.id <= model.id))
    return other.select(fn.COUNT(other.id)).where(same, before, other.deleted_at.is_null())


def read(of: Any) -> list[TaskRow]:
    """Tasks with the names of their owners: three queries, however many tasks."""
    found = rows(of, TaskRow)
    decided = _owners(DecisionOwner, "decision", [each.decision_id for each in found if each.decision_id is not None])
    own = _owners(TaskOwner, "task", [each.id for each in found if each.decision_id is None])
    return [
        dataclasses.replace(
            each,
            owner_ids=tuple(owner.person_id for owner in owners),
            owners=tuple(owner.name for owner in owners),
        )
        for each in found
        for owners in (own[each.id] if each.decision_id is None else decided[each.decision_id],)
    ]


@dataclass(frozen=True, slots=True)
class _Owner:
    """Who answers for a decision, or for a task that no decision made."""

    of_id: int
    person_id: int
    surname: str
    given: str
    patronymic: str
    short_form: str

    @property
    def name(self) -> Name:
        return Name(self.surname, self.given, self.patronymic, self.short_form)


def _owners(model: Any, link: str, ids: list[int]) -> dict[int, list[_Owner]]:
    """Decision or task → its owners in order."""
    names = (Person.surname, Person.given, Person.patronymic, Person.short_form)
    of = getattr(model, link)
    made = model.select(of.alias("of_id"), model.person.alias("person_id"), *names).join(Person)
    made = made.where(of.in_(ids), model.deleted_at.is_null())
    owners: dict[int, list[_Owner]] = defaultdict(list)
    for owner in rows(made.order_by(model.position, model.id), _Owner) if ids else ():
        owners[owner.of_id].append(owner)
    return owners
