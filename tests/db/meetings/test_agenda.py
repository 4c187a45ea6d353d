"""The agenda: its numbers, what can stand on it, and what hangs below."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from db import search, settings, tasks, undo
from db.errors import Refused
from db.meetings import agenda, attending, deciding, discussion, planning
from db.meetings.content import content
from db.meetings.rows import Sheet
from db.meetings.sheet import item_rows, sheet
from tests.db.meetings.days import AUGUST, MARCH, NOVEMBER, OCTOBER


def titles(meeting_id: int) -> list[tuple[int, str]]:
    return [(item.number, item.row.title) for item in sheet(meeting_id).items]


@pytest.fixture
def meeting_id(association_id: int) -> int:
    return planning.plan(association_id, AUGUST).value


@pytest.fixture
def items(meeting_id: int) -> list[int]:
    return [agenda.add(meeting_id, title).value for title in ("А", "Б", "В")]


def test_items_stand_in_the_order_they_were_added_or_after_another(meeting_id: int, items: list[int]) -> None:
    agenda.add(meeting_id, "А2", after=items[0])
    agenda.add(meeting_id, "Г", after=777)
    assert titles(meeting_id) == [(1, "А"), (2, "А2"), (3, "Б"), (4, "В"), (5, "Г")]


def test_a_title_is_kept_as_typed_and_names_what_is_undone(meeting_id: int) -> None:
    for typed, kept in (("[/] 5 < 6 & «а»", "[/] 5 < 6 & «а»"), ("а\ud800б\x00", "аб"), ("ө" * 60, "ө" * 60)):
        agenda.add(meeting_id, typed)
        step = undo.next_undo()
        assert (titles(meeting_id)[-1][1], step and step.subject) == (kept, kept[:40])


@pytest.mark.parametrize(
    ("which", "by", "expected"),
    [(2, -1, "АВБ"), (2, -9, "ВАБ"), (0, 1, "БАВ"), (0, 9, "БВА"), (1, 0, "АБВ")],
)
def test_an_item_moves_and_stops_at_the_ends(
    meeting_id: int, items: list[int], which: int, by: int, expected: str
) -> None:
    agenda.move(items[which], by)
    assert titles(meeting_id) == list(enumerate(expected, 1))


def test_an_item_put_off_has_no_number(meeting_id: int, items: list[int]) -> None:
    agenda.park(items[1])
    assert titles(meeting_id) == [(1, "А"), (0, "Б"), (2, "В")]
    assert [item.row.title for item in sheet(meeting_id).agenda] == ["А", "В"]
    agenda.unpark(items[1])
    assert titles(meeting_id) == [(1, "А"), (2, "Б"), (3, "В")]


def test_minutes_are_between_one_and_six_hundred(items: list[int]) -> None:
    agenda.change(items[0], planned_minutes=600)
    for minutes in (0, 601, -1, 2**63):
        with pytest.raises(Refused, match="minutes_out_of_range"):
            agenda.change(items[0], planned_minutes=minutes)
    agenda.change(items[0], planned_minutes=None)
    assert item_rows(1)[0].planned_minutes is None


def test_an_item_that_was_taken_away_takes_nothing_more(meeting_id: int, items: list[int]) -> None:
    agenda.remove(items[0])
    for attempt in (
        agenda.remove, agenda.park, agenda.continue_, agenda.unpark, lambda item: agenda.move(item, 1),
        lambda item: agenda.change(item, heard="x"), discussion.add_speech, discussion.add_proposal,
        deciding.add_decision, deciding.vote_unanimously, lambda item: deciding.add_candidate(item, 1),
    ):  # fmt: skip
        with pytest.raises(Refused, match="record_missing"):
            attempt(items[0])
    assert titles(meeting_id) == [(1, "Б"), (2, "В")]


def test_no_item_comes_to_a_meeting_that_is_not_there(meeting_id: int) -> None:
    planning.remove(meeting_id)
    for missing in (meeting_id, 777):
        with pytest.raises(Refused, match="record_missing"):
            agenda.add(missing, "А")


def test_what_is_under_a_removed_item_goes_and_comes_back_with_it(
    association_id: int, meeting_id: int, items: list[int], people: list[int]
) -> None:
    item = items[1]
    discussion.add_speech(item, "speech", people[0], text="Сейрек сөз")
    discussion.add_proposal(item, people[1], "Сейрек сунуш", "postponed")
    decision = deciding.add_decision(item, "Сейрек чечим", people[:2], OCTOBER).value
    deciding.count_votes(item, 12)
    deciding.add_candidate(item, people[3], 7)
    tasks.set_state(tasks.tasks(association_id)[0].id, "in_work", OCTOBER, "сейрек белги")
    before = content(meeting_id)
    agenda.remove(item)
    assert search.find("сейрек") == []
    assert search.differences() == []
    assert tasks.tasks(association_id) == tasks.of_meeting(meeting_id) == []
    planning.end(meeting_id, "15:00")
    later = planning.plan(association_id, NOVEMBER).value
    assert tasks.to_review(later) == []
    assert "Сейрек сунуш" not in [each.title for each in agenda.suggestions(later, "ky")]
    for _ in range(3):
        undo.undo()
    assert content(meeting_id) == before
    assert {each.kind for each in search.find("сейрек")} == {"speech", "proposal", "decision", "task"}
    with pytest.raises(Refused, match="record_missing"):
        agenda.remove(777)
    deciding.remove_decision(decision)
    assert tasks.tasks(association_id) == []


def test_suggestions_begin_with_what_was_put_off_and_the_months_items(association_id: int, people: list[int]) -> None:
    settings.load_stock()
    first = planning.plan(association_id, AUGUST).value
    assert "plan_done" not in {each.source for each in agenda.suggestions(first, "ky")}
    item = agenda.add(first, "Ар түрдүү маселелер жөнүндө").value
    put_off = discussion.add_proposal(item, people[4], "Сабактарга өз ара катышуу.", "postponed").value
    discussion.add_proposal(item, people[4], "Башка сунуш", "accepted")
    second = planning.plan(association_id, MARCH).value
    found = agenda.suggestions(second, "ky")
    assert (found[0].source, found[0].source_id, found[0].title) == (
        "postponed", put_off, "Сабактарга өз ара катышуу",
    )  # fmt: skip
    assert [each.source for each in found[:2]] == ["postponed", "plan_done"]
    usual = [each for each in found if each.source == "usual"]
    assert usual and [each.now for each in usual] == sorted((each.now for each in usual), reverse=True)
    assert usual[0].now and not usual[-1].now
    assert agenda.suggestions(second, "ru")[1].title == "О выполненных по плану работах"


def test_a_suggestion_taken_up_is_not_made_again(association_id: int, people: list[int]) -> None:
    first = planning.plan(association_id, AUGUST).value
    item = agenda.add(first, "Ар түрдүү").value
    discussion.add_proposal(item, people[4], "Өз  ара катышуу.", "postponed")
    second = planning.plan(association_id, OCTOBER).value
    (suggestion,) = agenda.suggestions(second, "ky")
    added = agenda.add_suggested(second, suggestion).value
    row = next(row for row in item_rows(second) if row.id == added)
    assert (row.title, row.reporter_id, row.kind) == ("Өз ара катышуу", people[4], "ordinary")
    assert agenda.suggestions(second, "ky") == []
    third = planning.plan(association_id, NOVEMBER).value
    assert agenda.suggestions(third, "ky") == []
    agenda.change(added, title="өз ара катышуу!")
    assert agenda.suggestions(third, "ky") == []
    agenda.remove(added)
    assert [each.title for each in agenda.suggestions(third, "ky")] == ["Өз ара катышуу"]


def test_a_proposal_put_off_again_is_suggested_again(association_id: int, people: list[int]) -> None:
    for day in (AUGUST, OCTOBER):
        item = agenda.add(planning.plan(association_id, day).value, "Өз ара катышуу").value
        discussion.add_proposal(item, people[4], "Өз ара катышуу", "postponed")
    third = planning.plan(association_id, NOVEMBER).value
    assert [each.title for each in agenda.suggestions(third, "ky")] == ["Өз ара катышуу"]


def marks(of: Sheet) -> list[tuple[int | None, int | None]]:
    return [(row.from_item, row.until_item) for row in of.attendance if row.state in ("late", "left")]


def test_who_came_or_left_at_an_item_keeps_to_it(meeting_id: int, items: list[int]) -> None:
    rows = sheet(meeting_id).attendance
    attending.mark(rows[0].id, "late", from_item=2)
    attending.mark(rows[1].id, "left", until_item=2)
    before = content(meeting_id)
    for step, expected in (
        (lambda: agenda.remove(items[0]), [(1, None), (None, 1)]),
        (lambda: agenda.park(items[0]), [(1, None), (None, 1)]),
        (lambda: agenda.move(items[2], -2), [(3, None), (None, 3)]),
        (lambda: agenda.add(meeting_id, "А2", after=items[0]), [(3, None), (None, 3)]),
        (lambda: agenda.add(meeting_id, "Г"), [(2, None), (None, 2)]),
        (lambda: agenda.park(items[1]), [(2, None), (None, 1)]),
    ):
        step()
        assert marks(sheet(meeting_id)) == expected
        undo.undo()
        assert content(meeting_id) == before


STEP = st.tuples(
    st.sampled_from(["add", "after", "up", "down", "park", "continue", "unpark", "remove", "undo", "redo"]),
    st.integers(0, 7),
)


@hypothesis_settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(steps=st.lists(STEP, max_size=12))
def test_whatever_is_done_items_and_decisions_are_numbered_from_one(
    association_id: int, steps: list[tuple[str, int]]
) -> None:
    meeting_id = planning.plan(association_id, AUGUST).value
    for step, which in steps:
        try:
            play(meeting_id, step, which)
        except Refused as refusal:
            assert refusal.code in ("nothing_to_undo", "nothing_to_redo", "record_missing")
        made = content_or_none(meeting_id)
        if made is None:
            return
        assert [item["number"] for item in made["items"]] == list(range(1, len(made["items"]) + 1))
        for item in made["items"]:
            assert [each["number"] for each in item["decisions"]] == list(range(1, len(item["decisions"]) + 1))


def content_or_none(meeting_id: int) -> dict[str, object] | None:
    """The content, unless undo has taken back the planning itself."""
    try:
        return content(meeting_id)
    except Refused:
        return None


def play(meeting_id: int, step: str, which: int) -> None:
    order = [row.id for row in item_rows(meeting_id)]
    item = order[which % len(order)] if order else None
    if step in ("undo", "redo"):
        (undo.undo if step == "undo" else undo.redo)()
    elif step == "add" or item is None:
        deciding.add_decision(agenda.add(meeting_id, f"№ {which}").value, "План түзүлсүн")
    elif step == "after":
        agenda.add(meeting_id, f"№ {which}", after=item)
    elif step in ("up", "down"):
        agenda.move(item, -which if step == "up" else which)
    else:
        {"park": agenda.park, "continue": agenda.continue_, "unpark": agenda.unpark, "remove": agenda.remove}[step](
            item
        )
        if step == "unpark":
            deciding.add_decision(item, "Дагы бир чечим")
