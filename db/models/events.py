"""What the leader directs: open lessons, visits, extracurricular work, subject weeks with their events, contests."""

from __future__ import annotations

from db.models.fields import Clock, Code, Count, Day, Text, link
from db.models.members import Association
from db.models.record import Record
from db.models.schools import Person

KINDS = ("open_lesson", "visit", "extracurricular", "subject_event", "week", "contest", "olympiad")
LEVELS = ("", "association", "school", "district", "region", "republic", "international")


class Activity(Record):
    """An event of the school (иш-чара); «event» is the log's word here. A lesson's `title` is its topic.

    `held_on` is its day, or the first of several up to `ends_on`. The events of a subject week are `part_of` it.
    `form` is the type of a lesson, the form of an event (evening, quiz, excursion).
    """

    association = link(Association)
    first_year = Count()
    kind = Code(*KINDS)
    title = Text()
    form = Text()
    subject = Text()
    classes = Text()
    room = Text()
    held_on = Day(null=True)
    ends_on = Day(null=True)
    lesson = Count(null=True)
    starts = Clock()
    level = Code(*LEVELS)
    state = Code("planned", "held", "cancelled")
    reason = Text()
    part_of = link("self", null=True)
    aim = Text()
    tasks = Text()
    participants = Count(null=True)
    course = Text()
    results = Text()
    conclusion = Text()
    note = Text()

    class Meta:
        """Read by year, of one association or the whole school; the journal begins with an association's last day."""

        indexes = ((("first_year", "association", "kind"), False), (("association", "held_on"), False))


class ActivityPerson(Record):
    """Who gives the lesson or answers for the event, and who visits it; a visitor from outside is named in `guest`."""

    activity = link(Activity)
    role = Code("responsible", "visitor")
    position = Count()
    person = link(Person, null=True)
    guest = Text()


class ActivityMove(Record):
    """That an activity was moved: from which day, and why."""

    activity = link(Activity)
    moved_on = Day()
    old_day = Day(null=True)
    old_ends = Day(null=True)
    old_lesson = Count(null=True)
    reason = Text()


class ActivityResult(Record):
    """A result: a class's or a pupil's place (as it was said: «1-орун»), and how they were rewarded."""

    activity = link(Activity)
    kind = Code("class", "pupil")
    position = Count()
    name = Text()
    class_name = Text()
    place = Text()
    award = Text()
