"""What goes on to the next meeting, exactly once, however meetings are planned, called off and taken away."""

from __future__ import annotations

from db import protocols, undo
from db.meetings import agenda, planning
from db.meetings.sheet import item_rows
from tests.db.meetings.days import AUGUST, JANUARY, NEXT_AUGUST, NOVEMBER, OCTOBER


def titles(meeting_id: int) -> list[str]:
    return [row.title for row in item_rows(meeting_id) if row.kind != "review"]


def begun(association_id: int, *names: str) -> tuple[int, list[int]]:
    meeting_id = planning.plan(association_id, AUGUST).value
    return meeting_id, [agenda.add(meeting_id, name).value for name in names]


def test_put_off_and_gone_on_with_items_stand_on_the_next_agenda_once(association_id: int, people: list[int]) -> None:
    _, (first, second, _third) = begun(association_id, "А", "Б", "В")
    agenda.change(first, reporter_id=people[3], planned_minutes=15, heard="сөз")
    agenda.park(first)
    agenda.continue_(second)
    agenda.continue_(first)
    agenda.park(first)
    following = planning.plan(association_id, OCTOBER).value
    assert titles(following) == ["А", "Б"]
    copy = item_rows(following)[1]
    assert (copy.copied_from_id, copy.reporter_id, copy.planned_minutes, copy.heard) == (first, people[3], 15, "")
    assert titles(planning.plan(association_id, NOVEMBER).value) == []


def test_an_item_goes_to_a_meeting_that_is_planned_already(association_id: int) -> None:
    _, (first, second) = begun(association_id, "А", "Б")
    next_one, last = (planning.plan(association_id, day).value for day in (OCTOBER, NOVEMBER))
    agenda.park(first)
    agenda.park(first)
    agenda.continue_(second)
    assert (titles(next_one), titles(last)) == (["А", "Б"], [])
    planning.end(next_one, "15:00")
    agenda.park(item_rows(next_one)[1].id)
    assert titles(last) == ["А"]


def test_an_item_kept_after_all_leaves_the_next_agenda(association_id: int) -> None:
    _, (first,) = begun(association_id, "А")
    next_one = planning.plan(association_id, OCTOBER).value
    agenda.park(first)
    agenda.unpark(first)
    assert titles(next_one) == []
    agenda.park(first)
    assert titles(next_one) == ["А"]
    agenda.unpark(first)
    planning.end(next_one, "15:00")
    agenda.park(first)
    assert titles(planning.plan(association_id, NOVEMBER).value) == ["А"]


def test_an_item_put_off_again_and_again_goes_along_the_chain(association_id: int) -> None:
    _, (item,) = begun(association_id, "А")
    for day in (OCTOBER, NOVEMBER, JANUARY, NEXT_AUGUST):
        agenda.park(item)
        meeting_id = planning.plan(association_id, day).value
        (copy,) = (row for row in item_rows(meeting_id) if row.kind != "review")
        assert (copy.copied_from_id, copy.title) == (item, "А")
        item = copy.id


def test_a_copy_that_was_taken_off_does_not_come_back(association_id: int) -> None:
    _, (first, second) = begun(association_id, "А", "Б")
    agenda.park(first)
    next_one = planning.plan(association_id, OCTOBER).value
    agenda.remove(item_rows(next_one)[1].id)
    agenda.park(second)
    assert titles(next_one) == ["Б"]
    assert titles(planning.plan(association_id, NOVEMBER).value) == []


def test_a_meeting_taken_away_gives_back_what_it_had_taken_over(association_id: int) -> None:
    _, (first,) = begun(association_id, "А")
    agenda.park(first)
    planning.remove(planning.plan(association_id, OCTOBER).value)
    assert titles(planning.plan(association_id, NOVEMBER).value) == ["А"]


def test_a_meeting_called_off_hands_on_what_it_had_taken_over(association_id: int) -> None:
    _, (first,) = begun(association_id, "А")
    agenda.park(first)
    called_off = planning.plan(association_id, OCTOBER).value
    planned = planning.plan(association_id, NOVEMBER).value
    planning.cancel(called_off, "Карантин")
    assert titles(planned) == ["А"]
    undo.undo()
    assert titles(planned) == []
    agenda.park(next(row.id for row in item_rows(called_off) if row.kind != "review"))
    planning.cancel(called_off, "Карантин")
    assert titles(planned) == ["А"]
    assert titles(planning.plan(association_id, JANUARY).value) == []


def test_the_review_is_not_handed_on(association_id: int) -> None:
    begun(association_id, "А")
    second = planning.plan(association_id, OCTOBER).value
    agenda.park(item_rows(second)[0].id)
    third = planning.plan(association_id, NOVEMBER).value
    agenda.continue_(item_rows(second)[0].id)
    assert [row.kind for row in item_rows(third)] == ["review"]


def test_an_amendment_hands_on_to_the_meeting_that_is_still_ahead(association_id: int) -> None:
    first, (item,) = begun(association_id, "А")
    second, third = (planning.plan(association_id, day).value for day in (OCTOBER, NOVEMBER))
    for meeting_id in (first, second):
        planning.end(meeting_id, "15:00")
        protocols.finalise(meeting_id)
    protocols.amend(first, "Түзөтүү")
    agenda.continue_(item)
    assert (titles(second), titles(third)) == ([], ["А"])
