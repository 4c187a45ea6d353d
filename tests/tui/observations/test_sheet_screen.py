"""The analysis sheet, filled while one sits in the lesson."""

from __future__ import annotations

import dataclasses
import json

import pytest

from db import connection, edits, settings
from db.observations import reading, sheets
from tests.tui.observations.lessons import add_lesson, begun, press, sheet_screen
from tests.tui.screens import text_of
from tests.tui.worlds import World, app_in, shown_until, typed
from tui import session
from tui.app import Options
from tui.moving import PLACE
from tui.screens.observations import place
from tui.screens.observations.opening import open_sheet
from tui.screens.observations.screen import SheetScreen
from tui.screens.observations.sheets import SheetsScreen
from tui.widgets.text import TextField

SCREEN = {
    "ky": [
        " Качкынбай кызы Н. · 4-Б · Математика · 18.11.2026 · 3-сабак",
        " 3 Уюштуруу                │ ТАЛДАГАН     Асанова Г. М.",
        " 2 Максат коюу             │ КАТЫШУУ      катышуунун максаты",
        " · Мазмун                  │ ТЕМАСЫ       Бөлчөктөрдү кошуу",
        " · Усул жана ыкма          │ ТИБИ         сабактын тиби: жаңы билим, кайталоо…",
        " · Окуучунун активдүүлүгү  │ БИЛИМ БЕРҮҮ  билим берүүчүлүк максаты",
        " · Баалоо                  │ ӨНҮКТҮРҮҮ    өнүктүрүүчүлүк максаты",
        " · Дифференциация          │ ТАРБИЯЛЫК    тарбиялык максаты",
        " · Каражат, ТКК            │ ОКУУЧУЛАР    тизмеде         катышты",
        " · Убакыт                  │ ЖЕТИШКЕНДИК  эмнелер жакшы болду",
        " · Рефлексия               │ КЕМЧИЛИК     эмнелер жетишпеди",
        " · Натыйжа                 │ КОРУТУНДУ",
        "                           │ СУНУШТАР     сунуш, ар бири бир сап",
        "Упай 5/6 · орт. 2,5        │ ӨЗҮН ТАЛДОО  мугалим өзү эмне дейт",
        "Мазмун                     │ ТААНЫШТЫ     мугалим таанышкан күн",
        "                           │",
        "1–3 – упай, 0 – алып салуу │",
    ],
    "ru": [
        " Качкынбай кызы Н. · 4-Б · Математика · 18.11.2026 · 3 урок",
        " 3 Организация урока       │ ПОСЕТИЛ(А)   Асанова Г. М.",
        " 2 Постановка цели         │ ЦЕЛЬ ПОСЕЩ.  цель посещения",
        " · Содержание              │ ТЕМА         Бөлчөктөрдү кошуу",
        " · Методы и приёмы         │ ТИП          урока: новые знания, повторение…",
        " · Активность учащихся     │ ОБУЧАЮЩАЯ    обучающая цель",
        " · Оценивание              │ РАЗВИВАЮЩАЯ  развивающая цель",
        " · Дифференциация          │ ВОСПИТАТЕЛ.  воспитательная цель",
        " · Средства, ТСО           │ УЧАЩИЕСЯ     по списку         присутствует",
        " · Время                   │ ДОСТОИНСТВА  что удалось",
        " · Рефлексия               │ НЕДОСТАТКИ   чего не хватило",
        " · Результат               │ ВЫВОДЫ",
        "                           │ РЕКОМЕНДАЦ.  рекомендация, по одной в строке",
        "Баллы 5/6 · ср. 2,5        │ САМОАНАЛИЗ   что говорит сам учитель",
        "Содержание                 │ ОЗНАКОМЛЕН   день, когда учитель прочёл",
        "                           │",
        "1–3 – балл, 0 – убрать     │",
    ],
}


@pytest.mark.parametrize("language", ["ky", "ru"])
async def test_one_key_a_score(world: World, language: str) -> None:
    async with sheet_screen(world, begun(world), language) as seen:
        await seen.keys("3", "2")
        shown = [seen.lines[0].partition("  ")[0], *seen.lines[1:17]]
        assert [line.rstrip() for line in shown] == SCREEN[language]
        await seen.keys("backspace")
        assert [each.score for each in seen.sheet.scores[:3]] == [3, None, None]
        await seen.keys("4")
        assert "1–3" in seen.lines[-2] or "от 1 до 3" in seen.lines[-2]
        await seen.keys("1", "up", "0")
        assert [each.score for each in seen.sheet.scores[:2]] == [3, None]


async def test_a_scale_to_ten_has_a_key_for_ten(world: World) -> None:
    settings.set_("observation_scale", "10")
    async with sheet_screen(world, begun(world)) as seen:
        await seen.keys("0", "9")
        assert [each.score for each in seen.sheet.scores[:2]] == [10, 9]


async def test_texts_save_themselves_and_wrong_numbers_are_told_at_their_field(world: World) -> None:
    async with sheet_screen(world, begun(world)) as seen:
        await seen.keys("down", "f4")
        await seen.type("алсыз окуучу да катышты [/]")
        await seen.keys("enter", "3")
        await seen.keys("f6")
        await seen.type("Тажрыйба көрүү")
        await seen.keys(*["tab"] * 6)
        await seen.type("28")
        await seen.keys("enter")
        await seen.type("29")
        await seen.keys("tab")
        assert "! Катышкандар тизмедегиден көп:" in "\n".join(seen.lines)
        assert (seen.sheet.row.listed, seen.sheet.row.present) == (28, None)
        await seen.type("5 < 6 & «а»\u202e\x1b[31m")
        await seen.keys("f7")
        await seen.type("Топ менен иштөө")
        await seen.keys("enter")
        await seen.type("Убакытты эсептөө")
        await seen.keys("up", "f8")
        assert [each.text for each in seen.sheet.advice] == ["Убакытты эсептөө"]
        await seen.keys("f6", "ctrl+z")
        of = seen.sheet
        assert (of.scores[1].note, of.scores[1].score, of.scores[2].score) == (
            "алсыз окуучу да катышты [/]",
            3,
            None,
        )
        assert (of.row.visit_aim, of.row.strong) == ("Тажрыйба көрүү", "5 < 6 & «а»")
        assert [each.text for each in of.advice] == ["Топ менен иштөө", "Убакытты эсептөө"]


async def test_the_day_on_which_the_teacher_read_it(world: World) -> None:
    async with sheet_screen(world, begun(world)) as seen:
        await seen.keys("f6", "shift+tab", "shift+tab")
        assert seen.app.focused is not None and seen.app.focused.id == "acquainted_on"
        await seen.type("17,11")
        await seen.keys("shift+tab")
        assert seen.sheet.row.acquainted_on is None
        assert "! Сабак өтүлгөнгө чейин" in "\n".join(seen.lines)
        await seen.keys("tab", "ctrl+u")
        await seen.type("20,11")
        await seen.keys("shift+tab")
        assert str(seen.sheet.row.acquainted_on) == "2026-11-20"


async def test_after_a_kill_the_last_words_are_there_and_the_cursor_stands_in_them(world: World) -> None:
    sheet_id = begun(world)
    settings.remember(PLACE, json.dumps({"name": "observation", "values": {"observation_id": sheet_id}}))
    kept = place.Place(sheet_id, "strong", sheet_id)
    settings.remember(place.KEY, json.dumps(dataclasses.asdict(kept)))
    edits.autosave("observation", sheet_id, "strong", "Көрсөтмө кур", 8)
    connection.close()
    with session.opened(Options(world.folder, language="ky")) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await shown_until(app, pilot, lambda: isinstance(app.focused, TextField))
            field = app.focused
            assert isinstance(field, TextField)
            assert (field.id, field.value, field.cursor) == ("strong", "Көрсөтмө кур", 8)
            assert "Акыркы жазууңуз калыбына келтирилди" in "\n".join(text_of(app))
    connection.open_for_writing(world.folder)


async def test_from_a_lesson_to_its_sheets_and_back(world: World) -> None:
    lesson_id = add_lesson(world, kind="visit", aim="Өз ара үйрөнүү")
    with app_in(world, SheetsScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            assert "Азырынча бир да сабак талдана элек." in "\n".join(await press(app, pilot))
            open_sheet(app, lesson_id)
            await press(app, pilot)
            assert isinstance(app.screen, SheetScreen)
            assert app.focused is not None and app.focused.id == "conclusions"  # of a visit one writes what was seen
            await press(app, pilot, *typed("Жакшы"), "escape")
            (first,) = reading.sheets_of([lesson_id])
            assert (first.row.observer_id, first.observations) == (world.people[1], "Жакшы")
            await press(app, pilot, "ctrl+o", "2")
            await press(app, pilot, "shift+tab")
            second = reading.sheets_of([lesson_id])[1]
            assert second.row.observer_id is None
            sheets.set_observer(second.row.id, None, "Осмонова А. К., ОББ")
            shown = await press(app, pilot, "escape", "ctrl+o")
            assert any("2 Осмонова А. К., ОББ" in line for line in shown)
            await press(app, pilot, "1", "f6", "f8", "2")  # the first one is taken away
            assert [each.row.id for each in reading.sheets_of([lesson_id])] == [second.row.id]
            shown = await press(app, pilot)
            assert isinstance(app.screen, SheetsScreen)
            assert any(line.startswith(" 18.11.2026 Качкынбай") for line in shown)
            await press(app, pilot, "ctrl+z")
            assert len(reading.sheets_of([lesson_id])) == 2
