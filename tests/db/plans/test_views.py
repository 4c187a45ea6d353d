"""One set of lines as the plan of a year, a quarter, a month, and as figures."""

from __future__ import annotations

import datetime as dt

import pytest

from db import calendar
from db.meetings import planning
from db.plans import course, lines, sections, views
from db.rules.calendar import Span
from db.rules.plan_terms import months
from tests.conftest import CountQueries, MakeMeeting
from tests.db.plans.conftest import QUARTERS, TODAY, YEAR, AddLine

DAYS = {"september": dt.date(2026, 9, 10), "november": dt.date(2026, 11, 14), "march": dt.date(2027, 3, 22)}
SCHOOL_MONTHS = [(2026, 8), *months(QUARTERS[0].begins, QUARTERS[3].ends), (2027, 6), (2027, 7)]


@pytest.fixture
def every_term(add: AddLine) -> dict[str, int]:
    """A line of every kind of term."""
    terms = [
        {"term": "day", "begins": DAYS["november"]},
        {"term": "span", "begins": dt.date(2026, 10, 28), "ends": dt.date(2026, 11, 3)},
        {"term": "month", "month": 3},
        {"term": "quarter", "quarter": 2},
        {"term": "year"},
        {"term": "day", "begins": DAYS["march"]},
        {"term": "month", "month": 8},
    ]
    return {f"{number} {each['term']}": add(f"Иш {number}", **each) for number, each in enumerate(terms)}


def month_ids(association_id: int, year: int, month: int) -> set[int]:
    return {each.id for each in views.of_month(association_id, year, month, TODAY).lines}


def test_a_line_is_in_the_months_that_its_term_touches_and_in_no_other(
    association_id: int, every_term: dict[str, int]
) -> None:
    for each in lines.lines(association_id, YEAR, TODAY):
        found = [month for month in SCHOOL_MONTHS if each.id in month_ids(association_id, *month)]
        assert found == months(each.first, each.last), each.text


def test_a_line_is_in_the_quarters_that_its_term_touches(association_id: int, every_term: dict[str, int]) -> None:
    found = {
        number: {each.text for each in views.of_quarter(association_id, YEAR, number, TODAY)} for number in range(1, 5)
    }
    assert found[1] == {"Иш 1", "Иш 4"}
    assert found[2] == {"Иш 0", "Иш 3", "Иш 4"}
    assert found[3] == {"Иш 2", "Иш 4"}
    assert found[4] == {"Иш 2", "Иш 4"}


def test_moving_a_quarter_moves_its_lines_at_once(association_id: int, every_term: dict[str, int]) -> None:
    line_id = every_term["3 quarter"]
    assert (lines.line(line_id, TODAY).first, lines.line(line_id, TODAY).last) == (QUARTERS[1].begins, QUARTERS[1].ends)
    moved = (QUARTERS[0], Span(2, dt.date(2026, 11, 16), dt.date(2027, 1, 15)), *QUARTERS[2:])
    shifted = (*moved[:2], Span(3, dt.date(2027, 1, 18), dt.date(2027, 3, 19)), QUARTERS[3])
    calendar.save_school_year(YEAR, QUARTERS[0].begins, QUARTERS[3].ends, shifted)
    of = lines.line(line_id, TODAY)
    assert (of.first, of.last) == (dt.date(2026, 11, 16), dt.date(2027, 1, 15))
    assert line_id in month_ids(association_id, 2027, 1)
    assert every_term["0 day"] not in {each.id for each in views.of_quarter(association_id, YEAR, 2, TODAY)}


def test_what_a_quarter_or_a_month_added_is_not_in_the_plan_above(association_id: int, add: AddLine) -> None:
    added = {scope: add(scope, scope=scope, term="month", month=12) for scope in ("year", "quarter", "month")}
    assert [each.id for each in views.of_year(association_id, YEAR, TODAY)] == [added["year"]]
    quarter = {each.id for each in views.of_quarter(association_id, YEAR, 2, TODAY)}
    assert quarter == {added["year"], added["quarter"]}
    assert month_ids(association_id, 2026, 12) == set(added.values())


def test_unplanned_work_stands_apart(association_id: int, add: AddLine) -> None:
    line_id = add("Кезексиз семинар", term="day", begins=DAYS["november"], unplanned=True)
    month = views.of_month(association_id, 2026, 11, TODAY)
    assert (month.lines, [each.id for each in month.unplanned]) == ((), [line_id])
    assert views.of_year(association_id, YEAR, TODAY) == []
    assert lines.line(line_id, TODAY).state == "unplanned"
    grid = views.glance(association_id, YEAR, TODAY)
    assert (grid.unplanned.total.line_ids, grid.total.total.line_ids) == ((line_id,), ())


def test_a_month_names_the_meetings_for_which_no_line_stands(
    association_id: int, add: AddLine, make_meeting: MakeMeeting
) -> None:
    meeting_id = make_meeting(association_id, DAYS["november"])
    planned = planning.plan(association_id, dt.date(2026, 11, 27)).value
    month = views.of_month(association_id, 2026, 11, TODAY)
    assert [each.id for each in month.meetings] == [meeting_id, planned]
    line_id = add("УБ отуруму", kind="meeting", term="day", begins=DAYS["november"])
    add("УБ отуруму", kind="meeting", term="day", begins=dt.date(2026, 11, 27))
    assert views.of_month(association_id, 2026, 11, TODAY).meetings == ()
    assert lines.line(line_id, TODAY).state == "done_in_time"
    assert views.of_month(association_id, 2026, 12, TODAY).meetings == ()


def test_figures_add_up(
    association_id: int, every_term: dict[str, int], add: AddLine, section_ids: list[int], make_meeting: MakeMeeting
) -> None:
    meeting_id = make_meeting(association_id, DAYS["november"])
    for line_id in (every_term["0 day"], every_term["4 year"]):
        course.prove(line_id, DAYS["november"], meeting_id=meeting_id)
    course.mark_line(every_term["3 quarter"], TODAY)
    course.cancel_line(every_term["6 month"], TODAY, "Керек эмес")
    add("Отурум", section_id=section_ids[0], term="month", month=11)
    grid = views.fact(association_id, YEAR, TODAY)
    assert (grid.total.total.done, grid.total.total.planned, grid.total.total.marked) == (2, 7, 1)
    for row in (*grid.rows, grid.total, grid.unplanned):
        parts = (*row.cells, row.whole_year)
        assert sum(cell.done for cell in parts) == row.total.done
        assert sum(cell.planned for cell in parts) == row.total.planned
        assert sorted(line for cell in parts for line in cell.line_ids) == sorted(row.total.line_ids)
        assert len(row.cells) == len(grid.months)
    assert [row.total.planned for row in grid.rows] == [1, 6]
    november = grid.months.index((2026, 11))
    assert (grid.rows[1].cells[november].done, grid.rows[1].cells[november].planned) == (1, 2)
    assert (grid.rows[1].whole_year.done, grid.rows[1].whole_year.planned) == (1, 1)


def test_a_large_plan_takes_as_many_queries_as_a_small_one(
    association_id: int, add: AddLine, people: list[int], count_queries: CountQueries
) -> None:
    def queries() -> int:
        with count_queries() as statements:
            views.of_month(association_id, 2026, 11, TODAY)
            views.glance(association_id, YEAR, TODAY)
        return len(statements)

    add("Отурум", kind="meeting", term="month", month=11, owner_ids=people[:2])
    small = queries()
    for number in range(40):
        line_id = add(f"Иш {number}", term="month", month=number % 12 + 1, owner_ids=people[:2])
        course.mark_line(line_id, TODAY)
    assert queries() == small


def test_sections_stand_by_number_and_an_empty_one_goes(association_id: int, section_ids: list[int]) -> None:
    third = sections.save_section(None, association_id, "", "Прочее").value
    assert [(each.number, each.ky) for each in sections.sections(association_id)][2] == (3, "")
    sections.save_section(third, association_id, "Башка", "Прочее", 9)
    assert [each.number for each in sections.sections(association_id)] == [1, 2, 9]
    sections.remove_section(third)
    assert [each.id for each in sections.sections(association_id)] == section_ids
