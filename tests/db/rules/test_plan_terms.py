"""Terms of a plan's lines: their days, what is wrong with them, the months that they touch."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.calendar import Span, default_quarters, school_year_of
from db.rules.plan_terms import Days, Term, bounds, fault, month_bounds, months, plain, touches

QUARTERS = default_quarters(2026)
DAYS = Days(2026, QUARTERS[0].begins, QUARTERS[-1].ends, QUARTERS)
SCHOOL_DAYS = st.dates(date(2026, 8, 1), date(2027, 7, 31))


@pytest.mark.parametrize(
    ("term", "first", "last"),
    [
        (Term("day", date(2026, 11, 15)), date(2026, 11, 15), date(2026, 11, 15)),
        (Term("span", date(2026, 11, 15), date(2026, 12, 2)), date(2026, 11, 15), date(2026, 12, 2)),
        (Term("month", month=8), date(2026, 8, 1), date(2026, 8, 31)),
        (Term("month", month=12), date(2026, 12, 1), date(2026, 12, 31)),
        (Term("month", month=2), date(2027, 2, 1), date(2027, 2, 28)),
        (Term("month", month=7), date(2027, 7, 1), date(2027, 7, 31)),
        (Term("quarter", quarter=2), QUARTERS[1].begins, QUARTERS[1].ends),
        (Term("year"), QUARTERS[0].begins, QUARTERS[3].ends),
    ],
)
def test_the_days_of_a_term(term: Term, first: date, last: date) -> None:
    assert bounds(term, DAYS) == (first, last)
    assert fault(term, 2026) is None


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (Term("day"), ("term_day_missing", "begins")),
        (Term("span", date(2026, 11, 15)), ("term_day_missing", "ends")),
        (Term("span", date(2026, 11, 15), date(2026, 11, 14)), ("span_reversed", "ends")),
        (Term("day", date(2026, 7, 31)), ("day_outside_year", "begins")),
        (Term("day", date(2027, 8, 1)), ("day_outside_year", "begins")),
        (Term("span", date(2027, 7, 31), date(2027, 8, 1)), ("day_outside_year", "ends")),
        (Term("month"), ("term_month_unknown", "month")),
        (Term("month", month=0), ("term_month_unknown", "month")),
        (Term("month", month=13), ("term_month_unknown", "month")),
        (Term("quarter"), ("term_quarter_unknown", "quarter")),
        (Term("quarter", quarter=5), ("term_quarter_unknown", "quarter")),
    ],
)
def test_what_is_wrong_with_a_term(term: Term, expected: tuple[str, str]) -> None:
    assert fault(term, 2026) == expected


def test_a_term_keeps_what_its_kind_needs() -> None:
    full = Term("month", date(2026, 11, 15), date(2026, 11, 16), 11, 2)
    assert plain(full) == Term("month", month=11)
    assert plain(Term("span", date(2026, 11, 15), date(2026, 11, 15))) == Term("day", date(2026, 11, 15))


def test_a_moved_quarter_takes_its_term_along() -> None:
    moved = Days(2026, DAYS.begins, DAYS.ends, [Span(2, date(2026, 11, 16), date(2026, 12, 31))])
    assert bounds(Term("quarter", quarter=2), moved) == (date(2026, 11, 16), date(2026, 12, 31))


@given(SCHOOL_DAYS, SCHOOL_DAYS)
def test_a_span_touches_the_months_of_its_days_alone(one: date, other: date) -> None:
    first, last = min(one, other), max(one, other)
    of_days = {(day.year, day.month) for day in (first + timedelta(days=n) for n in range((last - first).days + 1))}
    assert set(months(first, last)) == of_days
    for year, month in [(2026, month) for month in range(8, 13)] + [(2027, month) for month in range(1, 8)]:
        assert touches(first, last, *month_bounds(year, month)) == ((year, month) in of_days)


@given(st.dates(date(2020, 1, 1), date(2032, 12, 31)))
def test_a_day_is_refused_where_it_is_of_another_school_year(day: date) -> None:
    assert (fault(Term("day", day), 2026) is None) == (school_year_of(day) == 2026)
