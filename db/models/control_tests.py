"""Control works and tests of a class, with their marks and the requirements of the standard that they check."""

from __future__ import annotations

from db.models.fields import Code, Count, Day, Text, link
from db.models.members import Association
from db.models.record import Record
from db.models.schools import Person

KINDS = (
    "entry", "feedback", "quarter", "final", "dictation", "copying", "reading", "math_dictation", "essay",
    "exposition", "other",
)  # fmt: skip


class ControlTest(Record):
    """A test of one class in one subject. `listed` and `wrote` count pupils; `scale` is the best mark, 5 or 10."""

    association = link(Association)
    first_year = Count()
    kind = Code(*KINDS)
    title = Text()
    reason = Text()
    subject = Text()
    class_name = Text()
    teacher = link(Person, null=True)
    author = link(Person, null=True)
    held_on = Day(null=True)
    lesson = Count(null=True)
    room = Text()
    state = Code("planned", "held", "cancelled")
    scale = Code("5", "10")
    listed = Count(null=True)
    wrote = Count(null=True)
    mistakes = Text()
    measures = Text()
    note = Text()

    class Meta:
        """Read by year, of one association or of the whole school."""

        indexes = ((("first_year", "association"), False),)


class ControlTestMark(Record):
    """How many pupils got a mark."""

    control_test = link(ControlTest)
    mark = Count()
    pupils = Count()

    class Meta:
        """A mark is counted once."""

        indexes = ((("control_test", "mark"), True),)


class ControlTestRequirement(Record):
    """A requirement of the standard that a test checks, and how many pupils mastered it."""

    control_test = link(ControlTest)
    position = Count()
    text = Text()
    mastered = Count(null=True)
