"""The same cohorts in their last primary year and in their first year after it, by subject (DOMAIN.md 5, 12.8)."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from db import calendar
from db.associations import association
from db.connection import rows
from db.control_tests import reading as tests
from db.control_tests.rows import Work
from db.models.control_tests import ControlTest
from db.models.members import Association, Member
from db.models.quality import ClassMove, Cohort, SchoolClass, Transition
from db.quality import measured
from db.quality.figures import counts_of, figures_of
from db.quality.sheets import Sheet, sheets
from db.quality.transition_rows import Part, Stored, TransitionRow
from db.quality.years import YearRules, rules_of
from db.reading import columns
from db.rules import transition as rules
from db.rules.alphabet import fold
from db.rules.calendar import YEAR_BEGINS_IN, Span

LENGTHS = {"quarter": 1, "half": 2, "year": 4}
"""Periods in quarters."""
QUARTERS = 4


@dataclass(frozen=True, slots=True)
class _Class:
    id: int
    cohort_id: int
    first_year: int
    grade: int
    letter: str


@dataclass(frozen=True, slots=True)
class _Move:
    school_class_id: int
    kind: str
    pupil: str


def transitions(association_id: int, first_year: int, until: int = QUARTERS) -> tuple[TransitionRow, ...]:
    """The subjects of the cohorts that left primary school with this year, by class and subject.

    A row belongs to an association whose member taught it before or after; `until` is the last quarter of this year
    whose results count. A fixed number of queries.
    """
    school_id = association(association_id).school_id
    pairs = _pairs(school_id, first_year)
    if not pairs:
        return ()
    years = {first_year, *(before.first_year for before, _after in pairs)}
    of_years = {year: rules_of(school_id, year) for year in years}
    found = {year: _by_subject(sheets(school_id, year)) for year in years}
    people = {year: _members(association_id, year) for year in years}
    world = _World(association_id, school_id, first_year, [after for _before, after in pairs], until)
    made = []
    for before, after in pairs:
        now, then = found[first_year].get(after.id, {}), found[before.first_year].get(before.id, {})
        for subject, earlier in then.items():
            later = now.get(subject, [])
            ours = {each.teacher_id for each in earlier} & people[before.first_year]
            if ours or {each.teacher_id for each in later} & people[first_year]:
                row = world.row(before, after, earlier, later, of_years)
                made += [row] if row else []
    return tuple(made)


class _World:
    """What is known beside the sheets of the cohorts of one year: tests, moves, what she wrote, what was made of it."""

    def __init__(
        self, association_id: int, school_id: int, first_year: int, after: Sequence[_Class], until: int
    ) -> None:  # fmt: skip
        self.first_year, self.until = first_year, until
        self.stored = {(each.cohort_id, fold(each.subject)): each for each in _stored(association_id, first_year)}
        self.made = measured.made_of([each.id for each in self.stored.values()])
        self.entries = _entries(school_id, first_year)
        self.moves: dict[int, list[_Move]] = defaultdict(list)
        for each in _moves([of.id for of in after]):
            self.moves[each.school_class_id].append(each)
        year = calendar.school_year(first_year) or calendar.usual_year(first_year)
        self.quarters = year.quarters

    def row(
        self, before: _Class, after: _Class, earlier: Sequence[Sheet], later: Sequence[Sheet],
        of_years: Mapping[int, YearRules],
    ) -> TransitionRow | None:  # fmt: skip
        """One subject of a cohort; None where nobody had a mark before."""
        old, new = of_years[before.first_year], of_years[self.first_year]
        parts = _parts(earlier, old)
        results = [each for each in _parts(later, new) if _ends((each.period, each.part))[0] <= self.until]
        if not parts or parts[-1].figures.quality is None:
            return None
        stored = self.stored.get((after.cohort_id, fold(earlier[0].subject)))
        made = self.made.get(stored.id if stored else 0)
        newest = results[-1] if results else None
        pupils = min(parts[-1].pupils, newest.pupils if newest else parts[-1].pupils)
        moves = self.moves[after.id]
        return TransitionRow(
            after.cohort_id, earlier[0].subject, self.first_year, _name(before), after.id, _name(after), parts[-1],
            self.entries.get((_name(after), fold(earlier[0].subject))), results[0] if results else None, newest,
            stored, _names(moves, "arrived"), _names(moves, "departed"), made.tables if made else {},
            _since(results, made.day if made else None, self.quarters), new.attention, new.alarm,
            rules.few((stored.compared if stored else None) or pupils, new.small_class),
        )  # fmt: skip


def of_record(association_id: int, transition_id: int) -> TransitionRow | None:
    """The row about which a record was written; None where its marks are gone."""
    year: Any = Transition.select(Transition.first_year).where(Transition.id == transition_id).scalar()
    found = transitions(association_id, int(year)) if year else ()
    return next((each for each in found if each.id == transition_id), None)


def _pairs(school_id: int, first_year: int) -> list[tuple[_Class, _Class]]:
    """Of each cohort in its first year after primary school: its last class before, its class now."""
    query: Any = SchoolClass.select(*columns(SchoolClass, _Class)).join(Cohort)
    query = query.where(
        Cohort.school == school_id, SchoolClass.first_year <= first_year, SchoolClass.deleted_at.is_null(),
        Cohort.deleted_at.is_null(),
    )  # fmt: skip
    known: dict[int, list[_Class]] = defaultdict(list)
    for each in rows(query.order_by(SchoolClass.first_year), _Class):
        known[each.cohort_id].append(each)
    last = {year: rules_of(school_id, year).last_primary for year in {first_year, *_years(known.values())}}
    pairs = [
        (found[-2], found[-1]) for found in known.values()
        if len(found) > 1 and found[-1].first_year == first_year
        and not rules.primary(found[-1].grade, last[first_year])
        and rules.primary(found[-2].grade, last[found[-2].first_year])
    ]  # fmt: skip
    return sorted(pairs, key=lambda pair: (pair[1].grade, pair[1].letter, pair[1].id))


def _years(known: Iterable[list[_Class]]) -> set[int]:
    """The years of the classes before the newest ones."""
    return {found[-2].first_year for found in known if len(found) > 1}


def _by_subject(found: Iterable[Sheet]) -> dict[int, dict[str, list[Sheet]]]:
    """Sheets by class, then by folded subject."""
    made: dict[int, dict[str, list[Sheet]]] = defaultdict(lambda: defaultdict(list))
    for each in found:
        made[each.class_id][fold(each.subject)].append(each)
    return made


def _parts(found: Sequence[Sheet], of: YearRules) -> list[Part]:
    """The periods of a class's subject as they end, groups of one class counted together; the longest period last."""
    periods = sorted({(each.period, each.part) for each in found}, key=_ends)
    made = []
    for period, part in periods:
        together = [each for each in found if (each.period, each.part) == (period, part)]
        figures = figures_of(together, of)
        if figures.quality is not None:
            ids = tuple(each.id for each in together)
            pupils = counts_of(together, of).whole
            made.append(Part(period, part, pupils, figures, ids, together[0].teacher_id, together[0].teacher))
    return made


def _ends(of: tuple[str, int]) -> tuple[int, int]:
    period, part = of
    return (part or 1) * LENGTHS[period], LENGTHS[period]


def _since(found: Sequence[Part], day: dt.date | None, quarters: Sequence[Span]) -> Part | None:
    """The last period that had ended when something was done; the first one where none had."""
    if day is None or not found:
        return None
    over = sum(each.ends <= day for each in quarters)
    return next((each for each in reversed(found) if _ends((each.period, each.part))[0] <= over), found[0])


def _members(association_id: int, year: int) -> set[int | None]:
    """Who was a member at any time of a year."""
    begins, ends = dt.date(year, YEAR_BEGINS_IN, 1), dt.date(year + 1, YEAR_BEGINS_IN, 1)
    query: Any = Member.select(Member.person).where(
        Member.association == association_id, Member.deleted_at.is_null(),
        Member.since.is_null() | (Member.since < ends), Member.until.is_null() | (Member.until > begins),
    )  # fmt: skip
    return {int(person_id) for (person_id,) in query.tuples()}


def _stored(association_id: int, first_year: int) -> list[Stored]:
    query = Transition.select(*columns(Transition, Stored)).where(
        Transition.association == association_id, Transition.first_year == first_year, Transition.deleted_at.is_null()
    )
    return rows(query, Stored)


def _entries(school_id: int, first_year: int) -> dict[tuple[str, str], Work]:
    """The entry tests of a year with results, by class and subject, whichever association held them."""
    ours = Association.select(Association.id).where(Association.school == school_id)
    found = tests.read(
        (ControlTest.kind == "entry") & (ControlTest.first_year == first_year) & ControlTest.association.in_(ours),
        first_year,
    )
    return {(each.class_name, fold(each.subject)): each for each in found if each.has_results}


def _moves(class_ids: list[int]) -> list[_Move]:
    query: Any = ClassMove.select(*columns(ClassMove, _Move)).where(
        ClassMove.school_class.in_(class_ids), ClassMove.deleted_at.is_null()
    )
    return rows(query.order_by(ClassMove.moved_on, ClassMove.id), _Move)


def _names(found: Iterable[_Move], kind: str) -> tuple[str, ...]:
    return tuple(each.pupil for each in found if each.kind == kind)


def _name(of: _Class) -> str:
    return f"{of.grade}-{of.letter}" if of.letter else str(of.grade)
