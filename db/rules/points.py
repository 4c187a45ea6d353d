"""Points of an evaluation: kept in tenths, read and written as people do, «2,5»."""

from __future__ import annotations

import re

_POINTS = re.compile(r"([-−–]?)\s*(\d{1,4})(?:[.,](\d))?")


def shown(tenths: int | None) -> str:
    """Write tenths of a point: 25 → «2,5», 70 → «7», −10 → «−1»; nothing where there is none."""
    if tenths is None:
        return ""
    whole, part = divmod(abs(tenths), 10)
    return f"{'−' if tenths < 0 else ''}{whole}{f',{part}' if part else ''}"


def read(text: str) -> int | None:
    """Read points as typed, with a comma or a point, at most one place after it; None where they are none."""
    found = _POINTS.fullmatch(text.strip())
    if found is None:
        return None
    sign, whole, part = found.groups()
    tenths = int(whole) * 10 + int(part or 0)
    return -tenths if sign else tenths
