"""Members from an Excel file and into one: seeing what it brings, taking it over."""

from collections.abc import Iterable
from pathlib import Path

from textual.widget import Widget

from db import files, workbooks
from db.errors import Refused
from db.workbooks import Preview, PreviewRow, RowResult
from tui import clock, commands, current, jobs, person_words
from tui.cli_data import ROW_OUTCOMES, ROW_PROBLEMS
from tui.screens.base import BirikmeScreen
from tui.texts import N_, _
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown

STYLES = {"added": "good", "same": "dim", "duplicate": "warning"}


class MembersImport(BirikmeScreen):
    """What the file brings, row by row; F2 takes it over, all or nothing."""

    COMMANDS = (commands.SAVE.but(id="take", title=N_("Take"), help=N_("Take all these rows over.")),)
    HELP = N_(
        "What the Excel file brings, row by row; nothing is written yet. F2 takes all rows over. Where a row has a "
        "mistake, correct it in the file and read it again: nothing is taken over by halves. Ctrl+Z takes it back."
    )

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._preview: Preview | None = None
        self._results: list[RowResult] = []

    def title_text(self) -> str:
        """Which file."""
        return _("Preview") + f" · {self._path.name}"

    def body(self) -> Iterable[Widget]:
        """What was found, and every row."""
        yield Shown(_("Reading…"), id="summary", classes="below")
        columns = Column(N_("Row"), width=4, right=True), Column(N_("Name"), share=2), Column(share=3)
        yield PageList(*columns, id="rows")

    def on_mount(self) -> None:
        """Read the file beside the screen."""
        super().on_mount()
        words = person_words.known_headers(), person_words.known_labels()
        today = clock.today()
        jobs.start(self, lambda: workbooks.read_members(self._path, *words, today), self._read, self._failed)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a file without mistakes can be taken over."""
        if action == "take":
            return self._preview is not None and not self._preview.faulty and bool(self._preview.rows)
        return True

    def _failed(self, sentence: str) -> None:
        self.query_one("#summary", Shown).show("")
        self.say(sentence, error=True)

    def _read(self, preview: Preview) -> None:
        self._preview = preview
        self._results = workbooks.compare(current.association_id(), preview)
        self.query_one("#summary", Shown).show("\n".join(summary(preview, self._results)))
        pairs = zip(preview.rows, self._results, strict=True)
        rows = self.query_one("#rows", PageList)
        rows.set_rows(_row(row, result) for row, result in pairs)
        rows.focus()
        self.refresh_commands()

    def action_take(self) -> None:
        """Take everything over in one action."""
        if self._preview is not None:
            self.app.save(workbooks.import_members, current.association_id(), self._preview, then=self._taken)

    def _taken(self, results: list[RowResult]) -> None:
        self.app.back()
        count = sum(result.outcome in ("added", "joined") for result in results)
        self.app.say(_("Added: {count}.").format(count=count))


def summary(preview: Preview, results: list[RowResult]) -> list[str]:
    """What the file brings, in a few sentences."""
    new = sum(result.outcome in ("added", "joined") for result in results)
    lines = [_("Rows: {rows}, new members: {new}.").format(rows=len(preview.rows), new=new)]
    if preview.faulty:
        mistakes = _("Rows with mistakes: {count}. Correct them in the file and read it again.")
        lines = [mistakes.format(count=preview.faulty)]
    if preview.ignored:
        lines.append(_("Columns not read: {names}.").format(names=", ".join(preview.ignored)))
    if preview.removed:
        lines.append(_("Invisible characters removed: {count}.").format(count=preview.removed))
    return lines


def _row(row: PreviewRow, result: RowResult) -> Row:
    if row.problems:
        return Row(row.number, (str(row.number), row.full_name, f"! {problems(row)}"), "error")
    cells = (str(row.number), row.full_name, _(ROW_OUTCOMES[result.outcome]))
    return Row(row.number, cells, STYLES.get(result.outcome, ""))


def problems(row: PreviewRow) -> str:
    """What is wrong with a row: the column, and what is expected there."""
    return "; ".join(f"{_(person_words.FIELDS[name])}: {_(ROW_PROBLEMS[code])}" for name, code in row.problems)


def write_members(path: Path) -> None:
    """Write the members' list; a file that is there stays. Raises Refused `file_exists` and as `files.put`."""
    if path.exists():
        raise Refused("file_exists", file=str(path))
    words = person_words.headers(), person_words.labels()
    files.put(workbooks.members_workbook(current.association_id(), *words), path)
