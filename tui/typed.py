"""Dates and hours as people type them into the fields of forms and dialogs."""

import datetime as dt

from db import calendar
from db.errors import Refused
from db.rules.dates import parse_date, parse_time
from db.rules.deadlines import parse_deadline
from tui import clock


def meeting_day(text: str) -> dt.date:
    """Read the day of a meeting; without a year it lies in the school year of today. Raises Refused `date_expected`."""
    today = clock.today()
    first_year = calendar.current_first_year(today)
    first, last = dt.date(first_year, 8, 1), dt.date(first_year + 1, 7, 31)
    found = parse_date(text, today=today, first=first, last=last, future=False) or deadline(text, None)
    if found is None:
        raise Refused("date_expected")
    return found


def deadline(text: str, next_meeting: dt.date | None) -> dt.date | None:
    """Read a term: 25,12 · эртең · жума · «чейректин аягы» · «кийинки отурум»; None if it is none."""
    today = clock.today()
    found = parse_deadline(text, today=today, quarter_end=calendar.quarter_end(today), next_meeting=next_meeting)
    return found.day if found else None


def new_deadline(text: str) -> dt.date:
    """Read a day to come. Raises Refused `date_expected`."""
    found = deadline(text, None)
    if found is None:
        raise Refused("date_expected")
    return found


def past_day(text: str) -> dt.date:
    """Read a day nearest to today, before or after it. Raises Refused `date_expected`."""
    found = parse_date(text, today=clock.today(), future=False)
    if found is None:
        raise Refused("date_expected")
    return found


def hour(text: str) -> str:
    """Read an hour as the records keep it, «14:10»; empty stays empty. Raises Refused `time_expected`."""
    if not text:
        return ""
    found = parse_time(text)
    if found is None:
        raise Refused("time_expected")
    return found.strftime("%H:%M")


def reason(text: str) -> str:
    """Read why something is done. Raises Refused `reason_missing` for nothing."""
    if not text:
        raise Refused("reason_missing")
    return text
