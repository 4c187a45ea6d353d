"""What every screen has: a status line, its commands as keys and as the last line, and the way back."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import BindingsMap
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from tui import commands, messages
from tui.commands import Command
from tui.texts import _
from tui.widgets.footer import CommandLine
from tui.widgets.status import MessageLine, StatusLine
from tui.widgets.text import TextField

if TYPE_CHECKING:
    from tui.app import BirikmeApp

T = TypeVar("T")

_TEXTUAL_KEYS = (("tab", "app.focus_next"), ("shift+tab", "app.focus_previous"), ("ctrl+c", "screen.copy_text"))
"""What is kept of Textual's own keys."""


class Commanded(Screen[T]):
    """A screen whose keys come from its `COMMANDS`."""

    COMMANDS: ClassVar[tuple[Command, ...]] = ()  # type: ignore[assignment]
    """The screen's own commands in the order of the footer; each has a method `action_<id>`."""
    TYPED_INTO: ClassVar[bool] = False
    """What is typed into its fields becomes records: where the data are only looked at, they take no letter."""
    HELP: ClassVar[str] = ""
    """What this screen is for, a few sentences, English source."""

    app: "BirikmeApp"

    def __init__(self) -> None:
        super().__init__()
        self._bindings = BindingsMap()
        for command in self.all_commands():
            for key in (command.key, *command.twins):
                self._bindings.bind(key, command.id, command.title, show=False)
        for key, action in _TEXTUAL_KEYS:
            if key not in self._bindings.key_to_bindings:
                self._bindings.bind(key, action, show=False)

    @classmethod
    def all_commands(cls) -> tuple[Command, ...]:
        """Everything this screen can do, its own first."""
        return cls.COMMANDS

    def available_commands(self) -> list[Command]:
        """What can be done now: commands that `check_action` does not refuse."""
        return [command for command in self.all_commands() if self.check_action(command.id, ()) is not False]

    async def run_command(self, command: Command) -> None:
        """Do what the command's key does."""
        if hasattr(self, f"action_{command.id}"):
            await self.app.run_action(command.id, self)
        else:
            self.app.simulate_key(command.key)

    def say(self, sentence: str, *, error: bool = False) -> None:
        """Say a sentence to the person; a screen that is still being built says it when it stands."""
        lines = self.query(MessageLine)
        self._unsaid = "" if lines else sentence
        for line in lines:
            line.say(sentence, error=error)

    _unsaid = ""

    def on_line_field_submitted(self) -> None:
        """Enter in a one-line field goes to the next one."""
        self.focus_next()

    def on_text_field_removed(self, event: TextField.Removed) -> None:
        """Say what a paste was cleaned of."""
        self.say(_("Invisible characters removed: {count}.").format(count=event.count))

    def on_text_field_too_long(self, event: TextField.TooLong) -> None:
        """Say why a paste or a key was refused."""
        self.say(messages.explain("text_too_long", length=event.length, limit=event.limit), error=True)

    def key_pressed(self) -> None:
        """A key was pressed anywhere: take away what was said before."""
        for line in self.query_children(MessageLine):
            line.key_pressed()

    def leaving(self) -> None:
        """Keep what was typed: called before another screen comes, before the end and on a change of language."""


class BirikmeScreen(Commanded[None]):
    """A full screen: its widgets come from `body()`, its title from `title_text()`.

    `fill()` reads the records and is called again after every change of data or language.
    """

    @classmethod
    def all_commands(cls) -> tuple[Command, ...]:
        """The screen's own commands and those of every screen."""
        return commands.with_everywhere(cls.COMMANDS)

    def title_text(self) -> str:
        """What the first line says on the left, translated."""
        return ""

    def body(self) -> Iterable[Widget]:
        """The widgets between the first and the last line."""
        return ()

    def fill(self) -> None:
        """Read the records and show them."""

    def compose(self) -> ComposeResult:
        """The first line, the body, the message, the last line."""
        yield StatusLine()
        yield from self.body()
        yield MessageLine()
        yield CommandLine(commands.for_footer(self.all_commands()))

    def on_mount(self) -> None:
        """Fill the screen when its widgets stand; once, though Textual calls this again after an overriding method."""
        if not self._filled:
            self._fresh = not self._resumed
            self.refill()
            self.call_next(self.refresh_commands)  # what can be done is known once all of it is mounted

    def on_screen_resume(self) -> None:
        """Show what another screen or a dialog changed meanwhile; right after the opening nothing was."""
        self._resumed = True
        if self._fresh:
            self._fresh = False
        elif self.is_mounted and self._filled:
            self.come_back()

    _filled = False
    _resumed = False
    _fresh = False
    """Filled when it was opened, and not yet told that it is shown."""

    def come_back(self) -> None:
        """What was open above this screen is closed: show the records anew."""
        self.refill()

    def refill(self) -> None:
        """Show the title, the records and the commands anew."""
        self._filled = True
        self.fill()
        if self._unsaid:
            self.say(self._unsaid)
        self.status.example = self.app.example
        self.status.show(left=self.title_text(), right=_("Reading only") if self.app.options.reading else None)
        self.refresh_commands()

    def refresh_commands(self) -> None:
        """Show the commands that are possible now."""
        self.query_one(CommandLine).show(commands.for_footer(self.available_commands()))

    @property
    def status(self) -> StatusLine:
        """The first line."""
        return self.query_one(StatusLine)

    def action_help(self) -> None:
        """Say what this screen is for and which keys it knows."""
        self.app.open_dialog("tui.screens.help:HelpScreen", self)

    def action_menu(self) -> None:
        """Show all commands, numbered."""
        self.app.open_dialog("tui.screens.menu:CommandMenu", self)

    def action_find(self) -> None:
        """Find anything anywhere."""
        self.app.open("find")

    def action_area(self) -> None:
        """Go to the next main area."""
        self.app.next_area()

    def action_back(self) -> None:
        """Go back to where one came from; where nothing is open, show the menu."""
        if not self.app.back():
            self.action_menu()

    def action_quit(self) -> None:
        """Leave the program."""
        self.app.leave()

    def action_undo(self) -> None:
        """Take the last change back."""
        self.app.undo()

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self.app.redo()


class Dialog(Commanded[T], ModalScreen[T]):
    """A box over the screen; Esc closes it with its quiet answer."""

    COMMANDS = (commands.BACK,)

    QUIET_ANSWER: ClassVar[object] = None
    """What the dialog answers when it is closed with Esc."""

    def action_back(self) -> None:
        """Close with the quiet answer."""
        self.dismiss(self.QUIET_ANSWER)  # type: ignore[arg-type]
