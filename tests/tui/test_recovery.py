"""After a cut the program opens where she was, with the words she typed last, and says so."""

from __future__ import annotations

import dataclasses
import json

from db import connection, edits, settings
from db.meetings import planning
from db.meetings.sheet import sheet
from tests.tui.screens import text_of
from tests.tui.worlds import TODAY, World
from tui import session
from tui.app import Options
from tui.moving import PLACE
from tui.screens.meeting import place
from tui.widgets.text import TextField


def cut_off(world: World) -> str:
    """What a kill in the middle of a word leaves in the records; returns the time of the last save."""
    meeting_id = planning.plan(world.association_id, TODAY).value
    planning.start(meeting_id, "14:00")
    item_id = sheet(meeting_id).agenda[0].row.id
    settings.remember(PLACE, f'{{"name": "meeting", "values": {{"meeting_id": {meeting_id}}}}}')
    kept = place.Place(meeting_id, str(item_id), "Heard", item_id, "heard")
    settings.remember(place.KEY, json.dumps(dataclasses.asdict(kept)))
    return edits.autosave("agenda_item", item_id, "heard", "Маалымат бер", 8)[11:16]


async def test_the_last_words_are_there_and_the_cursor_stands_in_them(world: World) -> None:
    time = cut_off(world)
    connection.close()
    with session.opened(Options(world.folder, language="ky")) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            while not isinstance(app.focused, TextField):
                await pilot.pause()
            await pilot.pause()
            field = app.focused
            assert isinstance(field, TextField)
            assert (field.id, field.value, field.cursor) == ("heard", "Маалымат бер", 8)
            assert f"Акыркы жазууңуз калыбына келтирилди: саат {time}." in "\n".join(text_of(app))
            assert edits.open_edits() == []
    connection.open_for_writing(world.folder)
