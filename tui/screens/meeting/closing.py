"""The last page: ending the meeting, what looks unfinished, what goes on to the next, and finishing the protocol."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from db import protocols, tasks
from db.protocols import Unfinished
from tui.screens.meeting.context import Context
from tui.screens.meeting.panes import PaneList
from tui.texts import N_, _
from tui.widgets.lists import Column, PageList, Row

if TYPE_CHECKING:
    from tui.app import BirikmeApp

END, RESUME, FINALISE, WORD = "end", "resume", "finalise", "word"

UNFINISHED = {
    "nobody_present": N_("Nobody is marked present."),
    "no_chair": N_("It is not said who chairs."),
    "no_secretary": N_("It is not said who keeps the protocol."),
    "no_items": N_("The agenda is empty."),
    "item_untouched": N_("Item {label}: nothing is written."),
    "no_decision": N_("Item {label}: no decision."),
    "decision_empty": N_("Decision {label} has no text."),
    "decision_without_owner": N_("Decision {label}: nobody answers for it."),
    "decision_without_deadline": N_("Decision {label} has no term."),
    "proposal_open": N_("Item {label}: a proposal is not answered."),
    "task_not_reviewed": N_("Item {label}: not every decision was looked at."),
    "decision_without_both": N_("Decision {label}: nobody answers for it, and it has no term."),
    "vote_over": N_("Item {label}: more votes than voters."),
    "vote_under": N_("Item {label}: votes are missing."),
    "vote_negative": N_("Item {label}: the votes do not add up."),
}


class ClosingPage(Vertical):
    """Actions first, then what looks unfinished (Enter jumps there), then what carries over."""

    app: "BirikmeApp"

    class Chosen(Message):
        """An action was chosen: END, RESUME, FINALISE or WORD."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    class Jump(Message):
        """Go to what looks unfinished."""

        def __init__(self, place: Unfinished) -> None:
            super().__init__()
            self.place = place

    def __init__(self, context: Context) -> None:
        super().__init__(classes="page")
        self._reading = context
        self._places: list[Unfinished] = []

    def compose(self) -> ComposeResult:
        """One list."""
        yield PaneList(Column(width=2), Column(), id="closing", open_on_click=True)

    def on_mount(self) -> None:
        """Show it."""
        self.use(self._reading)

    def use(self, context: Context) -> None:
        """Show how things stand now."""
        self._reading = context
        self._places = protocols.unfinished(context.sheet)
        shown = self.query_one("#closing", PageList)
        rows = [*self._actions(), *self._unfinished(), *self._carried()]
        shown.styles.height = len(rows) or 1
        shown.set_rows(rows)

    def _actions(self) -> Iterable[Row]:
        of = self._reading.sheet.meeting
        state = of.state
        if state in ("planned", "in_progress"):
            yield Row(END, ("▶", _("End the meeting now")), "bold")
        if state == "draft":
            yield Row(FINALISE, ("▶", _("Finish the protocol: no change after that")), "bold")
            yield Row(WORD, ("▶", _("Word document (F5)")), "bold")
        if state == "draft" and not of.version:
            yield Row(RESUME, ("▶", _("The meeting goes on after all")), "dim")

    def _unfinished(self) -> Iterable[Row]:
        if not self._places:
            yield Row(None, (_("Nothing looks unfinished."),), "good")
            return
        yield Row(None, (_("Looks unfinished; Enter goes there:"),), "heading")
        for at, place in enumerate(self._places):
            yield Row(("place", at), ("!", _(UNFINISHED[place.code]).format(label=place.label)), "warning")

    def _carried(self) -> Iterable[Row]:
        going, closed = tasks.carries_over(self._reading.sheet.meeting.id)
        if going:
            yield Row(None, (_("Goes on to the next meeting – {count}:").format(count=len(going)),), "heading")
        for task in going:
            yield Row(None, ("→", f"{task.meeting_number}/{task.decision_number} {task.text}"), "dim")
        decisions = [each for item in self._reading.sheet.agenda for each in item.decisions]
        resting = sum(not each.owners and not each.termed for each in decisions)
        if resting:
            said = _("Decided here, does not go on (nobody and no term) – {count}").format(count=resting)
            yield Row(None, (said,), "heading")
        if closed:
            yield Row(None, (_("Closed here – {count}").format(count=len(closed)),), "heading")

    @on(PageList.Opened, "#closing")
    def _opened(self, event: PageList.Opened) -> None:
        event.stop()
        if isinstance(event.key, tuple):
            self.post_message(self.Jump(self._places[event.key[1]]))
        else:
            self.post_message(self.Chosen(str(event.key)))
