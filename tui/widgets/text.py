"""The one text field: long (`TextField`) or of one line (`LineField`), made for typing while people speak."""

from dataclasses import dataclass
from time import monotonic
from typing import ClassVar

from rich.text import Text
from textual import events, on
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import TextArea

from db.rules.text import MAX_LINE, clean
from tui.widgets.long_line import LongLine

PASTE_LIMIT = 200_000
"""The longest text of a field, in characters: more cannot be wrapped while one waits."""
QUIET_SECONDS = 0.3
LONGEST_SECONDS = 0.7
"""After the first key: what a cut can cost is a second, and the disk needs its part of it."""

_LETTERS = "оөуүнңОӨУҮНҢ"
_TWIN = {letter: _LETTERS[at ^ 1] for at, letter in enumerate(_LETTERS)}
_GIVEN_BACK = {"f6", "f7", "pageup", "pagedown", "ctrl+d", "ctrl+k"}
"""Keys of Textual's TextArea that belong to the screen: its Ctrl+D and Ctrl+K would delete what was typed."""


def _kept_bindings() -> list[Binding]:
    return [binding for binding in Binding.make_bindings(TextArea.BINDINGS) if binding.key not in _GIVEN_BACK]


def quote_for(before: str) -> str:
    """Which quotation mark a typed `"` means after the text `before` it: « opens, » closes."""
    return "«" if not before or before[-1].isspace() or before[-1] in "(«[–—-" else "»"


class TextField(TextArea, inherit_bindings=False):
    """Long text: wraps softly, grows with what is typed; Enter makes a new line, Tab goes on."""

    BINDINGS: ClassVar[list[BindingType]] = [*_kept_bindings(), Binding("insert", "twin_letter", show=False)]
    MULTILINE: ClassVar[bool] = True

    @dataclass
    class Settled(Message):
        """Typing paused (300 ms) or has gone on for a second: time to save."""

        field: "TextField"
        value: str
        cursor: int
        """The cursor as a number of characters from the start."""

        @property
        def control(self) -> "TextField":
            """The field, for `@on(…, selector)`."""
            return self.field

    @dataclass
    class Left(Message):
        """The field is left; what was typed last has just been told by Settled."""

        field: "TextField"
        value: str

        @property
        def control(self) -> "TextField":
            """The field, for `@on(…, selector)`."""
            return self.field

    @dataclass
    class Removed(Message):
        """Invisible characters were taken out of a paste."""

        field: "TextField"
        count: int

    @dataclass
    class TooLong(Message):
        """A paste or a key was refused: the text would have `length` characters."""

        field: "TextField"
        length: int
        limit: int

    def __init__(self, value: str = "", *, placeholder: str = "", limit: int = PASTE_LIMIT,
                 id: str | None = None, classes: str | None = None) -> None:  # fmt: skip
        """`placeholder`: already translated, shown while empty; `limit`: characters."""
        super().__init__(value, placeholder=Content(placeholder), compact=True, id=id, classes=classes)
        self.highlight_cursor_line = False
        self.cursor_blink = False
        self.match_cursor_bracket = False
        self.limit = limit
        self._told = value
        self._timer: Timer | None = None
        self._deadline = 0.0

    def on_mount(self) -> None:
        """The cursor waits after what stands there; data that are only looked at take no letter."""
        self.move_cursor(self.document.end)
        self.read_only = bool(getattr(self.screen, "TYPED_INTO", False) and self.app.options.reading)

    # Value

    @property
    def value(self) -> str:
        """The text as it stands."""
        return self.text

    def set_value(self, value: str, cursor: int | None = None) -> None:
        """Show another text without telling anyone; the cursor goes to its end or to `cursor`."""
        self._told = value
        if value != self.text:
            self.load_text(value)
        index = len(value) if cursor is None else min(cursor, len(value))
        self.move_cursor(self.document.get_location_from_index(index))

    @property
    def cursor(self) -> int:
        """The cursor as a number of characters from the start."""
        return self.document.get_index_from_location(self.cursor_location)

    # Telling what was typed

    @on(TextArea.Changed)
    def _text_changed(self) -> None:
        if self.text == self._told:
            return
        now = monotonic()
        if self._timer is None:
            self._deadline = now + LONGEST_SECONDS
        else:
            self._timer.stop()
        self._timer = self.set_timer(max(min(QUIET_SECONDS, self._deadline - now), 0.001), self.settle)

    def settle(self) -> None:
        """Tell what was typed now, if it was not told yet."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if self.text != self._told:
            self._told = self.text
            self.post_message(self.Settled(self, self.text, self.cursor))

    def on_blur(self) -> None:
        """Tell what was typed, then that the field is left."""
        self.settle()
        self.post_message(self.Left(self, self.text))

    # Keys

    def on_key(self, event: events.Key) -> None:
        """Turn `"` into « or », and refuse what is too much."""
        if not event.is_printable or event.character is None:
            return
        if self.read_only:
            event.prevent_default().stop()
            self.app.explain("read_only")
            return
        if len(self.text) >= self.limit:
            event.prevent_default().stop()
            self.post_message(self.TooLong(self, len(self.text) + 1, self.limit))
        elif event.character == '"':
            event.prevent_default().stop()
            start, end = sorted(self.selection)
            self._replace_via_keyboard(quote_for(self.document.get_line(start[0])[: start[1]]), start, end)

    def action_twin_letter(self) -> None:
        """Turn the letter before the cursor: о→ө, у→ү, н→ң and back."""
        row, column = self.cursor_location
        letter = self.document.get_line(row)[column - 1 : column] if column else ""
        if letter in _TWIN and not self.read_only:
            self._replace_via_keyboard(_TWIN[letter], (row, column - 1), (row, column))

    def action_undo(self) -> None:
        """Take typing back; where there is none, the screen takes its last change back."""
        if not self.history.undo_stack:
            raise SkipAction
        super().action_undo()

    def action_redo(self) -> None:
        """Do typing again; where there is none, the screen does."""
        if not self.history.redo_stack:
            raise SkipAction
        super().action_redo()

    def action_cursor_up(self, select: bool = False) -> None:
        """Move up; on the first line the screen gets the key."""
        if not select and self.cursor_at_first_line:
            raise SkipAction
        super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:
        """Move down; on the last line the screen gets the key."""
        if not select and self.cursor_at_last_line:
            raise SkipAction
        super().action_cursor_down(select)

    def get_line(self, line_index: int) -> Text:
        """The paragraph, of which only the lines to be drawn are cut out."""
        return LongLine(self.document.get_line(line_index))

    # Pasting

    def on_paste(self, event: events.Paste) -> None:
        """Let only safe text in."""
        event.prevent_default().stop()
        self.paste(event.text)

    def action_paste(self) -> None:
        """Paste what was copied inside the program."""
        self.paste(self.app.clipboard)

    def paste(self, text: str) -> None:
        """Insert text at the cursor: cleaned, or refused as a whole if there is too much of it."""
        length = len(self.text) - len(self.selected_text) + len(text)
        if self.read_only or length > self.limit:
            if not self.read_only:
                self.post_message(self.TooLong(self, length, self.limit))
            return
        cleaned = clean(text, multiline=self.MULTILINE)
        if cleaned.text and (result := self._replace_via_keyboard(cleaned.text, *self.selection)):
            self.move_cursor(result.end_location)
        if cleaned.removed:
            self.post_message(self.Removed(self, cleaned.removed))


class LineField(TextField):
    """Text of one line: Enter goes to the next field, a paste becomes one line."""

    MULTILINE = False

    @dataclass
    class Submitted(Message):
        """Enter was pressed. Unless this message is stopped (on a screen: `prevent_default()`) the focus goes on."""

        field: "LineField"
        value: str

        @property
        def control(self) -> "LineField":
            """The field, for `@on(…, selector)`."""
            return self.field

    def __init__(self, value: str = "", *, placeholder: str = "", limit: int = MAX_LINE,
                 id: str | None = None, classes: str | None = None) -> None:  # fmt: skip
        super().__init__(value, placeholder=placeholder, limit=limit, id=id, classes=classes)

    def on_key(self, event: events.Key) -> None:
        """Enter goes on."""
        if event.key == "enter":
            event.prevent_default().stop()
            self.settle()
            self.post_message(self.Submitted(self, self.text))
