"""Who is there: one key for an absentee with the reason, a few for the rest."""

from __future__ import annotations

import pytest

from db.errors import Refused
from db.meetings.sheet import sheet
from tests.tui.meeting.live import Live, live, running
from tests.tui.worlds import World
from tui.screens.meeting.attendance import read_place


def first(meeting: Live) -> tuple[str, str, int | None, str]:
    row = sheet(meeting.meeting_id).attendance[0]
    return row.state, row.reason, row.from_item, row.arrived


@pytest.mark.parametrize(
    ("digit", "reason"), [("1", "ill"), ("2", "teaching"), ("3", "business_trip"), ("9", "excused"), ("0", "unexcused")]
)
async def test_one_digit_is_an_absentee_with_the_reason(world: World, digit: str, reason: str) -> None:
    async with live(world, running(world)) as meeting:
        await meeting.keys("f6", digit)
        assert first(meeting) == ("absent", reason, None, "")
        assert "11/12" in meeting.lines[0]


async def test_space_turns_presence_and_undo_turns_it_back(world: World) -> None:
    async with live(world, running(world)) as meeting:
        await meeting.keys("f6", "space")
        assert first(meeting)[0] == "absent"
        await meeting.keys("ctrl+z")
        assert first(meeting)[0] == "present"


async def test_a_late_comer_counts_from_her_item_on(world: World) -> None:
    async with live(world, running(world)) as meeting:
        await meeting.keys("f6", "enter")
        await meeting.keys("2")
        await meeting.keys(*["backspace"] * 10)
        await meeting.type("2 14.20")
        await meeting.keys("enter")
        assert first(meeting) == ("late", "", 2, "14:20")
        assert (sheet(meeting.meeting_id).voters(1), sheet(meeting.meeting_id).voters(2)) == (11, 12)
        assert any("14.20" in line for line in meeting.lines)


async def test_a_guest_is_chosen_by_a_digit_or_typed(world: World) -> None:
    async with live(world, running(world)) as meeting:
        await meeting.keys("f6", "f7")
        await meeting.keys("end", "enter")
        await meeting.type("К. Эсенов, ата-эне")
        await meeting.keys("enter")
        (guest,) = sheet(meeting.meeting_id).guests
        assert (guest.name, guest.office) == ("К. Эсенов", "ата-эне")
        await meeting.keys("end", "f8")
        assert sheet(meeting.meeting_id).guests == ()


@pytest.mark.parametrize(("typed", "place"), [("2", (2, "")), ("3 14,20", (3, "14:20")), ("1 9", (1, "09:00"))])
def test_a_place_is_an_item_and_perhaps_a_time(typed: str, place: tuple[int, str]) -> None:
    assert read_place(typed) == place


@pytest.mark.parametrize(
    ("typed", "code"), [("", "item_number_expected"), ("х", "item_number_expected"), ("2 99.99", "time_expected")]
)
def test_a_wrong_place_is_refused(typed: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        read_place(typed)
    assert refused.value.code == code
