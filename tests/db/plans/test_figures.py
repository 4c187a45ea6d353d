"""Figures of plan against fact, for any set of lines: each counts once, and what is done was planned."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from db.plans.figures import grid, month_of
from db.plans.rows import ChangeRow, Line, Proof, Section
from db.rules.plan_status import Facts, state
from db.rules.plan_terms import Days, Term, bounds
from tests.db.plans.conftest import QUARTERS, TODAY, YEAR

DAYS = Days(YEAR, QUARTERS[0].begins, QUARTERS[3].ends, QUARTERS)
SECTIONS = [Section(number, number, f"{number}", "") for number in (1, 2, 3)]
SCHOOL_DAYS = st.dates(dt.date(2026, 8, 1), dt.date(2027, 7, 31))
TERMS = st.one_of(
    st.builds(Term, st.just("day"), SCHOOL_DAYS),
    st.builds(lambda month: Term("month", month=month), st.integers(1, 12)),
    st.builds(lambda quarter: Term("quarter", quarter=quarter), st.integers(1, 4)),
    st.just(Term("year")),
)


@st.composite
def lines(draw: st.DrawFn) -> list[Line]:
    return [one_line(draw, number) for number in range(1, draw(st.integers(0, 12)) + 1)]


def one_line(draw: st.DrawFn, number: int) -> Line:
    term, unplanned, section = draw(TERMS), draw(st.booleans()), draw(st.integers(1, 3))
    proofs = tuple(
        Proof(place, number, day, draw(st.booleans()), place, None, None)
        for place, day in enumerate(draw(st.lists(SCHOOL_DAYS, max_size=2)), start=1)
    )
    kinds = draw(st.lists(st.sampled_from(["moved", "cancelled", "marked", "partly", "reopened"]), max_size=3))
    changes = tuple(
        ChangeRow(place, number, kind, TODAY, "", None, "year", None, None, None, None)
        for place, kind in enumerate(kinds)
    )
    first, last = bounds(term, DAYS)
    return Line(
        number, f"uid {number}", 1, YEAR, section, section, number, f"Иш {number}", "other", "year", term.kind,
        term.begins, term.ends, term.month, term.quarter, "", "", "", "", unplanned, (), (), first, last,
        state(Facts(last, unplanned, proofs, changes), TODAY), proofs, changes,
    )  # fmt: skip


@given(lines())
def test_the_figures_of_any_plan_add_up(found: list[Line]) -> None:
    made = grid(found, SECTIONS, DAYS)
    for row in (*made.rows, made.total, made.unplanned):
        parts = (*row.cells, row.whole_year)
        for name in ("done", "planned", "partly", "marked"):
            assert sum(getattr(cell, name) for cell in parts) == getattr(row.total, name)
        assert sorted(one for cell in parts for one in cell.line_ids) == sorted(row.total.line_ids)
        assert all(cell.done + cell.partly + cell.marked <= cell.planned == len(cell.line_ids) for cell in parts)
    assert sum(row.total.planned for row in made.rows) == made.total.total.planned
    assert sum(row.total.done for row in made.rows) == made.total.total.done


@given(lines())
def test_a_line_counts_where_it_belongs_and_a_cancelled_one_nowhere(found: list[Line]) -> None:
    made = grid(found, SECTIONS, DAYS)
    counted = {*made.total.total.line_ids, *made.unplanned.total.line_ids}
    assert counted == {each.id for each in found if each.state != "cancelled"}
    for each in (one for one in found if one.id in counted):
        row = made.unplanned if each.unplanned else made.rows[each.section_id - 1]
        month = month_of(each)
        cell = row.whole_year if month is None else row.cells[made.months.index(month)]
        assert each.id in cell.line_ids
