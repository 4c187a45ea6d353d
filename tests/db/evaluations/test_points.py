"""Figures: a proposal is confirmed, or changed with a reason; never above the cap, never on a proof counted twice."""

from __future__ import annotations

from typing import Any

import pytest

from db import records
from db.errors import Refused
from db.evaluations import criteria_editing, periods, reading
from db.evaluations.content import content
from db.evaluations.points import add_proof, confirm, remove_proof, set_not_applicable, set_points
from db.evaluations.switches import switch
from db.events.activities import activity, add_activity
from db.history import action
from db.models.evaluations import EvaluationPoint
from db.ties.reading import ties
from tests.db.evaluations.conftest import FIRST, YEAR
from tests.db.evaluations.test_periods import DAY
from tui import messages, texts
from tui.messages import SENTENCES


def code(function: Any, *args: Any, **named: Any) -> str:
    with pytest.raises(Refused) as error:
        function(*args, **named)
    return error.value.code


@action("evaluation.propose")
def proposed(sheet_id: int, points: dict[int, int]) -> None:
    for line in reading.sheet(sheet_id).lines:
        if line.asked.id in points:
            records.change(EvaluationPoint, line.point.id, proposed=points[line.asked.id])


def test_a_proposal_is_confirmed_or_changed_with_a_reason(sheet_ids: list[int], criteria: list[int]) -> None:
    one = sheet_ids[3]
    proposed(one, {criteria[0]: 70, criteria[1]: 30, criteria[3]: 20})
    assert confirm(one, criteria[0]).value == 1
    assert code(set_points, one, criteria[3], "association", 50) == "reason_missing"
    set_points(one, criteria[3], "association", 50, "Чогулуш өткөрдү")
    assert confirm(one).value == 0  # the open lesson needs a proof first
    add_proof(one, criteria[1], "Ачык сабак, 4-А", "activity", "u-1", 30)
    assert confirm(one).value == 1
    of = reading.sheet(one)
    assert [each.final for each in of.lines] == [70, 30, None, 50, None]
    assert (of.points, of.waiting, of.lines[3].point.reason) == (150, 1, "Чогулуш өткөрдү")
    set_points(one, criteria[3], "association", 20)
    assert reading.sheet(one).lines[3].point.reason == ""


@pytest.mark.parametrize(
    ("place", "points", "refused"),
    [(0, 101, "points_over_cap"), (0, -1, "points_below"), (4, 1, "points_over_cap"), (4, -51, "points_below")],
)
def test_never_above_the_cap(sheet_ids: list[int], criteria: list[int], place: int, points: int, refused: str) -> None:
    assert code(set_points, sheet_ids[0], criteria[place], "association", points) == refused


def test_what_takes_away_goes_below_zero(sheet_ids: list[int], criteria: list[int]) -> None:
    set_points(sheet_ids[0], criteria[4], "association", -50)
    assert reading.sheet(sheet_ids[0]).points == -50


def test_a_proof_counts_once_on_a_sheet(sheet_ids: list[int], criteria: list[int]) -> None:
    one = sheet_ids[0]
    assert code(set_points, one, criteria[1], "association", 30) == "points_without_proof"
    set_points(one, criteria[1], "association", 0)
    proof = add_proof(one, criteria[1], "Ачык сабак", "activity", "u-1").value
    with pytest.raises(Refused) as error:
        add_proof(one, criteria[3], "Ачык сабак", "activity", "u-1")
    assert (error.value.code, error.value.values["number"]) == ("proof_counted", 2)
    add_proof(sheet_ids[1], criteria[1], "Ачык сабак", "activity", "u-1")  # somebody else's sheet
    set_points(one, criteria[1], "association", 30)
    assert code(remove_proof, proof) == "points_without_proof"
    set_points(one, criteria[1], "association", None)
    remove_proof(proof)
    add_proof(one, criteria[3], "Ачык сабак", "activity", "u-1")


def test_not_applicable_is_not_zero(sheet_ids: list[int], criteria: list[int]) -> None:
    one = sheet_ids[0]
    set_not_applicable(one, criteria[2], True)
    assert reading.sheet(one).lines[2].final is None
    assert reading.sheet(one).waiting == 3
    assert code(set_not_applicable, one, criteria[0], True) == "criterion_applies"
    set_points(one, criteria[2], "association", 0)  # a figure says that it does apply
    assert reading.sheet(one).lines[2].final == 0


def test_three_figures_side_by_side(
    association_id: int, quarter: int, sheet_ids: list[int], criteria: list[int]
) -> None:
    one = sheet_ids[5]
    switch(association_id, "commission", True)
    for by, points in (("self", 90), ("association", 80)):
        set_points(one, criteria[0], by, points)
    assert reading.sheet(one).lines[0].final == 80
    assert code(set_points, one, criteria[0], "commission", 75) == "figure_not_now"
    periods.advance(quarter)
    periods.advance(quarter)
    assert code(set_points, one, criteria[0], "association", 70) == "figure_not_now"
    assert code(confirm, one) == "figure_not_now"
    assert confirm(one, by="commission").value == 1
    set_points(one, criteria[0], "commission", 75)
    point = reading.sheet(one).lines[0].point
    assert (point.self_points, point.association_points, point.commission_points) == (90, 80, 75)
    assert reading.sheet(one).points == 75


def test_what_is_offered_to_whom(sheet_ids: list[int], criteria: list[int]) -> None:
    one = sheet_ids[6]
    proposed(one, {criteria[0]: 70, criteria[1]: 30})
    set_points(one, criteria[3], "self", 45)
    assert confirm(one, by="self").value == 2  # her own figure needs no proof
    assert confirm(one).value == 2  # the proposal, and her own where the records say nothing
    point = reading.sheet(one).lines
    assert [each.point.self_points for each in point] == [70, 30, None, 45, None]
    assert [each.point.association_points for each in point] == [70, None, None, 45, None]


def test_what_was_announced_changes_by_appeal_only(quarter: int, sheet_ids: list[int], criteria: list[int]) -> None:
    periods.advance(quarter)
    periods.advance(quarter, announced_on=DAY)
    assert code(set_points, sheet_ids[0], criteria[0], "association", 10) == "evaluation_announced"
    assert code(confirm, sheet_ids[0]) == "evaluation_announced"


def test_a_record_leads_to_the_evaluation_that_it_speaks_in(
    association_id: int, quarter: int, sheet_ids: list[int], criteria: list[int]
) -> None:
    lesson = add_activity(association_id, YEAR, "extracurricular", "Кече", held_on=FIRST.begins).value
    add_proof(sheet_ids[0], criteria[1], "Ачык сабак", "activity", activity(lesson).uid)
    assert [(each.table, each.row_id) for each in ties("activity", lesson).came_of] == [("evaluation", quarter)]


def test_bad_input_is_told_in_one_sentence_and_nothing_is_lost(
    quarter: int, sheet_ids: list[int], criteria: list[int]
) -> None:
    one = sheet_ids[0]
    set_points(one, criteria[0], "association", 80)
    add_proof(one, criteria[1], "Ачык сабак", "activity", "u-1")
    periods.set_fund(quarter, 10_000_001)
    before = content(quarter)
    tried: dict[str, tuple[Any, ...]] = {
        "points_over_cap": (set_points, one, criteria[0], "association", 1000),
        "proof_counted": (add_proof, one, criteria[3], "Ачык сабак", "activity", "u-1"),
        "fund_zero": (periods.set_fund, quarter, 0),
        "fund_too_large": (periods.set_fund, quarter, 10**14),  # 10 to the 12th сом
        "criterion_used": (criteria_editing.remove_criterion, criteria[0]),
    }
    known = texts.language()
    for expected, (function, *args) in tried.items():
        with pytest.raises(Refused) as error:
            function(*args)
        assert error.value.code == expected
        for language in ("ky", "ru"):
            texts.set_language(language)
            said = messages.sentence(error.value)
            assert said != SENTENCES[expected] and "\n" not in said and "{" not in said and said.endswith(".")
    texts.set_language(known)
    assert content(quarter) == before
