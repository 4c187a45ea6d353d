"""Associations, who belongs to them, who leads them."""

from __future__ import annotations

from db.models.fields import Count, Day, Text, link
from db.models.record import Record
from db.models.schools import Person, School


class Association(Record):
    """A methodological association; `formed_*` is the order by which it was formed."""

    school = link(School)
    name_ky = Text()
    name_ru = Text()
    profile = Text()
    formed_order = Text()
    formed_on = Day(null=True)
    meetings_a_year = Count(default=7)


class Member(Record):
    """A person's time in one association."""

    association = link(Association)
    person = link(Person)
    since = Day(null=True)
    until = Day(null=True)

    class Meta:
        """Asked for by association, in no other way."""

        indexes = ((("association", "person"), False),)
