"""Opening the one data file: what is looked at before, how the engine is set, how rows come out."""

from __future__ import annotations

import dataclasses
import os
import sqlite3
import struct
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar, cast

from peewee import DatabaseError, OperationalError

from db.errors import Refused
from db.models.record import database

APPLICATION_ID = 0x4249524B
"""«BIRK» in the file's header: this SQLite file is Birikme's."""

SCHEMA_VERSION = 5
"""The number of the newest migration; kept in the file's header."""

FILE_NAME = "birikme.db"

PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": "full",
    "foreign_keys": 1,
    "recursive_triggers": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
}
"""WAL+FULL lost nothing in 10,592 replayed power cuts; the trigger settings keep REPLACE from walking around a lock."""

Row = TypeVar("Row")

_in_use: Counter[str] = Counter()
"""Data file → how many connections of this process it has."""


@dataclasses.dataclass(frozen=True, slots=True)
class Header:
    """What the first 100 bytes of a data file say."""

    schema: int
    application: int


def path_of(folder: Path) -> Path:
    """Where the data file of a folder lies."""
    return folder / FILE_NAME


def read_header(path: Path, *, newer: bool = False) -> Header | None:
    """Read a data file's header before anything else opens it; None where there is no file yet.

    Raises Refused `data_empty`, `data_not_birikme`, `folder_no_permission` or, unless `newer` files are welcome,
    `data_newer` (values: version).
    """
    if _in_use[str(path)] > 0:  # closing a second handle would drop this process's locks on it; it was looked at
        return Header(SCHEMA_VERSION, APPLICATION_ID)
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError:
        return None
    except PermissionError as error:
        raise Refused("folder_no_permission", folder=str(path.parent)) from error
    if not head:
        raise Refused("data_empty", file=str(path))
    if len(head) < 100 or not head.startswith(b"SQLite format 3\x00"):
        raise Refused("data_not_birikme", file=str(path))
    schema, application = struct.unpack(">I", head[60:64])[0], struct.unpack(">I", head[68:72])[0]
    return _accepted(Header(schema, application), path, blank=_may_be_blank(path, head), newer=newer)


def _may_be_blank(path: Path, head: bytes) -> bool:
    """Whether a file without any mark can be our own: one page, or all that was written is still in its log."""
    log = path.with_name(path.name + "-wal")
    page = int.from_bytes(head[16:18], "big")  # 1 stands for 65,536
    return path.stat().st_size <= max(page, 512) or (log.exists() and log.stat().st_size > 0)


def _accepted(header: Header, path: Path, *, blank: bool, newer: bool) -> Header:
    """Refuse the file of another program and of a newer Birikme; a `blank` one is about to become ours."""
    unmarked = blank and not header.application and not header.schema
    if header.application != APPLICATION_ID and not unmarked:
        raise Refused("data_not_birikme", file=str(path))
    if header.schema > SCHEMA_VERSION and not newer:
        raise Refused("data_newer", version=header.schema)
    return header


def open_for_writing(folder: Path) -> None:
    """Open the folder's data file on this thread, making or migrating it where needed.

    Raises Refused where the file cannot be opened as it stands; nothing is changed then.
    """
    path = path_of(folder)
    make_folder(folder)
    if read_header(path) is None:
        _refuse_lost(folder)
        make_new(path)
    if not os.access(path, os.W_OK):
        raise Refused("data_read_only", folder=str(folder))
    _connect(path)
    try:
        check_whole(path)
        if database.user_version < SCHEMA_VERSION:
            _bring_up_to_date(folder)
    except BaseException:
        close()
        raise
    if path.stat().st_mode & 0o077:
        path.chmod(0o600)


def _refuse_lost(folder: Path) -> None:
    """Where copies or a log of the data lie, the data are lost: new ones would hide that."""
    from db.backups import copies

    log = path_of(folder).with_name(f"{FILE_NAME}-wal")
    if copies.listed(folder / copies.FOLDER) or (log.exists() and log.stat().st_size > 0):
        raise Refused("data_lost", folder=str(folder))


def make_new(path: Path) -> None:
    """Make a new data file under another name first: one cut short would look like a damaged one of zero bytes."""
    from db import files
    from db.migrations.runner import migrate

    temporary = files.beside(path)
    try:
        _use(temporary)
        database.connect()
        migrate()
        fold_log()
        close()
        files.move(temporary, path, 0o600)
    finally:
        close()
        for part in ("", "-wal", "-shm"):
            temporary.with_name(temporary.name + part).unlink(missing_ok=True)


def _bring_up_to_date(folder: Path) -> None:
    """Keep a copy of the older file, then migrate it."""
    from db.backups import making
    from db.migrations.runner import migrate

    copy = making.make(folder, "migration", datetime.now())
    try:
        migrate()
    except (DatabaseError, Refused) as error:  # taken back as a whole: the file is the older one still
        raise Refused("migration_failed", copy=copy.path.name) from error


def open_for_reading(folder: Path) -> None:
    """Open a second, read-only connection on this thread; a reader in WAL neither waits for a commit nor stops one.

    Raises Refused `data_missing`, and `data_older` where the file has to be opened for writing once, to be migrated.
    """
    path = path_of(folder)
    if read_header(path) is None:
        raise Refused("data_missing", folder=str(folder))
    _connect(path)
    if database.user_version < SCHEMA_VERSION:  # only now: the header of the file may lag behind its log
        close()
        raise Refused("data_older")
    execute("PRAGMA query_only = 1")


def open_unchanging(path: Path, asked: str) -> None:
    """Open a data file of this or a newer version so that not a byte of it changes, on this thread.

    `asked`: `mode=ro` where another program may write to it meanwhile, `immutable=1` where nobody can; the latter
    does not see what stands in the log alone. Raises Refused as `read_header` does, `data_missing`, `data_damaged`.
    """
    if read_header(path, newer=True) is None:
        raise Refused("data_missing", folder=str(path.parent))
    _connect(path, asked, newer=True)
    execute("PRAGMA query_only = 1")


def open_another() -> None:
    """Open a further read-only connection, on another thread, to the data that this process has open."""
    database.connect()
    execute("PRAGMA query_only = 1")


def check_whole(path: Path) -> None:
    """Read the opened file through; raises Refused `data_damaged` (file)."""
    try:
        found = execute("PRAGMA quick_check(1)")
    except (DatabaseError, UnicodeDecodeError) as error:
        raise Refused("data_damaged", file=str(path)) from error
    if found != [("ok",)]:
        raise Refused("data_damaged", file=str(path))


def _connect(path: Path, asked: str = "", *, newer: bool = False) -> None:
    """Connect, then look at the marks again: opening brings in what a power cut had left in the log.

    Raises Refused as `read_header` does, `data_damaged`, and `data_unopened` (reason: as the engine says it).
    """
    _use(path, asked)
    try:
        database.connect()
        _in_use[str(path)] += 1
        header = Header(database.user_version, database.application_id)
        _accepted(header, path, blank=not execute("SELECT 1 FROM sqlite_master LIMIT 1"), newer=newer)
    except DatabaseError as error:
        close()
        if isinstance(error, OperationalError):
            raise Refused("data_unopened", file=str(path), reason=str(error)) from error
        raise Refused("data_damaged", file=str(path)) from error
    except UnicodeDecodeError as error:  # the engine quotes what is damaged, and cannot even be read itself
        close()
        raise Refused("data_damaged", file=str(path)) from error
    except Refused:
        close()
        raise


def _use(path: Path, asked: str = "") -> None:
    """Point the process's database at a file; every thread's connection gets the same settings."""
    database.asked = asked
    if database.database != str(path):
        database.init(str(path), pragmas=PRAGMAS)


def make_folder(folder: Path) -> None:
    """Make the data folder for this user alone; raises Refused `folder_no_permission`."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise Refused("folder_no_permission", folder=str(folder)) from error
    if not os.access(folder, os.W_OK):
        raise Refused("folder_no_permission", folder=str(folder))


def identity() -> tuple[int, int] | None:
    """Which file lies where this process opened its data, without opening it; None where none is there."""
    try:
        found = Path(str(database.database)).stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def close() -> None:
    """Close this thread's connection, if it has one."""
    if not database.is_closed():
        database.close()
        _in_use[str(database.database)] -= 1


def fold_log() -> None:
    """Fold the write-ahead log into the file, so that at rest the data is one file; only the writer does this."""
    execute("PRAGMA wal_checkpoint(TRUNCATE)")


def execute(statement: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Run one statement of the engine's own SQL on this thread; returns all its lines."""
    cursor = database.execute_sql(statement, values)  # type: ignore[no-untyped-call]
    try:
        return list(cursor.fetchall())
    except sqlite3.DatabaseError as error:  # peewee puts its own errors around the first step only
        raise DatabaseError(str(error)) from error


def insert_row(table: str, row: Mapping[str, Any]) -> int:
    """Add one row of engine values by column; returns its id."""
    columns, marks = ", ".join(f'"{name}"' for name in row), ", ".join("?" * len(row))
    statement = f'INSERT INTO "{table}" ({columns}) VALUES ({marks})'
    return int(database.execute_sql(statement, tuple(row.values())).lastrowid)  # type: ignore[no-untyped-call]


def rows(query: Any, row: type[Row]) -> list[Row]:
    """Fetch a query whole, each line as a `row`: no cursor leaves this floor."""
    return list(cast(Iterable[Row], query.objects(row)))


def row(query: Any, kind: type[Row]) -> Row | None:
    """Fetch the first line of a query, or None."""
    found = rows(query.limit(1), kind)
    return found[0] if found else None
