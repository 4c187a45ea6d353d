"""The quality of knowledge on the screen: views with formulas, a chart, the period, the sheets, the home screen."""

from __future__ import annotations

import pytest

from db import calendar
from db.associations import association
from db.ties.reading import ties
from tests.marks import QUARTERS, fill_marks, hold_tests
from tests.tui.screens import text_of
from tests.tui.worlds import World, app_in, press
from tui.screens.control_tests.work import WorkScreen
from tui.screens.home import HomeScreen
from tui.screens.quality.marks_form import MarksForm
from tui.screens.quality.overview import QualityScreen
from tui.screens.quality.sheets import SheetsScreen

CLASSES = {
    "ky": [
        " Билим сапаты · 2026-2027-окуу жылы · 2-чейрек",
        "‹ Класстар ›  1/8",
        " Класс                  N «5» «4» «3» «2» н/а Жет.,% Сап.,% СОУ,%  Орт. ± п.п.",
        " 2-Г                    –   –   –   –   –   –      –      –     –     –      –",
        " 5-А                   50  11  18  20   1   0   98,0   58,0  59,8  3,78    0,0",
        " 5-Б                    9   2   2   5   0   0  100,0   44,4  56,4  3,67  −11,1",
        " Бардыгы               59  13  20  25   1   0   98,3   55,9  59,3  3,76   −1,7",
    ],
    "ru": [
        " Качество знаний · 2026-2027 учебный год · 2 четверть",
        "‹ Классы ›  1/8",
        " Класс                  N «5» «4» «3» «2» н/а Усп.,% Кач.,% СОУ,%   Ср. ± п.п.",
        " 2-Г                    –   –   –   –   –   –      –      –     –     –      –",
        " 5-А                   50  11  18  20   1   0   98,0   58,0  59,8  3,78    0,0",
        " 5-Б                    9   2   2   5   0   0  100,0   44,4  56,4  3,67  −11,1",
        " Всего                 59  13  20  25   1   0   98,3   55,9  59,3  3,76   −1,7",
    ],
}
SAID = {
    "ky": [
        " N – баалардын саны: 9 (окуучу 9, предмет 1, класс 1)",
        " Билим сапаты       (2 + 2) ÷ 9 × 100 = 44,4 %",
        " Өткөн мезгилде 55,6 %: төмөндөдү, −11,1 п. п.",
    ],
    "ru": [" Качество знаний    (2 + 2) ÷ 9 × 100 = 44,4 %", " За прошлый период 55,6 %: снижение, −11,1 п. п."],
}
HOME = {
    "ky": "Билим сапаты: 1-чейрек 57,6 % → 2-чейрек 55,9 %: төмөндөдү",
    "ru": "Качество: 1 четв. 57,6 % → 2 четв. 55,9 %: снижение",
}


@pytest.fixture
def marked(world: World) -> World:
    calendar.save_school_year(2026, QUARTERS[0].begins, QUARTERS[3].ends, QUARTERS)
    fill_marks(world.association_id, association(world.association_id).school_id)
    hold_tests(world.association_id)
    return world


def plain(lines: list[str]) -> list[str]:
    return [line.replace("\xa0", " ") for line in lines]


@pytest.mark.parametrize("language", ["ky", "ru"])
async def test_every_view_and_what_is_behind_a_figure(marked: World, language: str) -> None:
    with app_in(marked, QualityScreen, language) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert text_of(app)[:7] == CLASSES[language]
            shown = plain(await press(app, pilot, "down", "down"))
            assert [each for each in SAID[language] if each not in shown] == []
            await press(app, pilot, "enter")
            assert isinstance(app.screen, SheetsScreen)
            assert any("5-Б Математика" in line and "44,4" in line for line in text_of(app))
            await press(app, pilot, "enter")
            assert isinstance(app.screen, MarksForm)
            await press(app, pilot, "escape", "escape")
            views = [await press(app, pilot, "right") for _view in range(7)]
            assert all(f"{at}/8" in shown[1] for at, shown in enumerate(views, 2))
            assert all(any("44,4" in line or "44,0" in line or "48,0" in line for line in shown) for shown in views)
            await press(app, pilot, "enter")
            assert isinstance(app.screen, WorkScreen)


async def test_a_chart_another_period_and_a_task(marked: World) -> None:
    with app_in(marked, QualityScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            drawn = await press(app, pilot, "space")
            assert drawn[2].strip() == "Класстар боюнча жетишүү жана билим сапаты, %"
            assert any("█ Жетишүү   ░ Билим сапаты" in line for line in plain(drawn))
            assert (await press(app, pilot, "space"))[2].startswith(" Класс")
            assert any(
                "баалардын саны: 50 (окуучу 25, предмет 2, класс 1)" in line for line in await press(app, pilot, "down")
            )
            shown = await press(app, pilot, "f4", "1")
            assert shown[0].startswith(" Билим сапаты · 2026-2027-окуу жылы · 1-чейрек")
            await press(app, pilot, "down", "7", *"!Асанова 25,12 Кошумча сабак", "enter")
            sheet = app.screen.tied_record()
            assert sheet is not None and sheet[0] == "mark_sheet"
            assert [each.table for each in ties(*sheet).came_of] == ["task"]
            for digit in "123456":
                await press(app, pilot, digit)
                assert not isinstance(app.screen, QualityScreen), digit
                await press(app, pilot, "escape")
                assert isinstance(app.screen, QualityScreen), digit
            drawn = await press(app, pilot, *["right"] * 4, "space")
            assert any("2-чейрек" in line for line in drawn), "all quarters, though the first one is shown"
            await press(app, pilot, "space", *["right"] * 3)
            empty = await press(app, pilot, "pagedown")
            assert any("Бул мезгилдин баалары киргизиле элек. 1 – киргизүү" in line for line in empty)


@pytest.mark.parametrize("language", ["ky", "ru"])
async def test_the_home_screen_says_how_it_moves(marked: World, language: str) -> None:
    with app_in(marked, HomeScreen, language) as app:
        async with app.run_test(size=(80, 60)) as pilot:
            await pilot.pause()
            (line,) = [line for line in plain(text_of(app)) if HOME[language] in line]
            assert line.endswith("−1,7 п. п.")
