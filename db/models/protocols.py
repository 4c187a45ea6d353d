"""Finished protocols. These tables only grow: triggers refuse every other change."""

from __future__ import annotations

from peewee import TextField

from db.models.fields import Count, Day, Flag, Text, link
from db.models.meetings import Meeting
from db.models.record import Record


class ProtocolVersion(Record):
    """A protocol as it was finished: all plain values of that day as canonical JSON, with its SHA-256."""

    meeting = link(Meeting)
    version = Count()
    reason = Text()
    content = TextField()
    content_digest = TextField()
    chain_head = TextField()
    made_at = TextField()

    class Meta:
        """Versions 1, 2, … of a meeting."""

        indexes = ((("meeting", "version"), True),)


class ProtocolLock(Record):
    """The newest row of a meeting says whether its working rows are locked, and why they were unlocked."""

    meeting = link(Meeting)
    locked = Flag()
    reason = Text()
    made_at = TextField()


class ProtocolSigning(Record):
    """The day a version was signed."""

    protocol_version = link(ProtocolVersion)
    signed_on = Day()
