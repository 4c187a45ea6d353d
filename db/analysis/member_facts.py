"""What members did in a year or half-year, counted from the records: the ground of analyses and of rewards."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from peewee import fn

from db import tasks
from db.analysis.member_quality import qualities
from db.growth import reading, timeline
from db.growth.rows import SelfEducationRow
from db.growth.timeline import Moment
from db.models.meetings import Attendance, Meeting
from db.models.ties import Tie
from db.plans.terms import days
from db.rules.calendar import YEAR_BEGINS_IN

NAMED = (
    "reported", "open_lesson", "event", "pupils", "course", "attestation", "practice", "mentoring", "mentored", "award",
    "methodical_work",
)  # fmt: skip
"""Kinds of moments of which each is named."""
COUNTED = ("spoke", "proposed", "visited", "was_visited", "sheet", "studied")
"""Kinds of which there are many, so that only their number is told."""
KINDS = ("quality", "passed", "meetings", "tasks", "overdue", "self_education", *NAMED, *COUNTED)
"""What a fact can be."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that the records tell of somebody; which fields are filled depends on `kind`.

    `count` of `of` (meetings, tasks, stages); `titles` of what is named; `detail` is a class, or the code of a stage of
    practice or of a category; `value` and `before` are shares in percent, None where not known.
    """

    kind: str
    count: int = 0
    of: int = 0
    titles: tuple[str, ...] = ()
    detail: str = ""
    value: Fraction | None = None
    before: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """A school year by the year in which it begins, or with `half` 1 or 2 a half of it."""

    first_year: int
    half: int = 0

    @property
    def bounds(self) -> tuple[dt.date, dt.date]:
        """The first and the last day: the halves meet where the third quarter begins, August is the first one's."""
        begins = dt.date(self.first_year, YEAR_BEGINS_IN, 1)
        ends = dt.date(self.first_year + 1, YEAR_BEGINS_IN, 1) - dt.timedelta(days=1)
        middle = days(self.first_year).quarters[2].begins
        if self.half == 1:
            return begins, middle - dt.timedelta(days=1)
        return (middle, ends) if self.half == 2 else (begins, ends)


def facts(association_id: int, person_ids: Iterable[int], time: Time, today: dt.date) -> dict[int, tuple[Fact, ...]]:
    """The facts of several people by person; a fixed number of queries, however many people."""
    asked = list(dict.fromkeys(person_ids))
    begins, ends = time.bounds
    lines = timeline.timelines(association_id, asked, begins, ends)
    meetings = _meetings(association_id, asked, begins, ends)
    overdue = _overdue(association_id, asked, begins, min(ends, today))
    advised = _advised()
    figures = qualities(association_id, time.first_year, time.half)
    topics = reading.self_education(association_id, None, begins, ends)
    return {
        each: (
            *(Fact(kind, detail=place, value=now, before=old) for kind, place, now, old in figures.get(each, ())),
            *_counted("meetings", *meetings.get(each, (0, 0))),
            *_tasks(lines[each], advised),
            *_counted("overdue", overdue.count(each), overdue.count(each)),
            *_topics(topics, each, begins, ends),
            *_moments(lines[each]),
        )
        for each in asked
    }


def digest(found: Sequence[Fact]) -> str:
    """SHA-256 of facts: an analysis was drafted from others when it differs."""
    return hashlib.sha256(repr(found).encode()).hexdigest()


def _counted(kind: str, count: int, of: int) -> Iterable[Fact]:
    return [Fact(kind, count, of)] if of else []


def _meetings(association_id: int, people: Sequence[int], begins: dt.date, ends: dt.date) -> dict[int, tuple[int, int]]:
    """Person → at how many of the meetings held she was, and on how many of their lists she stands."""
    there = fn.SUM(Attendance.state != "absent")
    query: Any = Attendance.select(Attendance.person, there, fn.COUNT(Attendance.id)).join(Meeting)
    query = query.where(
        Meeting.association == association_id, Meeting.state.in_(("in_progress", "draft")),
        Meeting.held_on.between(begins, ends), Attendance.person.in_(list(people)), Attendance.deleted_at.is_null(),
        Meeting.deleted_at.is_null(),
    )  # fmt: skip
    return {person: (int(count), int(of)) for person, count, of in query.group_by(Attendance.person).tuples()}


def _advised() -> frozenset[str]:
    """The tasks that were made of an analysis, by uid: what one advises is not what the analysis is about."""
    query: Any = Tie.select(Tie.target_uid).where(
        Tie.source_table == "member_analysis", Tie.target_table == "task", Tie.deleted_at.is_null()
    )
    return frozenset(uid for (uid,) in query.tuples())


def _tasks(line: Sequence[Moment], advised: frozenset[str]) -> Iterable[Fact]:
    """Of the tasks given or done in the time, how many are done; one that an analysis advised counts once done."""
    done = {each.row_id for each in line if each.kind == "did"}
    given = {each.row_id for each in line if each.kind == "promised" and each.uid not in advised}
    return _counted("tasks", len(done), len(done | given))


def _overdue(association_id: int, people: Sequence[int], first: dt.date, last: dt.date) -> list[int]:
    """Who answers for tasks whose term was in the time and has passed, once a task; those of remarks stay hers."""
    found = tasks.tasks(association_id, only_open=True, person_ids=people, first=first, last=last)
    return [
        owner for task in found if task.overdue(last + dt.timedelta(days=1)) and task.source != "remark"
        for owner in task.owner_ids
    ]  # fmt: skip


def _topics(topics: Iterable[SelfEducationRow], person_id: int, begins: dt.date, ends: dt.date) -> Iterable[Fact]:
    """Each topic with how many of its stages were done in the time."""
    for of in topics:
        if of.person_id == person_id:
            done = sum(each.done_on is not None and begins <= each.done_on <= ends for each in of.stages)
            yield Fact("self_education", done, len(of.stages), (of.topic,))


def _moments(line: Sequence[Moment]) -> Iterable[Fact]:
    """What is named, the oldest first, and what is counted."""
    for kind in NAMED:
        of_kind = [each for each in reversed(line) if each.kind == kind]
        if kind in ("practice", "attestation"):
            yield from (Fact(kind, 1, titles=(each.title,), detail=each.detail) for each in of_kind)
        elif of_kind:
            yield Fact(kind, len(of_kind), titles=tuple(dict.fromkeys(each.title for each in of_kind)))
    for kind in COUNTED:
        count = sum(each.kind == kind for each in line)
        yield from _counted(kind, count, count)
