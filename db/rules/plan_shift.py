"""Days of one school year's plan in the calendar of the next: the same week and weekday, no holidays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from db.rules.calendar import Holiday, Period, quarter_of, school_year_of
from db.rules.plan_terms import Term

DAYS_OFF = frozenset(
    {(1, day) for day in range(1, 8)} | {(3, 8), (3, 21), (8, 31)} | {(5, day) for day in range(1, 10)}
)
"""Month and day of what is a day off every year (DOMAIN.md 3.3); the two айт follow the moon and are not here."""

_DAY, _WEEK = timedelta(days=1), timedelta(days=7)
_YEAR = 52 * _WEEK
_SUNDAY = 6


@dataclass(frozen=True, slots=True)
class Calendar:
    """A school year as days are shifted by it."""

    first_year: int
    quarters: Sequence[Period]
    holidays: Sequence[Holiday]


def shift(term: Term, old: Calendar, new: Calendar) -> tuple[Term, tuple[str, ...]]:
    """A term in a later year's calendar, with what a person should look at: `holiday`, `outside_quarter`.

    Months, quarters and whole years stay as they are. A day keeps its weekday and its week of the quarter, of the
    holidays or, in summer, of the year; where it would fall on a day off it goes to the next school day.
    """
    if term.begins is None or term.kind not in ("day", "span"):
        return term, ()
    begins, codes = _shifted(term.begins, old, new)
    if term.kind == "day" or term.ends is None:
        return replace(term, begins=begins), codes
    ends, more = _shifted(term.ends, old, new)
    return replace(term, begins=begins, ends=max(begins, ends)), tuple(dict.fromkeys(codes + more))


def free(d: date, holidays: Sequence[Holiday]) -> bool:
    """Whether no lessons are held on a day: a Sunday, holidays, a day off."""
    return d.weekday() == _SUNDAY or (d.month, d.day) in DAYS_OFF or _holiday_of(d, holidays) is not None


def _shifted(d: date, old: Calendar, new: Calendar) -> tuple[date, tuple[str, ...]]:
    moved, code = _same_week(d, old, new)
    codes = [code] if code else []
    if not free(d, old.holidays) and free(moved, new.holidays):
        codes.append("holiday")
        while free(moved, new.holidays):
            moved += _DAY
    return moved, tuple(codes)


def _same_week(d: date, old: Calendar, new: Calendar) -> tuple[date, str]:
    """The same weekday of the same week of whatever the day lies in."""
    holiday, number = _holiday_of(d, old.holidays), quarter_of(d, old.quarters)
    if holiday is not None:
        twin = next((each for each in new.holidays if each.code == holiday.code), None)
        if twin is not None:
            return _within(d, holiday.begins, twin.begins, twin.ends)[0], ""
    if number is not None:
        before, after = (next((each for each in of.quarters if each.number == number), None) for of in (old, new))
        if before is not None and after is not None:
            moved, inside = _within(d, before.begins, after.begins, after.ends)
            return moved, "" if inside else "outside_quarter"
    return _next_year(d, new.first_year - old.first_year), ""


def _within(d: date, old_begins: date, begins: date, ends: date) -> tuple[date, bool]:
    """The day in the week counted from the new beginning; at an edge the nearest such day inside, if there is one."""
    moved = _monday(begins) + (d - _monday(old_begins))
    if moved < begins:
        return (moved + _WEEK if moved + _WEEK <= ends else begins), True
    inside = moved <= ends
    while moved > ends and moved - _WEEK >= begins:
        moved -= _WEEK
    return min(moved, ends), inside


def _next_year(d: date, years: int) -> date:
    moved = d + years * _YEAR
    wanted = school_year_of(d) + years
    while school_year_of(moved) < wanted:
        moved += _WEEK
    return moved


def _holiday_of(d: date, holidays: Sequence[Holiday]) -> Holiday | None:
    return next((each for each in holidays if each.begins <= d <= each.ends), None)


def _monday(d: date) -> date:
    return d - d.weekday() * _DAY
