"""Tasks across meetings: the overdue first, settled by a digit, narrowed by a name."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from db import tasks
from tests.tui.screens import text_of
from tests.tui.worlds import World, app_in, press, shown_until, typed
from tui import opening
from tui.screens.tasks import TasksScreen
from tui.widgets.lists import PageList

SCREEN = {
    "ky": [
        " Тапшырмалар · мөөнөтү өткөн: 2",
        " (•) Бардыгы   ( ) Ушул айда   ( ) Мөөнөтү өткөндөр   ( ) Аткарылгандар",
        " Булагы (Space): баары · Кимдики: фамилиядан бир нече тамга жазыңыз",
        " Мөөнөтү    №         Тапшырма                 Жооптуу           Абалы",
        " МӨӨНӨТҮ ӨТКӨНДӨР",
        " 01.09.2026 1·1.1     План бекитилсин.         Асанова Г. М.",
        " 01.10.2026 1·1.2     Ачык сабактардын графиг… Качкынбай кызы Н.",
        " УШУЛ АЙДА",
        " 28.11.2026 2·2.1     Кошумча сабак өтүлсүн [… Качкынбай кызы Н.",
    ],
    "ru": [
        " Поручения · просрочено: 2",
        " (•) Все   ( ) В этом месяце   ( ) Просроченные   ( ) Выполненные",
        " Источник (Space): все · Чьи: наберите несколько букв фамилии",
        " Срок       №         Поручение                Ответственный     Состояние",
        " ПРОСРОЧЕННЫЕ",
        " 01.09.2026 1·1.1     План бекитилсин.         Асанова Г. М.",
        " 01.10.2026 1·1.2     Ачык сабактардын графиг… Качкынбай кызы Н.",
        " В ЭТОМ МЕСЯЦЕ",
        " 28.11.2026 2·2.1     Кошумча сабак өтүлсүн [… Качкынбай кызы Н.",
    ],
}


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
            assert text_of(app)[2] == " Булагы (Space): баары · Кимдики: кач▏   Esc – баарыныкы"
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


async def test_a_task_of_her_own_is_written_changed_and_taken_away(world: World) -> None:
    with app_in(world, TasksScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            lines = await press(app, pilot, "f7", *typed("!асанова 25,12 папканы толтуруу"), "enter")
            assert "Жазылды: Асанова Г. М. – Папканы толтуруу – 25.12. Ctrl+Z – артка кайтаруу." in lines[-2]
            assert lines[-3].startswith(" Берилген, 22.11.2026 · Асанова Г. М. · Аткарыла элек")
            await press(app, pilot, *["space"] * 6)
            assert text_of(app)[2].startswith(" Булагы (Space): өзүмдүкү · ")
            listed = app.screen.query_one(PageList)
            assert len(listed.keys) == 1
            await press(app, pilot, "f4", *["backspace"] * 8, *typed("түзүү"), "enter")
            (own,) = tasks.tasks(world.association_id, group="own")
            assert (own.text, str(own.due), own.owner_ids) == ("Папканы түзүү", "2026-12-25", (world.people[1],))
            shown = "\n".join(await press(app, pilot, "f4", "ctrl+u", *typed("!асанова 01.11.2026 папка"), "enter"))
            assert "Бул күн тапшырма берилген күндөн мурун: 22.11.2026." in shown  # refused: the line is there again
            assert "!Асанова 01.11.2026 Папка" in shown
            shown = "\n".join(await press(app, pilot, "ctrl+u", *typed("!асанова 40,10 папка"), "enter"))
            assert "Бул жерге дата жазыңыз" in shown
            await press(app, pilot, "escape", "5", *typed("башталды"), "enter")
            await press(app, pilot, "f8", "1")
            assert [each.note for each in tasks.tasks(world.association_id, group="own")] == ["башталды"]
            await press(app, pilot, "f8", "2")
            assert tasks.tasks(world.association_id, group="own") == []


async def test_the_list_is_copied_for_the_chat_or_written_as_a_file(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "output_folder", lambda: tmp_path / "papers")
    copied: list[str] = []
    with app_in(world, TasksScreen) as app:
        monkeypatch.setattr(app, "copy_to_clipboard", copied.append)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(app, pilot, "insert")
            said = "\n".join(await press(app, pilot, "enter"))
            assert "Көчүрүлдү, сап: 3. Чатка коюңуз." in said
            await press(app, pilot, "f2")
            await shown_until(app, pilot, lambda: any("Жазылды: Тапшырмалар 22.11" in line for line in text_of(app)))
            await press(app, pilot, "f2")
            await shown_until(app, pilot, lambda: len(list((tmp_path / "papers").iterdir())) == 1)
    lines = copied[0].splitlines()
    assert lines[0] == "Тапшырмалар" and lines[3] == "• Качкынбай кызы Н. – Кошумча сабак өтүлсүн [/] – 28.11"
    (file,) = (tmp_path / "papers").iterdir()
    assert file.read_text(encoding="utf-8-sig").splitlines() == lines


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
