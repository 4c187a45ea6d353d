"""A period opens with a sheet for everyone who was there; it goes step by step, as far as the school takes steps."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from db import appointments, calendar, undo
from db import members as people
from db.errors import Refused
from db.evaluations import periods, reading
from db.evaluations.points import set_points
from db.evaluations.proposing import repropose
from db.evaluations.sheets import change_sheet
from db.evaluations.switches import switch, switches
from db.evaluations.totals import totals
from db.members import add_members, members
from db.rules import fund
from tests.conftest import CountQueries, MakeAssociation
from tests.db.evaluations.conftest import FIRST, QUARTERS, YEAR, add_criteria

DAY = FIRST.ends + dt.timedelta(days=5)


def code(function: Any, *args: Any, **named: Any) -> str:
    with pytest.raises(Refused) as error:
        function(*args, **named)
    return error.value.code


def test_everyone_of_that_time_has_a_sheet_those_who_left_too(association_id: int) -> None:
    here = members(association_id)
    middle = FIRST.begins + (FIRST.ends - FIRST.begins) / 2
    people.leave(here[1].id, middle)
    people.leave(here[2].id, FIRST.begins)
    add_members(association_id, ["Жаңы Айгүл"], since=QUARTERS[1].begins)
    made = periods.open_period(association_id, YEAR, "quarter", 1).value
    of, found = periods.evaluation(made), reading.sheets(made)
    assert (of.begins, of.ends, of.state) == (FIRST.begins, FIRST.ends, "collecting")
    assert [each.row.person_id for each in found] == [each.person_id for each in here if each is not here[2]]
    left = found[1].row
    assert left.left_on == middle and 450 < left.period_share < 550
    assert [each.by_head for each in found] == [True, *[False] * 10]
    assert [len(each.lines) for each in found] == [5] * 11


def test_who_led_at_the_end_of_a_period_does_not_rate_herself(association_id: int) -> None:
    appointments.appoint(association_id, "leader", members(association_id)[1].person_id, since=QUARTERS[1].begins)
    first, second = (periods.open_period(association_id, YEAR, "quarter", part).value for part in (1, 2))
    for made, place in ((first, 0), (second, 1)):
        assert [each.by_head for each in reading.sheets(made)].index(True) == place


def test_the_first_leader_does_not_rate_herself_for_the_time_before(make_association: MakeAssociation) -> None:
    made = make_association()
    calendar.ensure_school_year(YEAR)
    add_criteria(made)
    appointments.appoint(made, "leader", members(made)[2].person_id, since=QUARTERS[1].begins)
    assert reading.sheets(periods.open_period(made, YEAR, "quarter", 1).value)[2].by_head


@pytest.mark.usefixtures("store")
def test_the_days_of_every_kind_of_period() -> None:
    bounds = periods.bounds(YEAR, "half", 1)
    assert bounds == (QUARTERS[0].begins, QUARTERS[1].ends)
    assert periods.bounds(YEAR, "month", 10) == (dt.date(2026, 10, 1), dt.date(2026, 10, 31))
    assert periods.bounds(YEAR, "year", 0) == (QUARTERS[0].begins, QUARTERS[3].ends)
    assert code(periods.bounds, YEAR, "quarter", 5) == "plan_part_unknown"


def test_a_period_is_opened_once_and_by_criteria(association_id: int, make_association: MakeAssociation) -> None:
    periods.open_period(association_id, YEAR, "quarter", 1)
    assert code(periods.open_period, association_id, YEAR, "quarter", 1) == "evaluation_known"
    assert code(periods.open_period, association_id, 1900, "quarter", 1) == "year_out_of_range"
    other = make_association(members=0)
    assert code(periods.open_period, other, YEAR, "quarter", 1) == "criteria_missing"
    assert [each.part for each in periods.evaluations(association_id, YEAR)] == [1]


def test_the_steps_with_all_switched_on(association_id: int, quarter: int) -> None:
    for name, value in (("self_rating", True), ("commission", True), ("appeal_days", 5)):
        switch(association_id, name, value)
    assert [periods.advance(quarter).value for _step in range(2)] == ["self", "association"]
    assert periods.advance(quarter).value == "commission"
    assert code(periods.advance, quarter) == "day_missing"
    assert periods.advance(quarter, commission_number="2", announced_on=DAY).value == "announced"
    of = periods.evaluation(quarter)
    assert (of.announced_on, of.appeal_until) == (DAY, DAY + dt.timedelta(days=5))
    assert periods.advance(quarter).value == "appeal"
    assert code(periods.advance, quarter) == "evaluation_closes"
    assert [periods.step_back(quarter).value for _step in range(5)][-1] == "collecting"
    assert code(periods.step_back, quarter) == "evaluation_begins"
    assert code(periods.change, quarter, announced_on=dt.date(2026, 1, 1)) == "day_before_period"


def test_simple_first(association_id: int, quarter: int) -> None:
    on = switches(association_id)
    assert (on.period, on.self_rating, on.commission, on.appeal_days, on.ranks, on.fund) == (
        "quarter", False, False, 0, False, False,
    )  # fmt: skip
    assert [periods.advance(quarter).value, periods.advance(quarter, announced_on=DAY).value] == [
        "association", "announced",
    ]  # fmt: skip
    assert all((each.rank, each.share) == (None, None) for each in totals(quarter))
    assert code(switch, association_id, "period", "week") == "value_not_allowed"
    assert code(switch, association_id, "appeal_days", 90) == "value_not_allowed"


@pytest.mark.parametrize(("amount", "refused"), [(0, "fund_zero"), (-5, "fund_negative"), (10**14, "fund_too_large")])
def test_a_fund_that_cannot_be(quarter: int, amount: int, refused: str) -> None:
    assert code(periods.set_fund, quarter, amount) == refused


def test_the_fund_by_load_and_time(quarter: int, sheet_ids: list[int], criteria: list[int]) -> None:
    periods.set_fund(quarter, 100_00, by_load=True, by_period=True)
    assert {each.share for each in totals(quarter)} == {0}  # nobody has points yet
    set_points(sheet_ids[0], criteria[0], "association", 80)
    set_points(sheet_ids[1], criteria[0], "association", 80)
    change_sheet(sheet_ids[1], load_share=500)
    assert [each.share for each in totals(quarter)][:3] == [66_67, 33_33, 0]
    assert code(change_sheet, sheet_ids[1], load_share=0) == "share_out_of_range"
    assert fund.som(sum(each.share or 0 for each in totals(quarter))) == "100,00"


def test_a_new_member_gets_a_sheet_also_after_an_undo(association_id: int, quarter: int) -> None:
    add_members(association_id, ["Жаңы Айгүл"], since=FIRST.begins)
    repropose(quarter)
    assert len(reading.sheets(quarter)) == 13
    undo.undo()
    assert len(reading.sheets(quarter)) == 12
    repropose(quarter)
    assert [len(each.lines) for each in reading.sheets(quarter)] == [5] * 13


def test_a_mistaken_period_is_taken_away(association_id: int, quarter: int) -> None:
    periods.remove(quarter)
    assert not periods.evaluations(association_id, YEAR)
    assert code(periods.evaluation, quarter) == "record_missing"
    assert reading.newest(association_id) is None


def test_twelve_sheets_are_read_by_few_statements(quarter: int, count_queries: CountQueries) -> None:
    with count_queries() as statements:
        totals(quarter)
    assert len(statements) <= 9, statements
