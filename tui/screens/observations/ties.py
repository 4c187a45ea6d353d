"""What becomes of advice: a task, a question, a line of the plan; and where the sheet leads."""

from typing import TYPE_CHECKING, ClassVar

from db.observations.rows import Sheet
from tui.commands import Command
from tui.screens.observations.entries import Advice
from tui.texts import _
from tui.tied import TIED, TiedScreen


class SheetTies(TiedScreen):
    """The part of the sheet's screen that ties the advice with the focus, else the sheet itself."""

    TIES: ClassVar[tuple[Command, ...]] = tuple(
        command.but(key=key) for command, key in zip(TIED, ("ctrl+t", "ctrl+b", "ctrl+l", "ctrl+g"), strict=True)
    )
    """Digits are scores and text here."""

    if TYPE_CHECKING:
        observation_id: int

        @property
        def of(self) -> Sheet:
            """The newest reading of the records."""

        def leaving(self) -> None:
            """Save what is being typed."""

    @property
    def advice_row(self) -> Advice | None:
        """The row of advice with the focus, once it is written."""
        above = self.focused.ancestors if self.focused else ()
        row = next((each for each in above if isinstance(each, Advice)), None)
        return row if row is not None and row.record_id is not None else None

    def tied_record(self) -> tuple[str, int]:
        """The piece of advice with the focus, else the sheet."""
        row = self.advice_row
        return ("advice", row.record_id or 0) if row is not None else ("observation", self.observation_id)

    def tied_text(self) -> str:
        """The advice; of the sheet its conclusions."""
        row = self.advice_row
        return row.value if row is not None else self.of.row.conclusions

    def tied_owner_ids(self) -> tuple[int, ...]:
        """Advice is for who gave the lesson."""
        return self.of.lesson.responsible_ids

    def ask_what_becomes(self) -> None:
        """What is to become of the advice, numbered; each has a key of its own too."""
        self.leaving()
        names = [_(command.help) for command in TIED]
        self.app.open_dialog("tui.widgets.dialogs:Pick", _("What becomes of this advice?"), names, then=self._becomes)

    def _becomes(self, at: int | None) -> None:
        if at is not None:
            getattr(self, f"action_{TIED[at].id}")()
