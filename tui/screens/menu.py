"""F9: every command of the screen below, numbered, to be chosen by digit, arrow or mouse."""

from typing import Any

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical

from tui.commands import Command
from tui.screens.base import Commanded, Dialog
from tui.texts import _
from tui.widgets.dialogs import NUMBER_KEYS
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown

KEY_WIDTH = 9
NUMBER_AND_GAPS = 5
AROUND = 9
"""Lines of the box that are not its list: frame, title and two lines of hint."""


class CommandMenu(Dialog[None]):
    """Closes itself and has the screen below do the chosen command."""

    def __init__(self, below: Commanded[Any]) -> None:
        super().__init__()
        self._below = below
        self._offered = [command for command in below.available_commands() if command.id != "menu"]

    def compose(self) -> ComposeResult:
        """The commands with number, words and key."""
        with Vertical(classes="box wide"):
            yield Shown(_("Menu"), classes="question")
            commands = PageList(Column(width=2, right=True), Column(), Column(width=KEY_WIDTH), open_on_click=True)
            commands.styles.height = min(len(self._offered), max(self.app.size.height * 9 // 10 - AROUND, 3))
            yield commands
            yield Shown(classes="hint", id="hint")

    def on_mount(self) -> None:
        """List the commands."""
        commands = self.query_one(PageList)
        numbers = [*NUMBER_KEYS, *[""] * len(self._offered)]
        commands.set_rows(
            Row(at, (numbers[at], _words(command), command.shown_key)) for at, command in enumerate(self._offered)
        )
        commands.focus()

    @on(PageList.Highlighted)
    def _chosen(self, event: PageList.Highlighted) -> None:
        """Say whole what its line has no room for."""
        words = _words(self._offered[event.key]) if isinstance(event.key, int) else ""
        room = self.query_one(PageList).size.width - KEY_WIDTH - NUMBER_AND_GAPS
        hint = words if cell_len(words) > room else _("Digit or Enter – choose   Esc – back")
        self.query_one("#hint", Shown).show(hint)

    def on_key(self, event: events.Key) -> None:
        """A digit chooses."""
        at = NUMBER_KEYS.find(event.character) if event.character else -1
        if 0 <= at < len(self._offered):
            event.stop()
            self._do(self._offered[at])

    @on(PageList.Opened)
    def _opened(self, event: PageList.Opened) -> None:
        if isinstance(event.key, int):
            self._do(self._offered[event.key])

    def _do(self, command: Command) -> None:
        below = self._below
        self.dismiss(None)
        self.app.call_later(below.run_command, command)


def _words(command: Command) -> str:
    return _(command.help or command.title).rstrip(".")
