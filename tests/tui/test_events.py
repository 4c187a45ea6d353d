"""The year's events on the screen: listed with what clashes, who has what, typed, moved, held, reported."""

from __future__ import annotations

import datetime as dt

import pytest

from db.events import activities
from db.events.rows import Activity
from db.plans import lines, sections
from tests.tui.events import directed
from tests.tui.plans import planned
from tests.tui.screens import text_of
from tests.tui.worlds import World, app_in, press, typed
from tui.screens.events.activity import ActivityScreen
from tui.screens.events.entry import EventEntryScreen
from tui.screens.events.form import EventForm
from tui.screens.events.list import EventsScreen


def of(activity_id: int) -> Activity:
    return activities.activity(activity_id)


def newest(world: World) -> Activity:
    return max(activities.activities(world.association_id, 2026), key=lambda each: each.id)


LIST = {
    "ky": [
        " Иш-чаралар · 2026-2027-окуу жылы · дал келип калган: 2",
        " ‹ Бардыгы ›  1/7",
        "    Күнү        Иш-чара                        Ким               Абалы",
        " ОКТЯБРЬ",
        " ■  14.10 шр 2  Сабакка катышуу · Асан уулу Б… Асанова Г. М.     Өткөрүлдү",
        " ■  20.10 шш    Алтын күз кечеси · 4-А         Асанова Г. М.     Өткөрүлдү",
        " НОЯБРЬ",
        " ?  19.11 бш    Окуу сынагы                    Жумабекова А. К.  Өткөрүлдүбү?",
        " □  23.11–28.11 Математика жумалыгы            Асанова Г. М., Ж… Пландалган",
        " □! 25.11 шр 3  Ачык сабак · 4-А · математика… Асанова Г. М.     Пландалган",
        " □! 25.11 шр 3  Ачык сабак · 4-А · кыргыз тил… Байтемирова Н. С. Пландалган",
        " □  26.11 бш    Викторина · 2-В                Жумабекова А. К.  Пландалган",
        " КҮНҮ ЖОК",
        " □              Математика олимпиадасы         Асан уулу Б.      Пландалган",
    ],
    "ru": [
        " Мероприятия · 2026-2027 учебный год · накладок: 2",
        " ‹ Все ›  1/7",
        "    День        Мероприятие                    Кто               Состояние",
        " ОКТЯБРЬ",
        " ■  14.10 ср 2  Взаимопосещение · Асан уулу Б… Асанова Г. М.     Проведено",
        " ■  20.10 вт    Алтын күз кечеси · 4-А         Асанова Г. М.     Проведено",
        " НОЯБРЬ",
        " ?  19.11 чт    Окуу сынагы                    Жумабекова А. К.  Проведено?",
        " □  23.11–28.11 Математика жумалыгы            Асанова Г. М., Ж… Запланировано",
        " □! 25.11 ср 3  Открытый урок · 4-А · математ… Асанова Г. М.     Запланировано",
        " □! 25.11 ср 3  Открытый урок · 4-А · кыргыз … Байтемирова Н. С. Запланировано",
        " □  26.11 чт    Викторина · 2-В                Жумабекова А. К.  Запланировано",
        " БЕЗ ДНЯ",
        " □              Математика олимпиадасы         Асан уулу Б.      Запланировано",
    ],
}


@pytest.mark.parametrize("language", ["ky", "ru"])
async def test_the_year_by_days_with_what_clashes(world: World, language: str) -> None:
    ids = directed(world)
    with app_in(world, EventsScreen, language, first_year=2026, activity_id=ids["lesson"]) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            shown = await press(app, pilot)
            assert [shown[0][:58].rstrip(), *shown[1:14]] == LIST[language]
            said = {
                "ky": " ! Ал убакта класс бош эмес: 4-А – ачык сабак «Зат атооч [/]», 25.11.2026 шр,",
                "ru": " ! В это время класс занят: 4-А – открытый урок «Зат атооч [/]», 25.11.2026 ср,",
            }
            assert said[language] in shown
            matrix = await press(app, pilot, "left")
            titles = {"ky": ["Ачык сабак", "Тышкаркы", "Предметтик"], "ru": ["Открытый урок", "Внеклас.", "Предметн."]}
            assert all(title in matrix[2] for title in titles[language])
            assert [each.split()[0] for each in matrix[3:5]] == ["Асан", "Качкынбай"]
            assert matrix[14].split()[-3:] == ["□1", "■1", "□1"]


async def test_the_matrix_plans_one_for_a_member_and_shows_what_is_behind(world: World) -> None:
    directed(world)
    with app_in(world, EventsScreen, "ky", first_year=2026, only="matrix") as app:
        async with app.run_test(size=(80, 24)) as pilot:
            shown = await press(app, pilot, "down", "f7", *typed("15,12 4Б"))
            assert any(line == " Ким             Качкынбай кызы Н." for line in shown)
            await press(app, pilot, "enter", "escape")
            planned_ = newest(world)
            assert (planned_.kind, planned_.responsible_ids, planned_.held_on) == (
                "open_lesson", (world.people[4],), dt.date(2026, 12, 15),
            )  # fmt: skip
            behind = await press(app, pilot, "end", "home", "enter")
            assert behind[0].startswith(" Иш-чаралар · ")
            assert sum("Ачык сабак" in line for line in behind[3:20]) == 1
            await press(app, pilot, "escape", "left")
            assert "5/7" not in text_of(app)[1] and "6/7" in text_of(app)[1]


CHAT = "• 27.11.2026 жм, 4-сабак – № 12 кабинет – Ачык сабак · 4-А · математика: Бөлчөктөр – Асанова Г. М."


async def test_moved_held_called_off_and_taken_back(world: World) -> None:
    ids = directed(world)
    with app_in(world, EventsScreen, "ky", first_year=2026, activity_id=ids["lesson"]) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            assert (await press(app, pilot, "1"))[-2].startswith(" ! Күнү келе элек: 25.11.2026.")
            refused = await press(app, pilot, "4", *typed("качандыр"), "enter")
            assert any("Бул жерге дата жазыңыз" in line or "дата" in line for line in refused)
            await press(app, pilot, "ctrl+u", *typed("27,11 4-сабак"), "enter", *typed("карантин"), "enter")
            lesson = of(ids["lesson"])
            assert (lesson.held_on, lesson.lesson, lesson.moves[0].reason) == (dt.date(2026, 11, 27), 4, "карантин")
            await press(app, pilot, "5", *typed("мугалим ооруду"), "enter")
            assert (of(ids["lesson"]).state, of(ids["lesson"]).reason) == ("cancelled", "мугалим ооруду")
            assert "– 27.11" in "\n".join(await press(app, pilot)).replace("–  ", "– ")
            await press(app, pilot, "6")
            assert of(ids["lesson"]).state == "planned"
            await press(app, pilot, "insert")
            assert CHAT in app.screen.text.splitlines()
            await press(app, pilot, "escape", "f8", "2")
            assert ids["lesson"] not in {each.id for each in activities.activities(world.association_id, 2026)}
            await press(app, pilot, "ctrl+z")
            assert of(ids["lesson"]).title == "Бөлчөктөр"


async def test_what_was_held_offers_the_line_of_the_plan_that_it_did(world: World) -> None:
    ids, plan = directed(world), planned(world)
    lines.change_line(plan["contest"], unplanned=False)
    with app_in(world, EventsScreen, "ky", first_year=2026, activity_id=ids["passed"]) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            offered = await press(app, pilot, "1")
            assert of(ids["passed"]).state == "held"
            assert "Окуу сынагы" in "\n".join(offered) and type(app.screen).__name__ == "FulfilBox"


ENTRY = {
    "ky": (
        "ачык сабак !бай 4А математика 25,11 3-сабак бөлүү",
        [
            " Түрү            Ачык сабак", " Темасы          Бөлүү", " Ким             Байтемирова Н. С.",
            " Класс           4-А", " Предмет         математика", " Күнү            25.11.2026 шр, 3-сабак", "",
            " ! Ал убакта класс бош эмес: 4-А – ачык сабак «Бөлчөктөр», 25.11.2026 шр,",
        ],
    ),
    "ru": (
        "взаимопосещение !бай !сыд 22,11 2 урок 4Д",
        [
            " Вид             Взаимопосещение", " Тема            –", " Кто             Сыдыкова Б. А.",
            " Кто посетил     Байтемирова Н. С.", " Класс           4-Д", " День            22.11.2026 вс, 2 урок", "",
            " ! В этом году нет такого класса: 4-Д. Возможно: 4-А?",
            " ! Это воскресенье.",
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", ["ky", "ru"])
async def test_one_line_says_it_all_and_what_clashes(world: World, language: str) -> None:
    directed(world)
    line, meaning = ENTRY[language]
    with app_in(world, EventEntryScreen, language, first_year=2026) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            shown = await press(app, pilot, *typed(line))
            assert shown[3 : 3 + len(meaning)] == meaning
            await press(app, pilot, "enter")
            made = newest(world)
            assert made.state == ("held" if language == "ru" else "planned")
            refused = await press(app, pilot, *typed("сынак !жок"), "enter")
            assert "!" in refused[-2] and newest(world).id == made.id
            await press(app, pilot, "ctrl+u", "f4")
            assert isinstance(app.screen, EventForm) and app.screen.field("lesson").raw == str(made.lesson)


async def test_the_form_changes_everything_and_keeps_hostile_text(world: World) -> None:
    ids = directed(world)
    with app_in(world, ActivityScreen, "ky", activity_id=ids["clash"]) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            shown = "\n".join(await press(app, pilot))
            assert "Зат атооч [/]" in shown and "! Ал убакта класс бош эмес" in shown
            await press(app, pilot, "f4")
            form = app.screen
            assert isinstance(form, EventForm)
            for name, value in (("when", "15,11,2025"), ("visitors", "сыд, ОББ [b], !жок"), ("classes", "4 «Б»")):
                form.field(name).raw = value
            assert any("Табылган жок: жок" in line for line in await press(app, pilot, "f2"))
            form.field("visitors").raw = "сыд, ОББ [b]"
            assert any("окуу жылына кирбейт" in line for line in await press(app, pilot, "f2"))
            form.field("when").raw = "1,12"
            await press(app, pilot, "f2")
    changed = of(ids["clash"])
    assert (changed.held_on, changed.classes, changed.guests) == (dt.date(2026, 12, 1), "4-Б", ("ОББ [b]",))
    assert [each.name.listed for each in changed.visitors] == ["Сыдыкова Б. А.", "ОББ [b]"]


async def test_a_week_has_its_days_and_an_event_its_results(world: World) -> None:
    ids = directed(world)
    with app_in(world, ActivityScreen, "ky", activity_id=ids["week"]) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            shown = await press(app, pilot)
            assert any(line.startswith(" 26.11 бш    □ Викторина · 2-В") for line in shown)
            await press(app, pilot, "f7", *typed("кроссворд !сыд 24,11 2Б"), "enter", "escape")
            assert (newest(world).part_of_id, newest(world).kind) == (ids["week"], "subject_event")
            await press(app, pilot, "2", *typed("2В 1-орун"), "enter", *typed("Айдай Т. 2-В 1-орун диплом"), "enter")
            await press(app, pilot, "enter")
            assert [(each.class_name, each.name, each.place, each.award) for each in of(ids["week"]).outcomes] == [
                ("2-В", "", "1-орун", ""), ("2-В", "Айдай Т.", "1-орун", "диплом"),
            ]  # fmt: skip
            shown = await press(app, pilot, "end", "delete")
            assert len(of(ids["week"]).outcomes) == 1


async def test_a_lesson_is_analysed_by_one_key_and_an_event_is_not(world: World) -> None:
    ids = directed(world)
    with app_in(world, EventsScreen, "ky", first_year=2026, activity_id=ids["lesson"]) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await press(app, pilot, "3")
            assert type(app.screen).__name__ == "SheetScreen"
            await press(app, pilot, "escape", "home", "down", "3")
            assert isinstance(app.screen, EventsScreen)


async def test_an_activity_is_planned_from_a_line_of_the_plan(world: World) -> None:
    plan = planned(world)
    with app_in(world, EventForm, "ky", first_year=2026, line_id=plan["lesson"]) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            form = app.screen
            assert isinstance(form, EventForm)
            assert (form.field("when").raw, form.field("classes").raw) == ("18.11.2026", "1-А")
            form.field("title").raw = "Тыбыштар"
            await press(app, pilot, "f2")
    made = newest(world)
    assert (made.kind, made.title, made.responsible_ids) == ("open_lesson", "Тыбыштар", (world.people[2],))


async def test_an_empty_year_says_which_key_makes_the_first_one(world: World) -> None:
    with app_in(world, EventsScreen, "ky", first_year=2026) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            shown = await press(app, pilot, "1", "4", "5", "6", "f8", "0", "enter", "pagedown", "pageup")
            assert shown[2] == " Бул окуу жылында азырынча эч нерсе жок. F7 – жазуу; ← → – башкалары."
    assert sections.sections(world.association_id) == []
