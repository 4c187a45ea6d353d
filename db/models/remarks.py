"""Remarks and opinions given to teachers, and how they were answered; a remark never lowers points."""

from __future__ import annotations

from db.models.fields import Code, Day, Text, link
from db.models.meetings import Speech
from db.models.members import Association
from db.models.record import Record
from db.models.schools import Person


class Remark(Record):
    """To whom, when, why, by when, answered how; `speech` where it was said at a meeting."""

    association = link(Association)
    kind = Code("remark", "opinion")
    person = link(Person)
    given_on = Day()
    text = Text()
    due = Day(null=True)
    answer = Text()
    answered_on = Day(null=True)
    speech = link(Speech, null=True)
