"""Tasks across meetings: the overdue first, settled by a digit, narrowed by a name."""

from __future__ import annotations

import datetime as dt

import pytest
from textual.pilot import Pilot

from db import tasks
from tests.tui.screens import text_of
from tests.tui.worlds import World, app_in, typed, written
from tui.app import BirikmeApp
from tui.screens.tasks import TasksScreen
from tui.widgets.lists import PageList

SCREEN = {
    "ky": [
        " Тапшырмалар · мөөнөтү өткөн: 2",
        " (•) Бардыгы   ( ) Ушул айда   ( ) Мөөнөтү өткөндөр   ( ) Аткарылгандар",
        " Кимдики: фамилиядан бир нече тамга жазыңыз",
        " Мөөнөтү    №       Тапшырма                   Жооптуу           Абалы",
        " МӨӨНӨТҮ ӨТКӨНДӨР",
        " 01.09.2026 1·1.1   План бекитилсин.           Асанова Г. М.",
        " 01.10.2026 1·1.2   Ачык сабактардын графиги … Качкынбай кызы Н.",
        " УШУЛ АЙДА",
        " 28.11.2026 2·2.1   Кошумча сабак өтүлсүн [/]. Качкынбай кызы Н.",
    ],
    "ru": [
        " Поручения · просрочено: 2",
        " (•) Все   ( ) В этом месяце   ( ) Просроченные   ( ) Выполненные",
        " Чьи: наберите несколько букв фамилии",
        " Срок       №       Поручение                  Ответственный     Состояние",
        " ПРОСРОЧЕННЫЕ",
        " 01.09.2026 1·1.1   План бекитилсин.           Асанова Г. М.",
        " 01.10.2026 1·1.2   Ачык сабактардын графиги … Качкынбай кызы Н.",
        " В ЭТОМ МЕСЯЦЕ",
        " 28.11.2026 2·2.1   Кошумча сабак өтүлсүн [/]. Качкынбай кызы Н.",
    ],
}


async def press(app: BirikmeApp, pilot: Pilot[int], *keys: str) -> list[str]:
    """Press keys, wait for what they write, return the screen."""
    await pilot.press(*keys)
    await written(app)
    await pilot.pause()
    await pilot.pause()
    return text_of(app)


def states(world: World) -> list[str]:
    return [each.state for each in tasks.tasks(world.association_id)]


@pytest.mark.parametrize("language", ["ky", "ru"])
async def test_what_is_overdue_comes_first(world: World, language: str) -> None:
    with app_in(world, TasksScreen, language) as app:
        async with app.run_test(size=(80, 24)):
            assert text_of(app)[:9] == SCREEN[language]
            assert text_of(app)[-3] == " 1.1. План бекитилсин."


async def test_a_digit_settles_and_the_task_stays_in_sight(world: World) -> None:
    with app_in(world, TasksScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            lines = await press(app, pilot, "1")
            assert lines[5].endswith("Асанова Г. М.     Аткарылды")
            assert lines[0].startswith(" Тапшырмалар · мөөнөтү өткөн: 1 ")
            await press(app, pilot, "f4", *typed("протокол 3"), "enter")
            await press(app, pilot, "down", "2", "down", "3")
            assert states(world) == ["done", "partly", "not_done"]
            assert [each.note for each in tasks.tasks(world.association_id)] == ["протокол 3", "", ""]
            await press(app, pilot, "ctrl+z")
            assert states(world) == ["done", "partly", "open"]


async def test_a_new_date_is_asked_for(world: World) -> None:
    with app_in(world, TasksScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            lines = await press(app, pilot, "4", *typed("32,13"), "enter")
            assert "Бул жерге дата жазыңыз" in "\n".join(lines)
            await press(app, pilot, "ctrl+u", *typed("25 декабрь"), "enter")
            found = next(each for each in tasks.tasks(world.association_id) if each.decision_number == "1.1")
            assert (found.state, found.due) == ("extended", dt.date(2026, 12, 25))


async def test_letters_leave_one_persons_tasks_and_esc_gives_them_back(world: World) -> None:
    with app_in(world, TasksScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await press(app, pilot, *typed("кач"))
            listed = app.screen.query_one(PageList)
            assert len(listed.keys) == 2
            assert text_of(app)[2] == " Кимдики: кач▏   Esc – баарыныкы"
            await press(app, pilot, "1", "backspace")
            assert states(world).count("done") == 1
            await press(app, pilot, "escape")
            assert len(listed.keys) == 3


async def test_filters_by_arrows(world: World) -> None:
    with app_in(world, TasksScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            listed = app.screen.query_one(PageList)
            shown = []
            for key in ("right", "right", "right", "left"):
                await press(app, pilot, key)
                shown.append(len(listed.keys))
            assert shown == [1, 2, 0, 2]
            await press(app, pilot, "1")
            await press(app, pilot, "right")
            assert len(listed.keys) == 1


async def test_enter_goes_to_the_meeting(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[tuple[str, object]] = []
    with app_in(world, TasksScreen) as app:
        monkeypatch.setattr(app, "open", lambda name, **values: opened.append((name, values["meeting_id"])))
        async with app.run_test(size=(80, 24)) as pilot:
            await press(app, pilot, "enter", "end", "enter")
    assert opened == [("protocol", world.meetings[0]), ("meeting", world.meetings[1])]


async def test_the_mouse_does_what_the_keys_do(world: World) -> None:
    with app_in(world, TasksScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            listed = app.screen.query_one(PageList)
            await pilot.click("#tasks", offset=(20, 3))
            assert listed.key == listed.keys[1]
            await pilot.click("CommandLine", offset=(3, 0))
            await press(app, pilot)
            assert states(world) == ["open", "done", "open"]
            await pilot.click("#only", offset=(text_of(app)[1].index("Мөөнөтү өткөндөр"), 0))
            await press(app, pilot)
            assert len(listed.keys) == 1
