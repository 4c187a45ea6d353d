"""How the study of a document stands, as a table."""

from __future__ import annotations

import datetime as dt

import pytest

from db.rules.norm_study import state, why

TODAY = dt.date(2026, 11, 22)
PAST, AHEAD = dt.date(2026, 11, 1), dt.date(2026, 12, 1)


@pytest.mark.parametrize(
    ("study_by", "studied_on", "read", "left", "expected"),
    [
        (None, None, 0, 12, "none"),
        (AHEAD, None, 0, 12, "due"),
        (TODAY, None, 3, 9, "due"),
        (PAST, None, 3, 9, "overdue"),
        (None, None, 3, 9, "left"),
        (PAST, PAST, 10, 2, "left"),
        (None, PAST, 0, 12, "left"),
        (PAST, None, 12, 0, "studied"),
        (None, PAST, 12, 0, "studied"),
        (None, None, 0, 0, "none"),
    ],
)
def test_state(study_by: dt.date | None, studied_on: dt.date | None, read: int, left: int, expected: str) -> None:
    assert state(study_by, studied_on, read, left, TODAY) == expected


@pytest.mark.parametrize(
    ("read_on", "studied_on", "since", "there", "expected"),
    [
        (TODAY, None, None, None, "read"),
        (None, None, None, None, "waiting"),
        (None, PAST, AHEAD, None, "joined"),
        (None, PAST, None, None, "joined"),
        (None, PAST, None, False, "absent"),
        (None, PAST, PAST, True, "left"),
    ],
)
def test_why(
    read_on: dt.date | None, studied_on: dt.date | None, since: dt.date | None, there: bool | None, expected: str
) -> None:
    assert why(read_on, studied_on, since, there) == expected
