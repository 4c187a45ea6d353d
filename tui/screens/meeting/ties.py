"""The ties of what is written at a meeting: of the decision with the focus, else of the question, else the meeting."""

from typing import TYPE_CHECKING, ClassVar

from tui.commands import Command
from tui.screens.meeting.entry import Entry
from tui.texts import N_
from tui.tied import TiedScreen


class MeetingTies(TiedScreen):
    """The part of the meeting's screen that shows what its records came from and what came of them."""

    TIES: ClassVar[tuple[Command, ...]] = (
        Command("ties", "ctrl+g", N_("Ties"), N_("Show what it came from and what came of it."), footer=False),
    )
    """Digits are text here."""

    if TYPE_CHECKING:
        meeting_id: int

        @property
        def page(self) -> object:
            """The page that is shown."""

    def tied_record(self) -> tuple[str, int]:
        """The decision that is being written, the question shown, else the meeting."""
        above = self.focused.ancestors if self.focused else ()
        entry = next((each for each in above if isinstance(each, Entry)), None)
        if entry is not None and entry.TABLE in ("decision", "proposal") and entry.record_id is not None:
            return entry.TABLE, entry.record_id
        return ("agenda_item", self.page) if isinstance(self.page, int) else ("meeting", self.meeting_id)
