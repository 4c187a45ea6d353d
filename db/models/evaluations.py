"""Evaluation for incentive pay: the school's criteria in versions, a period's sheets, appeals, what is closed.

Points are kept in tenths, so that «2,5» is exact; money in тыйын; shares of load and period in thousandths.
"""

from __future__ import annotations

from peewee import IntegerField, TextField

from db.models.fields import Code, Count, Day, Flag, Text, link
from db.models.meetings import Meeting
from db.models.members import Association
from db.models.record import Record
from db.models.schools import Person

PERIODS = ("quarter", "month", "half", "year")
STATES = ("collecting", "self", "association", "commission", "announced", "appeal", "closed")
RULES = ("level", "item", "once", "minus")
SOURCES = (
    "", "quality", "quality_growth", "pass_rate", "transition", "open_lesson", "extracurricular", "contest",
    "methodical_work", "practice", "visit", "course", "mentoring", "attendance", "leadership", "tasks",
)  # fmt: skip
"""Which records propose a criterion's points; empty where only a person can say."""


class CriteriaVersion(Record):
    """The criteria as a meeting or council adopted them; a changed set is a new version."""

    association = link(Association)
    number = Count()
    title = Text()
    adopted_by = Text()
    adopted_on = Day(null=True)
    meeting = link(Meeting, null=True)
    state = Code("draft", "adopted")


class CriteriaSection(Record):
    """A group of criteria under one heading."""

    criteria_version = link(CriteriaVersion)
    position = Count()
    ky = Text()
    ru = Text()


class Criterion(Record):
    """What is rewarded: `most` is its cap (of `minus` how much it may take away), in tenths of a point.

    By `level` the best step reached counts, by `item` each record up to the cap, `once` any record, `minus` takes away.
    `scope` says for whom it is meant.
    """

    criteria_section = link(CriteriaSection)
    position = Count()
    ky = Text()
    ru = Text()
    indicator_ky = Text()
    indicator_ru = Text()
    proof_ky = Text()
    proof_ru = Text()
    rule = Code(*RULES)
    most = Count()
    source = Code(*SOURCES)
    scope = Code("all", "primary", "middle")
    needs_proof = Flag()
    may_not_apply = Flag()


class CriterionStep(Record):
    """Points (in tenths) of a level or a kind of item. `least` is the threshold a figure must reach, in tenths of
    percent or of a percentage point (may be below zero); `match` the kind of record (a level, a role) that it is for.
    """

    criterion = link(Criterion)
    position = Count()
    ky = Text()
    ru = Text()
    points = Count()
    least = IntegerField(null=True)
    match = Text()


class Evaluation(Record):
    """A period in which the members are evaluated by the version it began with. `fund` is in тыйын, empty where the
    school has none; the shares count where `by_load`, `by_period` say so.
    """

    association = link(Association)
    first_year = Count()
    period = Code(*PERIODS)
    part = Count(default=0)
    begins = Day()
    ends = Day()
    criteria_version = link(CriteriaVersion)
    state = Code(*STATES)
    meeting = link(Meeting, null=True)
    association_on = Day(null=True)
    commission_number = Text()
    commission_on = Day(null=True)
    commission_chair = Text()
    commission_members = Text()
    announced_on = Day(null=True)
    appeal_until = Day(null=True)
    closed_on = Day(null=True)
    order_number = Text()
    fund = IntegerField(null=True)
    by_load = Flag()
    by_period = Flag()
    note = Text()

    class Meta:
        """Read by association and year."""

        indexes = ((("association", "first_year"), False),)


class EvaluationSheet(Record):
    """One person's sheet of a period; her load and the part of the period she worked, in thousandths."""

    evaluation = link(Evaluation)
    person = link(Person)
    load_share = Count(default=1000)
    period_share = Count(default=1000)
    left_on = Day(null=True)
    acquainted_on = Day(null=True)
    note = Text()

    class Meta:
        """One a person."""

        indexes = ((("evaluation", "person"), True),)


class EvaluationPoint(Record):
    """The figures of one criterion in tenths (of `minus` below zero): what the records propose, and what was given by
    herself, the association and the commission; empty is not given yet, and not applicable is not zero.
    """

    evaluation = link(Evaluation)
    evaluation_sheet = link(EvaluationSheet)
    criterion = link(Criterion)
    proposed = IntegerField(null=True)
    self_points = IntegerField(null=True)
    association_points = IntegerField(null=True)
    commission_points = IntegerField(null=True)
    not_applicable = Flag()
    reason = Text()

    class Meta:
        """One a criterion."""

        indexes = ((("evaluation_sheet", "criterion"), True),)


class EvaluationProof(Record):
    """A record that speaks for a criterion's points; `text` is what it said then, `points` in tenths what it counted.

    A proof without a table is one that she typed.
    """

    evaluation = link(Evaluation)
    evaluation_point = link(EvaluationPoint)
    position = Count()
    source_table = Text()
    source_uid = Text()
    text = Text()
    points = IntegerField(null=True)

    class Meta:
        """Asked for by the record: what came of it."""

        indexes = ((("source_uid",), False),)


class Appeal(Record):
    """Somebody disagrees with a criterion's points: why, what was answered, the changed points; the first ones stay."""

    evaluation = link(Evaluation)
    evaluation_sheet = link(EvaluationSheet)
    criterion = link(Criterion, null=True)
    filed_on = Day()
    reason = Text()
    reply = Text()
    decided_on = Day(null=True)
    outcome = Code("", "granted", "partly", "rejected")
    old_points = IntegerField(null=True)
    new_points = IntegerField(null=True)
    protocol_number = Text()


class EvaluationVersion(Record):
    """An evaluation as it was closed: all plain values of that day as canonical JSON, with its SHA-256."""

    evaluation = link(Evaluation)
    version = Count()
    reason = Text()
    content = TextField()
    content_digest = TextField()
    chain_head = TextField()
    made_at = TextField()

    class Meta:
        """Versions 1, 2, … of an evaluation."""

        indexes = ((("evaluation", "version"), True),)


class EvaluationLock(Record):
    """The newest row of an evaluation says whether its rows are locked, and why they were unlocked."""

    evaluation = link(Evaluation)
    locked = Flag()
    reason = Text()
    made_at = TextField()
