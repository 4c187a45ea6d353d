"""F1: what the screen below is for and which keys it knows."""

from typing import Any

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll

from tui.commands import Command, shown_key
from tui.screens.base import Commanded, Dialog
from tui.texts import N_, _
from tui.widgets.shown import Shown

TYPING = N_(
    "Typing: Tab goes to the next field, Shift+Tab back. Insert turns the letter before the cursor: "
    'о→ө, у→ү, н→ң and back. A typed " becomes « or ». Every word of the last line can be clicked.'
)


def key_line(command: Command) -> str:
    """One line of the key card: the key, its twins, what it does."""
    keys = " · ".join(shown_key(key) for key in (command.key, *command.twins))
    return f"{keys:<14} {_(command.help or command.title)}"


class HelpScreen(Dialog[None]):
    """Read with the arrows, closed with Esc."""

    def __init__(self, below: Commanded[Any]) -> None:
        super().__init__()
        self._below = below

    def compose(self) -> ComposeResult:
        """What it is for, the keys, how to type."""
        lines = [key_line(command) for command in self._below.available_commands()]
        with Vertical(classes="box wide"):
            yield Shown(_("Help"), classes="question")
            with VerticalScroll(classes="page"):
                if self._below.HELP:
                    yield Shown(_(self._below.HELP) + "\n")
                yield Shown("\n".join(lines) + "\n")
                yield Shown(_(TYPING))
            yield Shown(_("↑ ↓ – read on   Esc – back"), classes="hint")

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one(VerticalScroll).focus()
