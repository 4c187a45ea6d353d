"""Sections 12 to 14: best practice, courses and attestation, evaluation and rewards."""

from __future__ import annotations

from collections.abc import Iterable

from db.analysis.rows import Coded, Fact, Line, Part, Scope, Table, Value, of_table, table
from db.analysis.staff import young
from db.evaluations import reading as evaluations
from db.evaluations.rows import Period, Total
from db.evaluations.totals import totals
from db.growth import reading
from db.growth.rows import AwardRow
from db.members import members
from db.models.growth import STAGES
from db.rewards.reading import rewards
from db.rules.quality import share


def practice_part(of: Scope) -> Part:
    """Section 12: whose experience was studied, generalised and spread in the time, and at which level."""
    begins, ends = of.bounds
    found = reading.practices(of.association_id, None, begins, ends)
    steps = [(each, step) for each in found for step in each.steps if step.done_on and of.within(step.done_on)]
    if not found:
        return Part(12)
    values: dict[str, Value] = {"count": len(found)}
    values |= {stage: sum(step.stage == stage for _of, step in steps) for stage in STAGES}
    lines = [
        Line((each.name, each.topic, Coded("stage", step.stage), step.done_on, Coded("level", step.level),
              step.meeting_number, each.result), (("practice", each.id),))
        for each, step in steps
    ]  # fmt: skip
    made = table("practices", "author topic stage day level meeting result", lines)
    return Part(12, (Fact("practices", values, of_table("practice", found)),), made)


def courses_part(of: Scope) -> Part:
    """Section 13: courses and their hours, categories given, mentors and young teachers, self-education."""
    begins, ends = of.bounds
    asked = of.association_id, None, begins, ends
    courses, categories = reading.courses(*asked), reading.attestations(*asked)
    pairs, topics = reading.mentoring(*asked), reading.self_education(*asked)
    there = {each.person_id for each in members(of.association_id, of.until)}
    trained, novices = {each.person_id for each in courses} & there, young(of)
    values: dict[str, Value] = {
        "count": len(courses), "people": len(trained), "members": len(there),
        "hours": sum(each.hours or 0 for each in courses), "share": share(len(trained), len(there)),
    }  # fmt: skip
    facts = [Fact("courses", values, of_table("course", courses))]
    for code, table_name, found in (
        ("attestations", "attestation", categories), ("mentoring", "mentoring", pairs),
        ("young_teachers", "member", novices), ("self_education", "self_education", topics),
    ):  # fmt: skip
        if found:
            facts.append(Fact(code, {"count": len(found)}, of_table(table_name, found)))
    empty = len(facts) == 1 and not courses
    taken = [
        Line((each.name, each.topic, each.provider, Coded("course", each.form), each.hours, each.day, each.certificate),
             (("course", each.id),))
        for each in courses
    ]  # fmt: skip
    given = [
        Line((each.name, Coded("category", each.category), each.given_on, each.order_number, each.valid_until),
             (("attestation", each.id),))
        for each in categories
    ]  # fmt: skip
    helped = [Line((each.name, each.novice, each.begins, each.result), (("mentoring", each.id),)) for each in pairs]
    return Part(13, () if empty else tuple(facts), (
        *table("courses", "teacher course provider form hours day certificate", taken),
        *table("attestations", "teacher category day order valid_until", given),
        *table("mentoring", "mentor young_teacher begins result", helped),
    ))  # fmt: skip


def evaluated(of: Scope) -> list[tuple[Period, tuple[Total, ...]]]:
    """The evaluations whose last day is in the time, each with its totals."""
    found = evaluations.evaluations(of.association_id, of.first_year)
    return [(each, totals(each.id)) for each in found if of.within(each.ends)]


def reward_part(of: Scope) -> Part:
    """Section 14: evaluations with the points given, proposals to reward and what became of them, awards."""
    begins, ends = of.bounds
    periods = evaluated(of)
    proposed = [each for each in rewards(of.association_id, of.first_year) if of.within(each.proposed_on)]
    awards = reading.awards(of.association_id, None, begins, ends)
    facts: list[Fact] = []
    if periods:
        closed = sum(bool(each.locked) for each, _totals in periods)
        values: dict[str, Value] = {"count": len(periods), "closed": closed}
        facts.append(Fact("evaluations", values, of_table("evaluation", [each for each, _totals in periods])))
    if proposed:
        granted = sum(each.state == "granted" for each in proposed)
        facts.append(Fact("rewards", {"count": len(proposed), "granted": granted}, of_table("reward", proposed)))
    if awards:
        facts.append(Fact("awards", {"count": len(awards)}, of_table("award", awards)))
    asked = [
        Line((each.name, each.award, each.proposed_on, Coded("reward", each.state), each.resolution_number),
             (("reward", each.id),))
        for each in proposed
    ]  # fmt: skip
    return Part(14, tuple(facts), (
        *_periods(periods), *table("rewards", "teacher award day state protocol", asked), *_awards(awards),
    ))  # fmt: skip


def _periods(found: Iterable[tuple[Period, tuple[Total, ...]]]) -> tuple[Table, ...]:
    """The evaluations with sums in tenths of a point; the fund in тыйын is of the school's own choice."""
    lines = []
    for each, sheets in found:
        points = sorted((total.points for total in sheets), reverse=True)
        cells: tuple[Value, ...] = (
            Coded("period", f"{each.period} {each.part}"), len(points), sum(points), points[0] if points else None,
            points[-1] if points else None, each.fund,
        )  # fmt: skip
        lines.append(Line(cells, (("evaluation", each.id),)))
    return table("evaluations", "period people points highest lowest fund", lines)


def _awards(found: Iterable[AwardRow]) -> tuple[Table, ...]:
    lines = [
        Line((each.name, each.title, each.known_year, Coded("level", each.level)),
             (("award", each.id),))
        for each in found
    ]  # fmt: skip
    return table("awards", "teacher award year level", lines)
