"""Notes of the journal: what happened and no other record tells, typed in one line."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from peewee import fn

from db import records
from db.connection import row
from db.errors import Refused
from db.gate import checked, required
from db.history import action
from db.meetings.standing import change_fields, label, standing
from db.models.journal import JournalNote
from db.models.schools import Person
from db.reading import columns
from db.rules.names import Name

FIELDS = frozenset({"noted_on", "text", "person_id", "classes"})
"""What of a note can be typed over."""

_NAME = ("surname", "given", "patronymic", "short_form")


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note; `person_id` is the teacher whom it tells of, None where it tells of nobody."""

    id: int
    association_id: int
    noted_on: dt.date
    text: str
    person_id: int | None
    classes: str
    surname: str = ""
    given: str = ""
    patronymic: str = ""
    short_form: str = ""

    @property
    def name(self) -> Name | None:
        """Whom it tells of."""
        return Name(self.surname, self.given, self.patronymic, self.short_form) if self.person_id else None


def note(note_id: int) -> NoteRow:
    """One note; raises Refused `record_missing`."""
    names = [fn.COALESCE(getattr(Person, part), "").alias(part) for part in _NAME]
    query = JournalNote.select(*columns(JournalNote, NoteRow), *names).left_outer_join(Person)
    found = row(query.where(JournalNote.id == note_id, JournalNote.deleted_at.is_null()), NoteRow)
    if found is None:
        raise Refused("record_missing", table="journal_note")
    return found


@action("note.add")
def add_note(
    association_id: int, text: str, noted_on: dt.date, *, person_id: int | None = None, classes: str = ""
) -> int:
    """Write a note; returns its id. Raises Refused `required` (text), `text_too_long`."""
    values = checked(JournalNote, {"text": text, "classes": classes}, ("text",))
    required(values, "text")
    label(values["text"])
    return records.insert(JournalNote, association=association_id, noted_on=noted_on, person=person_id, **values)


@action("note.change")
def change_note(note_id: int, **fields: Any) -> None:
    """Type over fields of a note (`FIELDS`). Raises Refused `required` (text, noted_on), and as `add_note`."""
    values = checked(JournalNote, {name: fields[name] for name in fields if name != "person_id"}, ("text",))
    required(values, "text", "noted_on")
    label(standing(JournalNote, note_id)["text"])
    person = {"person_id": fields["person_id"]} if "person_id" in fields else {}
    change_fields(JournalNote, note_id, values | person, FIELDS)


@action("note.remove")
def remove_note(note_id: int) -> None:
    """Take a note away."""
    label(standing(JournalNote, note_id)["text"])
    records.remove(JournalNote, note_id)
