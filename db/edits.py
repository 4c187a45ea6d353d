"""Text while it is being typed: saved within a second without an event, and one event when the field is left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from db import history, records
from db.connection import row, rows
from db.history import action
from db.models.all import BY_TABLE
from db.models.history import OpenEdit
from db.models.record import database


@dataclass(frozen=True, slots=True)
class Edit:
    """A field left open: by a crash, or because it is being typed into."""

    table_name: str
    row: int
    field: str
    before: str
    cursor: int
    at: str


def autosave(table: str, row_id: int, field: str, value: str, cursor: int = 0) -> str:
    """Save a field as it stands while being typed; the first time, what it held before is kept. Returns the time.

    Raises Refused as an action does: `record_missing`, `text_too_long`, `final_protocol`.
    """
    model = BY_TABLE[table]
    at = history.now()
    with history.refusing(), database.atomic("IMMEDIATE"):
        before = str(records.stored(model, row_id)[field])
        if records.change_quietly(model, row_id, **{field: value}):
            _remember(table, row_id, field, before, cursor, at)
    return at


def _remember(table: str, row_id: int, field: str, before: str, cursor: int, at: str) -> None:
    """Keep the first `before` of an edit, the newest cursor and time."""
    OpenEdit.insert(table_name=table, row=row_id, field=field, before=before, cursor=cursor, at=at).on_conflict(
        conflict_target=[OpenEdit.table_name, OpenEdit.row, OpenEdit.field],
        update={OpenEdit.cursor: cursor, OpenEdit.at: at},
    ).execute()


@action("text.edit")
def close(table: str, row_id: int, field: str) -> None:
    """The field was left: what was typed into it becomes one event."""
    edit = row(_of(table, row_id, field), Edit)
    if edit is not None:
        _close(edit)


@action("text.edit")
def close_all() -> int:
    """Close every open edit (at finalising, at exit); returns how many there were."""
    edits = open_edits()
    for edit in edits:
        _close(edit)
    return len(edits)


def open_edits() -> list[Edit]:
    """Fields being edited, the newest last; after a crash, those that were."""
    return rows(_select().order_by(OpenEdit.at, OpenEdit.id), Edit)


def recover() -> Edit | None:
    """At the start: close what a crash left open; returns the last of it, None where nothing was open."""
    left = open_edits()
    if left:
        close_all()
    return left[-1] if left else None


def _close(edit: Edit) -> None:
    model = BY_TABLE[edit.table_name]
    now = records.stored(model, edit.row)
    if now[edit.field] != edit.before:
        history.add_line(edit.table_name, now["uid"], {edit.field: edit.before}, {edit.field: now[edit.field]})
    _delete(edit)


def _delete(edit: Edit) -> None:
    OpenEdit.delete().where(
        OpenEdit.table_name == edit.table_name, OpenEdit.row == edit.row, OpenEdit.field == edit.field
    ).execute()


def _select() -> Any:
    columns = (OpenEdit.table_name, OpenEdit.row, OpenEdit.field, OpenEdit.before, OpenEdit.cursor, OpenEdit.at)
    return OpenEdit.select(*columns)


def _of(table: str, row_id: int, field: str) -> Any:
    return _select().where(OpenEdit.table_name == table, OpenEdit.row == row_id, OpenEdit.field == field)
