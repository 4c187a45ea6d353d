"""What each change of the curriculum asks of each calendar plan that it touches, and what was done of it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from peewee import JOIN, fn

from db import records
from db.connection import rows
from db.curriculum.plans import held_day, outside, plan, plans
from db.curriculum.rows import Asked, ChangeRow, PlanRow, StepRow, TestOffer
from db.errors import Refused
from db.history import action
from db.meetings.standing import label, standing
from db.models.control_tests import ControlTest
from db.models.curriculum import CalendarPlan, CurriculumChange, CurriculumStep
from db.models.meetings import Meeting
from db.reading import columns
from db.rules.curriculum_scope import touches
from db.rules.names import class_name

DATED = {
    "corrected": "corrected_on", "considered": "considered_on", "agreed": "agreed_on", "approved": "approved_on",
    "test_made": "test_made_on",
}  # fmt: skip
"""Step → the field of its day; the last one, `test_held`, has that of its test."""


def asked(of: ChangeRow) -> list[Asked]:
    """The plans that a change touches, in the order of the register, each with what was done: two queries."""
    noted = _steps(CurriculumStep.curriculum_change == of.id)
    return _asked(of.id, of.subjects, of.classes, plans(of.association_id, of.first_year), noted)


def asked_by_change(found: Sequence[ChangeRow], association_id: int, first_year: int) -> dict[int, list[Asked]]:
    """The same for several changes of a year, also in two queries."""
    if not found:
        return {}
    noted: dict[int, list[StepRow]] = defaultdict(list)
    for step in _steps(CurriculumStep.curriculum_change.in_([each.id for each in found])):
        noted[step.curriculum_change_id].append(step)
    known = plans(association_id, first_year)
    return {each.id: _asked(each.id, each.subjects, each.classes, known, noted[each.id]) for each in found}


@action("curriculum.step")
def set_step(
    change_id: int, plan_ids: Iterable[int], step: str, on: dt.date | None, meeting_id: int | None = None
) -> None:
    """A step was done with these plans on a day; None takes the day away.

    With a meeting (`considered`) it was done on its day. Raises Refused `meeting_not_held` (values: number),
    `day_outside_year`, `step_from_test` for `test_held`, which follows from a test.
    """
    if step not in DATED:
        raise Refused("step_from_test")
    of = _labelled(change_id)
    if meeting_id is not None:
        on = held_day(meeting_id, of["association"])
    if on is not None and outside(on, of["first_year"]):
        raise Refused("day_outside_year")
    values: dict[str, Any] = {DATED[step]: on}
    if step == "considered":
        values["meeting"] = meeting_id
    for plan_id in plan_ids:
        _write(change_id, plan_id, **values)


@action("curriculum.not_needed")
def set_not_needed(change_id: int, plan_ids: Iterable[int], *, only_test: bool = False) -> None:
    """Say that a change does not touch these plans after all, or with `only_test` that it asks for no test."""
    _labelled(change_id)
    for plan_id in plan_ids:
        _write(change_id, plan_id, **{"test_not_needed" if only_test else "not_needed": True})


@action("curriculum.needed")
def set_needed(change_id: int, plan_ids: Iterable[int]) -> None:
    """These plans, and their tests, are needed after all."""
    _labelled(change_id)
    for plan_id in plan_ids:
        _write(change_id, plan_id, not_needed=False, test_not_needed=False)


@action("curriculum.test")
def link_test(change_id: int, plan_id: int, control_test_id: int | None) -> None:
    """Say which test is the feedback test of a plan; None takes the link away."""
    of = _labelled(change_id)
    if control_test_id is not None and standing(ControlTest, control_test_id)["association"] != of["association"]:
        raise Refused("record_missing", table="control_test")
    _write(change_id, plan_id, control_test=control_test_id)


@action("curriculum.note")
def set_note(change_id: int, plan_id: int, note: str) -> None:
    """Write a note beside a plan under a change."""
    _labelled(change_id)
    _write(change_id, plan_id, note=note.strip())


def test_offers(plan_id: int) -> list[TestOffer]:
    """The year's tests of a plan's class, those of its subject and feedback tests first, then the newest."""
    of = plan(plan_id)
    query = ControlTest.select(*columns(ControlTest, TestOffer), ControlTest.id.alias("control_test_id"))
    query = query.where(
        ControlTest.association == of.association_id, ControlTest.first_year == of.first_year,
        ControlTest.state != "cancelled", ControlTest.deleted_at.is_null(),
    )  # fmt: skip
    found = rows(query.order_by(ControlTest.held_on.desc(), ControlTest.id.desc()), TestOffer)
    near = [each for each in found if class_name(each.class_name) == of.class_name]
    near.sort(key=lambda each: (not touches(each.subject, "", of.subject, of.class_name), each.kind != "feedback"))
    return near


def _asked(
    change_id: int, subjects: str, classes: str, known: Sequence[PlanRow], noted: Iterable[StepRow]
) -> list[Asked]:
    """The plans that are touched, and those about which something was noted though they are not any more."""
    steps = {each.calendar_plan_id: each for each in noted}
    return [
        Asked(each, steps.get(each.id) or StepRow(0, change_id, each.id))
        for each in known
        if each.id in steps or touches(subjects, classes, each.subject, each.class_name)
    ]


def _steps(condition: Any) -> list[StepRow]:
    of_test = (fn.COALESCE(ControlTest.state, "").alias("test_state"), ControlTest.held_on.alias("test_day"))
    query = CurriculumStep.select(*columns(CurriculumStep, StepRow), Meeting.number.alias("meeting_number"), *of_test)
    query = query.join(Meeting, JOIN.LEFT_OUTER)
    on = (ControlTest.id == CurriculumStep.control_test) & ControlTest.deleted_at.is_null()
    query = query.join_from(CurriculumStep, ControlTest, JOIN.LEFT_OUTER, on=on)
    return rows(query.where(condition, CurriculumStep.deleted_at.is_null()), StepRow)


def _labelled(change_id: int) -> dict[str, Any]:
    of = standing(CurriculumChange, change_id)
    label(of["text"])
    return of


def _write(change_id: int, plan_id: int, **values: Any) -> None:
    """Change the one row of a plan under a change, or make it; one that was taken away begins anew."""
    standing(CalendarPlan, plan_id)
    query: Any = CurriculumStep.select(CurriculumStep.id, CurriculumStep.deleted_at)
    same = (CurriculumStep.curriculum_change == change_id) & (CurriculumStep.calendar_plan == plan_id)
    row_id, gone = query.where(same).tuples().first() or (None, None)
    key = {"curriculum_change": change_id, "calendar_plan": plan_id}
    if row_id is None:
        records.insert(CurriculumStep, **key, **values)
    elif gone:
        records.renew(CurriculumStep, row_id, **key, **values)
    else:
        records.change(CurriculumStep, row_id, **values)
