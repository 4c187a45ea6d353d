"""The copies on the screen: what they hold, what would be lost, going back to one, the second folder."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from db import connection, protocols, schools
from db.backups import copies, making
from db.backups.keeper import Keeper
from db.meetings import planning
from db.meetings.sheet import meetings
from tests.tui.screens import text_of
from tests.tui.worlds import World, app_in, press, shown_until, typed
from tui import clock
from tui.app import BirikmeApp
from tui.cli_screen import RESTORE, _put_back
from tui.screens.backups import BackupsScreen
from tui.screens.restore import RestoreScreen
from tui.screens.unopened import Sitting

LISTED = [
    " Камдык көчүрмөлөр",
    "     № Качан            Эмне үчүн                     Жазуулар Акыркы жазуу",
]


@contextmanager
def app_with_copies(world: World, language: str, second: Path | None = None) -> Iterator[BirikmeApp]:
    keeper = Keeper(world.folder, second, clock.now)
    keeper.start()
    with app_in(world, BackupsScreen, language) as app:
        app.use_keeper(keeper)
        yield app
    keeper.stop()


def keeper_of(app: BirikmeApp) -> Keeper:
    assert app.keeper is not None
    return app.keeper


async def test_row_70_the_screen_says_which_protocols_would_vanish_and_goes_back(world: World) -> None:
    older = making.make(world.folder, "finalising", clock.now())
    (older.path.parent / older.path.name.replace("000001", "000009")).write_bytes(b"cut short")
    protocols.finalise(world.meetings[1])
    with app_with_copies(world, "ky") as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await shown_until(app, pilot, lambda: any("22.11.2026 15:05 бүтүрүү" in line for line in text_of(app)))
            shown = text_of(app)
            assert shown[:2] == LISTED
            assert " Бузулган, тизмеде көрсөтүлбөгөн файлдар: 1." in shown
            assert " Мектеп: № 7 жалпы билим берүүчү мектеп" in shown
            await press(app, pilot, "end", "enter")
            assert isinstance(app.screen, RestoreScreen)
            await shown_until(app, pilot, lambda: any("даяр протоколдор жок" in line for line in text_of(app)))
            text = " ".join(text_of(app))
            assert "Бул камдык көчүрмөдө төмөнкү даяр протоколдор жок: № 2 (2026-2027)." in text
            assert "Алардын номерлери башка отурумдарга берилбейт." in text
            shown = await press(app, pilot, "f2", "enter")  # the focus stands on No
            assert app.is_running and app.prepared is None
            await pilot.press("f2", "2")
            for _turn in range(1000):
                await asyncio.sleep(0.01 if app.prepared is None else 0)
        assert app.return_value == RESTORE
    assert app.prepared is not None
    connection.close()
    sitting = Sitting(world.folder)
    _put_back(sitting, app.prepared)
    connection.open_for_writing(world.folder)
    kept = copies.listed(world.folder / copies.FOLDER)
    assert sitting.said == f"Калыбына келтирилди. Мурунку маалымат № {kept[0].number} көчүрмө болуп сакталды."
    assert kept[0].why == "restore" and kept[0].whole
    assert not meetings(world.association_id, 2026)[1].locked
    assert planning.next_number(world.association_id, 2026) == 5


@pytest.mark.skipif(sys.platform != "linux", reason="a folder that takes nothing whoever asks")
async def test_row_8_a_second_folder_that_fails_is_said_once_and_stops_nothing(world: World, tmp_path: Path) -> None:
    schools.save_school(name_ky="№ 8")
    stick = tmp_path / "stick"
    with app_with_copies(world, "ru", Path("/proc/self")) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            sentence = "Во вторую папку не записывается, копия сделана только в папке данных:"
            await shown_until(app, pilot, lambda: any(sentence in line for line in text_of(app)))
            assert len(copies.listed(world.folder / copies.FOLDER)) == 1
            shown = await press(app, pilot, "2", *typed(str(world.folder / "x")), "enter")
            assert any("внутри папки данных" in line for line in shown)
            await press(app, pilot, "escape", "2", *typed(str(stick)), "enter")
            await shown_until(app, pilot, lambda: keeper_of(app).second == stick)
    assert [copy.name for copy in sorted(stick.iterdir())] == [
        copy.path.name for copy in copies.listed(world.folder / copies.FOLDER)
    ]
