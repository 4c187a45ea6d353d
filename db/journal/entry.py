"""A note of the journal typed in one line: «15,11 !Асанова 4А окуучулар музейге барышты»."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from db.plans.entry import read_entry, take_classes
from db.rules.alphabet import fold
from db.rules.people import People

_YESTERDAY = frozenset({"кечээ", "вчера"})
_LONGEST_LINE = 10_000


@dataclass(frozen=True, slots=True)
class Typed:
    """What one typed line says; without a day it is today's.

    Letters after a sign that fit nobody are in `unknown`, those that fit several people in `ambiguous`.
    """

    text: str
    day: dt.date
    person_ids: tuple[int, ...] = ()
    classes: str = ""
    unknown: tuple[str, ...] = ()
    ambiguous: tuple[tuple[str, tuple[int, ...]], ...] = ()


def parse_note(text: str, today: dt.date, people: People) -> Typed:
    """Read what happened, on which day, whom and which class it is about; a day of the month is of this school year."""
    if len(text) > _LONGEST_LINE:
        return Typed(" ".join(text.split()), today)
    classes, rest = take_classes(text)
    rest, yesterday = _take_yesterday(rest)
    read = read_entry(rest, today, people)
    day = read.deadline or (today - dt.timedelta(days=1) if yesterday else today)
    what = read.text.strip(" ,;") if classes else read.text
    return Typed(what[:1].upper() + what[1:], day, read.owner_ids, classes, read.unknown, read.ambiguous)


def _take_yesterday(text: str) -> tuple[str, bool]:
    """The line without a leading or closing «кечээ», and whether there was one."""
    words = text.split()
    for place in (0, -1):
        if words and fold(words[place].strip(",;:.")) in _YESTERDAY:
            del words[place]
            return " ".join(words), True
    return text, False
