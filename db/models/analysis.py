"""The analysis of a year's or a quarter's work, and of each member's half-year."""

from __future__ import annotations

from peewee import TextField

from db.models.fields import Code, Count, Day, Text, link
from db.models.meetings import Meeting
from db.models.members import Association
from db.models.record import Record
from db.models.schools import Person


class Analysis(Record):
    """A report for the head of studies: of the year, or of the quarter `part`."""

    association = link(Association)
    first_year = Count()
    period = Code("year", "quarter")
    part = Count(default=0)

    class Meta:
        """One a period."""

        indexes = ((("association", "first_year", "period", "part"), True),)


class AnalysisSection(Record):
    """What the leader wrote in a section, and the digest of the records that it was written from."""

    analysis = link(Analysis)
    number = Count()
    text = Text()
    source_digest = Text()

    class Meta:
        """One a section."""

        indexes = ((("analysis", "number"), True),)


class AnalysisVersion(Record):
    """An analysis as it was approved, as canonical JSON of all plain values."""

    analysis = link(Analysis)
    version = Count()
    reason = Text()
    content = TextField()
    content_digest = TextField()
    made_at = TextField()

    class Meta:
        """Versions 1, 2, … of an analysis."""

        indexes = ((("analysis", "version"), True),)


class AnalysisStep(Record):
    """A step of a version: considered at a meeting, handed in (to whom, when), read by the head of studies."""

    analysis_version = link(AnalysisVersion)
    step = Code("considered", "handed_in", "acquainted")
    done_on = Day()
    meeting = link(Meeting, null=True)
    name = Text()
    note = Text()


class MemberAnalysis(Record):
    """The analysis of one member's work in a half-year (1 or 2): drafted from the records, completed by the leader.

    `source_digest` is that of the records as they were when the facts were drafted from them.
    """

    association = link(Association)
    person = link(Person)
    first_year = Count()
    half = Count()
    facts = Text()
    source_digest = Text()
    strong = Text()
    weak = Text()
    conclusion = Text()
    advice = Text()
    made_on = Day(null=True)

    class Meta:
        """One a half-year."""

        indexes = ((("association", "person", "first_year", "half"), True),)
