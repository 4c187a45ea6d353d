"""Whether the data is whole: the file, the links, every row's proof, the log's chain, finished protocols, the index."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from peewee import DatabaseError

from db import history, records, search
from db.connection import execute
from db.migrations.triggers import TRIGGERS
from db.models.all import RECORDS
from db.reading import held_rows


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong: a code, and what the sentence about it needs.

    `file_damaged` (message) · `link_broken` (table, row) · `row_damaged` (table, uid) · `log_broken` (event, at: where
    the chain first breaks) · `protocol_damaged` (number, year, version) · `evaluation_damaged` (uid, version) ·
    `lock_missing` (count of triggers) · `search_differs` (count).
    """

    code: str
    values: dict[str, object] = field(default_factory=dict)


def check() -> list[Finding]:
    """All that is wrong; a file too damaged to be read through ends the list early. Changes nothing."""
    found: list[Finding] = []
    try:
        for part in (_file, _links, _rows, _log, _protocols, _evaluations, _locks, _index):
            found += part()
    except (DatabaseError, UnicodeDecodeError) as error:  # the engine's message may quote what is damaged
        found.append(Finding("file_damaged", {"message": str(error)}))
    return found


def _file() -> Iterator[Finding]:
    for (message,) in execute("PRAGMA quick_check"):
        if message != "ok":
            yield Finding("file_damaged", {"message": message})


def _links() -> Iterator[Finding]:
    for table, row, *_ in execute("PRAGMA foreign_key_check"):
        yield Finding("link_broken", {"table": table, "row": row})


def _rows() -> Iterator[Finding]:
    """A bit that flipped on the disk is mostly noticed by nothing else."""
    for model in RECORDS:
        for row in held_rows(model):
            if records.digest(model, row) != row["digest"]:
                yield Finding("row_damaged", {"table": model._meta.table_name, "uid": row["uid"]})


def _log() -> Iterator[Finding]:
    """Only the first break: all that follows hangs on it."""
    lines: dict[int, list[tuple[str, str, str | None, str]]] = {}
    for seq, *line in execute("SELECT event_id, table_name, uid, before, after FROM event_line ORDER BY id"):
        lines.setdefault(seq, []).append((line[0], line[1], line[2], line[3]))
    previous = ""
    for seq, at, who, action, subject, undoes, before, hashed in execute(
        "SELECT id, at, who, action, subject, undoes_id, previous_hash, hash FROM event ORDER BY id"
    ):
        header = {"at": at, "who": who, "action": action, "subject": subject, "undoes": undoes}
        if before != previous or hashed != history.event_hash(previous, header, lines.get(seq, [])):
            yield Finding("log_broken", {"event": seq, "at": at})
            return
        previous = hashed


def _protocols() -> Iterator[Finding]:
    """The stored values of a finished protocol are proved twice, and name an event of the log."""
    known = {hashed for (hashed,) in execute("SELECT hash FROM event")} | {""}
    for version, content, digest, head in execute(
        "SELECT version, content, content_digest, chain_head FROM protocol_version ORDER BY id"
    ):
        if hashlib.sha256(content.encode()).hexdigest() != digest or head not in known:
            meeting = _meeting_of(content)
            yield Finding("protocol_damaged", {"number": meeting[0], "year": meeting[1], "version": version})


def _evaluations() -> Iterator[Finding]:
    """The stored values of a closed evaluation are proved too."""
    for version, content, digest, uid in execute(
        "SELECT v.version, v.content, v.content_digest, e.uid FROM evaluation_version v"
        " JOIN evaluation e ON e.id = v.evaluation_id ORDER BY v.id"
    ):
        if hashlib.sha256(content.encode()).hexdigest() != digest:
            yield Finding("evaluation_damaged", {"uid": uid, "version": version})


def _meeting_of(content: str) -> tuple[object, object]:
    """Number and year of a stored protocol, as far as they can be read."""
    try:
        meeting = json.loads(content)["meeting"]
        return meeting["number"], meeting["year"]
    except (ValueError, KeyError, TypeError):
        return 0, 0


def _locks() -> Iterator[Finding]:
    """The triggers that keep final protocols and the log as they are."""
    standing = {statement for (statement,) in execute("SELECT sql FROM sqlite_master WHERE type = 'trigger'")}
    if missing := set(TRIGGERS) - standing:
        yield Finding("lock_missing", {"count": len(missing)})


def _index() -> Iterator[Finding]:
    if different := search.differences():
        yield Finding("search_differs", {"count": len(different)})
