"""The form of a note of the journal."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from textual.widget import Widget

from db.journal import notes
from tui import typed, words
from tui.texts import N_, _
from tui.typed_person import one_person
from tui.widgets.card import CardScreen
from tui.widgets.fields import DateInput, TextInput


class NoteForm(CardScreen):
    """Change a note."""

    HELP = N_("A note of the journal: what happened and no other record tells. F2 saves.")

    def __init__(self, note_id: int) -> None:
        super().__init__()
        self._of = notes.note(note_id)
        self.draft_key = f"note:{note_id}"

    def title_text(self) -> str:
        """What it is."""
        return _("Note of the journal")

    def parts(self) -> Iterable[Widget]:
        """What, when, whom, which class."""
        of = self._of
        yield TextInput("text", N_("What happened"), of.text, long=True, required=True)
        yield DateInput("noted_on", N_("Day"), words.day(of.noted_on), parse=typed.past_day, required=True)
        who = of.name.listed if of.name else ""
        known = {of.person_id: who} if of.person_id else {}
        person = partial(one_person, association_id=of.association_id, known=known)
        yield TextInput("person_id", N_("Who"), who, check=person, hint=N_("A few letters of a name are enough."))
        yield TextInput("classes", N_("Class"), of.classes)

    def submit(self, values: dict[str, Any]) -> None:
        """Save it."""
        self.save(notes.change_note, self._of.id, **values)
