"""Pupils who came to a class or left it, by name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from db import records
from db.connection import rows
from db.errors import Refused
from db.gate import checked, required
from db.history import action
from db.meetings.standing import label, standing
from db.models.quality import ClassMove, SchoolClass
from db.reading import columns


@dataclass(frozen=True, slots=True)
class Move:
    """One pupil: `kind` is arrived or departed."""

    id: int
    school_class_id: int
    kind: str
    pupil: str
    moved_on: dt.date | None
    note: str


def moves(class_ids: Iterable[int]) -> list[Move]:
    """Who came to these classes and who left them, by day."""
    query: Any = ClassMove.select(*columns(ClassMove, Move)).where(
        ClassMove.school_class.in_(list(class_ids)), ClassMove.deleted_at.is_null()
    )
    return rows(query.order_by(ClassMove.moved_on, ClassMove.id), Move)


@action("class_move.save")
def save_move(
    move_id: int | None, class_id: int, kind: str, pupil: str, moved_on: dt.date | None = None, note: str = ""
) -> int:
    """Note who came or left, or change that; returns the id. Raises Refused `required`, `value_not_allowed`."""
    standing(SchoolClass, class_id)
    if kind not in ClassMove.kind.codes:
        raise Refused("value_not_allowed", "kind")
    values = checked(ClassMove, {"kind": kind, "pupil": pupil, "moved_on": moved_on, "note": note})
    required(values, "pupil")
    label(values["pupil"])
    if move_id is None:
        return records.insert(ClassMove, school_class=class_id, **values)
    standing(ClassMove, move_id)
    records.change(ClassMove, move_id, **values)
    return move_id


@action("class_move.remove")
def remove_move(move_id: int) -> None:
    """Take it away."""
    label(standing(ClassMove, move_id)["pupil"])
    records.remove(ClassMove, move_id)
