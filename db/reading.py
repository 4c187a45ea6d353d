"""Small helps in reading: the columns that a row type asks for, queries of two columns, and whole tables."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from functools import cache
from typing import Any

from db.connection import execute
from db.errors import Refused
from db.models.all import BY_TABLE

PAGE = 500


def columns(model: Any, kind: Any) -> list[Any]:
    """The columns that the fields of `kind` name: `x_id` is the link `x`; what the model lacks keeps its default."""
    found = {part.name: _field(model, part.name) for part in dataclasses.fields(kind)}
    return [column.alias(name) for name, column in found.items() if column is not None]


def pairs(query: Any) -> dict[str, str]:
    """A query of two text columns as a dictionary; of several lines with the same first column the last stands."""
    return {str(key): str(value) for key, value in query.tuples()}


def id_of(table: str, uid: str) -> int:
    """The local id of the record of a table that bears that uid; raises Refused `uid_unknown` (values: uid)."""
    model = BY_TABLE.get(table)
    if model is None:
        raise Refused("uid_unknown", "uid", uid=uid)
    found = model.select(model.id).where(model.uid == uid, model.deleted_at.is_null()).scalar()
    if found is None:
        raise Refused("uid_unknown", "uid", uid=uid)
    return int(found)


def held_rows(model: Any) -> Iterator[dict[str, Any]]:
    """All rows of a table as the engine holds them, deleted ones too, by id; read page by page.

    In plain SQL: turned into Python's values, a damaged date would fail instead of being told.
    """
    names, query = selection(model)
    last = -(2**63)
    while page := execute(f"{query} WHERE id > ? ORDER BY id LIMIT {PAGE}", (last,)):
        for line in page:
            row = dict(zip(names, line, strict=True))
            yield row
        last = row["id"]


def held_row(model: Any, row_id: int) -> dict[str, Any] | None:
    """One row as the engine holds it, a deleted one too; None where there is none."""
    names, query = selection(model)
    found = execute(f"{query} WHERE id = ?", (row_id,))
    return dict(zip(names, found[0], strict=True)) if found else None


@cache
def selection(model: Any) -> tuple[tuple[str, ...], str]:
    """The names of a table's fields, and the statement that reads them all."""
    fields = model._meta.fields
    selected = ", ".join(f'"{field.column_name}"' for field in fields.values())
    return tuple(fields), f'SELECT {selected} FROM "{model._meta.table_name}"'


def _field(model: Any, name: str) -> Any:
    return model._meta.fields.get(name) or model._meta.fields.get(name.removesuffix("_id"))
