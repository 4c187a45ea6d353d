"""An activity typed in one line: «ачык сабак !фамилия 4А математика 15,11 3-сабак бөлчөктөр»."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db.events.rows import LESSONS
from db.plans import entry as plan_entry
from db.rules import activity_words, calendar
from db.rules.people import People
from db.rules.plan_term_words import read_term
from db.rules.plan_terms import Term

_LONGEST_LINE = 10_000
_LONGEST_TERM = 5
_SURE_DAY = re.compile(r"\d[.,/]\d\d(?!\d)|\d\s*-?\s*[^\W\d_]{3,}")
"""A day in the middle of a line: with a month of two figures or in letters; «1,5» there is a number."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What one typed line says; what it does not say is empty.

    Letters after a sign that fit nobody are in `unknown`, those that fit several in `ambiguous`; `vague`: a month or a
    quarter was typed where a day is needed; `unread` looks like a day, a lesson or a class and stays in the title.
    """

    kind: str
    title: str
    responsible_ids: tuple[int, ...] = ()
    visitor_ids: tuple[int, ...] = ()
    classes: str = ""
    subject: str = ""
    held_on: dt.date | None = None
    ends_on: dt.date | None = None
    lesson: int | None = None
    starts: str = ""
    room: str = ""
    level: str = ""
    vague: bool = False
    unknown: tuple[str, ...] = ()
    ambiguous: tuple[tuple[str, tuple[int, ...]], ...] = ()
    unread: tuple[str, ...] = ()


def parse_line(
    text: str,
    today: dt.date,
    people: People,
    quarters: Sequence[calendar.Period],
    subjects: Iterable[str] = (),
    usual: str = "subject_event",
) -> Typed:
    """Read what, who, which class, subject, day, lesson, hour and room, in any order, in the school year of `today`.

    `usual` is the kind of a line that names none. Of a visit the last person called gives the lesson, the others visit
    it. The title of a lesson is what is left: its topic; every other activity keeps its whole name.
    """
    if len(text) > _LONGEST_LINE:
        return Typed(usual, " ".join(text.split()))
    lesson, rest = activity_words.take_lesson(" ".join(text.split()))
    starts, rest = activity_words.take_hour(rest)
    room, rest = activity_words.take_room(rest)
    kind = activity_words.kind_of(rest) or usual
    subject, without = activity_words.take_subject(rest, subjects)
    read, when = _people_and_days(without if kind in LESSONS else rest, today, people, quarters)
    title = activity_words.without_lesson_words(read.text) if kind in LESSONS else read.text
    title = title.strip(" ,;:–-")
    gives, visits = _roles(kind, read.owner_ids)
    return Typed(
        kind, title[:1].upper() + title[1:], gives, visits, read.classes, subject, when.begins,
        when.ends if when.kind == "span" else None, lesson, starts, room, activity_words.level_of(title),
        when.kind in ("month", "quarter"), read.unknown, read.ambiguous, activity_words.unread(title),
    )  # fmt: skip


def _people_and_days(
    text: str, today: dt.date, people: People, quarters: Sequence[calendar.Period]
) -> tuple[plan_entry.Typed, Term]:
    """Who, which classes and when: a day counts where a plan's line has it, else anywhere in the line."""
    read = plan_entry.parse_line(text, today, people, quarters)
    when = Term(read.term, read.begins, read.ends) if read.termed else Term("")
    if when.kind in ("", "year"):
        words = text.split()
        begin, end, term = _day_anywhere(words, calendar.school_year_of(today))
        if term is not None:
            read = plan_entry.parse_line(" ".join([*words[:begin], *words[end:]]), today, people, quarters)
            return read, term
    return read, when


def _day_anywhere(words: list[str], first_year: int) -> tuple[int, int, Term | None]:
    """Where a day or two days stand in a line, the longest first."""
    for size in range(min(_LONGEST_TERM, len(words)), 0, -1):
        for begin in range(len(words) - size + 1):
            typed = " ".join(words[begin : begin + size])
            if not _SURE_DAY.search(typed) or not words[begin][:1].isdigit():
                continue
            term = read_term(typed, first_year)
            if term is not None and term.kind in ("day", "span"):
                return begin, begin + size, term
    return 0, 0, None


def _roles(kind: str, ids: tuple[int, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Who gives or answers, and who visits."""
    return (ids[-1:], ids[:-1]) if kind == "visit" else (ids, ())
