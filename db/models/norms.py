"""Normative documents, and who has become acquainted with them."""

from __future__ import annotations

from db.models.fields import Code, Count, Day, Text, link
from db.models.meetings import AgendaItem
from db.models.members import Association
from db.models.record import Record
from db.models.schools import Person

KINDS = (
    "other", "law", "decree", "order", "regulation", "instruction", "standard", "programme", "letter",
)  # fmt: skip


class Norm(Record):
    """A normative document; its file lies in the data folder under `file_name`. Studied under an agenda item."""

    association = link(Association)
    first_year = Count()
    kind = Code(*KINDS)
    title = Text()
    number = Text()
    issued_on = Day(null=True)
    issuer = Text()
    state = Code("in_force", "replaced", "void")
    replaced_by = link("self", null=True)
    file_name = Text()
    study_by = Day(null=True)
    agenda_item = link(AgendaItem, null=True)
    note = Text()


class NormReading(Record):
    """That a person has become acquainted with a document, and on which day."""

    norm = link(Norm)
    person = link(Person)
    read_on = Day()

    class Meta:
        """Once is enough."""

        indexes = ((("norm", "person"), True),)
