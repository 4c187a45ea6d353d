"""One copy: what it holds, what would be lost, and F2 that puts it back."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.containers import VerticalScroll
from textual.widget import Widget

from db.backups import contents, copies, restoring
from db.backups.contents import Holds, Loss
from tui import backup_words, commands, jobs
from tui.cli_screen import RESTORE
from tui.commands import Command
from tui.screens.base import BirikmeScreen
from tui.texts import N_, _
from tui.widgets.shown import Shown


class RestoreScreen(BirikmeScreen):
    """Reads both beside the screen; the data are put back when everything is closed, then opened again."""

    DEFAULT_CSS = """
    RestoreScreen #both { padding: 0 1; }
    RestoreScreen .heading { color: $text-accent; text-style: bold; margin-top: 1; }
    RestoreScreen .kept { color: $foreground 70%; margin-top: 1; }
    """

    COMMANDS: ClassVar[tuple[Command, ...]] = (
        commands.SAVE.but(id="restore", title=N_("Restore"), help=N_("Go back to this copy.")),
    )
    HELP = N_(
        "What this copy holds, and what the data hold that it does not. F2 goes back to it: the data are closed, kept "
        "as a copy of their own, and Birikme opens again on what the copy holds. You can go forward again the same way."
    )

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path, self._copy = path, copies.read_name(path)
        self._found: tuple[Holds, Loss | None] | None = None
        self._begun = self._restoring = False

    def title_text(self) -> str:
        """Which copy."""
        if self._copy is None:
            return _("Backup: {name}").format(name=self._path.name)
        made = backup_words.made(self._copy)
        return _("Backup № {number} · {made}").format(number=self._copy.number, made=made)

    def body(self) -> Iterable[Widget]:
        """Two texts under their headings."""
        with VerticalScroll(id="both"):
            yield Shown(_("What this copy holds"), classes="heading")
            yield Shown(_("Reading…"), id="holds")
            yield Shown(_("What would be lost"), classes="heading")
            yield Shown("", id="lost")
            yield Shown(_("What is there now is kept as a copy in any case."), classes="kept")

    def fill(self) -> None:
        """Read the copy and compare it with the data, once."""
        if not self._begun:
            self._begun = True
            jobs.start(self, partial(compared, self.app.options.folder, self._path), self._compared, self._failed)
        self.query_one("#both").focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What could not be read cannot be restored; once it has begun it is not begun again."""
        return self._found is not None and not self._restoring if action == "restore" else True

    def _compared(self, found: tuple[Holds, Loss | None]) -> None:
        self._found = found
        if self.is_attached:
            holds, loss = found
            self.query_one("#holds", Shown).show("\n".join(backup_words.held(holds)))
            self.query_one("#lost", Shown).show("\n".join(backup_words.lost(loss)))
            self.refresh_commands()

    def _failed(self, sentence: str) -> None:
        self._restoring = False
        if self.is_attached:
            if self._found is None:
                self.query_one("#holds", Shown).show("–")
            self.say(sentence, error=True)
            self.refresh_commands()

    def action_restore(self) -> None:
        """Ask where something would be lost, then go on."""
        loss = self._found[1] if self._found else None
        if loss is None or loss.nothing:
            self._restore(True)
        else:
            question = _("Go back to this copy? What is there now is kept as a copy.")
            self.app.open_dialog("tui.widgets.dialogs:Ask", question, then=self._restore)

    def _restore(self, yes: bool | None) -> None:
        """Write what is typed, look at the copy once more, and end the screen: the data are put back without it."""
        if not yes or self._restoring:
            return
        self._restoring = True
        self.refresh_commands()
        self.say(_("Restoring…"))
        self.app.flush()
        ready = partial(restoring.prepare, self.app.options.folder, self._path)
        self.app.back_up_first("restore", lambda: jobs.start(self, ready, self._prepared, self._failed))

    def _prepared(self, file: Path) -> None:
        """End the screen, unless it was left meanwhile."""
        if self.is_attached:
            self.app.prepared = file
            self.app.exit(RESTORE)
        else:
            file.unlink(missing_ok=True)


def compared(folder: Path, path: Path) -> tuple[Holds, Loss | None]:
    """What a copy holds, and what the data would lose by it. Runs beside the screen; raises Refused `data_damaged`."""
    return contents.holds(path), contents.loss(folder, path)
