"""All points of an evaluation at once: members by criteria, with totals, places and sums."""

from collections.abc import Iterable
from functools import partial

from textual import on
from textual.widget import Widget

from db.evaluations import reading
from db.evaluations.rows import Line, Period, Sheet, Total
from db.evaluations.switches import switches
from db.evaluations.totals import totals_of
from tui import commands, evaluation_words
from tui.commands import Command
from tui.screens.evaluations.periods import papers, period_or_none
from tui.texts import N_, _
from tui.tied import TiedScreen
from tui.widgets.grid import Cell, Grid, GridRow
from tui.widgets.shown import Shown

TOTAL, RANK, SHARE = "total", "rank", "share"


class SummaryScreen(TiedScreen):
    """A row a person, a column a criterion."""

    COMMANDS = (
        commands.OPEN.but(help=N_("Open the person's sheet.")),
        commands.WORD.but(help=N_("Make the summary as a Word document.")),
        Command("excel", "1", N_("Excel"), N_("Write the summary into an Excel file.")),
    )
    HELP = N_(
        "Everyone's points by criteria. Arrows go from cell to cell, and the line below says what the criterion is; "
        "Enter opens the sheet. – was not given yet, n/a does not apply to her."
    )

    def __init__(self, evaluation_id: int) -> None:
        super().__init__()
        self._evaluation_id = evaluation_id
        self._of: Period | None = None
        self._sheets: dict[int, Sheet] = {}

    def title_text(self) -> str:
        """Of which period."""
        return " · ".join((_("Summary"), evaluation_words.name(self._of))) if self._of else ""

    def body(self) -> Iterable[Widget]:
        """The grid, what the chosen cell is."""
        yield Grid(id="points")
        yield Shown(id="cell", classes="below")

    def on_mount(self) -> None:
        """The grid has the keys."""
        super().on_mount()
        self._grid.focus()

    @property
    def _grid(self) -> Grid:
        return self.query_one("#points", Grid)

    def tied_record(self) -> tuple[str, int] | None:
        """The evaluation."""
        return ("evaluation", self._evaluation_id) if self._of else None

    def fill(self) -> None:
        """Read all sheets."""
        self._of = period_or_none(self._evaluation_id)
        if (of := self._of) is None:
            self.call_later(self.app.back)
            return
        on_now, found = switches(of.association_id), reading.sheets(of.id)
        self._sheets = {each.row.id: each for each in found}
        totals = totals_of(of, found, ranked=on_now.ranks)
        lines = found[0].lines if found else ()
        more = [(TOTAL, _("Sum"))]
        more += [(RANK, _("Rank"))] if on_now.ranks else []
        more += [(SHARE, _("Som"))] if of.fund is not None else []
        # The totals come first: on 80 columns the last criteria are reached with the arrows.
        columns = [*more, *((each.asked.id, str(each.number)) for each in lines)]
        rows = [_row(sheet, total, [key for key, _title in more]) for sheet, total in zip(found, totals, strict=True)]
        self._grid.set_rows(columns, rows, _("Name"))
        self._show_cell()

    @on(Grid.Moved)
    def _show_cell(self) -> None:
        """Say what the chosen cell is about."""
        row, column = self._grid.place
        sheet = self._sheets.get(row) if isinstance(row, int) else None
        line = sheet.line(column) if sheet and isinstance(column, int) else None
        said = [sheet.row.name.listed] if sheet else []
        said += [f"{line.number}. {evaluation_words.criterion(line)}", _cell(line).text] if line else []
        self.query_one("#cell", Shown).show(" · ".join(said))

    @on(Grid.Opened)
    def action_open(self) -> None:
        """Open the sheet."""
        row, _column = self._grid.place
        if isinstance(row, int):
            self.app.open("tui.screens.evaluations.sheet:SheetScreen", sheet_id=row)

    def action_word(self) -> None:
        """The summary on paper."""
        papers(self, self._of)

    def action_excel(self) -> None:
        """Ask where, then write it."""
        from tui.evaluation_workbook import write

        if (of := self._of) is None:
            return
        name = f"{_('Summary')} {evaluation_words.name(of)}.xlsx".replace(" · ", " ")
        question, place = _("Write the summary into this file:"), "tui.screens.excel_files:FileToWrite"
        self.app.open_dialog(place, question, name, partial(write, of.id))


def _row(sheet: Sheet, total: Total, more: list[str]) -> GridRow:
    shown = {
        TOTAL: evaluation_words.points(total.points), RANK: str(total.rank or ""),
        SHARE: evaluation_words.money(total.share),
    }  # fmt: skip
    cells = [*(Cell(shown[each]) for each in more), *(_cell(line) for line in sheet.lines)]
    return GridRow(sheet.row.id, sheet.row.name.listed, cells)


def _cell(line: Line) -> Cell:
    if line.point.not_applicable:
        return Cell(_("not due"), "dim")
    return Cell(evaluation_words.points(line.final), "warning" if line.waits else "")
