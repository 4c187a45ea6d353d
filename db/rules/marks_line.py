"""A class's marks of a period as one types them in a line: «6 10 8 2 1» – the marks from the best one, then н/а."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from db.rules.quality import marks_of
from db.rules.results_line import MOST_PUPILS, Fault

_NUMBER = re.compile(r"\d+|[-–—]")
_LINE = re.compile(rf"[\s,;]*(?:(?:{_NUMBER.pattern})(?:[\s,;]+|$))*")
"""Whole counts or dashes, apart: «-5», «64 %», «6.5» are none."""


@dataclass(frozen=True, slots=True)
class MarksLine:
    """Pupils on the list at the end of the period, those exempt among them, by mark, and not assessed.

    `listed` is None where neither the line nor the class says it.
    """

    listed: int | None
    exempt: int
    marks: dict[int, int]
    not_assessed: int

    @property
    def total(self) -> int:
        """Everyone counted: must be as many as are due a mark."""
        return sum(self.marks.values()) + self.not_assessed

    @property
    def due(self) -> int | None:
        """The listed without the exempt."""
        return None if self.listed is None else self.listed - self.exempt


def read(text: str, scale: int, listed: int | None = None, exempt: int = 0) -> MarksLine | None:
    """Read a line; None where it has too few or too many numbers, or anything but numbers.

    The marks alone; or with those not assessed behind them; with the list before them; with list and exempt before.
    `listed` and `exempt` are what is known of the class. A dash is nobody.
    """
    if not _LINE.fullmatch(text):
        return None
    numbers = [0 if found in "-–—" else int(found[:9]) for found in _NUMBER.findall(text)]
    names = marks_of(scale)
    more = len(numbers) - len(names)
    if more not in (0, 1, 2, 3):
        return None
    not_assessed = numbers.pop() if more else 0
    if more == 3:
        listed, exempt = numbers.pop(0), numbers.pop(0)
    elif more == 2:
        listed = numbers.pop(0)
    return MarksLine(listed, exempt, dict(zip(names, numbers, strict=True)), not_assessed)


def fault(of: MarksLine) -> Fault | None:
    """Return the first thing that does not fit: 5 + 4 + 3 + 2 + н/а must be the listed without the exempt.

    Codes: `list_unknown`, `pupils_too_many` (limit), `exempt_over_listed` (exempt, listed), `marks_unlisted`
    (total, due).
    """
    if of.listed is None:
        return Fault("list_unknown", "listed", {})
    if max(of.listed, of.exempt, of.total) > MOST_PUPILS:
        return Fault("pupils_too_many", "listed", {"limit": MOST_PUPILS})
    if of.exempt > of.listed:
        return Fault("exempt_over_listed", "exempt", {"exempt": of.exempt, "listed": of.listed})
    due = of.listed - of.exempt
    if of.total != due:
        return Fault("marks_unlisted", "marks", {"total": of.total, "due": due})
    return None


def line(listed: int, exempt: int, marks: Mapping[int, int], not_assessed: int, scale: int) -> str:
    """Write marks as `read` reads them, whole."""
    return " ".join(map(str, (listed, exempt, *(marks.get(mark, 0) for mark in marks_of(scale)), not_assessed)))
