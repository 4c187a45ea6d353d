"""A school year as screens find it: meetings in every state, tasks, a finished protocol."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

from textual.events import Paste
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from db import members, protocols, settings
from db.appointments import appoint
from db.meetings import agenda, attending, deciding, discussion, planning
from db.meetings.sheet import sheet
from db.writer import Writer
from tests.tui.screens import text_of
from tui.app import BirikmeApp, Options
from tui.screens.base import Commanded
from tui.widgets.text import TextField

TODAY = dt.date(2026, 11, 22)
PASTED = 6
"""So many letters in a row come as one paste."""


@dataclass
class World:
    """The ids of what was made."""

    folder: Path
    association_id: int
    people: list[int]
    meetings: list[int] = field(default_factory=list)


def lived_in(folder: Path, association_id: int) -> World:
    """Make a year of four meetings: signed, a draft, planned, called off."""
    settings.load_stock()
    people = [each.person_id for each in members.members(association_id)]
    appoint(association_id, "leader", people[1], since=dt.date(2026, 8, 1))
    appoint(association_id, "secretary", people[0], since=dt.date(2026, 8, 1))
    world = World(folder, association_id, people)
    world.meetings = [_signed(world), _draft(world), _planned(world), _cancelled(world)]
    return world


def _signed(world: World) -> int:
    meeting_id = planning.plan(world.association_id, dt.date(2026, 8, 28), "14:00", "№ 12 кабинет").value
    item_id = agenda.add(meeting_id, "Жылдык иш планын талкуулоо жөнүндө", reporter_id=world.people[1]).value
    planning.start(meeting_id, "14:10")
    agenda.change(item_id, heard="Жылдык иш планынын долбоору окулду.")
    discussion.add_speech(item_id, "speech", world.people[2], text="Ачык сабактардын санын көбөйтүү керек.")
    deciding.add_decision(item_id, "План бекитилсин.", [world.people[1]], dt.date(2026, 9, 1))
    deciding.add_decision(item_id, "Ачык сабактардын графиги түзүлсүн.", [world.people[4]], dt.date(2026, 10, 1))
    deciding.vote_unanimously(item_id)
    attending.mark(sheet(meeting_id).attendance[6].id, "absent", "ill")
    planning.end(meeting_id, "15:00")
    protocols.finalise(meeting_id)
    protocols.sign(meeting_id, dt.date(2026, 9, 5))
    return meeting_id


def _draft(world: World) -> int:
    meeting_id = planning.plan(world.association_id, dt.date(2026, 10, 16), "14:00", "№ 12 кабинет").value
    item_id = agenda.add(meeting_id, "1-чейректин жыйынтыгы жөнүндө", reporter_id=world.people[3]).value
    planning.start(meeting_id, "14:05")
    deciding.add_decision(item_id, "Кошумча сабак өтүлсүн [/].", [world.people[4]], dt.date(2026, 11, 28))
    planning.end(meeting_id, "15:00")
    return meeting_id


def _planned(world: World) -> int:
    meeting_id = planning.plan(world.association_id, dt.date(2026, 11, 27), "14:00", "Мугалимдер бөлмөсү").value
    agenda.add(meeting_id, "Окуу программасынын аткарылышы жөнүндө")
    return meeting_id


def _cancelled(world: World) -> int:
    meeting_id = planning.plan(world.association_id, dt.date(2026, 12, 25), "14:00").value
    planning.cancel(meeting_id, "Карантин")
    return meeting_id


@contextmanager
def app_in(world: World, screen: type[Commanded], language: str = "ky", **values: object) -> Iterator[BirikmeApp]:
    """An app over the world with a writing thread of its own; give `run_test(size=(80, 24))`."""
    writer = Writer(world.folder)
    writer.start()
    app = BirikmeApp(Options(world.folder, language=language), f"{screen.__module__}:{screen.__name__}", **values)
    app.association_id = world.association_id
    app.use_writer(writer)
    try:
        yield app
    finally:
        writer.stop()


async def written(app: BirikmeApp) -> None:
    """Wait until the writing thread has done all that was handed to it."""
    assert app.writer is not None
    await asyncio.wrap_future(app.writer.submit(lambda: None))


def typed(text: str) -> list[str]:
    """The keys that type a text, for `pilot.press(*typed(…))`."""
    return ["space" if letter == " " else letter for letter in text]


async def press(app: BirikmeApp, pilot: Pilot[Any], *keys: str) -> list[str]:
    """Press keys, wait for what they write, return the screen. Many letters in a row are pasted: that is faster."""
    for letters, run in groupby(keys, lambda key: key == "space" or len(key) == 1):
        pressed = list(run)
        if letters and len(pressed) >= PASTED and isinstance(app.focused, TextField):
            app.focused.post_message(Paste("".join(" " if key == "space" else key for key in pressed)))
            await pilot.pause()
        else:
            for key in pressed:  # a key may rest on what the one before it has written
                await pilot.press(key)
                if not isinstance(app.focused, TextField):
                    await written(app)
                    await pilot.pause()
    await written(app)
    await pilot.pause()
    await pilot.pause()
    return text_of(app)


async def shown_until(app: BirikmeApp, pilot: Pilot[Any], there: Callable[[], bool]) -> None:
    """Wait until work beside the screen has shown its outcome."""
    for _turn in range(400):
        with suppress(WorkerCancelled):
            await app.workers.wait_for_complete()
        await pilot.pause()
        if there():
            return
    raise AssertionError("it was never shown")
