"""Reading mark sheets with their classes and teachers: one query, however many sheets."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from peewee import JOIN

from db.models.members import Member
from db.models.quality import MARKS, PERIODS, Cohort, MarkSheet, SchoolClass
from db.models.schools import Person
from db.rules.alphabet import fold, sort_key
from db.rules.calendar import YEAR_BEGINS_IN
from db.rules.names import Name


@dataclass(frozen=True, slots=True)
class _Head:
    """A sheet's own columns; `listed` are those on the list at the end of the period, the exempt are among them."""

    id: int
    uid: str
    rev: int
    class_id: int
    cohort_id: int
    first_year: int
    grade: int
    letter: str
    subject: str
    period: str
    part: int
    teacher_id: int | None
    listed_start: int | None
    arrived: int | None
    departed: int | None
    listed: int
    exempt: int
    not_assessed: int
    one_three: int | None
    one_four: int | None
    hours_plan: int | None
    hours_taught: int | None
    behind: str


@dataclass(frozen=True, slots=True)
class Sheet(_Head):
    """How many pupils of a class got which mark in a subject in a period; only marks that somebody got are named."""

    teacher: Name | None
    marks: Mapping[int, int]

    @property
    def class_name(self) -> str:
        """The class as it is written, «4-А»."""
        return f"{self.grade}-{self.letter}" if self.letter else str(self.grade)


_OWN = tuple(field.name for field in dataclasses.fields(_Head))
_NUMBERS = tuple(range(1, len(MARKS) + 1))


def sheets(
    school_id: int,
    first_year: int,
    *,
    period: str | None = None,
    part: int | None = None,
    class_id: int | None = None,
    subject: str | None = None,
    teacher_id: int | None = None,
) -> tuple[Sheet, ...]:
    """The sheets of a school in a year, by class and subject, then by period; subjects are compared folded."""
    wanted: Any = Cohort.school == school_id
    for column, value in ((SchoolClass.id, class_id), (MarkSheet.teacher, teacher_id)):
        if value is not None:
            wanted &= column == value
    found = _read(wanted, first_year, period, part)
    return tuple(each for each in found if subject is None or fold(each.subject) == fold(subject))


def of_association(
    association_id: int, first_year: int, *, period: str | None = None, part: int | None = None
) -> tuple[Sheet, ...]:
    """The sheets of a year whose teacher was a member at any time of it; by class and subject, then by period."""
    members = _members(first_year).where(Member.association == association_id)
    return _read(MarkSheet.teacher.in_(members), first_year, period, part)


def of_nobody(school_id: int, first_year: int, period: str, part: int) -> tuple[Sheet, ...]:
    """A period's sheets without a teacher, or whose teacher was in no association: they belong to no figures yet."""
    alone = MarkSheet.teacher.is_null() | MarkSheet.teacher.not_in(_members(first_year))
    return _read((Cohort.school == school_id) & alone, first_year, period, part)


def _members(first_year: int) -> Any:
    """The people who were members of any association at any time of a year."""
    begins, ends = dt.date(first_year, YEAR_BEGINS_IN, 1), dt.date(first_year + 1, YEAR_BEGINS_IN, 1)
    return Member.select(Member.person).where(
        Member.deleted_at.is_null(), Member.since.is_null() | (Member.since < ends),
        Member.until.is_null() | (Member.until > begins),
    )  # fmt: skip


def by_ids(ids: Iterable[int]) -> tuple[Sheet, ...]:
    """These sheets, as far as they still stand."""
    return _read(MarkSheet.id.in_(list(ids)))


def _read(
    wanted: Any, first_year: int | None = None, period: str | None = None, part: int | None = None
) -> tuple[Sheet, ...]:
    """The sheets that meet a condition, of a year or of all, in their order."""
    conditions = [wanted]
    if first_year is not None:
        conditions.append(SchoolClass.first_year == first_year)
    conditions += [MarkSheet.deleted_at.is_null(), SchoolClass.deleted_at.is_null(), Cohort.deleted_at.is_null()]
    if period is not None:
        conditions.append(MarkSheet.period == period)
    if part is not None:
        conditions.append(MarkSheet.part == part)
    own = (getattr(SchoolClass if name in _OF_CLASS else MarkSheet, _COLUMNS.get(name, name)) for name in _OWN)
    names = (Person.surname, Person.given, Person.patronymic, Person.short_form)
    query: Any = MarkSheet.select(*own, *names, *(getattr(MarkSheet, name) for name in MARKS))
    joined = query.join(SchoolClass).join(Cohort).switch(MarkSheet).join(Person, JOIN.LEFT_OUTER)
    return tuple(sorted((_sheet(line) for line in joined.where(*conditions).tuples()), key=_order))


_OF_CLASS = frozenset({"cohort_id", "first_year", "grade", "letter"})
_COLUMNS = {"class_id": "school_class", "cohort_id": "cohort", "teacher_id": "teacher"}


def _sheet(line: tuple[Any, ...]) -> Sheet:
    own, name, counted = line[: len(_OWN)], line[len(_OWN) : -len(MARKS)], line[-len(MARKS) :]
    marks = {mark: pupils for mark, pupils in zip(_NUMBERS, counted, strict=True) if pupils}
    known = dict(zip(_OWN, own, strict=True))
    return Sheet(**known, teacher=Name(*name) if name[0] is not None else None, marks=marks)


def _order(of: Sheet) -> tuple[Any, ...]:
    return of.grade, sort_key(of.letter), sort_key(of.subject), PERIODS.index(of.period), of.part, of.id
