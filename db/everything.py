"""All that is kept about one person: every table whose rows point to her, found from the models themselves.

She may ask for it by law, so a table that is added later must not be forgotten: the links to `person` say which there
are. What stands under a row of her own (points of her sheet, stages of her topic, the analysis of her lesson) is hers
too; of a record that a row only points to no more than its title is told.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from peewee import ForeignKeyField

from db.connection import execute
from db.models.all import BY_TABLE
from db.models.fields import Code, Day, Flag
from db.models.schools import Person
from db.reading import selection
from db.ties import kinds

TECHNICAL = frozenset(
    {"id", "uid", "rev", "digest", "deleted_at", "sort_key", "source_digest", "source_uid", "position"}
)
"""Columns that say nothing about anybody."""

LESSONS = "SELECT activity_id FROM activity_person WHERE person_id = ?1 AND role = 'responsible'"
UNDER: dict[str, str] = {
    "self_education_stage": "self_education_id IN (SELECT id FROM self_education WHERE person_id = ?1)",
    "practice_step": "practice_id IN (SELECT id FROM practice WHERE person_id = ?1)",
    "evaluation_point": "evaluation_sheet_id IN (SELECT id FROM evaluation_sheet WHERE person_id = ?1)",
    "evaluation_proof": (
        "evaluation_point_id IN (SELECT p.id FROM evaluation_point p JOIN evaluation_sheet s"
        " ON s.id = p.evaluation_sheet_id WHERE s.person_id = ?1)"
    ),
    "appeal": "evaluation_sheet_id IN (SELECT id FROM evaluation_sheet WHERE person_id = ?1)",
    "observation": f"activity_id IN ({LESSONS})",
    "observation_score": f"observation_id IN (SELECT id FROM observation WHERE activity_id IN ({LESSONS}))",
    "advice": f"observation_id IN (SELECT id FROM observation WHERE activity_id IN ({LESSONS}))",
}
"""Table → which of its rows stand under a row of hers."""

NAMES = {
    "person": "trim(t.surname || ' ' || t.given || ' ' || t.patronymic)",
    "school_class": "CASE WHEN t.letter = '' THEN t.grade ELSE t.grade || '-' || t.letter END",
    "guest": "t.name",
    "criterion": "coalesce(nullif(t.ky, ''), t.ru)",
    "aspect": "coalesce(nullif(t.ky, ''), t.ru)",
    "control_test_requirement": "t.text",
    "self_education": "t.topic",
    "practice": "t.topic",
    "association": "coalesce(nullif(t.name_ky, ''), t.name_ru)",
    "school": "coalesce(nullif(t.name_ky, ''), t.name_ru)",
}
"""Table → what names a row where ties do not; rows of other tables are only inner links."""


@dataclass(frozen=True, slots=True)
class Value:
    """A field that is filled; `sort`: text, number, flag, code, day or link (the title of the record, its table)."""

    field: str
    sort: str
    value: str | int | bool
    table: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """A row: what its fields say, and whether it was taken away (it is kept all the same)."""

    uid: str
    removed: bool
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of one table that are about her, in the order in which they were made."""

    table: str
    rows: tuple[Kept, ...]


def tables() -> dict[str, tuple[str, ...]]:
    """Every table with links to people → the columns of these links; and those that stand under one → none."""
    found = {
        table: tuple(
            field.column_name for field in model._meta.fields.values()
            if isinstance(field, ForeignKeyField) and field.rel_model is Person
        )
        for table, model in BY_TABLE.items()
    }  # fmt: skip
    return {table: links for table, links in found.items() if links or table in UNDER}


def everything(person_id: int) -> tuple[Part, ...]:
    """All rows about a person, her own card first; a query a table, and one for each table whose rows are named."""
    held = {"person": _rows("person", "id = ?1", person_id)}
    for table, links in tables().items():
        ways = [f"{column} = ?1" for column in links] + ([UNDER[table]] if table in UNDER else [])
        held[table] = _rows(table, " OR ".join(ways), person_id)
    titles = _titles(held)
    return tuple(Part(table, tuple(_kept(table, row, titles) for row in rows)) for table, rows in held.items() if rows)


def changes(parts: Iterable[Part]) -> int:
    """How many entries of the history are about these rows."""
    uids = [row.uid for part in parts for row in part.rows]
    count = 0
    for first in range(0, len(uids), 500):
        some = uids[first : first + 500]
        marks = ", ".join("?" * len(some))
        count += int(execute(f"SELECT count(*) FROM event_line WHERE uid IN ({marks})", tuple(some))[0][0])
    return count


def _rows(table: str, condition: str, person_id: int) -> list[dict[str, Any]]:
    """The rows of a table that meet a condition on the person ?1, those taken away too."""
    names, query = selection(BY_TABLE[table])
    return [
        dict(zip(names, line, strict=True)) for line in execute(f"{query} WHERE {condition} ORDER BY id", (person_id,))
    ]


def _titles(held: dict[str, list[dict[str, Any]]]) -> dict[tuple[str, int], str]:
    """The titles of all records that the rows point to."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for table, rows in held.items():
        for field in _links(table):
            wanted[_table(field)].update(row[field.name] for row in rows if row[field.name] is not None)
    return {(table, row_id): title for table, ids in wanted.items() for row_id, title in _named(table, ids)}


def _named(table: str, ids: set[int]) -> list[tuple[int, str]]:
    if not ids or (table not in NAMES and table not in kinds.KINDS):
        return []
    if table in kinds.KINDS:
        return [(each.row_id, _title(each.title, each.day)) for each in kinds.named(table, ids)]
    marks = ", ".join("?" * len(ids))
    return [
        (row_id, str(title))
        for row_id, title in execute(f"SELECT t.id, {NAMES[table]} FROM {table} t WHERE t.id IN ({marks})", tuple(ids))
    ]


def _title(title: str, day: dt.date | None) -> str:
    return ", ".join(part for part in (title, day.strftime("%d.%m.%Y") if day else "") if part)


def _links(table: str) -> list[Any]:
    return [field for field in BY_TABLE[table]._meta.fields.values() if isinstance(field, ForeignKeyField)]


def _table(field: Any) -> str:
    return str(field.rel_model._meta.table_name)


def _kept(table: str, row: dict[str, Any], titles: dict[tuple[str, int], str]) -> Kept:
    fields = BY_TABLE[table]._meta.fields
    made = (_value(fields[name], row[name], titles) for name in fields if name not in TECHNICAL)
    return Kept(row["uid"], bool(row["deleted_at"]), tuple(each for each in made if each is not None))


def _value(field: Any, held: Any, titles: dict[tuple[str, int], str]) -> Value | None:
    """What a field says; None for one that is empty, or that points to a record without a title."""
    if held in (None, ""):
        return None
    if isinstance(field, ForeignKeyField):
        title = titles.get((_table(field), held), "")
        return Value(field.name, "link", title, _table(field)) if title else None
    if isinstance(field, Flag):
        return Value(field.name, "flag", bool(held))
    sort = "code" if isinstance(field, Code) else "day" if isinstance(field, Day) else "number"
    return Value(field.name, sort if isinstance(held, int) or sort != "number" else "text", held)
