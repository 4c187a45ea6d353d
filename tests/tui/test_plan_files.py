"""The plan from an Excel file: seen row by row, taken over in one action, the same file twice without doubling."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from textual.pilot import Pilot

from db.backups import copies
from db.backups.keeper import Keeper
from db.plans import lines
from tests.tui.plans import planned
from tests.tui.screens import text_of
from tests.tui.test_plan_lines import press
from tests.tui.worlds import TODAY, World, app_in, shown_until, typed
from tui.app import BirikmeApp
from tui.screens import plan_files
from tui.screens.plan_files import PlanImport
from tui.widgets.lists import PageList
from tui.widgets.status import MessageLine

HEADERS = ["Раздел", "Содержание", "Срок", "Ответственный"]
ROWS = [
    [8, "Ачык сабак: көбөйтүү", "15.12", "Асанова Г. М."],
    [12, "Курстарга катышуу", "март", ""],
    [14, "Ата-энелер жыйналышы", "декабрь", ""],
]
SHOWN = {
    "ky": [
        " Алдын ала көрүү · план.xlsx · 2026-2027-окуу жылы",
        " Сап: 3. Жаңы: 1, өзгөрөт: 1, өзгөрбөйт: 1, кайталанган: 0.",
        "  Сап Иштин мазмуну                              Эмне болот",
        "    2 8. Ачык сабак: көбөйтүү                    пландын жаңы иши",
        "    3 12. Курстарга катышуу                      иш өзгөрөт: мөөнөтү",
        "    4 14. Ата-энелер жыйналышы                   өзгөрүү жок",
    ],
    "ru": [
        " Предпросмотр · план.xlsx · 2026-2027 учебный год",
        " Строк: 3. Новых: 1, изменится: 1, без изменений: 1, повторов: 0.",
        " Стр. Содержание                                 Что с ней будет",
        "    2 8. Ачык сабак: көбөйтүү                    новая работа плана",
        "    3 12. Курстарга катышуу                      работа изменится: срок",
        "    4 14. Ата-энелер жыйналышы                   без изменений",
    ],
}


def book(path: Path, rows: list[list[object]], headers: list[str] = HEADERS) -> Path:
    made = Workbook()
    for row in [headers, *rows]:
        made.active.append(row)
    made.save(path)
    return path


async def read(app: BirikmeApp, pilot: Pilot[int]) -> list[str]:
    listed = app.screen.query_one("#rows", PageList)
    await shown_until(app, pilot, lambda: bool(listed.keys))
    await pilot.pause()
    return text_of(app)


@pytest.mark.parametrize("language", ["ky", "ru"])
async def test_a_file_is_seen_before_it_is_taken_over_and_brings_nothing_twice(
    world: World, tmp_path: Path, language: str
) -> None:
    planned(world)
    path = book(tmp_path / "план.xlsx", ROWS)
    for outcome in (True, False):
        with app_in(world, PlanImport, language, first_year=2026, path=path) as app:
            async with app.run_test(size=(80, 24)) as pilot:
                shown = await read(app, pilot)
                if outcome:
                    assert shown[:6] == SHOWN[language]
                    await press(app, pilot, "f2")
                else:
                    assert not app.screen.check_action("take", ())
    assert len(lines.lines(world.association_id, 2026, TODAY)) == 11


async def test_a_mistake_is_named_and_read_again_once_it_is_corrected(world: World, tmp_path: Path) -> None:
    planned(world)
    path = book(tmp_path / "план.xlsx", [*ROWS[:2], [88, "Эмне?", "35.12", "Эчким"]])
    with app_in(world, PlanImport, first_year=2026, path=path) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            shown = "\n".join(await read(app, pilot))
            assert "Катасы бар сап: 1." in shown
            assert "бөлүм, №: бул планда мындай бөлүм жок" in shown.lower()
            assert not app.screen.check_action("take", ())
            book(path, ROWS[:2])
            await press(app, pilot, "1")
            listed = app.screen.query_one("#rows", PageList)
            await shown_until(app, pilot, lambda: len(listed.keys) == 2)
            await press(app, pilot, "f2")
            assert len(lines.lines(world.association_id, 2026, TODAY)) == 11
            path.write_bytes(b"PK nothing")
    with app_in(world, PlanImport, first_year=2026, path=path) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await shown_until(app, pilot, lambda: "Excel" in text_of(app)[1])


async def test_many_changes_are_confirmed_by_their_number_and_the_data_copied(world: World, tmp_path: Path) -> None:
    planned(world)
    first = book(tmp_path / "1.xlsx", [[3, f"Иш {at}", "май", ""] for at in range(12)])
    second = book(tmp_path / "2.xlsx", [[3, f"Иш {at}", "апрель", ""] for at in range(12)])
    for path, keys in ((first, ["f2"]), (second, ["f2", *typed("7"), "enter", "backspace", *typed("12"), "enter"])):
        keeper = Keeper(world.folder)
        keeper.start()
        with app_in(world, PlanImport, first_year=2026, path=path) as app:
            app.use_keeper(keeper)
            async with app.run_test(size=(80, 24)) as pilot:
                await read(app, pilot)
                await press(app, pilot, *keys)
                await shown_until(app, pilot, lambda: bool(app.screen.query_one(MessageLine).said))
        keeper.stop()
    found = [each for each in lines.lines(world.association_id, 2026, TODAY) if each.text.startswith("Иш ")]
    assert [each.month for each in found] == [4] * 12
    kept = [copy.why for copy in copies.listed(world.folder / copies.FOLDER)]
    assert kept == ["exit", "exit", "start"], "before each import and after the last; the same is not copied twice"


async def test_the_plan_is_written_into_a_file(world: World, tmp_path: Path) -> None:
    planned(world)
    path = tmp_path / "чыкты.xlsx"
    with app_in(world, PlanImport, first_year=2026, path=path) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            plan_files.choose(app, 2026)
            await pilot.pause()
            shown = await press(app, pilot, "2", "ctrl+u", *typed(str(path)), "enter")
            assert any("Жазылды" in line for line in shown)
    assert load_workbook(path).active.max_row == 10
