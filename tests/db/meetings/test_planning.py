"""A meeting's course: numbers, dates, who chairs, and what may follow what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from db import appointments, protocols, tasks, undo
from db.connection import execute
from db.errors import Refused
from db.meetings import agenda, deciding, planning
from db.meetings.sheet import following, item_rows, meeting, meetings, previous, sheet
from tests.conftest import CountQueries, MakeAssociation
from tests.db.meetings.days import AUGUST, JANUARY, NEXT_AUGUST, NOVEMBER, OCTOBER


def numbers(association_id: int, first_year: int = 2026) -> list[int]:
    return [each.number for each in meetings(association_id, first_year)]


def test_meetings_are_numbered_within_their_school_year(association_id: int) -> None:
    for day in (AUGUST, OCTOBER, NEXT_AUGUST, JANUARY):
        planning.plan(association_id, day)
    assert numbers(association_id) == [1, 2, 3]
    assert numbers(association_id, 2027) == [1]


def test_each_association_counts_for_itself(association_id: int, make_association: MakeAssociation) -> None:
    planning.plan(association_id, AUGUST)
    other = make_association(3)
    assert planning.next_number(other, 2026) == 1
    planning.plan(other, AUGUST, number=1)
    assert (numbers(association_id), numbers(other)) == ([1], [1])


def test_a_number_is_taken_once(association_id: int) -> None:
    planning.plan(association_id, AUGUST, number=3)
    second = planning.plan(association_id, OCTOBER).value
    for attempt in (
        lambda: planning.plan(association_id, NOVEMBER, number=3),
        lambda: planning.change(second, number=3),
    ):
        with pytest.raises(Refused) as refusal:
            attempt()
        assert (refusal.value.code, refusal.value.field, refusal.value.values) == (
            "number_taken",
            "number",
            {"number": 3},
        )
    assert numbers(association_id) == [3, 4]
    assert planning.missing_numbers(association_id, 2026) == [1, 2]


@pytest.mark.parametrize("number", [0, -1, 1000, 2**63])
def test_an_impossible_number_is_refused(association_id: int, number: int) -> None:
    meeting_id = planning.plan(association_id, AUGUST).value
    for attempt in (
        lambda: planning.plan(association_id, OCTOBER, number=number),
        lambda: planning.change(meeting_id, number=number),
    ):
        with pytest.raises(Refused, match="number_out_of_range"):
            attempt()


def test_a_cancelled_meeting_keeps_its_number(association_id: int) -> None:
    planning.plan(association_id, AUGUST)
    second = planning.plan(association_id, OCTOBER).value
    planning.cancel(second, "Карантин")
    planning.plan(association_id, NOVEMBER)
    assert [(each.number, each.state) for each in meetings(association_id, 2026)] == [
        (1, "planned"), (2, "cancelled"), (3, "planned"),
    ]  # fmt: skip
    assert planning.missing_numbers(association_id, 2026) == []
    planning.reinstate(second)
    assert (meeting(second).state, meeting(second).cancelled_reason) == ("planned", "")


def test_a_removed_meeting_frees_its_number_and_leaves_nothing(association_id: int, people: list[int]) -> None:
    first = planning.plan(association_id, AUGUST).value
    item = agenda.add(first, "План жөнүндө").value
    deciding.add_decision(item, "План түзүлсүн", people[:2], OCTOBER)
    (task,) = tasks.of_meeting(first)
    planning.end(first, "15:00")
    second = planning.plan(association_id, OCTOBER).value
    tasks.review(second, task.id, "done", "түзүлдү")
    planning.remove(second)
    assert (numbers(association_id), planning.next_number(association_id, 2026)) == ([1], 2)
    assert execute("SELECT COUNT(*) FROM task_review WHERE deleted_at IS NULL") == [(0,)]
    assert tasks.task(association_id, task.id).state == "open"
    with pytest.raises(Refused, match="record_missing"):
        sheet(second)
    undo.undo()
    assert numbers(association_id) == [1, 2]
    assert (len(sheet(second).attendance), tasks.task(association_id, task.id).state) == (12, "done")


def test_only_a_planned_meeting_is_removed(association_id: int) -> None:
    meeting_id = planning.plan(association_id, AUGUST).value
    planning.start(meeting_id, "14:00")
    with pytest.raises(Refused, match="meeting_held"):
        planning.remove(meeting_id)


def test_another_school_year_gives_the_next_free_number(association_id: int) -> None:
    planning.plan(association_id, NEXT_AUGUST)
    moved = planning.plan(association_id, AUGUST).value
    planning.change(moved, held_on=NEXT_AUGUST)
    assert (meeting(moved).first_year, meeting(moved).number) == (2027, 2)
    assert (numbers(association_id), numbers(association_id, 2027)) == ([], [1, 2])
    planning.change(moved, held_on=AUGUST)
    assert (meeting(moved).first_year, meeting(moved).number) == (2026, 2)
    with pytest.raises(Refused, match="number_taken"):
        planning.change(moved, held_on=NEXT_AUGUST, number=1)


def test_leader_and_secretary_of_the_day_are_proposed(association_id: int, people: list[int]) -> None:
    appointments.appoint(association_id, "leader", people[0], since=AUGUST)
    appointments.appoint(association_id, "leader", people[1], since=NOVEMBER)
    appointments.appoint(association_id, "secretary", people[2], since=AUGUST)
    chairs = []
    for day in (OCTOBER, JANUARY):
        of = meeting(planning.plan(association_id, day).value)
        chairs.append((of.chair_id, of.secretary_id))
    assert chairs == [(people[0], people[2]), (people[1], people[2])]


def test_who_kept_the_last_protocol_is_proposed_where_nobody_is_appointed(
    association_id: int, people: list[int]
) -> None:
    first = planning.plan(association_id, AUGUST).value
    planning.change(first, chair_id=people[1], secretary_id=people[3])
    planning.start(first, "14:10")
    second = meeting(planning.plan(association_id, OCTOBER).value)
    assert (second.chair_id, second.secretary_id) == (people[1], people[3])


def test_the_review_comes_first_where_there_was_a_meeting(association_id: int) -> None:
    first, second = (planning.plan(association_id, day).value for day in (AUGUST, OCTOBER))
    assert [row.kind for row in item_rows(first)] == []
    assert [(row.kind, row.position) for row in item_rows(second)] == [("review", 1)]


def test_a_cancelled_meeting_is_not_reviewed(association_id: int) -> None:
    planning.cancel(planning.plan(association_id, AUGUST).value, "Карантин")
    assert item_rows(planning.plan(association_id, OCTOBER).value) == []


def test_neighbours_leave_out_what_was_called_off(association_id: int) -> None:
    first, second, third = (planning.plan(association_id, day).value for day in (AUGUST, OCTOBER, NEXT_AUGUST))
    planning.cancel(second, "Карантин")
    before, after = previous(meeting(third)), following(meeting(first))
    assert before is not None and before.id == first
    assert after is not None and after.id == third
    assert previous(meeting(first)) is None and following(meeting(third)) is None


def test_a_meeting_runs_from_planned_to_draft(association_id: int) -> None:
    meeting_id = planning.plan(association_id, NOVEMBER, "14:00", "№ 12 кабинет").value
    planning.start(meeting_id, "14:10")
    running = planning.to_continue(association_id)
    assert running is not None and (running.id, running.state, running.started_at) == (
        meeting_id, "in_progress", "14:10",
    )  # fmt: skip
    planning.end(meeting_id, "15:05")
    assert planning.to_continue(association_id) is None
    held = planning.last_held(association_id)
    assert held is not None and (held.state, held.ended_at) == ("draft", "15:05")
    planning.resume(meeting_id)
    assert (meeting(meeting_id).state, meeting(meeting_id).ended_at) == ("in_progress", "")


def test_the_end_is_not_before_the_beginning(association_id: int) -> None:
    meeting_id = planning.plan(association_id, NOVEMBER).value
    planning.start(meeting_id, "14:10")
    for attempt in (lambda: planning.end(meeting_id, "13:00"), lambda: planning.change(meeting_id, ended_at="13:00")):
        with pytest.raises(Refused) as refusal:
            attempt()
        assert (refusal.value.code, refusal.value.values) == ("end_before_start", {"start": "14:10"})
    assert meeting(meeting_id).state == "in_progress"


@pytest.mark.parametrize("at", ["25:00", "14.10", "эртең", "14:10\x00x"])
def test_a_time_that_is_none_is_refused(association_id: int, at: str) -> None:
    meeting_id = planning.plan(association_id, NOVEMBER).value
    with pytest.raises(Refused, match="value_not_allowed"):
        planning.start(meeting_id, at)
    assert meeting(meeting_id).state == "planned"


COURSE: tuple[Callable[[int], object], ...] = (
    lambda meeting_id: planning.start(meeting_id, "14:00"),
    lambda meeting_id: planning.end(meeting_id, "15:00"),
    planning.resume,
    planning.remove,
)


@pytest.mark.parametrize("step", COURSE, ids=["start", "end", "resume", "remove"])
def test_a_meeting_called_off_does_not_run(association_id: int, step: Callable[[int], object]) -> None:
    meeting_id = planning.plan(association_id, NOVEMBER).value
    planning.cancel(meeting_id, "Карантин")
    with pytest.raises(Refused) as refusal:
        step(meeting_id)
    assert (refusal.value.code, refusal.value.values) == ("meeting_cancelled", {"number": 1})


def test_calling_off_needs_a_reason_and_a_meeting_that_has_not_ended(association_id: int) -> None:
    meeting_id = planning.plan(association_id, NOVEMBER).value
    with pytest.raises(Refused, match="reason_missing"):
        planning.cancel(meeting_id, "  ")
    planning.start(meeting_id, "14:00")
    planning.cancel(meeting_id, "Өрт коңгуроосу")
    planning.reinstate(meeting_id)
    assert meeting(meeting_id).state == "in_progress"
    planning.end(meeting_id, "15:00")
    with pytest.raises(Refused, match="meeting_ended"):
        planning.cancel(meeting_id, "Кеч")
    protocols.finalise(meeting_id)
    protocols.amend(meeting_id, "Түзөтүү")
    planning.resume(meeting_id)
    with pytest.raises(Refused, match="meeting_ended"):
        planning.cancel(meeting_id, "Кеч")


def test_a_meeting_that_was_not_called_off_is_not_reinstated(association_id: int) -> None:
    meeting_id = planning.plan(association_id, NOVEMBER).value
    planning.end(meeting_id, "15:00")
    assert planning.reinstate(meeting_id).seq == 0
    assert meeting(meeting_id).state == "draft"


def test_several_past_meetings_are_written_in_a_row(association_id: int) -> None:
    for day in (AUGUST, OCTOBER, NOVEMBER):
        meeting_id = planning.plan(association_id, day).value
        planning.change(meeting_id, started_at="14:00", ended_at="15:00", place="Окуу залы")
        planning.end(meeting_id, "15:00")
    assert [(each.number, each.held_on, each.state) for each in meetings(association_id, 2026)] == [
        (1, AUGUST, "draft"), (2, OCTOBER, "draft"), (3, NOVEMBER, "draft"),
    ]  # fmt: skip


def test_a_list_of_meetings_is_one_query(association_id: int, count_queries: CountQueries) -> None:
    for number in range(1, 31):
        planning.plan(association_id, AUGUST + dt.timedelta(days=number))
    for each in meetings(association_id, 2026)[:20]:
        planning.end(each.id, "15:00")
        protocols.finalise(each.id)
    with count_queries() as statements:
        found = meetings(association_id, 2026)
    assert len(statements) == 1
    assert [each.state for each in found] == ["final"] * 20 + ["planned"] * 10


def test_what_is_not_there_is_said(association_id: int) -> None:
    for attempt in (meeting, planning.resume, planning.remove, lambda row: planning.change(row, place="x")):
        with pytest.raises(Refused, match="record_missing"):
            attempt(77)
    with pytest.raises(Refused):
        planning.plan(77, AUGUST)
