"""The quality of a teacher's classes in a half-year against the one before, class by class."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from fractions import Fraction

from db import associations
from db.quality.figures import figures_of
from db.quality.sheets import Sheet, of_association
from db.quality.years import rules_of

FIRST = (("quarter", 2), ("half", 1), ("quarter", 1))
SECOND = (("year", 0), ("quarter", 4), ("half", 2), ("quarter", 3))
"""By which marks a half-year is judged: the first of these that a class has."""

Line = tuple[str, str, Fraction | None, Fraction | None]
"""Kind (`quality` or `passed`), class, share in percent now and before."""


def qualities(association_id: int, first_year: int, half: int) -> dict[int, list[Line]]:
    """Teacher → her classes' quality and pass rate in a half-year, or with `half` 0 in the year.

    Before is the half-year before, for the first half and for the year the year before; of the same classes and
    subjects alone, so that like is compared with like.
    """
    school_id = associations.association(association_id).school_id
    now = of_association(association_id, first_year)
    old = now if half == 2 else of_association(association_id, first_year - 1)
    rules, old_rules = rules_of(school_id, first_year), rules_of(school_id, first_year if half == 2 else first_year - 1)
    found: dict[int, list[Line]] = defaultdict(list)
    before = _by_class(old)
    for (teacher_id, cohort_id), own in _by_class(now).items():
        sheets = _of_time(own, FIRST if half == 1 else SECOND if half == 2 else SECOND + FIRST)
        figures = figures_of(sheets, rules)
        if figures.quality is None:
            continue
        earlier = _of_time(before.get((teacher_id, cohort_id), []), FIRST if half == 2 else SECOND)
        same, was = _alike(sheets, earlier)
        comparable = len(same) == len(sheets)
        old_figures = figures_of(was, old_rules)
        place = sheets[0].class_name
        found[teacher_id].append(("quality", place, figures.quality, old_figures.quality if comparable else None))
        found[teacher_id].append(("passed", place, figures.pass_rate, old_figures.pass_rate if comparable else None))
    return found


def _by_class(sheets: Sequence[Sheet]) -> dict[tuple[int, int], list[Sheet]]:
    """The sheets of each teacher and cohort."""
    found: dict[tuple[int, int], list[Sheet]] = defaultdict(list)
    for each in sheets:
        if each.teacher_id is not None:
            found[each.teacher_id, each.cohort_id].append(each)
    return found


def _of_time(sheets: Sequence[Sheet], periods: Sequence[tuple[str, int]]) -> list[Sheet]:
    """The sheets of the first period that there are any of."""
    for period, part in periods:
        if found := [each for each in sheets if (each.period, each.part) == (period, part)]:
            return found
    return []


def _alike(now: Sequence[Sheet], before: Sequence[Sheet]) -> tuple[list[Sheet], list[Sheet]]:
    """Those of both times whose subject is in the other one too."""
    subjects = {each.subject for each in now} & {each.subject for each in before}
    return [each for each in now if each.subject in subjects], [each for each in before if each.subject in subjects]
