"""Classes as cohorts, their marks as counts, and what is done about them: levels, standard, transition, handover."""

from __future__ import annotations

from db.models.control_tests import ControlTest, ControlTestRequirement
from db.models.fields import Code, Count, Day, Text, link
from db.models.members import Association
from db.models.record import Record
from db.models.schools import Person, School

PERIODS = ("quarter", "half", "year")
MARKS = tuple(f"mark_{mark}" for mark in range(1, 11))
"""The columns that count pupils by mark; of a five-point year only `mark_2` to `mark_5` are used."""


class QualityYear(Record):
    """A school year's rules: the best mark, the least mark of each level on a scale of ten, grades without marks
    («1,2,3»), the last primary grade, СОУ's weights in percent, the thresholds of a fall in percentage points, and
    under how many pupils a comparison says little.
    """

    school = link(School)
    first_year = Count()
    scale = Code("5", "10")
    least_five = Count(default=9)
    least_four = Count(default=7)
    least_three = Count(default=5)
    ungraded = Text(default="1,2,3")
    last_primary = Count(default=4)
    weight_five = Count(default=100)
    weight_four = Count(default=64)
    weight_three = Count(default=36)
    weight_two = Count(default=16)
    weight_not_assessed = Count(default=7)
    attention = Count(default=5)
    alarm = Count(default=10)
    small_class = Count(default=10)

    class Meta:
        """One set of rules a year."""

        indexes = ((("school", "first_year"), True),)


class Cohort(Record):
    """The same pupils through the years, whatever number and letter their class bears."""

    school = link(School)
    note = Text()


class SchoolClass(Record):
    """A cohort's class in one year: its grade, letter, class teacher, and pupils on the list in September."""

    cohort = link(Cohort)
    first_year = Count()
    grade = Count()
    letter = Text()
    class_teacher = link(Person, null=True)
    pupils = Count(null=True)

    class Meta:
        """A cohort has one class a year; read by year."""

        indexes = ((("cohort", "first_year"), True), (("first_year", "grade", "letter"), False))


class MarkSheet(Record):
    """How many pupils of a class got which mark in a subject in a period (`part` is its number, 0 for the year).

    `listed` are those on the list at its end; the exempt are among them, those not assessed (н/а) too.
    `hours_*` are lessons by the programme and taught; `one_three`, `one_four` pupils with a single «3» or «4».
    """

    school_class = link(SchoolClass)
    subject = Text()
    period = Code(*PERIODS)
    part = Count(default=0)
    teacher = link(Person, null=True)
    listed_start = Count(null=True)
    arrived = Count(null=True)
    departed = Count(null=True)
    listed = Count()
    exempt = Count(default=0)
    not_assessed = Count(default=0)
    mark_1 = Count(default=0)
    mark_2 = Count(default=0)
    mark_3 = Count(default=0)
    mark_4 = Count(default=0)
    mark_5 = Count(default=0)
    mark_6 = Count(default=0)
    mark_7 = Count(default=0)
    mark_8 = Count(default=0)
    mark_9 = Count(default=0)
    mark_10 = Count(default=0)
    one_three = Count(null=True)
    one_four = Count(null=True)
    hours_plan = Count(null=True)
    hours_taught = Count(null=True)
    behind = Text()

    class Meta:
        """Looked up by class and period, or by who teaches."""

        indexes = ((("school_class", "period", "part", "subject"), False),)


class ClassResult(Record):
    """A class as a whole at the end of a period: who has only «5», only «4» and «5», a single «4» or «3», who fails."""

    school_class = link(SchoolClass)
    period = Code(*PERIODS)
    part = Count(default=0)
    listed_start = Count(null=True)
    arrived = Count(null=True)
    departed = Count(null=True)
    listed = Count()
    all_five = Count(default=0)
    four_five = Count(default=0)
    one_four = Count(default=0)
    one_three = Count(default=0)
    failing = Count(default=0)
    not_assessed = Count(default=0)
    note = Text()

    class Meta:
        """One a period."""

        indexes = ((("school_class", "period", "part"), True),)


class ClassMove(Record):
    """A pupil who came to a class or left it."""

    school_class = link(SchoolClass)
    kind = Code("arrived", "departed")
    pupil = Text()
    moved_on = Day(null=True)
    note = Text()


class LevelWork(Record):
    """The work with one group of a class in a subject: how many pupils master it at this level, what is done with them,
    when, by whom, and what the next test showed.
    """

    association = link(Association)
    school_class = link(SchoolClass)
    subject = Text()
    quarter = Count()
    level = Code("high", "middle", "low")
    pupils = Count(null=True)
    work = Text()
    time = Text()
    person = link(Person, null=True)
    result = Text()
    control_test = link(ControlTest, null=True)

    class Meta:
        """Read by class."""

        indexes = ((("school_class", "subject", "quarter", "level"), False),)


class StandardMeasure(Record):
    """What is done about a requirement of the standard that a test found not mastered."""

    control_test_requirement = link(ControlTestRequirement)
    measure = Text()
    person = link(Person, null=True)
    deadline = Day(null=True)
    done_on = Day(null=True)
    note = Text()


class Transition(Record):
    """What is known beyond the marks of a cohort's first year after primary school, in one subject.

    `compared` are the same pupils in both years; `good_*` of them with «4» and «5», `passed_*` with «3» and better.
    """

    association = link(Association)
    cohort = link(Cohort)
    subject = Text()
    first_year = Count()
    cause = Text()
    measure = Text()
    compared = Count(null=True)
    good_before = Count(null=True)
    passed_before = Count(null=True)
    good_after = Count(null=True)
    passed_after = Count(null=True)

    class Meta:
        """One a subject."""

        indexes = ((("cohort", "subject", "first_year"), False),)


class ClassHandover(Record):
    """A class handed from one teacher to another, or how its pupils settled in the next stage (October)."""

    association = link(Association)
    school_class = link(SchoolClass)
    kind = Code("handover", "adaptation")
    held_on = Day(null=True)
    from_person = link(Person, null=True)
    to_person = link(Person, null=True)
    listed = Count(null=True)
    subjects = Text()
    strong = Text()
    weak = Text()
    lessons_visited = Text()
    tests = Text()
    questionnaire = Text()
    advice = Text()
    conclusion = Text()
