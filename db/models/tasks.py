"""What was promised: by a decision, whose task lives on outside the lock of its protocol, or by anything else."""

from __future__ import annotations

from db.models.fields import Code, Count, Day, Text, link
from db.models.meetings import Decision, Meeting
from db.models.members import Association
from db.models.record import Record
from db.models.schools import Person

STATES = ("open", "in_work", "done", "partly", "not_done", "extended", "closed")


class Task(Record):
    """Work that was promised. A decision's task has the decision's text, owners and term, and here only what differs.

    Any other task has a text, the day it was given and owners (`TaskOwner`) of its own; a tie says what it was made of.
    """

    association = link(Association)
    decision = link(Decision, null=True, unique=True)
    text = Text()
    given_on = Day(null=True)
    state = Code(*STATES)
    deadline = Day(null=True)
    note = Text()
    closed_on = Day(null=True)


class TaskOwner(Record):
    """Who answers for a task that is no decision's."""

    task = link(Task)
    position = Count()
    person = link(Person)


class TaskReview(Record):
    """What a later meeting found about a task."""

    meeting = link(Meeting)
    task = link(Task)
    state = Code(*STATES)
    deadline = Day(null=True)
    note = Text()

    class Meta:
        """A meeting looks at a task once."""

        indexes = ((("meeting", "task"), True),)
