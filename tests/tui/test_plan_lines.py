"""Lines of the plan: listed, by days of a month, done with a proof, moved by a decision, written in one line."""

from __future__ import annotations

import datetime as dt

import pytest

from db import members
from db.events import activities
from db.meetings.sheet import sheet
from db.plans import lines
from tests.tui.plans import planned
from tests.tui.screens import text_of
from tests.tui.worlds import TODAY, World, app_in, press, typed
from tui.screens.events.activity import ActivityScreen
from tui.screens.plan_entry import PlanEntryScreen
from tui.screens.plan_form import PlanLineForm
from tui.screens.plan_line import PlanLineScreen
from tui.screens.plan_lines import Part, PlanLinesScreen
from tui.screens.plan_month import PlanMonthScreen
from tui.widgets.lists import PageList

MONTH = {
    "ky": [
        " Иш планы · ноябрь 2026",
        " Күнү         Иштин мазмуну                    Жооптуу           Абалы",
        " 18.11 шр   ! Ачык сабак · 1-А · 10.00         Байтемирова Н. С. Мөөнөтү өттү",
        " 23.11 дш   □ Кириш текшерүү иштери                              Пландалган",
        "            □ Математика жумалыгы (23.11–28.1… Асан уулу Б., Ба… Пландалган",
        " 27.11 жм   ○ № 3 отурум · 14:00 · Мугалимдер…                   Пландалган",
        " 28.11 иш   » Кошумча сабак өтүлсүн [/].       Качкынбай кызы Н. Тапшырма",
        " ЧЕЙРЕК ИЧИНДЕ",
        " 2-чейрек   □ 1-чейректин билим сапатынын ана… Асан уулу Б.      Пландалган",
        " ЖЫЛ БОЮ",
        "            □ Курстарга катышуу                                  Пландалган",
        "",
    ],
    "ru": [
        " План работы · ноябрь 2026",
        " День         Содержание                       Ответственный     Состояние",
        " 18.11 ср   ! Ачык сабак · 1-А · 10.00         Байтемирова Н. С. Просрочено",
        " 23.11 пн   □ Кириш текшерүү иштери                              Запланировано",
        "            □ Математика жумалыгы (23.11–28.1… Асан уулу Б., Ба… Запланировано",
        " 27.11 пт   ○ Заседание № 3 · 14:00 · Мугалим…                   Запланировано",
        " 28.11 сб   » Кошумча сабак өтүлсүн [/].       Качкынбай кызы Н. Поручение",
        " В ТЕЧЕНИЕ ЧЕТВЕРТИ",
        " 2 четверть □ 1-чейректин билим сапатынын ана… Асан уулу Б.      Запланировано",
        " В ТЕЧЕНИЕ ГОДА",
        "            □ Курстарга катышуу                                  Запланировано",
        "",
    ],
}


@pytest.mark.parametrize("language", ["ky", "ru"])
async def test_a_month_day_by_day_with_meetings_and_terms(world: World, language: str) -> None:
    planned(world)
    with app_in(world, PlanMonthScreen, language, year=2026, month=11) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert text_of(app)[:12] == MONTH[language]


async def test_the_months_turn_and_a_meeting_opens(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    planned(world)
    opened: list[tuple[str, object]] = []
    with app_in(world, PlanMonthScreen, year=2026, month=11) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            assert (await press(app, pilot, "right"))[0].startswith(" Иш планы · декабрь 2026")
            assert (await press(app, pilot, "left", "left"))[0].startswith(" Иш планы · октябрь 2026")
            await press(app, pilot, "right")
            monkeypatch.setattr(app, "open", lambda name, **values: opened.append((name, values.get("meeting_id"))))
            app.screen.query_one(PageList).choose(("meeting", world.meetings[2]))
            await press(app, pilot, "enter")
    assert opened == [("meeting", world.meetings[2])]


async def test_filters_and_parts(world: World) -> None:
    ids = planned(world)
    with app_in(world, PlanLinesScreen, first_year=2026) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            listed = app.screen.query_one("#lines", PageList)
            shown = [len(listed.keys)]
            for key in ("right", "right", "right"):
                await press(app, pilot, key)
                shown.append(len(listed.keys))
            assert shown == [10, 1, 6, 4]
    with app_in(world, PlanLinesScreen, first_year=2026, part=Part(quarter=2)) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await press(app, pilot)
            listed = app.screen.query_one("#lines", PageList)
            assert set(listed.keys) == {
                ids[name] for name in ("test", "quality", "lesson", "week", "course", "parents")
            }


async def test_done_offers_what_did_it_and_the_proof_opens_its_meeting(world: World) -> None:
    ids = planned(world)
    with app_in(world, PlanLineScreen, line_id=ids["quality"]) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            offered = await press(app, pilot, "1")
            assert any("№ 2, 16.10.2026: 1-чейректин жыйынтыгы жөнүндө" in line for line in offered)
            shown = await press(app, pilot, "1")
            line = lines.line(ids["quality"], TODAY)
            assert (line.state, line.proofs[0].meeting_id) == ("done_in_time", world.meetings[1])
            assert " ДАЛИЛДЕРИ" in shown
            assert "■ Өз убагында аткарылды" in shown[0]
            await press(app, pilot, "delete")
            assert lines.line(ids["quality"], TODAY).proofs == ()


async def test_without_a_proof_it_is_only_marked_and_can_be_opened_again(world: World) -> None:
    ids = planned(world)
    with app_in(world, PlanLinesScreen, first_year=2026, line_id=ids["lesson"]) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            shown = await press(app, pilot, "3", *typed("буйрук"), "enter")
            line = lines.line(ids["lesson"], TODAY)
            assert (line.state, line.reason) == ("marked", "буйрук")
            assert any(each.startswith(" ? 18.11") and each.endswith("Далили жок") for each in shown)
            await press(app, pilot, "6")
            assert lines.line(ids["lesson"], TODAY).state == "overdue"
            await press(app, pilot, "2", "1", "enter")
            assert lines.line(ids["lesson"], TODAY).state == "partly"
    with app_in(world, PlanLineScreen, line_id=ids["parents"]) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            assert "? Белгиленген, далили жок" in (await press(app, pilot, "3", "enter"))[0]


async def test_moved_by_a_meetings_decision(world: World) -> None:
    ids = planned(world)
    decision = sheet(world.meetings[1]).agenda[1].decisions[0]
    with app_in(world, PlanLineScreen, line_id=ids["lesson"]) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            refused = await press(app, pilot, "4", *typed("качандыр"), "enter")
            assert "Бул жерге мөөнөт жазыңыз" in "\n".join(refused)
            await press(app, pilot, "ctrl+u", *typed("2,12"), "enter", *typed("карантин"), "enter", "2")
            line = lines.line(ids["lesson"], TODAY)
            assert (line.state, line.begins) == ("moved", dt.date(2026, 12, 2))
            assert (line.changes[0].reason, line.changes[0].decision_id) == ("карантин", decision.id)
            shown = "\n".join(await press(app, pilot))
            assert "мурда: 18.11 · карантин · № 2 отурум, 16.10.2026" in shown


async def test_taken_off_the_plan_with_a_reason(world: World) -> None:
    ids = planned(world)
    with app_in(world, PlanLinesScreen, first_year=2026, line_id=ids["parents"]) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            asked = await press(app, pilot, "5", "enter")
            assert "Себебин жазыңыз" in "\n".join(asked)
            await press(app, pilot, *typed("кайталанат"), "enter", "1")
            line = lines.line(ids["parents"], TODAY)
            assert (line.state, line.reason, line.changes[0].decision_id) == ("cancelled", "кайталанат", None)
            await press(app, pilot, "ctrl+z")
            assert lines.line(ids["parents"], TODAY).state == "planned"


async def test_what_is_done_already_is_neither_moved_nor_marked(world: World) -> None:
    ids = planned(world)
    with app_in(world, PlanLinesScreen, first_year=2026, line_id=ids["analysis"]) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            for key in ("3", "4", "5"):
                assert (await press(app, pilot, key))[-2] == " ! Бул иш аткарылган. Адегенде аны кайра ачыңыз."


async def test_one_line_of_text_says_it_all_and_the_next_one_waits(world: World) -> None:
    planned(world)
    with app_in(world, PlanEntryScreen, first_year=2026) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            shown = await press(app, pilot, *typed("ачык сабак !бай 4А 15,12"))
            assert shown[3:8] == [
                " Иштин мазмуну   Ачык сабак",
                " Түрү            ачык сабак",
                " Жооптуу         Байтемирова Н. С.",
                " Класс           4-А",
                " Мөөнөтү         15.12.2026 шш",
            ]
            shown = await press(app, pilot, "enter")
            assert shown[-2] == " Кошулду: Ачык сабак (15.12). F4 – бардык талаалары, Ctrl+Z – артка кайтаруу."
            shown = await press(app, pilot, *typed("курс !жок 2-чейрек"))
            assert " ! Мындай адам табылган жок: жок" in shown
            await press(app, pilot, "enter")
            assert len(lines.lines(world.association_id, 2026, TODAY)) == 11
            await press(app, pilot, "ctrl+u", *typed("курс 2-чейрек"))
            await press(app, pilot, "up", "enter")
    found = [each for each in lines.lines(world.association_id, 2026, TODAY) if each.begins == dt.date(2026, 12, 15)]
    assert [(each.section_number, each.kind, each.owner_ids) for each in found] == [
        (8, "open_lesson", (world.people[2],))
    ]
    course = [each for each in lines.lines(world.association_id, 2026, TODAY) if each.quarter == 2][-1]
    assert (course.text, course.section_number) == ("Курс", 11)


async def test_the_form_changes_the_line_and_its_owners(world: World) -> None:
    ids = planned(world)
    with app_in(world, PlanLinesScreen, first_year=2026, line_id=ids["week"]) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await press(app, pilot, "f4")
            form = app.screen
            assert isinstance(form, PlanLineForm)
            form.field("when").raw = "2-чейрек"
            form.field("owner_ids").raw = "сыд, Асан уулу Б., жок"
            assert any("Табылган жок: жок" in line for line in await press(app, pilot, "f2"))
            form.field("owner_ids").raw = "сыд, Асан уулу Б."
            await press(app, pilot, "f2")
            await press(app, pilot)
    line = lines.line(ids["week"], TODAY)
    assert (line.term, line.quarter, line.begins) == ("quarter", 2, None)
    assert [owner.listed for owner in line.owners] == ["Сыдыкова Б. А.", "Асан уулу Б."]


async def test_a_day_off_is_not_taken_without_a_word(world: World) -> None:
    ids = planned(world)
    with app_in(world, PlanLineScreen, line_id=ids["lesson"]) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            outside = await press(app, pilot, "4", *typed("2,12,2030"), "enter")
            assert any("окуу жылына" in line for line in outside), outside
            asked = await press(app, pilot, "ctrl+u", *typed("29,11"), "enter")
            assert any("29.11: бул күнү сабак болбойт" in line for line in asked)
            await press(app, pilot, "1", *typed("карантин"), "enter", "1")
            assert lines.line(ids["lesson"], TODAY).begins == dt.date(2026, 11, 30)


async def test_what_looks_wrong_is_said_while_the_line_is_typed(world: World) -> None:
    planned(world)
    gone = members.members(world.association_id)[5]
    members.leave(gone.id, dt.date(2026, 10, 1))
    with app_in(world, PlanEntryScreen, first_year=2026) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            shown = "\n".join(await press(app, pilot, *typed(f"ачык сабак !{gone.name.surname.lower()} 4Ж 29,11")))
            assert f"! Азыр мүчө эмес: {gone.name.listed}" in shown
            assert "? быйыл мындай класс жок: 4-Ж; балким 4-" in shown
            assert "? бул күнү сабак жок; кийинки окуу күнү – 30.11" in shown
            assert "Азыр мүчө эмес" in (await press(app, pilot, "enter"))[-2]
    with app_in(world, PlanLineForm, line_id=planned_lesson(world)) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            app.screen.field("classes").raw = "9-Ж"
            shown = await press(app, pilot, "f2")
            assert any("мындай класс жок: 9-Ж" in line for line in shown)
            await press(app, pilot, "f2")
    assert lines.line(planned_lesson(world), TODAY).classes == "9-Ж"


def planned_lesson(world: World) -> int:
    return next(each.id for each in lines.lines(world.association_id, 2026, TODAY) if each.kind == "open_lesson")


async def test_the_lesson_that_a_line_asks_for_is_planned_from_it_and_proves_it(world: World) -> None:
    ids = planned(world)
    with app_in(world, PlanLineScreen, line_id=ids["lesson"]) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            form = "\n".join(await press(app, pilot, "f7"))
            assert "1-А" in form
            assert "Байтемирова" in form
            await press(app, pilot, "f2")
            (row_id,) = [each.id for each in activities.activities(world.association_id, 2026)]
            activities.hold_activity(row_id, TODAY)
            offered = await press(app, pilot, "1")
            assert any(" 1 Ачык сабак: 1-А, 18.11" in line for line in offered), offered
            shown = await press(app, pilot, "1")
            assert any(line.startswith(" 18.11.2026 Ачык сабак") and line.endswith("1-А") for line in shown), shown
            await press(app, pilot, "enter")
            assert isinstance(app.screen, ActivityScreen)
            assert not any("F7" in line for line in await press(app, pilot, "escape"))
    with app_in(world, PlanLineScreen, line_id=ids["test"]) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            assert (await press(app, pilot, "f7"))[1].strip() == "Кириш текшерүү иштери 23,11"
