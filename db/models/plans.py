"""The work plan: one set of lines is the year's, the quarter's and the month's plan, and what happened fills it in."""

from __future__ import annotations

from peewee import TextField

from db.models.control_tests import ControlTest
from db.models.events import Activity
from db.models.fields import Code, Count, Day, Flag, Text, link
from db.models.meetings import AgendaItem, Decision, Meeting
from db.models.members import Association
from db.models.norms import Norm
from db.models.record import Record
from db.models.schools import Person
from db.models.studies import Study
from db.models.tasks import Task

KINDS = (
    "other", "meeting", "open_lesson", "extracurricular", "subject_event", "visit", "control_work", "norms", "course",
)  # fmt: skip
TERMS = ("day", "span", "month", "quarter", "year")


class PlanHead(Record):
    """What stands before a year's lines: theme, goals, tasks and the motto of the title page."""

    association = link(Association)
    first_year = Count()
    theme = Text()
    goals = Text()
    tasks = Text()
    motto = Text()


class PlanSection(Record):
    """A section of an association's plan; the usual fifteen to begin with."""

    association = link(Association)
    number = Count()
    ky = Text()
    ru = Text()


class PlanLine(Record):
    """One piece of work. Its term is a day, a span of days, a month, a quarter or the whole year; `scope` says whether
    it stands in the year's plan or was added by a quarter or a month; `unplanned` work was done beyond the plan.
    """

    association = link(Association)
    first_year = Count()
    section = link(PlanSection)
    position = Count()
    text = Text()
    kind = Code(*KINDS)
    scope = Code("year", "quarter", "month")
    term = Code(*TERMS)
    begins = Day(null=True)
    ends = Day(null=True)
    month = Count(null=True)
    quarter = Count(null=True)
    classes = Text()
    time_place = Text()
    expected_result = Text()
    note = Text()
    unplanned = Flag()
    copied_from = link("self", null=True)

    class Meta:
        """Read by association and year."""

        indexes = ((("association", "first_year", "section"), False),)


class PlanLineOwner(Record):
    """Who answers for a line."""

    plan_line = link(PlanLine)
    position = Count()
    person = link(Person)


class PlanChange(Record):
    """What was done to a line: moved (with the term it had), cancelled, marked done, partly done, reopened."""

    plan_line = link(PlanLine)
    kind = Code("moved", "cancelled", "marked", "partly", "reopened")
    changed_on = Day()
    reason = Text()
    decision = link(Decision, null=True)
    old_term = Code(*TERMS)
    old_begins = Day(null=True)
    old_ends = Day(null=True)
    old_month = Count(null=True)
    old_quarter = Count(null=True)


class PlanProof(Record):
    """What did a line's work, `partly` where it did not do all of it: a meeting, an item of one, a closed task, an
    activity held, a test held, a document studied, a study finished.
    """

    plan_line = link(PlanLine)
    done_on = Day()
    partly = Flag()
    meeting = link(Meeting, null=True)
    agenda_item = link(AgendaItem, null=True)
    task = link(Task, null=True)
    activity = link(Activity, null=True)
    control_test = link(ControlTest, null=True)
    norm = link(Norm, null=True)
    study = link(Study, null=True)


class PlanVersion(Record):
    """A plan as it was handed in, as canonical JSON of all plain values; `part` is the quarter or the month, else 0."""

    association = link(Association)
    first_year = Count()
    scope = Code("year", "quarter", "month")
    part = Count(default=0)
    version = Count()
    reason = Text()
    content = TextField()
    content_digest = TextField()
    made_at = TextField()

    class Meta:
        """Versions 1, 2, … of a plan."""

        indexes = ((("association", "first_year", "scope", "part", "version"), True),)


class PlanApproval(Record):
    """A step of a version: considered at a meeting, agreed by the head of studies, approved by the director."""

    plan_version = link(PlanVersion)
    step = Code("considered", "agreed", "approved")
    approved_on = Day()
    meeting = link(Meeting, null=True)
    name = Text()
