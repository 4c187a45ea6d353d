"""The results of a control work as one types them in one line: «28 26 6 10 8 2» – listed, wrote, then the marks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from db.rules.quality import marks_of

MOST_PUPILS = 1000
"""Pupils of one class: more is a slip of the finger."""
_NUMBER = re.compile(r"\d+|(?<!\d)[-–—](?!\d)")


@dataclass(frozen=True, slots=True)
class Results:
    """How many pupils are on the list, how many wrote, and how many got each mark."""

    listed: int | None
    wrote: int
    marks: dict[int, int]


@dataclass(frozen=True, slots=True)
class Fault:
    """What does not fit: `listed_missing`, `wrote_over_listed`, `marks_unequal`, `pupils_too_many`."""

    code: str
    field: str
    values: dict[str, int]


def read(text: str, scale: int, listed: int | None = None) -> Results | None:
    """Read a line; None where it has too few or too many numbers.

    All of them: listed, wrote, then the marks from the best one. One less: listed and the marks. The marks alone:
    `listed` is what is known of the class. Who wrote is then the sum. A dash is nobody.
    """
    numbers = [0 if found in "-–—" else int(found[:9]) for found in _NUMBER.findall(text)]
    names = marks_of(scale)
    before = len(numbers) - len(names)
    if before not in (0, 1, 2):
        return None
    marks = dict(zip(names, numbers[before:], strict=True))
    wrote = numbers[1] if before == 2 else sum(marks.values())
    return Results(numbers[0] if before else listed, wrote, marks)


def fault(of: Results) -> Fault | None:
    """Return the first thing that does not fit: the marks must be as many as wrote, who are on the list."""
    total = sum(of.marks.values())
    if of.listed is None:
        return Fault("listed_missing", "listed", {})
    if max(of.listed, of.wrote, total) > MOST_PUPILS:
        return Fault("pupils_too_many", "listed", {"limit": MOST_PUPILS})
    if of.wrote > of.listed:
        return Fault("wrote_over_listed", "wrote", {"wrote": of.wrote, "listed": of.listed})
    if total != of.wrote:
        return Fault("marks_unequal", "marks", {"total": total, "wrote": of.wrote})
    return None


def line(listed: int | None, wrote: int | None, marks: Mapping[int, int], scale: int) -> str:
    """Write results as `read` reads them; nothing where there are none."""
    if wrote is None or not marks:
        return ""
    head = [str(each) for each in (listed, wrote) if each is not None]
    return " ".join([*head, *(str(marks.get(mark, 0)) for mark in marks_of(scale))])
