"""The first item: the last meetings' decisions, each settled by one key, and the answers to proposals."""

from typing import TYPE_CHECKING, Any

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from db import tasks
from db.errors import Refused
from db.meetings import discussion
from db.meetings.rows import Item
from db.rules.dates import short
from db.rules.deadlines import parse_deadline
from db.tasks import TaskRow
from tui.screens.meeting.context import Context
from tui.screens.meeting.panes import PaneList
from tui.screens.meeting.proposals import OUTCOMES
from tui.texts import N_, _
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown

if TYPE_CHECKING:
    from tui.app import BirikmeApp

KEYS = {"1": "done", "2": "partly", "3": "not_done", "4": "extended"}
STATES = {
    "open": N_("open"),
    "in_work": N_("in work"),
    "done": N_("done"),
    "partly": N_("partly done"),
    "not_done": N_("not done"),
    "extended": N_("new date"),
    "closed": N_("taken off control"),
}
SIGNS = {"done": "✓", "partly": "½", "not_done": "−", "extended": "→"}
"""How a decision was settled, in one cell; the words stand below the list."""


class Review(Vertical):
    """The list of decisions to look at. 1 done, 2 partly, 3 not done, 4 new date; Enter adds a note."""

    app: "BirikmeApp"

    class Summed(Message):
        """Every decision was looked at: `sentence` says how they stand."""

        def __init__(self, sentence: str) -> None:
            super().__init__()
            self.sentence = sentence

    def __init__(self, item: Item, context: Context) -> None:
        super().__init__(classes="review")
        self._item, self._reading = item, context
        self._tasks: dict[int, TaskRow] = {}

    def compose(self) -> ComposeResult:
        """The list, what the keys do, and the answers to the last meeting's proposals."""
        columns = (Column(width=1), Column(width=6), Column(), Column(width=10))
        yield PaneList(*columns, empty=N_("No open decisions."), id="tasks")
        yield Shown(id="whole", classes="answer")
        yield from (Shown(line, classes="answer") for line in self._answers())
        yield Shown(_("1 done   2 partly   3 not done   4 new date   Enter – note"), classes="hint")

    def _answers(self) -> list[str]:
        """What became of the last meeting's proposals, for those who made them."""
        names = dict(self._reading.everyone)
        return [
            _("Proposal: {name} – {text} ({answer})").format(
                name=names.get(each.person_id or 0, "…"),
                text=each.text.rstrip("."),
                answer=", ".join(filter(None, [_(OUTCOMES[each.outcome]), each.reason])),
            )
            for each in discussion.answered(self._item.row.meeting_id)
        ]

    def on_mount(self) -> None:
        """Show the decisions."""
        self.show()

    def show(self) -> None:
        """Read the decisions anew."""
        found = tasks.to_review(self._item.row.meeting_id)
        self._tasks = {task.id: task for task in found}
        shown = self.query_one("#tasks", PageList)
        shown.styles.height = max(min(len(found), 6), 1)
        shown.set_rows(Row(task.id, self._cells(task), self._style(task)) for task in found)
        self._show_whole()

    def _cells(self, task: TaskRow) -> tuple[str, ...]:
        number = f"{task.meeting_number}/{task.decision_number}"
        return SIGNS.get(task.review_state, ""), number, task.text, short(task.due) if task.due else ""

    @on(PageList.Highlighted, "#tasks")
    def _show_whole(self) -> None:
        """Say the marked decision in full: who answers for it, and how it was settled."""
        task = self._tasks.get(self._task_id or 0)
        whole = self.query_one("#whole", Shown)
        whole.display = task is not None
        if task is not None:
            owners = ", ".join(owner.listed for owner in task.owners)
            state = _(STATES[task.review_state]) if task.review_state else ""
            whole.show(" · ".join(filter(None, (task.text, owners, state, task.review_note))))

    def _style(self, task: TaskRow) -> str:
        if task.review_state:
            return "dim"
        return "error" if task.overdue(self._reading.day) else ""

    @property
    def _task_id(self) -> int | None:
        key = self.query_one("#tasks", PageList).key
        return key if isinstance(key, int) else None

    def on_key(self, event: events.Key) -> None:
        """A digit settles the marked decision and goes to the next."""
        state = KEYS.get(event.character or "")
        if state is None or self._task_id is None:
            return
        event.stop()
        if state == "extended":
            self.app.open_dialog("tui.widgets.dialogs:Prompt", _("New date:"), "", self._read_date, then=self._extend)
        else:
            self._settle(self._task_id, state)

    def _read_date(self, typed: str) -> Any:
        found = parse_deadline(
            typed,
            today=self._reading.day,
            quarter_end=self._reading.quarter_end,
            next_meeting=self._reading.next_meeting,
        )
        if found is None or found.day is None:
            raise Refused("date_expected")
        return found.day

    def _extend(self, day: Any) -> None:
        if day is not None and self._task_id is not None:
            self._settle(self._task_id, "extended", deadline=day)

    @on(PageList.Opened, "#tasks")
    def _ask_note(self, event: PageList.Opened) -> None:
        event.stop()
        task = self._tasks[int(str(event.key))]
        self.app.open_dialog("tui.widgets.dialogs:Prompt", _("Note:"), task.review_note, then=self._note)

    def _note(self, note: str | None) -> None:
        task = self._tasks.get(self._task_id or 0)
        if note is not None and task is not None:
            deadline = task.due if task.review_state == "extended" else None
            self._settle(task.id, task.review_state or task.state, note=note, deadline=deadline)

    def _settle(self, task_id: int, state: str, **named: Any) -> None:
        meeting_id = self._item.row.meeting_id
        self.app.save(tasks.review, meeting_id, task_id, state, then=lambda _value: self._settled(), **named)

    def _settled(self) -> None:
        """Show the new states, go to the next decision, and sum up when none is left."""
        self.show()
        self.query_one("#tasks", PageList).action_move(1)
        if all(task.review_state for task in self._tasks.values()):
            self.post_message(self.Summed(self.summary()))

    def summary(self) -> str:
        """How the decisions stand, as a sentence for УГУЛДУ."""
        count = tasks.count_review(self._item.row.meeting_id)
        parts = [
            (_("done – {count}"), count.done),
            (_("partly done – {count}"), count.partly),
            (_("new date – {count}"), count.extended),
            (_("not done – {count}"), count.not_done),
        ]
        said = ", ".join(text.format(count=number) for text, number in parts if number)
        return _("Decisions under control – {total}: {parts}.").format(total=count.total, parts=said)
