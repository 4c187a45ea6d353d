"""A copy of the data made while it is in use, looked at before it counts, and put back only where nobody works."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from db import connection, instance_lock
from db.connection import path_of
from db.errors import Refused
from db.models.record import database

FOLDER = "backups"
"""Where copies go that are given no name, inside the data folder."""

LEFTOVER, TEMPORARY = ".birikme-", ".tmp"


def usual_place(folder: Path, now: datetime) -> Path:
    """A file for a new copy in the data folder; never one that is there already."""
    stem = f"birikme-{now:%Y-%m-%d-%H%M%S}"
    names = (f"{stem}{f'-{number}' if number else ''}.db" for number in range(1_000_000))
    return next(path for name in names if not (path := folder / FOLDER / name).exists())


def back_up(target: Path) -> Path:
    """Copy the opened data into a file of its own, whole or not at all; returns it.

    Raises Refused `backup_exists`, `folder_no_permission` (folder), `backup_not_written` (file, reason).
    """
    if target.exists():
        raise Refused("backup_exists", file=str(target))
    try:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(TEMPORARY, LEFTOVER, target.parent)
        os.close(handle)
    except OSError as error:
        raise Refused("folder_no_permission", folder=str(target.parent)) from error
    temporary = Path(name)
    try:
        _copy_opened(temporary)
        _put(temporary, target)
    except (OSError, sqlite3.Error) as error:
        raise Refused("backup_not_written", file=str(target), reason=str(error)) from error
    finally:
        temporary.unlink(missing_ok=True)
    return target


def restore(folder: Path, source: Path) -> Path | None:
    """Put a copy in the place of the data; what was there is kept beside it, and returned (None: nothing was).

    Raises Refused `already_open`, `backup_missing` (file), and `data_*` where the copy is no whole data of ours.
    """
    if connection.read_header(source) is None:
        raise Refused("backup_missing", file=str(source))
    with instance_lock.held(folder):
        handle, name = tempfile.mkstemp(TEMPORARY, LEFTOVER, folder)
        os.close(handle)
        temporary = Path(name)
        try:
            shutil.copyfile(source, temporary)
            check_copy(temporary)
            kept = _set_aside(folder)
            _put(temporary, path_of(folder))
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
    kept = usual_place(folder, datetime.now())
    kept = kept.with_name(kept.name.replace("birikme-", "before-restore-"))
    kept.parent.mkdir(exist_ok=True, mode=0o700)
    for part in ("", "-wal"):
        if (log := path.with_name(path.name + part)).exists():
            shutil.copyfile(log, kept.with_name(kept.name + part))
            _sync(kept.with_name(kept.name + part))
    for part in ("-wal", "-shm"):
        path.with_name(path.name + part).unlink(missing_ok=True)
    return kept


def _put(temporary: Path, target: Path) -> None:
    """Move a finished file to its name so that a power cut leaves the old or the new one."""
    temporary.chmod(0o600)
    _sync(temporary)
    temporary.replace(target)
    if os.name == "posix":
        _sync(target.parent)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    with suppress(OSError):  # some network folders cannot
        os.fsync(handle)
    os.close(handle)
