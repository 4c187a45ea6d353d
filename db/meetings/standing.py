"""What all writing in a meeting shares: rows that still stand, the next place under an item, fields typed over."""

from __future__ import annotations

from typing import Any

from peewee import fn

from db import history, records
from db.errors import Refused
from db.gate import refuse_unknown
from db.models.meetings import AgendaItem
from db.records import Stored

LABEL = 40
"""Characters of a text that name what is undone."""


def standing(model: Any, row_id: int) -> Stored:
    """A row as the engine holds it; raises Refused `record_missing` also where it was taken away meanwhile."""
    row = records.stored(model, row_id)
    if row["deleted_at"]:
        raise Refused("record_missing", table=model._meta.table_name)
    return row


def next_position(model: Any, condition: Any) -> int:
    """The place after the last of the rows that meet a condition, deleted ones counted."""
    return int(model.select(fn.COALESCE(fn.MAX(model.position), 0)).where(condition).scalar()) + 1


def under_item(model: Any, item_id: int) -> dict[str, Any]:
    """What every row under an item starts with: its meeting, its item, the next place."""
    meeting_id = standing(AgendaItem, item_id)["meeting"]
    position = next_position(model, model.agenda_item == item_id)
    return {"meeting": meeting_id, "agenda_item": item_id, "position": position}


def change_fields(model: Any, row_id: int, fields: dict[str, Any], known: frozenset[str]) -> None:
    """Type over known fields of a row; `x_id` is the link `x`."""
    refuse_unknown(fields, known)
    standing(model, row_id)
    records.change(model, row_id, **{name.removesuffix("_id"): value for name, value in fields.items()})


def label(text: str) -> None:
    """Name the running action by the first words of a text."""
    history.subject(text[:LABEL])
