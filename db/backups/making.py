"""A copy of the data made while it is in use, looked at before it counts."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from db import connection, files
from db.backups import copies
from db.backups.copies import Copy
from db.connection import path_of
from db.errors import Refused

OWNER_ALONE = 0o600


def back_up(folder: Path, target: Path) -> Path:
    """Copy the data of a folder into a file of its own, whole or not at all; returns it.

    Raises Refused `backup_exists` (file), `data_missing`, `data_damaged`, `file_disk_full`, `folder_forbidden`,
    `file_not_written` (see `db.files`).
    """
    if target.exists():
        raise Refused("backup_exists", file=str(target))
    with copied(folder, target.parent) as temporary, writing(target):
        files.move(temporary, target, OWNER_ALONE)
    return target


def make(folder: Path, why: str, now: datetime) -> Copy:
    """Add a numbered copy to the folder's own, and thin these. Raises Refused as `back_up` does."""
    place = folder / copies.FOLDER
    with writing(place):
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
    with copied(folder, place) as temporary, writing(place / "birikme.db"):
        proof = copies.proof_of(temporary)
        mark, head = (hashed[:8] or copies.NOTHING for hashed in ends_of(temporary))
        number = max((copy.number for copy in copies.listed(place)), default=0) + 1
        target = place / copies.name_of(number, now, why, mark, head, proof)
        files.move(temporary, target, OWNER_ALONE)
    made = Copy(target, number, now.strftime(copies.MADE), why, mark, head, proof)
    copies.thin(place, made)
    return made


def keep(folder: Path, why: str, now: datetime) -> Copy | None:
    """A copy that holds all that the data hold now: the newest one, or a new one; None while there is nothing."""
    with reading(path_of(folder)) as data:
        _mark, head = _ends(data)
        typing = has(data, "open_edit") and data.execute("SELECT 1 FROM open_edit LIMIT 1").fetchone()
    if not head:
        return None
    newest = next(iter(copies.listed(folder / copies.FOLDER)), None)
    if newest is not None and head.startswith(newest.head) and not typing and newest.whole:
        return newest
    return make(folder, why, now)


def carry(copy: Copy, second: Path) -> Path | None:
    """Bring a copy to the second folder; None where that is not there now (a stick that is not put in).

    Raises Refused `file_disk_full`, `folder_forbidden`, `file_not_written`; what lay there stays.
    """
    target = second / copy.path.name
    with writing(target):
        if not second.is_dir():
            return None
        if target.exists():
            return target
        temporary = files.beside(target)
        try:
            shutil.copyfile(copy.path, temporary)
            if copies.proof_of(temporary) != copy.proof:
                raise Refused("copy_differs", name=target.name)
            files.move(temporary, target, OWNER_ALONE)
        finally:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
    copies.thin(second, copy)
    return target


def carry_second(copy: Copy, second: Path) -> Path | None:
    """The same as a word about the second folder alone: Refused `second_disk_full`, `second_not_written` (folder)."""
    try:
        return carry(copy, second)
    except Refused as error:
        code = "second_disk_full" if error.code == "file_disk_full" else "second_not_written"
        raise Refused(code, folder=str(second)) from error


def check_copy(path: Path) -> None:
    """Look at a closed copy: raises Refused `data_damaged`, `data_empty`, `data_not_birikme`, `data_newer`."""
    connection.read_header(path)
    try:
        with closing(sqlite3.connect(path)) as copy:
            found = copy.execute("PRAGMA quick_check").fetchall()
            copy.execute("PRAGMA journal_mode = delete")  # no log file of the copy's own stays beside it
    except sqlite3.Error as error:
        raise Refused("data_damaged", file=str(path)) from error
    if found != [("ok",)]:
        raise Refused("data_damaged", file=str(path))


def ends_of(path: Path) -> tuple[str, str]:
    """The hashes of the first and the newest event in a closed copy, empty where there is no history."""
    with reading(path, closed=True) as copy:
        return _ends(copy)


@contextmanager
def reading(path: Path, *, closed: bool = False) -> Iterator[sqlite3.Connection]:
    """A connection of one's own that cannot write; of a `closed` file nothing else is looked at.

    Data without a log are at rest: they are read as closed, or the engine would leave an empty log beside them.

    Raises Refused `data_missing` (folder), `data_damaged` (file), `data_unreadable` (file, reason).
    """
    if not path.exists():
        raise Refused("data_missing", folder=str(path.parent))
    at_rest = closed or not path.with_name(f"{path.name}-wal").exists()
    address = f"{path.resolve().as_uri()}?{'immutable=1' if at_rest else 'mode=ro'}"
    try:
        with closing(sqlite3.connect(address, uri=True)) as found:
            found.text_factory = lambda held: held.decode("utf-8", "replace")
            yield found
    except sqlite3.OperationalError as error:
        raise Refused("data_unreadable", file=str(path), reason=str(error)) from error
    except sqlite3.DatabaseError as error:
        raise Refused("data_damaged", file=str(path)) from error


@contextmanager
def copied(folder: Path, place: Path) -> Iterator[Path]:
    """A temporary copy in `place`, SQLite's own backup: one moment of the data, whoever writes meanwhile."""
    with writing(place / "birikme.db"):
        temporary = files.beside(place / "birikme.db")
    try:
        with reading(path_of(folder)) as data, writing(temporary), closing(sqlite3.connect(temporary)) as copy:
            data.backup(copy)
        check_copy(temporary)
        yield temporary
    finally:
        drop(temporary)


def drop(temporary: Path) -> None:
    """Remove a temporary copy with what SQLite may have left beside it."""
    for part in ("", "-journal", "-wal", "-shm"):
        temporary.with_name(temporary.name + part).unlink(missing_ok=True)


@contextmanager
def writing(target: Path) -> Iterator[None]:
    """Turn what system and engine say while a file is written into Refused."""
    try:
        yield
    except OSError as error:
        raise files.refusal(error, target) from error
    except sqlite3.OperationalError as error:
        full = "full" in str(error)
        code = "file_disk_full" if full else "file_not_written"
        raise Refused(code, name=target.name, **({} if full else {"reason": str(error)})) from error


def _ends(data: sqlite3.Connection) -> tuple[str, str]:
    if not has(data, "event"):
        return "", ""
    found = [data.execute(f"SELECT hash FROM event ORDER BY id {way} LIMIT 1").fetchone() for way in ("", "DESC")]
    return (found[0][0], found[1][0]) if found[0] else ("", "")


def has(data: sqlite3.Connection, table: str) -> bool:
    """Whether a file has a table: an older one lacks some."""
    return bool(data.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (table,)).fetchone())
