"""Evaluation on the screen: opened, figures typed and confirmed, led step by step, an appeal, closed; every screen."""

from __future__ import annotations

import datetime as dt

import pytest

from db import calendar
from db.evaluations import appeals, closing, periods, points, reading
from db.evaluations.periods import evaluations
from db.evaluations.switches import switch, switches
from db.evaluations.totals import totals
from tests.db.evaluations.conftest import FIRST, add_criteria
from tests.tui.screens import text_of
from tests.tui.worlds import TODAY, World, app_in, press, typed
from tui import due_soon
from tui.screens.evaluations.period import PeriodScreen
from tui.screens.evaluations.periods import EvaluationsScreen
from tui.screens.evaluations.sheet import SheetScreen
from tui.screens.evaluations.steps import StepForm


@pytest.fixture
def ready(world: World) -> World:
    """The criteria are adopted; appeals, places and the fund are switched on."""
    calendar.ensure_school_year(2026)
    add_criteria(world.association_id)
    for name, value in (("appeal_days", 5), ("ranks", True), ("fund", True)):
        switch(world.association_id, name, value)
    return world


def lines(shown: list[str], *wanted: str) -> None:
    assert [each for each in wanted if not any(each in line for line in shown)] == [], "\n".join(shown)


async def test_from_the_first_key_to_the_lock(ready: World) -> None:
    with app_in(ready, EvaluationsScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            lines(text_of(app), "Бул жылы баалоо жок. F7 ачат")
            await press(app, pilot, "f7", "1")
            assert isinstance(app.screen, PeriodScreen)
            made = evaluations(ready.association_id, 2026)[0].id
            shown = await press(app, pilot, "enter")
            assert isinstance(app.screen, SheetScreen)
            lines(shown, " ОКУТУУ", "  2 Ачык сабак", "упайы жок: 4")
            await press(app, pilot, "7", "comma", "5", "enter")
            shown = await press(app, pilot, "3", "enter")  # an open lesson needs a proof
            lines(shown, "3▏", "Бул критерийге далил керек")
            await press(app, pilot, "escape", "f7", *typed("Ачык сабак"), "enter")
            await press(app, pilot, "3", "enter", "f8")
            shown = await press(app, pilot, "down", "9", "enter")
            lines(shown, "9▏", "Бул жерде эң көбү 5.")
            await press(app, pilot, "escape", "5", "space", "2", "right")
            found = reading.sheets(made)[0]
            assert [each.final for each in found.lines] == [75, 30, None, 50, -20]
            assert found.lines[2].point.not_applicable
            await press(app, pilot, "home", "6", "pagedown")  # a figure belongs to the sheet on which it was typed
            assert [reading.sheets(made)[at].lines[0].final for at in (0, 1)] == [60, None]
            shown = await press(app, pilot, "9", "9", "pagedown")
            lines(shown, "99▏", "Бул жерде эң көбү 10.", reading.sheets(made)[1].row.name.listed)
            await press(app, pilot, "escape", "pageup", "home", "7", "comma", "5", "enter")
            await press(app, pilot, "escape", "2", *typed("100000,01"), "f2")
            assert {each.share for each in totals(made)} == {10_000_001, 0}
            await press(app, pilot, "1", "1")
            assert isinstance(app.screen, StepForm)
            await press(app, pilot, "f2")
            of = periods.evaluation(made)
            assert (of.state, of.announced_on, of.meeting_number) == ("announced", TODAY, 2)
            await press(app, pilot, "enter", "f7", "tab", "tab", *typed("Сабак эсептелген жок"), "f2", "escape")
            shown = await press(app, pilot, "4")
            lines(shown, "Жообу жок", "1. Билим сапаты")
            await press(app, pilot, "enter", "tab", "8", "tab", *typed("Далил каралды"), "f2")
            assert [each.new_points for each in reading.appeals(made)] == [80]
            await press(app, pilot, "escape", "1")
            lines(text_of(app), "Жабууга болот, бирок: упайы жок критерийлер: 44")
            shown = await press(app, pilot, "f2")
            lines(shown, "Жабылды", "100\xa0000,01")
            assert periods.evaluation(made).locked
            await press(app, pilot, "5", *typed("Ката бар"), "enter")
            assert periods.evaluation(made).state == "appeal"


@pytest.fixture
def evaluated(ready: World) -> World:
    """A quarter with figures and a waiting appeal."""
    made = periods.open_period(ready.association_id, 2026, "quarter", 1).value
    sheet = reading.sheets(made)[0]
    asked = [each.asked.id for each in sheet.lines]
    points.set_points(sheet.row.id, asked[0], "association", 75)
    points.add_proof(sheet.row.id, asked[1], "Ачык сабак [/]")
    points.set_not_applicable(sheet.row.id, asked[2], True)
    periods.set_fund(made, 10_000_001)
    periods.advance(made)
    periods.advance(made, announced_on=FIRST.ends + dt.timedelta(days=3))
    appeals.file_appeal(sheet.row.id, FIRST.ends + dt.timedelta(days=4), "Аз [/]", asked[0])
    return ready


def test_the_home_screen_knows_until_when_one_may_appeal(evaluated: World) -> None:
    of = evaluations(evaluated.association_id, 2026)[0]
    (row,) = due_soon.evaluations(evaluated.association_id, TODAY)
    assert (row.table, row.id, row.when, row.style) == ("evaluation", of.id, "", "warning")
    (appeal,) = reading.appeals(of.id)
    appeals.answer(appeal.id, "rejected", "Далил каралды", FIRST.ends + dt.timedelta(days=6))
    assert of.appeal_until is not None
    days = [of.appeal_until, of.appeal_until + dt.timedelta(days=1)]
    assert [due_soon.evaluations(evaluated.association_id, day)[0].when for day in days] == [
        f"{of.appeal_until:%d.%m.%Y}", "жапса болот",
    ]  # fmt: skip
    closing.close(of.id, TODAY)
    assert due_soon.evaluations(evaluated.association_id, TODAY) == []


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        (
            "ky",
            (
                (" 1-чейрек", "Арыз каралууда"),
                ("Фонд: 100\xa0000,01 сом", "Асанова Г. М. (ОББ)", "100\xa0000,01", "Жообу жок арыздар: 1 (4)"),
                ("Критерий", "  1 Билим сапаты", "7,5", "т/ж", "Жыйынтыгы: 7,5"),
                ("Асан уулу Б.         1. Билим сапаты", "Жообу жок", "Аз [/]"),
                ("Асан уулу Б.", "100 000", "7,5"),
                ("[x]           Орундар (1-, 2-орун …)", "Чейрек        Баалоо мезгили", "5             Арыз"),
            ),
        ),
        (
            "ru",
            (
                (" 1 четверть", "Апелляция"),
                ("Фонд: 100\xa0000,01 сом", "Асанова Г. М. (Завуч)", "100\xa0000,01", "Апелляций без ответа: 1 (4)"),
                ("Критерий", "  1 Качество знаний", "7,5", "н/п", "Итого: 7,5"),
                ("Асан уулу Б.         1. Качество знаний", "Без ответа", "Аз [/]"),
                ("Асан уулу Б.", "100", "7,5"),
                ("[x]           Места (1-е, 2-е …)", "Четверть      Период оценивания", "5             Дней"),
            ),
        ),
    ],
)
async def test_every_screen_as_text(evaluated: World, language: str, wanted: tuple[tuple[str, ...], ...]) -> None:
    with app_in(evaluated, EvaluationsScreen, language) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            for keys, expected in zip(
                ((), ("enter",), ("enter",), ("escape", "4"), ("escape", "escape", "1"), ("escape", "4")),
                wanted,
                strict=True,
            ):
                lines(await press(app, pilot, *keys), *expected)
            await press(app, pilot, "space")
            assert switches(evaluated.association_id).self_rating
