"""A record that a bad disk changed, beside what the newest whole copy holds of it."""

from collections.abc import Iterable
from typing import Any, ClassVar

from textual.containers import VerticalScroll
from textual.widget import Widget

from db import damage
from db.damage import Damaged
from tui.commands import Command
from tui.screens.base import BirikmeScreen
from tui.texts import N_, _
from tui.widgets.shown import Shown


class DamagedScreen(BirikmeScreen):
    """Enter takes the copy's version, 2 lets the record stand as it is, Esc leaves it for the next start."""

    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("put_back", "enter", N_("Put back"), N_("Give the record what the copy holds."), changes=True),
        Command("accept", "2", N_("Keep"), N_("Let the record stand as it is now."), changes=True),
    )
    HELP = N_(
        "A record is not as the program wrote it: the disk or the stick may be failing. Above is what it holds now, "
        "below what the newest whole copy holds. Nothing is changed before you choose. Esc leaves it: it is "
        "shown again after the next start."
    )

    def __init__(self, damaged: Damaged) -> None:
        super().__init__()
        self._damaged = damaged

    def title_text(self) -> str:
        """That something is wrong."""
        return _("Damaged record")

    def body(self) -> Iterable[Widget]:
        """The sentence and both versions."""
        with VerticalScroll(classes="form", can_focus=False):
            yield Shown(classes="question", id="which")
            yield Shown(id="versions")

    def fill(self) -> None:
        """Show both versions of what differs."""
        of = self._damaged
        said = _("The record is damaged: {name}. Beside it stands what the copy holds.")
        if of.copy is None:
            said = _("The record is damaged: {name}. No whole copy holds it.")
        self.query_one("#which", Shown).show(said.format(name=of.name))
        now, beside = _("Now:"), _("In the copy:")
        if of.copy is None:
            own = [(name, held) for name, held, _copy in of.different if name not in damage.MARKS]
            parts = [f"{now} {_shown(held)}" for _name, held in own]
        else:
            parts = [f"{now} {_shown(held)}\n{beside} {_shown(copy)}" for _name, held, copy in of.different]
        same = _("Both say the same; only the proof of the record was damaged.")
        self.query_one("#versions", Shown).show("\n\n".join(parts) or same)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what a copy holds can be put back."""
        return action != "put_back" or self._damaged.copy is not None

    def action_put_back(self) -> None:
        """Take the copy's version."""
        self.app.save(
            damage.put_back, self._damaged, then=lambda _none: self._done(_("The copy's version was put back."))
        )

    def action_accept(self) -> None:
        """Let it stand."""
        self.app.save(damage.accept, self._damaged, then=lambda _none: self._done(_("The record stands as it is.")))

    def _done(self, said: str) -> None:
        if self.app.screen is self:
            self.app.back()
        self.app.say(said)


def _shown(value: Any) -> str:
    return "–" if value in (None, "") else str(value)
