"""The figures of a person's own mark sheets in a period: quality, its growth, the pass rate, how her classes go on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from db.associations import association
from db.connection import rows
from db.evaluations.evidence import Asked, Evidence
from db.models.quality import SchoolClass
from db.models.schools import Person
from db.plans.terms import days
from db.quality.figures import figures_of
from db.quality.sheets import Sheet, sheets
from db.quality.years import YearRules, rules_of
from db.rules import quality
from db.rules.alphabet import fold
from db.rules.calendar import school_year_of

_GRADE = re.compile(r"(?<!\d)(?:1[0-2]|[1-9])(?!\d)")
QUARTERS = 4


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in percent or percentage points, with the sheets it comes from; None: there are no marks.

    It does not apply to whom it cannot: a teacher of grades without marks, or one who handed no class over.
    """

    value: Fraction | None = None
    proofs: tuple[Evidence, ...] = ()
    applies: bool = True


@dataclass(frozen=True, slots=True)
class _OwnClasses:
    id: int
    classes: str
    class_teacher_of: str


@dataclass(frozen=True, slots=True)
class _Class:
    class_teacher_id: int
    grade: int


@dataclass(frozen=True, slots=True)
class Marks:
    """The sheets of a school in the year of a period and in the one before, and which grades each person has."""

    parts: tuple[int, ...]
    now: tuple[Sheet, ...]
    before: tuple[Sheet, ...]
    rules: YearRules
    rules_before: YearRules
    grades: dict[int, frozenset[int]]

    def quality(self, person_id: int) -> Figure:
        """Билим сапаты of all her sheets in the quarters of the period, counted together."""
        return self._share(person_id, "quality")

    def pass_rate(self, person_id: int) -> Figure:
        """Жетишүү of the same sheets."""
        return self._share(person_id, "pass_rate")

    def growth(self, person_id: int) -> Figure:
        """By how many points quality changed: the last quarter of the period against the one before it began.

        Only classes and subjects that she had in both are compared.
        """
        period, parts = self._period(self._mine(person_id))
        if not parts:
            return self._nothing(person_id)
        after = [each for each in self._mine(person_id) if (each.period, each.part) == (period, parts[-1])]
        earlier = self._earlier(period, parts[0])
        return self._compare(person_id, [each for each in earlier if each.teacher_id == person_id], after)

    def transition(self, person_id: int) -> Figure:
        """How quality changed in the classes that she led to the end of primary school, now in the middle school."""
        year_ends = _year_ends(
            each
            for each in self.before
            if each.teacher_id == person_id and each.grade <= self.rules_before.last_primary
        )
        period, parts = self._period(self.now)
        after = [
            each
            for each in self.now
            if each.grade > self.rules.last_primary and parts and (each.period, each.part) == (period, parts[-1])
        ]
        handed_over = {_key(each) for each in year_ends} & {_key(each) for each in after}
        return self._compare(person_id, year_ends, after) if handed_over else Figure(applies=False)

    def primary(self, person_id: int) -> bool | None:
        """Whether she teaches in primary school; None where nothing is known of her classes."""
        grades = self.grades.get(person_id)
        return any(grade <= self.rules.last_primary for grade in grades) if grades else None

    def middle(self, person_id: int) -> bool | None:
        """Whether she teaches above it."""
        grades = self.grades.get(person_id)
        return any(grade > self.rules.last_primary for grade in grades) if grades else None

    def _mine(self, person_id: int) -> list[Sheet]:
        return [each for each in self.now if each.teacher_id == person_id and each.grade not in self.rules.ungraded]

    def _period(self, found: Iterable[Sheet]) -> tuple[str, tuple[int, ...]]:
        """The quarters of the period, or the half-years where no quarter has sheets."""
        known = {(each.period, each.part) for each in found}
        halves = tuple(part // 2 for part in self.parts if part % 2 == 0)
        if not any(("quarter", part) in known for part in self.parts) and any(
            ("half", half) in known for half in halves
        ):
            return "half", halves
        return "quarter", self.parts

    def _earlier(self, period: str, first: int) -> list[Sheet]:
        """The sheets of the quarter or half-year before a period's first one, of the year before where it is № 1."""
        last = QUARTERS if period == "quarter" else QUARTERS // 2
        found, part, rules = (self.now, first - 1, self.rules) if first > 1 else (self.before, last, self.rules_before)
        return [
            each for each in found if (each.period, each.part) == (period, part) and each.grade not in rules.ungraded
        ]

    def _share(self, person_id: int, name: str) -> Figure:
        mine = self._mine(person_id)
        period, parts = self._period(mine)
        counted = [each for each in mine if each.period == period and each.part in parts]
        value = getattr(figures_of(counted, self.rules), name)
        if value is None:
            return self._nothing(person_id)
        shares = [(each, quality.percent(getattr(figures_of([each], self.rules), name))) for each in counted]
        return Figure(value, _proofs(person_id, shares, quality.percent(value)))

    def _compare(self, person_id: int, before: Sequence[Sheet], after: Sequence[Sheet]) -> Figure:
        """Compare the same classes in the same subjects."""
        was, now = {_key(each): each for each in before}, {_key(each): each for each in after}
        both = [key for key in now if key in was]
        old, new = [was[key] for key in both], [now[key] for key in both]
        change = quality.change(figures_of(old, self.rules_of(old)).quality, figures_of(new, self.rules).quality)
        if change is None:
            return self._nothing(person_id)
        shares = [(each, self._moved(was[_key(each)], each)) for each in new]
        return Figure(change, _proofs(person_id, shares, f"{quality.points(Fraction(0), change)} п. п."))

    def rules_of(self, found: Sequence[Sheet]) -> YearRules:
        """The rules of the year that sheets are of."""
        return self.rules if found and found[0] in self.now else self.rules_before

    def _moved(self, before: Sheet, after: Sheet) -> str:
        old = figures_of([before], self.rules_of([before])).quality
        return f"{quality.percent(old)} → {quality.percent(figures_of([after], self.rules).quality)}"

    def _nothing(self, person_id: int) -> Figure:
        """No marks: it does not apply where all her grades are without marks."""
        grades = self.grades.get(person_id)
        return Figure(applies=not grades or not grades <= self.rules.ungraded)


def read(of: Asked) -> Marks:
    """Read what figures are made of: a fixed number of queries."""
    school_id, first_year = association(of.association_id).school_id, school_year_of(of.begins)
    now, before = sheets(school_id, first_year), sheets(school_id, first_year - 1)
    parts = tuple(span.number for span in days(first_year).quarters if of.begins <= span.ends <= of.ends)
    rules, rules_before = rules_of(school_id, first_year), rules_of(school_id, first_year - 1)
    return Marks(parts, now, before, rules, rules_before, _grades(of, first_year, now))


def _grades(of: Asked, first_year: int, now: Iterable[Sheet]) -> dict[int, frozenset[int]]:
    """The grades of each person: of her sheets, of her own class, else as her card names them."""
    found: dict[int, set[int]] = defaultdict(set)
    for sheet in now:
        if sheet.teacher_id in of.person_ids:
            found[sheet.teacher_id].add(sheet.grade)
    query: Any = SchoolClass.select(SchoolClass.class_teacher.alias("class_teacher_id"), SchoolClass.grade)
    query = query.where(SchoolClass.first_year == first_year, SchoolClass.deleted_at.is_null())
    for each in rows(query.where(SchoolClass.class_teacher.in_(of.person_ids)), _Class):
        found[each.class_teacher_id].add(each.grade)
    cards: Any = Person.select(Person.id, Person.classes, Person.class_teacher_of).where(Person.id.in_(of.person_ids))
    for card in rows(cards, _OwnClasses):
        typed = {int(grade) for grade in _GRADE.findall(f"{card.classes} {card.class_teacher_of}")}
        found[card.id] = found.get(card.id) or typed
    return {person: frozenset(grades) for person, grades in found.items()}


def _year_ends(found: Iterable[Sheet]) -> list[Sheet]:
    """Of each class and subject the sheet of the year, else of its last quarter or half-year."""
    ends: dict[tuple[int, str], Sheet] = {}
    for each in sorted(found, key=lambda sheet: (sheet.period == "year", sheet.part)):
        ends[_key(each)] = each
    return list(ends.values())


def _key(of: Sheet) -> tuple[int, str]:
    return of.cohort_id, fold(of.subject)


def _proofs(person_id: int, found: Sequence[tuple[Sheet, str]], whole: str) -> tuple[Evidence, ...]:
    """The sheets as proofs; where there are several, the first also says the whole."""
    proofs = []
    for at, (sheet, said) in enumerate(found):
        title = f"{sheet.class_name} · {sheet.subject} · {said}"
        title = f"Σ {whole} · {title}" if not at and len(found) > 1 else title
        proofs.append(Evidence(person_id, "mark_sheet", sheet.uid, title, None))
    return tuple(proofs)
