"""How members grow: courses, attestation, self-education, best practice, mentoring, awards, methodical work."""

from __future__ import annotations

from db.models.events import LEVELS
from db.models.fields import Code, Count, Day, Text, link
from db.models.meetings import AgendaItem
from db.models.members import Association
from db.models.record import Record
from db.models.schools import Person

STAGES = ("study", "generalise", "spread")
"""Үйрөнүү → жалпылоо → жайылтуу."""


class Course(Record):
    """A course of further training; `shared_item` is the item of a meeting at which she told colleagues of it."""

    association = link(Association)
    person = link(Person)
    provider = Text()
    project = Text()
    topic = Text()
    form = Code("", "onsite", "online", "mixed", "project")
    hours = Count(null=True)
    begins = Day(null=True)
    ends = Day(null=True)
    certificate = Text()
    certified_on = Day(null=True)
    shared_item = link(AgendaItem, null=True)
    note = Text()


class Attestation(Record):
    """A category given to a person, until when it holds."""

    association = link(Association)
    person = link(Person)
    category = Code("second", "first", "highest")
    given_on = Day(null=True)
    order_number = Text()
    valid_until = Day(null=True)
    note = Text()


class SelfEducation(Record):
    """A topic that a person studies by herself, from and to which school year, and how she reports."""

    association = link(Association)
    person = link(Person)
    topic = Text()
    first_year = Count()
    last_year = Count(null=True)
    report_form = Text()
    result = Text()


class SelfEducationStage(Record):
    """A stage of a topic: what, by when, done when; told at which item of a meeting."""

    self_education = link(SelfEducation)
    position = Count()
    text = Text()
    deadline = Day(null=True)
    done_on = Day(null=True)
    agenda_item = link(AgendaItem, null=True)


class Practice(Record):
    """A teacher's best practice: what it is about, why, and its result in figures."""

    association = link(Association)
    person = link(Person)
    topic = Text()
    essence = Text()
    grounds = Text()
    result = Text()
    materials = Text()


class PracticeStep(Record):
    """A step of best practice: studied, generalised, or spread and at which level; by which decision of a meeting."""

    practice = link(Practice)
    stage = Code(*STAGES)
    done_on = Day(null=True)
    level = Code(*LEVELS)
    place = Text()
    agenda_item = link(AgendaItem, null=True)
    note = Text()


class Mentoring(Record):
    """A pair: who helps which young teacher, from when to when."""

    association = link(Association)
    mentor = link(Person)
    novice = link(Person)
    begins = Day(null=True)
    ends = Day(null=True)
    plan = Text()
    result = Text()


class Award(Record):
    """An award that a person has; of old ones often only the year is known."""

    association = link(Association)
    person = link(Person)
    title = Text()
    level = Code(*LEVELS)
    year = Count(null=True)
    awarded_on = Day(null=True)
    order_number = Text()
    note = Text()


class MethodicalWork(Record):
    """A report, seminar, publication or other methodical work that no other record tells of."""

    association = link(Association)
    person = link(Person)
    kind = Code("report", "seminar", "publication", "other")
    title = Text()
    level = Code(*LEVELS)
    held_on = Day(null=True)
    place = Text()
    note = Text()
