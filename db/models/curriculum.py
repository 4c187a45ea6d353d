"""Changes of the curriculum, the register of calendar plans, and what each change asks of each plan."""

from __future__ import annotations

from db.models.control_tests import ControlTest
from db.models.fields import Count, Day, Flag, Text, link
from db.models.meetings import AgendaItem, Meeting
from db.models.members import Association
from db.models.norms import Norm
from db.models.record import Record
from db.models.schools import Person


class CurriculumChange(Record):
    """A change: what, from when, for which subjects and classes, by which document, discussed under which item."""

    association = link(Association)
    first_year = Count()
    text = Text()
    valid_from = Day(null=True)
    subjects = Text()
    classes = Text()
    norm = link(Norm, null=True)
    agenda_item = link(AgendaItem, null=True)
    note = Text()


class CalendarPlan(Record):
    """A teacher's calendar plan for a subject and class: considered at a meeting, agreed, approved."""

    association = link(Association)
    first_year = Count()
    person = link(Person)
    subject = Text()
    class_name = Text()
    hours_week = Text()
    hours_year = Count(null=True)
    considered_on = Day(null=True)
    meeting = link(Meeting, null=True)
    agreed_on = Day(null=True)
    approved_on = Day(null=True)
    remark = Text()


class CurriculumStep(Record):
    """What a change asks of one calendar plan: corrected, considered, agreed, approved, feedback test made and held.

    The test is held when `control_test` was; `not_needed` says that the change does not touch this plan,
    `test_not_needed` that it asks for no feedback test.
    """

    curriculum_change = link(CurriculumChange)
    calendar_plan = link(CalendarPlan)
    not_needed = Flag()
    test_not_needed = Flag()
    corrected_on = Day(null=True)
    considered_on = Day(null=True)
    meeting = link(Meeting, null=True)
    agreed_on = Day(null=True)
    approved_on = Day(null=True)
    test_made_on = Day(null=True)
    control_test = link(ControlTest, null=True)
    note = Text()

    class Meta:
        """A change meets a plan once."""

        indexes = ((("curriculum_change", "calendar_plan"), True),)
