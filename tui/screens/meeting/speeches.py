"""УГУЛДУ and СҮЙЛӨДҮ: who reports and what was heard; who spoke, asked, answered, and what."""

from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from textual import on
from textual.widget import Widget

from db.meetings import agenda, discussion
from db.meetings.rows import ItemRow, SpeechRow
from tui.screens.meeting.context import Context
from tui.screens.meeting.entry import Entry, Typed, Who
from tui.texts import N_, _
from tui.widgets.person_field import PersonField

KINDS = {
    "speech": N_("speech"),
    "question": N_("question"),
    "answer": N_("answer"),
    "criticism": N_("critical opinion"),
    "remark": N_("remark"),
}
SIGNS = {"?": "question", ":": "answer", "%": "criticism", "!": "remark", ".": "speech"}
"""Typed before the speaker's letters, a sign says what kind of speech it is; every layout has these signs."""


class Heard(Entry):
    """The reporter and the report."""

    TABLE = "agenda_item"
    TEXTS: ClassVar[frozenset[str]] = frozenset({"heard"})
    PHRASES = "heard"

    def __init__(self, label: str, item: ItemRow, context: Context) -> None:
        super().__init__(label, item.id, context.language)
        self._item, self._reading = item, context

    def parts(self) -> Iterable[Widget]:
        """The reporter, then the report."""
        yield PersonField(self._reading.everyone, free=True, placeholder=_("reporter: a few letters"), id="reporter")
        yield Typed(self._item.heard, placeholder=_("what was heard"), id="heard")

    def on_mount(self) -> None:
        """Show who reports."""
        self.query_one(PersonField).set_person(self._item.reporter_id, self._item.reporter_guest)

    @on(PersonField.Chosen)
    def _chosen(self, event: PersonField.Chosen) -> None:
        event.stop()
        guest = "" if event.person_id is not None else event.text
        self.write(agenda.change, reporter_id=event.person_id, reporter_guest=guest)

    @on(PersonField.Skipped)
    def _skipped(self, event: PersonField.Skipped) -> None:
        event.stop()
        self.tell_unknown(event.text)
        if not event.text and (self._item.reporter_id or self._item.reporter_guest):
            self.write(agenda.change, reporter_id=None, reporter_guest="")


class Speaker(Who):
    """A speaker; a sign before the letters says what kind of speech it is."""

    def on_text_area_changed(self) -> None:
        """Take the sign away and tell the row."""
        typed = self.line.value
        if typed[:1] in SIGNS:
            self.line.set_value(typed[1:])
            next(each for each in self.ancestors if isinstance(each, Speech)).set_kind(SIGNS[typed[0]])


class Speech(Entry):
    """One speech: the text opens when the speaker is known."""

    TABLE = "speech"
    TEXTS: ClassVar[frozenset[str]] = frozenset({"text"})
    PHRASES = "spoke"

    def __init__(self, label: str, item_id: int, speech: SpeechRow | None, context: Context) -> None:
        super().__init__(label, speech.id if speech else None, context.language)
        self._item_id, self._speech, self._reading = item_id, speech, context
        self._kind = speech.kind if speech else "speech"
        self._speaker: tuple[int | None, str] = (speech.person_id, speech.guest) if speech else (None, "")

    def parts(self) -> Iterable[Widget]:
        """The speaker, then the text."""
        yield Speaker(self._speakers(), free=True, placeholder=_("who? (? question, : answer)"), id="speaker")
        yield Typed(self._speech.text if self._speech else "", placeholder=_("what was said"), id="text")

    def on_mount(self) -> None:
        """Show who speaks, and the kind where it is not a plain speech."""
        person_id, guest = self._speaker
        self.query_one(Speaker).set_person(person_id, guest)
        self.open(False)
        self._show_kind()

    def open(self, known: bool) -> None:
        """The text opens when the speaker is known."""
        self.query_one("#text").display = known or self.record_id is not None

    def use(self, context: Context) -> None:
        """Know who is there now."""
        self._reading = context
        self.query_one(Speaker).set_people(self._speakers())

    def _speakers(self) -> list[tuple[int, str]]:
        guests = [(-guest.id, guest.name) for guest in self._reading.sheet.guests]
        return [*self._reading.present, *guests]

    def add(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        """A speech of the chosen speaker."""
        return discussion.add_speech, (self._item_id, self._kind, *self._speaker)

    def set_kind(self, kind: str) -> None:
        """Say what kind of speech it is."""
        self._kind = kind
        self._show_kind()
        if self.record_id is not None:
            self.write(discussion.change_speech, kind=kind)

    def _show_kind(self) -> None:
        if self._kind != "speech":
            self.show_label(_(KINDS[self._kind]))

    @on(PersonField.Chosen)
    def _chosen(self, event: PersonField.Chosen) -> None:
        event.stop()
        guest = event.person_id is None or event.person_id < 0
        self._speaker = (None, event.text) if guest else (event.person_id, "")
        person_id, name = self._speaker
        self.write(discussion.change_speech, person_id=person_id, guest=name)

    @on(PersonField.Skipped)
    def _skipped(self, event: PersonField.Skipped) -> None:
        event.stop()
        self.tell_unknown(event.text)

    def edit(self) -> None:
        """Choose the kind of speech."""
        names = [_(name) for name in KINDS.values()]
        at = list(KINDS).index(self._kind)
        self.app.open_dialog("tui.widgets.dialogs:Pick", _("What kind of speech is it?"), names, at, then=self._picked)

    def _picked(self, at: int | None) -> None:
        if at is not None:
            self.set_kind(list(KINDS)[at])

    def remove_record(self) -> tuple[Callable[..., Any], int | None]:
        """The action that takes this row's record away."""
        return discussion.remove_speech, self.record_id
