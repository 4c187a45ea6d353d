"""The log of all that was done. It only grows; what undoes an event is an event."""

from __future__ import annotations

from peewee import IntegerField, TextField

from db.models.fields import link
from db.models.record import Table


class Event(Table):
    """One action of a person; `id` is the sequence number, `hash` chains it to the one before."""

    at = TextField()
    who = TextField(default="")
    action = TextField()
    subject = TextField(default="")
    undoes = link("self", null=True)
    previous_hash = TextField(default="")
    hash = TextField(default="")


class EventLine(Table):
    """One row before and after, as JSON; NULL before means made, NULL after never happens: deleting is an update."""

    event = link(Event)
    table_name = TextField()
    uid = TextField(index=True)
    before = TextField(null=True)
    after = TextField()


class OpenEdit(Table):
    """A field that is being typed into: what it held before the first autosave, and where the cursor stands."""

    table_name = TextField()
    row = IntegerField()
    field = TextField()
    before = TextField()
    cursor = IntegerField(default=0)
    at = TextField()

    class Meta:
        """A field is being edited once."""

        indexes = ((("table_name", "row", "field"), True),)
