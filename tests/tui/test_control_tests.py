"""The register of control works: listed, planned in one line, results in one line of numbers, what was not mastered."""

from __future__ import annotations

import datetime as dt

import pytest

from db.control_tests import reading
from db.control_tests.reading import work
from db.ties.reading import ties
from tests.tui.control_works import written as made
from tests.tui.screens import text_of
from tests.tui.worlds import World, app_in, press, typed
from tui import places
from tui.screens.control_tests.entry import WorkEntryScreen
from tui.screens.control_tests.form import WorkForm
from tui.screens.control_tests.register import ControlTestsScreen
from tui.screens.control_tests.requirements import RequirementsForm, read_lines
from tui.screens.control_tests.results import ResultsScreen
from tui.screens.control_tests.work import WorkScreen
from tui.widgets.lists import PageList

REGISTER = {
    "ky": [
        " Текшерүү иштери · 2026-2027-окуу жылы · жыйынтыгы жок: 1",
        " ‹ Бардыгы ›  1/12",
        "   Күнү     Класс Предмет, түрү                 Мугалим           Сапат, балл",
        " 1-ЧЕЙРЕК",
        " ■ 15.09 шш 4-А   Математика · кириш тест       Асанова Г. М.      61,5 %  3,77",
        " ? 16.09 шр 4-Б   Математика · кириш тест       Качкынбай кызы Н. Жыйынтыгы жок",
        " – 01.10 бш 3-Б   Кыргыз тили · жат жазуу       Асан уулу Б.      Болгон жок",
        " 2-ЧЕЙРЕК",
        " □ 20.11 жм 1-А   Окуу [/] · окуу техникасы     Байтемирова Н. С. Пландалган",
        " □ 18.12 жм 4-А   Математика · чейректик тест   Асанова Г. М.     Пландалган",
    ],
    "ru": [
        " Контрольные работы · 2026-2027 учебный год · без результатов: 1",
        " ‹ Все ›  1/12",
        "   День     Класс Предмет, вид                  Учитель           Кач., балл",
        " 1 ЧЕТВЕРТЬ",
        " ■ 15.09 вт 4-А   Математика · входной тест     Асанова Г. М.      61,5 %  3,77",
        " ? 16.09 ср 4-Б   Математика · входной тест     Качкынбай кызы Н. Нет итогов",
        " – 01.10 чт 3-Б   Кыргыз тили · диктант         Асан уулу Б.      Отменена",
        " 2 ЧЕТВЕРТЬ",
        " □ 20.11 пт 1-А   Окуу [/] · техника чтения     Байтемирова Н. С. Запланировано",
        " □ 18.12 пт 4-А   Математика · четвертной тест  Асанова Г. М.     Запланировано",
    ],
}

CHAT = ["Текшерүү иштери", "• 20.11.2026 жм – 1-А · Окуу [/] · окуу техникасы – Байтемирова Н. С."]


@pytest.mark.parametrize("language", ["ky", "ru"])
async def test_the_register_of_a_year(world: World, language: str) -> None:
    made(world)
    with app_in(world, ControlTestsScreen, language) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            shown = text_of(app)
            assert shown[:10] == REGISTER[language]
            assert "26" in shown[-3] and "61,5" in shown[-2]


async def test_filters_years_and_what_is_done_by_one_key(world: World) -> None:
    ids = made(world)
    with app_in(world, ControlTestsScreen, work_id=ids["planned"]) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            listed = app.screen.query_one("#works", PageList)
            await press(app, pilot, "3", *typed("карантин"), "enter")
            assert (work(ids["planned"]).state, work(ids["planned"]).note) == ("cancelled", "карантин")
            await press(app, pilot, "6")
            assert work(ids["planned"]).state == "planned"
            await press(app, pilot, "insert")
            assert app.screen.text.splitlines()[:2] == CHAT
            await press(app, pilot, "escape")
            counts = []
            for _turn in range(6):
                await press(app, pilot, "right")
                counts.append(len(listed.keys))
            assert counts == [2, 2, 1, 3, 2, 0]
            assert "F7 пландайт" in "\n".join(text_of(app))
            await press(app, pilot, *["left"] * 6)
            listed.choose(ids["over"])
            said = await press(app, pilot, "2")
            assert work(ids["over"]).state == "held"
            assert any("1-А · Окуу [/] · окуу техникасы: жыйынтыгы жок" in line for line in said)
            await press(app, pilot, "f8", "2")
            assert [each.id for each in reading.works(world.association_id, 2026)] == [
                ids[name] for name in ("counted", "held", "off", "planned")
            ]
            assert (await press(app, pilot, "pageup"))[0].startswith(" Текшерүү иштери · 2025-2026-окуу жылы")


async def test_results_in_one_line_and_on_to_the_next(world: World) -> None:
    ids = made(world)
    with app_in(world, ControlTestsScreen, work_id=ids["held"]) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await press(app, pilot, "1")
            assert isinstance(app.screen, ResultsScreen)
            assert any("4-Б" in line for line in text_of(app)[12:])
            shown = await press(app, pilot, *typed("28 26 6 10 8 3"))
            assert " ! Баалардын саны – 27, жазгандардын саны – 26: экөө бирдей болушу керек." in shown
            await press(app, pilot, "enter")
            assert not work(ids["held"]).has_results
            shown = await press(app, pilot, "backspace", "2")
            assert shown[3:10] == [
                " Тизмеде            28",
                " Жазды              26",
                " Баалар             «5» 6  «4» 10  «3» 8  «2» 2   = 26",
                " Жетишүү            (6 + 10 + 8) ÷ 26 × 100 = 92,3\xa0%",
                " Билим сапаты       (6 + 10) ÷ 26 × 100 = 61,5\xa0%",
                " Окутулгандык (СОУ) (100·6 + 64·10 + 36·8 + 16·2 + 7·0) ÷ 26 = 60,0\xa0%",
                " Орточо балл        (5·6 + 4·10 + 3·8 + 2·2) ÷ 26 = 3,77",
            ]
            shown = await press(app, pilot, "enter")
            assert (work(ids["held"]).wrote, work(ids["held"]).state) == (26, "held")
            assert shown[0].startswith(" Жыйынтык · 1-А · Окуу [/] · окуу техникасы · 20.11 жм")
            await press(app, pilot, *typed("5 5 5"))
            assert any("Сандарды жазыңыз" in line for line in await press(app, pilot, "enter"))
            await press(app, pilot, "ctrl+u", *typed("20 5 5 5 5"), "enter")
            assert isinstance(app.screen, ControlTestsScreen)
    assert (work(ids["over"]).listed, work(ids["over"]).wrote) == (20, 20)


async def test_a_class_whose_list_is_known_takes_the_marks_alone(world: World) -> None:
    ids = made(world)
    with app_in(world, ResultsScreen, first_year=2026, work_id=ids["planned"]) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            assert "Класстын тизмесинде 28 окуучу" in "\n".join(await press(app, pilot))
            await press(app, pilot, *typed("6 10 8 2"), "enter")
    of = work(ids["planned"])
    assert (of.listed, of.wrote, dict(of.marks)) == (28, 26, {5: 6, 4: 10, 3: 8, 2: 2})


async def test_one_work_with_what_it_checks(world: World) -> None:
    ids = made(world)
    with app_in(world, WorkScreen, "ru", work_id=ids["counted"]) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            shown = await press(app, pilot)
            assert shown[:8] == [
                " Контрольные работы · 2026-2027 учебный год · ■ Проведено    Сохранено 15:05:00",
                " 4-А · Математика · входной тест",
                " День          15.09.2026 вт, 2 урок, каб. 12",
                " Учитель       Асанова Г. М.",
                " Итоги         по списку 28, писали 26:  «5» 6  «4» 10  «3» 8  «2» 2",
                " Показатели    усп. 92,3\xa0% · кач. 61,5\xa0% · СОУ 60,0\xa0% · ср. балл 3,77",
                "",
                "   Что проверяется                                              Освоили       %",
            ]
            assert any(line.split() == ["!", "Маселе", "чыгарат", "15", "57,7", "%"] for line in shown)
            assert " Не освоено (ниже 60 %): Маселе чыгарат" in shown
            asked = "\n".join(await press(app, pilot, "down", "enter"))
            assert "Писали – 26" in asked
            await press(app, pilot, "ctrl+u", *typed("27"), "enter")
            assert work(ids["counted"]).requirements[1].mastered == 15
            await press(app, pilot, "enter", "ctrl+u", *typed("16"), "enter")
            assert work(ids["counted"]).requirements[1].mastered == 16
            await press(app, pilot, "7", "enter")
    made_of = ties("control_test", ids["counted"]).came_of
    assert [(each.table, each.title) for each in made_of] == [("task", "Кошумча сабак өтүлсүн")]


async def test_requirements_are_taken_over_and_written_a_line_each(world: World) -> None:
    ids = made(world)
    with app_in(world, WorkScreen, work_id=ids["planned"]) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            offered = await press(app, pilot, "5")
            assert any("15.09.2026 4-А кириш тест (2)" in line for line in offered)
            await press(app, pilot, "1", "4")
            form = app.screen
            assert isinstance(form, RequirementsForm)
            assert form.field("requirements").raw == "100гө чейин кошот\nМаселе чыгарат"
            form.field("requirements").raw = "100гө чейин кошот: 20\n\nӨлчөйт – 3"
            await press(app, pilot, "f2")
    assert [(each.text, each.mastered) for each in work(ids["planned"]).requirements] == [
        ("100гө чейин кошот", 20), ("Өлчөйт", 3),
    ]  # fmt: skip
    assert read_lines("1000ге чейин 100\nа : 5") == [("1000ге чейин 100", None), ("а", 5)]


async def test_one_line_plans_the_work_for_several_classes(world: World) -> None:
    made(world)
    with app_in(world, WorkEntryScreen, first_year=2026) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            shown = await press(app, pilot, *typed("жат жазуу 4а 4б кырг тил 15,12 2-сабак Кыш"))
            assert shown[3:9] == [
                " Түрү          жат жазуу",
                " Предмет       Кыргыз тили",
                " Темасы        Кыш",
                " Күнү          15.12.2026 шш, 2-сабак",
                " Класстары     4-А   Асанова Г. М.",
                "               4-Б   Качкынбай кызы Н.",
            ]
            clash = await press(app, pilot, "ctrl+u", *typed("тест матем 9а 18,12 1-сабак !асанова"))
            said = [line for line in clash if line.startswith(" !")]
            assert "9-А" in said[0] and "Асанова Г. М." in said[1] and "18.12.2026" in said[1]
            await press(app, pilot, "ctrl+u", *typed("жат жазуу 4а 4б кырг тил 15,12 2-сабак Кыш"))
            shown = await press(app, pilot, "enter")
            assert any("Пландалды: 4-А, 4-Б, Кыргыз тили · жат жазуу, 15.12 шш." in line for line in shown)
            said = await press(app, pilot, *typed("жат жазуу 4б кырг тил 15,12"), "enter")
            assert " ! 4-Б классында ошол күнү мындай иш бар." in said
            await press(app, pilot, "ctrl+u", *typed("тест 4а матем !жок"), "enter")
            await press(app, pilot, "ctrl+u", *typed("тест 14а матем"), "enter")
            await press(app, pilot, "f4")
            form = app.screen
            assert isinstance(form, WorkForm)
            form.field("lesson").raw, form.field("teacher_id").raw = "15", "кач"
            assert any(line.strip().startswith("!") and "14" in line for line in await press(app, pilot, "f2"))
            form.field("lesson").raw, form.field("held_on").raw = "3", "15,12"
            await press(app, pilot, "f2")
    found = [each for each in reading.works(world.association_id, 2026) if each.held_on == dt.date(2026, 12, 15)]
    assert [(each.class_name, each.lesson, each.title) for each in found] == [("4-А", 2, "Кыш"), ("4-Б", 3, "Кыш")]
    assert len(reading.works(world.association_id, 2026)) == 7


async def test_it_opens_from_anywhere_until_it_is_gone(world: World) -> None:
    ids = made(world)
    with app_in(world, ControlTestsScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            places.open_record(app, "control_test", ids["counted"])
            await press(app, pilot)
            assert isinstance(app.screen, WorkScreen)
            await press(app, pilot, "6")
            await press(app, pilot, "2")
            assert not work(ids["counted"]).has_results
            await press(app, pilot, "f8", "2")
            assert isinstance(app.screen, ControlTestsScreen)
