"""A meeting's course: it begins, ends, and its protocol is finished and printed."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import on

from db import protocols
from db.meetings import planning
from tui import clock
from tui.screens.live import LiveScreen
from tui.screens.meeting import closing, panes
from tui.screens.meeting.attendance import AttendanceList
from tui.screens.meeting.closing import ClosingPage
from tui.screens.meeting.context import Context
from tui.screens.meeting.opening import OpeningPage
from tui.texts import _


class Course(LiveScreen):
    """The part of the meeting's screen that takes it from planned to finished."""

    meeting_id: int

    if TYPE_CHECKING:

        @property
        def reading(self) -> Context:
            """The newest reading of the records."""

        def write(self, action: Callable[..., Any], *args: Any, then: Any = None, **named: Any) -> None:
            """Have an action done and show what it changed."""

        def go(self, page: object) -> None:
            """Show another page."""

        def action_next_page(self) -> None:
            """The next question."""

    def _now(self) -> str:
        """The minute it is, when the meeting is today's; otherwise it is typed on the first page."""
        of = self.reading.sheet.meeting
        return clock.now().strftime("%H:%M") if of.held_on == clock.today() else ""

    @on(OpeningPage.Begin)
    def _begin(self) -> None:
        at = self._now() or self.reading.sheet.meeting.planned_time
        self.write(planning.start, self.meeting_id, at, then=lambda _value: self.action_next_page())

    @on(ClosingPage.Chosen)
    def _chosen(self, event: ClosingPage.Chosen) -> None:
        if event.action == closing.END:
            self.write(planning.end, self.meeting_id, self._now())
        elif event.action == closing.RESUME:
            self.write(planning.resume, self.meeting_id)
        elif event.action == closing.WORD:
            self.action_word()
        elif event.action == closing.FINALISE:
            question = _("Finish protocol № {number}? After that it does not change; a correction makes a new version.")
            number = self.reading.sheet.meeting.number
            self.app.open_dialog("tui.widgets.dialogs:Ask", question.format(number=number), then=self._finalise)

    def _finalise(self, yes: bool | None) -> None:
        if yes:
            then = lambda _value: self._finalised()  # noqa: E731
            finalise = partial(self.app.save, protocols.finalise, self.meeting_id, then=then)
            self.app.back_up_first("finalising", finalise)

    def _finalised(self) -> None:
        self.app.back()
        self.app.open("protocol", meeting_id=self.meeting_id)

    @on(ClosingPage.Jump)
    def _jump(self, event: ClosingPage.Jump) -> None:
        if event.place.item_id:
            self.go(event.place.item_id)
        elif event.place.code in ("no_chair", "no_secretary"):
            self.go(panes.OPENING)
        else:
            self.query_one(AttendanceList).focus()

    def action_word(self) -> None:
        """The protocol as a Word document; while it is no more than planned, the agenda."""
        self.leaving()
        self.when_written(self._offer_papers)

    def _offer_papers(self) -> None:
        kind = "agenda" if self.reading.sheet.meeting.state == "planned" else "protocol"
        self.app.open_dialog("tui.screens.documents:DocumentDialog", kind, meeting_id=self.meeting_id)
