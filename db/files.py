"""Files written whole or not at all: a power cut leaves the old one or the new one."""

from __future__ import annotations

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from db.errors import Refused

LEFTOVER, TEMPORARY = ".birikme-", ".tmp"
"""How an unfinished file is called."""

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NO_SYNC = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EBADF})
"""What a network folder answers that has no such thing as a sync; all else is a disk that does not take the data."""


def put(data: bytes, path: Path) -> None:
    """Write a file in place of an older one.

    Raises Refused, the older file as it was: file_disk_full (name), folder_forbidden (folder),
    file_not_written (name, reason).
    """
    try:
        temporary = beside(path)
        try:
            temporary.write_bytes(data)
            move(temporary, path)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise refusal(error, path) from error


def beside(path: Path) -> Path:
    """Make an empty temporary file in the folder of `path`, which is made too; raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(TEMPORARY, LEFTOVER, path.parent)
    os.close(handle)
    return Path(name)


def move(temporary: Path, target: Path, mode: int = 0o644) -> None:
    """Give a finished file its name, file and folder synced; raises OSError."""
    with suppress(PermissionError):  # a stick's file system knows no such rights, and Linux says so as an error
        temporary.chmod(mode)
    sync(temporary)
    temporary.replace(target)
    if os.name == "posix":
        sync(target.parent)


def sync(path: Path) -> None:
    """Have the disk take a file or folder now; raises OSError where it does not."""
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_SYNC:
            raise
    finally:
        os.close(handle)


def refusal(error: OSError, path: Path) -> Refused:
    """What an error of the system means for a file that was to be written."""
    if error.errno in NO_ROOM:
        return Refused("file_disk_full", name=path.name)
    if isinstance(error, PermissionError | FileExistsError | NotADirectoryError):
        return Refused("folder_forbidden", folder=str(path.parent))
    return Refused("file_not_written", name=path.name, reason=error.strerror or "")
