"""How the standard is mastered: requirements that tests found not mastered, and what is done about each."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from peewee import JOIN

from db import records
from db.connection import rows
from db.control_tests import reading
from db.control_tests.rows import Requirement, Work
from db.errors import Refused
from db.gate import checked, refuse_unknown, required
from db.history import action
from db.meetings.standing import label, standing
from db.models.control_tests import ControlTest, ControlTestRequirement
from db.models.quality import StandardMeasure
from db.models.schools import Person
from db.reading import columns
from db.rules import quality
from db.rules.alphabet import sort_key
from db.rules.names import Name

LONG = ("measure", "note")
FIELDS = frozenset({"measure", "person_id", "deadline", "done_on", "note"})
"""What of a measure can be typed over."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What is done about a requirement: who, until when, when it was done."""

    id: int
    uid: str
    control_test_requirement_id: int
    measure: str
    person_id: int | None
    deadline: dt.date | None
    done_on: dt.date | None
    note: str
    surname: str | None
    given: str | None
    patronymic: str | None
    short_form: str | None

    @property
    def person(self) -> Name | None:
        """Who does it."""
        if self.surname is None:
            return None
        return Name(self.surname, self.given or "", self.patronymic or "", self.short_form or "")


@dataclass(frozen=True, slots=True)
class Missed:
    """A requirement of a test, how many of those who wrote mastered it, and what is done about it."""

    requirement: Requirement
    work: Work
    measure: Measure | None

    @property
    def share(self) -> Fraction | None:
        """The share of those who wrote that mastered it, in percent."""
        return quality.share(self.requirement.mastered or 0, self.work.wrote or 0)

    @property
    def state(self) -> str:
        """`done`, `planned`, or nothing while nobody does anything about it."""
        if self.measure is None:
            return ""
        return "done" if self.measure.done_on else "planned"


def missed(association_id: int, first_year: int, quarter: int = 0, class_name: str = "") -> tuple[Missed, ...]:
    """The requirements of a year or quarter below the threshold (`mastery_percent`), by class, subject and day.

    One whose share has risen since keeps standing here while something is done about it.
    """
    percent = reading.mastery_percent(association_id)
    works = [
        each for each in reading.works(association_id, first_year, quarter)
        if class_name in ("", each.class_name, reading.grade_of(each.class_name))
    ]  # fmt: skip
    known = _measures(association_id, first_year)
    found = [
        Missed(each, of, known.get(each.id)) for of in works for each in of.requirements
        if each in of.not_mastered(percent) or each.id in known
    ]  # fmt: skip
    return tuple(sorted(found, key=_order))


def of_measure(measure_id: int) -> Missed:
    """The requirement that a measure is about; raises Refused `record_missing`."""
    requirement = standing(ControlTestRequirement, standing(StandardMeasure, measure_id)["control_test_requirement"])
    work = reading.work(requirement["control_test"])
    found = next(each for each in work.requirements if each.id == requirement["id"])
    return Missed(found, work, _measures(work.association_id, work.first_year).get(found.id))


@action("standard_measure.save")
def save(requirement_id: int, **fields: Any) -> int:
    """Write what is done about a requirement (`FIELDS`); returns the measure's id.

    Raises Refused `required` (measure), `record_missing`, `text_too_long`.
    """
    refuse_unknown(fields, FIELDS)
    of = standing(ControlTestRequirement, requirement_id)
    values = checked(StandardMeasure, {name.removesuffix("_id"): value for name, value in fields.items()}, LONG)
    required(values, "measure")
    if values.get("person") is not None:
        standing(Person, values["person"])
    label(of["text"])
    query: Any = StandardMeasure.select(StandardMeasure.id).where(
        StandardMeasure.control_test_requirement == requirement_id, StandardMeasure.deleted_at.is_null()
    )
    if (row_id := query.scalar()) is not None:
        records.change(StandardMeasure, row_id, **values)
        return int(row_id)
    if not values.get("measure"):
        raise Refused("required", "measure")
    return records.insert(StandardMeasure, control_test_requirement=requirement_id, **values)


@action("standard_measure.remove")
def remove(measure_id: int) -> None:
    """Take a measure away; the requirement stays with its test."""
    label(standing(StandardMeasure, measure_id)["measure"])
    records.remove(StandardMeasure, measure_id)


def _measures(association_id: int, first_year: int) -> dict[int, Measure]:
    names = (Person.surname, Person.given, Person.patronymic, Person.short_form)
    query: Any = StandardMeasure.select(*columns(StandardMeasure, Measure), *names)
    query = query.join(ControlTestRequirement).join(ControlTest).switch(StandardMeasure).join(Person, JOIN.LEFT_OUTER)
    found = rows(query.where(
        ControlTest.association == association_id, ControlTest.first_year == first_year,
        StandardMeasure.deleted_at.is_null(), ControlTest.deleted_at.is_null(),
    ), Measure)  # fmt: skip
    return {each.control_test_requirement_id: each for each in found}


def _order(of: Missed) -> Any:
    grade = reading.grade_of(of.work.class_name)
    number = int(grade) if grade.isdigit() else 0
    day = of.work.held_on or dt.date.max
    return number, sort_key(of.work.class_name), sort_key(of.work.subject), day, of.requirement.position
