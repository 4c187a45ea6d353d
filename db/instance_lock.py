"""One writing program a data folder: a lock of the operating system, so that a crash leaves none behind."""

from __future__ import annotations

import getpass
import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from db import history
from db.connection import FILE_NAME, make_folder, path_of
from db.errors import Refused

LOCK_NAME = "birikme.lock"
HOLDER_NAME = "birikme.lock.json"
"""Who holds the lock since when. A file of its own: Windows lets nobody read a locked one."""


@contextmanager
def held(folder: Path, who: str = "", *, without_log: bool = False) -> Iterator[None]:
    """Hold the folder for this process; `who` is shown to a second one (without it the system's user name).

    Raises Refused `already_open` (values: who and since, a datetime, where they can be read),
    `folder_no_permission` (values: folder), and `log_missing` (file) where a sitting was cut off and the log in which
    its last changes stood is gone, unless the data are wanted `without_log`.
    """
    make_folder(folder)
    lock = FileLock(folder / LOCK_NAME, timeout=0, mode=0o600)
    try:
        lock.acquire()
    except Timeout as error:
        raise _already_open(folder) from error
    except OSError as error:
        raise Refused("folder_no_permission", folder=str(folder)) from error
    if not without_log and _log_missing(folder):
        lock.release()
        raise Refused("log_missing", file=str(_log(folder)))
    try:
        _sign(folder, {"who": who or user_name(), "since": history.now()})
        yield
    finally:
        with suppress(OSError):
            (folder / HOLDER_NAME).unlink()
        lock.release()


def note_log(folder: Path, *, there: bool) -> None:
    """Note in a folder that is held that changes stand in the log from now on, or that it was folded and closed."""
    found = _note(folder)
    if found:
        _sign(folder, found | {"log": there})


def forget_the_dead(folder: Path) -> None:
    """Before a mere reading: what a sitting that was cut off left in its log is about to be folded into the file.

    Then nobody must miss that log at the next start. Where it is gone already, the note of it stays.
    """
    if _note(folder).get("log"):
        with suppress(Refused), held(folder):
            pass


def _log_missing(folder: Path) -> bool:
    """Whether the last sitting ended without closing its log, and the log is not there."""
    return bool(_note(folder).get("log")) and path_of(folder).exists() and not _log(folder).exists()


def _log(folder: Path) -> Path:
    return path_of(folder).with_name(f"{FILE_NAME}-wal")


def _sign(folder: Path, note: dict[str, Any]) -> None:
    """Say who holds the lock; without this the lock still holds."""
    with suppress(OSError):
        (folder / HOLDER_NAME).write_text(json.dumps(note, ensure_ascii=False), encoding="utf-8")


def _note(folder: Path) -> dict[str, Any]:
    """What is said of who holds the lock or held it last; empty where that cannot be read."""
    try:
        found = json.loads((folder / HOLDER_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _already_open(folder: Path) -> Refused:
    """The refusal, naming who holds the lock since when as far as that can be read."""
    try:
        found = _note(folder)
        return Refused("already_open", who=str(found["who"]), since=datetime.fromisoformat(found["since"]))
    except (ValueError, KeyError, TypeError):
        return Refused("already_open")


def user_name() -> str:
    """Who works at this computer, as the system calls them; empty where it does not say."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a system account without a name, as on some Windows terminals
        return ""
