"""The study of how a subject is taught over a period, which ends in a memo; and free letters of the association."""

from __future__ import annotations

from db.models.control_tests import ControlTest
from db.models.events import Activity
from db.models.fields import Code, Count, Day, Text, link
from db.models.members import Association
from db.models.record import Record
from db.models.schools import Person


class Study(Record):
    """A study of one subject or class: several visits, notebook checks, tests; `findings` and on are the memo's."""

    association = link(Association)
    first_year = Count()
    title = Text()
    subject = Text()
    classes = Text()
    begins = Day(null=True)
    ends = Day(null=True)
    aim = Text()
    findings = Text()
    conclusions = Text()
    suggestions = Text()
    finished_on = Day(null=True)


class StudyPerson(Record):
    """Who studied."""

    study = link(Study)
    position = Count()
    person = link(Person)


class StudyPart(Record):
    """One thing looked at: a visited lesson, a test, the notebooks of a class, or anything else told in words."""

    study = link(Study)
    position = Count()
    kind = Code("visit", "test", "notebooks", "other")
    activity = link(Activity, null=True)
    control_test = link(ControlTest, null=True)
    held_on = Day(null=True)
    class_name = Text()
    person = link(Person, null=True)
    text = Text()


class Letter(Record):
    """A free paper with the school's head and the leader's signature."""

    association = link(Association)
    first_year = Count()
    number = Text()
    written_on = Day(null=True)
    addressee = Text()
    title = Text()
    body = Text()
