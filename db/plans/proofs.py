"""What proves lines of the plan, read with the records that did it."""

from __future__ import annotations

from typing import Any

from peewee import JOIN, Case, fn

from db import task_reviews
from db.connection import rows
from db.models.control_tests import ControlTest
from db.models.events import Activity
from db.models.meetings import AgendaItem, Decision, Meeting
from db.models.norms import Norm
from db.models.plans import PlanProof
from db.models.studies import Study
from db.models.tasks import Task
from db.plans import happened
from db.plans.rows import LINKS, Proof

_NormItem: Any = AgendaItem.alias()
_RECORDS = (Activity, ControlTest, Norm, Study)


def standing(lines: Any) -> list[Proof]:
    """What proves lines (a query of their ids) and still stands, by day; one query, however many lines.

    Not: a meeting called off, an item taken away, a task opened again, what is held or studied no more.
    """
    meeting_id = fn.COALESCE(PlanProof.meeting, Decision.meeting, _NormItem.meeting)
    query = PlanProof.select(*_columns(), *_texts(), meeting_id.alias("meeting_id"))
    query = query.select_extend(Meeting.number.alias("meeting_number"), Meeting.held_on)
    query = query.join(AgendaItem, JOIN.LEFT_OUTER).join_from(PlanProof, Task, JOIN.LEFT_OUTER)
    query = query.join_from(Task, Decision, JOIN.LEFT_OUTER)
    for model in _RECORDS:
        query = query.join_from(PlanProof, model, JOIN.LEFT_OUTER)
    query = query.join_from(Norm, _NormItem, JOIN.LEFT_OUTER, on=Norm.agenda_item == _NormItem.id)
    query = query.join_from(PlanProof, Meeting, JOIN.LEFT_OUTER, on=Meeting.id == meeting_id)
    query = query.where(PlanProof.plan_line.in_(lines), PlanProof.deleted_at.is_null(), *_true())
    found = rows(query.order_by(PlanProof.id), Proof)
    return sorted(found, key=lambda each: each.done_on)


def _columns() -> list[Any]:
    kept = ("id", "plan_line", "partly", *(table for table in LINKS if table != "meeting"))
    names = {name: name if name in ("id", "partly") else f"{name}_id" for name in kept}
    return [PlanProof._meta.fields[name].alias(alias) for name, alias in names.items()]


def _texts() -> list[Any]:
    """The day, the title, the kind and the classes; the day is the record's own, should it be corrected later."""
    studied = Case(None, ((PlanProof.norm.is_null(False), Meeting.held_on),))
    days = [studied if table == "norm" else day for table, day in happened.DAYS.items()]
    held = (Activity.title, happened.title_of_test(), Norm.title, Study.title)
    day = fn.COALESCE(*days, PlanProof.done_on).converter(PlanProof.done_on.python_value).alias("done_on")
    said = {
        "title": (AgendaItem.title, Decision.text, Task.text, *held, ""),
        "kind": (Activity.kind, ControlTest.kind, ""),
        "classes": (Activity.classes, ControlTest.class_name, Study.classes, ""),
    }
    return [day, *(fn.COALESCE(*parts).alias(name) for name, parts in said.items())]


def _true() -> tuple[Any, ...]:
    closed = Task.state.in_(task_reviews.CLOSED) | PlanProof.partly
    return (
        Meeting.deleted_at.is_null() & (Meeting.state.is_null() | (Meeting.state != "cancelled")),
        AgendaItem.deleted_at.is_null(),
        Decision.deleted_at.is_null(),
        PlanProof.task.is_null() | (Task.deleted_at.is_null() & closed),
        *(
            PlanProof._meta.fields[table].is_null() | happened.true_of(table, item=_NormItem)
            for table in happened.MODELS
        ),
    )
