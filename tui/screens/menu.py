"""F9: every command of the screen below and the main areas, numbered, to be chosen by digit, arrow or mouse."""

from typing import Any

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical

from tui import areas, commands
from tui.commands import Command
from tui.screens.base import Commanded, Dialog
from tui.texts import N_, _
from tui.widgets.dialogs import NUMBER_KEYS
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown

KEY_WIDTH = 9
NUMBER_AND_GAPS = 5
AROUND = 9
"""Lines of the box that are not its list: frame, title and two lines of hint."""


class CommandMenu(Dialog[None]):
    """Closes itself and has the screen below do the chosen command, or goes to the chosen area.

    A digit chooses among the commands, or among the areas where one of these is marked.
    """

    COMMANDS = (commands.BACK, Command("areas", "f6", N_("Areas"), N_("Go down to the main areas."), footer=False))

    def __init__(self, below: Commanded[Any]) -> None:
        super().__init__()
        self._below = below
        self._offered = [command for command in below.available_commands() if command.id != "menu"]
        self._areas = areas.shown() if any(command.id == "area" for command in self._offered) else []

    def compose(self) -> ComposeResult:
        """The commands with number, words and key."""
        with Vertical(classes="box wide"):
            yield Shown(_("Menu"), classes="question")
            listed = PageList(Column(width=2, right=True), Column(), Column(width=KEY_WIDTH), open_on_click=True)
            lines = len(self._offered) + len(self._areas) + bool(self._areas)
            listed.styles.height = min(lines, max(self.app.size.height * 9 // 10 - AROUND, 3))
            yield listed
            yield Shown(classes="hint", id="hint")

    def on_mount(self) -> None:
        """List the commands, under them the areas."""
        listed = self.query_one(PageList)
        numbers = [*NUMBER_KEYS, *[""] * (len(self._offered) + len(self._areas))]
        rows = [Row(at, (numbers[at], _words(command), command.shown_key)) for at, command in enumerate(self._offered)]
        if self._areas:
            rows.append(Row(None, (_("AREAS"),), "heading"))
        rows += [Row(name, (numbers[at], _(areas.TITLES[name]), "")) for at, name in enumerate(self._areas)]
        listed.set_rows(rows)
        listed.focus()

    def action_areas(self) -> None:
        """Mark the first area, with as many of the others in sight as there is room for."""
        for area in self._areas[-1:] + self._areas[:1]:
            self.query_one(PageList).choose(area)

    @on(PageList.Highlighted)
    def _chosen(self, event: PageList.Highlighted) -> None:
        """Say whole what its line has no room for."""
        words = _words(self._offered[event.key]) if isinstance(event.key, int) else ""
        room = self.query_one(PageList).size.width - KEY_WIDTH - NUMBER_AND_GAPS
        keys = _("Digit or Enter – choose   Esc – back")
        if self._areas:
            keys = _("Digit or Enter – choose   F6 – areas   Esc – back")
        hint = words if cell_len(words) > room else keys
        self.query_one("#hint", Shown).show(hint)

    def on_key(self, event: events.Key) -> None:
        """A digit chooses."""
        at = NUMBER_KEYS.find(event.character) if event.character else -1
        if isinstance(self.query_one(PageList).key, str):
            if 0 <= at < len(self._areas):
                event.stop()
                self._go(self._areas[at])
        elif 0 <= at < len(self._offered):
            event.stop()
            self._do(self._offered[at])

    @on(PageList.Opened)
    def _opened(self, event: PageList.Opened) -> None:
        if isinstance(event.key, int):
            self._do(self._offered[event.key])
        elif isinstance(event.key, str):
            self._go(event.key)

    def _go(self, area: str) -> None:
        self.dismiss(None)
        self.app.call_later(self.app.go, area)

    def _do(self, command: Command) -> None:
        below = self._below
        self.dismiss(None)
        self.app.call_later(below.run_command, command)


def _words(command: Command) -> str:
    return _(command.help or command.title).rstrip(".")
