"""A copy put in the place of the data, where nobody works; what was there is kept."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from db import connection, files, instance_lock
from db.backups import copies, making, numbers
from db.backups.copies import Copy
from db.connection import path_of
from db.errors import Refused

PARTS = ("", "-wal")
"""What belongs to a data file: its log holds what was saved last."""


def restore(folder: Path, source: Path, now: datetime) -> Path | None:
    """Put a copy in the place of the data; what was there is kept among the copies and returned (None: nothing was).

    Raises Refused `already_open`, and as `prepare` and `put` do.
    """
    with instance_lock.held(folder, without_log=True):
        return put(folder, prepare(folder, source), now)


def prepare(folder: Path, source: Path) -> Path:
    """Copy and look at what is to be restored; returns the file that `put` takes. Works beside open data.

    It is told which numbers were given to meetings since: no other paper gets them. Raises Refused `backup_missing`
    (file), `copy_differs` (name), `data_*` where it is no whole data of ours, `file_disk_full`, `file_not_written`.
    """
    if not source.exists() or _is(source, path_of(folder)):
        raise Refused("backup_missing", file=str(source))
    connection.read_header(source)
    named = copies.read_name(source)
    if named is not None and not named.whole:
        raise Refused("copy_differs", name=source.name)
    with making.writing(path_of(folder)):
        temporary = files.beside(path_of(folder))
        try:
            shutil.copyfile(source, temporary)
            making.check_copy(temporary)
            numbers.hand_on(folder, temporary)
            if named is not None:
                _keep_here(folder, named)
        except BaseException:
            making.drop(temporary)
            raise
    return temporary


def _keep_here(folder: Path, source: Copy) -> None:
    """Have a copy from a stick among the folder's own, so that the numbers of a new laptop go on after it."""
    place = folder / copies.FOLDER
    place.mkdir(exist_ok=True, mode=0o700)
    making.carry(source, place)


def put(folder: Path, prepared: Path, now: datetime) -> Path | None:
    """Put what was prepared in the place of the data, which nobody has open; returns where these are kept.

    Until the one move that changes the file the data are as they were. Raises Refused as `making.make` does.
    """
    try:
        kept = set_aside(folder, now)
        with making.writing(path_of(folder)):
            files.move(prepared, path_of(folder), making.OWNER_ALONE)
    finally:
        prepared.unlink(missing_ok=True)
    return kept


def set_aside(folder: Path, now: datetime) -> Path | None:
    """Keep the data among the copies, and leave no log beside them: it would be read into the next file."""
    if not path_of(folder).exists():
        _set_log_aside(folder, now)
        return None
    try:
        connection.read_header(path_of(folder))  # the engine takes a file of zero bytes for empty data
        kept = making.make(folder, "restore", now).path
        _fold(path_of(folder))
    except Refused as error:
        if not error.code.startswith("data_"):
            raise
        kept = _set_raw_aside(folder, now)
    for part in ("-wal", "-shm"):
        path = path_of(folder)
        path.with_name(path.name + part).unlink(missing_ok=True)
    return kept


def _set_log_aside(folder: Path, now: datetime) -> None:
    """A log without its data would be read into the next file: it is kept among the copies."""
    log = path_of(folder).with_name(path_of(folder).name + "-wal")
    if log.exists():
        place = folder / copies.FOLDER
        with making.writing(place / log.name):
            place.mkdir(exist_ok=True, mode=0o700)
            log.replace(place / f"damaged-{now.strftime(copies.MADE)}.db-wal")


def _fold(path: Path) -> None:
    """Have the log in the file, so that the file alone is whole until the move; the copy holds it in any case."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(path)) as data:
        data.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _set_raw_aside(folder: Path, now: datetime) -> Path:
    """Keep data that cannot be read as the files that they are."""
    place, path = folder / copies.FOLDER, path_of(folder)
    with making.writing(place / path.name):
        place.mkdir(exist_ok=True, mode=0o700)
        stems = (f"damaged-{now.strftime(copies.MADE)}{f'-{number}' if number else ''}" for number in range(1_000_000))
        kept = next(found for stem in stems if not (found := place / f"{stem}.db").exists())
        for part in PARTS:
            if (there := path.with_name(path.name + part)).exists():
                shutil.copyfile(there, kept.with_name(kept.name + part))
                files.sync(kept.with_name(kept.name + part))
    return kept


def _is(source: Path, data: Path) -> bool:
    """Whether two paths are one file; the data file itself is never opened beside its connections."""
    with suppress(OSError):
        return source.samefile(data)
    return False
