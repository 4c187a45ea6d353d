"""What is to be entered for a period: each class, subject and teacher known so far, with the marks that are there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from db.models.curriculum import CalendarPlan
from db.quality.classes import SchoolClassRow, classes
from db.quality.sheets import Sheet, of_association, of_nobody
from db.quality.years import rules_of
from db.rules.alphabet import fold, sort_key


@dataclass(frozen=True, slots=True)
class EntryRow:
    """A class's subject and teacher; `sheet` is what is entered of the period, `listed` what is known of the list."""

    class_id: int
    class_name: str
    grade: int
    subject: str
    teacher_id: int | None
    sheet: Sheet | None
    listed: int | None
    exempt: int

    @property
    def key(self) -> tuple[int, str, int | None]:
        """What makes it one row."""
        return self.class_id, fold(self.subject), self.teacher_id


def entry_rows(
    school_id: int, association_id: int, first_year: int, period: str, part: int, member_ids: Iterable[int]
) -> tuple[EntryRow, ...]:
    """The rows of a period: from this year's sheets and calendar plans, else from the classes' last year.

    In the slip's order: teacher by teacher, class by class; at the end what is entered of teachers whom no association
    has, and of nobody: what was typed is never out of sight.
    """
    there = {each.id: each for each in classes(school_id, first_year)}
    known = (*of_association(association_id, first_year), *of_nobody(school_id, first_year, period, part))
    rows: dict[tuple[int, str, int | None], EntryRow] = {}
    for each in known:
        _put(rows, there[each.class_id], each.subject, each.teacher_id)
    for subject, person_id, name in _planned(association_id, first_year):
        of = next((each for each in there.values() if fold(each.name) == fold(name)), None)
        if of is not None:
            _put(rows, of, subject, person_id)
    known_rows = tuple(rows.values())
    if all((each.period, each.part) == (period, part) for each in known):  # the year's first period
        last_primary = rules_of(school_id, first_year - 1).last_primary
        for each, of in _last_year(association_id, first_year, there.values(), last_primary):
            if not any(row.class_id == of.id and fold(row.subject) == fold(each.subject) for row in known_rows):
                _put(rows, of, each.subject, each.teacher_id)
    filled = [_filled(row, there[row.class_id], known, period, part) for row in rows.values()]
    order = {person_id: at for at, person_id in enumerate(member_ids)}
    return tuple(sorted(filled, key=lambda row: (order.get(row.teacher_id or 0, len(order)), *_order(row))))


def _last_year(
    association_id: int, first_year: int, there: Iterable[SchoolClassRow], last_primary: int
) -> Iterator[tuple[Sheet, SchoolClassRow]]:
    """Last year's sheets with what their classes are now; who leaves primary school gets other teachers."""
    by_cohort = {each.cohort_id: each for each in there}
    for each in of_association(association_id, first_year - 1):
        of = by_cohort.get(each.cohort_id)
        if of is not None and not each.grade <= last_primary < of.grade:
            yield each, of


def _put(rows: dict[Any, EntryRow], of: SchoolClassRow, subject: str, teacher_id: int | None) -> None:
    row = EntryRow(of.id, of.name, of.grade, subject, teacher_id, None, of.pupils, 0)
    rows.setdefault(row.key, row)


def _filled(row: EntryRow, of: SchoolClassRow, known: Iterable[Sheet], period: str, part: int) -> EntryRow:
    """A row with its sheet of the period; the list is as the newest sheet of the class left it."""
    own = [each for each in known if (each.class_id, fold(each.subject), each.teacher_id) == row.key]
    sheet = next((each for each in own if (each.period, each.part) == (period, part)), None)
    last = sheet or (own[-1] if own else None)
    listed = last.listed if last else next((each.listed for each in known if each.class_id == of.id), of.pupils)
    exempt = last.exempt if last else 0
    return EntryRow(row.class_id, row.class_name, row.grade, row.subject, row.teacher_id, sheet, listed, exempt)


def _planned(association_id: int, first_year: int) -> list[tuple[str, int | None, str]]:
    query: Any = CalendarPlan.select(CalendarPlan.subject, CalendarPlan.person, CalendarPlan.class_name).where(
        CalendarPlan.association == association_id, CalendarPlan.first_year == first_year,
        CalendarPlan.deleted_at.is_null(),
    )  # fmt: skip
    return list(query.tuples())


def _order(row: EntryRow) -> tuple[Any, ...]:
    return row.grade, sort_key(row.class_name), sort_key(row.subject)
