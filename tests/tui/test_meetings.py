"""The meetings of a year: what the list says, how one is planned, changed, called off."""

from __future__ import annotations

import datetime as dt

import pytest
from textual.pilot import Pilot

from db.meetings.sheet import item_rows, meeting, meetings
from tests.tui.screens import text_of
from tests.tui.worlds import World, app_in, typed, written
from tui.app import BirikmeApp
from tui.screens.meeting_plan import MeetingEditScreen, MeetingPlanScreen
from tui.screens.meetings import MeetingsScreen
from tui.widgets.lists import PageList

LIST = {
    "ky": [
        " Отурумдар · 2026-2027-окуу жылы",
        "   № Күнү           Саат  Абалы                    Маселе  Катышты Орду",
        "   1 28.08.2026 жм  14:10 Кол коюлган 05.09             1    11/12 № 12 кабинет",
        "   2 16.10.2026 жм  14:05 Долбоор                       2    12/12 № 12 кабинет",
        "   3 27.11.2026 жм  14:00 Пландалган                    2          Мугалимдер …",
        "   4 25.12.2026 жм  14:00 Жокко чыгарылган              1          Карантин",
    ],
    "ru": [
        " Заседания · 2026-2027 учебный год",
        "   № День           Время Состояние                 Вопр.     Явка Место",
        "   1 28.08.2026 пт  14:10 Подписан 05.09                1    11/12 № 12 кабинет",
        "   2 16.10.2026 пт  14:05 Черновик                      2    12/12 № 12 кабинет",
        "   3 27.11.2026 пт  14:00 Запланировано                 2          Мугалимдер …",
        "   4 25.12.2026 пт  14:00 Отменено                      1          Карантин",
    ],
}
WARNING = {"ky": "Отурум өтпөгөн айлар: сентябрь", "ru": "Месяцы без заседания: сентябрь"}


async def settled(app: BirikmeApp, pilot: Pilot[int]) -> None:
    """What was handed to the writing thread is done and shown."""
    await written(app)
    await pilot.pause()
    await pilot.pause()


@pytest.mark.parametrize("language", ["ky", "ru"])
async def test_the_year_at_a_glance(world: World, language: str) -> None:
    with app_in(world, MeetingsScreen, language) as app:
        async with app.run_test(size=(80, 24)):
            lines = text_of(app)
            assert lines[:6] == LIST[language]
            assert lines[-2].strip() == WARNING[language]
            assert app.screen.query_one(PageList).key == world.meetings[2]


async def test_another_year_says_what_to_do(world: World) -> None:
    with app_in(world, MeetingsScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("left")
            assert text_of(app)[0] == " Отурумдар · 2025-2026-окуу жылы"
            assert "F7 – биринчисин пландоо" in text_of(app)[1]
            await pilot.press("right")
            assert text_of(app)[0] == " Отурумдар · 2026-2027-окуу жылы"


async def test_past_meetings_are_planned_one_after_another(world: World) -> None:
    with app_in(world, MeetingsScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            for day in ("17,9", "25 октябрь"):
                await pilot.press("f7", *typed(day), "f2")
                await settled(app, pilot)
            found = meetings(world.association_id, 2026)[-2:]
            assert [(each.number, each.held_on) for each in found] == [
                (5, dt.date(2026, 9, 17)),
                (6, dt.date(2026, 10, 25)),
            ]
            assert found[0].place == "Мугалимдер бөлмөсү"
            assert app.screen.query_one(PageList).key == found[1].id
            assert "№ 6 отурум пландалды" in text_of(app)[-2]


async def test_a_wrong_day_is_said_and_nothing_is_lost(world: World) -> None:
    with app_in(world, MeetingPlanScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press(*typed("31,2"), "tab", "tab", *typed(" [/]"), "f2")
            shown = "\n".join(text_of(app))
            assert "! Бул жерге дата жазыңыз" in shown
            assert "31,2" in shown and "Мугалимдер бөлмөсү [/]" in shown


async def test_a_taken_number_is_refused_beside_its_field(world: World) -> None:
    with app_in(world, MeetingPlanScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press(*typed("5,3"), "tab", "tab", "tab", "2", "f2")
            await settled(app, pilot)
            assert "! Бул номер бош эмес: № 2. Башкасын жазыңыз." in "\n".join(text_of(app))
    assert len(meetings(world.association_id, 2026)) == 4


async def test_the_agenda_is_copied_to_a_new_meeting(world: World) -> None:
    with app_in(world, MeetingsScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("insert", *typed("20,1"), "f2")
            await settled(app, pilot)
            new = meetings(world.association_id, 2026)[-1]
            assert new.held_on == dt.date(2027, 1, 20)
            assert [row.title for row in item_rows(new.id) if row.kind != "review"] == [
                "Окуу программасынын аткарылышы жөнүндө"
            ]


async def test_requisites_are_changed(world: World) -> None:
    with app_in(world, MeetingsScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("f4", "tab", *["backspace"] * 5, *typed("1530"), "f2")
            await settled(app, pilot)
            of = meeting(world.meetings[2])
            assert (of.planned_time, of.held_on, of.number) == ("15:30", dt.date(2026, 11, 27), 3)
            assert of.chair_id == world.people[1]


async def test_another_chair_is_chosen_by_a_few_letters(world: World) -> None:
    with app_in(world, MeetingEditScreen, meeting_id=world.meetings[1]) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press(*["tab"] * 4, *typed("омур"), "enter", *typed("zzz"), "f2")
            await pilot.pause()
            assert "! Табылган жок: zzz" in "\n".join(text_of(app))
            await pilot.press("ctrl+u", "f2")
            await settled(app, pilot)
    of = meeting(world.meetings[1])
    assert (of.chair_id, of.secretary_id) == (world.people[7], None)


async def test_calling_off_needs_a_reason_and_is_taken_back(world: World) -> None:
    with app_in(world, MeetingsScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("f8", "2", "enter")
            await settled(app, pilot)
            assert any("Себебин жазыңыз" in line for line in text_of(app))
            await pilot.press(*typed("Карантин"), "enter")
            await settled(app, pilot)
            assert (meeting(world.meetings[2]).state, meeting(world.meetings[2]).number) == ("cancelled", 3)
            await pilot.press("ctrl+z")
            await settled(app, pilot)
            assert meeting(world.meetings[2]).state == "planned"


async def test_a_meeting_planned_by_mistake_goes_and_a_held_one_stays(world: World) -> None:
    with app_in(world, MeetingsScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("f8", "3")
            await settled(app, pilot)
            assert [each.number for each in meetings(world.association_id, 2026)] == [1, 2, 4]
            assert "Калып калган номерлер: 3" in [line.strip() for line in text_of(app)]
            await pilot.press("home", "down", "f8")
            assert "№ 2" in text_of(app)[-2]
            await pilot.press("up", "f8")
            assert "Даяр протокол өзгөртүлбөйт" in text_of(app)[-2]


async def test_the_menu_shows_every_command_and_says_a_long_one_whole(world: World) -> None:
    with app_in(world, MeetingsScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("f9")
            lines = "\n".join(text_of(app))
            assert "Отурумду пландоо же өткөн отурумду кагаздан көчүрүп… F7" in lines
            assert "Отурумду пландоо же өткөн отурумду кагаздан көчүрүп жазуу" in lines
            await pilot.press("end")
            lines = "\n".join(text_of(app))
            assert "Жөндөөлөр" in lines
            assert "Сан же Enter – тандоо" in lines
