"""A quarter of twelve, two appeals, a fund of 100 000,01 сом: closed, locked from outside, reopened, exported."""

from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import closing as closed
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from db import checking, connection, exchange, undo
from db.errors import Refused
from db.evaluations import appeals, closing, periods, reading
from db.evaluations.points import set_not_applicable, set_points
from db.evaluations.sheets import change_sheet
from db.evaluations.switches import switch
from db.evaluations.totals import totals
from db.evaluations.workbook import Words, summary_workbook
from tests.db.evaluations.conftest import CRITERIA
from tests.db.evaluations.test_periods import DAY

FUND = 10_000_001
"""100 000,01 сом."""


def code(function: Any, *args: Any, **named: Any) -> str:
    with pytest.raises(Refused) as error:
        function(*args, **named)
    return error.value.code


@pytest.fixture
def announced(association_id: int, quarter: int, sheet_ids: list[int], criteria: list[int]) -> int:
    """All switched on, all figures given: the n-th has 100, 40 + 2n and 30 tenths, the twelfth nothing."""
    for name, value in (("commission", True), ("appeal_days", 5), ("ranks", True), ("fund", True)):
        switch(association_id, name, value)
    for place, sheet_id in enumerate(sheet_ids[:11]):
        set_points(sheet_id, criteria[0], "association", 100)
        set_points(sheet_id, criteria[3], "association", 40 + 2 * min(place, 4))
        set_points(sheet_id, criteria[2], "association", 30)
    set_not_applicable(sheet_ids[11], criteria[2], True)
    periods.set_fund(quarter, FUND)
    for _step in range(2):
        periods.advance(quarter)
    periods.advance(quarter, commission_number="2", announced_on=DAY)
    return quarter


@pytest.fixture
def appealed(announced: int, sheet_ids: list[int], criteria: list[int]) -> int:
    """One appeal granted, one rejected."""
    first = appeals.file_appeal(sheet_ids[0], DAY, "Бир сабак эсептелген жок", criteria[3]).value
    second = appeals.file_appeal(sheet_ids[1], DAY, "Макул эмесмин", criteria[0]).value
    appeals.answer(first, "granted", "Далил каралды", DAY + dt.timedelta(days=2), 50, "3")
    appeals.answer(second, "rejected", "Мурунку упай калтырылды", DAY + dt.timedelta(days=2))
    return announced


def test_twelve_with_two_appeals_share_the_fund_exactly(appealed: int, sheet_ids: list[int]) -> None:
    found = totals(appealed)
    assert [each.points for each in found] == [180, 172, 174, 176, *[178] * 7, 0]
    assert [each.rank for each in found] == [1, 11, 10, 9, *[2] * 7, 12]
    assert sum(each.share or 0 for each in found) == FUND
    shares = [each.share or 0 for each in found]
    # ÷ 1948: 924 024,73; 882 956,97; 893 223,91; 903 490,85; seven times 913 757,76: the nine left go to the largest.
    assert shares[:4] == [924_024, 882_957, 893_224, 903_491]
    assert sorted(shares[4:11]) == [913_757, *[913_758] * 6] and shares[11] == 0
    line = reading.sheet(sheet_ids[0]).lines[3]
    assert (line.point.association_points, line.appealed, line.final) == (40, 50, 50)
    [kept] = reading.sheet(sheet_ids[0]).appeals
    assert (kept.old_points, kept.new_points, kept.outcome) == (40, 50, "granted")


def test_what_an_appeal_cannot_be(announced: int, sheet_ids: list[int], criteria: list[int]) -> None:
    one, late = sheet_ids[2], DAY + dt.timedelta(days=6)
    assert code(appeals.file_appeal, one, late, "Кеч", criteria[0]) == "appeal_late"
    assert code(appeals.file_appeal, one, DAY - dt.timedelta(days=1), "Эрте", criteria[0]) == "appeal_before"
    assert code(appeals.file_appeal, one, DAY, " ", criteria[0]) == "reason_missing"
    made = appeals.file_appeal(one, DAY, "Себеби", criteria[0]).value
    assert reading.evaluation(announced).state == "appeal"
    assert code(appeals.file_appeal, one, DAY, "Дагы", criteria[0]) == "appeal_known"
    assert code(closing.close, announced, DAY) == "appeals_open"
    assert code(appeals.answer, made, "granted", "Жооп", DAY) == "required"
    assert code(appeals.answer, made, "granted", "Жооп", DAY, 100) == "points_same"
    assert code(appeals.answer, made, "partly", "Жооп", DAY, 101) == "points_over_cap"
    assert code(appeals.answer, made, "rejected", "", DAY) == "reply_missing"
    appeals.answer(made, "partly", "Жооп", DAY, 95)
    assert code(appeals.remove_appeal, made) == "appeal_answered"
    appeals.unanswer(made)
    appeals.remove_appeal(made)
    whole = appeals.file_appeal(one, DAY, "Жалпы").value
    assert code(appeals.answer, whole, "granted", "Жооп", DAY, 5) == "appeal_criterion"
    appeals.answer(whole, "granted", "Жооп", DAY, 50, criterion_id=criteria[3])
    [kept] = reading.appeals(announced)
    assert (kept.criterion_id, kept.old_points, kept.new_points) == (criteria[3], 44, 50)


def test_no_appeals_before_the_announcement(quarter: int, sheet_ids: list[int]) -> None:
    assert code(appeals.file_appeal, sheet_ids[0], DAY, "Эрте") == "appeals_closed"
    assert code(closing.close, quarter, DAY) == "evaluation_not_announced"


def test_closed_is_locked_whoever_writes(
    appealed: int, sheet_ids: list[int], criteria: list[int], data_folder: Path
) -> None:
    assert [each.code for each in closing.unfinished(appealed)] == [
        "figures_waiting", "no_association_meeting", "not_acquainted",
    ]  # fmt: skip
    assert closing.close(appealed, DAY + dt.timedelta(days=9), "41").value == 1
    refused = [
        (set_points, sheet_ids[0], criteria[0], "association", 1), (change_sheet, sheet_ids[0]),
        (appeals.file_appeal, sheet_ids[3], DAY, "Кеч"), (periods.remove, appealed), (periods.set_fund, appealed, 1),
        (periods.step_back, appealed), (closing.close, appealed, DAY),
    ]  # fmt: skip
    for function, *args in refused:
        assert code(function, *args) == "closed_evaluation"
    connection.fold_log()
    with closed(sqlite3.connect(connection.path_of(data_folder))) as bare:
        for statement in (
            "UPDATE evaluation_point SET association_points = 1",
            "UPDATE evaluation SET fund = 1",
            "DELETE FROM appeal",
            "UPDATE evaluation_version SET content = '{}'",
            f"INSERT INTO evaluation_sheet SELECT * FROM evaluation_sheet WHERE id = {sheet_ids[0]}",
        ):
            with pytest.raises(sqlite3.IntegrityError, match=r"closed_evaluation|only_grows"):
                bare.execute(statement)
    assert undo.next_undo() is None
    assert checking.check() == []


def test_reopened_with_a_reason_it_ends_in_version_two(appealed: int, sheet_ids: list[int]) -> None:
    closing.close(appealed, DAY + dt.timedelta(days=9))
    first = closing.content_of(appealed)
    assert code(closing.reopen, appealed, " ") == "reason_missing"
    assert closing.reopen(appealed, "Жүктөмү туура эмес").value == "appeal"
    assert undo.next_undo() is None
    change_sheet(sheet_ids[4], acquainted_on=DAY)
    assert closing.close(appealed, DAY + dt.timedelta(days=10)).value == 2
    found = closing.versions(appealed)
    assert [each.reason for each in found] == ["", "Жүктөмү туура эмес"]
    assert found[0].plain == first
    assert closing.content_of(appealed)["sheets"][4]["acquainted_on"] == DAY.isoformat()
    assert code(closing.reopen, 10**6, "Себеп") == "record_missing"


def test_the_kept_values_say_it_all(appealed: int) -> None:
    closing.close(appealed, DAY + dt.timedelta(days=9), "41")
    kept = closing.content_of(appealed)
    assert kept["money"]["shared"] == FUND and kept["columns"] == ["association", "commission"]
    assert kept["evaluation"]["order_number"] == "41" and kept["sheets"][0]["by_head"]
    assert kept["sheets"][0]["appeals"][0]["criterion"] == 4
    numerator, denominator = kept["money"]["price"]
    assert numerator * sum(each["points"] for each in kept["sheets"]) == FUND * 10 * denominator


def test_the_summary_as_a_workbook(appealed: int) -> None:
    words = Words("ru", "№", "Ф. И. О.", "Всего", "Место", "Сом", "Итого", "н/п")
    rows = list(load_workbook(BytesIO(summary_workbook(appealed, words))).active.iter_rows(values_only=True))
    assert rows[0] == (
        "№",
        "Ф. И. О.",
        *(f"{n}. {each[1]}" for n, each in enumerate(CRITERIA, 1)),
        "Всего",
        "Место",
        "Сом",
    )
    assert rows[1][2:] == (10, None, 3, 5, None, 18, 1, 9240.24)
    assert rows[12][4] == "н/п"
    assert rows[13] == (None, "Итого", 110, 0, 33, 51.8, 0, 194.8, None, 100000.01)


def test_a_closed_evaluation_goes_out_and_in_without_loss(appealed: int, tmp_path: Path) -> None:
    closing.close(appealed, DAY + dt.timedelta(days=9))
    kept, before = closing.versions(appealed)[-1].content, totals(appealed)
    (tmp_path / "all.json").write_text(exchange.export_json(), encoding="utf-8")
    connection.close()
    connection.open_for_writing(tmp_path / "other")
    exchange.import_json(tmp_path / "all.json")
    assert closing.versions(appealed)[-1].content == kept
    assert totals(appealed) == before
    assert checking.check() == []
