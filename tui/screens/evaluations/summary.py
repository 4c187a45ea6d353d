"""All points of an evaluation at once: members by criteria, with totals, places and sums."""

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import groupby

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
NAME, COLUMN, WIDE_COLUMN = 20, 4, 9
"""Cells of the terminal that a name, a criterion and a sum need."""


class SummaryScreen(TiedScreen):
    """A row a person, a column a criterion."""

    COMMANDS = (
        commands.OPEN.but(help=N_("Open the person's sheet.")),
        commands.WORD.but(help=N_("Make the summary as a Word document.")),
        Command("excel", "1", N_("Excel"), N_("Write the summary into an Excel file.")),
    )
    HELP = N_(
        "Everyone's points by criteria; in a narrow window those of a section stand together. Arrows go from cell to "
        "cell, and the lines below say what it is made of; Enter opens the sheet. – was not given yet."
    )

    def __init__(self, evaluation_id: int) -> None:
        super().__init__()
        self._evaluation_id = evaluation_id
        self._of: Period | None = None
        self._sheets: dict[int, Sheet] = {}
        self._groups: dict[int, tuple[str, tuple[int, ...]]] = {}

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
        more = [(TOTAL, _("Sum"))]
        more += [(RANK, _("Rank"))] if on_now.ranks else []
        more += [(SHARE, _("Som"))] if of.fund is not None else []
        self._groups = grouped(found[0].lines if found else (), self.size.width - NAME - len(more) * WIDE_COLUMN)
        columns = [*((key, title) for key, (title, _criteria) in self._groups.items()), *more]
        shown = [key for key, _title in more]
        rows = [self._row(sheet, total, shown) for sheet, total in zip(found, totals, strict=True)]
        self._grid.set_rows(columns, rows, _("Name"))
        self._show_cell()

    def on_resize(self) -> None:
        """A wider window shows every criterion, a narrower one those of a section together."""
        if self._filled:
            self.refill()

    def _row(self, sheet: Sheet, total: Total, more: list[str]) -> GridRow:
        shown = {
            TOTAL: evaluation_words.points(total.points), RANK: str(total.rank or ""),
            SHARE: evaluation_words.money(total.share),
        }  # fmt: skip
        cells = [_cell(lines_of(sheet, criteria)) for _title, criteria in self._groups.values()]
        return GridRow(sheet.row.id, sheet.row.name.listed, [*cells, *(Cell(shown[each]) for each in more)])

    @on(Grid.Moved)
    def _show_cell(self) -> None:
        """Say what the chosen cell is about: its criteria with the figure of each."""
        row, column = self._grid.place
        sheet = self._sheets.get(row) if isinstance(row, int) else None
        _title, criteria = self._groups.get(column, ("", ())) if isinstance(column, int) else ("", ())
        lines = lines_of(sheet, criteria) if sheet else []
        said = [f"{each.number}. {evaluation_words.criterion(each)}: {_cell([each]).text}" for each in lines]
        self.query_one("#cell", Shown).show("\n".join([*([sheet.row.name.listed] if sheet else []), *said]))

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


def grouped(lines: Sequence[Line], room: int) -> dict[int, tuple[str, tuple[int, ...]]]:
    """The columns by key: each criterion where there is room, else the criteria of a section together («5–7»)."""
    if len(lines) * COLUMN <= room:
        return {each.asked.id: (str(each.number), (each.asked.id,)) for each in lines}
    found: dict[int, tuple[str, tuple[int, ...]]] = {}
    for section, those in groupby(lines, key=lambda each: each.asked.criteria_section_id):
        part = list(those)
        first, last = part[0].number, part[-1].number
        found[section] = (f"{first}–{last}" if last > first else str(first), tuple(each.asked.id for each in part))
    return found


def lines_of(sheet: Sheet, criteria: Sequence[int]) -> list[Line]:
    """The lines of a sheet about these criteria."""
    return [each for each in sheet.lines if each.asked.id in criteria]


def _cell(lines: list[Line]) -> Cell:
    """The sum of what was given; n/a where nothing of it is due from her."""
    given = [each.final for each in lines if each.final is not None]
    style = "warning" if any(each.waits for each in lines) else ""
    if lines and all(each.point.not_applicable for each in lines):
        return Cell(_("not due"), "dim")
    return Cell(evaluation_words.points(sum(given)) if given else "–", style)
