"""How a member grows, on the screen: the time line, the records by kind, a record, a course in a line."""

from __future__ import annotations

import datetime as dt

import pytest

from db import kept
from db.growth import reading
from tests.tui.growth import written
from tests.tui.screens import text_of
from tests.tui.worlds import World, app_in, press, typed
from tui import places
from tui.screens.growth.entry import CourseEntryScreen
from tui.screens.growth.form import RecordForm
from tui.screens.growth.list import AllGrowth, GrowthScreen
from tui.screens.growth.record import GrowthRecordScreen
from tui.screens.home import HomeScreen
from tui.screens.members import MembersScreen

LINE = {
    "ky": [
        " Өсүшү · Асанова Г. М.",
        " ‹ Бардыгы ›  1/13",
        " 10.11.2026 иш тажрыйба        үйрөнүү · Критериалдык баалоо",
        " 05.11.2026 усулдук иш         Критериалдык баалоо",
        " 30.10.2026 курс               Критериалдык баалоо",
        " 01.09.2026 насаатчы           Качкынбай кызы Назгүл",
        " 28.08.2026 баяндама           Жылдык иш планын талкуулоо жөнүндө",
        " 28.08.2026 тапшырма алды      План бекитилсин.",
        " 10.02.2022 категория          биринчи · буйрук № 27",
        " 2019       сыйлык             Критериалдык баалоо",
    ],
    "ru": [
        " Рост · Асанова Г. М.",
        " ‹ Всё ›  1/13",
        " 10.11.2026 передовой опыт     изучение · Критериалдык баалоо",
        " 05.11.2026 методработа        Критериалдык баалоо",
        " 30.10.2026 курсы              Критериалдык баалоо",
        " 01.09.2026 наставник          Качкынбай кызы Назгүл",
        " 28.08.2026 доклад             Жылдык иш планын талкуулоо жөнүндө",
        " 28.08.2026 взято поручение    План бекитилсин.",
        " 10.02.2022 категория          первая · приказ № 27",
        " 2019       награда            Критериалдык баалоо",
    ],
}
RECORD = {
    "ky": [
        " Өз билимин өркүндөтүү темасы · Асанова Г. М.",
        "",
        "  Критериалдык баалоо",
        "  Окуу жылдары        2026 –",
        "  Отчёт формасы       баяндама",
        "",
        " Күнү                Этап                                      Айтылган отурум",
        " мөөнөтү: 20.11.2026 Критериалдык баалоо",
    ],
    "ru": [
        " Тема самообразования · Асанова Г. М.",
        "",
        "  Критериалдык баалоо",
        "  Учебные годы        2026 –",
        "  Форма отчёта        баяндама",
        "",
        " День                Этап                                      Заседание",
        " до 20.11.2026       Критериалдык баалоо",
    ],
}
ALL = {
    "ky": [
        " Мүчөлөрдүн өсүшү · 12",
        " ‹ Мөөнөтү жакын ›  1/8",
        " 20.11.2026 Асанова Г. М.      өз билиминин этабы · Критериалдык баалоо · Крит…",
        " 10.02.2027 Асанова Г. М.      категориянын мөөнөтү · биринчи",
    ],
    "ru": [
        " Рост учителей · 12",
        " ‹ Подходит срок ›  1/8",
        " 20.11.2026 Асанова Г. М.      этап самообразования · Критериалдык баалоо · Кр…",
        " 10.02.2027 Асанова Г. М.      срок категории · первая",
    ],
}


@pytest.mark.parametrize("language", ["ky", "ru"])
async def test_one_member_one_record_and_all_members(world: World, language: str) -> None:
    ids = written(world)
    with app_in(world, GrowthScreen, language, person_id=world.people[1]) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert text_of(app)[:10] == LINE[language]
            places.open_record(app, "self_education", ids["self_education"])
            await pilot.pause()
            assert text_of(app)[:8] == RECORD[language]
            app.open("growths")
            await pilot.pause()
            assert text_of(app)[:4] == ALL[language]


async def test_a_record_is_changed_told_of_and_taken_away(world: World) -> None:
    ids = written(world)
    for table in ("attestation", "mentoring"):
        kept.keep(world.association_id, table, on=False)
    with app_in(world, GrowthScreen, person_id=world.people[1], only="course") as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await press(app, pilot, "1", "1")
            assert reading.courses(world.association_id)[0].meeting_number == 3
            await press(app, pilot, "f4")
            assert isinstance(app.screen, RecordForm)
            await press(app, pilot, "down", *typed("КББА (Бишкек)"), "f2")
            await press(app, pilot, "right", "enter")
            assert isinstance(app.screen, GrowthRecordScreen)
            await press(app, pilot, "space")
            (topic,) = reading.self_education(world.association_id)
            assert topic.stages[0].done_on is not None
            await press(app, pilot, "f7", *typed("Отчёт"), "f2", "end", "f8", "2")
            assert [each.text for each in reading.self_education(world.association_id)[0].stages] == [topic.topic]
            await press(app, pilot, "f8", "3", "2")
            assert reading.self_education(world.association_id) == ()
            assert isinstance(app.screen, GrowthScreen)
            await press(app, pilot, "right", "right", "f8", "2")
            assert [each.id for each in reading.awards(world.association_id)] == []
            assert [each.id for each in reading.practices(world.association_id)] == [ids["practice"]]


async def test_every_form_opens_and_saves_what_is_there(world: World) -> None:
    ids = written(world)
    before = {table: reading.record(table, row_id) for table, row_id in ids.items()}
    with app_in(world, HomeScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            for table, row_id in ids.items():
                places.open_record(app, table, row_id)
                await press(app, pilot, "f4")
                assert isinstance(app.screen, RecordForm), table
                await press(app, pilot, "f2")
                assert isinstance(app.screen, GrowthRecordScreen), table
                app.back()
                await pilot.pause()
    assert {table: reading.record(table, row_id) for table, row_id in ids.items()} == before


async def test_courses_are_noted_in_one_line(world: World) -> None:
    with app_in(world, MembersScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await press(app, pilot, "3")
            assert isinstance(app.screen, AllGrowth)
            await press(app, pilot, "f7", "1")
            assert isinstance(app.screen, CourseEntryScreen)
            shown = await press(app, pilot, *typed('курс !токт 72 саат 15,10 "Баалоо" КББА онлайн №45/7'))
            assert shown[3:10] == [
                " Мугалим       Токтоматова Ч. И.",
                " Темасы        Баалоо",
                " Уюму          КББА",
                " Күндөрү       15.10.2026",
                " Сааты         72",
                " Формасы       онлайн",
                " Сертификат    № 45/7",
            ]
            await press(app, pilot, "enter")
            (course,) = reading.courses(world.association_id)
            assert (course.topic, course.hours, course.ends) == ("Баалоо", 72, dt.date(2026, 10, 15))
            shown = await press(app, pilot, *typed("!кимдир Баалоо"), "enter")
            assert len(reading.courses(world.association_id)) == 1
            assert any("кимдир" in line for line in shown[-3:])


async def test_the_home_screen_warns(world: World) -> None:
    written(world)
    with app_in(world, HomeScreen) as app:
        async with app.run_test(size=(80, 40)) as pilot:
            await pilot.pause()
            shown = [" ".join(line.split()) for line in text_of(app)]
            assert "КАТЕГОРИЯ, КУРС, ӨЗ БИЛИМИ: 2" in shown
            assert "Асанова Г. М. – категориянын мөөнөтү: биринчи 10.02.2027" in shown
