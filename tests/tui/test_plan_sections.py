"""The sections of the plan: renamed, added, put in another place, taken away while empty."""

from __future__ import annotations

import pytest

from db.plans import sections
from tests.tui.plans import planned
from tests.tui.test_plan_lines import press
from tests.tui.worlds import World, app_in, typed
from tui.screens.plan_sections import PlanSectionsScreen

SHOWN = {
    "ky": [
        "   № Кыргызча                         Орусча                                 Иш",
        "   1 Өткөн жылдын анализи             Анализ прошлого года                    1",
        "   2 Тема, максат, милдеттер          Тема, цель, задачи                      ·",
    ],
    "ru": [
        "   № По-кыргызски                     По-русски                           Работ",
        "   1 Өткөн жылдын анализи             Анализ прошлого года                    1",
        "   2 Тема, максат, милдеттер          Тема, цель, задачи                      ·",
    ],
}


def names(world: World) -> list[str]:
    return [f"{each.number} {each.ky}" for each in sections.sections(world.association_id)]


@pytest.mark.parametrize("language", ["ky", "ru"])
async def test_the_sections_with_how_many_lines_they_hold(world: World, language: str) -> None:
    planned(world)
    with app_in(world, PlanSectionsScreen, language, first_year=2026) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            shown = await press(app, pilot)
            assert shown[1:4] == SHOWN[language]


async def test_renamed_added_moved_and_taken_away(world: World) -> None:
    planned(world)
    before = names(world)
    with app_in(world, PlanSectionsScreen, first_year=2026) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await press(app, pilot, "enter", "ctrl+u", *typed("Жыл анализи"), "f2")
            assert names(world) == ["1 Жыл анализи", *before[1:]]
            await press(app, pilot, "f7", *typed("Волонтёрлук"), "f2")
            assert names(world)[-1] == "16 Волонтёрлук"
            await press(app, pilot, "home", "ctrl+down")
            assert names(world)[:2] == [before[1].replace("2", "1", 1), "2 Жыл анализи"]
            assert any("бул бөлүмдө" in line.lower() for line in await press(app, pilot, "f8"))
            await press(app, pilot, "end", "f8", "2")
            assert len(names(world)) == 15
