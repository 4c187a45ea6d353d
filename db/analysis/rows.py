"""What an analysis is made of, as plain values: facts and tables of a section, each with the records behind it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from db.plans.terms import days
from db.rules.calendar import YEAR_BEGINS_IN
from db.rules.names import Name


@dataclass(frozen=True, slots=True)
class Coded:
    """A code that the speaking floors have a word for, of a group of codes: ("kind", "open_lesson")."""

    group: str
    code: str


Value: TypeAlias = int | str | Fraction | dt.date | Name | Coded | None
"""A share is a fraction in percent, a mark's mean one of marks; None is not known."""
Records: TypeAlias = tuple[tuple[str, int], ...]
"""Table and number of each record behind a figure."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One sentence's figures by name."""

    code: str
    values: Mapping[str, Value]
    records: Records = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table with what it was counted from."""

    cells: tuple[Value, ...]
    records: Records = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table: codes of its columns, and its rows."""

    code: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What the records say for one of the 17 sections."""

    number: int
    facts: tuple[Fact, ...] = ()
    tables: tuple[Table, ...] = ()

    @property
    def records(self) -> Records:
        """Every record behind it, once."""
        of_facts = [found for each in self.facts for found in each.records]
        of_lines = [found for table in self.tables for line in table.lines for found in line.records]
        return tuple(dict.fromkeys(of_facts + of_lines))


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose analysis, of which school year, and with `quarter` 1 to 4 of that part of it; `today` is the day asked."""

    association_id: int
    first_year: int
    quarter: int
    today: dt.date

    @property
    def bounds(self) -> tuple[dt.date, dt.date]:
        """The first and the last day: a year from August to July, a quarter up to the day before the next one."""
        begins = dt.date(self.first_year, YEAR_BEGINS_IN, 1)
        ends = dt.date(self.first_year + 1, YEAR_BEGINS_IN, 1) - dt.timedelta(days=1)
        if not self.quarter:
            return begins, ends
        quarters = days(self.first_year).quarters
        first = begins if self.quarter == 1 else quarters[self.quarter - 1].begins
        last = quarters[self.quarter].begins - dt.timedelta(days=1) if self.quarter < len(quarters) else ends
        return first, last

    @property
    def until(self) -> dt.date:
        """The last day of it that is not to come."""
        begins, ends = self.bounds
        return max(begins, min(self.today, ends))

    def within(self, day: dt.date | None) -> bool:
        """Whether a day is in it; one that is not known is in the year, in no quarter."""
        begins, ends = self.bounds
        return begins <= day <= ends if day else not self.quarter


def of_table(table: str, found: Iterable[object]) -> Records:
    """The records of rows that have an id."""
    return tuple((table, each.id) for each in found)  # type: ignore[attr-defined]


def table(code: str, columns: str, lines: Sequence[Line]) -> tuple[Table, ...]:
    """A table, or none where it would be empty; columns are written with spaces between them."""
    return (Table(code, tuple(columns.split()), tuple(lines)),) if lines else ()
