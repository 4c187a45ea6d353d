"""A person's time line, drawn from the records: what she said, promised, did, taught, visited, studied, was given.

Remarks and opinions are left out, and tasks made of them: they are for the teacher alone.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from db.connection import execute
from db.growth import moments

PAGE = 200

KINDS = (
    "reported", "spoke", "proposed", "promised", "did", "open_lesson", "event", "pupils", "visited", "was_visited",
    "sheet", "studied", "course", "attestation", "self_education", "practice", "mentoring", "mentored", "award",
    "methodical_work", "absent",
)  # fmt: skip
"""What a moment can be."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Something of a person on a day; `table`, `row_id` and `uid` are those of the record that tells of it.

    `detail` is a code of the record: the category given, the stage of practice, the kind of methodical work, the reason
    of an absence (whose title is the meeting's number). Where `exact` is false only the year of the day is known.
    """

    day: dt.date
    kind: str
    table: str
    row_id: int
    uid: str
    title: str
    detail: str = ""
    exact: bool = True


_FIRST, _LAST = dt.date(1900, 1, 1), dt.date(2200, 1, 1)
_EVERYTHING = -1


def timeline(association_id: int, person_id: int, begins: dt.date, ends: dt.date) -> tuple[Moment, ...]:
    """Everything of one person between two days, both included, the newest first; one query.

    Of meetings and tasks this association's, of all else whatever is the person's own.
    """
    return timelines(association_id, [person_id], begins, ends)[person_id]


def timelines(
    association_id: int, person_ids: Iterable[int], begins: dt.date, ends: dt.date
) -> dict[int, tuple[Moment, ...]]:
    """The time lines of several people as `timeline` gives them, still in one query."""
    asked = list(dict.fromkeys(person_ids))
    found: dict[int, list[Moment]] = defaultdict(list)
    for person_id, moment in _read(association_id, asked, begins, ends, (), "", _EVERYTHING):
        found[person_id].append(moment)
    return {each: tuple(found[each]) for each in asked}


def page(
    association_id: int, person_id: int, kinds: Iterable[str] = (), before: Moment | None = None, most: int = PAGE
) -> tuple[Moment, ...]:
    """A page of a person's whole time line, of some kinds if named, the newest first; `before`: the last one shown."""
    found = _read(association_id, [person_id], _FIRST, _LAST, kinds, _key(before) if before else "", most)
    return tuple(moment for _person, moment in found)


def _read(
    association_id: int, people: list[int], begins: dt.date, ends: dt.date, kinds: Iterable[str], before: str, most: int
) -> list[tuple[int, Moment]]:
    asked = json.dumps(people), begins.isoformat(), ends.isoformat(), json.dumps(list(kinds))
    return [
        (person, Moment(dt.date.fromisoformat(day), of, table, row_id, uid, str(title or ""), detail, bool(exact)))
        for person, day, of, table, row_id, uid, title, detail, exact in execute(
            moments.STATEMENT, (association_id, *asked, before, most)
        )
    ]


def _key(of: Moment) -> str:
    return moments.key(of.day.isoformat(), of.kind, of.table, of.row_id)
