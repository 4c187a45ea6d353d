"""A table of small cells that draws only the lines one sees: arrows go from cell to cell, Enter opens one."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.widgets.lists import one_line

LEAST, MOST = 4, 8
"""Cells of the terminal that a column takes where its texts do not need more."""
TITLE = 36
"""What the titles' column would like; it takes what is left where that is less."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, and its style: "" dim good warning error."""

    text: str = ""
    style: str = ""


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row with its cells in the order of the columns; `style` is that of its title."""

    key: Hashable
    title: str
    cells: Sequence[Cell]
    style: str = ""


class Grid(ScrollView, can_focus=True):
    """Rows × columns; the cell under the cursor, the titles of its row and its column stand out."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "go(-1, 0)", show=False), Binding("down", "go(1, 0)", show=False),
        Binding("left", "go(0, -1)", show=False), Binding("right", "go(0, 1)", show=False),
        Binding("home", "go(0, -99)", show=False), Binding("end", "go(0, 99)", show=False),
        Binding("enter", "open_cell", show=False),
    ]  # fmt: skip
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"grid--{name}" for name in ("header", "cursor", "mark", "dim", "bold", "good", "warning", "error")
    }

    @dataclass
    class Moved(Message):
        """Another cell is chosen."""

        grid: "Grid"
        row: Hashable
        column: Hashable

    @dataclass
    class Opened(Message):
        """Enter, or a click on the chosen cell."""

        grid: "Grid"
        row: Hashable
        column: Hashable

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._columns: list[tuple[Hashable, str]] = []
        self._rows: list[GridRow] = []
        self._corner = ""
        self._at, self._across = 0, 0

    def set_rows(self, columns: Sequence[tuple[Hashable, str]], rows: Sequence[GridRow], corner: str = "") -> None:
        """Show these columns (key, title) and rows; the chosen cell stays chosen where its keys are still there."""
        row, column = self.place
        self._columns, self._rows, self._corner = list(columns), list(rows), corner
        self._at = min(self._at, max(len(self._rows) - 1, 0))
        self._across = min(self._across, max(len(self._columns) - 1, 0))
        self.virtual_size = Size(0, len(self._rows) + 1)
        self.choose(row, column)
        self.refresh()

    @property
    def place(self) -> tuple[Hashable | None, Hashable | None]:
        """The keys of the chosen row and column."""
        if not self._rows or not self._columns:
            return None, None
        return self._rows[self._at].key, self._columns[self._across][0]

    def choose(self, row: Hashable | None, column: Hashable | None) -> None:
        """Choose a cell by its keys; a key that is not there changes nothing."""
        at = next((at for at, each in enumerate(self._rows) if each.key == row), self._at)
        across = next((at for at, (key, _title) in enumerate(self._columns) if key == column), self._across)
        self._move(at, across)

    def action_go(self, down: int, right: int) -> None:
        """So many rows down and columns to the right, as far as the edge."""
        at = min(max(self._at + down, 0), len(self._rows) - 1)
        self._move(at, min(max(self._across + right, 0), len(self._columns) - 1))

    def _move(self, at: int, across: int) -> None:
        if not self._rows or not self._columns or (at, across) == (self._at, self._across):
            return
        self._at, self._across = at, across
        self.scroll_to_region(Region(0, at, 1, 2), animate=False, force=True)
        self.refresh()
        self.post_message(self.Moved(self, *self.place))

    def action_open_cell(self) -> None:
        """Open the chosen cell."""
        if self._rows and self._columns:
            self.post_message(self.Opened(self, *self.place))

    def on_click(self, event: events.Click) -> None:
        """Choose the cell under the mouse; a second click opens it."""
        offset = event.get_content_offset(self)
        if offset is None or not self._rows or not self._columns:
            return
        title, widths = self._widths()
        ends = [title + sum(widths[: at + 1]) for at in range(len(widths))]
        at, across = offset.y - 1 + self.scroll_offset.y, next((n for n, end in enumerate(ends) if offset.x < end), -1)
        if offset.y < 1 or at >= len(self._rows):
            return
        before = self._at, self._across
        self._move(at, self._across if offset.x < title or across < 0 else across)
        if (self._at, self._across) == before:
            self.action_open_cell()

    # Drawing

    def _widths(self) -> tuple[int, list[int]]:
        """Cells of the titles' column and of each other one: what its texts need, more where there is room."""
        room = self.scrollable_content_region.width
        needed = [
            max(LEAST, len(title) + 1, *(len(row.cells[at].text) + 1 for row in self._rows))
            for at, (_key, title) in enumerate(self._columns)
        ]
        spare = max(room - TITLE - sum(needed), 0) // max(len(needed), 1)
        widths = [max(width, min(width + spare, MOST)) for width in needed]
        return max(room - sum(widths), 1), widths

    def render_line(self, y: int) -> Strip:
        """Draw one visible line; the header stays."""
        title, widths = self._widths()
        base = self.rich_style
        if y == 0:
            style = self.get_component_rich_style("grid--header")
            pieces = self._cut(self._corner, title, style)
            for across, ((_key, text), width) in enumerate(zip(self._columns, widths, strict=True)):
                pieces += self._cut(text, width, style, right=True, marked=across == self._across)
            return Strip(pieces)
        at = y - 1 + self.scroll_offset.y
        if at >= len(self._rows):
            return Strip.blank(self.scrollable_content_region.width, base)
        row = self._rows[at]
        pieces = self._cut(row.title, title, self._style(row.style), marked=at == self._at)
        for across, (cell, width) in enumerate(zip(row.cells, widths, strict=True)):
            chosen = (at, across) == (self._at, self._across) and self.has_focus
            pieces += self._cell(cell, width, self._style(cell.style), chosen=chosen)
        return Strip(pieces).adjust_cell_length(self.scrollable_content_region.width, base)

    def _cell(self, cell: Cell, width: int, style: Style, *, chosen: bool) -> list[Segment]:
        """A cell; the cursor covers its text and one blank on each side."""
        if not chosen:
            return self._cut(cell.text, width, style, right=True)
        length = min(len(cell.text) + 1, width)
        cursor = style + self.get_component_rich_style("grid--cursor")
        return [*self._cut("", width - length, style, right=True), *self._cut(cell.text, length, cursor, right=True)]

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"grid--{name}") if name else self.rich_style

    def _cut(self, text: str, width: int, style: Style, *, right: bool = False, marked: bool = False) -> list[Segment]:
        """The text in exactly so many cells; a mark makes it stand out."""
        shown: Text = one_line(text)
        shown.truncate(max(width if right else width - 1, 0), overflow="ellipsis")
        shown.align("right" if right else "left", width)
        style = style + self.get_component_rich_style("grid--mark") if marked else style
        return [Segment(shown.plain, style)]

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.refresh()
