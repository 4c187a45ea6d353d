"""Reading the association's journal: the newest day first, page by page, with one query for each source."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from db.connection import execute
from db.journal.source import Source
from db.journal.sources import SOURCES
from db.rules.names import Name, class_name
from db.schools import names

PAGE = 200


@dataclass(frozen=True, slots=True)
class Key:
    """Where an entry stands: its day, its source, its number within the source."""

    day: dt.date
    source: int
    id: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened. `what` and `sort` are codes; `number` and `earlier` belong to the sentence."""

    key: Key
    group: str
    table: str
    row_id: int
    what: str
    sort: str
    number: int | None
    title: str
    detail: str
    earlier: dt.date | None
    person_ids: tuple[int, ...]
    people: tuple[Name, ...]
    classes: str

    @property
    def day(self) -> dt.date:
        """The day on which it happened."""
        return self.key.day


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for; a part left out lets everything through. `first` and `last` are days, both included.

    `without`: groups that the association does not keep.
    """

    first: dt.date = dt.date.min
    last: dt.date = dt.date.max
    group: str = ""
    person_ids: tuple[int, ...] | None = None
    """Any of these took part."""
    class_name: str = ""
    without: frozenset[str] = frozenset()


def entries(association_id: int, wanted: Wanted, after: Key | None = None, limit: int = PAGE) -> list[Entry]:
    """The entries after the last one of the page before, at most `limit`; a fixed number of queries."""
    found: list[tuple[Key, Source, list[Any]]] = []
    for at, source in enumerate(SOURCES):
        if source.group not in wanted.without and wanted.group in ("", source.group):
            for day, number, *values in _read(source, at, association_id, wanted, after, limit):
                found.append((Key(dt.date.fromisoformat(day), at, number), source, values))
    found.sort(key=lambda each: (-each[0].day.toordinal(), each[0].source, -each[0].id))
    page = found[:limit]
    named = names(person_id for _key, _source, values in page for person_id in _ids(values[-2]))
    return [_entry(*each, named) for each in page]


def of_year(association_id: int, first_year: int, wanted: Wanted, limit: int) -> list[Entry]:
    """The entries of a school year, the oldest first; where there are more than `limit`, the newest ones."""
    days = Wanted(
        max(wanted.first, dt.date(first_year, 8, 1)),
        min(wanted.last, dt.date(first_year + 1, 7, 31)),
        wanted.group,
        wanted.person_ids,
        wanted.class_name,
        wanted.without,
    )
    found = entries(association_id, days, None, limit)
    return sorted(found, key=lambda each: (each.day, each.key.source, each.key.id))


_COLUMNS = "day, id, row_id, what, sort, number, title, detail, earlier, people, classes"


def _read(source: Source, at: int, association_id: int, wanted: Wanted, after: Key | None, limit: int) -> list[Any]:
    """One source's page: days as ISO text, so that the engine's own order is that of time."""
    conditions = ["association = ?", "day BETWEEN ? AND ?"]
    values: list[Any] = [association_id, wanted.first.isoformat(), wanted.last.isoformat()]
    if wanted.person_ids is not None:
        anyone = " OR ".join("instr(',' || involved || ',', ?) > 0" for _each in wanted.person_ids)
        conditions.append(f"({anyone or 'FALSE'})")
        values += [f",{each}," for each in wanted.person_ids]
    if wanted.class_name:
        conditions.append("instr(', ' || classes || ',', ?) > 0")
        values.append(f", {class_name(wanted.class_name)},")
    if after is not None:
        condition, found = _after(after, at)
        conditions.append(condition)
        values += found
    where = " AND ".join(conditions)
    statement = f"SELECT {_COLUMNS} FROM ({source.query}) WHERE {where} ORDER BY day DESC, id DESC LIMIT ?"
    return execute(statement, (*values, limit))


def _after(key: Key, at: int) -> tuple[str, list[Any]]:
    """What comes after an entry, in the source at a place among the others."""
    day = key.day.isoformat()
    if at == key.source:
        return "(day < ? OR (day = ? AND id < ?))", [day, day, key.id]
    return ("day <= ?" if at > key.source else "day < ?"), [day]


def _entry(key: Key, source: Source, values: list[Any], named: dict[int, Name]) -> Entry:
    row_id, what, sort, number, title, detail, earlier, people, classes = values
    ids = _ids(people)
    who = tuple(named[each] for each in ids if each in named)
    day = dt.date.fromisoformat(earlier) if earlier else None
    return Entry(key, source.group, source.table, row_id, what, sort, number, title, detail, day, ids, who, classes)


def _ids(people: str | int | None) -> tuple[int, ...]:
    return tuple(dict.fromkeys(int(each) for each in str(people).split(","))) if people else ()
