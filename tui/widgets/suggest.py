"""A line to type into with a list of the usual answers under it; another answer can be typed."""

from collections.abc import Sequence
from typing import Any

from textual import events, on
from textual.app import ComposeResult
from textual.widgets import TextArea

from db.rules.alphabet import matches
from tui.widgets.fields import TextInput
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.text import LineField


class SuggestInput(TextInput):
    """The list shows while the field is typed into; ↑ ↓ mark, Enter or a click takes the marked answer."""

    DEFAULT_CSS = """
    SuggestInput PageList { padding: 0 1; }
    """

    def __init__(self, name: str, label: str, options: Sequence[tuple[str, str]], value: str = "", **more: Any) -> None:
        """`options`: (the answer, how the list names it)."""
        super().__init__(name, label, value, **more)
        self._options = list(options)

    def compose(self) -> ComposeResult:
        """The field with its list before the hint."""
        parts = list(super().compose())
        answers = PageList(Column(), open_on_click=True)
        answers.can_focus = False
        yield from (*parts[:2], answers, *parts[2:])

    def on_mount(self) -> None:
        """The list waits until one types here."""
        self._answers.display = False

    def on_descendant_focus(self) -> None:
        """Show the list."""
        self._suggest()

    def on_descendant_blur(self) -> None:
        """Hide the list."""
        self._answers.display = False

    @property
    def _answers(self) -> PageList:
        return self.query_one(PageList)

    def _suggest(self) -> None:
        typed = self.raw.strip()
        found = [at for at, (_answer, shown) in enumerate(self._options) if matches(typed, shown)]
        settled = any(answer == typed for answer, _shown in self._options)
        answers = self._answers
        answers.display = self.has_focus_within and bool(found) and not settled
        answers.styles.height = len(found)
        answers.set_rows(Row(at, (self._options[at][1],)) for at in found)
        if found:
            answers.choose(found[0])

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()
        self._suggest()

    def on_key(self, event: events.Key) -> None:
        """↑ ↓ mark an answer; Tab takes the marked one if something is typed."""
        if not self._answers.display:
            return
        if event.key in ("up", "down"):
            event.stop()
            self._answers.action_move(1 if event.key == "down" else -1)
        elif event.key == "tab" and self.raw.strip():
            self._take()

    @on(LineField.Submitted)
    def _entered(self) -> None:
        if self._answers.display:
            self._take()

    @on(PageList.Opened)
    def _clicked(self, event: PageList.Opened) -> None:
        event.stop()
        self._take()
        self.screen.focus_next()

    @on(PageList.Highlighted)
    def _marked(self, event: PageList.Highlighted) -> None:
        event.stop()

    def _take(self) -> None:
        if isinstance(at := self._answers.key, int):
            self.raw = self._options[at][0]
            self._suggest()
