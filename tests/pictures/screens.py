"""The pictures of screens: what each shows, on which day, and the keys that lead there."""

from __future__ import annotations

import asyncio
import datetime as dt
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from textual.pilot import Pilot

from db import connection, settings
from db.associations import associations
from db.example import year as example
from db.meetings import planning
from db.meetings.sheet import meetings
from tests.pictures.svg import picture
from tests.tui.worlds import typed, written
from tui import clock
from tui.app import BirikmeApp, Options
from tui.session import opened
from tui.widgets.text import TextField

SIZE = (80, 24)
RUNNING = dt.datetime(2027, 5, 28, 14, 32, 7)
"""The last meeting of the example year is half-way."""
AFTERWARDS = dt.datetime(2027, 6, 2, 9, 15)
"""A few days later some tasks are overdue."""
PAPERS = "/home/asan/Документтер/Birikme"


@dataclass(frozen=True)
class Shot:
    """One picture of a screen."""

    name: str
    keys: tuple[str, ...] = ()
    """One after the other; what begins with = is typed."""
    at: dt.datetime = AFTERWARDS
    language: str = "ky"
    running: bool = False
    """The last meeting has not ended yet."""
    empty: bool = False
    """No data at all: the first start."""


TO_ITEM_4 = ("enter", "pageup", "pageup")
DECISION = "=!асанова 15,06 тизме түзүлсүн"
SCHOOL = '="Билим" жалпы билим берүүчү орто мектеби'

SHOTS = (
    Shot("home"),
    Shot("meeting", (*TO_ITEM_4, *["tab"] * 11, DECISION), RUNNING, running=True),
    Shot("meeting-ru", TO_ITEM_4, RUNNING, "ru", running=True),
    Shot("meetings", ("f6",)),
    Shot("plan", ("f6", "f6")),
    Shot("events", ("f6", "f6", "f6", "right")),
    Shot("quality", (*["f6"] * 4, "right", "right", "space")),
    Shot("transition", (*["f6"] * 4, "4", "down", "down", "down")),
    Shot("evaluation", (*["f6"] * 9, "enter", "down", "enter")),
    Shot("analysis", ("f6",) * 10),
    Shot("observation", ("f6", "f6", "f6", "right", "3", "1", "down", "down")),
    Shot("start", ("1", "1", SCHOOL, "tab", "=башт"), dt.datetime(2026, 9, 1, 10), empty=True),
    Shot("find", ("f3", "=ачык са")),
    Shot("protocol", ("f6", *["up"] * 5, "enter", "space")),
    Shot("word", ("f6", *["up"] * 5, "enter", "f5")),
)


def take_all(into: Path, scratch: Path) -> None:
    """Write every picture of a screen into a folder; `scratch` is an empty folder for the data."""
    year = scratch / "year"
    write_year(year)
    for shot in SHOTS:
        folder = scratch / shot.name
        if not shot.empty:
            shutil.copytree(year, folder)
        if shot.running:
            resume(folder)
        (into / f"{shot.name}.svg").write_text(asyncio.run(take(shot, folder)), encoding="utf-8")


def write_year(folder: Path) -> None:
    """The example year as it stands in a data folder."""
    connection.open_for_writing(folder)
    example.write()
    settings.set_("output_folder", PAPERS)
    connection.fold_log()
    connection.close()


def resume(folder: Path) -> None:
    """Let the last meeting of the year go on."""
    connection.open_for_writing(folder)
    planning.resume(meetings(associations()[0].id, 2026)[-1].id)
    connection.fold_log()
    connection.close()


async def take(shot: Shot, folder: Path, look: Callable[[BirikmeApp], object] = lambda _app: None) -> str:
    """Press the keys of one picture, `look` at what is shown, and picture it."""
    with (
        patch.object(clock, "today", shot.at.date),
        patch.object(clock, "now", lambda: shot.at),
        opened(Options(folder, language=shot.language)) as app,
    ):
        async with app.run_test(size=SIZE) as pilot:
            await _settle(app, pilot)
            for key in shot.keys:
                await pilot.press(*(typed(key[1:]) if key.startswith("=") else [key]))
                await _settle(app, pilot)
            look(app)
            return picture(app)


async def _settle(app: BirikmeApp, pilot: Pilot[int]) -> None:
    """All that the keys did is read, written and shown."""
    if isinstance(app.focused, TextField):
        app.focused.settle()
    for _round in range(3):
        await app.workers.wait_for_complete()
        await pilot.pause()
        await written(app)
    await pilot.pause()
