"""Ties on the screen: shown, walked, and made by one key from a list."""

from __future__ import annotations

import pytest

from db import tasks
from db.meetings.sheet import sheet
from db.plans import lines
from db.ties import making, reading
from tests.tui.plans import planned
from tests.tui.screens import text_of
from tests.tui.test_tasks import press
from tests.tui.worlds import TODAY, World, app_in, typed
from tui import typed_task
from tui.screens.plan_line import PlanLineScreen
from tui.screens.tasks import TasksScreen
from tui.screens.ties import TiesScreen

TIES = {
    "ky": [
        " Шилтеме · Тапшырма",
        " Тапшырма · 28.11.2026 · Аткарыла элек",
        " Кошумча сабак өтүлсүн [/].",
        "                 ЭМНЕДЕН",
        " Чечим           Кошумча сабак өтүлсүн [/].       16.10.2026",
        "                 ЭМНЕГЕ",
        " Тапшырма        Журналды текшерүү                           Аткарыла элек",
    ],
    "ru": [
        " Связи · Поручение",
        " Поручение · 28.11.2026 · К исполнению",
        " Кошумча сабак өтүлсүн [/].",
        "                 ОТКУДА",
        " Решение         Кошумча сабак өтүлсүн [/].       16.10.2026",
        "                 КУДА",
        " Поручение       Журналды текшерүү                           К исполнению",
    ],
}


@pytest.fixture
def task_id(world: World) -> int:
    return next(each.id for each in tasks.tasks(world.association_id) if "[/]" in each.text)


@pytest.mark.parametrize("language", ["ky", "ru"])
async def test_ties_are_shown_and_walked(world: World, task_id: int, language: str) -> None:
    making.make_task("task", task_id, "Журналды текшерүү", [world.people[0]], None, TODAY)
    with app_in(world, TiesScreen, language, table="task", row_id=task_id) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            assert text_of(app)[:7] == TIES[language]
            await press(app, pilot, "0")
            assert text_of(app)[1].split(" · ")[0] in (" Чечим", " Решение")
            await press(app, pilot, "0")  # the question that it was decided under
            assert text_of(app)[2] == " 1-чейректин жыйынтыгы жөнүндө"
            await press(app, pilot, "down", "enter")  # from the meeting to the decision
            assert type(app.screen).__name__ == "MeetingScreen"
            await press(app, pilot, "ctrl+g")
            assert isinstance(app.screen, TiesScreen) and text_of(app)[2] == " 1-чейректин жыйынтыгы жөнүндө"


async def test_a_task_and_a_question_are_made_by_one_key(world: World, task_id: int) -> None:
    with app_in(world, TasksScreen, "ky", task_id=task_id) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            shown = "\n".join(await press(app, pilot, "7"))
            assert "!Качкынбай кызы Кошумча сабак өтүлсүн [/]." in shown
            await press(app, pilot, *typed(" !жокадам"), "enter")
            assert "Табылган жок: жокадам" in "\n".join(text_of(app))
            await press(app, pilot, *["backspace"] * 9, *typed(" 25,12"), "enter")
            shown = "\n".join(await press(app, pilot, "8"))
            assert "Кошумча сабак өтүлсүн [/] жөнүндө" in shown and "№ 3" in shown
            await press(app, pilot, "enter")
    made = {each.table: each for each in reading.ties("task", task_id).came_of}
    assert made["task"].title == "Кошумча сабак өтүлсүн [/]." and str(made["task"].day) == "2026-12-25"
    agenda = [item.row.title for item in sheet(world.meetings[2]).items]
    assert agenda[-1] == made["agenda_item"].title == "Кошумча сабак өтүлсүн [/] жөнүндө"


async def test_a_line_of_the_plan_is_made_in_the_entry_of_lines(world: World) -> None:
    known = planned(world)
    with app_in(world, PlanLineScreen, "ky", line_id=known["lesson"]) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await press(app, pilot, "9")
            assert "!Байтемирова Ачык сабак" in "\n".join(text_of(app))
            await press(app, pilot, *typed(" талдоосу 27,11"), "enter")
            assert isinstance(app.screen, PlanLineScreen)
    (made,) = (each for each in reading.ties("plan_line", known["lesson"]).came_of)
    line = lines.line(made.row_id, TODAY)
    assert (line.text, line.owner_ids, str(line.begins)) == ("Ачык сабак талдоосу", (world.people[2],), "2026-11-27")


def test_the_line_that_is_offered_reads_as_what_it_says(world: World) -> None:
    from tui import current

    assert current.association_id() == world.association_id
    for ids in ([], [world.people[0]], [world.people[1], world.people[4]], world.people[:3]):
        read = typed_task.task(typed_task.line("Иштин жыйынтыгын айтуу", ids, "25.12.2026"))
        assert (list(read.owner_ids), read.text, str(read.deadline)) == (ids, "Иштин жыйынтыгын айтуу", "2026-12-25")
    assert typed_task.title("Иштин жыйынтыгы.") == "Иштин жыйынтыгы жөнүндө"
    assert typed_task.title("Тест тууралуу") == "Тест тууралуу"
