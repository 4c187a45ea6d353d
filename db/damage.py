"""Records that a bad disk changed: found by their proofs while nobody waits, shown beside the copy's, set right."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from db import connection, history, opening, records
from db.backups import making
from db.errors import Refused
from db.history import action
from db.models.all import BY_TABLE, RECORDS
from db.models.fields import Text
from db.reading import held_row, held_rows, selection

FIRST_SECONDS = 3.0
"""So long after the start the first record is looked at."""
PAUSE_SECONDS = 0.02
TOGETHER = 50
"""So many records are looked at between two pauses: under 5 ms."""

MARKS = ("id", "uid", "rev", "digest", "deleted_at")


@dataclass(frozen=True, slots=True)
class Damaged:
    """A record whose proof does not fit: what it holds now, and what it holds in the newest whole copy that fits."""

    table: str
    row_id: int
    now: dict[str, Any]
    copy: dict[str, Any] | None
    """None where no copy holds the record whole."""

    @property
    def name(self) -> str:
        """What the record is called, as far as it can be read: the first text that a person typed."""
        held, fields = self.copy or self.now, BY_TABLE[self.table]._meta.fields
        typed = (held[name] for name, field in fields.items() if type(field) is Text)
        return next((text for text in typed if text), f"{self.table} {self.row_id}")

    @property
    def different(self) -> list[tuple[str, Any, Any]]:
        """Field, what it holds now, what it holds in the copy; where both are the same."""
        copy = self.copy or {}
        return [(name, value, copy.get(name)) for name, value in self.now.items()
                if name not in ("id", "digest") and value != copy.get(name)]  # fmt: skip


def found(folder: Path, pause: Callable[[], bool] = lambda: True) -> Iterator[Damaged]:
    """Every damaged record; `pause` is called between a few of them and says whether to go on."""
    for model in RECORDS:
        for at, row in enumerate(held_rows(model)):
            if at % TOGETHER == 0 and not pause():
                return
            if records.digest(model, row) != row["digest"] and (again := _still(model, row)):
                table = model._meta.table_name
                yield Damaged(table, again["id"], again, _whole(folder, table, again))


def _still(model: Any, row: dict[str, Any]) -> dict[str, Any] | None:
    """The record read once more: it may have been written while its page was looked at."""
    again = held_row(model, row["id"])
    return again if again is not None and records.digest(model, again) != again["digest"] else None


def _whole(folder: Path, table: str, row: dict[str, Any]) -> dict[str, Any] | None:
    """The record as the newest whole copy holds it, if it is whole there."""
    copy, model = opening.newest_whole(folder), BY_TABLE[table]
    if copy is None:
        return None
    names, query = selection(model)
    try:
        with making.reading(copy.path, closed=True) as data:
            line = data.execute(f"{query} WHERE id = ?", (row["id"],)).fetchone()
    except Refused:
        return None
    held = dict(zip(names, line, strict=True)) if line else None
    return held if held is not None and records.digest(model, held) == held["digest"] else None


@action("damage.put_back")
def put_back(damaged: Damaged) -> None:
    """Give a damaged record what the copy holds; raises Refused as `records.change`, `record_missing` without one."""
    if damaged.copy is None:
        raise Refused("record_missing", table=damaged.table)
    model = BY_TABLE[damaged.table]
    history.subject(damaged.name)
    own = {name: value for name, value in damaged.copy.items() if name not in ("id", "uid", "rev", "digest")}
    records.change(model, damaged.row_id, **own)
    records.prove(model, damaged.row_id, uid=damaged.copy["uid"])


@action("damage.accept")
def accept(damaged: Damaged) -> None:
    """Let a record stand as it is: from now on this is what is proved. Raises Refused `record_missing`."""
    history.subject(damaged.name)
    records.prove(BY_TABLE[damaged.table], damaged.row_id)


class Watch:
    """Looks through all records once a sitting, on a thread and a connection of its own, with pauses."""

    def __init__(self, folder: Path, first: float = FIRST_SECONDS) -> None:
        self._folder, self._first = folder, first
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self, listener: Callable[[Damaged], None]) -> None:
        """Tell `listener`, on the thread, of every damaged record."""
        self._thread = threading.Thread(target=self._work, args=(listener,), name="proofs", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End; what was not looked at yet is looked at after the next start."""
        self._stopping.set()
        if self._thread is not None:
            self._thread.join()

    def _work(self, listener: Callable[[Damaged], None]) -> None:
        if self._stopping.wait(self._first):
            return
        connection.open_another()
        try:
            for damaged in found(self._folder, lambda: not self._stopping.wait(PAUSE_SECONDS)):
                listener(damaged)
        finally:
            connection.close()
