"""Lessons to be analysed in a lived-in year, and the sheet driven as she drives it."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from textual.pilot import Pilot

from db.events.activities import add_activity
from db.observations import reading, sheets
from db.observations.rows import Sheet
from tests.tui.meeting.live import Live
from tests.tui.screens import text_of
from tests.tui.worlds import World, app_in, written
from tui.app import BirikmeApp
from tui.screens.observations.screen import SheetScreen

__all__ = ["HELD", "add_lesson", "begun", "press", "sheet_screen"]

HELD = dt.date(2026, 11, 18)


def add_lesson(world: World, teacher: int = 4, **values: Any) -> int:
    """An open lesson of the fifth teacher; returns its id."""
    known = {"kind": "open_lesson", "title": "Бөлчөктөрдү кошуу", "subject": "Математика", "classes": "4-Б"}
    days = {"held_on": HELD, "lesson": 3}
    people = [world.people[teacher]]
    return add_activity(world.association_id, 2026, responsible_ids=people, **(known | days | values)).value


def begun(world: World, **values: Any) -> int:
    """A sheet of the leader about such a lesson; returns its id."""
    return sheets.begin(add_lesson(world, **values), world.people[1]).value


class Seen(Live):
    """The sheet's screen."""

    @property
    def sheet(self) -> Sheet:
        """The sheet as the records have it."""
        return reading.sheet(self.meeting_id)


@asynccontextmanager
async def sheet_screen(world: World, sheet_id: int, language: str = "ky") -> AsyncIterator[Seen]:
    """Open a sheet."""
    with app_in(world, SheetScreen, language, observation_id=sheet_id) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            driven = Seen(app, pilot, sheet_id)
            await driven.settle()
            yield driven


async def press(app: BirikmeApp, pilot: Pilot[Any], *keys: str) -> list[str]:
    """Press keys, wait for what they write, return the screen."""
    await pilot.press(*keys)
    for _turn in range(2):
        await pilot.pause()
        await written(app)
    await pilot.pause()
    return text_of(app)
