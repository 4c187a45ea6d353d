"""Terms of growth: when a category runs out and is to be warned of, when the next course is due."""

from __future__ import annotations

from datetime import date

WARNED_MONTHS = (3, 6, 12)
"""So many months ahead the end of a category is warned of."""


def months_later(day: date, months: int) -> date:
    """The same day so many months later (earlier where negative); the last day of a shorter month."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, _last_day(year, month)))


def warned(until: date, today: date) -> int | None:
    """How near the end is: within 3, 6 or 12 months, 0 once it has passed; None as long as it is farther."""
    if until < today:
        return 0
    return next((months for months in WARNED_MONTHS if until <= months_later(today, months)), None)


def next_course(last: date | None, years: int) -> date | None:
    """By which day the next course is due; None without a course or where the school sets no term (0 years)."""
    return months_later(last, 12 * years) if last and years else None


def _last_day(year: int, month: int) -> int:
    """The number of days of a month."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - date(year, month, 1)).days
