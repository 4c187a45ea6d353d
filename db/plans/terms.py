"""The term of a line between its row and its meaning: checked, kept, and leaning on the school's own days."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from db import calendar
from db.errors import Refused
from db.models.plans import TERMS
from db.records import Stored
from db.rules import plan_shift, plan_terms
from db.rules.plan_terms import Term

WHEN = ("term", "begins", "ends", "month", "quarter")
"""The columns of a line that make its term."""


def days(first_year: int) -> plan_terms.Days:
    """The days that the terms of a year lean on, those of the school or the usual ones."""
    year = calendar.school_year(first_year) or calendar.usual_year(first_year)
    return plan_terms.Days(first_year, year.begins, year.ends, year.quarters)


def bounds(term: Term, first_year: int) -> tuple[dt.date, dt.date]:
    """The first and the last day of a term as the school's days are now."""
    return plan_terms.bounds(term, days(first_year))


def entered(term: Term, first_year: int) -> Term:
    """A term as it is kept; raises Refused with what is wrong (`plan_terms.fault`)."""
    if first_year not in calendar.KNOWN_YEARS:
        raise Refused("year_out_of_range", "first_year")
    if term.kind not in TERMS:
        raise Refused("value_not_allowed", "term")
    kept = plan_terms.plain(term)
    if found := plan_terms.fault(kept, first_year):
        code, field = found
        first, last = plan_terms.month_bounds(first_year, 8)[0], plan_terms.month_bounds(first_year + 1, 7)[1]
        raise Refused(code, field, first=first, last=last)
    return kept


def on_school_days(term: Term, first_year: int) -> Term:
    """The term with its first and its last day on school days: those that are none give way to the next one."""
    year = calendar.school_year(first_year) or calendar.usual_year(first_year)
    return replace(term, begins=_school_day(term.begins, year), ends=_school_day(term.ends, year))


def _school_day(day: dt.date | None, year: calendar.Year) -> dt.date | None:
    while day is not None and plan_shift.free(day, year.holidays):
        day += dt.timedelta(days=1)
    return day


def columns_of(term: Term) -> dict[str, Any]:
    """A term as the columns of a line."""
    return dict(zip(WHEN, (term.kind, term.begins, term.ends, term.month, term.quarter), strict=True))


def term_of(row: Stored) -> Term:
    """The term of a row as the engine holds it."""
    begins, ends = (row[name] and dt.date.fromisoformat(row[name]) for name in ("begins", "ends"))
    return Term(row["term"], begins, ends, row["month"], row["quarter"])
