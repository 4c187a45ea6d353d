"""The plan from an Excel file and into one: what the file brings row by row, then all of it in one action."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db import files, plan_rows, plan_workbooks
from db.errors import Refused
from db.events import classes
from db.plan_rows import PlanPreview, PlanRow
from db.workbook_tables import Table
from db.workbooks import RowResult
from tui import clock, current, plan_table_words, typed_plan, words
from tui.screens.workbook_import import TO_READ, TO_WRITE, WorkbookImport
from tui.screens.workbook_import import choose as choose_way
from tui.texts import N_, _

if TYPE_CHECKING:
    from tui.app import BirikmeApp

WAYS = (N_("Take the plan from an Excel file (.xlsx)"), N_("Write the plan into an Excel file"))


def choose(app: "BirikmeApp", first_year: int) -> None:
    """Ask whether a year's plan is read from an Excel file or written into one."""
    then = (partial(bring_in, app, first_year), partial(_write, app, first_year))
    choose_way(app, _("The plan and Excel"), [_(way) for way in WAYS], then)


def _write(app: "BirikmeApp", first_year: int) -> None:
    name = _("plan-{year}.xlsx").format(year=f"{first_year}-{first_year + 1}")
    app.open_dialog(TO_WRITE, _("Write the plan into this file:"), name, partial(write_plan, first_year))


def bring_in(app: "BirikmeApp", first_year: int) -> None:
    """Ask for the file, then show what it brings."""
    app.open_dialog(TO_READ, then=partial(_preview, app, first_year))


def _preview(app: "BirikmeApp", first_year: int, path: Path | None) -> None:
    if path is not None:
        app.open("tui.screens.plan_files:PlanImport", first_year=first_year, path=path)


def write_plan(first_year: int, path: Path) -> None:
    """Write a year's plan; a file that is there stays. Raises Refused `file_exists` and as `files.put`."""
    if path.exists():
        raise Refused("file_exists", file=str(path))
    known = plan_table_words.headers(), plan_table_words.labels()
    files.put(plan_workbooks.plan_workbook(current.association_id(), first_year, clock.today(), *known), path)


class PlanImport(WorkbookImport):
    """What the file brings to the plan."""

    HELP = N_(
        "What the Excel file brings to the plan, row by row; nothing is written yet. A row with the section and the "
        "text of a line that is there changes that line, any other adds one; the same file twice changes nothing. "
        "Where a row has a mistake, correct it in the file, save it and read it again with 1. F2 takes all rows over, "
        "Ctrl+Z takes that back."
    )
    MANY_CHANGE = N_("Lines of the plan that will change: {count}. To go on, type the number {count}.")
    TAKEN = N_("Taken over: new lines {added}, changed {changed}. Ctrl+Z – take back.")

    def title_text(self) -> str:
        """Which file, for which year."""
        return " · ".join((_("Preview"), self._path.name, words.school_year(self._year)))

    def read_table(self, path: Path) -> Table:
        """The rows of the file."""
        return plan_rows.read_file(path, plan_table_words.known_headers())

    def understood(self, table: Table) -> tuple[PlanPreview, list[RowResult]]:
        """The rows compared with the plan."""
        association_id, today = current.association_id(), clock.today()
        self._there = classes.known_classes(self._year)
        labels = plan_table_words.known_labels()
        preview = plan_rows.understood(table, association_id, self._year, today, labels)
        return preview, plan_workbooks.compare(association_id, self._year, preview, today)

    def taking(self, preview: PlanPreview) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        """Into the plan of the year."""
        return plan_workbooks.import_plan, (current.association_id(), self._year, preview, clock.today())

    def text(self, row: PlanRow) -> str:
        """Its section and text."""
        section, text = row.fields.get("section"), str(row.fields.get("text", ""))
        return f"{section}. {text}" if section else text

    def becomes(self, row: PlanRow, result: RowResult) -> str:
        """What changes, with a word about a class that is not among those there are."""
        outcome = _(plan_table_words.ROW_OUTCOMES[result.outcome])
        changed = ", ".join(_(plan_table_words.FIELDS[name]).lower() for name in result.changes)
        doubts = [typed_plan.no_class(each) for each in classes.doubts(row.fields.get("classes", ""), self._there)]
        return "; ".join([f"{outcome}: {changed}" if changed else outcome, *doubts])

    def wrong(self, field: str, code: str) -> str:
        """The column and what is wrong in it."""
        return f"{_(plan_table_words.FIELDS[field])}: {_(plan_table_words.ROW_PROBLEMS[code])}"
