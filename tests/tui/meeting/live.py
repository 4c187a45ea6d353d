"""A running meeting of nine, driven as she drives it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.pilot import Pilot

from db.meetings import agenda, planning
from db.meetings.rows import Item
from db.meetings.sheet import sheet
from tests.tui.screens import text_of
from tests.tui.worlds import TODAY, World, app_in, written
from tui.app import BirikmeApp
from tui.screens.meeting.screen import MeetingScreen
from tui.widgets.text import TextField


class Live:
    """The app, its pilot, and the meeting that it shows."""

    def __init__(self, app: BirikmeApp, pilot: Pilot[int], meeting_id: int) -> None:
        self.app, self.pilot, self.meeting_id = app, pilot, meeting_id

    async def keys(self, *keys: str) -> None:
        """Press keys and wait until all they did is written and shown."""
        await self.pilot.press(*keys)
        await self.settle()

    async def type(self, text: str) -> None:
        """Type letters, all at once: pressing them one by one takes 60 ms each and is tried elsewhere."""
        field = self.app.focused
        assert isinstance(field, TextField)
        field.paste(text)
        await self.pilot.pause()

    async def settle(self) -> None:
        """What is typed is kept, and what was handed to the writing thread is done and shown."""
        if isinstance(self.app.focused, TextField):
            self.app.focused.settle()
        for _round in range(2):
            await self.pilot.pause()
            await written(self.app)
        await self.pilot.pause()

    @property
    def lines(self) -> list[str]:
        """The screen as text."""
        return text_of(self.app)

    @property
    def page(self) -> list[str]:
        """The right-hand side."""
        return [line.partition("│")[2].strip() for line in self.lines]

    def item(self, number: int = 1) -> Item:
        """An agenda item as the records have it."""
        return sheet(self.meeting_id).agenda[number - 1]


def running(world: World) -> int:
    """A meeting of today with two questions, begun."""
    meeting_id = planning.plan(world.association_id, TODAY, "14:00", "№ 12 кабинет").value
    agenda.add(meeting_id, "1-чейректин жыйынтыгы жөнүндө", reporter_id=world.people[0])
    agenda.add(meeting_id, "Ачык сабактардын графиги жөнүндө")
    planning.start(meeting_id, "14:05")
    return meeting_id


@asynccontextmanager
async def live(world: World, meeting_id: int, language: str = "ky", item: int | None = 2) -> AsyncIterator[Live]:
    """Open a meeting at an agenda item (2: the first after the review), or where one left it with None."""
    item_id = sheet(meeting_id).agenda[item - 1].row.id if item else None
    with app_in(world, MeetingScreen, language, meeting_id=meeting_id, item_id=item_id) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            driven = Live(app, pilot, meeting_id)
            await driven.settle()
            yield driven
