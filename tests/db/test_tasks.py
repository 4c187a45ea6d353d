"""Tasks: they follow from decisions, meetings look at them until they are closed, and each change can be taken back."""

from __future__ import annotations

import datetime as dt

import pytest

from db import protocols, tasks, undo
from db.errors import Refused
from db.history import action
from db.meetings import agenda, deciding, planning
from db.members import members
from db.tasks import ReviewCount, TaskRow
from tests.conftest import CountQueries, MakeAssociation

AUGUST, OCTOBER, NOVEMBER = dt.date(2026, 8, 28), dt.date(2026, 10, 16), dt.date(2026, 11, 14)
JANUARY, NEXT_AUGUST = dt.date(2027, 1, 15), dt.date(2027, 8, 27)


@pytest.fixture
def association_id(make_association: MakeAssociation) -> int:
    return make_association()


@pytest.fixture
def people(association_id: int) -> list[int]:
    return [each.person_id for each in members(association_id)]


@pytest.fixture
def first(association_id: int, people: list[int]) -> int:
    """A meeting in August with three tasks: by a day in October, by the next meeting, without a term."""
    meeting_id = planning.plan(association_id, AUGUST).value
    item = agenda.add(meeting_id, "План жөнүндө").value
    deciding.add_decision(item, "График түзүлсүн", [people[0], people[1]], OCTOBER - dt.timedelta(days=1))
    deciding.add_decision(item, "Папка жаңыртылсын", [people[2]], deadline_next_meeting=True)
    deciding.add_decision(item, "Маалымат эске алынсын")
    deciding.add_decision(item, "Сабактарга катышылсын", [people[3]])
    planning.end(meeting_id, "15:00")
    return meeting_id


def one(association_id: int, text: str = "График түзүлсүн") -> TaskRow:
    return next(each for each in tasks.tasks(association_id) if each.text == text)


def waiting(meeting_id: int) -> list[tuple[str, str]]:
    return [(each.decision_number, each.review_state) for each in tasks.to_review(meeting_id)]


def test_a_decision_with_owner_or_term_is_a_task(association_id: int, first: int, people: list[int]) -> None:
    found = tasks.of_meeting(first)
    assert [(each.decision_number, each.text, each.owner_ids, each.due, each.next_meeting) for each in found] == [
        ("1.1", "График түзүлсүн", (people[0], people[1]), dt.date(2026, 10, 15), False),
        ("1.2", "Папка жаңыртылсын", (people[2],), None, True),
        ("1.4", "Сабактарга катышылсын", (people[3],), None, False),
    ]
    task = found[0]
    assert (task.meeting_id, task.meeting_number, task.first_year, task.held_on) == (first, 1, 2026, AUGUST)
    assert (task.state, task.note, task.closed_on, task.closed) == ("open", "", None, False)
    assert [owner.listed for owner in task.owners] == ["Асан уулу Б.", "Асанова Г. М."]
    assert task.overdue(OCTOBER) and not task.overdue(dt.date(2026, 10, 15))


def test_the_next_meetings_day_is_the_term(association_id: int, first: int) -> None:
    later = planning.plan(association_id, NOVEMBER).value
    nearer = planning.plan(association_id, OCTOBER).value
    found = []
    for step in (
        lambda: None,
        lambda: planning.cancel(nearer, "Карантин"),
        lambda: planning.change(later, held_on=JANUARY),
        lambda: planning.remove(later),
    ):
        step()
        found.append(one(association_id, "Папка жаңыртылсын").due)
    assert found == [OCTOBER, NOVEMBER, JANUARY, None]


def test_tasks_stand_by_their_term_and_those_without_one_last(association_id: int, first: int) -> None:
    planning.plan(association_id, OCTOBER)
    assert [each.decision_number for each in tasks.tasks(association_id)] == ["1.1", "1.2", "1.4"]
    agenda.move(agenda.add(first, "Биринчи").value, -5)
    assert [each.decision_number for each in tasks.tasks(association_id)] == ["2.1", "2.2", "2.4"]


def test_tasks_are_chosen_by_state_and_person(association_id: int, first: int, people: list[int]) -> None:
    tasks.set_state(one(association_id).id, "done", OCTOBER)
    assert [each.text for each in tasks.tasks(association_id, person_id=people[1])] == ["График түзүлсүн"]
    assert tasks.tasks(association_id, only_open=True, person_id=people[1]) == []
    assert len(tasks.tasks(association_id, only_open=True)) == 2
    assert [each.text for each in tasks.closed(association_id)] == ["График түзүлсүн"]
    deciding.set_owners(one(association_id).decision_id, [people[0]])
    assert tasks.tasks(association_id, person_id=people[1]) == []


def test_an_item_put_off_or_a_meeting_called_off_has_no_tasks(association_id: int, first: int) -> None:
    item = agenda.add(first, "Башка").value
    deciding.add_decision(item, "Дагы", deadline=OCTOBER)
    agenda.park(item)
    assert [each.decision_number for each in tasks.of_meeting(first)] == ["1.1", "1.2", "1.4"]
    running = planning.plan(association_id, OCTOBER).value
    deciding.add_decision(agenda.add(running, "А").value, "Үзүлгөн", deadline=NOVEMBER)
    planning.cancel(running, "Өрт")
    assert "Үзүлгөн" not in [each.text for each in tasks.tasks(association_id)]


def test_tasks_carry_over_until_they_are_closed(association_id: int, first: int) -> None:
    states = {OCTOBER: ("partly", "done", "not_done"), NOVEMBER: ("in_work", None, "done"), JANUARY: ("closed",)}
    seen = []
    for day, found in states.items():
        meeting_id = planning.plan(association_id, day).value
        waits = tasks.to_review(meeting_id)
        seen.append([each.decision_number for each in waits])
        for task, state in zip(waits, [state for state in found if state], strict=True):
            tasks.review(meeting_id, task.id, state, f"белги {day}")
        planning.end(meeting_id, "15:00")
    assert seen == [["1.1", "1.2", "1.4"], ["1.1", "1.4"], ["1.1"]]
    last = planning.plan(association_id, NEXT_AUGUST).value
    assert tasks.to_review(last) == []
    assert [(each.state, each.closed_on) for each in tasks.of_meeting(first)] == [
        ("closed", JANUARY), ("done", OCTOBER), ("done", NOVEMBER),
    ]  # fmt: skip


def test_a_meeting_sees_what_it_found_and_what_goes_on(association_id: int, first: int) -> None:
    second = planning.plan(association_id, OCTOBER).value
    graph, folder, visits = tasks.to_review(second)
    tasks.review(second, graph.id, "done", "түзүлдү")
    tasks.review(second, folder.id, "extended", deadline=JANUARY)
    assert waiting(second) == [("1.1", "done"), ("1.2", "extended"), ("1.4", "")]
    assert tasks.to_review(second)[0].review_note == "түзүлдү"
    item = agenda.add(second, "Башка").value
    deciding.add_decision(item, "Жаңы", deadline=NOVEMBER)
    going, closed = tasks.carries_over(second)
    assert [each.text for each in going] == ["Папка жаңыртылсын", "Сабактарга катышылсын", "Жаңы"]
    assert [each.id for each in closed] == [graph.id]
    assert tasks.count_review(second) == ReviewCount(total=3, done=1, partly=0, extended=1, not_done=1)
    tasks.review(second, visits.id, "partly")
    assert tasks.count_review(second) == ReviewCount(total=3, done=1, partly=1, extended=1, not_done=0)


def test_an_extension_needs_a_day_and_moves_the_term(association_id: int, first: int) -> None:
    second = planning.plan(association_id, OCTOBER).value
    task = one(association_id).id
    for attempt in (
        lambda: tasks.review(second, task, "extended"),
        lambda: tasks.set_state(task, "extended", OCTOBER),
    ):
        with pytest.raises(Refused) as refusal:
            attempt()
        assert (refusal.value.code, refusal.value.field) == ("deadline_missing", "deadline")
    tasks.review(second, task, "extended", deadline=JANUARY)
    assert (one(association_id).due, one(association_id).state) == (JANUARY, "extended")
    tasks.review(second, task, "partly")
    assert one(association_id).due == dt.date(2026, 10, 15)
    tasks.set_state(task, "extended", OCTOBER, deadline=NOVEMBER)
    tasks.review(second, task, "not_done")
    assert one(association_id).due == NOVEMBER
    tasks.set_state(task, "in_work", NOVEMBER)
    assert one(association_id).due == NOVEMBER


def test_every_finding_is_taken_back_by_undo(association_id: int, first: int) -> None:
    second = planning.plan(association_id, OCTOBER).value
    task = one(association_id).id
    steps = (
        lambda: tasks.set_state(task, "in_work", OCTOBER, "башталды"),
        lambda: tasks.review(second, task, "extended", "көбүрөөк убакыт", NOVEMBER),
        lambda: tasks.review(second, task, "done"),
        lambda: tasks.review(second, task, "partly", "жарымы"),
    )
    seen = [(tasks.to_review(second), tasks.tasks(association_id))]
    for step in steps:
        step()
        seen.append((tasks.to_review(second), tasks.tasks(association_id)))
    for expected in reversed(seen[:-1]):
        undo.undo()
        assert (tasks.to_review(second), tasks.tasks(association_id)) == expected
    tasks.review(second, task, "done")
    assert waiting(second)[0] == ("1.1", "done")


def test_the_finding_of_the_later_meeting_stands(association_id: int, first: int) -> None:
    task = one(association_id).id
    second, third = (planning.plan(association_id, day).value for day in (OCTOBER, NOVEMBER))
    tasks.review(second, task, "partly", "жарымы")
    tasks.review(third, task, "done", "бүттү")
    tasks.review(second, task, "not_done", "түзөтүү")
    found = one(association_id)
    assert (found.state, found.note, found.closed_on) == ("done", "бүттү", NOVEMBER)
    assert waiting(second)[0] == ("1.1", "not_done")


def test_a_meeting_taken_away_leaves_the_tasks_as_they_were_before_it(association_id: int, first: int) -> None:
    task = one(association_id).id
    second, third = (planning.plan(association_id, day).value for day in (OCTOBER, NOVEMBER))
    tasks.review(second, task, "extended", "узартылды", NOVEMBER)
    before = one(association_id)
    tasks.review(third, task, "extended", "дагы узартылды", JANUARY)
    other = one(association_id, "Сабактарга катышылсын").id
    tasks.review(third, other, "partly")
    tasks.set_state(other, "done", JANUARY, "кийин бүттү")
    planning.remove(third)
    assert one(association_id) == before
    assert (before.state, before.note, before.due) == ("extended", "узартылды", NOVEMBER)
    assert [each.note for each in tasks.closed(association_id)] == ["кийин бүттү"]


def test_a_meeting_hears_of_what_was_closed_since_the_last_one(association_id: int, first: int) -> None:
    task = one(association_id).id
    second, third = (planning.plan(association_id, day).value for day in (OCTOBER, NOVEMBER))
    tasks.set_state(task, "done", OCTOBER - dt.timedelta(days=3))
    heard = tasks.to_review(second)[0]
    assert (heard.state, heard.review_state) == ("done", "")
    assert tasks.count_review(second) == ReviewCount(total=3, done=1, partly=0, extended=0, not_done=2)
    assert task not in [each.id for each in tasks.to_review(third)]
    assert tasks.carries_over(second)[1] == []


def test_tasks_live_on_when_their_protocol_is_final(association_id: int, first: int) -> None:
    protocols.finalise(first)
    second = planning.plan(association_id, OCTOBER).value
    tasks.review(second, one(association_id).id, "done")
    tasks.set_state(one(association_id, "Папка жаңыртылсын").id, "closed", OCTOBER)
    protocols.finalise(second)
    with pytest.raises(Refused, match="final_protocol"):
        tasks.review(second, one(association_id).id, "partly")
    assert one(association_id).state == "done"


@pytest.mark.parametrize("state", ["overdue", "", "DONE", "\ud800"])
def test_unknown_states_are_refused(association_id: int, first: int, state: str) -> None:
    task = one(association_id).id
    second = planning.plan(association_id, OCTOBER).value
    for attempt in (lambda: tasks.review(second, task, state), lambda: tasks.set_state(task, state, OCTOBER)):
        with pytest.raises(Refused, match="value_not_allowed"):
            attempt()
    assert one(association_id).state == "open"


def test_a_task_of_another_association_is_not_there(
    association_id: int, first: int, make_association: MakeAssociation
) -> None:
    task = one(association_id).id
    other = make_association(3)
    meeting_id = planning.plan(other, OCTOBER).value
    assert tasks.tasks(other) == tasks.to_review(meeting_id) == []
    for attempt in (
        lambda: tasks.task(other, task), lambda: tasks.review(meeting_id, task, "done"),
        lambda: tasks.set_state(777, "done", OCTOBER), lambda: tasks.of_meeting(777), lambda: tasks.to_review(777),
    ):  # fmt: skip
        with pytest.raises(Refused, match="record_missing"):
            attempt()


@action("test.decide")
def decide(item: int, people: list[int], count: int) -> None:
    for number in range(count):
        deciding.add_decision(item, f"{number}-чечим", people[:3], OCTOBER)


def test_tasks_are_read_in_two_queries_and_at_most_two_hundred(
    association_id: int, people: list[int], count_queries: CountQueries
) -> None:
    meeting_id = planning.plan(association_id, AUGUST).value
    item = agenda.add(meeting_id, "А").value
    second = planning.plan(association_id, OCTOBER).value
    counts = []
    for count in (1, 219):
        decide(item, people, count)
        for read in (
            lambda: tasks.tasks(association_id), lambda: tasks.closed(association_id),
            lambda: tasks.of_meeting(meeting_id), lambda: tasks.to_review(second),
        ):  # fmt: skip
            with count_queries() as statements:
                read()
            counts.append(len(statements))
    assert counts == [2, 1, 3, 4, 2, 1, 3, 4]
    assert (len(tasks.tasks(association_id)), len(tasks.of_meeting(meeting_id))) == (200, 220)
