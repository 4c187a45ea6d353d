"""A list that draws only the lines one sees; ten thousand rows open as fast as ten."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.texts import _

Key = Hashable
Cell = str | Text
PAGE = 200


@dataclass(frozen=True, slots=True)
class Column:
    """How wide a column is: a fixed number of cells, or a share of what is left over."""

    title: str = ""
    """Shown in the header if any column has one; English source."""
    width: int = 0
    share: int = 1
    right: bool = False
    """Numbers stand at the right."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row; with the key None a heading that cannot be chosen. Styles: dim bold good warning error heading."""

    key: Key | None
    cells: tuple[Cell, ...]
    style: str = ""


def one_line(cell: Cell) -> Text:
    """The cell as one line without control characters; a plain str is never read as markup."""
    text = Text(cell) if isinstance(cell, str) else cell.copy()
    if not text.plain.isprintable():
        text.plain = "".join(letter if letter.isprintable() else " " for letter in text.plain)
    return text


class PageList(ScrollView, can_focus=True):
    """Rows chosen with arrows, PgUp, PgDn, Home, End or the mouse, and opened with Enter or a second click."""

    ALLOW_SELECT = False
    DRIVEN_FROM_A_FIELD: ClassVar[bool] = False
    """Shown as if it had the keys: a field that keeps the letters moves it."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False), Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False), Binding("pagedown", "page(1)", show=False),
        Binding("home", "edge(-1)", show=False), Binding("end", "edge(1)", show=False),
        Binding("enter", "open_row", show=False),
    ]  # fmt: skip
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"page-list--{name}"
        for name in ("header", "cursor", "dim", "bold", "good", "warning", "error", "heading", "empty")
    }

    @dataclass
    class Highlighted(Message):
        """Another row is chosen; `key` None when the list is empty."""

        list: "PageList"
        key: Key | None

        @property
        def control(self) -> "PageList":
            """The list, for `@on(…, selector)`."""
            return self.list

    @dataclass
    class Opened(Message):
        """Enter, or a click on the chosen row."""

        list: "PageList"
        key: Key

        @property
        def control(self) -> "PageList":
            """The list, for `@on(…, selector)`."""
            return self.list

    def __init__(self, *columns: Column, empty: str = "", load_more: Callable[[Key], Sequence[Row]] | None = None,
                 open_on_click: bool = False, id: str | None = None, classes: str | None = None) -> None:  # fmt: skip
        """`empty`: English source, said when there are no rows; `load_more(last_key)` gives the next page of rows."""
        super().__init__(id=id, classes=classes)
        self._columns = columns or (Column(),)
        self.empty = empty
        self._load_more = load_more
        self._more = True
        self._open_on_click = open_on_click
        self._rows: list[Row] = []
        self._at = -1
        self._header = any(column.title for column in self._columns)

    # Rows

    def set_rows(self, rows: Iterable[Row | tuple[Any, ...]]) -> None:
        """Show these rows, or tuples (key, cells[, style]); the chosen one stays chosen if its key is still there."""
        before, place, self._more = self.key, self._at, True
        self._rows = [row if isinstance(row, Row) else Row(*row) for row in rows]
        found = next((at for at, row in enumerate(self._rows) if before is not None and row.key == before), None)
        self._at = self._selectable(min(max(place, 0), len(self._rows) - 1), 1) if found is None else found
        self._resize()
        if self.key != before:
            self.post_message(self.Highlighted(self, self.key))

    @property
    def key(self) -> Key | None:
        """The chosen row's key, None if there is none."""
        return self._rows[self._at].key if 0 <= self._at < len(self._rows) else None

    @property
    def keys(self) -> list[Key]:
        """The keys of all rows shown so far, in order."""
        return [row.key for row in self._rows if row.key is not None]

    def choose(self, key: Key) -> bool:
        """Choose the row with this key; False if it is not there."""
        at = next((at for at, row in enumerate(self._rows) if row.key == key), None)
        if at is not None:
            self._go(at)
        return at is not None

    def _selectable(self, at: int, step: int) -> int:
        """The nearest row from `at` that can be chosen, first in the direction of `step`; -1 if none."""
        below, above = range(max(at, 0), len(self._rows)), range(min(at, len(self._rows) - 1), -1, -1)
        places = (*below, *above) if step > 0 else (*above, *below)
        return next((place for place in places if self._rows[place].key is not None), -1)

    def _go(self, at: int, step: int = 1) -> None:
        at = self._selectable(max(0, min(at, len(self._rows) - 1)), step)
        if at >= 0 and at >= len(self._rows) - 2:
            self._next_page()
        if at == self._at:
            return
        self._at = at
        self._show_chosen()
        self.refresh()
        self.post_message(self.Highlighted(self, self.key))

    def _show_chosen(self) -> None:
        top = self._at - 1 if self._at and self._rows[self._at - 1].key is None else self._at
        self.scroll_to_region(Region(0, top, 1, self._at - top + 1 + self._header_height), animate=False, force=True)

    def _next_page(self) -> None:
        last = next((row.key for row in reversed(self._rows) if row.key is not None), None)
        if self._load_more is None or last is None or not self._more:
            return
        more = list(self._load_more(last))
        if not more:
            self._more = False
        self._rows += more
        self._resize()

    # Keys and mouse

    def action_move(self, step: int) -> None:
        """One row up or down."""
        self._go(self._at + step, step)

    def action_page(self, step: int) -> None:
        """One screenful up or down."""
        self._go(self._at + step * max(self._page_height - 1, 1), step)

    def action_edge(self, step: int) -> None:
        """To the first or the last row."""
        self._go(0 if step < 0 else len(self._rows) - 1, -step)

    def action_open_row(self) -> None:
        """Open the chosen row."""
        if self.key is not None:
            self.post_message(self.Opened(self, self.key))

    def on_click(self, event: events.Click) -> None:
        """Choose the row under the mouse; the second click opens it."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        at = offset.y - self._header_height + self.scroll_offset.y
        if 0 <= at < len(self._rows) and offset.y >= self._header_height and self._rows[at].key is not None:
            again = at == self._at
            self._go(at)
            if again or self._open_on_click:
                self.action_open_row()

    # Drawing

    @property
    def _header_height(self) -> int:
        return 1 if self._header and self._rows else 0

    @property
    def _page_height(self) -> int:
        return max(self.scrollable_content_region.height - self._header_height, 1)

    def _resize(self) -> None:
        self.virtual_size = Size(0, max(len(self._rows) + self._header_height, 1))
        self.refresh(layout=self.styles.is_auto_height if hasattr(self.styles, "is_auto_height") else False)

    def _widths(self, room: int) -> list[int]:
        """Cells of each column; between two columns stands one empty cell."""
        free = room - sum(column.width for column in self._columns) - (len(self._columns) - 1)
        shares = sum(column.share for column in self._columns if not column.width) or 1
        widths = [column.width or max(free * column.share // shares, 0) for column in self._columns]
        flexible = [at for at, column in enumerate(self._columns) if not column.width]
        if flexible and free > 0:
            widths[flexible[-1]] += room - sum(widths) - (len(widths) - 1)
        return widths

    def render_line(self, y: int) -> Strip:
        """Draw one visible line."""
        room = self.scrollable_content_region.width
        base = self.rich_style
        if not self._rows:
            style = self.get_component_rich_style("page-list--empty")
            lines: Sequence[Text] = one_line(_(self.empty)).wrap(self.app.console, max(room, 1)) if self.empty else []
            return self._strip(lines[y] if y < len(lines) else Text(), room, style)
        if y < self._header_height:
            style = self.get_component_rich_style("page-list--header")
            return self._line([Text(_(column.title)) for column in self._columns], room, style)
        at = y - self._header_height + self.scroll_offset.y
        if at >= len(self._rows):
            return Strip.blank(room, base)
        row = self._rows[at]
        style = self.get_component_rich_style(f"page-list--{row.style}") if row.style else base
        if at == self._at:
            driven = self.has_focus or self.DRIVEN_FROM_A_FIELD
            style += self.get_component_rich_style("page-list--cursor") if driven else Style(underline=True)
        if row.key is None and len(row.cells) == 1:
            return self._strip(one_line(row.cells[0]), room, style)
        return self._line([one_line(cell) for cell in row.cells], room, style)

    def _line(self, cells: list[Text], room: int, style: Style) -> Strip:
        pieces: list[Segment] = []
        for at, (cell, width) in enumerate(zip(cells, self._widths(room), strict=False)):
            if at:
                pieces.append(Segment(" ", style))
            cell.truncate(width, overflow="ellipsis")
            cell.align("right" if self._columns[at].right else "left", width)
            pieces += self._segments(cell, style)
        return Strip(pieces).adjust_cell_length(room, style)

    def _strip(self, text: Text, room: int, style: Style) -> Strip:
        text.truncate(room, overflow="ellipsis")
        return Strip(self._segments(text, style)).adjust_cell_length(room, style)

    def _segments(self, text: Text, style: Style) -> list[Segment]:
        text.end = ""
        pieces = text.render(self.app.console)
        return [Segment(piece.text, style + piece.style if piece.style else style) for piece in pieces]

    def on_focus(self) -> None:
        """Show the cursor."""
        self.on_resize()
        self.refresh()

    def on_resize(self) -> None:
        """Keep the cursor in sight: a sentence above the footer takes lines away."""
        if self.has_focus and self._at >= 0:
            self._show_chosen()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.refresh()
