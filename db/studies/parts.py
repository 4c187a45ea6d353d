"""What a study looked at: lessons, tests, notebooks, anything else told in words; and what it could look at."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from peewee import JOIN

from db import records
from db.connection import rows
from db.errors import Refused
from db.events.reading import read
from db.events.rows import LESSONS
from db.events.rows import Activity as Lesson
from db.gate import checked, required
from db.history import action
from db.meetings.standing import label, next_position, standing
from db.models.control_tests import ControlTest
from db.models.events import Activity
from db.models.schools import Person
from db.models.studies import Study, StudyPart
from db.reading import columns
from db.rules.names import Name, class_name
from db.rules.study_parts import concerns
from db.studies.rows import Part

KINDS = ("visit", "test", "notebooks", "other")
_NAMES = (Person.surname, Person.given, Person.patronymic, Person.short_form)


def of_study(study_id: int) -> list[Part]:
    """What a study looked at, by day; what has no day last."""
    query = StudyPart.select(*columns(StudyPart, _Row), *_NAMES)
    query = query.join(Person, JOIN.LEFT_OUTER, on=StudyPart.person == Person.id)
    query = query.where(StudyPart.study == study_id, StudyPart.deleted_at.is_null())
    found = rows(query.order_by(StudyPart.position, StudyPart.id), _Row)
    lessons = _lessons(Activity.id.in_([each.activity_id for each in found if each.activity_id]))
    tests = _tests(ControlTest.id.in_([each.control_test_id for each in found if each.control_test_id]))
    made = [_part(each, lessons.get(each.activity_id or 0), tests.get(each.control_test_id or 0)) for each in found]
    return sorted(made, key=lambda each: each.held_on or dt.date.max)


def offered(study_id: int) -> list[Part]:
    """The lessons and tests of the study's subject and classes in its period that are not among its parts yet."""
    row = standing(Study, study_id)
    known = of_study(study_id)
    lessons, tests = {each.activity_id for each in known}, {each.control_test_id for each in known}
    found = [of_lesson(each) for each in _lessons_of(row).values() if each.id not in lessons]
    found += [_of_test(each) for each in _tests(_period(ControlTest, row)).values() if each.id not in tests]
    fitting = [each for each in found if concerns(row["subject"], row["classes"], each.subject, each.class_name)]
    return sorted(fitting, key=lambda each: each.held_on or dt.date.max)


def of_lesson(of: Lesson) -> Part:
    """A lesson as a part that could be added."""
    teachers = tuple(each.name for each in of.responsible)
    teacher_id = next(iter(of.responsible_ids), None)
    return Part(0, "visit", of.id, None, of.held_on, of.subject, of.classes, teacher_id, teachers, of.title)


@action("study_part.add")
def add_part(
    study_id: int,
    kind: str,
    *,
    activity_id: int | None = None,
    control_test_id: int | None = None,
    held_on: dt.date | None = None,
    class_name: str = "",
    person_id: int | None = None,
    text: str = "",
) -> int:
    """Add what was looked at: a lesson, a test, or something told in words; returns its id.

    Raises Refused `part_known` for what is there already, `required` (text) where neither is given,
    `value_not_allowed` (kind), `text_too_long`, `record_missing`, also for another association's lesson or test.
    """
    study = standing(Study, study_id)
    if kind not in KINDS:
        raise Refused("value_not_allowed", "kind")
    for model, linked in ((Activity, activity_id), (ControlTest, control_test_id)):
        if linked is not None and standing(model, linked)["association"] != study["association"]:
            raise Refused("record_missing", table=model._meta.table_name)
    values = _checked({"held_on": held_on, "class_name": class_name, "text": text})
    if activity_id is None and control_test_id is None:
        required(values, "text")
    elif _known(study_id, activity_id, control_test_id):
        raise Refused("part_known")
    label(values["text"])
    values |= {"kind": kind, "activity": activity_id, "control_test": control_test_id, "person": person_id}
    position = next_position(StudyPart, StudyPart.study == study_id)
    return records.insert(StudyPart, study=study_id, position=position, **values)


@action("study_part.add_all")
def add_offered(study_id: int, found: Sequence[Part]) -> None:
    """Add lessons and tests as they were offered. Raises Refused as `add_part`."""
    for each in found:
        add_part(study_id, each.kind, activity_id=each.activity_id, control_test_id=each.control_test_id)
    label(standing(Study, study_id)["title"])


@action("study_part.change")
def change_part(part_id: int, **fields: Any) -> None:
    """Type over what was found, and day, class and teacher of what is told in words. Raises Refused as `add_part`."""
    row = standing(StudyPart, part_id)
    values = _checked({name.removesuffix("_id"): value for name, value in fields.items()})
    if row["activity"] is None and row["control_test"] is None:
        required(values, "text")
    label(values.get("text") or row["text"])
    records.change(StudyPart, part_id, **values)


@action("study_part.remove")
def remove_part(part_id: int) -> None:
    """Take a part away; the lesson or test itself stays."""
    label(standing(StudyPart, part_id)["text"])
    records.remove(StudyPart, part_id)


def _checked(values: dict[str, Any]) -> dict[str, Any]:
    checked_ = checked(StudyPart, values, ("text",))
    if checked_.get("class_name"):
        checked_["class_name"] = class_name(checked_["class_name"])
    return checked_


def _known(study_id: int, activity_id: int | None, control_test_id: int | None) -> bool:
    same = (StudyPart.activity == activity_id) if activity_id else (StudyPart.control_test == control_test_id)
    query: Any = StudyPart.select().where(StudyPart.study == study_id, same, StudyPart.deleted_at.is_null())
    return bool(query.exists())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Teacher:
    """The name of a teacher who may not be known."""

    surname: str | None
    given: str | None
    patronymic: str | None
    short_form: str | None

    @property
    def teachers(self) -> tuple[Name, ...]:
        if self.surname is None:
            return ()
        return (Name(self.surname, self.given or "", self.patronymic or "", self.short_form or ""),)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row(_Teacher):
    id: int
    kind: str
    activity_id: int | None
    control_test_id: int | None
    held_on: dt.date | None
    class_name: str
    person_id: int | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Test(_Teacher):
    id: int
    kind: str
    title: str
    subject: str
    class_name: str
    held_on: dt.date | None
    teacher_id: int | None


def _part(row: _Row, lesson: Lesson | None, test: _Test | None) -> Part:
    """A part with what the linked record says of itself; what was linked and is gone keeps the study's words."""
    if lesson is not None:
        return replace(of_lesson(lesson), id=row.id, kind=row.kind, text=row.text)
    if test is not None:
        return replace(_of_test(test), id=row.id, kind=row.kind, text=row.text)
    return Part(
        row.id, row.kind, None, None, row.held_on, "", row.class_name, row.person_id, row.teachers, "", row.text
    )


def _of_test(of: _Test) -> Part:
    return Part(
        0, "test", None, of.id, of.held_on, of.subject, of.class_name, of.teacher_id, of.teachers, of.title, "", of.kind
    )


def _tests(condition: Any) -> dict[int, _Test]:
    query = ControlTest.select(*columns(ControlTest, _Test), *_NAMES)
    query = query.join(Person, JOIN.LEFT_OUTER, on=ControlTest.teacher == Person.id)
    found = rows(query.where(condition, ControlTest.deleted_at.is_null()).order_by(ControlTest.held_on), _Test)
    return {each.id: each for each in found}


def _lessons(condition: Any) -> dict[int, Lesson]:
    return {each.id: each for each in read(condition)}


def _lessons_of(study: records.Stored) -> dict[int, Lesson]:
    return _lessons(_period(Activity, study) & Activity.kind.in_(list(LESSONS)))


def _period(model: Any, study: records.Stored) -> Any:
    """The association's records in the study's period, in its school year where the period is open."""
    within = (model.association == study["association"]) & (model.state != "cancelled")
    within &= model.held_on.is_null(False)
    if study["begins"]:
        within &= model.held_on >= dt.date.fromisoformat(study["begins"])
    if study["ends"]:
        within &= model.held_on <= dt.date.fromisoformat(study["ends"])
    if not (study["begins"] and study["ends"]):
        within &= model.first_year == study["first_year"]
    return within
