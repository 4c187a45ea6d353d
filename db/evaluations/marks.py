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
from db.evaluations import carrying_on
from db.evaluations.evidence import Asked, Evidence
from db.models.quality import SchoolClass
from db.models.schools import Person
from db.plans.terms import days
from db.quality.figures import figures_of
from db.quality.sheets import Sheet, sheets
from db.quality.transition import transitions
from db.quality.transition_rows import TransitionRow
from db.quality.years import YearRules, rules_of
from db.rules import quality
from db.rules.alphabet import fold
from db.rules.calendar import school_year_of

_GRADE = re.compile(r"(?<!\d)(?:1[0-2]|[1-9])(?!\d)")
QUARTERS = 4
ROMAN = ("I", "II", "III", "IV")


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
    transitions: tuple[TransitionRow, ...]

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
        """How quality changed in the classes that she led to the end of primary school, now in the middle school.

        It is what the table of transitions says: the same pupils where their figures are entered, else everyone listed.
        """
        hers = [each for each in self.transitions if each.before.teacher_id == person_id]
        moved = carrying_on.moved(hers)
        if moved is None:
            return Figure(applies=bool(hers))
        shares = [(sheet, said) for sheet_id, said in moved.rows if (sheet := self._sheet(sheet_id))]
        return Figure(moved.change, _proofs(person_id, shares, _points(moved.change)))

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
        said = ((each, quality.percent(getattr(figures_of([each], self.rules), name))) for each in counted)
        shares = [(each, f"{_time(each)} {share}") for each, share in said]
        return Figure(value, _proofs(person_id, shares, quality.percent(value)))

    def _compare(self, person_id: int, before: Sequence[Sheet], after: Sequence[Sheet]) -> Figure:
        """Compare the same classes in the same subjects, groups of one class together."""
        was, now = _by_key(before), _by_key(after)
        both = [key for key in now if key in was]
        old, new = [each for key in both for each in was[key]], [each for key in both for each in now[key]]
        change = quality.change(figures_of(old, self.rules_of(old)).quality, figures_of(new, self.rules).quality)
        if change is None:
            return self._nothing(person_id)
        shares = [(now[key][0], self._moved(was[key], now[key])) for key in both]
        return Figure(change, _proofs(person_id, shares, _points(change)))

    def rules_of(self, found: Sequence[Sheet]) -> YearRules:
        """The rules of the year that sheets are of."""
        return self.rules if found and found[0] in self.now else self.rules_before

    def _moved(self, before: Sequence[Sheet], after: Sequence[Sheet]) -> str:
        old, new = figures_of(before, self.rules_of(before)).quality, figures_of(after, self.rules).quality
        return f"{_time(before[0])} {quality.percent(old)} → {_time(after[0])} {quality.percent(new)}"

    def _sheet(self, sheet_id: int) -> Sheet | None:
        return next((each for each in (*self.now, *self.before) if each.id == sheet_id), None)

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
    carried_on = transitions(of.association_id, first_year, max(parts, default=0))
    return Marks(parts, now, before, rules, rules_before, _grades(of, first_year, now), carried_on)


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


def _by_key(found: Iterable[Sheet]) -> dict[tuple[int, str], list[Sheet]]:
    made: dict[tuple[int, str], list[Sheet]] = defaultdict(list)
    for each in found:
        made[_key(each)].append(each)
    return made


def _key(of: Sheet) -> tuple[int, str]:
    return of.cohort_id, fold(of.subject)


def _points(change: Fraction) -> str:
    return f"{quality.points(Fraction(0), change)} п. п."


def _time(of: Sheet) -> str:
    """Which quarters a sheet is of, as both languages write them: «II», «I–II», «I–IV»."""
    if of.period == "half":
        return f"{ROMAN[2 * of.part - 2]}–{ROMAN[2 * of.part - 1]}"
    return ROMAN[of.part - 1] if of.period == "quarter" else f"{ROMAN[0]}–{ROMAN[-1]}"


def _proofs(person_id: int, found: Sequence[tuple[Sheet, str]], whole: str) -> tuple[Evidence, ...]:
    """The sheets as proofs; where there are several, the first also says the whole."""
    proofs = []
    for at, (sheet, said) in enumerate(found):
        title = f"{sheet.class_name} · {sheet.subject} · {said}"
        title = f"Σ {whole} · {title}" if not at and len(found) > 1 else title
        proofs.append(Evidence(person_id, "mark_sheet", sheet.uid, title, None))
    return tuple(proofs)
