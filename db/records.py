"""The one place where rows are written: identity, digest, sort key, search index and history line come with it."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import uuid
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, TypeAlias

from peewee import TextField, fn

from db import history, search
from db.connection import insert_row
from db.errors import Refused
from db.models.record import Record
from db.reading import held_row
from db.rules import alphabet, text

Stored: TypeAlias = dict[str, Any]
"""A row as the engine holds it: column → str, int or None."""

DERIVED: dict[str, tuple[tuple[str, ...], str, Callable[[str], str]]] = {
    "person": (("surname", "given", "patronymic"), "sort_key", alphabet.sort_key),
}
"""Table → the fields from which another field follows, that field, and how."""

LONGEST = 1_000_000
"""Characters in one field: more is a slip (a file pasted as text)."""

LARGEST = 1_000_000
"""What a counted field takes at most (see `db.models.fields.Count`)."""

MOST_VALUES = 30_000
"""In one statement; the engine takes 32,766."""


def insert(model: type[Record], **values: Any) -> int:
    """Add a row inside an action; returns its id. `uid` may be given, for a record known elsewhere."""
    row = _new(model, values)
    row_id = insert_row(_table(model), {model._meta.fields[name].column_name: value for name, value in row.items()})
    history.add_line(_table(model), row["uid"], None, row)
    search.refresh(_table(model), row_id, row)
    return row_id


def insert_many(model: type[Record], given: Iterable[Mapping[str, Any]]) -> list[int]:
    """Add many rows inside an action in a few statements; returns their ids in the given order."""
    new = [_new(model, dict(values)) for values in given]
    # The running action holds the only right to write, so that the ids after the greatest one are free.
    first = int(model.select(fn.COALESCE(fn.MAX(model.id), 0)).scalar()) + 1
    ids = list(range(first, first + len(new)))
    rows = [_python(model, row) | {"id": row_id} for row_id, row in zip(ids, new, strict=True)]
    size = MOST_VALUES // (len(model._meta.fields) or 1)
    for at in range(0, len(rows), size):
        model.insert_many(rows[at : at + size]).execute()
    for row in new:
        history.add_line(_table(model), row["uid"], None, row)
    search.add(_table(model), zip(ids, new, strict=True))
    return ids


def change(model: type[Record], row_id: int, **values: Any) -> bool:
    """Change a row inside an action; returns whether anything was different. Raises Refused `record_missing`."""
    before, changed = _write(model, row_id, values)
    if changed:
        history.add_line(_table(model), before["uid"], {name: before[name] for name in changed}, changed)
    return bool(changed)


def change_quietly(model: type[Record], row_id: int, **values: Any) -> bool:
    """Change a row without an event: only for text that is still being typed (see `db.edits`)."""
    return bool(_write(model, row_id, values)[1])


def remove(model: type[Record], row_id: int) -> None:
    """Delete a row as this program deletes: it stays, marked, so that undo is an update and papers lose nothing."""
    change(model, row_id, deleted_at=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"))


def revive(model: type[Record], row_id: int) -> None:
    """Take back a deletion."""
    change(model, row_id, deleted_at=None)


def prove(model: type[Record], row_id: int, **marks: str) -> None:
    """Prove a row as it stands now, after a person looked at a damaged one; `marks`: its uid, if that was damaged."""
    row = stored(model, row_id) | marks
    model.update(**marks, digest=digest(model, row)).where(model.id == row_id).execute()


def renew(model: type[Record], row_id: int, **values: Any) -> None:
    """Bring back a row that was taken away as if it were new: what is not given has its default again."""
    change(model, row_id, **{name: _default(field) for name, field in _own_fields(model).items()} | values)


def stored(model: type[Record], row_id: int) -> Stored:
    """A row as the engine holds it; raises Refused `record_missing`."""
    row = held_row(model, row_id)
    if row is None:
        raise Refused("record_missing", table=_table(model))
    return row


def day(held: str | None) -> dt.date | None:
    """A day of a stored row as a date."""
    return dt.date.fromisoformat(held) if held else None


def digest(model: type[Record], row: Stored, without: Collection[str] = ()) -> str:
    """SHA-256 of all columns but the digest itself and the local id; `without`: those that an older row lacks."""
    kept = {name: row.get(name) for name in model._meta.fields if name not in ("id", "digest", *without)}
    return hashlib.sha256(json.dumps([_table(model), kept], sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _new(model: type[Record], values: dict[str, Any]) -> Stored:
    """A row that is not there yet, whole: defaults, what follows from other fields, identity, digest."""
    row = _fields(model, {name: _default(field) for name, field in _own_fields(model).items()} | values)
    row |= _derived(model, row)
    row |= {"uid": values.get("uid") or str(uuid.uuid4()), "rev": 1}
    row["digest"] = digest(model, row)
    return row


def _write(model: type[Record], row_id: int, values: dict[str, Any]) -> tuple[Stored, Stored]:
    """Write what differs; returns the row before and the changed columns after."""
    before = stored(model, row_id)
    after = before | _fields(model, values)
    after |= _derived(model, after)
    changed = {name: value for name, value in after.items() if value != before[name]}
    if changed:
        after["rev"] += 1
        after["digest"] = digest(model, after)
        model.update(_python(model, changed | {"rev": after["rev"], "digest": after["digest"]})).where(
            model.id == row_id
        ).execute()
        search.refresh(_table(model), row_id, after)
    return before, changed


def _fields(model: type[Record], values: dict[str, Any]) -> Stored:
    """Given values as the engine will hold them, text through the gate; ids of links may come as numbers."""
    return {name: _value(model._meta.fields[name], value) for name, value in values.items()}


def _value(field: Any, value: Any) -> Any:
    """One value as the engine will hold it; raises Refused: text_too_long, number_too_large, value_not_allowed."""
    try:
        held = field.db_value(field.python_value(value))
    except (TypeError, ValueError) as error:
        raise Refused("value_not_allowed", field.name) from error
    if type(field) is TextField:  # made by the program: a stored protocol is longer than any field of it
        return held
    if isinstance(held, str):
        if len(held) > LONGEST:
            raise Refused("text_too_long", field.name, length=len(held), limit=LONGEST)
        return text.plain(held)
    if isinstance(held, int) and abs(held) >= 2**63:
        raise Refused("number_too_large", field.name, high=LARGEST)
    return held


def _derived(model: type[Record], row: Stored) -> Stored:
    """The fields that follow from others."""
    if _table(model) not in DERIVED:
        return {}
    sources, target, rule = DERIVED[_table(model)]
    return {target: rule(" ".join(row[name] for name in sources if row[name]))}


def _own_fields(model: type[Record]) -> dict[str, Any]:
    """The fields that a topic adds to those of every record, and the mark of deletion."""
    return {name: field for name, field in model._meta.fields.items() if name not in ("id", "uid", "rev", "digest")}


def _default(field: Any) -> Any:
    return field.default() if callable(field.default) else field.default


def _python(model: type[Record], row: Stored) -> dict[str, Any]:
    return {name: model._meta.fields[name].python_value(value) for name, value in row.items()}


def _table(model: type[Record]) -> str:
    return str(model._meta.table_name)
