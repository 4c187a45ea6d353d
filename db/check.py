"""Looking whether the data is whole: pages, links, each row's proof, the chain of events, protocols, the index."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from db import history, records, search
from db.connection import broken_links, damaged_pages, execute, rows
from db.models.all import RECORDS
from db.models.history import Event, EventLine
from db.models.protocols import ProtocolVersion
from db.models.record import Record
from db.reading import columns

PAGE = 500


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not as it was written.

    Codes: damaged_page, broken_link, damaged_record, damaged_event, damaged_protocol, search_outdated.
    """

    code: str
    table: str = ""
    uid: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was looked at, how much of it, and what is wrong."""

    records: int
    events: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Event:
    id: int
    at: str
    who: str
    action: str
    subject: str
    undoes_id: int | None
    previous_hash: str
    hash: str


@dataclass(frozen=True, slots=True)
class _Line:
    event_id: int
    table_name: str
    uid: str
    before: str | None
    after: str


@dataclass(frozen=True, slots=True)
class _Version:
    uid: str
    content: str
    content_digest: str
    chain_head: str


def check() -> Checked:
    """Look at everything; reads alone. Where the pages themselves are damaged nothing else is looked at."""
    damaged = damaged_pages()
    if damaged:
        return Checked(0, 0, tuple(Problem("damaged_page", detail=line) for line in damaged))
    counted = sum(model.select().count() for model in RECORDS)
    links = (Problem("broken_link", table, detail=f"{row} → {parent}") for table, row, parent in broken_links())
    problems = (*links, *_records(), *_events(), *_protocols(), *_index())
    return Checked(counted, Event.select().count(), problems)


def _records() -> Iterator[Problem]:
    for model in RECORDS:
        for row in _rows(model):
            if records.digest(model, row) != row["digest"]:
                yield Problem("damaged_record", model._meta.table_name, row["uid"])


def _rows(model: type[Record]) -> Iterator[dict[str, Any]]:
    """All rows of a table as the engine holds them, page by page."""
    # Plain SQL: peewee would turn the stored values into Python's, and of a damaged one that fails.
    names = {field.column_name: name for name, field in model._meta.fields.items()}
    selected = ", ".join(f'"{column}"' for column in names)
    query = f"SELECT {selected} FROM {model._meta.table_name} WHERE id > ? ORDER BY id LIMIT {PAGE}"
    last = -1
    while page := execute(query, (last,)):
        for line in page:
            row = dict(zip(names.values(), line, strict=True))
            last = row["id"]
            yield row


def _events() -> Iterator[Problem]:
    """The first event that does not follow from the one before: all after it hang on it."""
    lines: dict[int, list[tuple[str, str, str | None, str]]] = {}
    for line in rows(EventLine.select(*columns(EventLine, _Line)).order_by(EventLine.id), _Line):
        lines.setdefault(line.event_id, []).append((line.table_name, line.uid, line.before, line.after))
    previous = ""
    for event in rows(Event.select(*columns(Event, _Event)).order_by(Event.id), _Event):
        header = {"at": event.at, "who": event.who, "action": event.action, "subject": event.subject}
        digest = history.event_hash(previous, header | {"undoes": event.undoes_id}, lines.get(event.id, []))
        if (event.previous_hash, event.hash) != (previous, digest):
            yield Problem("damaged_event", "event", str(event.id), event.at)
            return
        previous = digest


def _protocols() -> Iterator[Problem]:
    """Each finished version against its own proof, and its place in the chain of events."""
    chain = {event.hash for event in rows(Event.select(*columns(Event, _Event)), _Event)} | {""}
    query = ProtocolVersion.select(*columns(ProtocolVersion, _Version)).order_by(ProtocolVersion.id)
    for version in rows(query, _Version):
        whole = hashlib.sha256(version.content.encode()).hexdigest() == version.content_digest
        if not whole or version.chain_head not in chain:
            yield Problem("damaged_protocol", "protocol_version", version.uid)


def _index() -> Iterator[Problem]:
    """The search index against the rows; it can be made anew, so one line says it."""
    if outdated := search.differences():
        yield Problem("search_outdated", "search", detail=str(len(outdated)))
