"""What an older copy is told when it takes the place of the data: numbers that papers bear, the second folder."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from db import settings
from db.backups.making import has, reading
from db.connection import execute, path_of
from db.errors import Refused

_TAKEN = "number.taken."
"""Under this, the association and the school year the data remember the greatest number given before a restore."""

SECOND_FOLDER = "backup_folder"
"""Under this the data remember the second folder of copies: it belongs to the computer, not to the history."""

_GIVEN = (
    "SELECT a.uid || '.' || m.first_year, max(m.number) FROM meeting m JOIN association a ON a.id = m.association_id"
    " WHERE m.state <> 'planned' AND m.deleted_at IS NULL GROUP BY 1"
)


def greatest(association_id: int, first_year: int) -> int:
    """The greatest number that a meeting of the year was given before an older copy was restored; 0 for none."""
    found = execute("SELECT uid FROM association WHERE id = ?", (association_id,))
    return int(settings.remembered(f"{_TAKEN}{found[0][0]}.{first_year}", "0")) if found else 0


def hand_on(folder: Path, prepared: Path) -> None:
    """Write into a closed copy which numbers the data have given; data that cannot be read tell nothing."""
    try:
        with reading(path_of(folder)) as data:
            told = _told(data)
    except Refused:
        return
    with closing(sqlite3.connect(prepared)) as copy:
        if has(copy, "remembered"):
            copy.executemany(
                "INSERT INTO remembered (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value ="
                " CASE WHEN key = ? THEN excluded.value"
                " ELSE max(CAST(value AS INTEGER), CAST(excluded.value AS INTEGER)) END",
                [(key, value, SECOND_FOLDER) for key, value in told.items()],
            )
            copy.commit()


def _told(data: sqlite3.Connection) -> dict[str, str]:
    """What the data remember that the copy must know too."""
    if not has(data, "meeting"):
        return {}
    second = data.execute("SELECT value FROM remembered WHERE key = ?", (SECOND_FOLDER,)).fetchone()
    taken = {f"{_TAKEN}{key}": str(number) for key, number in _given(data).items()}
    return taken | ({SECOND_FOLDER: second[0]} if second else {})


def _given(data: sqlite3.Connection) -> dict[str, int]:
    """Association and year → the greatest number, also of meetings that an earlier restore took away."""
    found: dict[str, int] = {}
    remembered = "SELECT substr(key, ?), CAST(value AS INTEGER) FROM remembered WHERE key LIKE ? || '%'"
    for key, number in [*data.execute(_GIVEN), *data.execute(remembered, (len(_TAKEN) + 1, _TAKEN))]:
        found[key] = max(found.get(key, 0), number)
    return found
