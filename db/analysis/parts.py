"""The 17 sections of an analysis: which the records write, which are the leader's prose, and when they changed."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from typing import Any

from db.analysis import continuity, growing, lessons, marks, staff, work
from db.analysis.rows import Part, Records, Scope
from db.connection import execute
from db.models.all import BY_TABLE

READERS = {
    1: staff.general, 2: work.theme_part, 3: staff.staff, 4: work.meetings_part, 5: work.plan_part, 6: work.norms_part,
    7: marks.quality_part, 8: marks.tests_part, 9: continuity.continuity_part, 10: lessons.lessons_part,
    11: lessons.outside_part, 12: growing.practice_part, 13: growing.courses_part, 14: growing.reward_part,
}  # fmt: skip
"""Number of a section → what reads it; 2 and 15 to 17 are prose."""
PROSE = (2, 15, 16, 17)
"""Theme, aim and tasks; problems and their causes; conclusions; tasks of the next year."""
NUMBERS = range(1, 18)


def parts(of: Scope) -> tuple[Part, ...]:
    """All sections in their order; those of prose are empty."""
    return tuple(READERS[number](of) if number in READERS else Part(number) for number in NUMBERS)


def digest(of: Part) -> str:
    """SHA-256 of a section's figures and of uid and rev of the rows behind them; nothing for one without records."""
    if not of.records:
        return ""
    return hashlib.sha256(repr((_revisions(of.records), of.facts, of.tables)).encode()).hexdigest()


def _revisions(behind: Records) -> list[Any]:
    """Uid and rev of rows, one query a table."""
    by_table: dict[str, list[int]] = defaultdict(list)
    for table, row_id in behind:
        by_table[table].append(row_id)
    found = []
    for table, ids in sorted(by_table.items()):
        name = BY_TABLE[table]._meta.table_name
        statement = f"SELECT uid, rev FROM {name} WHERE id IN ({', '.join('?' * len(ids))}) ORDER BY uid"
        found += [(table, *line) for line in execute(statement, tuple(ids))]
    return found
