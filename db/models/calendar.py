"""The school's year: its quarters and holidays, which move in mid-year."""

from __future__ import annotations

from db.models.fields import Code, Count, Day, Flag, link
from db.models.record import Record
from db.models.schools import School


class SchoolYear(Record):
    """The year that begins in the autumn of `first_year`; «болжолдуу» until confirmed."""

    school = link(School)
    first_year = Count()
    begins = Day()
    ends = Day()
    confirmed = Flag()

    class Meta:
        """One row a year."""

        indexes = ((("school", "first_year"), True),)


class Quarter(Record):
    """One of the four quarters."""

    school_year = link(SchoolYear)
    number = Count()
    begins = Day()
    ends = Day()

    class Meta:
        """Four at most."""

        indexes = ((("school_year", "number"), True),)


class Holiday(Record):
    """A holiday of the pupils."""

    school_year = link(SchoolYear)
    kind = Code("autumn", "winter", "spring", "summer", "other")
    begins = Day()
    ends = Day()
