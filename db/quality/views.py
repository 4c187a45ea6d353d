"""The views of quality: sheets of one period grouped by class, subject or teacher, beside the period before.

Figures are exact; grades without marks are left out of them. Every group keeps its sheets, so that a figure opens to
the records behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from db.associations import association
from db.models.quality import PERIODS
from db.quality import sheets as mark_sheets
from db.quality.figures import counts_of, figures_of, marks_of
from db.quality.sheets import Sheet
from db.quality.years import YearRules, rules_of
from db.rules import quality
from db.rules.alphabet import fold, sort_key
from db.rules.quality import Counts, Figures

QUARTERS = range(1, 5)
YEARS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class When:
    """A period of a school year: `period` is quarter, half or year, `part` its number, 0 for the year."""

    first_year: int
    period: str
    part: int = 0

    @property
    def before(self) -> When:
        """The period before: the last quarter of the year before stands before the first."""
        if self.period == "year":
            return When(self.first_year - 1, "year")
        last = 4 if self.period == "quarter" else 2
        return When(self.first_year, self.period, self.part - 1) if self.part > 1 else When(
            self.first_year - 1, self.period, last
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Group:
    """Sheets counted together, and the same group's figures in the period before; None where there is nothing."""

    key: Hashable
    name: str
    sheets: tuple[Sheet, ...]
    graded: tuple[Sheet, ...]
    """The sheets of grades with marks; all of them where there is no such grade."""
    counts: Counts
    marks: Mapping[int, int]
    """Pupils by mark, on the scale of the year."""
    figures: Figures
    before: Figures | None
    alike: bool
    """Whether both periods are of the same classes in the same subjects; else other pupils are compared."""

    @property
    def listed(self) -> int:
        """Pupils on the lists, each once a subject."""
        return sum(each.listed for each in self.graded)

    @property
    def exempt(self) -> int:
        """Pupils exempt, each once a subject."""
        return sum(each.exempt for each in self.graded)

    @property
    def pupils(self) -> int:
        """Pupils due a mark, each once: of a class as many as in the subject in which it has most."""
        most: dict[int, int] = {}
        for sheets in _by(self.graded, lambda each: (each.cohort_id, fold(each.subject))).values():
            due = sum(sum(each.marks.values()) + each.not_assessed for each in sheets)
            most[sheets[0].cohort_id] = max(most.get(sheets[0].cohort_id, 0), due)
        return sum(most.values())

    @property
    def change(self) -> Fraction | None:
        """By how many percentage points the quality has changed since the period before."""
        return quality.change(self.before.quality, self.figures.quality) if self.before else None

    @property
    def trend(self) -> str:
        """`rise`, `fall`, `kept`, or nothing where there is no period before."""
        return quality.trend(self.before.quality, self.figures.quality) if self.before else ""


@dataclass(frozen=True, slots=True)
class Overview:
    """The sheets of a period that are asked for, those of the period before, and the rules of both years."""

    when: When
    sheets: tuple[Sheet, ...]
    earlier: tuple[Sheet, ...]
    rules: YearRules
    earlier_rules: YearRules

    def whole(self) -> Group:
        """All sheets together."""
        return self._group("", "", self.sheets, self.earlier)

    def by_class(self) -> tuple[Group, ...]:
        """Each class over all its subjects; the same pupils are looked for in the period before."""
        return self._groups(lambda sheet: sheet.cohort_id, lambda sheet: sheet.class_name)

    def by_subject(self) -> tuple[Group, ...]:
        """Each subject over all classes, in the order of the alphabet."""
        found = self._groups(lambda sheet: fold(sheet.subject), lambda sheet: sheet.subject)
        return tuple(sorted(found, key=lambda group: sort_key(group.name)))

    def by_teacher(self) -> tuple[Group, ...]:
        """Each teacher over all classes and subjects; sheets of nobody stand last, under no name."""
        found = self._groups(lambda sheet: sheet.teacher_id, _teacher)
        return tuple(sorted(found, key=lambda group: (not group.name, sort_key(group.name))))

    def by_sheet(self) -> tuple[Group, ...]:
        """Every sheet: a class in a subject."""
        of = lambda sheet: (sheet.cohort_id, fold(sheet.subject))  # noqa: E731
        return self._groups(of, lambda sheet: f"{sheet.class_name} {sheet.subject}")

    def matrix(self) -> Mapping[tuple[Hashable, Hashable], Group]:
        """The same by (key of the subject, key of the class): what stands where both meet."""
        return {(group.key[1], group.key[0]): group for group in self.by_sheet()}  # type: ignore[index]

    def _groups(self, key: Callable[[Sheet], Hashable], name: Callable[[Sheet], str]) -> tuple[Group, ...]:
        now, earlier = _by(self.sheets, key), _by(self.earlier, key)
        return tuple(self._group(of, name(found[0]), found, earlier.get(of, ())) for of, found in now.items())

    def _group(self, key: Hashable, name: str, found: tuple[Sheet, ...], earlier: tuple[Sheet, ...]) -> Group:
        before = figures_of(earlier, self.earlier_rules)
        graded = tuple(each for each in found if each.grade not in self.rules.ungraded) or found
        return Group(
            key, name, found, graded, counts_of(found, self.rules), marks_of(found, self.rules),
            figures_of(found, self.rules), before if before.quality is not None else None,
            _taught(found, self.rules) == _taught(earlier, self.earlier_rules),
        )  # fmt: skip


def overview(
    association_id: int, when: When, *, class_name: str = "", person_id: int | None = None, subject: str = ""
) -> Overview:
    """Read an association's sheets of a period and the one before: all, or of a class, grade, teacher, subject.

    A class is looked for in the period before as the same pupils, whatever its name was then.
    """
    before = when.before
    now = tuple(each for each in _read(association_id, when) if _wanted(each, class_name, person_id, subject))
    cohorts = {each.cohort_id for each in now}
    earlier = tuple(
        each for each in _read(association_id, before)
        if _wanted(each, "", person_id, subject) and (not class_name or each.cohort_id in cohorts)
    )  # fmt: skip
    school_id = association(association_id).school_id
    return Overview(when, now, earlier, rules_of(school_id, when.first_year), rules_of(school_id, before.first_year))


def by_quarter(association_id: int, first_year: int) -> tuple[tuple[int, Overview], ...]:
    """The quarters of a year that have sheets, each beside the one before."""
    found = mark_sheets.of_association(association_id, first_year, period="quarter")
    last = _read(association_id, When(first_year, "quarter", 1).before)
    school_id = association(association_id).school_id
    rules, last_rules = rules_of(school_id, first_year), rules_of(school_id, first_year - 1)
    quarters = {part: tuple(each for each in found if each.part == part) for part in QUARTERS}
    return tuple(
        (part, Overview(
            When(first_year, "quarter", part), now, quarters.get(part - 1, last), rules,
            rules if part > 1 else last_rules,
        ))
        for part, now in quarters.items() if now
    )  # fmt: skip


def by_year(association_id: int, when: When, years: int = YEARS_SHOWN) -> tuple[Overview, ...]:
    """The same period of so many years up to this one, the oldest first; years without sheets are left out."""
    school_id = association(association_id).school_id
    asked = [When(when.first_year - ago, when.period, when.part) for ago in reversed(range(years))]
    known = [(of, _read(association_id, of), rules_of(school_id, of.first_year)) for of in asked]
    known = [each for each in known if each[1]]
    earlier = [((), known[0][2]) if not at else known[at - 1][1:] for at in range(len(known))]
    return tuple(
        Overview(of, now, before, rules, rules_before)
        for (of, now, rules), (before, rules_before) in zip(known, earlier, strict=True)
    )


def periods(association_id: int, first_year: int) -> tuple[When, ...]:
    """The periods of a year that have sheets, as they end; of those that end together the longer one follows."""
    found = {(each.period, each.part) for each in mark_sheets.of_association(association_id, first_year)}
    return tuple(When(first_year, *each) for each in sorted(found, key=_ends))


def _ends(of: tuple[str, int]) -> tuple[int, int]:
    """When a period ends, in quarters, and how long it is."""
    period, part = of
    last = {"quarter": part, "half": 2 * part}.get(period, max(QUARTERS))
    return last, PERIODS.index(period)


def newest(association_id: int, first_year: int) -> When:
    """The last period of a year that has sheets; the first quarter of a year without any."""
    found = periods(association_id, first_year)
    return found[-1] if found else When(first_year, "quarter", 1)


def of_sheet(sheet: Sheet, rules: YearRules) -> Group:
    """One sheet counted by the rules of its year."""
    when = When(sheet.first_year, sheet.period, sheet.part)
    return Overview(when, (sheet,), (), rules, rules).whole()


def _read(association_id: int, when: When) -> tuple[Sheet, ...]:
    return mark_sheets.of_association(association_id, when.first_year, period=when.period, part=when.part)


def _wanted(sheet: Sheet, class_name: str, person_id: int | None, subject: str) -> bool:
    same_class = class_name in ("", sheet.class_name, str(sheet.grade))
    return same_class and person_id in (None, sheet.teacher_id) and fold(subject) in ("", fold(sheet.subject))


def _taught(found: Iterable[Sheet], rules: YearRules) -> set[tuple[int, str]]:
    return {(each.cohort_id, fold(each.subject)) for each in found if each.grade not in rules.ungraded}


def _teacher(sheet: Sheet) -> str:
    return sheet.teacher.listed if sheet.teacher else ""


def _by(found: Iterable[Sheet], key: Callable[[Sheet], Hashable]) -> dict[Hashable, tuple[Sheet, ...]]:
    groups: dict[Hashable, tuple[Sheet, ...]] = {}
    for each in found:
        groups[key(each)] = (*groups.get(key(each), ()), each)
    return groups
