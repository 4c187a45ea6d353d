"""Keys that arrange the agenda work from inside a text too, and leave what is typed alone."""

from __future__ import annotations

import pytest

from db.meetings.sheet import sheet
from tests.tui.meeting.live import Live, live, running
from tests.tui.worlds import World
from tui.screens.meeting.votes import Candidate


async def _typed(meeting: Live) -> None:
    """A report stands in УГУЛДУ and the cursor at its beginning."""
    await meeting.settle()
    await meeting.type("маалымат берди")
    await meeting.keys("home")


async def test_minutes_are_planned_and_shown_running(world: World) -> None:
    async with live(world, running(world)) as meeting:
        await _typed(meeting)
        await meeting.keys("ctrl+t", "1", "5", "enter")
        assert meeting.item(2).row.planned_minutes == 15
        assert "15 мүнөт" in meeting.lines[0]


@pytest.mark.parametrize("typed", ["көп", "99999999999999999999", "-1"])
async def test_minutes_that_are_none_are_asked_for_again(world: World, typed: str) -> None:
    async with live(world, running(world)) as meeting:
        await _typed(meeting)
        await meeting.keys("ctrl+t")
        await meeting.type(typed)
        await meeting.keys("enter")
        assert any("сан" in line.lower() for line in meeting.lines)
        await meeting.keys("escape")
        assert meeting.item(2).row.planned_minutes is None


@pytest.mark.parametrize("key", ["ctrl+k", "ctrl+л"])
async def test_putting_a_question_off_deletes_nothing_that_is_typed(world: World, key: str) -> None:
    async with live(world, running(world)) as meeting:
        await _typed(meeting)
        await meeting.keys(key)
        [parked] = [item.row for item in sheet(meeting.meeting_id).items if item.row.state == "parked"]
        assert parked.heard == "маалымат берди"


@pytest.mark.parametrize("key", ["ctrl+d", "ctrl+в"])
async def test_candidates_open_from_inside_a_text(world: World, key: str) -> None:
    async with live(world, running(world)) as meeting:
        await _typed(meeting)
        await meeting.keys(key)
        assert meeting.app.focused is not None
        assert any(isinstance(each, Candidate) for each in meeting.app.focused.ancestors)
        assert meeting.item(2).row.heard == "маалымат берди"
