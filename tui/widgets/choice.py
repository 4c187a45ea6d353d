"""One of a few options on one line."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget


class Choice(Widget, can_focus=True):
    """One of a few: ← → or Space changes, a digit chooses, a click too."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space", "turn(1)", show=False), Binding("left", "turn(-1)", show=False),
        Binding("enter", "app.focus_next", show=False),
    ]  # fmt: skip

    class Chosen(Message):
        """Another option is chosen."""

        def __init__(self, choice: "Choice", value: str) -> None:
            super().__init__()
            self.choice, self.value = choice, value

        @property
        def control(self) -> "Choice":
            """The choice, for `@on(…, selector)`."""
            return self.choice

    def __init__(self, options: Sequence[tuple[str, str]], value: str = "", *, id: str | None = None) -> None:
        """`options`: (value, shown text already translated)."""
        super().__init__(id=id)
        self._options, self._at = list(options), 0
        self._places: list[range] = []
        self.value = value

    @property
    def value(self) -> str:
        """The chosen value."""
        return self._options[self._at][0] if self._options else ""

    @value.setter
    def value(self, value: str) -> None:
        self._at = next((at for at, option in enumerate(self._options) if option[0] == value), self._at)
        self.refresh()

    def set_options(self, options: Sequence[tuple[str, str]], value: str) -> None:
        """Offer these from now on; where `value` is not among them the first one is chosen, without telling anyone."""
        self._options, self._at = list(options), 0
        self.value = value

    def choose(self, at: int) -> None:
        """Choose by place and tell."""
        if 0 <= at < len(self._options) and at != self._at:
            self._at = at
            self.refresh()
            self.post_message(self.Chosen(self, self.value))

    def action_turn(self, step: int) -> None:
        """The next or the previous option."""
        if self._options:
            self.choose((self._at + step) % len(self._options))

    def on_key(self, event: events.Key) -> None:
        """A digit chooses."""
        if event.character and event.character in "123456789" and int(event.character) <= len(self._options):
            event.stop()
            self.choose(int(event.character) - 1)

    def on_click(self, event: events.Click) -> None:
        """A click on an option chooses it."""
        if offset := event.get_content_offset(self):
            at = next((at for at, place in enumerate(self._places) if offset.x in place), -1)
            self.choose(at)

    def render(self) -> Content:
        """All options in a line, the chosen one marked; where they do not fit, the chosen one between arrows."""
        shown = [f"(•) {text}" if at == self._at else f"( ) {text}" for at, (_value, text) in enumerate(self._options)]
        self._places, column = [], 0
        for text in shown:
            self._places.append(range(column, column + len(text)))
            column += len(text) + 3
        if column - 3 > self.size.width and self._options:
            self._places = []
            return Content(f"‹ {self._options[self._at][1]} ›  {self._at + 1}/{len(self._options)}")
        parts: list[Content] = [Content.styled(text, "bold" if at == self._at else "") for at, text in enumerate(shown)]
        return Content("   ").join(parts)
