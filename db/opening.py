"""Data that cannot be opened for writing: looked at with nothing in their folder changed, and what is left of them."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from db import connection
from db.backups import copies, making, restoring
from db.backups.copies import Copy
from db.connection import SCHEMA_VERSION, path_of
from db.errors import Refused

LOG = "-wal"
LANGUAGES = frozenset({"ky", "ru", "en"})


@contextmanager
def reading(folder: Path, *, beside: bool = False) -> Iterator[None]:
    """Have a folder's data open for reading, on this thread, so that not a byte in the folder changes.

    `beside`: another program has them open. Otherwise what a power cut left in the log, and data of an older version,
    are read as a copy that goes with the sitting. Raises Refused as `connection.open_unchanging` does.
    """
    header = connection.read_header(path_of(folder), newer=True)
    with tempfile.TemporaryDirectory(prefix="birikme-", ignore_cleanup_errors=True) as place:
        if beside:
            connection.open_unchanging(path_of(folder), "mode=ro")
        elif header is not None and (_has_log(folder) or header.schema < SCHEMA_VERSION):
            _open_copy(folder, Path(place))
        else:
            connection.open_unchanging(path_of(folder), "immutable=1")
        try:
            yield
        finally:
            connection.close()


def _has_log(folder: Path) -> bool:
    """Whether something stands in the log alone."""
    log = path_of(folder).with_name(connection.FILE_NAME + LOG)
    return log.exists() and log.stat().st_size > 0


def _open_copy(folder: Path, place: Path) -> None:
    """Copy the data with their log, bring the copy up to date, and read that."""
    _copy(path_of(folder), place)
    try:
        connection.open_for_writing(place)
        connection.fold_log()
        connection.close()
    except Refused as error:
        if error.code != "data_newer":
            raise
    connection.open_unchanging(path_of(place), "mode=ro")


def _copy(data: Path, place: Path) -> None:
    for part in ("", LOG):
        source = data.with_name(data.name + part)
        if source.exists():
            shutil.copyfile(source, place / source.name)


def newest_whole(folder: Path) -> Copy | None:
    """The newest copy in the folder that is whole and of this or an older version; None where there is none."""
    return next((copy for copy in copies.listed(folder / copies.FOLDER) if copy.whole and _fits(copy)), None)


def _fits(copy: Copy) -> bool:
    try:
        return connection.read_header(copy.path) is not None
    except Refused:
        return False


def language_of(path: Path) -> str:
    """The interface language chosen in a data file, without opening it as ours; empty where that cannot be read."""
    query = (
        "SELECT value FROM setting WHERE key = 'interface_language' AND association_id IS NULL AND deleted_at IS NULL"
    )
    try:
        with making.reading(path, closed=True) as data:
            found = data.execute(query).fetchone()
    except (Refused, OSError):
        return ""
    return found[0] if found and found[0] in LANGUAGES else ""


def begin_anew(folder: Path) -> None:
    """Keep data that cannot be opened, or what is left of them, aside, and make new ones. Nobody may have them open.

    Raises Refused `file_disk_full`, `file_not_written`, `folder_forbidden`.
    """
    restoring.set_aside(folder, datetime.now())
    with making.writing(path_of(folder)):
        path_of(folder).unlink(missing_ok=True)
        connection.make_new(path_of(folder))
