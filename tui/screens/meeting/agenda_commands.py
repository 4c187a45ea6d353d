"""What can be done with the questions of the agenda: moved, put off, gone on with, given minutes, taken away."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from db.meetings import agenda
from tui.screens.base import BirikmeScreen
from tui.screens.meeting import panes
from tui.screens.meeting.context import Context
from tui.screens.meeting.item import ItemPage
from tui.screens.meeting.pages import Pages
from tui.texts import _
from tui.widgets.fields import number
from tui.widgets.lists import PageList


class AgendaCommands(BirikmeScreen):
    """The part of the meeting's screen that arranges its agenda."""

    if TYPE_CHECKING:
        _page: object

        def go(self, page: object) -> None:
            """Show another page."""

        @property
        def reading(self) -> Context:
            """The newest reading of the records."""

        def write(self, action: Callable[..., Any], *args: Any, then: Any = None, **named: Any) -> None:
            """Have an action done and show what it changed."""

    def remove_item(self, item_id: object) -> None:
        """Take a question off the agenda; undo brings it back."""
        if isinstance(item_id, int):
            self.go(panes.neighbour(self.reading.sheet, item_id, -1))
            self.write(agenda.remove, item_id, then=lambda _value: self.query_one(Pages).forget(item_id))

    def _marked_item(self) -> int | None:
        """The question that a command is about: the one marked in the agenda, else the one shown."""
        shown = self.query_one("#agenda", PageList)
        key = shown.key if shown.has_focus else self._page
        return key if isinstance(key, int) else None

    def _item_command(self, action: Callable[..., Any], *args: Any) -> None:
        item_id = self._marked_item()
        if item_id is not None:
            self.write(action, item_id, *args)

    def action_move_up(self) -> None:
        """Move the question up."""
        self._item_command(agenda.move, -1)

    def action_move_down(self) -> None:
        """Move the question down."""
        self._item_command(agenda.move, 1)

    def action_park(self) -> None:
        """Put the question off, or take it back."""
        item = self.reading.item(self._marked_item() or 0)
        if item is not None:
            self._item_command(agenda.park if item.number else agenda.unpark)

    def action_continue_item(self) -> None:
        """Put the question on the next agenda too."""
        self._item_command(agenda.continue_)

    def action_minutes(self) -> None:
        """Plan minutes."""
        item = self.reading.item(self._marked_item() or 0)
        if item is not None:
            self.app.open_dialog(
                "tui.widgets.dialogs:Prompt",
                _("How many minutes?"),
                str(item.row.planned_minutes or ""),
                _minutes,
                then=lambda minutes: self._plan_minutes(item.row.id, minutes),
            )

    def _plan_minutes(self, item_id: int, minutes: int | None) -> None:
        if minutes is not None:
            self.write(agenda.change, item_id, planned_minutes=minutes or None)

    def action_candidates(self) -> None:
        """Open the lines for candidates."""
        page = self.query_one(Pages).shown
        if isinstance(page, ItemPage):
            page.show_candidates()


def _minutes(typed: str) -> int:
    """Minutes as typed; 0 for none."""
    return int(number(typed, 0, 600) or 0)
