"""What was promised: a decision's life after its meeting, outside the lock of the protocol."""

from __future__ import annotations

from db.models.fields import Code, Day, Text, link
from db.models.meetings import Decision, Meeting
from db.models.record import Record

STATES = ("open", "in_work", "done", "partly", "not_done", "extended", "closed")


class Task(Record):
    """The work that a decision asks for; text and owners are the decision's own. `deadline` only when it was moved."""

    decision = link(Decision, unique=True)
    state = Code(*STATES)
    deadline = Day(null=True)
    note = Text()
    closed_on = Day(null=True)


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
