"""ДОБУШ: one key is unanimous; otherwise only the exceptions are typed. Candidates have their own lines."""

from collections.abc import Callable, Iterable
from typing import Any

from textual import events, on
from textual.message import Message
from textual.widget import Widget

from db.errors import Refused
from db.meetings import deciding
from db.meetings.rows import CandidateRow, Item
from tui.screens.meeting.context import Context
from tui.screens.meeting.entry import Entry, Who
from tui.texts import _
from tui.widgets.fields import number
from tui.widgets.person_field import PersonField
from tui.widgets.shown import Shown
from tui.widgets.text import LineField, TextField


class Exceptions(LineField):
    """Who did not vote for; in the empty field Space means nobody, Delete that there was no vote."""

    class Agreed(Message):
        """All voted for."""

    class Emptied(Message):
        """No vote was taken."""

    def on_key(self, event: events.Key) -> None:
        """Space and Delete speak in the empty field."""
        if self.value:
            return
        if event.key == "space":
            event.prevent_default().stop()
            self.post_message(self.Agreed())
        elif event.key in ("delete", "backspace"):
            event.prevent_default().stop()
            self.post_message(self.Emptied())


class Vote(Entry):
    """The vote: Space is unanimous; «1 2 0» is against, abstained, not voting, the rest for."""

    def __init__(self, label: str, item: Item, context: Context) -> None:
        super().__init__(label, item.row.id, context.language)
        self._item, self._voters = item, context.sheet.voters(item.number)
        vote = item.vote
        self._unanimous = bool(vote and vote.unanimous)
        self._counts = (vote.against, vote.abstained, vote.not_voting) if vote and not vote.unanimous else None

    def use(self, context: Context) -> None:
        """Know how many may vote now."""
        self._voters = context.sheet.voters(self._item.number)
        self._show()

    def parts(self) -> Iterable[Widget]:
        """What was typed, and what it means."""
        typed = " ".join(str(count) for count in self._counts) if self._counts else ""
        yield Exceptions(typed, placeholder=_("Space – all for; else «0 1»"), limit=20, id="exceptions")
        yield Shown(self._said(), classes="said")

    def _said(self) -> str:
        if self._unanimous:
            return _("unanimously ({count})").format(count=self._voters)
        if self._counts is None:
            return ""
        against, abstained, not_voting = self._counts
        counts = {"for_": self._voters - sum(self._counts), "against": against, "abstained": abstained}
        said = _("for – {for_}, against – {against}, abstained – {abstained}").format(**counts)
        return said + (_(", not voting – {count}").format(count=not_voting) if not_voting else "")

    @on(Exceptions.Agreed)
    def _agreed(self, event: Exceptions.Agreed) -> None:
        event.stop()
        self._take_unanimous()

    @on(Exceptions.Emptied)
    def _take_away(self, event: Exceptions.Emptied) -> None:
        event.stop()
        if self._unanimous or self._counts:
            self._unanimous, self._counts = False, None
            self._show()
            self.write(deciding.remove_vote)

    def _take_unanimous(self) -> None:
        self._unanimous, self._counts = True, None
        self.query_one(LineField).set_value("")
        self._show()
        self.write(deciding.vote_unanimously)

    def keep_meanings(self) -> None:
        """Save the counts as soon as they can be read and add up."""
        typed = self.query_one(LineField).value
        counts = self._read(typed)
        if counts is None or counts == self._counts or sum(counts) > self._voters:
            return
        self._unanimous, self._counts = False, counts
        self._show()
        self.write(deciding.count_votes, self._voters - sum(counts), *counts)

    def left(self, field: TextField) -> None:
        """Say what is wrong with what was typed."""
        counts = self._read(field.value)
        if field.value.strip() and counts is None:
            self.app.explain("votes_unclear")
        elif counts is not None and sum(counts) > self._voters:
            self.app.explain("votes_too_many", voters=self._voters)

    def _read(self, typed: str) -> tuple[int, int, int] | None:
        """Against, abstained, not voting as typed; None if that is not up to three numbers."""
        try:
            found = [number(part, 0, 999) for part in typed.replace(",", " ").split()]
        except Refused:
            return None
        if not 1 <= len(found) <= 3:
            return None
        against, abstained, not_voting = (*(int(each or 0) for each in found), 0, 0)[:3]
        return against, abstained, not_voting

    def _show(self) -> None:
        self.query_one(".said", Shown).show(self._said())


class Candidate(Entry):
    """A candidate and the votes."""

    def __init__(self, label: str, item_id: int, candidate: CandidateRow | None, context: Context) -> None:
        super().__init__(label, candidate.id if candidate else None, context.language)
        self._item_id, self._candidate, self._reading = item_id, candidate, context
        self._person_id = candidate.person_id if candidate else None

    def parts(self) -> Iterable[Widget]:
        """Who, and how many votes."""
        votes = str(self._candidate.votes) if self._candidate and self._candidate.votes else ""
        yield Who(self._reading.everyone, placeholder=_("candidate: a few letters"), id="person")
        yield LineField(votes, placeholder=_("votes"), limit=4, id="votes")

    def on_mount(self) -> None:
        """A blank row shows only the person."""
        self.query_one(PersonField).set_person(self._person_id)
        self.open(False)

    def open(self, known: bool) -> None:
        """The votes open when it is known who stands."""
        self.query_one("#votes").display = known or self.record_id is not None

    def add(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        """The chosen person stands."""
        return deciding.add_candidate, (self._item_id, self._person_id)

    @on(PersonField.Chosen)
    def _chosen(self, event: PersonField.Chosen) -> None:
        event.stop()
        self._person_id = event.person_id
        self.with_record(lambda _id: self.post_message(self.Changed()))

    @on(PersonField.Skipped)
    def _skipped(self, event: PersonField.Skipped) -> None:
        event.stop()
        self.tell_unknown(event.text)

    def left(self, field: TextField) -> None:
        """Note the votes."""
        if field.id != "votes" or self.record_id is None:
            return
        try:
            votes = number(field.value.strip(), 0, 999)
        except Refused as error:
            self.app.explain(error.code, **error.values)
        else:
            self.write(deciding.change_candidate, int(votes or 0))

    def remove_record(self) -> tuple[Callable[..., Any], int | None]:
        """The action that takes this row's record away."""
        return deciding.remove_candidate, self.record_id
