"""The last line: at most six commands, each with its key, each to be clicked."""

from textual import events
from textual.content import Content
from textual.widget import Widget

from tui.commands import Command
from tui.texts import _


class CommandLine(Widget):
    """Shows the commands of the screen it stands on, in the language spoken now."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    CommandLine { dock: bottom; height: 1; background: $panel; color: $foreground; padding: 0 1; }
    CommandLine:ansi { background: ansi_default; text-style: reverse; }
    """

    def __init__(self, commands: list[Command]) -> None:
        super().__init__()
        self._commands = commands
        self._places: list[tuple[range, Command]] = []

    def show(self, commands: list[Command]) -> None:
        """Show these commands instead."""
        self._commands = commands
        self.refresh()

    def render(self) -> Content:
        """Lay the words out and remember where each stands, for the mouse."""
        self._places = []
        parts: list[Content | str | tuple[str, str]] = []
        column = 0
        for command in self._commands:
            key, title = command.shown_key, _(command.title)
            width = len(key) + 1 + len(title)
            if column + width > self.size.width:
                break
            self._places.append((range(column, column + width), command))
            parts += [(key, "bold" if self.app.native_ansi_color else "bold $text-accent"), f" {title}", "  "]
            column += width + 2
        return Content.assemble(*parts)

    async def on_click(self, event: events.Click) -> None:
        """Do the command whose word was clicked."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        for place, command in self._places:
            if offset.x in place:
                await self.screen.run_command(command)  # type: ignore[attr-defined]
