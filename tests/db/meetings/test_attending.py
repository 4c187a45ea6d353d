"""Who is at a meeting: the members of its day, how each takes part, who may vote, and guests."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import undo
from db.errors import Refused
from db.meetings import agenda, attending, planning
from db.meetings.rows import AttendanceRow, MeetingRow, Sheet
from db.meetings.sheet import sheet
from db.members import add_members, leave, members
from tests.conftest import MakeAssociation
from tests.db.meetings.days import AUGUST, NOVEMBER, OCTOBER

NEWCOMER = "Яковлева Анна Петровна 1-Г"


def listed(meeting_id: int) -> list[str]:
    return [row.name.listed for row in sheet(meeting_id).attendance]


@pytest.fixture
def meeting_id(association_id: int) -> int:
    return planning.plan(association_id, NOVEMBER).value


def mark(meeting_id: int, which: int, state: str, **how: object) -> AttendanceRow:
    attending.mark(sheet(meeting_id).attendance[which].id, state, **how)  # type: ignore[arg-type]
    return sheet(meeting_id).attendance[which]


def test_the_members_of_the_day_are_expected_in_kyrgyz_order(association_id: int) -> None:
    third = members(association_id)[2]
    add_members(association_id, [NEWCOMER], since=OCTOBER)
    leave(third.id, NOVEMBER)
    august, october, november = (planning.plan(association_id, day).value for day in (AUGUST, OCTOBER, NOVEMBER))
    assert [len(listed(each)) for each in (august, october, november)] == [12, 13, 12]
    assert listed(october)[:3] == ["Асан уулу Б.", "Асанова Г. М.", third.name.listed]
    assert listed(october)[-1] == "Яковлева А. П."
    assert third.name.listed not in listed(november)
    assert all(row.state == "present" for row in sheet(october).attendance)


def test_a_new_day_has_its_own_members(association_id: int) -> None:
    add_members(association_id, [NEWCOMER], since=OCTOBER)
    leave(members(association_id)[0].id, NOVEMBER)
    meeting_id = planning.plan(association_id, OCTOBER).value
    before = mark(meeting_id, 3, "absent", reason="ill").person_id
    for day, count in ((AUGUST, 12), (NOVEMBER, 12), (OCTOBER, 13)):
        planning.change(meeting_id, held_on=day)
        assert len(listed(meeting_id)) == count
    (absent,) = (row for row in sheet(meeting_id).attendance if row.state == "absent")
    assert absent.person_id == before


def test_the_start_looks_again_who_is_a_member(association_id: int, meeting_id: int) -> None:
    add_members(association_id, [NEWCOMER])
    leave(members(association_id)[0].id, OCTOBER)
    planning.start(meeting_id, "14:00")
    expected = listed(meeting_id)
    assert (len(expected), expected[-1]) == (12, "Яковлева А. П.")
    undo.undo()
    assert (len(listed(meeting_id)), listed(meeting_id)[-1]) == (12, "Эсенова Г. Т.")
    planning.start(meeting_id, "14:05")
    assert listed(meeting_id) == expected


def test_once_begun_nobody_is_added_or_taken_away(association_id: int, meeting_id: int) -> None:
    planning.start(meeting_id, "14:00")
    add_members(association_id, [NEWCOMER])
    planning.end(meeting_id, "15:00")
    planning.resume(meeting_id)
    planning.change(meeting_id, held_on=AUGUST)
    assert len(listed(meeting_id)) == 12


@pytest.mark.parametrize(
    ("state", "kept"),
    [
        ("present", ("", "", "", None, None)),
        ("late", ("", "", "14:20", 2, 3)),
        ("left", ("ill", "ооруканада", "14:20", 2, 3)),
        ("online", ("", "", "14:20", 2, 3)),
        ("absent", ("ill", "ооруканада", "", None, None)),
    ],
)
def test_only_what_goes_with_the_state_is_kept(meeting_id: int, state: str, kept: tuple[object, ...]) -> None:
    row = mark(
        meeting_id, 0, state, reason="ill", reason_text="ооруканада", arrived="14:20", from_item=2, until_item=3
    )  # fmt: skip
    assert (row.state, row.took_part) == (state, state != "absent")
    assert (row.reason, row.reason_text, row.arrived, row.from_item, row.until_item) == kept


@pytest.mark.parametrize(
    ("how", "code", "field"),
    [
        ({"from_item": 3, "until_item": 2}, "items_reversed", "until_item"),
        ({"from_item": 0}, "number_out_of_range", "from_item"),
        ({"until_item": 2**63}, "number_out_of_range", "until_item"),
        ({"until_item": -1}, "number_out_of_range", "until_item"),
        ({"arrived": "24:00"}, "value_not_allowed", None),
    ],
)
def test_a_mark_that_cannot_be_is_refused(meeting_id: int, how: dict[str, object], code: str, field: str) -> None:
    with pytest.raises(Refused) as refusal:
        mark(meeting_id, 0, "late", **how)
    assert (refusal.value.code, refusal.value.field) == (code, field)
    assert sheet(meeting_id).attendance[0].state == "present"


@pytest.mark.parametrize(("state", "reason"), [("away", ""), ("absent", "sleeping"), ("", ""), ("\ud800", "")])
def test_unknown_codes_are_refused(meeting_id: int, state: str, reason: str) -> None:
    with pytest.raises(Refused, match="value_not_allowed"):
        mark(meeting_id, 0, state, reason=reason)


def test_a_quorum_is_more_than_the_share_of_the_members(make_association: MakeAssociation) -> None:
    meeting_id = planning.plan(make_association(4), NOVEMBER).value
    counted = []
    for which in range(4):
        counted.append(attending.quorum(sheet(meeting_id)))
        mark(meeting_id, which, "absent")
    assert [(each.members, each.present, each.met) for each in counted] == [
        (4, 4, True), (4, 3, True), (4, 2, False), (4, 1, False),
    ]  # fmt: skip
    assert attending.quorum(sheet(meeting_id), 0).met is False
    assert attending.quorum(sheet(meeting_id)).present == 0


def row_of(number: int, state: str, first: int | None, last: int | None) -> AttendanceRow:
    return AttendanceRow(number, number, "А", "Б", "", "", state, "", "", "", first, last)


MEETING = MeetingRow(1, "u", 1, 2026, 1, NOVEMBER, "", "", "", "", None, None, "draft", "")
ITEM = st.none() | st.integers(1, 6)
ROWS = st.lists(st.tuples(st.sampled_from(["present", "late", "left", "online", "absent"]), ITEM, ITEM), max_size=8)


@given(rows=ROWS, number=st.integers(1, 6))
def test_those_vote_who_are_there_at_the_item(rows: list[tuple[str, int | None, int | None]], number: int) -> None:
    attendance = tuple(row_of(place, *row) for place, row in enumerate(rows))
    there = [
        state != "absent" and not (first and number < first) and not (last and number > last)
        for state, first, last in rows
    ]
    assert Sheet(MEETING, attendance, (), ()).voters(number) == sum(there)


def test_who_comes_late_and_leaves_early_votes_in_between(meeting_id: int) -> None:
    for title in "АБВГ":
        agenda.add(meeting_id, title)
    mark(meeting_id, 0, "late", from_item=2)
    mark(meeting_id, 1, "left", until_item=3)
    mark(meeting_id, 2, "online", from_item=2, until_item=2)
    mark(meeting_id, 3, "absent", reason="ill")
    assert [sheet(meeting_id).voters(number) for number in range(1, 5)] == [9, 11, 10, 9]


def test_guests_are_noted_changed_and_taken_away(meeting_id: int) -> None:
    first = attending.add_guest(meeting_id, "Г. Т. Эсенова", "окуу бөлүмүнүн башчысы").value
    second = attending.add_guest(meeting_id, "[/] 5 < 6 & «а»").value
    attending.change_guest(first, "Г. Т. Эсенова", "директор")
    assert [(guest.name, guest.office) for guest in sheet(meeting_id).guests] == [
        ("Г. Т. Эсенова", "директор"), ("[/] 5 < 6 & «а»", ""),
    ]  # fmt: skip
    attending.remove_guest(first)
    assert [guest.id for guest in sheet(meeting_id).guests] == [second]
    step = undo.next_undo()
    assert step is not None and step.subject == "Г. Т. Эсенова"
    for attempt in (lambda: attending.change_guest(first, "А", ""), lambda: attending.remove_guest(first)):
        with pytest.raises(Refused, match="record_missing"):
            attempt()
    for blank in ("", " \n"):
        for attempt in (
            lambda name=blank: attending.add_guest(meeting_id, name),
            lambda name=blank: attending.change_guest(second, name, ""),
        ):
            with pytest.raises(Refused, match="name_missing"):
                attempt()


def test_guests_of_earlier_meetings_are_known_the_newest_first(association_id: int, meeting_id: int) -> None:
    for name in ("А. Б. Биринчи", "В. Г. Экинчи", "А. Б. Биринчи"):
        attending.add_guest(meeting_id, name, "директор")
    planning.plan(association_id, NOVEMBER + dt.timedelta(days=7))
    assert attending.known_guests(association_id) == [("А. Б. Биринчи", "директор"), ("В. Г. Экинчи", "директор")]
