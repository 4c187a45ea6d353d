"""Days before a quarter's end by which reports go to the head of studies."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.calendar import Holiday
from db.rules.head_deadline import head_deadline
from db.rules.plan_shift import free

AUTUMN = Holiday("autumn", date(2026, 11, 5), date(2026, 11, 11))
HOLIDAYS = (AUTUMN, Holiday("spring", date(2027, 3, 20), date(2027, 3, 28)))


@pytest.mark.parametrize(
    ("ends", "days", "expected"),
    [
        (date(2026, 11, 4), 3, date(2026, 10, 31)),  # Wednesday: Tuesday, Monday, then Saturday before the Sunday
        (date(2026, 11, 4), 0, date(2026, 11, 4)),
        (date(2026, 11, 1), 0, date(2026, 10, 31)),  # a Sunday
        (date(2026, 11, 12), 1, date(2026, 11, 4)),  # the day before lies in the holidays
        (date(2027, 3, 10), 2, date(2027, 3, 6)),  # 8 March and a Sunday do not count
    ],
)
def test_school_days_are_counted_back(ends: date, days: int, expected: date) -> None:
    assert head_deadline(ends, days, HOLIDAYS) == expected


@given(st.dates(date(2026, 9, 1), date(2027, 5, 31)), st.integers(0, 30))
def test_it_is_a_school_day_not_after_the_end_and_earlier_for_more_days(ends: date, days: int) -> None:
    found = head_deadline(ends, days, HOLIDAYS)
    assert found <= ends
    assert not free(found, HOLIDAYS)
    assert days == 0 or head_deadline(ends, days - 1, HOLIDAYS) > found
