"""Marks from an Excel file and into one."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db import files
from db.associations import association
from db.errors import Refused
from db.quality import marks_rows, marks_workbook, years
from db.quality.marks_rows import MarksPreview, MarksRow
from db.workbook_tables import Table
from db.workbooks import RowResult
from tui import current, mark_words, words
from tui.screens.workbook_import import TO_READ, TO_WRITE, WorkbookImport
from tui.screens.workbook_import import choose as choose_way
from tui.texts import N_, _

if TYPE_CHECKING:
    from tui.app import BirikmeApp

WAYS = (N_("Take marks from an Excel file (.xlsx)"), N_("Write the marks into an Excel file"))


def choose(app: "BirikmeApp", first_year: int) -> None:
    """Ask whether a year's marks are read from an Excel file or written into one."""
    then = (partial(bring_in, app, first_year), partial(_write, app, first_year))
    choose_way(app, _("Marks and Excel"), [_(way) for way in WAYS], then)


def bring_in(app: "BirikmeApp", first_year: int) -> None:
    """Ask for the file, then show what it brings."""
    app.open_dialog(TO_READ, then=partial(_preview, app, first_year))


def _preview(app: "BirikmeApp", first_year: int, path: Path | None) -> None:
    if path is not None:
        app.open("tui.screens.quality.marks_files:MarksImport", first_year=first_year, path=path)


def _write(app: "BirikmeApp", first_year: int) -> None:
    name = _("marks-{year}.xlsx").format(year=f"{first_year}-{first_year + 1}")
    app.open_dialog(TO_WRITE, _("Write the marks into this file:"), name, partial(write_marks, first_year))


def write_marks(first_year: int, path: Path) -> None:
    """Write a year's marks; a file that is there stays. Raises Refused `file_exists` and as `files.put`."""
    if path.exists():
        raise Refused("file_exists", file=str(path))
    found = marks_workbook.marks_workbook(_school_id(), first_year, mark_words.headers(), mark_words.period)
    files.put(found, path)


def _school_id() -> int:
    return association(current.association_id()).school_id


class MarksImport(WorkbookImport):
    """What the file brings to the marks."""

    HELP = N_(
        "What the Excel file brings, row by row; nothing is written yet. A row is a class, subject, teacher and period "
        "with the pupils by mark; one that is there already is changed, not doubled. Classes and teachers that are not "
        "known yet are added, and the row says so. Where a row has a mistake, correct it in the file, save it and read "
        "it again with 1. F2 takes all rows over, Ctrl+Z takes that back."
    )
    MANY_CHANGE = N_("Rows of marks that will change: {count}. To go on, type the number {count}.")
    TAKEN = N_("Taken over: new rows {added}, changed {changed}. Ctrl+Z – take back.")

    def title_text(self) -> str:
        """Which file, for which year."""
        return " · ".join((_("Preview"), self._path.name, words.school_year(self._year)))

    def read_table(self, path: Path) -> Table:
        """The rows of the file."""
        return marks_rows.read_file(path, mark_words.known_headers())

    def understood(self, table: Table) -> tuple[MarksPreview, list[RowResult]]:
        """The rows compared with the marks that are there."""
        school_id = _school_id()
        read = marks_rows.understood(table, self._year, partial(years.rules_of, school_id))
        preview = marks_workbook.with_people(school_id, read)
        return preview, marks_workbook.compare(school_id, preview)

    def taking(self, preview: MarksPreview) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        """Into the school's marks."""
        return marks_workbook.import_marks, (_school_id(), preview)

    def text(self, row: MarksRow) -> str:
        """The class, subject, year and period."""
        known = row.fields.get("period")
        told = (row.class_name, row.fields.get("subject", ""), str(row.fields["year"]),
                mark_words.period(*known) if known else "")  # fmt: skip
        return " · ".join(part for part in told if part)

    def becomes(self, row: MarksRow, result: RowResult) -> str:
        """What becomes of it, and what it makes beside the marks."""
        return mark_words.becomes(result)

    def wrong(self, field: str, code: str) -> str:
        """The column and what is wrong in it."""
        return f"{mark_words.field(field)}: {_(mark_words.ROW_PROBLEMS[code])}"
