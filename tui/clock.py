"""Which day and time it is, asked at one place."""

import datetime as dt


def today() -> dt.date:
    """Today by the computer's clock."""
    return dt.date.today()


def now() -> dt.datetime:
    """The moment by the computer's clock, in its own zone."""
    return dt.datetime.now()


def time_of(logged: str) -> str:
    """The time of day of a moment in the log («2026-11-22T14:32:07+06:00» is 14:32, as the clock then showed)."""
    return logged[11:16]
