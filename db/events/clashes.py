"""What of a year's activities clashes: with each other, with the control works, with the school's free days."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from peewee import JOIN

from db import calendar, settings
from db.connection import rows
from db.events.rows import LESSONS, Activity, split_classes
from db.models import events as model
from db.models.control_tests import ControlTest
from db.models.events import ActivityPerson
from db.models.schools import Person
from db.reading import columns
from db.rules import clashes as rule
from db.rules.clashes import Booked
from db.rules.names import Name, class_name

Key = tuple[str, int]
"""Which record: its table and id."""


@dataclass(frozen=True, slots=True)
class Other:
    """What something clashes with: an activity or, with the table `control_test`, a control work."""

    table: str
    id: int
    kind: str
    title: str
    held_on: dt.date
    lesson: int | None
    starts: str


@dataclass(frozen=True, slots=True)
class Clash:
    """A warning: its code (see `db.rules.clashes.Clash`), the people or the classes, the room, the quarter shared."""

    code: str
    names: tuple[Name, ...] = ()
    text: str = ""
    other: Other | None = None


@dataclass(frozen=True, slots=True)
class Timetable:
    """All that is taken in a school year, in every association of the school, read once for many questions."""

    days: rule.Calendar
    booked: tuple[Booked, ...]
    others: dict[Key, Other]
    names: dict[int, Name]

    def clashes_of(self, of: Booked) -> tuple[Clash, ...]:
        """What speaks against something planned, or about to be."""
        return self._told([*rule.day_clashes(of, self.days), *rule.clashes_with(of, self.booked)])

    def clashes(self, found: list[Activity]) -> dict[int, tuple[Clash, ...]]:
        """The clashes of those activities that are still to come, by id."""
        shared = rule.all_clashes(self.booked)
        told: dict[int, tuple[Clash, ...]] = {}
        for each in found:
            if each.state == "planned" and each.held_on is not None:
                of = booked(each)
                if clashes := self._told([*rule.day_clashes(of, self.days), *shared.get(of.key, ())]):
                    told[each.id] = clashes
        return told

    def _told(self, found: list[rule.Clash]) -> tuple[Clash, ...]:
        return tuple(self._tell(each) for each in found)

    def _tell(self, of: rule.Clash) -> Clash:
        other = self.others.get(of.other) if isinstance(of.other, tuple) else None
        if of.code == "teacher":
            return Clash(of.code, tuple(self.names[int(each)] for each in of.shared), "", other)
        return Clash(of.code, (), ", ".join(map(str, of.shared)), other)


def timetable(association_id: int, first_year: int) -> Timetable:
    """Read what is taken in a school year; how many last days of a quarter are kept free is a setting."""
    year = calendar.school_year(first_year) or calendar.usual_year(first_year)
    last_days = settings.get("quarter_last_days", association_id)
    days = rule.Calendar(year.quarters, year.holidays, int(last_days) if last_days.isdigit() else rule.LAST_DAYS)
    taken = [*_activities(first_year), *_tests(first_year)]
    names = {person_id: name for each in taken for person_id, name in each.people}
    others = {each.key: each.other for each in taken}
    return Timetable(days, tuple(each.booked for each in taken), others, names)


def booked(of: Activity) -> Booked:
    """What an activity takes; it must have a day."""
    people = frozenset((*of.responsible_ids, *of.visitor_ids))
    return slot(
        ("activity", of.id), of.held_on or dt.date.min, of.ends_on, of.lesson, of.starts, people, of.classes, of.room,
        of.kind, frozenset(of.responsible_ids),
    )  # fmt: skip


def slot(
    key: Key,
    day: dt.date,
    ends: dt.date | None,
    lesson: int | None,
    starts: str,
    people: frozenset[int],
    classes: str,
    room: str,
    kind: str,
    gives: frozenset[int],
) -> Booked:
    """What is taken, from the fields of a record or of a form; classes as typed, `starts` «14:10» or nothing."""
    named = frozenset(class_name(each) for each in split_classes(classes))
    taught = gives if kind in LESSONS else frozenset()
    return Booked(key, day, ends, lesson, starts, people, named, rule.room_key(room), taught, kind == "visit")


@dataclass(frozen=True, slots=True)
class _Taken:
    key: Key
    booked: Booked
    other: Other
    people: tuple[tuple[int, Name], ...]


@dataclass(frozen=True, slots=True)
class _Row:
    id: int
    kind: str
    title: str
    held_on: dt.date
    ends_on: dt.date | None
    lesson: int | None
    starts: str
    classes: str
    room: str


@dataclass(frozen=True, slots=True)
class _Person:
    activity_id: int
    role: str
    person_id: int
    surname: str
    given: str
    patronymic: str
    short_form: str

    @property
    def named(self) -> tuple[int, Name]:
        return self.person_id, Name(self.surname, self.given, self.patronymic, self.short_form)


def _activities(first_year: int) -> list[_Taken]:
    there = (
        (model.Activity.first_year == first_year)
        & model.Activity.held_on.is_null(False)
        & (model.Activity.state != "cancelled")
        & model.Activity.deleted_at.is_null()
    )
    people: dict[int, list[_Person]] = defaultdict(list)
    for each in _people(model.Activity.select(model.Activity.id).where(there)):
        people[each.activity_id].append(each)
    found = rows(model.Activity.select(*columns(model.Activity, _Row)).where(there), _Row)
    return [_taken("activity", each, people[each.id]) for each in found]


def _people(ids: Any) -> list[_Person]:
    names = (Person.surname, Person.given, Person.patronymic, Person.short_form)
    query = ActivityPerson.select(*columns(ActivityPerson, _Person), *names).join(Person)
    return rows(query.where(ActivityPerson.activity.in_(ids), ActivityPerson.deleted_at.is_null()), _Person)


def _taken(table: str, of: _Row, people: list[_Person]) -> _Taken:
    key = (table, of.id)
    gives = frozenset(each.person_id for each in people if each.role == "responsible")
    everyone = frozenset(each.person_id for each in people)
    taken = slot(
        key, of.held_on, of.ends_on, of.lesson, of.starts, everyone, of.classes, of.room, of.kind, gives
    )  # fmt: skip
    other = Other(table, of.id, of.kind, of.title, of.held_on, of.lesson, of.starts)
    return _Taken(key, taken, other, tuple(each.named for each in people))


@dataclass(frozen=True, slots=True)
class _Test:
    id: int
    kind: str
    subject: str
    held_on: dt.date
    lesson: int | None
    class_name: str
    room: str
    teacher_id: int | None
    surname: str | None
    given: str | None
    patronymic: str | None
    short_form: str | None


def _tests(first_year: int) -> list[_Taken]:
    """The control works of the year as what takes a teacher, a class and a room."""
    names = (Person.surname, Person.given, Person.patronymic, Person.short_form)
    query = ControlTest.select(*columns(ControlTest, _Test), *names)
    query = query.join(Person, JOIN.LEFT_OUTER, on=ControlTest.teacher == Person.id)
    there = (ControlTest.first_year == first_year) & ControlTest.held_on.is_null(False)
    found = rows(query.where(there, ControlTest.state != "cancelled", ControlTest.deleted_at.is_null()), _Test)
    return [_taken_by_test(each) for each in found]


def _taken_by_test(of: _Test) -> _Taken:
    row = _Row(of.id, of.kind, of.subject, of.held_on, None, of.lesson, "", of.class_name, of.room)
    name = (of.surname or "", of.given or "", of.patronymic or "", of.short_form or "")
    teacher = [] if of.teacher_id is None else [_Person(0, "responsible", of.teacher_id, *name)]
    return _taken("control_test", row, teacher)
