"""The data could not be opened: what happened, what is lost, and the next step on a key."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.containers import Vertical
from textual.widget import Widget

from db import opening, salvage
from db.backups import contents, copies, restoring
from db.backups.contents import Holds, Loss
from db.backups.copies import Copy
from db.errors import Refused
from tui import backup_words, clock, commands, messages, opening_words
from tui.commands import Command
from tui.screens.restore import RestoreScreen
from tui.screens.start import ChoicePage
from tui.texts import N_, _
from tui.widgets.shown import Shown

AGAIN = -2
"""The screen ends with this when the data are to be opened once more."""


@dataclass(slots=True)
class Sitting:
    """How the data are to be opened; what she answers on this screen changes it."""

    folder: Path
    reading: bool = False
    without_log: bool = False
    """The log of the last sitting is gone: what is left is to be opened all the same."""
    said: str = ""
    """Said when the data are open."""


class UnopenedScreen(ChoicePage):
    """Ends the app with AGAIN after a step was taken, with 1 when she leaves."""

    HELP: ClassVar[str] = N_(
        "The data could not be opened as they stand. Nothing was changed. Choose what is to be done with a digit, or "
        "with the arrows and Enter."
    )

    def __init__(self, error: Refused, sitting: Sitting, copy: Copy | None) -> None:
        """`copy`: the newest whole one."""
        super().__init__()
        self._error, self._sitting, self._copy = error, sitting, copy

    def title_text(self) -> str:
        """That nothing is open."""
        return _("The data are not open")

    def body(self) -> Iterable[Widget]:
        """What happened, what is lost, what can be done."""
        with Vertical(classes="start"):
            yield Shown(classes="question", id="happened")
            yield Shown(id="loss")
            yield self.answer_list()

    def fill(self) -> None:
        """Say it."""
        self.query_one("#happened", Shown).show(opening_words.sentence(self._error))
        loss = opening_words.loss(self._error.code, self._copy, self._lost())
        self.query_one("#loss", Shown).show(loss)
        self.query_one("#loss").display = bool(loss)
        super().fill()

    def _lost(self) -> Loss | None:
        """What the copy lacks; a damaged file that shows nothing of it proves nothing."""
        lost = contents.loss(self._sitting.folder, self._copy.path) if self._copy else None
        return None if lost and lost.nothing and self._error.code in opening_words.UNCERTAIN else lost

    def answers(self) -> Iterable[str]:
        """The steps in words."""
        return [_(opening_words.ANSWERS[name]) for name in self._names]

    @property
    def _names(self) -> list[str]:
        return opening_words.answers(self._error.code, self._copy)

    def chosen(self, at: int) -> None:
        """Take the step."""
        try:
            getattr(self, f"_{self._names[at]}")()
        except Refused as error:
            self.say(messages.sentence(error), error=True)

    def action_back(self) -> None:
        """Nothing is below."""
        self._leave()

    def action_quit(self) -> None:
        """Nothing was opened."""
        self._leave()

    def _leave(self) -> None:
        self.app.exit(1)

    def _again(self) -> None:
        self.app.exit(AGAIN)

    def _read(self) -> None:
        self._sitting.reading = True
        self._again()

    def _rest(self) -> None:
        self._sitting.without_log = True
        self._again()

    def _restore(self) -> None:
        assert self._copy is not None
        kept = restoring.restore(self._sitting.folder, self._copy.path, clock.now())
        self._sitting.said = _("The copy was put back. The file that was here is kept: {file}").format(file=kept)
        self._again()

    def _other(self) -> None:
        """Choose among the copies by when and why they were made; the next screen says what each would cost."""
        listed = copies.listed(self._sitting.folder / copies.FOLDER)
        offered = [f"№ {each.number} · {backup_words.made(each)} · {backup_words.reason(each)}" for each in listed]
        self.app.open_dialog("tui.widgets.dialogs:Pick", _("Which copy?"), offered, then=partial(self._look, listed))

    def _look(self, listed: list[Copy], at: int | None) -> None:
        if at is not None:
            uncertain = self._error.code in opening_words.UNCERTAIN
            self.app.open("tui.screens.unopened:CopyScreen", path=listed[at].path, uncertain=uncertain)

    def _salvage(self) -> None:
        saved = salvage.salvage(self._sitting.folder, clock.now())
        said = _("Read from the damaged file: {rows} rows; tables in which it broke off: {broken}. It is kept aside.")
        self._sitting.said = said.format(rows=saved.rows - saved.orphans, broken=saved.broken)
        self._again()

    def _anew(self) -> None:
        question = _("Begin with empty data? This file is kept in the folder backups.")
        self.app.open_dialog("tui.widgets.dialogs:Ask", question, then=self._begin_anew)

    def _begin_anew(self, yes: bool | None) -> None:
        if yes:
            try:
                opening.begin_anew(self._sitting.folder)
            except Refused as error:
                self.say(messages.sentence(error), error=True)
            else:
                self._again()

    def _folder(self) -> None:
        self.app.open_dialog("tui.widgets.dialogs:Prompt", _("Folder of the data:"), "", _named, then=self._go_there)

    def _go_there(self, folder: Path | None) -> None:
        if folder is not None:
            self._sitting.folder = folder
            self._again()


class CopyScreen(RestoreScreen):
    """A copy looked at while no data are open: nothing can be found or undone."""

    def __init__(self, path: Path, *, uncertain: bool) -> None:
        """`uncertain`: the data may have held more than they show."""
        super().__init__(path)
        self._uncertain = uncertain

    @classmethod
    def all_commands(cls) -> tuple[Command, ...]:
        """Its own and the way back."""
        return (*cls.COMMANDS, commands.HELP, commands.MENU, commands.BACK, commands.QUIT)

    def _compared(self, found: tuple[Holds, Loss | None]) -> None:
        holds, loss = found
        super()._compared((holds, None if loss and loss.nothing and self._uncertain else loss))


def _named(text: str) -> Path | None:
    """The folder that is named; raises Refused `folder_expected`."""
    folder = Path(text).expanduser()
    if text and not folder.is_absolute():
        raise Refused("folder_expected")
    return folder if text else None
