"""A clock that cannot be right is said to be wrong on the home screen; one works on."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.tui.screens import text_of
from tests.tui.worlds import TODAY, World, app_in
from tui import clock
from tui.screens.home import HomeScreen

WRONG = "Компьютердин"


@pytest.mark.parametrize(("today", "wrong"), [(dt.date(1970, 1, 5), True), (dt.date(2199, 1, 1), True), (TODAY, False)])
async def test_row_30_a_wrong_clock_is_said_on_the_home_screen(
    world: World, monkeypatch: pytest.MonkeyPatch, today: dt.date, wrong: bool
) -> None:
    with app_in(world, HomeScreen) as app:
        monkeypatch.setattr(clock, "today", lambda: today)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert (WRONG in text_of(app)[1]) is wrong
