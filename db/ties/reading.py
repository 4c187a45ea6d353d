"""What a record came from and what came of it, over all the ways in which records point to one another."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from db.connection import execute
from db.ties import kinds, links
from db.ties.rows import Tied, Ties


def ties(table: str, row_id: int) -> Ties:
    """A record's ties in both directions; a query a kind of record, however many there are.

    What was taken away is left out, what was put off or called off says so by its state. Raises Refused
    `record_missing`.
    """
    of = kinds.one(table, row_id)
    came_from = _named(links.sources(table, row_id), _tied_to(of.uid, "target", "source"))
    came_of = _named(links.targets(table, row_id), _tied_to(of.uid, "source", "target"))
    return Ties(of, came_from, came_of)


def meeting_of(table: str, row_id: int) -> tuple[int, int | None] | None:
    """The meeting that a record belongs to, and its question there; None where it belongs to no meeting."""
    if table == "meeting":
        return row_id, None
    if table in ("agenda_item", "speech", "proposal", "decision", "guest", "attendance"):
        item = {"agenda_item": "id", "guest": "NULL", "attendance": "NULL"}.get(table, "agenda_item_id")
        found = execute(f"SELECT meeting_id, {item} FROM {table} WHERE id = ? AND deleted_at IS NULL", (row_id,))
        return (found[0][0], found[0][1]) if found else None
    return None


STAND_UNDER = {
    "advice": "observation", "study_part": "study", "activity_result": "activity", "norm_reading": "norm",
    "self_education_stage": "self_education", "practice_step": "practice",
}  # fmt: skip
"""Table → the table of the record on whose screen its rows are shown."""


def stands_under(table: str, row_id: int) -> tuple[str, int] | None:
    """The record on whose screen another one is shown; None for one with a screen of its own."""
    if table not in STAND_UNDER:
        return None
    above = STAND_UNDER[table]
    found = execute(f"SELECT {above}_id FROM {table} WHERE id = ? AND deleted_at IS NULL", (row_id,))
    return (above, int(found[0][0])) if found else None


def _tied_to(uid: str, here: str, there: str) -> list[tuple[str, str]]:
    """Table and uid of the other ends of a record's own arrows."""
    found = execute(
        f"SELECT {there}_table, {there}_uid FROM tie WHERE {here}_uid = ? AND deleted_at IS NULL"
        f" ORDER BY id LIMIT {links.MOST}",
        (uid,),
    )
    return [(table, other) for table, other in found if table in kinds.KINDS]


def _named(by_id: Iterable[tuple[str, int]], by_uid: Iterable[tuple[str, str]]) -> tuple[Tied, ...]:
    """The records at the other ends, each once, by day; those without a day first."""
    ids: dict[str, list[int]] = defaultdict(list)
    uids: dict[str, list[str]] = defaultdict(list)
    for table, row_id in by_id:
        ids[table].append(row_id)
    for table, uid in by_uid:
        uids[table].append(uid)
    found = [each for table in {**ids, **uids} for each in kinds.named(table, ids[table], uids[table])]
    order = list(kinds.KINDS)
    found.sort(key=lambda each: (each.day or dt.date.min, order.index(each.table), each.row_id))
    return tuple(found[: links.MOST])
