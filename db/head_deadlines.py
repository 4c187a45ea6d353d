"""When reports go to the head of studies, by the school's calendar and its own setting."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from db import calendar, settings
from db.rules.calendar import school_year_of
from db.rules.head_deadline import MOST_DAYS, head_deadline


@dataclass(frozen=True, slots=True)
class HeadDeadline:
    """The day by which a quarter's reports go to the head of studies, and the quarter's last day."""

    quarter: int
    day: dt.date
    quarter_ends: dt.date


def of_year(association_id: int, first_year: int) -> list[HeadDeadline]:
    """The deadlines of a school year by quarter; in a year that was not entered by the usual dates."""
    year = calendar.school_year(first_year) or calendar.usual_year(first_year)
    days = days_before(association_id)
    return [
        HeadDeadline(each.number, head_deadline(each.ends, days, year.holidays), each.ends)
        for each in sorted(year.quarters, key=lambda one: one.number)
    ]


def upcoming(association_id: int, today: dt.date) -> HeadDeadline | None:
    """The deadline of the quarter that runs or comes next, also once its day has passed; None after the last one."""
    found = of_year(association_id, school_year_of(today))
    return next((each for each in found if each.quarter_ends >= today), None)


def days_before(association_id: int) -> int:
    """How many school days before a quarter's end reports are due: the setting `head_deadline_days`."""
    chosen = settings.get("head_deadline_days", association_id)
    return min(int(chosen), MOST_DAYS) if chosen.isdigit() else int(settings.DEFAULTS["head_deadline_days"])
