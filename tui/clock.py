"""Which day and time it is, asked at one place."""

import datetime as dt


def today() -> dt.date:
    """Today by the computer's clock."""
    return dt.date.today()


def now() -> dt.datetime:
    """The moment by the computer's clock, in its own zone."""
    return dt.datetime.now()
