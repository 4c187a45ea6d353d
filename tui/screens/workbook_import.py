"""What an Excel file brings, row by row; then all of it in one action, or nothing."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from textual import on
from textual.widget import Widget

from db.errors import Refused
from db.workbook_tables import Table
from db.workbooks import RowResult
from tui import commands, jobs
from tui.commands import Command
from tui.screens.base import BirikmeScreen
from tui.texts import N_, _
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown

if TYPE_CHECKING:
    from tui.app import BirikmeApp

STYLES = {"added": "good", "changed": "bold", "same": "dim", "duplicate": "warning"}
MANY = 10
"""More changed rows than these are confirmed by typing their number."""
PICK, TO_READ, TO_WRITE = (
    "tui.widgets.dialogs:Pick", "tui.screens.excel_files:FileToRead", "tui.screens.excel_files:FileToWrite",
)  # fmt: skip


class FoundRow(Protocol):
    """A row as it was read."""

    @property
    def number(self) -> int:
        """Its number in the sheet."""

    @property
    def problems(self) -> tuple[tuple[str, str], ...]:
        """(column, code) of what is wrong with it."""


class Found(Protocol):
    """A workbook as it was read."""

    @property
    def rows(self) -> Sequence[Any]:
        """Its rows."""

    @property
    def ignored(self) -> tuple[str, ...]:
        """Headers that are no column."""

    @property
    def removed(self) -> int:
        """How many invisible characters were taken out."""

    @property
    def faulty(self) -> int:
        """How many rows cannot come in as they are."""


def choose(app: "BirikmeApp", question: str, ways: Sequence[str], then: Sequence[Callable[[], None]]) -> None:
    """Ask whether an Excel file is read or written, and do it."""

    def chosen(way: int | None) -> None:
        if way is not None:
            then[way]()

    app.open_dialog(PICK, question, ways, then=chosen)


class WorkbookImport(BirikmeScreen):
    """What the file brings; F2 takes it over, all or nothing."""

    COMMANDS = (
        commands.SAVE.but(id="take", title=N_("Take"), help=N_("Take all these rows over.")),
        Command("again", "1", N_("Again"), N_("Read the file again, after it was corrected.")),
    )
    MANY_CHANGE: ClassVar[str] = ""
    """The question before many rows change; `{count}` is typed. English source."""
    TAKEN: ClassVar[str] = ""
    """What is said when it is done, with `{added}` and `{changed}`. English source."""

    def __init__(self, first_year: int, path: Path) -> None:
        super().__init__()
        self._year, self._path = first_year, path
        self._preview: Any = None
        self._results: list[RowResult] = []
        self._said: dict[object, str] = {}
        self._taking = False

    def read_table(self, path: Path) -> Table:
        """The table in the file; runs beside the screen."""
        raise NotImplementedError

    def understood(self, table: Table) -> tuple[Found, list[RowResult]]:
        """What the rows say, and what importing them would do."""
        raise NotImplementedError

    def text(self, row: Any) -> str:
        """What a row is about."""
        raise NotImplementedError

    def becomes(self, row: Any, result: RowResult) -> str:
        """What becomes of a row without mistakes."""
        raise NotImplementedError

    def wrong(self, field: str, code: str) -> str:
        """A mistake in words."""
        raise NotImplementedError

    def taking(self, preview: Any) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        """The action that takes everything over, with its arguments."""
        raise NotImplementedError

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
        jobs.start(self, lambda: self.read_table(self._path), self._read, self._failed)

    def _failed(self, sentence: str) -> None:
        self._preview, self._results = None, []
        self.query_one("#summary", Shown).show(sentence)
        self.query_one("#rows", PageList).set_rows(())
        self.say(sentence, error=True)

    def _read(self, table: Table) -> None:
        """Show what the rows bring: the mistakes first, else in the file's order."""
        preview, self._results = self.understood(table)
        self._preview = preview
        self.query_one("#summary", Shown).show("\n".join(summary(preview, self._results)))
        pairs = sorted(zip(preview.rows, self._results, strict=True), key=lambda pair: not pair[0].problems)
        known = {row.number: self._becomes(row, result) for row, result in pairs}
        self._said = {row.number: f"{self.text(row)}\n{known[row.number]}" for row, _result in pairs}
        self.query_one("#rows", PageList).set_rows(self._rows(pairs, known))
        self._show_whole()

    def _rows(self, pairs: Iterable[tuple[FoundRow, RowResult]], known: Mapping[int, str]) -> Iterable[Row]:
        for row, result in pairs:
            style = "error" if row.problems else STYLES.get(result.outcome, "")
            yield Row(row.number, (str(row.number), self.text(row), known[row.number]), style)

    def _becomes(self, row: FoundRow, result: RowResult) -> str:
        """What is wrong with a row, else what becomes of it."""
        if row.problems:
            return "! " + "; ".join(self.wrong(field, code) for field, code in row.problems)
        return self.becomes(row, result)

    @on(PageList.Highlighted, "#rows")
    def _show_whole(self) -> None:
        said = self._said.get(self.query_one("#rows", PageList).key, "")
        self.query_one("#whole", Shown).show(said)
        self.refresh_commands()

    def action_take(self) -> None:
        """Take everything over; where many rows change, their number is typed first."""
        count = sum(result.outcome == "changed" for result in self._results)
        if count > MANY:
            question = _(self.MANY_CHANGE).format(count=count)
            self.app.open_dialog(
                "tui.widgets.dialogs:Prompt", question, "", partial(_number, count), then=self._confirmed
            )  # fmt: skip
        else:
            self._take()

    def _confirmed(self, yes: bool | None) -> None:
        if yes:
            self._take()

    def _take(self) -> None:
        """Keep a copy of the data, then take the rows over; without the copy nothing is."""
        if self._preview is not None and not self._taking:
            self._taking = True
            self.refresh_commands()
            action, args = self.taking(self._preview)
            take = lambda: self.app.save(action, *args, then=self._taken, failed=self._refused)  # noqa: E731
            self.app.back_up_first("import", take, failed=self._refused)

    def _refused(self, error: Refused) -> None:
        self._taking = False
        self.app.explain(error.code, **error.values)
        self.refresh_commands()

    def _taken(self, results: list[RowResult]) -> None:
        self.app.back()
        self.app.refresh_screens()
        counts = Counter(result.outcome for result in results)
        self.app.say(_(self.TAKEN).format(added=counts["added"], changed=counts["changed"]))


def summary(preview: Found, results: list[RowResult]) -> list[str]:
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


def _number(wanted: int, text: str) -> bool:
    """Whether the number was typed; raises Refused `number_not_typed` (values: count)."""
    if text != str(wanted):
        raise Refused("number_not_typed", count=wanted)
    return True
