"""What screens stand on in tests: a lived-in year and a day that does not move."""

from __future__ import annotations

import asyncio
import dataclasses
import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest
import textual.app
import textual.pilot
from textual._context import active_app
from textual.message_pump import MessagePump

from db import connection, protocols
from db.associations import save_association
from db.backups import making
from db.meetings import agenda
from db.members import add_members
from db.schools import save_school
from tests.conftest import TEACHERS
from tests.tui.unopened import AFTER_COPY
from tests.tui.worlds import TODAY, World, lived_in
from tui import clock

TURNS = 4
"""So many turns of the loop in a row nobody may have anything to do."""


def _busy(of: MessagePump) -> bool:
    """Whether it is still coming up, or has a message or a callback left."""
    if of._closing or of._closed:
        return False
    return bool(not of._mounted_event.is_set() or of.message_queue_size or of._next_callbacks)


async def rest(min_sleep: float = 0, max_sleep: float = 2) -> None:
    """Wait until no widget has a message left, in place of Textual's own wait, which looks at the processor's time.

    That took two thirds of the tests' time, and on a busy machine it called a program idle that had not had its turn.
    """
    app, quiet, ends = active_app.get(), 0, monotonic() + max_sleep
    while quiet < TURNS and monotonic() < ends:
        await asyncio.sleep(0.005)
        quiet = 0 if any(map(_busy, (app, *app._registry))) else quiet + 1


textual.app.wait_for_idle = textual.pilot.wait_for_idle = rest


@pytest.fixture(scope="session")
def _lived_in_year(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The year made once and copied for each test: its forty actions take longer than most tests."""
    folder = tmp_path_factory.mktemp("year") / "data"
    connection.open_for_writing(folder)
    school_id = save_school(name_ky="№ 7 жалпы билим берүүчү мектеп", name_ru="Общеобразовательная школа № 7").value
    names = {"name_ky": "Башталгыч класстардын усулдук бирикмеси", "name_ru": "МО начальных классов"}
    association_id = save_association(None, school_id=school_id, **names).value
    add_members(association_id, TEACHERS)
    world = lived_in(folder, association_id)
    connection.fold_log()
    connection.close()
    return world


@pytest.fixture
def world(_lived_in_year: World, data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """A school year with meetings in every state, seen on 22 November 2026 at 15.05, opened for writing."""
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    monkeypatch.setattr(clock, "now", lambda: dt.datetime.combine(TODAY, dt.time(15, 5)))
    data_folder.mkdir(mode=0o700)
    shutil.copy(connection.path_of(_lived_in_year.folder), connection.path_of(data_folder))
    connection.open_for_writing(data_folder)
    copied = {"people": list(_lived_in_year.people), "meetings": list(_lived_in_year.meetings)}
    yield dataclasses.replace(_lived_in_year, folder=data_folder, **copied)
    connection.close()


@pytest.fixture
def closed_year(world: World) -> Iterator[Path]:
    """The year at rest with a copy, and after the copy one protocol finished and one question added."""
    making.make(world.folder, "asked", dt.datetime(2026, 11, 22, 14, 30))
    protocols.finalise(world.meetings[1])
    agenda.add(world.meetings[2], AFTER_COPY)
    connection.fold_log()
    connection.close()
    yield world.folder
    connection.close()
