"""What comes next: activities and tests that are planned, and the reports that a meeting still waits for."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from db.connection import execute
from db.rules.names import Name
from db.schools import names

MOST = 200

_PLANNED = """
SELECT * FROM (
    SELECT 'activity' AS kept_in, a.id, a.held_on AS day, coalesce(a.ends_on, a.held_on) AS last, a.kind, a.title,
           a.classes, (SELECT group_concat(person_id) FROM activity_person p WHERE p.activity_id = a.id
           AND p.deleted_at IS NULL AND p.person_id IS NOT NULL AND p.role = 'responsible')
    FROM activity a WHERE a.association_id = ? AND a.state = 'planned' AND a.deleted_at IS NULL
    UNION ALL
    SELECT 'control_test', c.id, c.held_on, c.held_on, c.kind, trim(c.subject || ' ' || c.title), c.class_name,
           c.teacher_id
    FROM control_test c WHERE c.association_id = ? AND c.state = 'planned' AND c.deleted_at IS NULL
) WHERE day <= ? AND last >= ? ORDER BY day, kept_in, id LIMIT ?
"""
_OWED = """
SELECT i.id, i.title, i.reporter_id, i.reporter_guest
FROM agenda_item i WHERE i.meeting_id = ? AND i.deleted_at IS NULL AND i.kind = 'ordinary' AND i.state <> 'parked'
     AND trim(i.heard) = '' AND (i.reporter_id IS NOT NULL OR i.reporter_guest <> '')
ORDER BY i.position, i.id
"""


@dataclass(frozen=True, slots=True)
class Soon:
    """A planned activity or test (`table`), with its last day and who answers for it; `kind` is its own."""

    table: str
    id: int
    day: dt.date
    last: dt.date
    kind: str
    title: str
    classes: str
    people: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Owed:
    """A question of a meeting whose report is not there yet, and who owes it."""

    item_id: int
    title: str
    reporter: str


def planned(association_id: int, first: dt.date, last: dt.date) -> list[Soon]:
    """What is planned on days between two, both included, by day; two queries."""
    values = (association_id, association_id, last.isoformat(), first.isoformat(), MOST)
    found = [(*line[:-1], _ids(line[-1])) for line in execute(_PLANNED, values)]
    named = names(each for line in found for each in line[-1])
    return [
        Soon(table, id_, _day(day), _day(ends), kind, title, classes, tuple(named[each] for each in ids))
        for table, id_, day, ends, kind, title, classes, ids in found
    ]


def owed_reports(meeting_id: int) -> list[Owed]:
    """The questions of a meeting with a reporter and nothing heard yet, in their order; two queries."""
    found = execute(_OWED, (meeting_id,))
    named = names(reporter for _id, _title, reporter, _guest in found if reporter)
    return [
        Owed(item_id, title, named[reporter].listed if reporter else guest) for item_id, title, reporter, guest in found
    ]


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def _ids(people: str | int | None) -> tuple[int, ...]:
    return tuple(int(each) for each in str(people).split(",")) if people else ()
