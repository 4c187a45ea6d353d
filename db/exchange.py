"""Everything as one JSON file, out and in, without loss. The format is described in the README.

`records` has every row by table, parents first: its `id` (the number that the log uses), `uid`, `rev`, `digest`,
`deleted_at` and its fields; a link is the uid of the row it points to. `log` has every event with its lines and hash.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from peewee import DatabaseError, ForeignKeyField, IntegerField, IntegrityError

from db import exchange_older, history, records, search
from db.connection import SCHEMA_VERSION, execute
from db.errors import Refused
from db.exchange_older import Newer
from db.models.all import RECORDS
from db.models.fields import Day
from db.models.history import Event
from db.models.record import Record, database
from db.reading import held_rows
from db.rules import text

FORMAT = 1
LARGEST_MB = 200

Json: TypeAlias = dict[str, Any]
Ids: TypeAlias = dict[str, dict[str, int]]
"""Table → uid → id."""

_EVENT = ("at", "who", "action", "subject", "undoes")


@dataclass(frozen=True, slots=True)
class Imported:
    """How much came in."""

    records: int
    events: int


def export_json() -> str:
    """All records and the whole log as they are at this moment."""
    with database.atomic():  # one moment for all tables
        content = {
            "birikme": FORMAT,
            "schema": SCHEMA_VERSION,
            "exported_at": history.now(),
            "records": {_table(model): list(_rows_out(model)) for model in RECORDS},
            "log": list(_log_out()),
        }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def import_json(path: Path) -> Imported:
    """Bring an exported file into data that is still empty, whole or not at all; the log goes on where it ended.

    Raises Refused `import_would_overwrite`, `file_missing`, `import_too_large` (limit, in MB), `import_not_json`
    (line), `import_not_birikme`, `data_newer` (version), `import_unknown_table` (table); with table, row (from 1) and
    name `import_unknown_field`, `import_missing_field`, `import_bad_value`; `import_damaged` (table, row),
    `import_log_damaged` (event).
    """
    content = _checked_head(_read(path))
    with history.refusing(), database.atomic("IMMEDIATE"):
        _refuse_overwriting()
        execute("PRAGMA defer_foreign_keys = 1")  # a row may point to one of its own table further down
        tables = {_table(model): _listed(content["records"], _table(model)) for model in RECORDS}
        ids = {table: _ids(table, rows) for table, rows in tables.items()}
        newer = exchange_older.newer_fields(content["schema"], tables)
        for model in RECORDS:
            _rows_in(model, tables[_table(model)], ids, newer.get(_table(model), {}))
        log = _listed(content, "log")
        _log_in(log)
        search.rebuild()
    return Imported(sum(map(len, tables.values())), len(log))


def _table(model: type[Record]) -> str:
    return str(model._meta.table_name)


def _rows_out(model: type[Record]) -> Iterator[Json]:
    """A table's rows in the order they were made, links as uids."""
    links = {name: _uids(field.rel_model) for name, field in _links(model).items()}
    for row in held_rows(model):
        yield {name: links[name].get(value) if name in links else value for name, value in row.items()}


def _uids(model: type[Record]) -> dict[int, str]:
    return dict(execute(f"SELECT id, uid FROM {_table(model)}"))


def _links(model: type[Record]) -> dict[str, Any]:
    return {name: field for name, field in model._meta.fields.items() if isinstance(field, ForeignKeyField)}


def _log_out() -> Iterator[Json]:
    lines: dict[int, list[Json]] = {}
    for seq, table, uid, before, after in execute(
        "SELECT event_id, table_name, uid, before, after FROM event_line ORDER BY id"
    ):
        line = {"table": table, "uid": uid, "before": before and json.loads(before), "after": json.loads(after)}
        lines.setdefault(seq, []).append(line)
    for seq, *header, hashed in execute("SELECT id, at, who, action, subject, undoes_id, hash FROM event ORDER BY id"):
        yield {"seq": seq, **dict(zip(_EVENT, header, strict=True)), "hash": hashed, "lines": lines.get(seq, [])}


def _read(path: Path) -> Any:
    """Parse a file that is not too large for it."""
    try:
        if path.stat().st_size > LARGEST_MB * 1_000_000:
            raise Refused("import_too_large", limit=LARGEST_MB)
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise Refused("file_missing", file=str(path)) from error
    except (ValueError, RecursionError) as error:
        raise Refused("import_not_json", line=getattr(error, "lineno", 1)) from error


def _checked_head(content: Any) -> Json:
    if (
        not isinstance(content, dict)
        or content.get("birikme") != FORMAT
        or not isinstance(content.get("records"), dict)
    ):
        raise Refused("import_not_birikme")
    if type(content.get("schema")) is not int:
        raise Refused("import_not_birikme")
    if content["schema"] > SCHEMA_VERSION:
        raise Refused("data_newer", version=content["schema"])
    if unknown := content["records"].keys() - {_table(model) for model in RECORDS}:
        raise Refused("import_unknown_table", table=min(unknown))
    return content


def _refuse_overwriting() -> None:
    tables = [*(_table(model) for model in RECORDS), "event"]
    if any(execute(f"SELECT 1 FROM {table} LIMIT 1") for table in tables):
        raise Refused("import_would_overwrite")


def _listed(content: Json, name: str) -> list[Json]:
    """A list of objects; a table that the file lacks has no rows."""
    found = content.get(name, [])
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        raise Refused("import_bad_value", table=name, row=0, name="")
    return found


def _ids(table: str, rows: list[Json]) -> dict[str, int]:
    """The id of each uid of a table's rows; both are there, each once."""
    ids: dict[str, int] = {}
    for place, row in enumerate(rows, 1):
        uid, number = row.get("uid"), row.get("id")
        if not isinstance(uid, str) or not uid or uid in ids:
            raise Refused("import_bad_value", table=table, row=place, name="uid")
        if type(number) is not int or not 0 < number < 2**31:
            raise Refused("import_bad_value", table=table, row=place, name="id")
        ids[uid] = number
    return ids


def _rows_in(model: type[Record], rows: list[Json], ids: Ids, newer: Newer) -> None:
    """Take a table's rows in: proved over the fields that they have, then given those that came `newer`."""
    for place, row in enumerate(rows, 1):
        held = _held(model, place, row, ids, newer)
        if records.digest(model, held, newer) != held["digest"]:
            raise Refused("import_damaged", table=_table(model), row=place)
        if newer:
            given = {name: _number(model, name, make(row), ids) for name, make in newer.items()}
            held |= given
            held["digest"] = records.digest(model, held)
        values = {name: model._meta.fields[name].python_value(value) for name, value in held.items()}
        try:
            model.insert(**values).execute()
        except IntegrityError as error:
            raise Refused("import_bad_value", table=_table(model), row=place, name="", reason=str(error)) from error


def _held(model: type[Record], place: int, row: Json, ids: Ids, newer: Newer) -> records.Stored:
    """A row of the file as the engine will hold it, every field there and of its kind."""
    table = _table(model)
    fields = {name: field for name, field in model._meta.fields.items() if name not in newer}
    if unknown := row.keys() - fields.keys():
        raise Refused("import_unknown_field", table=table, row=place, name=min(unknown))
    if missing := fields.keys() - row.keys():
        raise Refused("import_missing_field", table=table, row=place, name=min(missing))
    held = {}
    for name, field in fields.items():
        value = _number(model, name, row[name], ids)
        if not _fits(field, value) or (value is None and row[name] is not None):
            raise Refused("import_bad_value", table=table, row=place, name=name)
        held[name] = value
    return held


def _number(model: type[Record], name: str, value: Any, ids: Ids) -> Any:
    """A value as the engine will hold it: of a link the number of the row with that uid."""
    field = model._meta.fields[name]
    return ids[_table(field.rel_model)].get(value) if isinstance(field, ForeignKeyField) else value


def _fits(field: Any, value: Any) -> bool:
    """Whether a value is of the field's kind; text must be as the gate would leave it."""
    if value is None:
        return bool(field.null)
    if isinstance(field, IntegerField | ForeignKeyField):
        return type(value) is int and abs(value) < 2**63
    if not isinstance(value, str) or len(value) > 10 * records.LONGEST or text.plain(value) != value:
        return False
    return not isinstance(field, Day) or _is_day(value)


def _is_day(value: str) -> bool:
    try:
        return dt.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _log_in(log: list[Json]) -> None:
    """Write the log as it was; every hash must follow from the one before."""
    previous = ""
    for event in log:
        header, lines = _header(event), _lines(event)
        hashed = history.event_hash(previous, header, lines)
        if hashed != event.get("hash"):
            raise Refused("import_log_damaged", event=event.get("seq"))
        with _naming(event):
            Event.insert(id=event["seq"], **header, previous_hash=previous, hash=hashed).execute()
            history.write_lines(event["seq"], lines)
        previous = hashed


def _header(event: Json) -> Json:
    """An event's header, of the right kinds."""
    header = {name: event.get(name) for name in _EVENT}
    texts = [value for name, value in header.items() if name != "undoes"]
    numbers = [event.get("seq"), header["undoes"] or 0]
    if not all(isinstance(value, str) for value in texts) or not all(type(number) is int for number in numbers):
        raise Refused("import_log_damaged", event=event.get("seq"))
    return header


def _lines(event: Json) -> list[tuple[str, str, str | None, str]]:
    """An event's lines as the log holds them."""
    lines = []
    for line in _listed(event, "lines"):
        table, uid, before, after = (line.get(name) for name in ("table", "uid", "before", "after"))
        if not isinstance(table, str) or not isinstance(uid, str) or not isinstance(after, dict):
            raise Refused("import_log_damaged", event=event.get("seq"))
        lines.append((table, uid, None if before is None else history.canonical(before), history.canonical(after)))
    return lines


@contextmanager
def _naming(event: Json) -> Iterator[None]:
    """Say which event the engine did not take."""
    try:
        yield
    except DatabaseError as error:
        raise Refused("import_log_damaged", event=event.get("seq")) from error
