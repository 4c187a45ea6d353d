"""What an activity is made of, as plain values."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from db.rules.names import Name

LESSONS = frozenset({"open_lesson", "visit"})
"""Kinds that are a lesson: the responsible person is its teacher, the title its topic."""


@dataclass(frozen=True, slots=True)
class Who:
    """Someone who gives a lesson, answers for an event or visits it; a guest from outside is named as typed."""

    id: int
    activity_id: int
    role: str
    person_id: int | None
    guest: str
    surname: str | None
    given: str | None
    patronymic: str | None
    short_form: str | None

    @property
    def name(self) -> Name:
        """The name in all its forms; a guest's is as it was typed."""
        if self.person_id is None:
            return Name(self.guest)
        return Name(self.surname or "", self.given or "", self.patronymic or "", self.short_form or "")


@dataclass(frozen=True, slots=True)
class Move:
    """That an activity was moved on a day: from which day and lesson, and why."""

    id: int
    activity_id: int
    moved_on: dt.date
    old_day: dt.date | None
    old_ends: dt.date | None
    old_lesson: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Result:
    """A result of a class or a pupil: the place as it was said («1-орун») and how it was rewarded."""

    id: int
    activity_id: int
    kind: str
    position: int
    name: str
    class_name: str
    place: str
    award: str


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """An activity as its row has it; `results` is told in words, the single places are `Activity.outcomes`."""

    id: int
    uid: str
    association_id: int
    first_year: int
    kind: str
    title: str
    form: str
    subject: str
    classes: str
    room: str
    held_on: dt.date | None
    ends_on: dt.date | None
    lesson: int | None
    starts: str
    level: str
    state: str
    reason: str
    part_of_id: int | None
    aim: str
    tasks: str
    participants: int | None
    course: str
    results: str
    conclusion: str
    note: str

    @property
    def is_lesson(self) -> bool:
        """Whether it is a lesson, open or visited."""
        return self.kind in LESSONS

    @property
    def last_day(self) -> dt.date | None:
        """The last of its days; None while no day is set."""
        return self.ends_on or self.held_on


@dataclass(frozen=True, slots=True)
class Activity(ActivityRow):
    """An activity with its people, how it was moved, and its results one by one."""

    responsible: tuple[Who, ...]
    visitors: tuple[Who, ...]
    moves: tuple[Move, ...]
    outcomes: tuple[Result, ...]

    @property
    def responsible_ids(self) -> tuple[int, ...]:
        """The persons who give it or answer for it."""
        return tuple(each.person_id for each in self.responsible if each.person_id is not None)

    @property
    def visitor_ids(self) -> tuple[int, ...]:
        """The persons of the school who visit it."""
        return tuple(each.person_id for each in self.visitors if each.person_id is not None)

    @property
    def guests(self) -> tuple[str, ...]:
        """Who from outside visits it."""
        return tuple(each.guest for each in self.visitors if each.person_id is None)

    @property
    def class_names(self) -> tuple[str, ...]:
        """Its classes one by one."""
        return split_classes(self.classes)


def split_classes(text: str) -> tuple[str, ...]:
    """Classes written with commas between them, one by one."""
    return tuple(dict.fromkeys(part for part in (each.strip() for each in text.split(",")) if part))
