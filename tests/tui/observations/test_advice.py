"""What becomes of a piece of advice, and how a sheet is found."""

from __future__ import annotations

from db.observations import reading, sheets
from db.tasks import tasks
from tests.tui.observations.lessons import begun, press, sheet_screen
from tests.tui.worlds import World, app_in, typed
from tui.places import open_record
from tui.screens.find import FindScreen
from tui.screens.observations.screen import SheetScreen
from tui.screens.studies.letters import LettersScreen


async def test_advice_becomes_a_task_of_who_gave_the_lesson(world: World) -> None:
    sheet_id = begun(world)
    sheets.add_advice(sheet_id, "Топ менен иштөөнү үйрөнүү")
    before = len(tasks(world.association_id))
    async with sheet_screen(world, sheet_id) as seen:
        await seen.keys("f7", "up", "f4")
        assert any("Бул сунуштан эмне келип чыгат?" in line for line in seen.lines)
        await seen.keys("1")
        assert any("Топ менен иштөөнү үйрөнүү" in line and "!" in line for line in seen.lines)
        await seen.keys("enter")
        found = [each for each in tasks(world.association_id) if "Топ менен" in each.text]
        assert (len(found), len(tasks(world.association_id))) == (1, before + 1)
        assert found[0].owner_ids == (world.people[4],)
        await seen.keys("ctrl+g")
        assert type(seen.app.screen).__name__ == "TiesScreen"


async def test_found_by_its_words_and_opened(world: World) -> None:
    sheet_id = begun(world)
    sheets.change_sheet(sheet_id, weak="Рефлексияга убакыт жетпеди")
    with app_in(world, FindScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await press(app, pilot, *typed("рефлексияга жетпед"))
            app.focused.settle()  # type: ignore[union-attr]
            await press(app, pilot)
            await press(app, pilot, "enter")
            await press(app, pilot)
            assert isinstance(app.screen, SheetScreen)


async def test_what_is_shown_follows_what_another_screen_wrote(world: World) -> None:
    sheet_id = begun(world)
    with app_in(world, LettersScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            open_record(app, "observation", sheet_id)
            await press(app, pilot)
            open_record(app, "advice", sheets.add_advice(sheet_id, "Кийинкиси").value)
            await press(app, pilot)
            await press(app, pilot, "f6", *typed("макс"), "escape")
            await press(app, pilot)
            assert isinstance(app.screen, SheetScreen)
            assert reading.sheet(sheet_id).row.visit_aim == "макс"
            shown = "\n".join(await press(app, pilot))
            assert "Кийинкиси" in shown and "макс" in shown
