"""Sections 10 and 11: open lessons and visits, and the work outside lessons."""

from __future__ import annotations

from collections import Counter

from db.analysis.rows import Coded, Fact, Line, Part, Scope, Table, of_table, table
from db.events.reading import activities
from db.events.rows import Activity, Result
from db.observations import reading
from db.observations.rows import Sheet

LESSONS = ("open_lesson", "visit")
OUTSIDE = ("extracurricular", "subject_event", "week", "contest", "olympiad")


def events(of: Scope, kinds: tuple[str, ...]) -> list[Activity]:
    """The activities of the time that were not called off."""
    found = activities(of.association_id, of.first_year, kinds=kinds)
    return [each for each in found if each.state != "cancelled" and of.within(each.held_on)]


def sheets(found: list[Activity]) -> list[Sheet]:
    """The analyses of some lessons."""
    return reading.sheets_of([each.id for each in found])


def lessons_part(of: Scope) -> Part:
    """Section 10: open lessons held and analysed, visits, and who gave and visited how many."""
    found = events(of, LESSONS)
    given = [each for each in found if each.kind == "open_lesson"]
    held = [each for each in given if each.state == "held"]
    visits = [each for each in found if each.kind == "visit" and each.state == "held"]
    if not found:
        return Part(10)
    analysed = {each.lesson.id for each in sheets([*held, *visits])}
    facts = (
        Fact("open_lessons", {"held": len(held), "planned": len(given)}, of_table("activity", given)),
        Fact("visits", {"count": len(visits)}, of_table("activity", visits)),
        Fact("analysed", {"count": len(analysed), "of": len(held) + len(visits)},
             tuple(("activity", each) for each in sorted(analysed))),
    )  # fmt: skip
    lines = [
        Line((each.responsible[0].name if each.responsible else None, each.held_on, each.classes, each.subject,
              each.title, len(each.visitors)), (("activity", each.id),))
        for each in held
    ]  # fmt: skip
    made = table("open_lessons", "teacher day class subject topic visitors", lines)
    return Part(10, facts, (*made, *_by_visitor(visits)))


def _by_visitor(visits: list[Activity]) -> tuple[Table, ...]:
    """Who visited how many lessons of others; a guest too."""
    counted = Counter((who.person_id, who.guest) for each in visits for who in each.visitors)
    names = {(who.person_id, who.guest): who.name for each in visits for who in each.visitors}
    order = sorted(counted, key=lambda key: (-counted[key], names[key].listed))
    return table("visits", "visitor count", [
        Line((names[key], counted[key]), of_table("activity", [
            each for each in visits if key in {(who.person_id, who.guest) for who in each.visitors}
        ])) for key in order
    ])  # fmt: skip


def outside_part(of: Scope) -> Part:
    """Section 11: what was held by kinds, and the places that pupils won."""
    found = events(of, OUTSIDE)
    if not found:
        return Part(11)
    held = [each for each in found if each.state == "held"]
    outcomes = [(each, result) for each in held for result in each.outcomes]
    pupils = sum(each.participants or 0 for each in held)
    facts = [Fact("outside", {"held": len(held), "planned": len(found)}, of_table("activity", found))]
    if pupils:
        facts.append(Fact("participants", {"count": pupils}, of_table("activity", held)))
    if outcomes:
        behind = of_table("activity", {each.id: each for each, _result in outcomes}.values())
        facts.append(Fact("outcomes", {"count": len(outcomes)}, behind))
    return Part(11, tuple(facts), (*_kinds(found), *_outcomes(outcomes), *_held(held)))


def _kinds(found: list[Activity]) -> tuple[Table, ...]:
    lines = []
    for kind in OUTSIDE:
        some = [each for each in found if each.kind == kind]
        held = sum(each.state == "held" for each in some)
        if some:
            lines.append(Line((Coded("event", kind), held, len(some)), of_table("activity", some)))
    return table("kinds", "kind held planned", lines)


def _outcomes(found: list[tuple[Activity, Result]]) -> tuple[Table, ...]:
    lines = [
        Line((each.title or each.subject, Coded("level", each.level), result.name, result.class_name,
              result.place, result.award), (("activity", each.id),))
        for each, result in found
    ]  # fmt: skip
    return table("outcomes", "event level pupil class place award", lines)


def _held(found: list[Activity]) -> tuple[Table, ...]:
    lines = [
        Line((each.held_on, Coded("event", each.kind), each.title or each.subject, each.classes,
              each.responsible[0].name if each.responsible else None, each.participants), (("activity", each.id),))
        for each in found
    ]  # fmt: skip
    return table("held", "day kind event class responsible participants", lines)
