"""Where one was: after a kill the meeting opens at the same item, field and letter."""

from __future__ import annotations

from db import edits, settings
from db.meetings import agenda
from db.meetings.sheet import sheet
from tests.tui.meeting.live import live, running
from tests.tui.worlds import World, app_in
from tui.screens.meeting import place
from tui.screens.meeting.screen import MeetingScreen
from tui.widgets.text import TextField


async def test_the_same_field_and_letter_after_reopening(world: World) -> None:
    meeting_id = running(world)
    async with live(world, meeting_id) as meeting:
        await meeting.keys("tab")
        await meeting.type("байт")
        await meeting.keys("tab")
        await meeting.type("Кошумча сабак")
        await meeting.settle()
    async with live(world, meeting_id, item=None) as meeting:
        focused = meeting.app.focused
        assert isinstance(focused, TextField)
        assert (focused.id, focused.value) == ("text", "Кошумча сабак")


async def test_a_page_longer_than_the_screen_is_left_by_one_key_too(world: World) -> None:
    meeting_id = running(world)
    agenda.change(sheet(meeting_id).agenda[1].row.id, heard="Кошумча сабак өтүлдү. " * 60)
    async with live(world, meeting_id) as meeting:
        for key, number in (("pagedown", 3), ("pageup", 2), ("pageup", 1), ("pagedown", 2)):
            await meeting.keys(key)
            assert isinstance(meeting.app.screen, MeetingScreen)
            assert meeting.app.screen.item == meeting.item(number)


async def test_a_kill_leaves_the_text_and_one_open_edit(world: World) -> None:
    """What a kill leaves is what the records hold before the field is left."""
    meeting_id = running(world)
    async with live(world, meeting_id) as meeting:
        await meeting.type("Маалымат")
        await meeting.settle()
        (left,) = edits.open_edits()
        assert (left.table_name, left.field, left.before) == ("agenda_item", "heard", "")
        assert meeting.item(2).row.heard == "Маалымат"


async def test_a_place_that_is_gone_opens_where_the_work_is(world: World) -> None:
    meeting_id = running(world)
    settings.remember(place.KEY, '{"meeting_id": 5, "page": "999", "row": "Speech", "record_id": 7, "field": "text"}')
    with app_in(world, MeetingScreen, meeting_id=meeting_id) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            screen = app.screen
            assert isinstance(screen, MeetingScreen)
            assert screen.item is not None
            assert screen.item.number == 1


def test_nonsense_that_is_remembered_is_forgotten(world: World) -> None:
    settings.remember(place.KEY, '{"no": 1}')
    assert place.remembered() is None
