"""When a category is warned of and when the next course is due, by hand and by properties."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.rules.growth import months_later, next_course, warned

TODAY = dt.date(2026, 11, 30)


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        ((2026, 11, 29), 0), ((2026, 11, 30), 3), ((2027, 2, 28), 3), ((2027, 3, 1), 6), ((2027, 5, 30), 6),
        ((2027, 5, 31), 12), ((2027, 11, 30), 12), ((2027, 12, 1), None),
    ],
)  # fmt: skip
def test_how_near_the_end_of_a_category_is(until: tuple[int, int, int], expected: int | None) -> None:
    assert warned(dt.date(*until), TODAY) == expected


def test_the_next_course() -> None:
    assert next_course(dt.date(2024, 2, 29), 5) == dt.date(2029, 2, 28)
    assert next_course(dt.date(2024, 2, 29), 0) is None
    assert next_course(None, 5) is None


@given(st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)), st.integers(-60, 60))
@settings(max_examples=60)
def test_months_later_is_in_that_month(day: dt.date, months: int) -> None:
    found = months_later(day, months)
    assert found.year * 12 + found.month == day.year * 12 + day.month + months
    assert found.day <= day.day
