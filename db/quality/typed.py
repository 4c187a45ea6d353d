"""A class's marks with all that they belong to, typed in one line: «4А математика !Асанова 27 6 10 8 1 2»."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from db.plans.entry import parse_line
from db.quality.classes import parts_of
from db.rules import work_words
from db.rules.alphabet import fold
from db.rules.people import People

_COUNTS = re.compile(r"(?<![\w«\"-])(?:\d{1,9}|[-–—])(?:[\s,;]+(?:\d{1,9}|[-–—]))*(?![\w-])")


@dataclass(frozen=True, slots=True)
class TypedMarks:
    """What one typed line says; what it does not say is empty.

    `counts` are the numbers as typed, for `marks_line.read`. Letters after a sign that fit nobody are in `unknown`,
    those that fit several people in `ambiguous`.
    """

    class_: tuple[int, str] | None
    subject: str
    teacher_id: int | None
    counts: str
    unknown: tuple[str, ...] = ()
    ambiguous: tuple[tuple[str, tuple[int, ...]], ...] = ()


def parse_marks(text: str, people: People, subjects: Sequence[str], teachers: Sequence[tuple[str, int]]) -> TypedMarks:
    """Read class, subject, teacher and counts; the longest row of numbers, of equal ones the last, are the counts.

    `subjects` are those in use, `teachers` pairs of class and its own teacher: she is meant where nobody is called.
    """
    counts, rest = _take_counts(text)
    read = parse_line(rest, dt.date(2000, 9, 1), people, ())
    name = read.classes.split(", ")[0]
    subject, left = work_words.take_subject(read.text, subjects)
    own = {person_id for of, person_id in teachers if name and fold(of) == fold(name)}
    return TypedMarks(
        parts_of(name) if name else None,
        read.text.strip() if left else subject,  # words that are left over: a subject that is not known yet
        read.owner_ids[0] if read.owner_ids else own.pop() if len(own) == 1 else None,
        counts,
        read.unknown,
        read.ambiguous,
    )


def _take_counts(text: str) -> tuple[str, str]:
    found = list(_COUNTS.finditer(text))
    if not found:
        return "", text
    _size, at = max((len(re.findall(r"\d+|[-–—]", match[0])), place) for place, match in enumerate(found))
    match = found[at]
    return match[0], " ".join(f"{text[: match.start()]} {text[match.end() :]}".split())
