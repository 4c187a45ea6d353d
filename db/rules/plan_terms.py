"""When a line of a work plan falls due: a day, a span, a month, a quarter or the whole school year."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from db.rules.calendar import YEAR_BEGINS_IN, Period, school_year_of


@dataclass(frozen=True, slots=True)
class Term:
    """A term as it was entered; what its kind does not need is None. `month` counts from 1 (January)."""

    kind: str
    begins: date | None = None
    ends: date | None = None
    month: int | None = None
    quarter: int | None = None


@dataclass(frozen=True, slots=True)
class Days:
    """The days of a school year that terms lean on."""

    first_year: int
    begins: date
    ends: date
    quarters: Sequence[Period]


NEEDED = {"day": ("begins",), "span": ("begins", "ends"), "month": ("month",), "quarter": ("quarter",), "year": ()}
"""Kind of a term → what it has to say."""

MISSING = {
    "begins": "term_day_missing",
    "ends": "term_day_missing",
    "month": "term_month_unknown",
    "quarter": "term_quarter_unknown",
}


def plain(term: Term) -> Term:
    """The term without what its kind does not need; a span of one day is a day."""
    if term.kind == "span" and term.begins is not None and term.begins == term.ends:
        return Term("day", term.begins)
    unused = {name: None for name in MISSING if name not in NEEDED[term.kind]}
    return replace(term, **unused)  # type: ignore[arg-type]


def fault(term: Term, first_year: int) -> tuple[str, str] | None:
    """What is wrong with a term, as (code, field): something missing, a day outside the school year, reversed days."""
    for name in NEEDED[term.kind]:
        if getattr(term, name) is None:
            return MISSING[name], name
    if term.kind == "month" and term.month not in range(1, 13):
        return MISSING["month"], "month"
    if term.kind == "quarter" and term.quarter not in range(1, 5):
        return MISSING["quarter"], "quarter"
    for name in ("begins", "ends"):
        day = getattr(term, name)
        if name in NEEDED[term.kind] and school_year_of(day) != first_year:
            return "day_outside_year", name
    if term.kind == "span" and term.begins and term.ends and term.ends < term.begins:
        return "span_reversed", "ends"
    return None


def bounds(term: Term, days: Days) -> tuple[date, date]:
    """The first and the last day of a term. A quarter's are the school's own: move the quarter and they move.

    Raises ValueError for a term that lacks what its kind needs.
    """
    if term.kind == "year":
        return days.begins, days.ends
    if term.kind == "quarter":
        found = next((one for one in days.quarters if one.number == term.quarter), None)
        return (found.begins, found.ends) if found else (days.begins, days.ends)
    if term.kind == "month" and term.month is not None:
        return month_bounds(month_year(term.month, days.first_year), term.month)
    if term.begins is None:
        raise ValueError(term)
    return term.begins, term.ends if term.kind == "span" and term.ends else term.begins


def month_year(month: int, first_year: int) -> int:
    """The calendar year of a month of a school year; the year begins with August."""
    return first_year if month >= YEAR_BEGINS_IN else first_year + 1


def month_bounds(year: int, month: int) -> tuple[date, date]:
    """The first and the last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def months(first: date, last: date) -> list[tuple[int, int]]:
    """The (year, month) that the days from first to last touch."""
    indexes = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [(index // 12, index % 12 + 1) for index in indexes]


def touches(first: date, last: date, begins: date, ends: date) -> bool:
    """Whether a term has a day between two days, both included."""
    return first <= ends and begins <= last
