"""What a meeting resolves: decisions with owners and terms, votes that are checked, candidates."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import tasks, undo
from db.errors import Refused
from db.meetings import agenda, attending, deciding, planning
from db.meetings.content import content
from db.meetings.rows import DecisionRow, Item
from db.meetings.sheet import sheet
from tests.db.meetings.days import AUGUST, OCTOBER


@pytest.fixture
def item(association_id: int) -> int:
    return agenda.add(planning.plan(association_id, AUGUST).value, "План жөнүндө").value


def shown() -> Item:
    return sheet(1).items[0]


def decisions() -> tuple[DecisionRow, ...]:
    return shown().decisions


def test_a_decision_has_owners_in_order_a_term_and_a_task(association_id: int, item: int, people: list[int]) -> None:
    deciding.add_decision(item, "План түзүлсүн", [people[3], people[1], people[3]], OCTOBER)
    (row,) = decisions()
    assert (row.text, row.owners, row.deadline, row.deadline_next_meeting) == (
        "План түзүлсүн", (people[3], people[1]), OCTOBER, False,
    )  # fmt: skip
    (task,) = tasks.tasks(association_id)
    assert (task.decision_id, task.owner_ids, task.due, task.decision_number) == (
        row.id, (people[3], people[1]), OCTOBER, "1.1",
    )  # fmt: skip


def test_owners_are_said_anew_and_come_back_by_undo(item: int, people: list[int]) -> None:
    decision = deciding.add_decision(item, "Чечим", people[:3]).value
    for owners in ([people[2], people[0]], [], [people[4], people[2]]):
        before = decisions()[0].owners
        deciding.set_owners(decision, owners)
        assert decisions()[0].owners == tuple(owners)
        undo.undo()
        assert decisions()[0].owners == before
        undo.redo()
    with pytest.raises(Refused, match="value_not_allowed"):
        deciding.set_owners(decision, [people[0], 777])
    assert decisions()[0].owners == (people[4], people[2])


PEOPLE = st.lists(st.integers(0, 11), max_size=6)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(calls=st.lists(PEOPLE, min_size=1, max_size=5))
def test_the_owners_are_those_said_last(association_id: int, people: list[int], calls: list[list[int]]) -> None:
    meeting_id = planning.plan(association_id, AUGUST).value
    decision = deciding.add_decision(agenda.add(meeting_id, "А").value).value
    for places in calls:
        deciding.set_owners(decision, [people[place] for place in places])
    wanted = tuple(people[place] for place in dict.fromkeys(calls[-1]))
    assert next(item for item in sheet(meeting_id).items if item.decisions).decisions[0].owners == wanted


def test_a_decision_is_typed_over_and_taken_away_with_its_task(association_id: int, item: int) -> None:
    first = deciding.add_decision(item, "А", deadline=OCTOBER).value
    second = deciding.add_decision(item, "Б", deadline_next_meeting=True).value
    deciding.change_decision(first, text="В", deadline=None, deadline_next_meeting=True)
    assert [(row.text, row.deadline, row.deadline_next_meeting) for row in decisions()] == [
        ("В", None, True), ("Б", None, True),
    ]  # fmt: skip
    deciding.remove_decision(first)
    assert [task.decision_number for task in tasks.tasks(association_id)] == ["1.1"]
    for attempt in (
        deciding.remove_decision,
        lambda row: deciding.change_decision(row, text="Г"),
        lambda row: deciding.set_owners(row, []),
    ):
        with pytest.raises(Refused, match="record_missing"):
            attempt(first)
    undo.undo()
    assert [row.id for row in decisions()] == [first, second]
    assert len(tasks.tasks(association_id)) == 2


def test_a_vote_is_taken_changed_and_taken_back(item: int) -> None:
    deciding.vote_unanimously(item)
    assert content(1)["items"][0]["vote"]["for"] == 12
    deciding.count_votes(item, 6, 1, 2, 3)
    vote = shown().vote
    assert vote is not None and (
        vote.unanimous, vote.votes_for, vote.against, vote.abstained, vote.not_voting,
    ) == (False, 6, 1, 2, 3)  # fmt: skip
    deciding.vote_unanimously(item)
    assert content(1)["items"][0]["vote"] == {
        "unanimous": True, "for": 12, "against": 0, "abstained": 0, "not_voting": 0,
    }  # fmt: skip
    deciding.remove_vote(item)
    assert (shown().vote, deciding.remove_vote(item).seq) == (None, 0)
    deciding.count_votes(item, 12)
    assert shown().vote is not None


@pytest.mark.parametrize("field", ["votes_for", "against", "abstained", "not_voting"])
@pytest.mark.parametrize("count", [-1, 1000, 2**63])
def test_a_count_of_votes_that_cannot_be_is_refused(item: int, field: str, count: int) -> None:
    with pytest.raises(Refused) as refusal:
        deciding.count_votes(item, **({"votes_for": 1} | {field: count}))
    assert (refusal.value.code, refusal.value.field) == ("number_out_of_range", field)
    assert shown().vote is None


@pytest.mark.parametrize(
    ("counts", "problems"),
    [((6, 1), []), ((6, 1, 1), ["vote_over"]), ((6,), ["vote_under"]), ((5, 0, 1, 1), [])],
)
def test_votes_are_held_against_those_who_were_there(item: int, counts: tuple[int, ...], problems: list[str]) -> None:
    for row in sheet(1).attendance[:5]:
        attending.mark(row.id, "absent")
    deciding.count_votes(item, *counts)
    assert deciding.vote_problems(shown(), sheet(1).voters(1)) == problems
    deciding.vote_unanimously(item)
    assert deciding.vote_problems(shown(), 0) == []


def test_a_candidate_stands_once(item: int, people: list[int]) -> None:
    first = deciding.add_candidate(item, people[0], 7).value
    second = deciding.add_candidate(item, people[1]).value
    assert deciding.add_candidate(item, people[0], 8).value == first
    deciding.change_candidate(second, 4)
    assert [(each.id, each.person_id, each.votes) for each in shown().candidates] == [
        (first, people[0], 8), (second, people[1], 4),
    ]  # fmt: skip
    assert shown().touched
    deciding.remove_candidate(first)
    for attempt in (lambda: deciding.remove_candidate(first), lambda: deciding.change_candidate(first, 1)):
        with pytest.raises(Refused, match="record_missing"):
            attempt()
    assert deciding.add_candidate(item, people[0]).value != first
    for attempt in (
        lambda: deciding.add_candidate(item, people[2], -1),
        lambda: deciding.change_candidate(second, 1000),
    ):
        with pytest.raises(Refused, match="number_out_of_range"):
            attempt()
