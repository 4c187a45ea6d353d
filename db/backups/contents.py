"""What a copy holds, and what the data would lose if it took their place."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from db.backups.making import has, reading
from db.connection import path_of
from db.errors import Refused
from db.models.all import RECORDS

TABLES = tuple(model._meta.table_name for model in RECORDS)


@dataclass(frozen=True, slots=True)
class Paper:
    """A finished document: kind protocol, plan, evaluation or analysis."""

    kind: str
    period: str
    """year, half, quarter or month; empty for a protocol."""
    number: int
    """That of the meeting, or of the part of the year."""
    first_year: int
    version: int
    association_ky: str
    association_ru: str


@dataclass(frozen=True, slots=True)
class Holds:
    """What a copy holds; `newest_at` is the moment of its newest event as it was logged, empty without any."""

    school_ky: str
    school_ru: str
    years: tuple[int, ...]
    records: int
    events: int
    newest_at: str
    papers: int


@dataclass(frozen=True, slots=True)
class Loss:
    """What the data hold and a copy does not."""

    papers: tuple[Paper, ...]
    records: int
    """Records made or changed in the events that the copy lacks."""
    events: int
    since: str
    """When the first of these events was, as it was logged; empty where nothing would be lost."""
    foreign: int
    """Events of the copy that the data do not hold: its history went another way."""

    @property
    def nothing(self) -> bool:
        """Whether the copy holds all that the data hold."""
        return not (self.events or self.papers)


def _told(kind: str, table: str, owner: str, number: str = "o.part", period: str = "o.period") -> tuple[str, str]:
    """The table of a kind of finished document, and the query for its uid and what a Paper tells."""
    joined = f"JOIN {owner} o ON o.id = v.{owner}_id JOIN association a ON a.id = o.association_id"
    columns = f"v.uid, '{kind}', {period}, {number}, o.first_year, v.version, a.name_ky, a.name_ru"
    return table, f"SELECT {columns} FROM {table} v {joined} ORDER BY v.id"


_PAPERS = {
    "protocol": _told("protocol", "protocol_version", "meeting", "o.number", "''"),
    "plan": (
        "plan_version",
        "SELECT v.uid, 'plan', v.scope, v.part, v.first_year, v.version, a.name_ky, a.name_ru FROM plan_version v"
        " JOIN association a ON a.id = v.association_id ORDER BY v.id",
    ),
    "evaluation": _told("evaluation", "evaluation_version", "evaluation"),
    "analysis": _told("analysis", "analysis_version", "analysis"),
}
"""Kind of finished document → its table, and what is told of it."""


def holds(path: Path) -> Holds:
    """What a closed copy holds; raises Refused `data_missing`, `data_damaged`, `data_unreadable`."""
    with reading(path, closed=True) as copy:
        ky, ru = _one(copy, "school", "SELECT name_ky, name_ru FROM school ORDER BY id", ("", ""))
        years = _all(copy, "school_year", "SELECT first_year FROM school_year WHERE deleted_at IS NULL ORDER BY 1")
        return Holds(
            school_ky=ky,
            school_ru=ru,
            years=tuple(year for (year,) in years),
            records=sum(_count(copy, table, "WHERE deleted_at IS NULL") for table in TABLES),
            events=_count(copy, "event"),
            newest_at=_one(copy, "event", "SELECT at FROM event ORDER BY id DESC", ("",))[0],
            papers=sum(_count(copy, table) for table, _query in _PAPERS.values()),
        )


def loss(folder: Path, path: Path) -> Loss | None:
    """What the data of a folder hold and a closed copy does not; None where the data cannot be read.

    Raises Refused where the copy cannot be read (see `holds`).
    """
    with reading(path, closed=True) as copy:
        theirs = {hashed for (hashed,) in _all(copy, "event", "SELECT hash FROM event")}
        papers = {uid for table, _query in _PAPERS.values() for (uid,) in _all(copy, table, f"SELECT uid FROM {table}")}
    try:
        with reading(path_of(folder)) as data:
            return _loss(data, theirs, papers)
    except Refused:
        return None


def _loss(data: sqlite3.Connection, theirs: set[str], papers: set[str]) -> Loss:
    ours = _all(data, "event", "SELECT id, at, hash FROM event ORDER BY id")
    lacking = [(seq, at) for seq, at, hashed in ours if hashed not in theirs]
    gone = [
        Paper(*told)
        for table, query in _PAPERS.values()
        for uid, *told in _all(data, table, query)
        if uid not in papers
    ]
    return Loss(
        papers=tuple(gone),
        records=_touched(data, [seq for seq, _at in lacking]),
        events=len(lacking),
        since=lacking[0][1] if lacking else "",
        foreign=len(theirs - {hashed for _seq, _at, hashed in ours}),
    )


def _touched(data: sqlite3.Connection, events: list[int]) -> int:
    """How many records some events made or changed."""
    wanted = "SELECT value FROM json_each(?)"
    query = f"SELECT count(*) FROM (SELECT DISTINCT table_name, uid FROM event_line WHERE event_id IN ({wanted}))"
    return int(data.execute(query, (json.dumps(events),)).fetchone()[0]) if events else 0


def _all(data: sqlite3.Connection, table: str, query: str) -> list[tuple[Any, ...]]:
    """All lines of a query, none where an older file lacks the table."""
    return data.execute(query).fetchall() if has(data, table) else []


def _one(data: sqlite3.Connection, table: str, query: str, otherwise: tuple[str, ...]) -> tuple[str, ...]:
    found = data.execute(f"{query} LIMIT 1").fetchone() if has(data, table) else None
    return tuple(found) if found else otherwise


def _count(data: sqlite3.Connection, table: str, condition: str = "") -> int:
    found = data.execute(f"SELECT count(*) FROM {table} {condition}").fetchone() if has(data, table) else (0,)
    return int(found[0])
