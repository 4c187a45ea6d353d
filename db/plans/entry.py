"""A line of the plan typed in one line: «ачык сабак !фамилия 4А 15,11»."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from db.rules import calendar, plan_kinds
from db.rules.deadlines import Entry, parse_entry
from db.rules.names import class_name
from db.rules.people import People
from db.rules.plan_term_words import read_term
from db.rules.plan_terms import Term

_GRADE = r"(?<![\w.,/№-])(?:[1-9]|1[0-2])"
_LETTER = r"(?:-?[«\"„“]?[А-ЕЖа-е][»\"”“]?| [А-ЕЖ])(?!\w|-\w)"
_CLASS = re.compile(rf"({_GRADE}{_LETTER})(?:\s+(?:класс(?:та|тагы|ында|ындагы|е|ы)?|кл\.?)(?!\w))?")
_CALL = re.compile(r"[!@]+[^\W\d_]")
_ALWAYS = frozenset({"дайыма", "постоянно", "систематически"})
"""One word that means the whole year; «жыл» alone ends many names of work."""

_LONGEST_TERM = 5
_WORDS_OF_A_NAME = 3
_LONGEST_LINE = 10_000


@dataclass(frozen=True, slots=True)
class Typed:
    """What one typed line says. `termed` tells whether a term was typed; without one it is the whole year.

    Letters after a sign that fit nobody are in `unknown`, those that fit several people in `ambiguous`.
    """

    text: str
    kind: str = "other"
    owner_ids: tuple[int, ...] = ()
    classes: str = ""
    term: str = "year"
    begins: dt.date | None = None
    ends: dt.date | None = None
    month: int | None = None
    quarter: int | None = None
    termed: bool = False
    unknown: tuple[str, ...] = ()
    ambiguous: tuple[tuple[str, tuple[int, ...]], ...] = ()


def parse_line(text: str, today: dt.date, people: People, quarters: Sequence[calendar.Period]) -> Typed:
    """Read what, who, which class and when; the line is of the school year in which `today` lies.

    A term counts beside the people or at the end of the line: a day as in decisions (`deadlines`), two days, a month,
    «2-чейрек», «жыл бою». A day and month without a year are of that school year.
    """
    if len(text) > _LONGEST_LINE:
        return Typed(" ".join(text.split()))
    first_year = calendar.school_year_of(today)
    classes, rest = take_classes(text)
    words, term = _take_term(rest.split(), first_year)
    read = read_entry(" ".join(words), today, people, quarters)
    when = Term("day", read.deadline) if read.deadline else term
    kept = when or Term("year")
    what = read.text.strip(" ,;·") if classes or when else read.text
    return Typed(
        what,
        plan_kinds.kind_of(what),
        read.owner_ids,
        classes,
        kept.kind,
        kept.begins,
        kept.ends,
        kept.month,
        kept.quarter,
        when is not None,
        read.unknown,
        read.ambiguous,
    )


def take_classes(text: str) -> tuple[str, str]:
    """The classes that a line names («4-А, 4-Б»), and the line without them."""
    found = [class_name(match[1]) for match in _CLASS.finditer(text)]
    rest = re.sub(r"\s+,", ",", re.sub(r"·\s+(?=·)", "", _CLASS.sub(" ", text))) if found else text
    return ", ".join(dict.fromkeys(found)), re.sub(r"(?:,\s*)+,|,\s*$", " ", rest) if found else rest


def _take_term(words: list[str], first_year: int) -> tuple[list[str], Term | None]:
    """The term of more than a day that the words name, and the words without it; days are left to `deadlines`."""
    for begin, end in _places(words):
        typed = " ".join(words[begin:end])
        term = read_term(typed, first_year)
        if term is None or (term.kind == "year" and end - begin == 1 and typed.lower() not in _ALWAYS):
            continue
        if term.kind == "day":
            break
        return [*words[:begin], *words[end:]], term
    return words, None


def _places(words: list[str]) -> Iterator[tuple[int, int]]:
    """Where a term may stand: after the people and before them, then at the end; the longest first."""
    count = len(words)
    calls = [place for place, word in enumerate(words) if _CALL.match(word)]
    for size in range(min(_LONGEST_TERM, count), 0, -1):
        for call in calls:
            yield from ((begin, begin + size) for begin in range(call + 1, min(call + 1 + _WORDS_OF_A_NAME, count)))
            if call >= size:
                yield call - size, call
        yield count - size, count


def read_entry(text: str, today: dt.date, people: People, quarters: Sequence[calendar.Period] = ()) -> Entry:
    """Who, what and the day; one that has passed this school year is meant all the same, not that of the next."""
    quarter_end = next((each.ends for each in sorted(quarters, key=lambda one: one.number) if each.ends >= today), None)
    first_year = calendar.school_year_of(today)

    def read(on: dt.date) -> Entry:
        return parse_entry(text, today=on, people=people, quarter_end=quarter_end, next_meeting=None)

    found, passed = read(today), read(dt.date(first_year, calendar.YEAR_BEGINS_IN, 1))
    if found.deadline is None or calendar.school_year_of(found.deadline) == first_year or passed.deadline is None:
        return found
    same = (found.deadline.month, found.deadline.day) == (passed.deadline.month, passed.deadline.day)
    return passed if same else found
