"""What was made of rows of the transition: questions, tasks, lines of the plan, and since when."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from db.connection import execute

_MADE = """
SELECT r.id, t.target_table, coalesce(k.given_on, m.held_on)
FROM transition r JOIN tie t ON t.source_uid = r.uid AND t.deleted_at IS NULL
LEFT JOIN task k ON k.uid = t.target_uid AND k.deleted_at IS NULL
LEFT JOIN agenda_item i ON i.uid = t.target_uid AND i.deleted_at IS NULL
LEFT JOIN meeting m ON m.id = i.meeting_id
LEFT JOIN plan_line p ON p.uid = t.target_uid AND p.deleted_at IS NULL
WHERE r.id IN ({}) AND coalesce(k.id, i.id, p.id) IS NOT NULL
"""


@dataclass(frozen=True, slots=True)
class Made:
    """What was made of one row: table → how many; `day` is that of the first task or meeting."""

    tables: Mapping[str, int]
    day: dt.date | None


def made_of(transition_ids: Sequence[int]) -> dict[int, Made]:
    """What was made of each of these rows and still stands; rows of which nothing was made are left out."""
    found: dict[int, list[tuple[str, str | None]]] = defaultdict(list)
    if transition_ids:
        for row_id, table, day in execute(_MADE.format(", ".join("?" * len(transition_ids))), tuple(transition_ids)):
            found[int(row_id)].append((str(table), day))
    return {row_id: _made(lines) for row_id, lines in found.items()}


def _made(lines: Sequence[tuple[str, str | None]]) -> Made:
    days = [dt.date.fromisoformat(day) for _table, day in lines if day]
    return Made(Counter(table for table, _day in lines), min(days, default=None))
