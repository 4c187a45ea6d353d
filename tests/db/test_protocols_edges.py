"""Finished protocols at the edges: undo, open edits, huge and odd texts, what looks unfinished, differences."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from db import edits, protocols, tasks, undo
from db.checking import check
from db.connection import execute
from db.errors import Refused
from db.meetings import agenda, attending, deciding, discussion, planning
from db.meetings.content import content
from db.meetings.sheet import meeting, sheet
from db.members import members
from db.protocols import Difference, Unfinished
from db.records import LONGEST
from db.rules.text import plain
from tests.conftest import MakeAssociation, MakeMeeting

SEPTEMBER, NOVEMBER, DECEMBER = dt.date(2026, 9, 18), dt.date(2026, 11, 14), dt.date(2026, 12, 11)


@pytest.fixture
def association_id(make_association: MakeAssociation) -> int:
    return make_association()


@pytest.fixture
def meeting_id(association_id: int, make_meeting: MakeMeeting) -> int:
    return make_meeting(association_id)


def item_of(meeting_id: int) -> int:
    return sheet(meeting_id).items[0].row.id


def test_undo_never_crosses_finishing_amending_or_signing(meeting_id: int) -> None:
    for step in (
        lambda: protocols.finalise(meeting_id),
        lambda: protocols.sign(meeting_id, NOVEMBER),
        lambda: protocols.amend(meeting_id, "Түзөтүү"),
    ):
        step()
        assert undo.next_undo() is None
        with pytest.raises(Refused, match="nothing_to_undo"):
            undo.undo()
    before = content(meeting_id)
    agenda.change(item_of(meeting_id), heard="Башка")
    undo.undo()
    assert content(meeting_id) == before
    undo.redo()
    agenda.change(item_of(meeting_id), heard="Дагы")
    undo.undo()
    protocols.finalise(meeting_id)
    assert (undo.next_undo(), undo.next_redo()) == (None, None)
    assert protocols.content_of(meeting_id)["items"][0]["heard"] == "Башка"


def test_what_is_being_typed_is_in_the_finished_protocol(meeting_id: int) -> None:
    edits.autosave("agenda_item", item_of(meeting_id), "heard", "Жазылып жаткан текст")
    edits.autosave("speech", sheet(meeting_id).items[0].speeches[0].id, "text", "Сөз")
    protocols.finalise(meeting_id)
    item = protocols.content_of(meeting_id)["items"][0]
    assert (item["heard"], item["speeches"][0]["text"]) == ("Жазылып жаткан текст", "Сөз")
    assert edits.open_edits() == []
    last = execute("SELECT action, (SELECT COUNT(*) FROM event_line l WHERE l.event_id = e.id) FROM event e"
                   " ORDER BY id DESC LIMIT 1")  # fmt: skip
    assert last == [("protocol.finalise", 4)]
    assert edits.recover() is None


def test_what_cannot_be_finished_is_said(association_id: int, meeting_id: int) -> None:
    called_off = planning.plan(association_id, DECEMBER).value
    planning.cancel(called_off, "Карантин")
    with pytest.raises(Refused) as refusal:
        protocols.finalise(called_off)
    assert (refusal.value.code, refusal.value.values) == ("meeting_cancelled", {"number": 2})
    for attempt in (protocols.finalise, protocols.content_of, lambda row: protocols.amend(row, "x")):
        with pytest.raises(Refused, match="record_missing"):
            attempt(777)
    assert protocols.versions(meeting_id) == []


def test_a_protocol_is_longer_than_any_field_of_it(meeting_id: int) -> None:
    agenda.change(item_of(meeting_id), heard="ө" * LONGEST)
    discussion.add_speech(item_of(meeting_id), text="ү" * LONGEST)
    protocols.finalise(meeting_id)
    item = protocols.content_of(meeting_id)["items"][0]
    assert (item["heard"], item["speeches"][-1]["text"]) == ("ө" * LONGEST, "ү" * LONGEST)
    assert check() == []


ODD = st.text(st.sampled_from('аө\n\r\t"\\\u0301\u0306\u0338<>=n[/]{%&«»\x00\x1b\ud800\u202e😀'), max_size=12)


@hypothesis_settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=ODD | st.text(max_size=8))
def test_any_text_comes_out_of_a_finished_protocol_as_it_was_stored(association_id: int, text: str) -> None:
    meeting_id = planning.plan(association_id, NOVEMBER).value
    item = agenda.add(meeting_id, text).value
    agenda.change(item, heard=text)
    deciding.add_decision(item, text)
    protocols.finalise(meeting_id)
    made = protocols.content_of(meeting_id)["items"][-1]
    assert [made["title"], made["heard"], made["decisions"][0]["text"]] == [plain(text)] * 3
    assert check() == []


def test_a_mark_at_the_start_of_a_line_does_not_break_the_stored_json(meeting_id: int) -> None:
    agenda.change(item_of(meeting_id), heard="а\n\u0301б")
    protocols.finalise(meeting_id)
    (version,) = protocols.versions(meeting_id)
    assert version.plain["items"][0]["heard"] == "а\n\u0301б"
    assert plain(version.content) == version.content
    assert json.loads(version.content) == version.plain


STEPS = st.lists(st.integers(0, 6), min_size=1, max_size=6)


@hypothesis_settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_no_version_ever_changes(association_id: int, make_meeting: MakeMeeting, steps: list[int]) -> None:
    meeting_id = make_meeting(association_id)
    protocols.finalise(meeting_id)
    seen: dict[int, object] = {}
    for step in steps:
        try:
            (
                lambda: protocols.finalise(meeting_id),
                lambda: protocols.amend(meeting_id, "Түзөтүү"),
                lambda: agenda.change(item_of(meeting_id), heard=f"{len(seen)}"),
                lambda: agenda.remove(item_of(meeting_id)),
                lambda: attending.mark(sheet(meeting_id).attendance[0].id, "absent"),
                undo.undo,
                lambda: planning.resume(meeting_id),
            )[step]()
        except Refused as refusal:
            assert refusal.code in ("final_protocol", "protocol_not_final", "nothing_to_undo", "record_missing")
        except IndexError:
            assert sheet(meeting_id).items == ()
        for version in protocols.versions(meeting_id):
            printed = protocols.content_of(meeting_id, version.version)
            assert seen.setdefault(version.version, printed) == printed
    assert list(seen) == list(range(1, meeting(meeting_id).version + 1))


def codes(meeting_id: int) -> list[tuple[str, str]]:
    return [(each.code, each.label) for each in protocols.unfinished(sheet(meeting_id))]


def test_what_looks_unfinished_is_told_with_its_place(association_id: int) -> None:
    people = [each.person_id for each in members(association_id)]
    meeting_id = planning.plan(association_id, NOVEMBER).value
    for row in sheet(meeting_id).attendance:
        attending.mark(row.id, "absent")
    assert codes(meeting_id) == [("nobody_present", ""), ("no_chair", ""), ("no_secretary", ""), ("no_items", "")]
    planning.change(meeting_id, chair_id=people[0], secretary_id=people[1])
    for row in sheet(meeting_id).attendance[:7]:
        attending.mark(row.id, "present")
    item = agenda.add(meeting_id, "А").value
    assert codes(meeting_id) == [("item_untouched", "1")]
    proposal = discussion.add_proposal(item, people[0], "Сунуш").value
    assert codes(meeting_id) == [("no_decision", "1"), ("proposal_open", "1")]
    discussion.change_proposal(proposal, outcome="accepted")
    deciding.add_decision(item, "Маалымат эске алынсын.")
    ownerless = deciding.add_decision(item, "График", deadline=DECEMBER).value
    endless = deciding.add_decision(item, "Папка", people[:1]).value
    deciding.add_decision(item, " ", people[:1], deadline_next_meeting=True)
    deciding.count_votes(item, 8)
    found = protocols.unfinished(sheet(meeting_id))
    assert found == [
        Unfinished("decision_without_owner", item, ownerless, "1.2"),
        Unfinished("decision_without_deadline", item, endless, "1.3"),
        Unfinished("decision_empty", item, endless + 1, "1.4"),
        Unfinished("vote_over", item, 0, "1"),
    ]
    agenda.park(item)
    assert codes(meeting_id) == [("no_items", "")]


def test_tasks_that_have_fallen_due_want_to_be_looked_at(association_id: int, meeting_id: int) -> None:
    decision = sheet(meeting_id).items[0].row.id
    deciding.add_decision(decision, "Кийин", deadline=dt.date(2027, 5, 20))
    second = planning.plan(association_id, DECEMBER).value
    review = item_of(second)
    wanted = Unfinished("task_not_reviewed", review, 0, "1")
    assert wanted in protocols.unfinished(sheet(second))
    due, _later = tasks.to_review(second)
    tasks.review(second, due.id, "not_done")
    assert wanted not in protocols.unfinished(sheet(second))
    undo.undo()
    tasks.set_state(due.id, "done", DECEMBER)
    assert wanted not in protocols.unfinished(sheet(second))
    undo.undo()
    agenda.remove(review)
    assert codes(second)[-1] == ("no_items", "")


def test_differences_are_told_line_by_line() -> None:
    older, newer = ["бир", "эки", "үч", "беш"], ["бир", "эки!", "үч", "төрт", "беш"]
    assert protocols.differences(older, newer) == [
        Difference("-", "эки"), Difference("+", "эки!"), Difference("+", "төрт"),
    ]  # fmt: skip
    assert protocols.differences(older, older) == []
    assert protocols.differences([], ["а"]) == [Difference("+", "а")]


def test_many_changed_lines_are_compared_as_lines() -> None:
    older = [f"{number}-сөз сабактын сапаты жөнүндө {number * 7}" for number in range(600)]
    newer = [line.replace("сапаты", "жүрүшү") for line in older]
    found = protocols.differences(older, newer)
    assert found == [*(Difference("-", line) for line in older), *(Difference("+", line) for line in newer)]
