"""Hours and classes without a teacher."""

from __future__ import annotations

from db.models.fields import Count, Day, Text, link
from db.models.members import Association
from db.models.record import Record
from db.models.schools import Person


class Vacancy(Record):
    """A vacancy: what, since when and why, who fills in, to whom it was reported, when it was filled.

    `hours` are lessons a week.
    """

    association = link(Association)
    subject = Text()
    classes = Text()
    hours = Count(null=True)
    since = Day()
    reason = Text()
    filled_by = link(Person, null=True)
    filled_how = Text()
    filled_since = Day(null=True)
    reported_to = Text()
    reported_on = Day(null=True)
    closed_on = Day(null=True)
    note = Text()
