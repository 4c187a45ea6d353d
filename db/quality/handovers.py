"""A class handed from one teacher to another, and how its pupils settled in the next stage (October)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from peewee import JOIN

from db import records
from db.connection import rows
from db.control_tests import reading as tests
from db.control_tests.rows import Work
from db.errors import Refused
from db.events.reading import activities
from db.events.rows import Activity
from db.gate import checked, refuse_unknown
from db.history import action
from db.meetings.standing import label, standing
from db.models.quality import ClassHandover, SchoolClass
from db.models.schools import Person
from db.reading import columns
from db.rules.calendar import school_year_of
from db.rules.names import Name
from db.rules.results_line import MOST_PUPILS

KINDS = ("handover", "adaptation")
LONG = ("subjects", "strong", "weak", "lessons_visited", "tests", "questionnaire", "advice", "conclusion")
FIELDS = frozenset({"kind", "held_on", "from_person_id", "to_person_id", "listed", *LONG})
"""What of a record can be typed over."""


@dataclass(frozen=True, slots=True)
class _Row:
    id: int
    uid: str
    association_id: int
    school_class_id: int
    kind: str
    held_on: dt.date | None
    from_person_id: int | None
    to_person_id: int | None
    listed: int | None
    subjects: str
    strong: str
    weak: str
    lessons_visited: str
    tests: str
    questionnaire: str
    advice: str
    conclusion: str
    first_year: int
    grade: int
    letter: str
    pupils: int | None
    from_surname: str | None
    from_given: str | None
    from_patronymic: str | None
    from_short: str | None
    to_surname: str | None
    to_given: str | None
    to_patronymic: str | None
    to_short: str | None


class Handover(_Row):
    """One record; `first_year`, grade and letter are its class's."""

    __slots__ = ()

    @property
    def class_name(self) -> str:
        """The class as it is written, «5-А»."""
        return f"{self.grade}-{self.letter}" if self.letter else str(self.grade)

    @property
    def giver(self) -> Name | None:
        """Who hands the class over."""
        return _named(self.from_surname, self.from_given, self.from_patronymic, self.from_short)

    @property
    def taker(self) -> Name | None:
        """Who takes it."""
        return _named(self.to_surname, self.to_given, self.to_patronymic, self.to_short)


@dataclass(frozen=True, slots=True)
class Draft:
    """What the records know of a class in the autumn: lessons visited or observed, and control works."""

    lessons: tuple[Activity, ...]
    works: tuple[Work, ...]


def handovers(association_id: int, first_year: int) -> list[Handover]:
    """The records of a year, by class and day; one query."""
    return _read((ClassHandover.association == association_id) & (SchoolClass.first_year == first_year))


def handover(handover_id: int) -> Handover:
    """One record; raises Refused `record_missing`."""
    found = _read(ClassHandover.id == handover_id)
    if not found:
        raise Refused("record_missing", table="class_handover")
    return found[0]


def newest(association_id: int, first_year: int | None = None) -> int | None:
    """The record entered last, of a year or of all; None where there is none."""
    query: Any = ClassHandover.select(ClassHandover.id).join(SchoolClass)
    query = query.where(ClassHandover.association == association_id, ClassHandover.deleted_at.is_null())
    if first_year is not None:
        query = query.where(SchoolClass.first_year == first_year)
    found = query.order_by(ClassHandover.held_on.desc(), ClassHandover.id.desc()).limit(1).scalar()
    return None if found is None else int(found)


def draft(association_id: int, first_year: int, class_name: str) -> Draft:
    """The lessons and tests of a class from August to November of a year, those that were held."""
    begins, ends = dt.date(first_year, 8, 1), dt.date(first_year, 12, 1)

    def autumn(day: dt.date | None, state: str) -> bool:
        return state == "held" and day is not None and begins <= day < ends

    lessons = activities(association_id, first_year, class_name=class_name)
    works = tests.works(association_id, first_year)
    return Draft(
        tuple(each for each in lessons if each.is_lesson and autumn(each.held_on, each.state)),
        tuple(each for each in works if each.class_name == class_name and autumn(each.held_on, each.state)),
    )


@action("class_handover.save")
def save(handover_id: int | None, association_id: int, class_id: int, **fields: Any) -> int:
    """Write a record about a class (`FIELDS`), a new one with None; returns its id.

    Raises Refused `value_not_allowed` (kind), `day_outside_year` (held_on), `number_too_large` (listed),
    `record_missing`, `text_too_long`.
    """
    refuse_unknown(fields, FIELDS)
    of = standing(SchoolClass, class_id)
    if fields.get("kind", KINDS[0]) not in KINDS:
        raise Refused("value_not_allowed", "kind")
    values = checked(ClassHandover, {name.removesuffix("_id"): value for name, value in fields.items()}, LONG)
    _refuse(values, of["first_year"])
    label(f"{of['grade']}-{of['letter']}")
    if handover_id is None:
        return records.insert(ClassHandover, association=association_id, school_class=class_id, **values)
    standing(ClassHandover, handover_id)
    records.change(ClassHandover, handover_id, school_class=class_id, **values)
    return handover_id


@action("class_handover.remove")
def remove(handover_id: int) -> None:
    """Take a record away."""
    of = standing(SchoolClass, standing(ClassHandover, handover_id)["school_class"])
    label(f"{of['grade']}-{of['letter']}")
    records.remove(ClassHandover, handover_id)


def _refuse(values: dict[str, Any], first_year: int) -> None:
    day = values.get("held_on")
    # A class is handed over in spring or summer, before the year of its new teacher begins.
    if day is not None and school_year_of(day) not in (first_year - 1, first_year):
        raise Refused("day_outside_year", "held_on")
    if (values.get("listed") or 0) > MOST_PUPILS:
        raise Refused("number_too_large", "listed", high=MOST_PUPILS)
    for name in ("from_person", "to_person"):
        if values.get(name) is not None:
            standing(Person, values[name])


def _read(condition: Any) -> list[Handover]:
    giver, taker = Person.alias(), Person.alias()
    own = (SchoolClass.first_year, SchoolClass.grade, SchoolClass.letter, SchoolClass.pupils)
    query: Any = ClassHandover.select(
        *columns(ClassHandover, _Row), *own, *_columns(giver, "from"), *_columns(taker, "to")
    ).join(SchoolClass)
    for person, link in ((giver, ClassHandover.from_person), (taker, ClassHandover.to_person)):
        query = query.switch(ClassHandover).join(person, JOIN.LEFT_OUTER, on=link == person.id)
    query = query.where(condition, ClassHandover.deleted_at.is_null(), SchoolClass.deleted_at.is_null())
    order = (SchoolClass.grade, SchoolClass.letter, ClassHandover.held_on, ClassHandover.id)
    return rows(query.order_by(*order), Handover)


def _columns(person: Any, prefix: str) -> tuple[Any, ...]:
    names = (("surname", "surname"), ("given", "given"), ("patronymic", "patronymic"), ("short_form", "short"))
    return tuple(getattr(person, name).alias(f"{prefix}_{shown}") for name, shown in names)


def _named(surname: str | None, given: str | None, patronymic: str | None, short: str | None) -> Name | None:
    return None if surname is None else Name(surname, given or "", patronymic or "", short or "")
