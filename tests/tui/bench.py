"""A small program with every kind of widget, to be driven: `python -m tests.tui.bench FOLDER [LANGUAGE]`."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from textual.widget import Widget

from tui import commands
from tui.app import BirikmeApp, Options
from tui.commands import Command
from tui.screens.base import BirikmeScreen
from tui.widgets.choice import Choice
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.person_field import PersonField
from tui.widgets.shown import Shown
from tui.widgets.text import LineField, TextField

PEOPLE = [(1, "Асанова Г. М."), (2, "Өмүрзак уулу Б."), (3, "Качкынбай кызы Н.")]


class BenchScreen(BirikmeScreen):
    """Writes down every command that reaches it."""

    COMMANDS = (
        commands.SAVE, commands.EDIT, commands.WORD, commands.NEW, commands.DELETE, commands.HELP, commands.FIND,
        commands.AREA, commands.MENU, commands.QUIT, commands.BACK, commands.UNDO, commands.REDO,
        Command("previous", "pageup", "Previous"), Command("next", "pagedown", "Next"), Command("mark", "q", "Mark"),
        Command("break", "ctrl+b", "Break"), Command("prompt", "ctrl+o", "Prompt"),
    )  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self.reached: list[str] = []

    def body(self) -> Iterable[Widget]:
        """One widget of each kind."""
        yield LineField(id="line")
        yield TextField(id="long")
        yield PersonField(PEOPLE, id="person")
        yield Choice([("a", "Бар"), ("b", "Жок")], id="choice")
        yield PageList(Column("Name", share=2), Column("Note"), id="list")
        yield Shown(id="reached")

    def fill(self) -> None:
        """Rows that would be markup anywhere else."""
        self.query_one("#list", PageList).set_rows(Row(at, ("[/]", "[@click=app.quit]x[/]")) for at in range(3))

    def reach(self, name: object) -> None:
        """Write a command down and show it."""
        self.reached.append(str(name))
        self.query_one("#reached", Shown).show(" ".join(self.reached[-8:]))

    def action_break(self) -> None:
        """Break, as no command should."""
        raise RuntimeError("Асанова")

    def action_prompt(self) -> None:
        """Ask for a line and write it down."""
        self.app.open_dialog("tui.widgets.dialogs:Prompt", "?", then=self.reach)

    def __getattribute__(self, name: str) -> Any:
        if name.startswith("action_") and any(name == f"action_{each.id}" for each in BenchScreen.COMMANDS[:-2]):
            return lambda: self.reach(name.removeprefix("action_"))
        return super().__getattribute__(name)


def main() -> int:
    """Open the screen."""
    options = Options(Path(sys.argv[1]), language=sys.argv[2] if len(sys.argv) > 2 else "en")
    app = BirikmeApp(options, "tests.tui.bench:BenchScreen")
    return app.run() or 0


if __name__ == "__main__":
    sys.exit(main())
