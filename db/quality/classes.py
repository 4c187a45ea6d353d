"""A year's classes: the same pupils are one cohort, whatever number and letter their class bears each year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from db import records
from db.calendar import KNOWN_YEARS
from db.connection import rows
from db.errors import Refused
from db.gate import checked
from db.history import action
from db.meetings.standing import label, standing
from db.models.quality import ClassResult, Cohort, MarkSheet, SchoolClass
from db.quality.years import GRADES
from db.reading import columns
from db.rules.alphabet import fold, sort_key
from db.rules.names import class_name
from db.rules.results_line import MOST_PUPILS

JUMPS = (1, 2)
"""By how many a class's number grows from one year to the next; two in the reform."""


@dataclass(frozen=True, slots=True)
class SchoolClassRow:
    """A class of a year; `pupils` on its list in September."""

    id: int
    uid: str
    cohort_id: int
    first_year: int
    grade: int
    letter: str
    pupils: int | None
    class_teacher_id: int | None

    @property
    def name(self) -> str:
        """The class as it is written: «4-А»."""
        return written(self.grade, self.letter)


@dataclass(frozen=True, slots=True)
class Promotion:
    """A class as it may go into a year: which cohort, from which class, with which grade and letter."""

    cohort_id: int
    before: str
    grade: int
    letter: str
    teacher_id: int | None = None
    pupils: int | None = None


def classes(school_id: int, first_year: int) -> tuple[SchoolClassRow, ...]:
    """The classes of a year, by grade and letter."""
    query: Any = SchoolClass.select(*columns(SchoolClass, SchoolClassRow)).join(Cohort)
    query = query.where(
        Cohort.school == school_id, SchoolClass.first_year == first_year, SchoolClass.deleted_at.is_null(),
        Cohort.deleted_at.is_null(),
    )  # fmt: skip
    return tuple(sorted(rows(query, SchoolClassRow), key=lambda each: (each.grade, sort_key(each.letter), each.id)))


def class_by_name(school_id: int, first_year: int, name: str) -> SchoolClassRow | None:
    """A class of a year by its name, however it is typed; None where there is none."""
    wanted = fold(class_name(name))
    return next((each for each in classes(school_id, first_year) if fold(each.name) == wanted), None)


def promotions(school_id: int, first_year: int) -> tuple[Promotion, ...]:
    """The last year's classes that have none in this year yet, each a grade higher, with its teacher and pupils."""
    there = {each.cohort_id for each in classes(school_id, first_year)}
    return tuple(
        Promotion(each.cohort_id, each.name, each.grade + 1, each.letter, each.class_teacher_id, each.pupils)
        for each in classes(school_id, first_year - 1)
        if each.cohort_id not in there and each.grade + 1 in GRADES
    )


@action("class.save")
def save_class(
    class_id: int | None,
    school_id: int,
    first_year: int,
    grade: int,
    letter: str = "",
    teacher_id: int | None = None,
    pupils: int | None = None,
    cohort_id: int | None = None,
) -> int:
    """Add a class to a year or change one; returns its id. Without a cohort a new class begins a new one.

    Raises Refused `grade_out_of_range`, `class_taken` (values: name), `year_out_of_range`, `pupils_too_many` (limit),
    `text_too_long`, `record_missing`.
    """
    if first_year not in KNOWN_YEARS:
        raise Refused("year_out_of_range", "first_year")
    values = checked(SchoolClass, {"grade": grade, "letter": letter, "class_teacher": teacher_id, "pupils": pupils})
    _refuse_class(class_id, school_id, first_year, grade, values["letter"], pupils)
    label(written(grade, values["letter"]))
    if class_id is not None:
        standing(SchoolClass, class_id)
        records.change(SchoolClass, class_id, **values)
        return class_id
    if cohort_id is None:
        cohort_id = records.insert(Cohort, school=school_id)
    if (row_id := _gone(cohort_id, first_year)) is not None:
        records.renew(SchoolClass, row_id, cohort=cohort_id, first_year=first_year, **values)
        return row_id
    return records.insert(SchoolClass, cohort=cohort_id, first_year=first_year, **values)


def _gone(cohort_id: int, first_year: int) -> int | None:
    """The row of a class that a cohort had in a year, taken away."""
    query: Any = SchoolClass.select(SchoolClass.id).where(
        SchoolClass.cohort == cohort_id, SchoolClass.first_year == first_year
    )
    found = query.scalar()
    return None if found is None else int(found)


@action("class.move_up")
def move_up(school_id: int, first_year: int, wanted: Sequence[Promotion]) -> list[int]:
    """Take cohorts into a year as they are wanted; returns the classes' ids.

    A class of that name which is there already, of pupils not known before, is joined: they are the same. Raises
    Refused as `save_class`.
    """
    new = {_key(each.grade, each.letter): each for each in beginners(school_id, first_year)}
    return [_moved(school_id, first_year, each, new.get(_key(each.grade, each.letter))) for each in wanted]


def _moved(school_id: int, first_year: int, of: Promotion, there: SchoolClassRow | None) -> int:
    """The id of the class that a cohort becomes: the one that is there, else a new one."""
    if there is not None:
        if (gone := _gone(of.cohort_id, first_year)) is not None:  # a cohort has one row a year, taken away or not
            records.change(SchoolClass, gone, cohort=records.insert(Cohort, school=school_id))
        records.change(SchoolClass, there.id, cohort=of.cohort_id)
        return there.id
    own = (of.teacher_id, of.pupils, of.cohort_id)
    return save_class(None, school_id, first_year, of.grade, of.letter, *own).value


def beginners(school_id: int, first_year: int) -> tuple[SchoolClassRow, ...]:
    """The classes of a year whose pupils are in no earlier year."""
    query: Any = SchoolClass.select(SchoolClass.cohort).where(
        SchoolClass.first_year < first_year, SchoolClass.deleted_at.is_null()
    )
    before = {cohort_id for (cohort_id,) in query.tuples()}
    return tuple(each for each in classes(school_id, first_year) if each.cohort_id not in before)


def ensure_class(school_id: int, first_year: int, grade: int, letter: str) -> int:
    """The class of a year, added where it is not there yet; call it within an action.

    A new one is the cohort of last year's class a grade lower (in the reform two) with its letter, where that has none
    in this year, or of next year's a grade higher; else a new cohort. Raises Refused as `save_class`.
    """
    for each in classes(school_id, first_year):
        if _key(each.grade, each.letter) == _key(grade, letter):
            return each.id
    if of := goes_on_from(school_id, first_year, grade, letter):
        own = (of.teacher_id, of.pupils, of.cohort_id)
        return save_class(None, school_id, first_year, grade, letter, *own).value
    later = _of_next_year(school_id, first_year, grade, letter)
    return save_class(None, school_id, first_year, grade, letter, cohort_id=later).value


def goes_on_from(school_id: int, first_year: int, grade: int, letter: str) -> Promotion | None:
    """Last year's class that a new class of a year goes on from: its letter, a grade lower, in the reform two."""
    waiting = [each for each in promotions(school_id, first_year) if fold(each.letter) == fold(letter)]
    found = [each for jump in JUMPS for each in waiting if each.grade - 1 + jump == grade]
    return found[0] if found else None


def _of_next_year(school_id: int, first_year: int, grade: int, letter: str) -> int | None:
    """The cohort of next year's class with that letter, a grade or two higher, which is not in this year yet."""
    there = {each.cohort_id for each in classes(school_id, first_year)}
    found = [
        each for each in classes(school_id, first_year + 1)
        if fold(each.letter) == fold(letter) and each.grade - grade in JUMPS and each.cohort_id not in there
    ]  # fmt: skip
    return found[0].cohort_id if found else None


@action("class.remove")
def remove_class(class_id: int) -> None:
    """Take a class out of its year. Raises Refused `class_has_marks` while it has some."""
    of = standing(SchoolClass, class_id)
    label(written(of["grade"], of["letter"]))
    for model in (MarkSheet, ClassResult):
        found: Any = model.select(model.id).where(model.school_class == class_id, model.deleted_at.is_null())
        if found.limit(1).tuples().first():
            raise Refused("class_has_marks", name=written(of["grade"], of["letter"]))
    records.remove(SchoolClass, class_id)


def _refuse_class(
    class_id: int | None, school_id: int, first_year: int, grade: int, letter: str, pupils: int | None
) -> None:
    if grade not in GRADES:
        raise Refused("grade_out_of_range", "name")
    if pupils is not None and pupils > MOST_PUPILS:
        raise Refused("pupils_too_many", "pupils", limit=MOST_PUPILS)
    for each in classes(school_id, first_year):
        if each.id != class_id and _key(each.grade, each.letter) == _key(grade, letter):
            raise Refused("class_taken", "name", name=each.name)


def _key(grade: int, letter: str) -> tuple[int, str]:
    return grade, fold(letter)


def written(grade: int, letter: str) -> str:
    """A class as it is written: «4-А», without a letter «4»."""
    return f"{grade}-{letter}" if letter else str(grade)


def parts_of(name: str) -> tuple[int, str] | None:
    """A typed class as its grade and letter; None where it is none."""
    grade, _dash, letter = class_name(name).partition("-")
    return (int(grade), letter) if grade.isascii() and grade.isdigit() and int(grade) in GRADES else None
