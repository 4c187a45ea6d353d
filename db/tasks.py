"""What was promised: every decision with an owner or a term is work to be done, until a meeting closes it."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from peewee import JOIN, SQL, Case, fn

from db import records, task_reviews
from db.connection import rows
from db.errors import Refused
from db.history import action
from db.meetings.sheet import meeting, previous
from db.meetings.standing import label, standing
from db.models.meetings import AgendaItem, Decision, DecisionOwner, Meeting
from db.models.schools import Person
from db.models.tasks import Task, TaskReview
from db.reading import columns
from db.rules.names import Name

PAGE = 200

_ORDER = (Meeting.first_year, Meeting.number, AgendaItem.position, AgendaItem.id, Decision.position, Decision.id)


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task; text and owners are its decision's. `due` is the day it falls due, None where no term was set."""

    id: int
    decision_id: int
    meeting_id: int
    meeting_number: int
    first_year: int
    held_on: dt.date | None
    item_number: int
    place: int
    text: str
    due: dt.date | None
    next_meeting: bool
    state: str
    note: str
    closed_on: dt.date | None
    owner_ids: tuple[int, ...] = ()
    owners: tuple[Name, ...] = ()
    review_state: str = ""
    review_note: str = ""

    @property
    def decision_number(self) -> str:
        """The decision's number in its protocol, «2.1»."""
        return f"{self.item_number}.{self.place}"

    @property
    def closed(self) -> bool:
        """Whether nothing is left to do."""
        return self.state in task_reviews.CLOSED

    def overdue(self, today: dt.date) -> bool:
        """Whether its day has passed and it is not closed."""
        return not self.closed and self.due is not None and self.due < today


def tasks(association_id: int, only_open: bool = False, person_id: int | None = None) -> list[TaskRow]:
    """The tasks across meetings, by term, those without one last; at most 200."""
    query = _tasks(association_id)
    if only_open:
        query = query.where(Task.state.not_in(task_reviews.CLOSED))
    if person_id is not None:
        query = query.where(fn.EXISTS(_owned().where(DecisionOwner.person == person_id)))
    return _read(query.order_by(SQL("due IS NULL"), SQL("due"), *_ORDER).limit(PAGE))


def closed(association_id: int) -> list[TaskRow]:
    """The tasks that were closed, the newest first; at most 200."""
    query = _tasks(association_id).where(Task.state.in_(task_reviews.CLOSED))
    return _read(query.order_by(Task.closed_on.desc(), Task.id.desc()).limit(PAGE))


def task(association_id: int, task_id: int) -> TaskRow:
    """One task; raises Refused `record_missing`."""
    found = _read(_tasks(association_id).where(Task.id == task_id))
    if not found:
        raise Refused("record_missing", table="task")
    return found[0]


def of_meeting(meeting_id: int) -> list[TaskRow]:
    """The tasks that a meeting's decisions made, in their order."""
    query = _tasks(meeting(meeting_id).association_id).where(Meeting.id == meeting_id)
    return _read(query.order_by(*_ORDER))


def to_review(meeting_id: int) -> list[TaskRow]:
    """What a meeting has to look at: tasks of earlier meetings, with what it has found about them already.

    Those still open, those it has looked at, and those closed since the meeting before, which it hears of.
    """
    of = meeting(meeting_id)
    before = previous(of)
    reviewed = (TaskReview.task == Task.id) & (TaskReview.meeting == meeting_id) & TaskReview.deleted_at.is_null()
    found = (fn.COALESCE(TaskReview.state, ""), fn.COALESCE(TaskReview.note, ""))
    query = _tasks(of.association_id).join_from(Task, TaskReview, JOIN.LEFT_OUTER, on=reviewed)
    query = query.select_extend(found[0].alias("review_state"), found[1].alias("review_note"))
    earlier = (Meeting.first_year < of.first_year) | (
        (Meeting.first_year == of.first_year) & (Meeting.number < of.number)
    )
    due = Task.state.not_in(task_reviews.CLOSED) | TaskReview.id.is_null(False)
    if before and before.held_on and of.held_on:
        due |= (Task.closed_on > before.held_on) & (Task.closed_on <= of.held_on)
    return _read(query.where(earlier, due).order_by(*_ORDER))


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
    label(records.stored(Decision, standing(Task, task_id)["decision"])["text"])
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


def _tasks(association_id: int) -> Any:
    """Decisions with an owner or a term; one with neither («маалымат эске алынсын») leaves nothing to do."""
    own = [column for column in columns(Task, TaskRow) if column._alias != "text"]
    known = (Decision.text, Meeting.id.alias("meeting_id"), Meeting.number.alias("meeting_number"))
    meeting_known = (Meeting.first_year, Meeting.held_on, Decision.deadline_next_meeting.alias("next_meeting"))
    numbers = (_item_number().alias("item_number"), _place().alias("place"), _due().alias("due"))
    query = Task.select(*own, *known, *meeting_known, *numbers)
    query = query.join(Decision).join(AgendaItem).join_from(Decision, Meeting)
    standing_rows = (each.deleted_at.is_null() for each in (Task, Decision, AgendaItem, Meeting))
    asks = Decision.deadline.is_null(False) | Decision.deadline_next_meeting | fn.EXISTS(_owned())
    return query.where(
        *standing_rows,
        asks,
        Meeting.association == association_id,
        Meeting.state != "cancelled",
        AgendaItem.state != "parked",
    )


def _owned() -> Any:
    """The owners of the decision that a query of tasks is at."""
    query = DecisionOwner.select(SQL("1"))
    return query.where(DecisionOwner.decision == Decision.id, DecisionOwner.deleted_at.is_null())


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


def _due() -> Any:
    """The day on which a task falls due: the moved one, the decision's, that of the next meeting."""
    other = Meeting.alias()
    following = other.select(fn.MIN(other.held_on)).where(
        other.association == Meeting.association,
        other.held_on > Meeting.held_on,
        other.state != "cancelled",
        other.deleted_at.is_null(),
    )
    next_meeting = Case(None, ((Decision.deadline_next_meeting, following),))
    return fn.COALESCE(Task.deadline, Decision.deadline, next_meeting)


def _read(query: Any) -> list[TaskRow]:
    """Tasks with the names of their owners: two queries, however many tasks."""
    found = rows(query, TaskRow)
    owners = _owners([each.decision_id for each in found])
    return [
        dataclasses.replace(
            each,
            owner_ids=tuple(owner.person_id for owner in owners[each.decision_id]),
            owners=tuple(owner.name for owner in owners[each.decision_id]),
        )
        for each in found
    ]


@dataclass(frozen=True, slots=True)
class _Owner:
    """Who answers for a decision."""

    decision_id: int
    person_id: int
    surname: str
    given: str
    patronymic: str
    short_form: str

    @property
    def name(self) -> Name:
        return Name(self.surname, self.given, self.patronymic, self.short_form)


def _owners(decision_ids: list[int]) -> dict[int, list[_Owner]]:
    """Decision → its owners in order."""
    names = (Person.surname, Person.given, Person.patronymic, Person.short_form)
    query = DecisionOwner.select(*columns(DecisionOwner, _Owner), *names).join(Person)
    query = query.where(DecisionOwner.decision.in_(decision_ids), DecisionOwner.deleted_at.is_null())
    owners: dict[int, list[_Owner]] = defaultdict(list)
    for owner in rows(query.order_by(DecisionOwner.position, DecisionOwner.id), _Owner):
        owners[owner.decision_id].append(owner)
    return owners
