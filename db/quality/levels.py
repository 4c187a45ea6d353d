"""Work by level of mastery: of a class and subject the groups жогорку, орто, төмөнкү, what is done with each."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from functools import cache
from typing import Any

from peewee import JOIN

from db import records
from db.associations import association
from db.connection import rows
from db.errors import Refused
from db.gate import checked, refuse_unknown, required
from db.history import action
from db.meetings.standing import label, standing
from db.models.control_tests import ControlTest
from db.models.quality import LevelWork, SchoolClass
from db.models.schools import Person
from db.quality.figures import counts_of
from db.quality.sheets import Sheet, of_association
from db.quality.years import rules_of
from db.reading import columns
from db.rules.alphabet import fold, sort_key
from db.rules.names import Name
from db.rules.results_line import MOST_PUPILS
from db.rules.transition import LEVELS, groups
from db.stock_files import read_stock

LONG = ("work", "result")
FIELDS = frozenset({"pupils", "work", "time", "person_id", "result", "control_test_id"})
"""What of a group's work can be typed over."""


@dataclass(frozen=True, slots=True)
class _Row:
    id: int
    uid: str
    school_class_id: int
    subject: str
    quarter: int
    level: str
    pupils: int | None
    work: str
    time: str
    person_id: int | None
    result: str
    control_test_id: int | None
    grade: int
    letter: str
    surname: str | None
    given: str | None
    patronymic: str | None
    short_form: str | None


@dataclass(frozen=True, slots=True)
class Group(_Row):
    """What is done with one group of a class in a subject and quarter; the id is 0 until something was written.

    `proposed` are the pupils that the quarter's marks make: «5» high, «4» and «3» middle, «2» and н/а low.
    """

    proposed: int | None = None

    @property
    def class_name(self) -> str:
        """The class as it is written, «4-А»."""
        return f"{self.grade}-{self.letter}" if self.letter else str(self.grade)

    @property
    def person(self) -> Name | None:
        """Who does it."""
        if self.surname is None:
            return None
        return Name(self.surname, self.given or "", self.patronymic or "", self.short_form or "")

    @property
    def shown_pupils(self) -> int | None:
        """The pupils as she wrote them, else as the marks make them."""
        return self.proposed if self.pupils is None else self.pupils


@dataclass(frozen=True, slots=True)
class StockMeasure:
    """A usual measure for a level, in both languages."""

    level: str
    ky: str
    ru: str


def groups_of(association_id: int, first_year: int, quarter: int) -> tuple[Group, ...]:
    """The three groups of every class and subject that the quarter's sheets or her own entries name; three queries.

    In grades without marks nobody is proposed: there the teacher says who masters what.
    """
    of_year = rules_of(association(association_id).school_id, first_year)
    written = _written(association_id, first_year, quarter)
    known = {(each.school_class_id, fold(each.subject), each.level): each for each in written}
    found: dict[tuple[int, str], list[Sheet]] = {}
    for sheet in of_association(association_id, first_year, period="quarter", part=quarter):
        found.setdefault((sheet.class_id, fold(sheet.subject)), []).append(sheet)
    made = []
    for place, sheets in found.items():
        graded = sheets[0].grade not in of_year.ungraded
        pupils = groups(counts_of(sheets, of_year)) if graded else {}
        for level in LEVELS:
            of = known.get((*place, level))
            proposed = pupils.get(level)
            made.append(_group(of, proposed) if of else _proposed(sheets[0], quarter, level, proposed))
    for place, one in {(each.school_class_id, fold(each.subject)): each for each in written}.items():
        if place not in found:
            made += [_group(known.get((*place, level)) or _blank(one, level), None) for level in LEVELS]
    return tuple(sorted(made, key=_order))


def group(level_work_id: int) -> Group:
    """One group's work; raises Refused `record_missing`."""
    found = _read(LevelWork.id == level_work_id)
    if not found:
        raise Refused("record_missing", table="level_work")
    return _group(found[0], None)


def year_of(level_work_id: int) -> tuple[int, int]:
    """The school year and quarter of a group's work; raises Refused `record_missing`."""
    of = group(level_work_id)
    year: Any = SchoolClass.select(SchoolClass.first_year).where(SchoolClass.id == of.school_class_id).scalar()
    return int(year), of.quarter


def quarters_with_work(association_id: int, first_year: int) -> list[int]:
    """The quarters of a year for which something was written."""
    query: Any = (
        LevelWork.select(LevelWork.quarter)
        .join(SchoolClass)
        .where(
            LevelWork.association == association_id,
            SchoolClass.first_year == first_year,
            LevelWork.deleted_at.is_null(),
        )
    )
    return sorted({int(quarter) for (quarter,) in query.distinct().tuples()})


@cache
def stock() -> tuple[StockMeasure, ...]:
    """The usual measures by level (`db/stock/levels.toml`)."""
    return tuple(StockMeasure(**each) for each in read_stock("levels")["measure"])


@action("level_work.save")
def save(association_id: int, class_id: int, subject: str, quarter: int, level: str, **fields: Any) -> int:
    """Write a group's work (`FIELDS`), a new record where there is none; returns its id.

    Raises Refused `required` (subject), `value_not_allowed` (level, quarter), `number_too_large` (pupils),
    `record_missing`, `text_too_long`.
    """
    refuse_unknown(fields, FIELDS)
    of = standing(SchoolClass, class_id)
    if level not in LEVELS or quarter not in range(1, 5):
        raise Refused("value_not_allowed", "level")
    values = checked(LevelWork, {name.removesuffix("_id"): value for name, value in fields.items()}, LONG)
    key = checked(LevelWork, {"subject": subject})
    required(key, "subject")
    _refuse(values)
    label(f"{key['subject']}, {of['grade']}-{of['letter']}")
    query: Any = LevelWork.select(LevelWork.id, LevelWork.subject).where(
        LevelWork.association == association_id, LevelWork.school_class == class_id, LevelWork.quarter == quarter,
        LevelWork.level == level, LevelWork.deleted_at.is_null(),
    )  # fmt: skip
    row_id = next((int(each) for each, name in query.tuples() if fold(name) == fold(key["subject"])), 0)
    if row_id:
        records.change(LevelWork, row_id, **values)
        return row_id
    same = {"association": association_id, "school_class": class_id, "quarter": quarter, "level": level}
    return records.insert(LevelWork, **same, **key, **values)


@action("level_work.remove")
def remove(level_work_id: int) -> None:
    """Take a group's work away."""
    label(standing(LevelWork, level_work_id)["subject"])
    records.remove(LevelWork, level_work_id)


def _refuse(values: dict[str, Any]) -> None:
    if (values.get("pupils") or 0) > MOST_PUPILS:
        raise Refused("number_too_large", "pupils", high=MOST_PUPILS)
    for name, model in (("person", Person), ("control_test", ControlTest)):
        if values.get(name) is not None:
            standing(model, values[name])


def _written(association_id: int, first_year: int, quarter: int) -> list[_Row]:
    return _read(
        (LevelWork.association == association_id) & (SchoolClass.first_year == first_year)
        & (LevelWork.quarter == quarter)
    )  # fmt: skip


def _read(condition: Any) -> list[_Row]:
    names = (Person.surname, Person.given, Person.patronymic, Person.short_form)
    query: Any = LevelWork.select(*columns(LevelWork, _Row), SchoolClass.grade, SchoolClass.letter, *names)
    query = query.join(SchoolClass).switch(LevelWork).join(Person, JOIN.LEFT_OUTER)
    return rows(query.where(condition, LevelWork.deleted_at.is_null(), SchoolClass.deleted_at.is_null()), _Row)


def _group(of: _Row, proposed: int | None) -> Group:
    return Group(**{name: getattr(of, name) for name in _Row.__slots__}, proposed=proposed)


def _blank(of: _Row, level: str) -> _Row:
    """A group of which nothing was written, beside one of the same class and subject."""
    return dataclasses.replace(
        of, id=0, uid="", level=level, pupils=None, work="", time="", result="", control_test_id=None
    )


def _proposed(of: Sheet, quarter: int, level: str, pupils: int | None) -> Group:
    """A group of which nothing was written; its teacher would do the work."""
    name = of.teacher
    return Group(
        0, "", of.class_id, of.subject, quarter, level, None, "", "", of.teacher_id, "", None, of.grade, of.letter,
        name.surname if name else None, name.given if name else None, name.patronymic if name else None,
        name.short_form if name else None, pupils,
    )  # fmt: skip


def _order(of: Group) -> Any:
    return of.grade, sort_key(of.letter), sort_key(of.subject), LEVELS.index(of.level), of.id
