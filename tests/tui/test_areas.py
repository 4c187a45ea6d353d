"""The main areas: in the menu below the commands, in the order of F6, without what the school does not keep."""

from __future__ import annotations

import pytest

from db import kept
from tests.tui.screens import text_of
from tests.tui.worlds import World, app_in, written
from tui import areas
from tui.screens.home import HomeScreen
from tui.screens.settings_kept import TITLES, KeptScreen
from tui.widgets.lists import PageList

MENU = {
    "ky": [" БӨЛҮМДӨР", "  1 Башкы бет", "  2 Отурумдар", "  3 Иш планы"],
    "ru": [" РАЗДЕЛЫ", "  1 Главная", "  2 Заседания", "  3 План работы"],
}


def test_every_area_has_a_screen_and_a_title() -> None:
    assert set(areas.AREAS) <= areas.TITLES.keys() & areas.SCREENS.keys()
    assert set(TITLES) == set(kept.KINDS) >= set(areas.SWITCHED.values())


@pytest.mark.parametrize("language", ["ky", "ru"])
async def test_the_menu_goes_to_an_area_by_its_number(world: World, language: str) -> None:
    with app_in(world, HomeScreen, language) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("f9")
            await pilot.pause()
            listed = app.screen.query_one(PageList)
            assert listed.key == 0  # the screen's own commands stay first
            await pilot.press("f6")
            await pilot.pause()
            shown = "\n".join(text_of(app))
            assert [line for line in MENU[language] if line in shown] == MENU[language]
            await pilot.press("2")
            await pilot.pause()
            await pilot.pause()
            assert type(app.screen).__name__ == "MeetingsScreen"


@pytest.mark.parametrize("language", ["ky", "ru"])
async def test_what_is_not_kept_is_switched_off_and_on(world: World, language: str) -> None:
    with app_in(world, KeptScreen, language) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            listed = app.screen.query_one("#kinds", PageList)
            listed.choose("tests")
            await pilot.press("space")
            await written(app)
            await pilot.pause()
            assert kept.not_kept(world.association_id) == {"tests"}
            named = {"ky": "[ ] Текшерүү иштери", "ru": "[ ] Контрольные работы"}[language]
            assert named in [line.strip() for line in text_of(app)]
            await pilot.press("enter")
            await written(app)
            await pilot.pause()
            assert kept.not_kept(world.association_id) == frozenset()
