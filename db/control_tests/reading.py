"""Reading control works with all that belongs to them: a fixed number of queries, however many works."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from db import calendar, settings
from db.connection import rows
from db.control_tests.rows import Earlier, MarkRow, Requirement, Work, WorkRow
from db.errors import Refused
from db.models.control_tests import ControlTest, ControlTestMark, ControlTestRequirement
from db.models.schools import Person
from db.reading import columns
from db.rules.alphabet import fold, sort_key
from db.rules.calendar import Span
from db.rules.names import Name

_KNOWN = tuple(field.name for field in dataclasses.fields(WorkRow))
_GRADE = re.compile(r"\d+")
MOST_OFFERS = 9


def works(association_id: int, first_year: int, quarter: int = 0) -> list[Work]:
    """The control works of a year, or of a quarter of it, by day, lesson and class; those without a day last."""
    query = (ControlTest.association == association_id) & (ControlTest.first_year == first_year)
    found = read(query, first_year)
    return [each for each in found if quarter in (0, each.quarter)]


def work(work_id: int) -> Work:
    """One control work; raises Refused `record_missing`."""
    year: Any = ControlTest.select(ControlTest.first_year).where(ControlTest.id == work_id)
    found = read(ControlTest.id == work_id, int(year.scalar() or 0))
    if not found:
        raise Refused("record_missing", table="control_test")
    return found[0]


def newest(association_id: int) -> int | None:
    """The work held last, else the one entered last; None where there is none."""
    query: Any = ControlTest.select(ControlTest.id).where(
        ControlTest.association == association_id, ControlTest.deleted_at.is_null()
    )
    order = ((ControlTest.state == "held").desc(), ControlTest.held_on.desc(), ControlTest.id.desc())
    found = query.order_by(*order).limit(1).scalar()
    return None if found is None else int(found)


def read(condition: Any, first_year: int) -> list[Work]:
    """The control works of one year that meet a condition."""
    standing = (condition, ControlTest.deleted_at.is_null())
    found = rows(ControlTest.select(*columns(ControlTest, WorkRow)).where(*standing), WorkRow)
    ids = ControlTest.select(ControlTest.id).where(*standing)
    people, marks, requirements, quarters = _people(ids), _marks(ids), _requirements(ids), _quarters(first_year)
    made = [_work(each, people, marks[each.id], requirements[each.id], quarters) for each in found]
    return sorted(made, key=_order)


def earlier(of: Work) -> list[Earlier]:
    """Tests of the same subject and grade whose requirements can be taken over, the newest first; at most nine."""
    fitting: Any = (
        ControlTest.select(ControlTest.id, ControlTest.subject, ControlTest.class_name)
        .where(
            ControlTest.association == of.association_id, ControlTest.deleted_at.is_null(), ControlTest.id != of.id,
            ControlTest.id.in_(_with_requirements()),
        )
        .order_by(ControlTest.held_on.desc(), ControlTest.id.desc())
    )  # fmt: skip
    subject, grade = fold(of.subject), grade_of(of.class_name)
    wanted = [
        int(row_id) for row_id, name, class_name in fitting.tuples()
        if fold(name) == subject and grade_of(class_name) == grade
    ][:MOST_OFFERS]  # fmt: skip
    found = {each.id: each for each in read(ControlTest.id.in_(wanted), of.first_year)}
    ordered = [found[each] for each in wanted if each in found]
    return [Earlier(each.id, each.kind, each.class_name, each.held_on, each.requirements) for each in ordered]


def last_listed(association_id: int, class_name: str) -> int | None:
    """How many pupils were on a class's list when it wrote last; None where it is not known."""
    query: Any = ControlTest.select(ControlTest.listed).where(
        ControlTest.association == association_id, ControlTest.class_name == class_name,
        ControlTest.listed.is_null(False), ControlTest.deleted_at.is_null(),
    )  # fmt: skip
    found = query.order_by(ControlTest.held_on.desc(), ControlTest.id.desc()).limit(1).scalar()
    return None if found is None else int(found)


def subjects(association_id: int) -> list[str]:
    """The subjects of the association's tests and teachers, the tests' first: what is typed is looked for here."""
    tested: Any = ControlTest.select(ControlTest.subject).where(
        ControlTest.association == association_id, ControlTest.deleted_at.is_null()
    )
    taught: Any = Person.select(Person.subjects).where(Person.subjects != "", Person.deleted_at.is_null())
    found = [name for (name,) in tested.order_by(ControlTest.id.desc()).limit(200).tuples()]
    found += [part.strip() for (names,) in taught.tuples() for part in re.split("[,;]", names)]
    return list(dict.fromkeys(each for each in found if each))


def mastery_percent(association_id: int) -> int:
    """Below which share of those who wrote a requirement counts as not mastered."""
    typed = settings.get("mastery_percent", association_id)
    return int(typed) if typed.isdecimal() else int(settings.DEFAULTS["mastery_percent"])


def grade_of(class_name: str) -> str:
    """The number before a class's letter, «4» of «4-А»."""
    found = _GRADE.match(class_name)
    return found[0] if found else class_name


def quarter_of(day: dt.date | None, quarters: Sequence[Span]) -> int:
    """The quarter of a day; one in holidays belongs to the next quarter, one after the last to that. 0: no day."""
    if day is None:
        return 0
    return next((each.number for each in quarters if each.ends >= day), quarters[-1].number)


def _quarters(first_year: int) -> tuple[Span, ...]:
    year = calendar.school_year(first_year) or calendar.usual_year(max(first_year, calendar.KNOWN_YEARS[0]))
    return year.quarters or calendar.usual_year(first_year).quarters


def _people(ids: Any) -> dict[int, Name]:
    """The names of teachers and authors, in one query."""
    names = (Person.id, Person.surname, Person.given, Person.patronymic, Person.short_form)
    works = ControlTest.select(ControlTest.teacher).where(ControlTest.id.in_(ids))
    authors = ControlTest.select(ControlTest.author).where(ControlTest.id.in_(ids))
    found: Any = Person.select(*names).where(Person.id.in_(works) | Person.id.in_(authors))
    return {int(row_id): Name(*parts) for row_id, *parts in found.tuples()}


def _work(
    of: WorkRow,
    people: dict[int, Name],
    marks: dict[int, int],
    requirements: list[Requirement],
    quarters: Sequence[Span],
) -> Work:
    known: dict[str, Any] = {name: getattr(of, name) for name in _KNOWN}
    return Work(
        **known,
        teacher=people.get(of.teacher_id or 0),
        author=people.get(of.author_id or 0),
        quarter=quarter_of(of.held_on, quarters),
        marks=marks,
        requirements=tuple(requirements),
    )


def _order(of: Work) -> tuple[Any, ...]:
    return of.held_on or dt.date.max, of.lesson or 99, sort_key(of.class_name), of.id


def _marks(ids: Any) -> dict[int, dict[int, int]]:
    query = ControlTestMark.select(*columns(ControlTestMark, MarkRow))
    query = query.where(ControlTestMark.control_test.in_(ids), ControlTestMark.deleted_at.is_null())
    grouped: dict[int, dict[int, int]] = defaultdict(dict)
    for each in rows(query.order_by(ControlTestMark.mark.desc()), MarkRow):
        grouped[each.control_test_id][each.mark] = each.pupils
    return grouped


def _requirements(ids: Any) -> dict[int, list[Requirement]]:
    query = ControlTestRequirement.select(*columns(ControlTestRequirement, Requirement))
    query = query.where(ControlTestRequirement.control_test.in_(ids), ControlTestRequirement.deleted_at.is_null())
    grouped: dict[int, list[Requirement]] = defaultdict(list)
    for each in rows(query.order_by(ControlTestRequirement.position, ControlTestRequirement.id), Requirement):
        grouped[each.control_test_id].append(each)
    return grouped


def _with_requirements() -> Any:
    query = ControlTestRequirement.select(ControlTestRequirement.control_test)
    return query.where(ControlTestRequirement.deleted_at.is_null()).distinct()
