"""A meeting and all that is said and decided in it. Every working row names its meeting, so one rule locks them all."""

from __future__ import annotations

from db.models.fields import Clock, Code, Count, Day, Flag, Text, link
from db.models.members import Association
from db.models.record import Record
from db.models.schools import Person


class Meeting(Record):
    """One meeting; final and signed are not states of the row but follow from its protocol's lock."""

    association = link(Association)
    first_year = Count()
    number = Count()
    held_on = Day(null=True)
    planned_time = Clock()
    started_at = Clock()
    ended_at = Clock()
    place = Text()
    chair = link(Person, null=True)
    secretary = link(Person, null=True)
    state = Code("planned", "in_progress", "draft", "cancelled")
    cancelled_reason = Text()

    class Meta:
        """Listed by year and date."""

        indexes = ((("association", "first_year", "number"), False), (("association", "held_on"), False))


class AgendaItem(Record):
    """A question of the agenda with what was heard about it; parked ones go to the next meeting, continued ones too."""

    meeting = link(Meeting)
    position = Count()
    kind = Code("ordinary", "review", "plan_done")
    state = Code("planned", "parked", "continued")
    title = Text()
    reporter = link(Person, null=True)
    reporter_guest = Text()
    planned_minutes = Count(null=True)
    heard = Text()
    copied_from = link("self", null=True)


class Attendance(Record):
    """How one member took part; `from_item`, `until_item` are positions on the agenda."""

    meeting = link(Meeting)
    person = link(Person)
    state = Code("present", "late", "left", "online", "absent")
    reason = Code(
        "", "ill", "business_trip", "course", "leave", "child_leave", "teaching", "other_school", "sent", "family",
        "excused", "unexcused",
    )  # fmt: skip
    reason_text = Text()
    arrived = Clock()
    from_item = Count(null=True)
    until_item = Count(null=True)

    class Meta:
        """A member is at a meeting once."""

        indexes = ((("meeting", "person"), True),)


class Guest(Record):
    """Someone invited who is no member: name and office as they are printed."""

    meeting = link(Meeting)
    position = Count()
    name = Text()
    office = Text()


class Speech(Record):
    """Something said: by a person of the school, or by a guest named in `guest`."""

    meeting = link(Meeting)
    agenda_item = link(AgendaItem)
    position = Count()
    kind = Code("speech", "question", "answer", "criticism", "remark")
    person = link(Person, null=True)
    guest = Text()
    text = Text()


class Proposal(Record):
    """What a teacher proposed, and the meeting's answer."""

    meeting = link(Meeting)
    agenda_item = link(AgendaItem)
    position = Count()
    person = link(Person, null=True)
    text = Text()
    outcome = Code("open", "accepted", "rejected", "postponed", "merged")
    reason = Text()


class Decision(Record):
    """A decision with its term: a day, or the next meeting."""

    meeting = link(Meeting)
    agenda_item = link(AgendaItem)
    position = Count()
    text = Text()
    deadline = Day(null=True)
    deadline_next_meeting = Flag()


class DecisionOwner(Record):
    """Who answers for a decision."""

    meeting = link(Meeting)
    decision = link(Decision)
    position = Count()
    person = link(Person)


class Vote(Record):
    """The vote on an item; unanimous means all who could vote, whatever the counts say."""

    meeting = link(Meeting)
    agenda_item = link(AgendaItem)
    unanimous = Flag()
    votes_for = Count(default=0)
    against = Count(default=0)
    abstained = Count(default=0)
    not_voting = Count(default=0)


class Candidate(Record):
    """A candidate voted on under an item."""

    meeting = link(Meeting)
    agenda_item = link(AgendaItem)
    position = Count()
    person = link(Person)
    votes = Count(default=0)


class Appointment(Record):
    """How a leader or secretary came to be: elected under an agenda item, or appointed by an order."""

    association = link(Association)
    person = link(Person)
    role = Code("leader", "secretary")
    manner = Code("elected", "appointed")
    agenda_item = link(AgendaItem, null=True)
    order_number = Text()
    order_date = Day(null=True)
    since = Day(null=True)
    until = Day(null=True)
