"""A list or an announcement as plain text for the teachers' chat: copied through the terminal, or kept as a file."""

from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path

from textual.containers import VerticalScroll
from textual.widget import Widget

from db import files
from db.rules.file_names import file_name, others
from tui import clock, commands, jobs, opening
from tui.commands import Command
from tui.screens.base import BirikmeScreen
from tui.texts import N_, _
from tui.widgets.shown import Shown


class ChatTextScreen(BirikmeScreen):
    """The text as it will stand in the chat."""

    COMMANDS = (
        Command("copy", "enter", N_("Copy"), N_("Copy the text, to be pasted into the chat.")),
        commands.SAVE.but(
            id="write", title=N_("File"), help=N_("Write the text as a file beside the papers."),
            twins=("f5", "ctrl+s"), changes=False,
        ),
    )  # fmt: skip
    HELP = N_(
        "Plain text for the teachers' chat. Enter copies it; where the terminal does not let programs copy, F2 writes "
        "it into a file beside the papers, which opens in any program."
    )

    def __init__(self, title: str, lines: Sequence[str]) -> None:
        """`title` is the first line, already in the language spoken; `lines` stand under it."""
        super().__init__()
        self._title, self._lines = title, list(lines)

    @property
    def text(self) -> str:
        """All of it."""
        return "\n".join([self._title, *self._lines])

    def title_text(self) -> str:
        """What the text is."""
        return " · ".join((_("For the chat"), self._title))

    def body(self) -> Iterable[Widget]:
        """The text, scrolling where it is long."""
        yield VerticalScroll(Shown(self.text if self._lines else _("There is nothing to copy.")), id="chat")
        yield Shown(
            _("Not every terminal lets a program copy: if the chat pastes nothing, F2 writes a file."), classes="below"
        )

    def on_mount(self) -> None:
        """The arrows scroll."""
        super().on_mount()
        self.query_one(VerticalScroll).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is copied where there is nothing."""
        return bool(self._lines) if action in ("copy", "write") else True

    def action_copy(self) -> None:
        """Hand the text to the terminal's clipboard."""
        self.app.copy_to_clipboard(self.text)
        self.say(_("Copied, lines: {count}. Paste it into the chat.").format(count=len(self._lines)))

    def action_write(self) -> None:
        """Write the text beside the papers, under a name that is free."""
        name = file_name(f"{self._title} {clock.today():%d.%m.%Y}", ".txt")
        path, data = opening.output_folder() / name, (self.text + "\n").encode("utf-8-sig")
        jobs.start(self, lambda: write_beside(data, path), self._written, lambda said: self.app.say(said, error=True))

    def _written(self, path: Path) -> None:
        self.app.say(_("Written: {name} ({folder})").format(name=path.name, folder=path.parent))


def write_beside(data: bytes, path: Path) -> Path:
    """Write a file; where another one has its name, beside it. Returns where it went; raises Refused as `files.put`."""
    names = chain([path], (path.with_name(name) for name in others(path.stem, path.suffix)))
    place = next(each for each in names if not each.exists() or each.read_bytes() == data)
    files.put(data, place)
    return place
