"""Which figures stand side by side on a sheet: those that a school has switched on, and any that were given."""

from __future__ import annotations

from collections.abc import Iterable

from db.evaluations.rows import Sheet, Switches


def columns(sheets: Iterable[Sheet], on: Switches) -> tuple[str, ...]:
    """Return who gives figures, in their order; the association always does.

    A column that was switched off after figures were given in it stays in sight: they count.
    """
    points = [line.point for sheet in sheets for line in sheet.lines]
    given = {
        "self": on.self_rating or any(each.self_points is not None for each in points),
        "association": True,
        "commission": on.commission or any(each.commission_points is not None for each in points),
    }
    return tuple(name for name, shown in given.items() if shown)
