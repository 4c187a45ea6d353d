"""The home screen: what is due."""

from collections.abc import Iterable

from textual.widget import Widget

from tui import commands
from tui.screens.base import BirikmeScreen
from tui.texts import N_, _
from tui.widgets.lists import Column, PageList


class HomeScreen(BirikmeScreen):
    """What is due, and the way to everything."""

    COMMANDS = (commands.NEW,)
    HELP = N_("What is due now. Enter opens it, F6 goes to the next area.")

    def title_text(self) -> str:
        """The area's name."""
        return _("Home")

    def body(self) -> Iterable[Widget]:
        """The list of what is due."""
        yield PageList(Column(), empty=N_("Nothing yet. F7 adds the first one."), id="due")

    def action_new(self) -> None:
        """Begin a meeting."""

    def action_back(self) -> None:
        """Nothing is below the home screen: ask whether to leave."""
        self.app.ask_to_leave()
