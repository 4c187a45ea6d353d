"""The aspects and the scale in the settings."""

from __future__ import annotations

from db import settings
from db.observations import aspects
from tests.tui.observations.lessons import press
from tests.tui.worlds import World, app_in, typed
from tui.screens.settings import SettingsScreen
from tui.widgets.lists import PageList


async def test_the_school_changes_what_is_looked_at_and_the_scale(world: World) -> None:
    with app_in(world, SettingsScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await press(app, pilot)
            listed = app.screen.query_one(PageList)
            listed.choose("scale")
            asked = await press(app, pilot, "enter", "ctrl+u", *typed("11"), "enter")
            assert "10" in "\n".join(asked) and settings.get("observation_scale") == "3"
            await press(app, pilot, "ctrl+u", "5", "enter")
            assert settings.get("observation_scale") == "5"
            listed.choose("aspects")
            shown = "\n".join(await press(app, pilot, "enter"))
            assert "Кадимки он бир багыт биринчи баракча менен кошо келет." in shown
            await press(app, pilot, "1")
            await press(app, pilot, "space", "down", "ctrl+down")
            await press(app, pilot, "f7", *typed("Тартип"), "f2")
            found = aspects.aspects(world.association_id)
            assert [each.ky for each in found[:3]] == ["Уюштуруу", "Мазмун", "Максат коюу"]
            assert (found[0].used, found[-1].ky) == (False, "Тартип")
            shown = await press(app, pilot)
            assert [line.split() for line in shown[1:4]] == [
                ["Кыргызча", "Орусча"],
                ["1", "Уюштуруу", "Организация", "урока", "колдонулбайт"],
                ["2", "Мазмун", "Содержание"],
            ]
            await press(app, pilot, "f8", "2")
            assert len(aspects.aspects(world.association_id)) == 11
