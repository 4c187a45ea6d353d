"""Plan against fact: how much of each section's and month's plan was done, with the lines behind each figure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db.plans.rows import Line, Section
from db.rules import plan_status, plan_terms

Month = tuple[int, int]
"""Year and month."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Of `planned` lines `done` are done with a proof, `partly` in part, `marked` without a proof."""

    done: int
    planned: int
    partly: int
    marked: int
    line_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class GridRow:
    """A section's figures, a cell for each month of the grid; section id and number are 0 in a row that is none's."""

    section_id: int
    number: int
    ky: str
    ru: str
    cells: tuple[Cell, ...]
    whole_year: Cell
    total: Cell


@dataclass(frozen=True, slots=True)
class Grid:
    """Sections by months; the unplanned work stands apart and is not in `total`."""

    months: tuple[Month, ...]
    rows: tuple[GridRow, ...]
    unplanned: GridRow
    total: GridRow


def grid(lines: Sequence[Line], sections: Sequence[Section], days: plan_terms.Days) -> Grid:
    """Count each line once, in the month of its last day or as the whole year's, so that the figures add up.

    Cancelled lines are not counted. Unplanned work counts in the month in which it was done.
    """
    counted = [each for each in lines if each.state != "cancelled"]
    planned = [each for each in counted if not each.unplanned]
    apart = [each for each in counted if each.unplanned]
    used = {month for each in counted if (month := month_of(each)) is not None}
    months = tuple(sorted({*plan_terms.months(days.begins, days.ends), *used}))
    rows = tuple(
        _row(months, [each for each in planned if each.section_id == section.id], section) for section in sections
    )
    return Grid(months, rows, _row(months, apart), _row(months, planned))


def month_of(line: Line) -> Month | None:
    """The month in which a line counts; None for one of the whole year."""
    if line.unplanned and line.done_on is not None:
        return line.done_on.year, line.done_on.month
    return None if line.term == "year" else (line.last.year, line.last.month)


def _row(months: Iterable[Month], lines: Sequence[Line], section: Section | None = None) -> GridRow:
    of = section or Section(0, 0, "", "")
    by_month = {month: [each for each in lines if month_of(each) == month] for month in (*months, None)}
    return GridRow(
        of.id,
        of.number,
        of.ky,
        of.ru,
        tuple(_cell(by_month[month]) for month in months),
        _cell(by_month[None]),
        _cell(lines),
    )


def _cell(lines: Sequence[Line]) -> Cell:
    outcomes = [_outcome(each) for each in lines]
    done, partly, marked = (outcomes.count(outcome) for outcome in ("done", "partly", "marked"))
    return Cell(done, len(lines), partly, marked, tuple(each.id for each in lines))


def _outcome(line: Line) -> str:
    """How a line counts: done with a proof, in part, marked, or not yet; unplanned work like any other."""
    if line.done_on is not None:
        return "done"
    return "partly" if line.proofs else plan_status.last_said(line.changes)
