"""What a school or association chose, the phrases it uses, and what the program remembers between starts."""

from __future__ import annotations

from peewee import TextField

from db.models.fields import Code, Count, Text, link
from db.models.members import Association
from db.models.record import Record, Table


class Setting(Record):
    """One choice; of an association, or of the whole school when none is named."""

    association = link(Association, null=True)
    key = Text()
    value = Text()

    class Meta:
        """Asked for by key."""

        indexes = ((("association", "key"), False),)


class Phrase(Record):
    """A stock phrase in both languages; titles of agenda items with their usual month (0 = any)."""

    kind = Code("heard", "spoke", "decided", "agenda", "review", "plan_done")
    position = Count()
    ky = Text()
    ru = Text()
    month = Count(default=0)


class Remembered(Table):
    """Where the leader was and what she chose last: no record, no event, not exported."""

    key = TextField(unique=True)
    value = TextField()
