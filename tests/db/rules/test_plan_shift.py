"""Last year's days in the new calendar."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.calendar import Span, default_holidays, default_quarters, quarter_of, school_year_of
from db.rules.plan_shift import Calendar, free, shift
from db.rules.plan_terms import Term

OLD = Calendar(2025, default_quarters(2025), default_holidays(2025))
NEW = Calendar(2026, default_quarters(2026), default_holidays(2026))


@pytest.mark.parametrize(
    ("before", "after", "codes"),
    [
        (date(2025, 9, 1), date(2026, 9, 7), ()),  # a Monday; the new year begins on a Tuesday
        (date(2025, 9, 3), date(2026, 9, 2), ()),  # the first Wednesday of the year
        (date(2025, 9, 17), date(2026, 9, 16), ()),
        (date(2025, 8, 28), date(2026, 8, 27), ()),  # before the quarters: the same weekday of the year
        (date(2025, 8, 1), date(2026, 8, 7), ()),
        (date(2025, 11, 5), date(2026, 11, 4), ()),  # the Wednesday of the autumn holidays stays in them
        (date(2026, 3, 2), date(2027, 3, 1), ()),
        (date(2026, 3, 9), date(2027, 3, 9), ("holiday",)),  # would be 8 March
    ],
)
def test_known_days(before: date, after: date, codes: tuple[str, ...]) -> None:
    assert shift(Term("day", before), OLD, NEW) == (Term("day", after), codes)


def test_a_shorter_quarter_says_so() -> None:
    short = Calendar(2026, [Span(1, date(2026, 9, 1), date(2026, 9, 30)), *NEW.quarters[1:]], NEW.holidays)
    term, codes = shift(Term("day", date(2025, 10, 22)), OLD, short)
    assert (term.begins, codes) == (date(2026, 9, 30), ("outside_quarter",))


@pytest.mark.parametrize("term", [Term("month", month=11), Term("quarter", quarter=2), Term("year")])
def test_what_is_no_day_stays(term: Term) -> None:
    assert shift(term, OLD, NEW) == (term, ())


@given(st.dates(date(2025, 8, 1), date(2026, 7, 31)))
def test_a_school_day_becomes_a_school_day_of_the_next_year(day: date) -> None:
    after = shift(Term("day", day), OLD, NEW)[0].begins
    assert after is not None
    assert school_year_of(after) == 2026
    if not free(day, OLD.holidays):
        assert not free(after, NEW.holidays)
        if quarter_of(day, OLD.quarters) is not None:
            assert quarter_of(after, NEW.quarters) is not None


@given(st.dates(date(2025, 8, 1), date(2026, 7, 31)), st.integers(1, 60))
def test_a_span_never_turns_round(day: date, length: int) -> None:
    last = min(date.fromordinal(day.toordinal() + length), date(2026, 7, 31))
    term = shift(Term("span", day, last), OLD, NEW)[0]
    assert term.begins is not None
    assert term.ends is not None
    assert term.begins <= term.ends
