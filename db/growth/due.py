"""What of the members' growth falls due: categories that run out, the next course, stages of self-education."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from db import kept, settings
from db.growth.reading import attestations, courses, self_education
from db.members import members
from db.rules import growth as rule
from db.rules.names import Name

NEAR = dt.timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Due:
    """What falls due on a day: `kind` attestation, course or stage; the record that says so; `title`: its text.

    `months`: how near the end of a category is (3, 6 or 12), 0 for what has passed; None for what comes without that.
    """

    kind: str
    table: str
    row_id: int
    uid: str
    person_id: int
    name: Name
    title: str
    day: dt.date
    months: int | None = None


def due(association_id: int, today: dt.date) -> list[Due]:
    """Of today's members, by day: categories from 12 months ahead, the next course from 12 months ahead, open stages.

    What the school does not keep is left out; of several categories or courses of a person the newest counts.
    """
    off, there = kept.not_kept(association_id), {each.person_id for each in members(association_id, today)}
    found: list[Due] = []
    if "attestation" not in off:
        found += _categories(association_id, today)
    if "courses" not in off:
        found += _courses(association_id, today)
    if "self_education" not in off:
        found += _stages(association_id)
    return sorted((each for each in found if each.person_id in there), key=lambda each: (each.day, each.row_id))


def near(of: Due, today: dt.date) -> bool:
    """Whether it is time to say so: a stage in the next 14 days or late; the rest when 12 or 6 months are left, for 14
    days, and from 3 months on.
    """
    if of.months is None:
        return of.day - today <= NEAR
    return of.months in (0, 3) or today - rule.months_later(of.day, -of.months) <= NEAR


def course_years(association_id: int) -> int:
    """After how many years the next course is due; 0 where the school sets no term (the law sets none since 2023)."""
    typed = settings.get("course_years", association_id)
    return int(typed) if typed.isdecimal() else 0


def _categories(association_id: int, today: dt.date) -> Iterator[Due]:
    seen: set[int] = set()
    for each in attestations(association_id):
        if each.person_id in seen:
            continue
        seen.add(each.person_id)
        months = rule.warned(each.valid_until, today) if each.valid_until else None
        if each.valid_until and months is not None:
            yield Due("attestation", "attestation", each.id, each.uid, each.person_id, each.name, each.category,
                      each.valid_until, months)  # fmt: skip


def _courses(association_id: int, today: dt.date) -> Iterator[Due]:
    seen: set[int] = set()
    years = course_years(association_id)
    for each in courses(association_id) if years else ():
        if each.person_id in seen or each.day is None:
            continue
        seen.add(each.person_id)
        day = rule.next_course(each.day, years)
        months = rule.warned(day, today) if day else None
        if day and months is not None:
            yield Due("course", "course", each.id, each.uid, each.person_id, each.name, each.topic, day, months)


def _stages(association_id: int) -> Iterator[Due]:
    for topic in self_education(association_id):
        for each in topic.stages:
            if each.done_on is None and each.deadline is not None:
                title = " · ".join((topic.topic, each.text))
                yield Due("stage", "self_education_stage", each.id, each.uid, topic.person_id, topic.name, title,
                          each.deadline)  # fmt: skip
