"""The plan from an Excel file and into one: what the file brings row by row, then all of it in one action."""

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.widget import Widget

from db import backup, files, plan_rows, plan_workbooks
from db.errors import Refused
from db.events import classes
from db.plan_rows import PlanPreview, PlanRow
from db.workbook_tables import Table
from db.workbooks import RowResult
from tui import clock, commands, current, jobs, plan_table_words, typed_plan, words
from tui.commands import Command
from tui.screens.base import BirikmeScreen
from tui.texts import N_, _
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown

if TYPE_CHECKING:
    from tui.app import BirikmeApp

STYLES = {"added": "good", "changed": "bold", "same": "dim", "duplicate": "warning"}
MANY = 10
"""More changed lines than these are confirmed by typing their number, and the data are copied first."""
WAYS = (N_("Take the plan from an Excel file (.xlsx)"), N_("Write the plan into an Excel file"))


def choose(app: "BirikmeApp", first_year: int) -> None:
    """Ask whether a year's plan is read from an Excel file or written into one."""
    ways = [_(way) for way in WAYS]
    question = _("The plan and Excel")
    app.open_dialog("tui.widgets.dialogs:Pick", question, ways, then=partial(_chosen, app, first_year))


def _chosen(app: "BirikmeApp", first_year: int, way: int | None) -> None:
    if way == 0:
        bring_in(app, first_year)
    elif way == 1:
        name = _("plan-{year}.xlsx").format(year=f"{first_year}-{first_year + 1}")
        write = partial(write_plan, first_year)
        app.open_dialog("tui.screens.excel_files:FileToWrite", _("Write the plan into this file:"), name, write)


def bring_in(app: "BirikmeApp", first_year: int) -> None:
    """Ask for the file, then show what it brings."""
    app.open_dialog("tui.screens.excel_files:FileToRead", then=partial(_preview, app, first_year))


def _preview(app: "BirikmeApp", first_year: int, path: Path | None) -> None:
    if path is not None:
        app.open("tui.screens.plan_files:PlanImport", first_year=first_year, path=path)


def write_plan(first_year: int, path: Path) -> None:
    """Write a year's plan; a file that is there stays. Raises Refused `file_exists` and as `files.put`."""
    if path.exists():
        raise Refused("file_exists", file=str(path))
    known = plan_table_words.headers(), plan_table_words.labels()
    files.put(plan_workbooks.plan_workbook(current.association_id(), first_year, clock.today(), *known), path)


class PlanImport(BirikmeScreen):
    """What the file brings; F2 takes it over, all or nothing."""

    COMMANDS = (
        commands.SAVE.but(id="take", title=N_("Take"), help=N_("Take all these rows over.")),
        Command("again", "1", N_("Again"), N_("Read the file again, after it was corrected.")),
    )
    HELP = N_(
        "What the Excel file brings to the plan, row by row; nothing is written yet. A row with the section and the "
        "text of a line that is there changes that line, any other adds one; the same file twice changes nothing. "
        "Where a row has a mistake, correct it in the file, save it and read it again with 1. F2 takes all rows over, "
        "Ctrl+Z takes that back."
    )

    def __init__(self, first_year: int, path: Path) -> None:
        super().__init__()
        self._year, self._path = first_year, path
        self._preview: PlanPreview | None = None
        self._results: list[RowResult] = []
        self._said: dict[object, str] = {}
        self._taking = False

    def title_text(self) -> str:
        """Which file, for which year."""
        return " · ".join((_("Preview"), self._path.name, words.school_year(self._year)))

    def body(self) -> Iterable[Widget]:
        """What was found, every row, all of the chosen one."""
        yield Shown(_("Reading…"), id="summary", classes="below")
        columns = Column(N_("Row"), width=4, right=True), Column(N_("What")), Column(N_("What becomes of it"), width=30)
        yield PageList(*columns, empty=N_("There are no rows in this file."), id="rows")
        yield Shown(id="whole", classes="below")

    def on_mount(self) -> None:
        """Read the file beside the screen."""
        super().on_mount()
        self.query_one("#rows", PageList).focus()
        self.action_again()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a file without mistakes that brings something can be taken over, and once."""
        if action == "take":
            useful = any(each.outcome in ("added", "changed") for each in self._results)
            return useful and not self._taking and self._preview is not None and not self._preview.faulty
        return True

    def action_again(self) -> None:
        """Read the file, for the first time or as it was corrected."""
        headers = plan_table_words.known_headers()
        jobs.start(self, lambda: plan_rows.read_file(self._path, headers), self._read, self._failed)

    def _failed(self, sentence: str) -> None:
        self._preview, self._results = None, []
        self.query_one("#summary", Shown).show(sentence)
        self.query_one("#rows", PageList).set_rows(())
        self.say(sentence, error=True)

    def _read(self, table: Table) -> None:
        """Compare the rows with the plan: the mistakes first, else in the file's order."""
        association_id, today = current.association_id(), clock.today()
        labels = plan_table_words.known_labels()
        preview = plan_rows.understood(table, association_id, self._year, today, labels)
        self._preview = preview
        self._results = plan_workbooks.compare(association_id, self._year, preview, today)
        self.query_one("#summary", Shown).show("\n".join(summary(preview, self._results)))
        pairs = sorted(zip(preview.rows, self._results, strict=True), key=lambda pair: not pair[0].problems)
        there = classes.known_classes(self._year)
        known = {row.number: _becomes(row, result, there) for row, result in pairs}
        self._said = {row.number: f"{_text(row)}\n{known[row.number]}" for row, _result in pairs}
        self.query_one("#rows", PageList).set_rows(_row(row, result, known[row.number]) for row, result in pairs)
        self._show_whole()

    @on(PageList.Highlighted, "#rows")
    def _show_whole(self) -> None:
        said = self._said.get(self.query_one("#rows", PageList).key, "")
        self.query_one("#whole", Shown).show(said)
        self.refresh_commands()

    def action_take(self) -> None:
        """Take everything over; where many lines change, their number is typed first."""
        count = sum(result.outcome == "changed" for result in self._results)
        if count > MANY:
            question = _("Lines of the plan that will change: {count}. To go on, type the number {count}.")
            check = partial(_number, count)
            self.app.open_dialog(
                "tui.widgets.dialogs:Prompt", question.format(count=count), "", check, then=self._confirmed
            )
        else:
            self._take()

    def _confirmed(self, yes: bool | None) -> None:
        """Keep a copy of the data, then take the rows over."""
        if yes:
            place = backup.usual_place(self.app.options.folder, datetime.now(), "before-import")
            self.app.save(backup.back_up, place, then=lambda _path: self._take())

    def _take(self) -> None:
        if self._preview is not None and not self._taking:
            self._taking = True
            self.refresh_commands()
            of = (current.association_id(), self._year, self._preview, clock.today())
            self.app.save(plan_workbooks.import_plan, *of, then=self._taken, failed=self._refused)

    def _refused(self, error: Refused) -> None:
        self._taking = False
        self.app.explain(error.code, **error.values)
        self.refresh_commands()

    def _taken(self, results: list[RowResult]) -> None:
        self.app.back()
        self.app.refresh_screens()
        counts = Counter(result.outcome for result in results)
        said = _("Taken over: new lines {added}, changed {changed}. Ctrl+Z – take back.")
        self.app.say(said.format(added=counts["added"], changed=counts["changed"]))


def summary(preview: PlanPreview, results: list[RowResult]) -> list[str]:
    """What the file brings, in a few sentences."""
    counts = Counter(result.outcome for result in results)
    found = _("Rows: {rows}. New: {added}, changed: {changed}, the same: {same}, twice in the file: {duplicate}.")
    names = ("added", "changed", "same", "duplicate")
    lines = [found.format(rows=len(preview.rows), **{name: counts[name] for name in names})]
    if preview.faulty:
        mistakes = _("Rows with mistakes: {count}. Correct them in the file, save it, then press 1.")
        lines = [mistakes.format(count=preview.faulty)]
    if preview.ignored:
        lines.append(_("Columns not read: {names}.").format(names=", ".join(preview.ignored)))
    if preview.removed:
        lines.append(_("Invisible characters removed: {count}.").format(count=preview.removed))
    return lines


def _row(row: PlanRow, result: RowResult, becomes: str) -> Row:
    style = "error" if row.problems else STYLES.get(result.outcome, "")
    return Row(row.number, (str(row.number), _text(row), becomes), style)


def _text(row: PlanRow) -> str:
    section, text = row.fields.get("section"), str(row.fields.get("text", ""))
    return f"{section}. {text}" if section else text


def _becomes(row: PlanRow, result: RowResult, there: Collection[str]) -> str:
    """What is wrong with a row, else what becomes of it, with a word about a class that is not among those `there`."""
    if row.problems:
        told = ((_(plan_table_words.FIELDS[name]), code) for name, code in row.problems)
        return "! " + "; ".join(f"{name}: {_(plan_table_words.ROW_PROBLEMS[code])}" for name, code in told)
    outcome = _(plan_table_words.ROW_OUTCOMES[result.outcome])
    changed = ", ".join(_(plan_table_words.FIELDS[name]).lower() for name in result.changes)
    doubts = [typed_plan.no_class(each) for each in classes.doubts(row.fields.get("classes", ""), there)]
    return "; ".join([f"{outcome}: {changed}" if changed else outcome, *doubts])


def _number(wanted: int, text: str) -> bool:
    """Whether the number was typed; raises Refused `number_not_typed` (values: count)."""
    if text != str(wanted):
        raise Refused("number_not_typed", count=wanted)
    return True
