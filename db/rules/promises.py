"""When a promise was kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable


def kept_late(due: dt.date | None, closed_on: dt.date | None, met_on: Iterable[dt.date]) -> bool:
    """Whether a promise was kept after its day; `met_on`: the days of the association's meetings.

    What the first meeting after that day found done was done some day before it, and nobody was asked which: in time.
    """
    if due is None or closed_on is None or closed_on <= due:
        return False
    return closed_on != min((day for day in met_on if day > due), default=None)
