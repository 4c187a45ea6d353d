"""School years, quarters and holidays."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.calendar import (
    Holiday,
    Span,
    check_spans,
    default_holidays,
    default_quarters,
    months_without_meeting,
    quarter_of,
    school_year_of,
)

YEARS = st.integers(2000, 2100)


@pytest.mark.parametrize(
    ("day", "year"),
    [(date(2026, 8, 28), 2026), (date(2026, 8, 1), 2026), (date(2026, 7, 31), 2025), (date(2027, 1, 15), 2026)],
)
def test_a_day_belongs_to_a_school_year(day: date, year: int) -> None:
    assert school_year_of(day) == year


def test_a_school_year_may_begin_in_another_month() -> None:
    assert school_year_of(date(2026, 8, 28), begins_in=9) == 2025


@pytest.mark.parametrize(
    ("day", "quarter"),
    [
        (date(2026, 9, 1), 1),
        (date(2026, 10, 31), 1),
        (date(2026, 11, 5), None),
        (date(2026, 11, 22), 2),
        (date(2027, 1, 11), 3),
        (date(2027, 5, 28), 4),
        (date(2027, 7, 1), None),
    ],
)
def test_a_day_lies_in_a_quarter(day: date, quarter: int | None) -> None:
    assert quarter_of(day, default_quarters(2026)) == quarter


def test_proposed_holidays_fit_a_year_that_is_known() -> None:
    assert default_holidays(2024)[0] == Holiday("autumn", date(2024, 11, 4), date(2024, 11, 10))
    assert default_holidays(2024)[2] == Holiday("spring", date(2025, 3, 17), date(2025, 3, 23))
    assert default_holidays(2025)[1] == Holiday("winter", date(2025, 12, 31), date(2026, 1, 11))
    assert default_quarters(2025)[3].ends == date(2026, 5, 29)
    assert default_quarters(2024)[0].begins == date(2024, 9, 2)


@given(YEARS)
def test_proposed_quarters_are_a_sound_year(first_year: int) -> None:
    quarters = default_quarters(first_year)
    assert [one.number for one in quarters] == [1, 2, 3, 4]
    assert check_spans(quarters) == []
    assert all(day.weekday() != 6 for one in quarters for day in (one.begins, one.ends))
    assert {school_year_of(day) for one in quarters for day in (one.begins, one.ends)} == {first_year}
    for holiday in default_holidays(first_year):
        assert quarter_of(holiday.begins, quarters) is quarter_of(holiday.ends, quarters) is None


def span(number: int, begins: int, ends: int) -> Span:
    first = date(2026, 9, 1)
    return Span(number, first + timedelta(days=begins), first + timedelta(days=ends))


@pytest.mark.parametrize(
    ("spans", "codes"),
    [
        ([], []),
        ([span(1, 0, 9), span(2, 10, 19)], []),
        ([span(1, 0, 9), span(2, 50, 60)], []),
        ([span(1, 0, 10), span(2, 10, 19)], ["span_overlap"]),
        ([span(1, 9, 0)], ["span_reversed"]),
        ([span(1, 20, 29), span(2, 0, 9)], ["span_order"]),
        ([span(2, 0, 9), span(1, 5, 3)], ["span_reversed", "span_overlap", "span_order"]),
    ],
)
def test_typed_periods_are_checked(spans: list[Span], codes: list[str]) -> None:
    assert check_spans(spans) == codes


@pytest.mark.parametrize(
    ("today", "missing"),
    [
        (date(2026, 8, 15), []),
        (date(2026, 11, 22), [(2026, 9)]),
        (date(2026, 12, 1), [(2026, 9), (2026, 11)]),
        (date(2027, 2, 1), [(2026, 9), (2026, 11), (2026, 12), (2027, 1)]),
    ],
)
def test_months_over_without_a_meeting(today: date, missing: list[tuple[int, int]]) -> None:
    held = [date(2026, 8, 28), date(2026, 10, 16), date(2026, 10, 30)]
    assert months_without_meeting(held, date(2026, 8, 1), today) == missing


def test_summer_needs_no_meeting() -> None:
    found = months_without_meeting([], date(2027, 5, 1), date(2027, 10, 1))
    assert found == [(2027, 5), (2027, 8), (2027, 9)]
