"""By which day reports go to the head of studies: so many school days before a quarter ends."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from db.rules.calendar import Holiday
from db.rules.plan_shift import free

MOST_DAYS = 30
"""More days before the end would lie in the middle of a quarter."""


def head_deadline(quarter_ends: date, days: int, holidays: Sequence[Holiday]) -> date:
    """The day that is `days` school days before a quarter's last one; Sundays, holidays and days off do not count.

    With 0 days it is the last day itself, or the school day before where that is none.
    """
    day = quarter_ends
    while free(day, holidays):
        day -= timedelta(days=1)
    for _step in range(min(max(days, 0), MOST_DAYS)):
        day -= timedelta(days=1)
        while free(day, holidays):
            day -= timedelta(days=1)
    return day
