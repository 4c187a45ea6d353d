"""When a promise counts as kept late."""

from __future__ import annotations

import datetime as dt

import pytest

from db.rules.promises import kept_late

DUE, MET = dt.date(2026, 10, 16), [dt.date(2026, 10, 16), dt.date(2026, 11, 13), dt.date(2027, 1, 15)]


@pytest.mark.parametrize(
    ("closed_on", "late"),
    [
        (None, False),
        (dt.date(2026, 10, 16), False),
        (dt.date(2026, 11, 13), False),  # found done by the first meeting after its day
        (dt.date(2027, 1, 15), True),
        (dt.date(2026, 10, 20), True),  # somebody said so on a day between
    ],
)
def test_what_the_next_meeting_finds_done_is_in_time(closed_on: dt.date | None, late: bool) -> None:
    assert kept_late(DUE, closed_on, MET) is late
    assert kept_late(None, closed_on, MET) is False
    assert kept_late(DUE, dt.date(2026, 11, 13), ()) is True
