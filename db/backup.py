"""A copy of the data made while it is in use, looked at before it counts, and put back only where nobody works."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from db import connection, files, instance_lock
from db.connection import path_of
from db.errors import Refused
from db.models.record import database

FOLDER = "backups"
"""Where copies go that are given no name, inside the data folder."""

OWNER_ALONE = 0o600


def usual_place(folder: Path, now: datetime, name: str = "birikme") -> Path:
    """A file for a new copy in the data folder; never one that is there already."""
    stem = f"{name}-{now:%Y-%m-%d-%H%M%S}"
    names = (f"{stem}{f'-{number}' if number else ''}.db" for number in range(1_000_000))
    return next(path for each in names if not (path := folder / FOLDER / each).exists())


def back_up(target: Path) -> Path:
    """Copy the opened data into a file of its own, whole or not at all; returns it.

    Raises Refused `backup_exists` (file), `file_disk_full`, `folder_forbidden`, `file_not_written` (see `db.files`).
    """
    if target.exists():
        raise Refused("backup_exists", file=str(target))
    try:
        temporary = files.beside(target)
        try:
            _copy_opened(temporary)
            files.move(temporary, target, OWNER_ALONE)
        finally:
            temporary.unlink(missing_ok=True)
    except sqlite3.Error as error:
        raise Refused("file_not_written", name=target.name, reason=str(error)) from error
    except OSError as error:
        raise files.refusal(error, target) from error
    return target


def restore(folder: Path, source: Path) -> Path | None:
    """Put a copy in the place of the data; what was there is kept beside it, and returned (None: nothing was).

    Raises Refused `already_open`, `backup_missing` (file), and `data_*` where the copy is no whole data of ours.
    """
    if connection.read_header(source) is None:
        raise Refused("backup_missing", file=str(source))
    with instance_lock.held(folder):
        temporary = files.beside(path_of(folder))
        try:
            shutil.copyfile(source, temporary)
            check_copy(temporary)
            kept = _set_aside(folder)
            files.move(temporary, path_of(folder), OWNER_ALONE)
        finally:
            temporary.unlink(missing_ok=True)
    return kept


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


def _copy_opened(temporary: Path) -> None:
    """SQLite's own backup: one moment of the data, whoever writes meanwhile."""
    with closing(sqlite3.connect(temporary)) as copy:
        database.connection().backup(copy)  # type: ignore[no-untyped-call]
    check_copy(temporary)


def _set_aside(folder: Path) -> Path | None:
    """Keep the data in use, with its log, under another name; nothing has it open."""
    path = path_of(folder)
    if not path.exists():
        return None
    kept = usual_place(folder, datetime.now(), "before-restore")
    kept.parent.mkdir(exist_ok=True, mode=0o700)
    for part in ("", "-wal"):
        if (log := path.with_name(path.name + part)).exists():
            shutil.copyfile(log, kept.with_name(kept.name + part))
            files.sync(kept.with_name(kept.name + part))
    for part in ("-wal", "-shm"):
        path.with_name(path.name + part).unlink(missing_ok=True)
    return kept
