"""What was seen in a lesson: the sheet with its scored aspects, and the advice given."""

from __future__ import annotations

from db.models.events import Activity
from db.models.fields import Count, Day, Flag, Text, link
from db.models.members import Association
from db.models.record import Record
from db.models.schools import Person


class Aspect(Record):
    """What an association looks at in a lesson, in both languages; one no longer used keeps its scores."""

    association = link(Association)
    position = Count()
    ky = Text()
    ru = Text()
    used = Flag(default=True)


class Observation(Record):
    """The analysis of one lesson by one observer, of the school (`observer`) or from outside (`observer_guest`).

    `listed` and `present` count pupils. `highest` is the best score of the school's scale when the sheet was begun.
    A lesson's aims are of three kinds: what is to be learnt, what is to be developed, how pupils are brought up.
    """

    activity = link(Activity)
    observer = link(Person, null=True)
    observer_guest = Text()
    visit_aim = Text()
    learning_aim = Text()
    developing_aim = Text()
    upbringing_aim = Text()
    listed = Count(null=True)
    present = Count(null=True)
    highest = Count(default=3)
    strong = Text()
    weak = Text()
    conclusions = Text()
    self_analysis = Text()
    acquainted_on = Day(null=True)


class ObservationScore(Record):
    """What one aspect was scored; None as long as it was not."""

    observation = link(Observation)
    aspect = link(Aspect)
    score = Count(null=True)
    note = Text()

    class Meta:
        """An aspect is scored once."""

        indexes = ((("observation", "aspect"), True),)


class Advice(Record):
    """One piece of advice to the teacher; a tie says what became of it."""

    observation = link(Observation)
    position = Count()
    text = Text()
