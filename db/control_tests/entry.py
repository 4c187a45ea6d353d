"""A control work typed in one line: «кириш тест 4А 4Б математика !Асанова 15,09 2-сабак»."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from db.plans.entry import parse_line
from db.rules import activity_words, work_words
from db.rules.calendar import YEAR_BEGINS_IN, Period, school_year_of
from db.rules.dates import parse_date
from db.rules.names import class_name
from db.rules.people import People

_DAY = re.compile(r"(?<![\w.,/])\d{1,2}[.,/]\d{2}(?:[.,/](?:\d{4}|\d{2}))?(?![\w/]|[.,]\d)")


@dataclass(frozen=True, slots=True)
class Typed:
    """What one typed line says; what it does not say is empty.

    `teacher_ids` has the teacher of each class: who is called, else who teaches the class alone, else nobody.
    Letters after a sign that fit nobody are in `unknown`, those that fit several people in `ambiguous`; what looks like
    a day, a lesson or a class and could not be read is in `unread`.
    """

    kind: str
    subject: str = ""
    title: str = ""
    classes: tuple[str, ...] = ()
    teacher_ids: tuple[int | None, ...] = ()
    called: bool = False
    day: dt.date | None = None
    lesson: int | None = None
    room: str = ""
    unknown: tuple[str, ...] = ()
    ambiguous: tuple[tuple[str, tuple[int, ...]], ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[tuple[str, int | None], ...]:
        """The classes with their teachers."""
        return tuple(zip(self.classes, self.teacher_ids, strict=True))


@dataclass(frozen=True, slots=True)
class Known:
    """What a line is read with: the people, whose class is whose, the subjects in use, the quarters."""

    people: People
    class_teachers: Sequence[tuple[str, int]]
    subjects: Sequence[str]
    quarters: Sequence[Period]


def parse_work(text: str, today: dt.date, known: Known) -> Typed:
    """Read kind, classes, subject, teacher, day, lesson and room in any order; the rest of the line is the title."""
    lesson, rest = work_words.take_lesson(text)
    room, rest = work_words.take_room(rest)
    kind, rest = work_words.take_kind(rest)
    day, rest = _take_day(rest, today)
    read = parse_line(rest, today, known.people, known.quarters)
    subject, title = work_words.take_subject(read.text, known.subjects)
    classes = tuple(part for part in read.classes.split(", ") if part)
    return Typed(
        kind,
        subject or work_words.KIND_SUBJECTS.get(kind, ""),
        title,
        classes,
        tuple(_teacher(each, read.owner_ids, known) for each in classes),
        bool(read.owner_ids),
        day or (read.begins if read.term == "day" else None),
        lesson,
        room,
        read.unknown,
        read.ambiguous,
        activity_words.unread(f"{subject} {title}"),
    )


def _take_day(text: str, today: dt.date) -> tuple[dt.date | None, str]:
    """A day in figures, wherever in the line: «15,09» of the school year of today; other forms are left to others."""
    first = dt.date(school_year_of(today), YEAR_BEGINS_IN, 1)
    last = dt.date(first.year + 1, YEAR_BEGINS_IN, 1) - dt.timedelta(days=1)
    for match in _DAY.finditer(text):
        if found := parse_date(match[0], today=today, first=first, last=last, future=False):
            return found, " ".join(f"{text[: match.start()]} {text[match.end() :]}".split())
    return None, text


def _teacher(name: str, called: Sequence[int], known: Known) -> int | None:
    """Who is called; of several the one whose class it is; without a call the one teacher of the class."""
    own = {person_id for of, person_id in known.class_teachers if of == name}
    if called:
        return next((each for each in called if each in own), called[0])
    return own.pop() if len(own) == 1 else None


def class_teachers(classes: Sequence[tuple[int, str]]) -> list[tuple[str, int]]:
    """Pairs of class and teacher from what teachers' cards say: «4-А, 4-Б»."""
    return [
        (class_name(part), person_id) for person_id, typed in classes for part in typed.replace(";", ",").split(",")
        if part.strip()
    ]  # fmt: skip
