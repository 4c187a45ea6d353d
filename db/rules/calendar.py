"""The school calendar: years, quarters, holidays. Quarters move in mid-year: their dates are data."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, pairwise
from typing import Protocol

YEAR_BEGINS_IN = 8
"""The month from which a day belongs to the new school year: the first meeting is often held in late August."""
MONTHS_WITHOUT_MEETINGS = frozenset({6, 7})

_DAY = timedelta(days=1)
_MONDAY, _FRIDAY, _SUNDAY = 0, 4, 6


class Period(Protocol):
    """Numbered days, like a quarter's, from `begins` to `ends`, both included."""

    @property
    def number(self) -> int:
        """The place in the year."""

    @property
    def begins(self) -> date:
        """The first day."""

    @property
    def ends(self) -> date:
        """The last day."""


@dataclass(frozen=True, slots=True)
class Span:
    """A quarter: its number and its first and last day."""

    number: int
    begins: date
    ends: date


@dataclass(frozen=True, slots=True)
class Holiday:
    """Holidays of pupils: `autumn`, `winter` or `spring`, with their first and last day."""

    code: str
    begins: date
    ends: date


def school_year_of(d: date, begins_in: int = YEAR_BEGINS_IN) -> int:
    """Return the first calendar year of the school year to which a day belongs."""
    return d.year if d.month >= begins_in else d.year - 1


def quarter_of(d: date, quarters: Iterable[Period]) -> int | None:
    """Return the number of the quarter in which a day lies, None in holidays and in summer."""
    return next((one.number for one in quarters if one.begins <= d <= one.ends), None)


def default_holidays(first_year: int) -> list[Holiday]:
    """Propose the holidays of a year whose order is not out yet, by the habit of 2022–2026 (DOMAIN.md 3.3).

    Autumn is the week of 5 November, winter lasts from 31 December to the Sunday after 9 January,
    spring is the week of 21 March.
    """
    autumn = _back_to(_MONDAY, date(first_year, 11, 5))
    winter_ends = _back_to(_SUNDAY, date(first_year + 1, 1, 16))
    spring = _back_to(_MONDAY, date(first_year + 1, 3, 21))
    return [
        Holiday("autumn", autumn, autumn + 6 * _DAY),
        Holiday("winter", date(first_year, 12, 31), winter_ends),
        Holiday("spring", spring, spring + 6 * _DAY),
    ]


def default_quarters(first_year: int) -> list[Span]:
    """Propose four quarters around the proposed holidays, from 1 September to the last Friday of May."""
    holidays = default_holidays(first_year)
    first, last = date(first_year, 9, 1), _back_to(_FRIDAY, date(first_year + 1, 5, 31))
    begins = [first, *(one.ends + _DAY for one in holidays)]
    ends = [*(one.begins - _DAY for one in holidays), last]
    return [
        Span(number, _school_day(begin, _DAY), _school_day(end, -_DAY))
        for number, (begin, end) in enumerate(zip(begins, ends, strict=True), start=1)
    ]


def check_spans(spans: Sequence[Period]) -> list[str]:
    """Return what is wrong with typed periods: `span_reversed`, `span_overlap`, `span_order` (by number), each once."""
    ordered = sorted(spans, key=lambda one: one.number)
    faults = {
        "span_reversed": any(one.ends < one.begins for one in ordered),
        "span_overlap": any(_overlap(one, other) for one, other in combinations(ordered, 2)),
        "span_order": any(later.begins < earlier.begins for earlier, later in pairwise(ordered)),
    }
    return [code for code, found in faults.items() if found]


def months_without_meeting(held: Iterable[date], begins: date, today: date) -> list[tuple[int, int]]:
    """Return the (year, month) over between the year's first day and today in which no meeting was held.

    The running month is not over, June and July have no meetings.
    """
    with_meeting = {(day.year, day.month) for day in held}
    months = (divmod(index, 12) for index in range(_month_index(begins), _month_index(today)))
    past = [(year, month + 1) for year, month in months]
    return [month for month in past if month not in with_meeting and month[1] not in MONTHS_WITHOUT_MEETINGS]


def _month_index(d: date) -> int:
    return d.year * 12 + d.month - 1


def _back_to(weekday: int, d: date) -> date:
    """The last such day of the week that is not after `d`."""
    return d - (d.weekday() - weekday) % 7 * _DAY


def _school_day(d: date, step: timedelta) -> date:
    return d + step if d.weekday() == _SUNDAY else d


def _overlap(one: Period, other: Period) -> bool:
    return one.begins <= other.ends and other.begins <= one.ends
