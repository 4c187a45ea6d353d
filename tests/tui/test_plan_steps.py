"""What becomes of the plan: approved step by step, printed, found, and due on the home screen."""

from __future__ import annotations

import datetime as dt

import pytest

from db.plans import approvals, lines
from tests.tui.plans import planned
from tests.tui.screens import text_of
from tests.tui.worlds import World, app_in, press, typed
from tui.due import Place
from tui.screens.base import Commanded
from tui.screens.find import FindScreen
from tui.screens.home import HomeScreen
from tui.screens.plan import PlanScreen
from tui.screens.plan_line import PlanLineScreen
from tui.screens.plan_lines import Part, PlanLinesScreen
from tui.screens.plan_month import PlanMonthScreen
from tui.screens.plan_steps import PlanStepsScreen
from tui.widgets.lists import PageList

STEPS = {
    "ky": [
        " План тапшырылгандай турат: 1-редакция.",
        "      1-редакция                      22.11.2026 Enter – ачуу",
        "   1  Каралды: УБ отуруму             28.08.2026 ■ № 1 отурум",
        "   2  Макулдашылды: ОББ               29.08.2026 ■",
        "   3  Бекитилди: директор             □",
    ],
    "ru": [
        " План такой, каким сдан: редакция 1.",
        "      Редакция 1                      22.11.2026 Enter – открыть",
        "   1  Рассмотрено: заседание МО       28.08.2026 ■ Заседание № 1",
        "   2  Согласовано: завуч              29.08.2026 ■",
        "   3  Утверждено: директор            □",
    ],
}


@pytest.mark.parametrize("language", ["ky", "ru"])
async def test_handed_in_considered_and_agreed(world: World, language: str) -> None:
    planned(world)
    with app_in(world, PlanStepsScreen, language, first_year=2026) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await press(app, pilot, "f7")
            await press(app, pilot, "1", "1")
            shown = await press(app, pilot, "2", "ctrl+u", *typed("29,08"), "enter")
            made = dt.date.fromisoformat(approvals.versions(world.association_id, 2026)[0].made_at[:10])
            assert [line.replace(f"{made:%d.%m.%Y}", "22.11.2026") for line in shown[1:6]] == STEPS[language]


async def test_a_changed_plan_is_handed_in_again_and_both_stay(world: World) -> None:
    ids = planned(world)
    with app_in(world, PlanStepsScreen, first_year=2026) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await press(app, pilot, "f7")
            assert "F7" not in (await press(app, pilot))[-1]
            app.save(lines.change_line, ids["parents"], text="Ата-энелердин ачык эшик күнү")
            await press(app, pilot)
            app.refresh_screens()
            shown = await press(app, pilot)
            assert shown[1] == " План 1-редакциядан кийин өзгөртүлдү: F7 себеби менен кайра тапшырат."
            shown = await press(app, pilot, "f7", *typed("каникул"), "enter")
            assert shown[2].startswith("      2-редакция ")
            assert shown[2].endswith("каникул")
            assert shown[6].startswith("      1-редакция")
            await press(app, pilot, "home", "down", "down", "down", "down", "enter")
            read = "\n".join(await press(app, pilot, "end"))
            assert "Ата-энелер жыйналышы" in read
            assert "1-редакция" in read


async def test_word_offers_the_papers_of_the_year_and_of_the_month(world: World) -> None:
    planned(world)
    with app_in(world, PlanScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            shown = "\n".join(await press(app, pilot, "f5"))
            assert all(title in shown for title in ("1 Жылдык иш планы", "4 Пландын аткарылышы"))
    with app_in(world, PlanMonthScreen, year=2026, month=12) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            shown = "\n".join(await press(app, pilot, "f5"))
            assert "2026-жылдын декабрь" in shown


async def test_the_plan_is_due_on_the_home_screen(world: World) -> None:
    ids = planned(world)
    with app_in(world, HomeScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            shown = await press(app, pilot)
            at = shown.index(" ЖАКЫНКЫ 7 КҮНДӨ ПЛАН БОЮНЧА")
            assert [line.split("  ")[0].strip() for line in shown[at + 1 : at + 6]] == [
                "Кириш текшерүү иштери",
                "Математика жумалыгы – Асан уулу Б., Байтемирова Н. С.",
                "",
                "ПЛАН БОЮНЧА МӨӨНӨТҮ ӨТКӨНДӨР: 1",
                "Ачык сабак · 1-А – Байтемирова Н. С.",
            ]
            app.screen.query_one(PageList).choose(Place("plan_line", ids["lesson"]))
            await press(app, pilot, "enter")
            assert isinstance(app.screen, PlanLineScreen)


async def test_a_line_that_was_found_opens(world: World) -> None:
    planned(world)
    with app_in(world, FindScreen, text="жумалыгы") as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await press(app, pilot)
            await press(app, pilot, "enter")
            assert isinstance(app.screen, PlanLineScreen)
            assert "Математика жумалыгы" in "\n".join(text_of(app))


@pytest.mark.parametrize(
    ("screen", "values", "of", "title"),
    [
        (PlanLinesScreen, {"first_year": 2026, "part": Part(quarter=2)}, ("quarter", 2), "2-чейрек · 2026-2027"),
        (PlanMonthScreen, {"year": 2026, "month": 12}, ("month", 12), "декабрь 2026"),
    ],
)
async def test_a_part_of_the_year_is_considered_and_agreed(
    world: World, screen: type[Commanded], values: dict[str, object], of: tuple[str, int], title: str
) -> None:
    planned(world)
    with app_in(world, screen, **values) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            shown = await press(app, pilot, "f2")
            assert title in shown[0]
            await press(app, pilot, "f7")
            await press(app, pilot, "1", "1")
            shown = await press(app, pilot, "2", "enter")
            assert not any("директор" in line for line in shown)
            await press(app, pilot, "3")
            (version,) = approvals.versions(world.association_id, 2026, *of)
            assert [each.step for each in version.approvals] == ["considered", "agreed"]
            read = await press(app, pilot, "home", "enter")
            assert title in read[0]
            assert any("Ата-энелер жыйналышы" in line for line in read)
            assert any(title.split(" · ")[0] in line for line in await press(app, pilot, "f5"))
