"""What a record came from and what came of it, as plain values."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tied:
    """A record as others name it: `title` is a text of its own (a meeting's is its number), `day` when it is or was.

    `state` is a code of its kind, empty where it has none. A remark has no title here: it is read where it is kept.
    """

    table: str
    row_id: int
    uid: str
    title: str
    day: dt.date | None = None
    state: str = ""


@dataclass(frozen=True, slots=True)
class Ties:
    """A record, what it came from, and what came of it; each at most 200, by day."""

    of: Tied
    came_from: tuple[Tied, ...]
    came_of: tuple[Tied, ...]
