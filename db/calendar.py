"""School years with their quarters and holidays. The dates are data: they move in mid-year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from db import records
from db.connection import row, rows
from db.errors import Refused
from db.history import action, subject
from db.models.calendar import Holiday, Quarter, SchoolYear
from db.models.record import Record
from db.reading import columns
from db.rules import calendar as rule
from db.schools import school

QUARTERS = (1, 2, 3, 4)
KNOWN_YEARS = range(2000, 2101)
MARKS_BEFORE = 7
"""Days before a quarter's end on which its marks begin to come in."""
"""School years that can be entered: others are a clock or a finger gone wrong."""


@dataclass(frozen=True, slots=True)
class YearRow:
    """The school year that begins in `first_year`, without its parts."""

    id: int
    uid: str
    school_id: int
    first_year: int
    begins: dt.date
    ends: dt.date
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Year:
    """A school year; its dates are tentative until `confirmed`. All last days are included."""

    id: int
    first_year: int
    begins: dt.date
    ends: dt.date
    confirmed: bool
    quarters: tuple[rule.Span, ...]
    holidays: tuple[rule.Holiday, ...]


def school_year(first_year: int) -> Year | None:
    """A school year, None where it was not entered yet."""
    query = SchoolYear.select(*columns(SchoolYear, YearRow)).where(SchoolYear.first_year == first_year)
    found = row(query.where(SchoolYear.deleted_at.is_null()).order_by(SchoolYear.id), YearRow)
    if found is None:
        return None
    return Year(
        found.id, first_year, found.begins, found.ends, found.confirmed, _quarters(found.id), _holidays(found.id)
    )


def usual_year(first_year: int) -> Year:
    """A year as it usually is, for a start and for days whose year was not entered; its id is 0."""
    quarters = tuple(rule.default_quarters(first_year))
    holidays = tuple(rule.default_holidays(first_year))
    return Year(0, first_year, quarters[0].begins, quarters[-1].ends, False, quarters, holidays)


@action("calendar.save")
def save_school_year(
    first_year: int,
    begins: dt.date,
    ends: dt.date,
    quarters: Sequence[rule.Span],
    holidays: Sequence[rule.Holiday] = (),
    confirmed: bool = False,
) -> int:
    """Write a school year whole; returns its id.

    Raises Refused with what is wrong and in which field: `year_out_of_range`, `day_outside_year`, `four_quarters`,
    `span_reversed`, `span_overlap`, `span_order`.
    """
    _check_year(first_year, begins, ends)
    _check_parts(begins, ends, quarters, holidays)
    known = school()
    if known is None:
        raise Refused("school_missing")
    subject(str(first_year))
    dates = {"begins": begins, "ends": ends, "confirmed": confirmed}
    year_id = _put(SchoolYear, {"school": known.id, "first_year": first_year}, dates)
    for quarter in quarters:
        key = {"school_year": year_id, "number": quarter.number}
        _put(Quarter, key, {"begins": quarter.begins, "ends": quarter.ends})
    _put_holidays(year_id, holidays)
    return year_id


@action("calendar.ensure")
def ensure_school_year(first_year: int) -> int:
    """Make a school year with its usual, tentative dates unless it is there; returns its id."""
    known = school_year(first_year)
    if known is not None:
        return known.id
    usual = usual_year(first_year)
    return save_school_year(first_year, usual.begins, usual.ends, usual.quarters, usual.holidays).value


def current_first_year(today: dt.date) -> int:
    """The calendar year in which the school year of a day begins."""
    return rule.school_year_of(today)


def current_quarter(today: dt.date) -> rule.Span | None:
    """The quarter of a day, in holidays the one to come; None when the school year is over."""
    first_year = current_first_year(today)
    year = school_year(first_year) or usual_year(first_year)
    return next((quarter for quarter in year.quarters if quarter.ends >= today), None)


def reported_quarter(today: dt.date) -> int:
    """The number of the quarter whose marks are due on a day: the last one that ended or ends within a week."""
    first_year = current_first_year(today)
    year = school_year(first_year) or usual_year(first_year)
    ended = [each.number for each in year.quarters if each.ends - dt.timedelta(days=MARKS_BEFORE) <= today]
    return max(ended, default=1)


def quarter_end(today: dt.date) -> dt.date | None:
    """The last day of the quarter of a day, in holidays of the one to come; None when the school year is over."""
    quarter = current_quarter(today)
    return quarter.ends if quarter else None


def _check_year(first_year: int, begins: dt.date, ends: dt.date) -> None:
    if first_year not in KNOWN_YEARS:
        raise Refused("year_out_of_range", "first_year")
    if begins.year != first_year:
        raise Refused("day_outside_year", "begins")
    if ends.year != first_year + 1:
        raise Refused("day_outside_year", "ends")


def _check_parts(
    begins: dt.date, ends: dt.date, quarters: Sequence[rule.Span], holidays: Sequence[rule.Holiday]
) -> None:
    if sorted(quarter.number for quarter in quarters) != list(QUARTERS):
        raise Refused("four_quarters", "quarters")
    for code in rule.check_spans(quarters):
        raise Refused(code, "quarters")
    if any(quarter.begins < begins or quarter.ends > ends for quarter in quarters):
        raise Refused("day_outside_year", "quarters")
    if any(holiday.ends < holiday.begins for holiday in holidays):
        raise Refused("span_reversed", "holidays")


def _put(model: type[Record], key: dict[str, Any], values: dict[str, Any]) -> int:
    """Change the row of that key, one that was deleted too, or insert it; returns its id."""
    query = model.select(model.id)
    for name, value in key.items():
        query = query.where(model._meta.fields[name] == value)
    known = query.scalar()
    if known is None:
        return records.insert(model, **key, **values)
    records.change(model, known, deleted_at=None, **values)
    return int(known)


def _put_holidays(year_id: int, holidays: Sequence[rule.Holiday]) -> None:
    """Write the holidays over those that are there, by place."""
    query: Any = Holiday.select(Holiday.id).where(Holiday.school_year == year_id, Holiday.deleted_at.is_null())
    known = [int(found) for (found,) in query.order_by(Holiday.id).tuples()]
    for place, holiday in enumerate(holidays):
        values = {"kind": holiday.code, "begins": holiday.begins, "ends": holiday.ends}
        if place < len(known):
            records.change(Holiday, known[place], **values)
        else:
            records.insert(Holiday, school_year=year_id, **values)
    for extra in known[len(holidays) :]:
        records.remove(Holiday, extra)


def _quarters(year_id: int) -> tuple[rule.Span, ...]:
    query = Quarter.select(Quarter.number, Quarter.begins, Quarter.ends).where(Quarter.school_year == year_id)
    return tuple(rows(query.where(Quarter.deleted_at.is_null()).order_by(Quarter.number), rule.Span))


def _holidays(year_id: int) -> tuple[rule.Holiday, ...]:
    query = Holiday.select(Holiday.kind.alias("code"), Holiday.begins, Holiday.ends)
    query = query.where(Holiday.school_year == year_id, Holiday.deleted_at.is_null())
    return tuple(rows(query.order_by(Holiday.begins, Holiday.id), rule.Holiday))
