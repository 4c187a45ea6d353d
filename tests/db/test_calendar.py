"""School years, quarters and holidays."""

import datetime as dt
from dataclasses import replace

import pytest

from db.calendar import (
    current_first_year,
    current_quarter,
    ensure_school_year,
    quarter_end,
    save_school_year,
    school_year,
    usual_year,
)
from db.errors import Refused
from db.rules.calendar import Holiday, Span
from db.undo import undo
from tests.conftest import CountQueries, MakeSchool

DAY = dt.timedelta(days=1)


def save(year, **changed):
    parts = {
        name: getattr(year, name) for name in ("first_year", "begins", "ends", "quarters", "holidays", "confirmed")
    }
    return save_school_year(**(parts | changed))


def test_a_year_that_was_not_entered_is_made_with_tentative_dates(make_school: MakeSchool):
    make_school()
    year_id = ensure_school_year(2026).value
    year = school_year(2026)
    assert replace(usual_year(2026), id=year_id) == year
    assert (year.confirmed, len(year.quarters), len(year.holidays)) == (False, 4, 3)
    assert ensure_school_year(2026).seq == 0


def test_quarters_that_move_in_mid_year_are_written_over(make_school: MakeSchool):
    make_school()
    year_id = ensure_school_year(2026).value
    usual = school_year(2026)
    quarters = [*usual.quarters[:3], Span(4, usual.quarters[3].begins, usual.ends + 3 * DAY)]
    spring = Holiday("spring", dt.date(2027, 3, 2), dt.date(2027, 3, 7))
    change = save(usual, ends=usual.ends + 3 * DAY, quarters=quarters, holidays=[spring], confirmed=True)
    year = school_year(2026)
    assert change.value == year_id
    assert (year.quarters, year.holidays, year.confirmed) == (tuple(quarters), (spring,), True)
    undo()
    assert school_year(2026) == usual


def test_a_year_taken_back_can_be_made_again(make_school: MakeSchool):
    make_school()
    ensure_school_year(2026)
    undo()
    assert school_year(2026) is None
    ensure_school_year(2026)
    assert len(school_year(2026).quarters) == 4


def test_the_quarter_of_a_day_follows_the_dates_as_they_are_now(make_school: MakeSchool):
    make_school()
    usual = usual_year(2026)
    first, second, third, fourth = usual.quarters
    save(usual, quarters=[Span(1, first.begins, first.ends - 5 * DAY), second, third, fourth])
    assert quarter_end(first.begins) == first.ends - 5 * DAY
    assert current_quarter(first.ends).number == 2
    assert quarter_end(usual.ends + DAY) is None
    assert current_first_year(dt.date(2027, 7, 31)) == 2026


@pytest.mark.parametrize(
    ("changed", "code", "field"),
    [
        ({"first_year": 20260}, "year_out_of_range", "first_year"),
        ({"begins": dt.date(2027, 9, 1)}, "day_outside_year", "begins"),
        ({"ends": dt.date(2026, 12, 31)}, "day_outside_year", "ends"),
        ({"quarters": usual_year(2026).quarters[:3]}, "four_quarters", "quarters"),
        ({"quarters": usual_year(2025).quarters}, "day_outside_year", "quarters"),
        ({"holidays": [Holiday("other", dt.date(2027, 3, 6), dt.date(2027, 3, 5))]}, "span_reversed", "holidays"),
        ({"quarters": [replace(each, ends=dt.date(2027, 5, 1)) for each in usual_year(2026).quarters]},
         "span_overlap", "quarters"),
    ],
)  # fmt: skip
def test_dates_that_cannot_be_are_refused(make_school: MakeSchool, changed, code, field):
    make_school()
    with pytest.raises(Refused) as refusal:
        save(usual_year(2026), **changed)
    assert (refusal.value.code, refusal.value.field) == (code, field)
    assert school_year(2026) is None


def test_a_year_needs_its_school(store):
    with pytest.raises(Refused) as refusal:
        ensure_school_year(2026)
    assert refusal.value.code == "school_missing"


def test_a_year_is_read_with_three_queries(make_school: MakeSchool, count_queries: CountQueries):
    make_school()
    ensure_school_year(2026)
    with count_queries() as queries:
        school_year(2026)
    assert len(queries) == 3
