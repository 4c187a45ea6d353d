"""One record per command: from it come the key bindings, the footer, the menu, the help and the key card."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tui.texts import N_


@dataclass(frozen=True, slots=True)
class Command:
    """What can be done on a screen, and with which key."""

    id: str
    """The screen answers it with its method `action_<id>`."""
    key: str
    """The key that every layout has: f2, enter, insert, ctrl+z …"""
    title: str
    """One or two words for the footer and the menu, English source (in Kyrgyz at most 8 letters for the footer)."""
    help: str = ""
    """One sentence for the help screen, English source."""
    twins: tuple[str, ...] = ()
    """Further keys: letters and Ctrl+letters, Latin; other layouts are translated."""
    footer: bool = True
    """Shown in the footer while there is room (six in all)."""
    changes: bool = False
    """Its key changes records: where the data are only looked at, it says so instead."""

    def but(self, **changes: object) -> "Command":
        """The same command with other words or another id: `NEW.but(help=N_("…"))`."""
        return replace(self, **changes)  # type: ignore[arg-type]

    @property
    def shown_key(self) -> str:
        """The key as it is printed on the keyboard."""
        return shown_key(self.key)


HELP = Command("help", "f1", N_("Help"), N_("What this screen is for and which keys it knows."), ("question_mark",))
SAVE = Command("save", "f2", N_("Save"), N_("Save the form."), ("ctrl+s",), changes=True)
FIND = Command("find", "f3", N_("Find"), N_("Find anything, anywhere."), ("ctrl+f",))
EDIT = Command("edit", "f4", N_("Edit"), N_("Change what is selected."), changes=True)
WORD = Command("word", "f5", N_("Word"), N_("Make the Word document of what is shown."))
AREA = Command("area", "f6", N_("Area"), N_("Go to the next main area."), footer=False)
NEW = Command("new", "f7", N_("New"), N_("Add a new one."), ("ctrl+n",), changes=True)
DELETE = Command("delete", "f8", N_("Delete"), N_("Delete what is selected."), changes=True)
MENU = Command("menu", "f9", N_("Menu"), N_("All commands of this screen, numbered."))
QUIT = Command("quit", "f10", N_("Quit"), N_("Leave Birikme; everything is saved."), footer=False)
BACK = Command("back", "escape", N_("Back"), N_("Go back; nothing typed is lost."))
OPEN = Command("open", "enter", N_("Open"), N_("Open what is selected."))
CHAT = Command("chat", "insert", N_("To chat"), N_("Show the list as plain text, for the teachers' chat."))
UNDO = Command("undo", "ctrl+z", N_("Undo"), N_("Take the last change back."), footer=False, changes=True)
REDO = Command("redo", "ctrl+y", N_("Redo"), N_("Do again what was taken back."), footer=False, changes=True)

EVERYWHERE = (HELP, FIND, AREA, MENU, QUIT, BACK, UNDO, REDO)
"""What every screen knows; a screen that names one of these ids itself replaces it."""

FOOTER_ROOM = 6
_FRAME = ("back", "menu", "help", "find")
"""What frames the screen's own commands in the footer, the most needed first."""

_SHOWN = {
    "escape": "Esc", "enter": "Enter", "space": "Space", "tab": "Tab", "insert": "Insert", "delete": "Delete",
    "pageup": "PgUp", "pagedown": "PgDn", "up": "↑", "down": "↓", "left": "←", "right": "→",
    "home": "Home", "end": "End", "question_mark": "?", "shift+tab": "Shift+Tab",
}  # fmt: skip


def shown_key(key: str) -> str:
    """A key's name as people know it: `f5` → `F5`, `ctrl+z` → `Ctrl+Z`, `escape` → `Esc`."""
    if key in _SHOWN:
        return _SHOWN[key]
    return "+".join(part.capitalize() if len(part) > 1 else part.upper() for part in key.split("+"))


def with_everywhere(own: Iterable[Command]) -> tuple[Command, ...]:
    """The screen's own commands, then those of every screen that it does not replace."""
    own = tuple(own)
    named = {command.id for command in own}
    taken = {command.key for command in own}
    rest = (command for command in EVERYWHERE if command.id not in named and command.key not in taken)
    return own + tuple(rest)


def for_footer(commands: Iterable[Command]) -> list[Command]:
    """At most six: help, the screen's own in their order, find, menu, back; where room lacks find and help give way."""
    shown = [command for command in commands if command.footer]
    frame = {command.id: command for command in shown if command.id in _FRAME}
    own = [command for command in shown if command.id not in _FRAME]
    kept = [name for name in _FRAME if name in frame][: max(FOOTER_ROOM - len(own), 0)]
    first = [frame["help"]] if "help" in kept else []
    return (first + own + [frame[name] for name in ("find", "menu", "back") if name in kept])[:FOOTER_ROOM]
