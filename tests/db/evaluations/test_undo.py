"""Whatever is done in an evaluation before it is closed can be taken back and done again, whole."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from db import undo
from db.evaluations import appeals, periods, points
from db.evaluations.content import content
from db.evaluations.proposing import repropose
from db.evaluations.reading import sheet
from db.evaluations.sheets import change_sheet
from db.evaluations.switches import switch
from db.members import add_members
from tests.db.evaluations.conftest import FIRST, YEAR
from tests.db.evaluations.test_periods import DAY

HOSTILE = "'; DROP TABLE appeal; -- [/] {{ x }} <w:p> \U0001f600"


@pytest.fixture
def announced(association_id: int, quarter: int) -> int:
    switch(association_id, "appeal_days", 5)
    periods.advance(quarter)
    periods.advance(quarter, announced_on=DAY)
    return quarter


def taken_back_and_done_again(quarter: int, done: Callable[..., Any], *args: Any, **named: Any) -> Any:
    before = content(quarter)
    made = done(*args, **named).value
    after = content(quarter)
    assert after != before, done
    undo.undo()
    assert content(quarter) == before, done
    undo.redo()
    assert content(quarter) == after, done
    return made


def test_figures_proofs_and_steps(association_id: int, quarter: int, sheet_ids: list[int], criteria: list[int]) -> None:
    first = sheet_ids[0]
    back = taken_back_and_done_again
    back(quarter, points.set_points, first, criteria[0], "association", 75)
    proof = back(quarter, points.add_proof, first, criteria[1], HOSTILE)
    assert sheet(first).lines[1].proofs[0].text == HOSTILE
    back(quarter, points.remove_proof, proof)
    back(quarter, points.set_not_applicable, first, criteria[2], True)
    points.set_points(first, criteria[3], "self", 20)
    back(quarter, points.confirm, first)
    back(quarter, change_sheet, first, load_share=500, acquainted_on=DAY, note=HOSTILE)
    back(quarter, periods.set_fund, quarter, 10_000_001, by_load=True)
    add_members(association_id, ["Жаңы Айгүл"], since=FIRST.begins)
    back(quarter, repropose, quarter)
    back(quarter, periods.advance, quarter)
    back(quarter, periods.step_back, quarter)
    back(quarter, periods.change, quarter, order_number="41", note=HOSTILE)


def test_appeals(announced: int, sheet_ids: list[int], criteria: list[int]) -> None:
    back = taken_back_and_done_again
    appeal = back(announced, appeals.file_appeal, sheet_ids[1], DAY, HOSTILE, criteria[0])
    back(announced, appeals.answer, appeal, "granted", HOSTILE, DAY + dt.timedelta(days=1), 50)
    back(announced, appeals.unanswer, appeal)
    back(announced, appeals.remove_appeal, appeal)


def test_a_period_opened_by_mistake(association_id: int) -> None:
    made = periods.open_period(association_id, YEAR, "quarter", 2).value
    undo.undo()
    assert periods.evaluations(association_id, YEAR) == ()
    undo.redo()
    assert [each.id for each in periods.evaluations(association_id, YEAR)] == [made]
    periods.remove(made)
    undo.undo()
    assert [each.id for each in periods.evaluations(association_id, YEAR)] == [made]
