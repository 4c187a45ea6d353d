"""A school year's rules of marks: the scale, grades without marks, weights, thresholds; settings of the school."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from typing import Any

from db.connection import row
from db.models.quality import QualityYear
from db.reading import columns
from db.rules.quality import LEAST_OF_TEN, SIMONOV, Weights


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
    """The rules of a year: its own, else else those of the last earlier year with some, else the usual."""
    query: Any = QualityYear.select(*columns(QualityYear, _Stored)).where(
        QualityYear.school == school_id, QualityYear.first_year <= first_year, QualityYear.deleted_at.is_null()
    )
    found = row(query.order_by(QualityYear.first_year.desc()).limit(1), _Stored)
    return _rules(found) if found else YearRules()


def _rules(of: _Stored) -> YearRules:
    weights = Weights(*(getattr(of, f"weight_{name.name}") for name in dataclasses.fields(Weights)))
    return YearRules(
        int(of.scale), (of.least_five, of.least_four, of.least_three), grades(of.ungraded), of.last_primary, weights,
        of.attention, of.alarm, of.small_class,
    )  # fmt: skip


def grades(text: str) -> frozenset[int]:
    """Read «1,2,3»; what is no number is passed over."""
    return frozenset(int(part) for part in text.replace(";", ",").split(",") if part.strip().isdecimal())
