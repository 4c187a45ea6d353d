"""СУНУШ: what was proposed, by whom, and the meeting's answer."""

from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from textual import on
from textual.widget import Widget

from db.meetings import discussion
from db.meetings.rows import ProposalRow
from tui.screens.meeting.context import Context
from tui.screens.meeting.entry import Entry, Line, Who
from tui.texts import N_, _
from tui.widgets.choice import Choice
from tui.widgets.person_field import PersonField

OUTCOMES = {
    "open": N_("not answered yet"),
    "accepted": N_("accepted"),
    "rejected": N_("not accepted"),
    "postponed": N_("put off"),
    "merged": N_("merged"),
}


class Answer(Choice):
    """What became of a proposal."""

    def choose(self, at: int) -> None:
        """Open the reason at once: the message takes its time, and Tab may be pressed meanwhile."""
        super().choose(at)
        next(each for each in self.ancestors if isinstance(each, Proposal)).open(True)


class Proposal(Entry):
    """One proposal: text and answer open when it is known who proposes."""

    TABLE = "proposal"
    TEXTS: ClassVar[frozenset[str]] = frozenset({"text", "reason"})

    def __init__(self, label: str, item_id: int, proposal: ProposalRow | None, context: Context) -> None:
        super().__init__(label, proposal.id if proposal else None, context.language)
        self._item_id, self._proposal, self._reading = item_id, proposal, context
        self._person_id = proposal.person_id if proposal else None

    def parts(self) -> Iterable[Widget]:
        """Who, what, the answer and its reason."""
        row = self._proposal
        yield Who(self._reading.present, placeholder=_("who proposes?"), id="person")
        yield Line(row.text if row else "", placeholder=_("what is proposed"), limit=5000, id="text")
        yield Answer([(code, _(name)) for code, name in OUTCOMES.items()], row.outcome if row else "open", id="outcome")
        yield Line(row.reason if row else "", placeholder=_("reason"), limit=2000, id="reason")

    def on_mount(self) -> None:
        """Show who proposes; a blank row shows only that field."""
        self.query_one(PersonField).set_person(self._person_id)
        self.open(False)

    def open(self, known: bool) -> None:
        """Text and answer open when it is known who proposes; a reason where the answer asks for one."""
        known = known or self.record_id is not None
        self.query_one("#text").display = known
        self.query_one("#outcome").display = known
        self.query_one("#reason").display = known and self.query_one(Choice).value in ("rejected", "postponed")

    def use(self, context: Context) -> None:
        """Know who is there now."""
        self._reading = context
        self.query_one(PersonField).set_people(context.present)

    def add(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        """A proposal of the chosen person."""
        return discussion.add_proposal, (self._item_id, self._person_id)

    @on(PersonField.Chosen)
    def _chosen(self, event: PersonField.Chosen) -> None:
        event.stop()
        self._person_id = event.person_id
        self.write(discussion.change_proposal, person_id=event.person_id)

    @on(PersonField.Skipped)
    def _skipped(self, event: PersonField.Skipped) -> None:
        event.stop()
        self.tell_unknown(event.text)

    @on(Choice.Chosen)
    def _answered(self, event: Choice.Chosen) -> None:
        event.stop()
        self.write(discussion.change_proposal, outcome=event.value)

    def edit(self) -> None:
        """Choose the answer."""
        self.query_one(Choice).focus()

    def remove_record(self) -> tuple[Callable[..., Any], int | None]:
        """The action that takes this row's record away."""
        return discussion.remove_proposal, self.record_id
