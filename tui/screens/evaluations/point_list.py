"""The lines of a sheet: a digit begins a figure right in its cell, Enter or an arrow gives it."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from tui.widgets.lists import Column, PageList

FIGURE = "0123456789,.-−"
ON = frozenset({"enter", "down", "tab", "space"})
"""Keys that give a figure and go on to the next line."""
MOST = 6
"""Characters of a figure."""


class PointList(PageList):
    """Gathers what is typed into the chosen line; PgUp and PgDn go to other people's sheets."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "screen.other(-1)", show=False), Binding("pagedown", "screen.other(1)", show=False),
    ]  # fmt: skip

    class Typed(Message):
        """Another letter of a figure, or none of it any more."""

    @dataclass
    class Given(Message):
        """A figure was typed for a line, on which sheet, in whose column; `down`: the next line follows."""

        sheet_id: int
        key: int
        by: str
        text: str
        down: bool

    typed = ""
    """What is typed and not given yet."""

    _sheet_id, _by = 0, ""
    """On which sheet whose figures are typed."""

    def use(self, sheet_id: int, by: str, *columns: Column) -> None:
        """Show these columns of a sheet from now on, and type whose figures."""
        self._columns, self._header, self._sheet_id, self._by = columns, True, sheet_id, by

    def on_key(self, event: events.Key) -> None:
        """Digits, a comma or a point, a minus; Backspace takes one back, Esc all of it."""
        letter = event.character or ""
        if letter and letter in FIGURE and self.key is not None:
            self._type(event, (self.typed + letter)[:MOST])
        elif not self.typed:
            return
        elif event.key == "backspace":
            self._type(event, self.typed[:-1])
        elif event.key == "escape":
            self._type(event, "")
        else:
            self._give(event)

    def _type(self, event: events.Key, text: str) -> None:
        event.stop()
        event.prevent_default()
        self.typed = text
        self.post_message(self.Typed())

    def _give(self, event: events.Key) -> None:
        """Any other key gives the figure; those of `ON` then go to the next line, the rest do what they do."""
        text, self.typed = self.typed, ""
        if event.key in ON:
            event.stop()
            event.prevent_default()
        if isinstance(self.key, int):
            self.post_message(self.Given(self._sheet_id, self.key, self._by, text, event.key in ON))
