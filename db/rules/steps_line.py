"""The points of a criterion typed in one line: «60 10; 45 7; 30 4», «мектеп 3; район 5»."""

from __future__ import annotations

import re
from dataclasses import dataclass

from db.rules import points

_PART = re.compile(r"(?P<head>.*?)\s*[–—:]?\s*(?P<points>\d{1,4}(?:[.,]\d)?)\s*", re.DOTALL)
_FIGURE = re.compile(r"[≥>]?\s*(?P<sign>[-−–]?)\s*(?P<whole>\d{1,3})(?:[.,](?P<part>\d))?\s*(?:%|п\.\s*п\.)?")


@dataclass(frozen=True, slots=True)
class TypedStep:
    """What stands before the points (nothing: for any record), and the points in tenths."""

    head: str
    points: int


def parse(text: str) -> tuple[TypedStep, ...] | None:
    """Read the parts between semicolons, each ending in its points; None where one of them does not."""
    found = []
    for part in filter(None, (part.strip() for part in text.split(";"))):
        match = _PART.fullmatch(part)
        tenths = points.read(match["points"]) if match else None
        if match is None or tenths is None:
            return None
        found.append(TypedStep(match["head"].strip(), tenths))
    return tuple(found)


def figure(head: str) -> int | None:
    """Read a threshold in percent or percentage points as tenths: «60», «≥ 99,5 %», «-5»; None where it is none."""
    found = _FIGURE.fullmatch(head.strip())
    if found is None:
        return None
    tenths = int(found["whole"]) * 10 + int(found["part"] or 0)
    return -tenths if found["sign"] else tenths
