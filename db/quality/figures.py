"""The indicators of sheets counted together, by the rules of their year; grades without marks are left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from db.quality.sheets import Sheet
from db.quality.years import YearRules
from db.rules import quality
from db.rules.quality import Counts, Figures


def counts_of(sheets: Iterable[Sheet], rules: YearRules) -> Counts:
    """The pupils due a mark, by level."""
    graded = (each for each in sheets if each.grade not in rules.ungraded)
    return sum((quality.counts(each.marks, rules.scale, each.not_assessed, rules.least) for each in graded), Counts())


def marks_of(sheets: Iterable[Sheet], rules: YearRules) -> Mapping[int, int]:
    """The pupils by mark, on the scale of the year."""
    marks: Counter[int] = Counter()
    for each in sheets:
        if each.grade not in rules.ungraded:
            marks.update(each.marks)
    return dict(marks)


def figures_of(sheets: Iterable[Sheet], rules: YearRules) -> Figures:
    """The four indicators; None each where nobody is due a mark."""
    found = tuple(sheets)
    counts = counts_of(found, rules)
    return Figures(
        quality.pass_rate(counts), quality.quality(counts), quality.degree(counts, rules.weights),
        quality.mean_mark(marks_of(found, rules)),
    )  # fmt: skip
