"""What can still be read of a damaged data file, written into a new one; the damaged file is kept."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from db import connection, files, instance_lock, search
from db.backups import making, restoring
from db.connection import SCHEMA_VERSION, path_of
from db.errors import Refused
from db.migrations.triggers import TRIGGERS

OWN_TABLES = (
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
    " AND name NOT LIKE 'search%' AND name <> 'schema_migration'"
)


@dataclass(frozen=True, slots=True)
class Saved:
    """How many rows were read, how many of them point to what was not, and in how many tables the file broke off."""

    rows: int
    orphans: int
    broken: int


def salvage(folder: Path, now: datetime) -> Saved:
    """Put what can be read of a folder's damaged data in their place; the damaged file is kept among the copies.

    Raises Refused `already_open`, `data_older` (a file of an older version), `file_disk_full`, `file_not_written`.
    """
    header = connection.read_header(path_of(folder))
    if header is None or header.schema != SCHEMA_VERSION:
        raise Refused("data_older")
    with (
        instance_lock.held(folder, without_log=True),
        making.writing(path_of(folder)),
        tempfile.TemporaryDirectory(files.TEMPORARY, files.LEFTOVER, folder) as place,
    ):
        new = path_of(Path(place))
        connection.make_new(new)
        saved = _fill(new, _aside(folder, Path(place)))
        _index(Path(place))
        restoring.set_aside(folder, now)
        files.move(new, path_of(folder), making.OWNER_ALONE)
    return saved


def _aside(folder: Path, place: Path) -> Path:
    """The damaged file with its log, copied: reading it must not change it."""
    for part in restoring.PARTS:
        source = path_of(folder).with_name(path_of(folder).name + part)
        if source.exists():
            shutil.copyfile(source, place / f"damaged.db{part}")
    return place / "damaged.db"


def _fill(new: Path, damaged: Path) -> Saved:
    """Copy every row that can be read; a row that points to one that cannot is left out."""
    rows = broken = 0
    with closing(sqlite3.connect(damaged)) as old, closing(sqlite3.connect(new, isolation_level=None)) as whole:
        old.execute("PRAGMA trusted_schema = 0")
        old.text_factory = lambda held: held.decode("utf-8", "replace")
        whole.execute("PRAGMA foreign_keys = 0")
        whole.execute("BEGIN IMMEDIATE")
        for (name,) in whole.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            whole.execute(f'DROP TRIGGER "{name}"')
        for (table,) in whole.execute(OWN_TABLES).fetchall():
            names = [line[1] for line in whole.execute(f'PRAGMA table_info("{table}")')]
            found, broke = _readable(old, table, names)
            broken += broke
            rows += _put(whole, table, found)
        orphans = _leave_out_orphans(whole)
        for statement in TRIGGERS:
            whole.execute(statement)
        whole.execute("COMMIT")
    return Saved(rows, orphans, broken)


def _readable(old: sqlite3.Connection, table: str, names: list[str]) -> tuple[list[tuple[Any, ...]], bool]:
    """The rows of a table from its beginning and from its end up to where it breaks, and whether it broke."""
    columns = ", ".join(f'"{name}"' for name in names)
    found: list[tuple[Any, ...]] = []
    for order in ("ASC", "DESC"):
        try:
            for line in old.execute(f'SELECT {columns} FROM "{table}" NOT INDEXED ORDER BY rowid {order}'):
                found.append(line)
        except sqlite3.Error:
            continue
        return found, order == "DESC"
    return found, True


def _put(whole: sqlite3.Connection, table: str, lines: list[tuple[Any, ...]]) -> int:
    """Add rows; what is there already or is no row of this table any more is left out. Returns how many came in."""
    count = 0
    statement = f'INSERT OR IGNORE INTO "{table}" VALUES ({", ".join("?" * len(lines[0]))})' if lines else ""
    for line in lines:
        with suppress(sqlite3.Error):
            count += whole.execute(statement, line).rowcount
    return count


def _leave_out_orphans(whole: sqlite3.Connection) -> int:
    """Take out rows that point to nothing, until none is left; returns how many."""
    count = 0
    while lost := {(table, row) for table, row, *_ in whole.execute("PRAGMA foreign_key_check")}:
        for table, row in lost:
            whole.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (row,))
        count += len(lost)
    return count


def _index(place: Path) -> None:
    """Have everything found again."""
    connection.open_for_writing(place)
    try:
        search.rebuild()
        connection.fold_log()
    finally:
        connection.close()
