"""Proposals to reward: their order, the award that comes of one, undo, grounds and suggestions."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest

from db import calendar, members, schools, undo
from db.analysis import members as analyses
from db.analysis.member_facts import Time, digest, facts
from db.errors import Refused
from db.evaluations import closing, periods
from db.evaluations import reading as evaluations
from db.evaluations.points import set_points
from db.growth import keeping
from db.growth.reading import awards
from db.meetings import agenda, planning
from db.meetings.sheet import meeting
from db.rewards import proposals, reading, suggesting
from db.ties.reading import ties
from tests.conftest import CountQueries, MakeAssociation
from tests.db.evaluations.conftest import add_criteria
from tests.marks import fill_marks

YEAR, TODAY = 2026, dt.date(2027, 5, 20)


@pytest.fixture
def association_id(make_association: MakeAssociation) -> int:
    return make_association()


@pytest.fixture
def people(association_id: int) -> list[int]:
    return [each.person_id for each in members.members(association_id)]


@pytest.fixture
def proposed(association_id: int, people: list[int]) -> int:
    return int(proposals.add(association_id, YEAR, people[0], award="Ардак грамота", grounds="Сапат: 64 %").value)


def refusal(code: str, action: object, *args: object, **named: object) -> None:
    with pytest.raises(Refused) as refused:
        action(*args, **named)  # type: ignore[operator]
    assert refused.value.code == code


def test_a_reward_granted_is_an_award_of_hers_and_undo_takes_both_back(
    association_id: int, people: list[int], proposed: int
) -> None:
    proposals.propose(proposed, dt.date(2027, 5, 14))
    granted = proposals.resolve(proposed, "granted", "4", dt.date(2027, 5, 19), "Сыйлансын").value
    of = reading.reward(proposed)
    assert (of.state, of.proposed_on, of.resolution_number) == ("granted", dt.date(2027, 5, 14), "4")
    (award,) = awards(association_id, people[0])
    assert (award.id, award.title, award.awarded_on, award.order_number) == (
        granted, "Ардак грамота", dt.date(2027, 5, 19), "4"
    )  # fmt: skip
    refusal("reward_resolved", proposals.change, proposed, award="Алкыш кат")
    refusal("reward_resolved", proposals.remove, proposed)
    undo.undo()
    assert (reading.reward(proposed).state, awards(association_id, people[0])) == ("proposed", ())
    undo.redo()
    assert len(awards(association_id, people[0])) == 1
    proposals.reopen(proposed)
    assert (reading.reward(proposed).state, awards(association_id, people[0])) == ("proposed", ())


def test_what_cannot_be_is_refused(association_id: int, people: list[int], proposed: int) -> None:
    refusal("required", proposals.add, association_id, YEAR, people[0], award=" ")
    refusal("year_out_of_range", proposals.add, association_id, 1800, people[0], award="Грамота")
    refusal("record_missing", proposals.add, association_id, YEAR, 999, award="Грамота")
    refusal("day_missing", proposals.resolve, proposed, "granted")
    refusal("value_not_allowed", proposals.resolve, proposed, "draft", on=TODAY)
    proposals.resolve(proposed, "refused", on=TODAY)
    assert not awards(association_id, people[0])


def test_the_question_is_linked_and_led_to(association_id: int, proposed: int) -> None:
    of = planning.plan(association_id, dt.date(2027, 5, 24), "14:00").value
    item_id = proposals.put_on_agenda(proposed, of, "Сыйлоого сунуштоо").value
    found = reading.reward(proposed)
    assert (found.agenda_item_id, found.meeting_number) == (item_id, meeting(of).number)
    assert [each.table for each in ties("reward", proposed).came_of] == ["agenda_item"]
    undo.undo()
    assert reading.reward(proposed).agenda_item_id is None
    one, other = (agenda.add(of, title).value for title in ("Сыйлоо жөнүндө", "Башка"))
    proposals.discussed_at(proposed, other)
    proposals.discussed_at(proposed, one)
    assert [each.title for each in ties("reward", proposed).came_of] == ["Сыйлоо жөнүндө"]
    agenda.remove(one)
    assert reading.reward(proposed).meeting_number is None


def test_who_was_not_rewarded_for_years_is_suggested_until_she_is_proposed(
    association_id: int, people: list[int], count_queries: CountQueries
) -> None:
    keeping.add("award", association_id, people[0], title="Грамота", year=2025)
    keeping.add("award", association_id, people[1], title="Грамота", year=2020)
    proposals.add(association_id, YEAR, people[2], award="Алкыш кат")
    with count_queries() as queries:
        found = {each.person_id: each for each in suggesting.suggestions(association_id, YEAR, TODAY)}
    assert people[0] not in found and people[2] not in found
    assert (found[people[1]].reasons, found[people[1]].last_year) == (("long_ago",), 2020)
    assert len(queries) < 25
    suggesting.set_years(association_id, 10)
    assert people[1] not in {each.person_id for each in suggesting.suggestions(association_id, YEAR, TODAY)}
    refusal("number_out_of_range", suggesting.set_years, association_id, 0)


def test_who_leads_by_points_comes_first_and_her_card_counts(association_id: int, people: list[int]) -> None:
    calendar.ensure_school_year(YEAR)
    add_criteria(association_id)
    quarter = periods.open_period(association_id, YEAR, "quarter", 1).value
    asked = evaluations.asked(evaluations.evaluation(quarter).criteria_version_id)
    sheet_ids = {each.row.person_id: each.row.id for each in evaluations.sheets(quarter)}
    for who, given in ((people[3], 80), (people[4], 100), (people[5], 70)):
        set_points(sheet_ids[who], asked[0].id, "association", given, "ооба")
    periods.advance(quarter)
    periods.advance(quarter, announced_on=dt.date(2026, 11, 20))
    assert not reading.closed(association_id)
    closing.close(quarter, dt.date(2026, 11, 20))
    schools.save_person(people[4], awards="Алкыш кат (2026)")
    found = suggesting.suggestions(association_id, YEAR, TODAY)
    assert [(each.person_id, each.place, each.reasons) for each in found[:3]] == [
        (people[3], 2, ("leading", "long_ago")), (people[5], 3, ("leading", "long_ago")), (people[4], 1, ("leading",)),
    ]  # fmt: skip
    standing = reading.standing_of(quarter, people[3])
    assert standing is not None and (standing.points, standing.people) == (80, 12)


def test_quality_is_compared_class_by_class_where_the_subjects_are_alike(
    association_id: int, people: list[int]
) -> None:
    fill_marks(association_id, schools.school().id)  # type: ignore[union-attr]
    found = facts(association_id, people, Time(YEAR, 1), TODAY)
    said = {who: [(each.kind, each.detail, each.value, each.before) for each in found[who]] for who in people}
    whole = Fraction(100)
    # Quarter 2 against the year before: (2 + 2) ÷ 9 and (2 + 3) ÷ 9; of 5-А one subject is new, so nothing is compared.
    assert said[people[4]] == [
        ("quality", "5-Б", Fraction(400, 9), Fraction(500, 9)), ("passed", "5-Б", whole, whole)
    ]  # fmt: skip
    # A figure that fell is no ground for a reward.
    assert [each.kind for each in reading.grounds(association_id, people[4], YEAR, TODAY)] == ["passed"]
    assert said[people[1]] == [
        ("quality", "5-А", Fraction(58), None), ("passed", "5-А", Fraction(98), None)
    ]  # fmt: skip
    assert said[people[2]] == []


def test_an_analysis_is_kept_dated_and_knows_when_the_records_changed(
    association_id: int, people: list[int], count_queries: CountQueries
) -> None:
    time = Time(YEAR, 1)
    keeping.add("course", association_id, people[0], topic="Окуу сабаттуулугу", certified_on=dt.date(2026, 10, 5))
    found = facts(association_id, people, time, TODAY)
    assert [(each.kind, each.titles) for each in found[people[0]]] == [("course", ("Окуу сабаттуулугу",))]
    made = analyses.keep(
        association_id, people[0], YEAR, 1, TODAY, digest(found[people[0]]), facts="Курстан өттү.", advice="Бөлүшсүн."
    ).value
    half = analyses.halves(association_id, YEAR, TODAY)[0]
    assert (half.person_id, half.half, half.changed, half.missing) == (
        people[0], 1, False, ("strong", "weak", "conclusion")
    )  # fmt: skip
    keeping.add("methodical_work", association_id, people[0], title="Баяндама", held_on=dt.date(2026, 11, 5))
    with count_queries() as queries:
        found_halves = analyses.halves(association_id, YEAR, TODAY)
    assert found_halves[0].changed and len(found_halves) == 24 and len(queries) < 25
    analyses.remove(made)
    again = analyses.keep(association_id, people[0], YEAR, 1, TODAY, "", facts="Кайра").value
    assert (again, analyses.analysis(made).advice) == (made, "")
    refusal("required", analyses.keep, association_id, people[0], YEAR, 2, TODAY, "", facts=" ")
    refusal("value_not_allowed", analyses.keep, association_id, people[0], YEAR, 3, TODAY, "", facts="x")
