"""One writing program a data folder: a lock of the operating system, so that a crash leaves none behind."""

from __future__ import annotations

import getpass
import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from db import history
from db.connection import make_folder
from db.errors import Refused

LOCK_NAME = "birikme.lock"
HOLDER_NAME = "birikme.lock.json"
"""Who holds the lock since when. A file of its own: Windows lets nobody read a locked one."""


@contextmanager
def held(folder: Path, who: str = "") -> Iterator[None]:
    """Hold the folder for this process; `who` is shown to a second one (without it the system's user name).

    Raises Refused `already_open` (values: who and since, a datetime, where they can be read) and
    `folder_no_permission` (values: folder).
    """
    make_folder(folder)
    lock = FileLock(folder / LOCK_NAME, timeout=0, mode=0o600)
    try:
        lock.acquire()
    except Timeout as error:
        raise _already_open(folder) from error
    except OSError as error:
        raise Refused("folder_no_permission", folder=str(folder)) from error
    try:
        _sign(folder, who or user_name())
        yield
    finally:
        with suppress(OSError):
            (folder / HOLDER_NAME).unlink()
        lock.release()


def _sign(folder: Path, who: str) -> None:
    """Say who holds the lock; without this the lock still holds."""
    with suppress(OSError):
        text = json.dumps({"who": who, "since": history.now()}, ensure_ascii=False)
        (folder / HOLDER_NAME).write_text(text, encoding="utf-8")


def _already_open(folder: Path) -> Refused:
    """The refusal, naming who holds the lock since when as far as that can be read."""
    try:
        found = json.loads((folder / HOLDER_NAME).read_text(encoding="utf-8"))
        return Refused("already_open", who=str(found["who"]), since=datetime.fromisoformat(found["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Refused("already_open")


def user_name() -> str:
    """Who works at this computer, as the system calls them; empty where it does not say."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a system account without a name, as on some Windows terminals
        return ""
