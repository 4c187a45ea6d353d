"""A school year's rules of marks: the scale, grades without marks, weights, thresholds; settings of the school."""

from __future__ import annotations

import dataclasses
import functools
import operator
from dataclasses import dataclass, field
from typing import Any

from db import history, records
from db.calendar import KNOWN_YEARS
from db.connection import row
from db.errors import Refused
from db.history import action
from db.models.quality import MARKS, Cohort, MarkSheet, QualityYear, SchoolClass
from db.reading import columns
from db.rules.quality import LEAST_OF_TEN, SCALES, SIMONOV, Weights

GRADES = range(1, 13)
LAST_PRIMARY = range(3, 8)
PERCENT = 100


@dataclass(frozen=True, slots=True)
class YearRules:
    """The rules of a year: `scale` is the best mark, `least` the least marks of the levels 5, 4 and 3 on that of ten.

    `ungraded` grades have no marks, `last_primary` is the grade before the middle school; `attention` and `alarm` are
    falls in percentage points; with fewer than `small_class` pupils a comparison says little.
    """

    scale: int = 5
    least: tuple[int, int, int] = LEAST_OF_TEN
    ungraded: frozenset[int] = frozenset({1, 2, 3})
    last_primary: int = 4
    weights: Weights = field(default=SIMONOV)
    attention: int = 5
    alarm: int = 10
    small_class: int = 10


@dataclass(frozen=True, slots=True)
class _Stored:
    scale: str
    least_five: int
    least_four: int
    least_three: int
    ungraded: str
    last_primary: int
    weight_five: int
    weight_four: int
    weight_three: int
    weight_two: int
    weight_not_assessed: int
    attention: int
    alarm: int
    small_class: int


def rules_of(school_id: int, first_year: int) -> YearRules:
    """The rules of a year: its own, else those of the last earlier year with some, else the usual."""
    query: Any = QualityYear.select(*columns(QualityYear, _Stored)).where(
        QualityYear.school == school_id, QualityYear.first_year <= first_year, QualityYear.deleted_at.is_null()
    )
    found = row(query.order_by(QualityYear.first_year.desc()).limit(1), _Stored)
    return _rules(found) if found else YearRules()


@action("quality_year.save")
def change_rules(school_id: int, first_year: int, rules: YearRules) -> None:
    """Write the rules of a year; what has been counted already follows them.

    Raises Refused `value_not_allowed` (the field), `levels_reversed`, `thresholds_reversed`, `year_out_of_range`,
    `marks_above_scale`.
    """
    _refuse_rules(first_year, rules)
    if rules.scale == min(SCALES) and _has_better_marks(school_id, first_year):
        raise Refused("marks_above_scale", "scale")
    history.subject(f"{first_year}-{first_year + 1}")
    names = ("five", "four", "three", "two", "not_assessed")
    weights = {f"weight_{name}": getattr(rules.weights, name) for name in names}
    least = dict(zip(("least_five", "least_four", "least_three"), rules.least, strict=True))
    values = {name: getattr(rules, name) for name in ("last_primary", "attention", "alarm", "small_class")}
    values |= weights | least | {"scale": str(rules.scale), "ungraded": ",".join(map(str, sorted(rules.ungraded)))}
    query: Any = QualityYear.select(QualityYear.id).where(
        QualityYear.school == school_id, QualityYear.first_year == first_year
    )
    if (row_id := query.scalar()) is not None:
        records.change(QualityYear, row_id, deleted_at=None, **values)
    else:
        records.insert(QualityYear, school=school_id, first_year=first_year, **values)


def _refuse_rules(first_year: int, rules: YearRules) -> None:
    if first_year not in KNOWN_YEARS:
        raise Refused("year_out_of_range", "first_year")
    allowed = {"scale": rules.scale in SCALES, "last_primary": rules.last_primary in LAST_PRIMARY,
               "ungraded": rules.ungraded <= set(GRADES), "attention": rules.attention <= PERCENT,
               "alarm": rules.alarm <= PERCENT, "small_class": rules.small_class <= PERCENT}  # fmt: skip
    for each in dataclasses.fields(rules.weights):
        allowed[f"weight_{each.name}"] = getattr(rules.weights, each.name) <= PERCENT
    if wrong := next((name for name, fine in allowed.items() if not fine), ""):
        raise Refused("value_not_allowed", wrong)
    if not 10 >= rules.least[0] > rules.least[1] > rules.least[2] > 0:
        raise Refused("levels_reversed", "least_five")
    if rules.attention > rules.alarm:
        raise Refused("thresholds_reversed", "alarm")


def _has_better_marks(school_id: int, first_year: int) -> bool:
    """Whether a year has marks that the scale of five lacks."""
    better = functools.reduce(operator.or_, (getattr(MarkSheet, name) > 0 for name in MARKS[min(SCALES) :]))
    query: Any = MarkSheet.select(MarkSheet.id).join(SchoolClass).join(Cohort)
    query = query.where(
        Cohort.school == school_id, SchoolClass.first_year == first_year, MarkSheet.deleted_at.is_null(), better
    )
    return query.limit(1).tuples().first() is not None


def _rules(of: _Stored) -> YearRules:
    weights = Weights(*(getattr(of, f"weight_{name.name}") for name in dataclasses.fields(Weights)))
    return YearRules(
        int(of.scale), (of.least_five, of.least_four, of.least_three), grades(of.ungraded), of.last_primary, weights,
        of.attention, of.alarm, of.small_class,
    )  # fmt: skip


def grades(text: str) -> frozenset[int]:
    """Read «1,2,3»; what is no number is passed over."""
    return frozenset(int(part) for part in text.replace(";", ",").split(",") if part.strip().isdecimal())
