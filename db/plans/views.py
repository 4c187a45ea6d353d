"""One set of lines seen as the plan of a year, a quarter or a month, and as plan against fact."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from db.meetings.rows import MeetingRow
from db.meetings.sheet import meetings
from db.plans import figures
from db.plans.figures import Cell, Grid, GridRow
from db.plans.lines import lines
from db.plans.rows import Line
from db.plans.sections import sections
from db.plans.terms import days
from db.rules import calendar, plan_terms

__all__ = ["Cell", "Grid", "GridRow", "Month", "fact", "glance", "of_month", "of_quarter", "of_year"]


@dataclass(frozen=True, slots=True)
class Month:
    """A month's plan: its lines, the meetings of the month for which no line stands, and the work beyond the plan."""

    year: int
    month: int
    lines: tuple[Line, ...]
    meetings: tuple[MeetingRow, ...]
    unplanned: tuple[Line, ...]


def of_year(association_id: int, first_year: int, today: dt.date) -> list[Line]:
    """The year's plan: its own lines, without those that a quarter or a month added and the work beyond the plan."""
    return in_year(lines(association_id, first_year, today))


def of_quarter(association_id: int, first_year: int, quarter: int, today: dt.date) -> list[Line]:
    """A quarter's plan: lines of the year and the quarters whose term touches it as its days are now."""
    begins, ends = quarter_days(first_year, quarter)
    return in_quarter(lines(association_id, first_year, today), begins, ends)


def of_month(association_id: int, year: int, month: int, today: dt.date) -> Month:
    """A month's plan: every line whose term touches it, by its days, and its meetings."""
    begins, ends = plan_terms.month_bounds(year, month)
    first_year = calendar.school_year_of(begins)
    return in_month(association_id, first_year, lines(association_id, first_year, today), begins, ends)


def glance(association_id: int, first_year: int, today: dt.date) -> Grid:
    """The year at a glance: sections by months, each figure with the lines behind it."""
    return figures.grid(lines(association_id, first_year, today), sections(association_id), days(first_year))


def fact(association_id: int, first_year: int, today: dt.date) -> Grid:
    """Plan against fact as of a day; the same figures as `glance`, which every paper and screen must share."""
    return glance(association_id, first_year, today)


def quarter_days(first_year: int, quarter: int) -> tuple[dt.date, dt.date]:
    """The first and the last day of a quarter; raises ValueError for a number that is none."""
    found = next((each for each in days(first_year).quarters if each.number == quarter), None)
    if found is None:
        raise ValueError(quarter)
    return found.begins, found.ends


def in_year(found: list[Line]) -> list[Line]:
    """Those of a year's lines that stand in its plan."""
    return [each for each in found if each.scope == "year" and not each.unplanned]


def in_quarter(found: list[Line], begins: dt.date, ends: dt.date) -> list[Line]:
    """Those of a year's lines that stand in the plan of the quarter with these days."""
    return [
        each
        for each in found
        if each.scope != "month" and not each.unplanned and plan_terms.touches(each.first, each.last, begins, ends)
    ]


def in_month(association_id: int, first_year: int, found: list[Line], begins: dt.date, ends: dt.date) -> Month:
    """Those of a year's lines that stand in the plan of the month with these days, and its meetings."""
    touching = [each for each in found if plan_terms.touches(each.first, each.last, begins, ends)]
    planned = sorted((each for each in touching if not each.unplanned), key=lambda each: (each.last, each.first))
    return Month(
        begins.year,
        begins.month,
        tuple(planned),
        tuple(_without_line(association_id, first_year, planned, begins, ends)),
        tuple(each for each in touching if each.unplanned),
    )


def _without_line(
    association_id: int, first_year: int, planned: list[Line], begins: dt.date, ends: dt.date
) -> list[MeetingRow]:
    """The month's meetings for which no line of the plan stands: none that they prove, none due on their day."""
    stands = [each for each in planned if each.kind == "meeting" and each.state != "cancelled"]
    proved = {proof.meeting_id for each in stands for proof in each.proofs}
    due = {each.first for each in stands if each.term == "day"}
    return [
        each
        for each in meetings(association_id, first_year)
        if each.held_on is not None
        and begins <= each.held_on <= ends
        and each.state != "cancelled"
        and each.id not in proved
        and each.held_on not in due
    ]
