"""The register of calendar plans: who teaches what, where, for how many hours; considered, agreed, approved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from peewee import JOIN

from db import records
from db.connection import row, rows
from db.curriculum.rows import PlanRow
from db.errors import Refused
from db.gate import checked, refuse_unknown, required
from db.history import action
from db.meetings.overview import HELD
from db.meetings.sheet import meeting
from db.meetings.standing import label, standing
from db.models.curriculum import CalendarPlan
from db.models.meetings import Meeting
from db.models.schools import Person
from db.plans.owners import have_left
from db.reading import columns
from db.rules import calendar
from db.rules.alphabet import fold_words, sort_key
from db.rules.curriculum_scope import is_class
from db.rules.names import class_name
from db.schools import person

FIELDS = frozenset(
    {"person_id", "subject", "class_name", "hours_week", "hours_year", "considered_on", "meeting_id", "agreed_on",
     "approved_on", "remark"}
)  # fmt: skip
"""What of a plan can be typed over."""

STEPS = {"considered": "considered_on", "agreed": "agreed_on", "approved": "approved_on"}
"""Step → the field of its day."""

MOST_WEEK, MOST_YEAR = 40, 500
"""Hours of one subject in one class: more is a slip of the finger."""


def plans(association_id: int, first_year: int) -> list[PlanRow]:
    """A year's plans by teacher, class and subject; a school's are some dozens, all are read."""
    query = _plans().where(CalendarPlan.association == association_id, CalendarPlan.first_year == first_year)
    found = rows(query.order_by(Person.sort_key, Person.id, CalendarPlan.id), PlanRow)
    place = {person_id: at for at, person_id in enumerate(dict.fromkeys(each.person_id for each in found))}
    return sorted(found, key=lambda each: (place[each.person_id], sort_key(each.class_name)))


def plan(plan_id: int) -> PlanRow:
    """One plan; raises Refused `record_missing`."""
    found = row(_plans().where(CalendarPlan.id == plan_id), PlanRow)
    if found is None:
        raise Refused("record_missing", table="calendar_plan")
    return found


@action("calendar_plan.save")
def save_plan(plan_id: int | None, association_id: int, first_year: int, **fields: Any) -> int:
    """Enter a plan in a school year's register, or with an id type over its `FIELDS`; returns its id.

    Raises Refused `required` (person_id, subject, class_name), `class_unknown` (class_name), `hours_week_unclear`,
    `hours_year_unclear`, `calendar_plan_known` (subject), `owner_left` (person_id; values: name), `meeting_not_held`
    (meeting_id), `day_outside_year`, `text_too_long`.
    """
    refuse_unknown(fields, FIELDS)
    values = checked(CalendarPlan, {name.removesuffix("_id"): value for name, value in fields.items()})
    before = standing(CalendarPlan, plan_id) if plan_id is not None else None
    asked = {"person": None, "subject": "", "class_name": ""} if before is None else {}
    _refuse_empty(asked | values)
    values = _usual(values)
    if values.get("meeting") is not None:
        values["considered_on"] = held_day(values["meeting"], association_id)
    whole = {**(before or {}), **values}
    if before is None or whole["person"] != before["person"]:
        _refuse_stranger(association_id, whole["person"], first_year)
    _refuse_days(values, first_year)
    _refuse_known(association_id, first_year, whole, plan_id)
    label(f"{whole['subject']}, {whole['class_name']}")
    if plan_id is not None:
        records.change(CalendarPlan, plan_id, **values)
        return plan_id
    return records.insert(CalendarPlan, association=association_id, first_year=first_year, **values)


@action("calendar_plan.step")
def set_step(plan_ids: Iterable[int], step: str, on: dt.date | None, meeting_id: int | None = None) -> None:
    """Plans were considered, agreed or approved (`STEPS`) on a day; None takes the day away.

    With a meeting they were considered at it, on its day. Raises Refused `meeting_not_held` (values: number),
    `day_outside_year`.
    """
    for plan_id in plan_ids:
        before = standing(CalendarPlan, plan_id)
        label(f"{before['subject']}, {before['class_name']}")
        values: dict[str, Any] = {STEPS[step]: on}
        if step == "considered":
            values["meeting"] = meeting_id
            if meeting_id is not None:
                values[STEPS[step]] = held_day(meeting_id, before["association"])
        _refuse_days(values, before["first_year"])
        records.change(CalendarPlan, plan_id, **values)


@action("calendar_plan.remove")
def remove_plans(plan_ids: Sequence[int]) -> None:
    """Take plans off the register."""
    for plan_id in plan_ids:
        before = standing(CalendarPlan, plan_id)
        label(f"{before['subject']}, {before['class_name']}")
        records.remove(CalendarPlan, plan_id)


def held_day(meeting_id: int, association_id: int) -> dt.date:
    """The day of a meeting that was begun; raises Refused `meeting_not_held` (values: number), `record_missing`."""
    of = meeting(meeting_id)
    if of.association_id != association_id:
        raise Refused("record_missing", "meeting_id", table="meeting")
    if of.state not in HELD or of.held_on is None:
        raise Refused("meeting_not_held", "meeting_id", number=of.number)
    return of.held_on


def key_of(person_id: int, subject: str, class_: str) -> tuple[int, str, str]:
    """What no two plans of a year share: the teacher, the subject as it is compared, the class."""
    return person_id, " ".join(fold_words(subject)), class_name(class_)


def hours_week(text: str) -> str:
    """Hours a week in their usual form, «5», «2,5»; empty stays. Raises Refused `hours_week_unclear` (values: most)."""
    compact = text.replace(" ", "").replace(",", ".")
    if not compact:
        return ""
    try:
        hours = Decimal(compact)
    except InvalidOperation:
        hours = Decimal(-1)
    if not (hours.is_finite() and 0 < hours <= MOST_WEEK):
        raise Refused("hours_week_unclear", "hours_week", most=MOST_WEEK)
    return f"{hours.normalize():f}".replace(".", ",")


def hours_year(hours: int | None) -> int | None:
    """Hours a year; raises Refused `hours_year_unclear` (values: most)."""
    if hours is not None and not 0 < hours <= MOST_YEAR:
        raise Refused("hours_year_unclear", "hours_year", most=MOST_YEAR)
    return hours


def outside(day: dt.date, first_year: int) -> bool:
    """Whether a day is neither in a school year nor in the summer before it, when it is prepared."""
    return not dt.date(first_year, 6, 1) <= day <= dt.date(first_year + 1, calendar.YEAR_BEGINS_IN, 31)


def _plans() -> Any:
    names = (Person.surname, Person.given, Person.patronymic, Person.short_form)
    query = CalendarPlan.select(*columns(CalendarPlan, PlanRow), *names, Meeting.number.alias("meeting_number"))
    query = query.join(Person).join_from(CalendarPlan, Meeting, JOIN.LEFT_OUTER)
    return query.where(CalendarPlan.deleted_at.is_null())


def _refuse_empty(values: dict[str, Any]) -> None:
    if "person" in values and values["person"] is None:
        raise Refused("required", "person_id")
    required(values, "subject", "class_name")


def _usual(values: dict[str, Any]) -> dict[str, Any]:
    """Class and hours in their usual form."""
    usual = dict(values)
    if "class_name" in usual:
        if not is_class(usual["class_name"]):
            raise Refused("class_unknown", "class_name", text=usual["class_name"])
        usual["class_name"] = class_name(usual["class_name"])
    if "hours_week" in usual:
        usual["hours_week"] = hours_week(usual["hours_week"])
    if "hours_year" in usual:
        usual["hours_year"] = hours_year(usual["hours_year"])
    return usual


def _refuse_stranger(association_id: int, person_id: int, first_year: int) -> None:
    """Refuse who had left the association before the school year; other teachers of the school may have plans."""
    if have_left(association_id, [person_id], dt.date(first_year, 9, 1)):
        raise Refused("owner_left", "person_id", name=person(person_id).name.listed)


def _refuse_days(values: dict[str, Any], first_year: int) -> None:
    for name in STEPS.values():
        if values.get(name) is not None and outside(values[name], first_year):
            raise Refused("day_outside_year", name)


def _refuse_known(association_id: int, first_year: int, whole: dict[str, Any], plan_id: int | None) -> None:
    wanted = key_of(whole["person"], whole["subject"], whole["class_name"])
    for each in plans(association_id, first_year):
        if each.id != plan_id and key_of(each.person_id, each.subject, each.class_name) == wanted:
            raise Refused("calendar_plan_known", "subject")
