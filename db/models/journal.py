"""Notes of the association's journal; all else in it comes from the records themselves."""

from __future__ import annotations

from db.models.fields import Day, Text, link
from db.models.members import Association
from db.models.record import Record
from db.models.schools import Person


class JournalNote(Record):
    """Something that happened and that no other record tells."""

    association = link(Association)
    noted_on = Day()
    text = Text()
    person = link(Person, null=True)
    classes = Text()

    class Meta:
        """Read by association, the newest day first."""

        indexes = ((("association", "noted_on"), False),)
