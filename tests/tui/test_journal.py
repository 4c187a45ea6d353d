"""The association's journal and its staffing on the screen: read, filtered, noted in one line, filled in by one key."""

from __future__ import annotations

import datetime as dt

import pytest

from db import staffing, tasks
from db.journal import notes
from db.journal.reading import Wanted, entries
from tests.tui.screens import text_of
from tests.tui.worlds import TODAY, World, app_in, press, typed
from tui.screens.journal.entry import NoteEntryScreen
from tui.screens.journal.journal import JournalScreen
from tui.screens.journal.note import NoteForm
from tui.screens.journal.staffing import StaffingScreen
from tui.screens.journal.vacancy import VacancyForm
from tui.widgets.lists import PageList

OCTOBER = dt.date(2026, 10, 20)


def told(world: World) -> None:
    """A note, a vacancy with somebody who fills in, a closed task."""
    notes.add_note(world.association_id, "Музейге [/] барышты", OCTOBER, person_id=world.people[0], classes="4-А")
    vacancy = {"subject": "Математика", "classes": "3-Б", "hours": 12, "reason": "Декреттик өргүү"}
    staffing.add_vacancy(world.association_id, dt.date(2026, 10, 1), **vacancy, filled_by_id=world.people[2],
                         filled_since=OCTOBER)  # fmt: skip
    tasks.set_state(tasks.of_meeting(world.meetings[0])[0].id, "done", dt.date(2026, 9, 1))


SHOWN = {
    "ky": [
        "‹ Бардыгы ›  1/11",
        "Кимдики: фамилиядан бир нече тамга жазыңыз",
        "ДЕКАБРЬ 2026",
        "25.12 жм № 4 отурум жокко чыгарылды (Карантин)",
        "20.10 шш Музейге [/] барышты                       Асан уулу Б.       4-А",
        "Мугалимсиз калган сааттар толтурулду: Ма… Байтемирова Н. С.  3-Б",
        "16.10 жм № 2 отурум өткөрүлдү: 1-чейректин жыйынт…",
        "01.10 бш Мугалимсиз калды: Математика (12 саат, Д…                    3-Б",
        "СЕНТЯБРЬ 2026",
        "05.09 иш № 1 протоколго кол коюлду",
        "01.09 шш Тапшырма аткарылды: План бекитилсин       Асанова Г. М.",
        "АВГУСТ 2026",
        "28.08 жм № 1 отурум өткөрүлдү: Жылдык иш планын т…",
        "01.08 иш Усулдук бирикменин катчысы дайындалды     Асан уулу Б.",
    ],
    "ru": [
        "‹ Всё ›  1/11",
        "Чьи: наберите несколько букв фамилии",
        "ДЕКАБРЬ 2026",
        "25.12 пт Отменено заседание № 4 (Карантин)",
        "20.10 вт Музейге [/] барышты                       Асан уулу Б.       4-А",
        "Замещены часы без учителя: Математика     Байтемирова Н. С.  3-Б",
        "16.10 пт Проведено заседание № 2: 1-чейректин жый…",
        "01.10 чт Остались без учителя: Математика (12 ч.,…                    3-Б",
        "СЕНТЯБРЬ 2026",
        "05.09 сб Подписан протокол № 1",
        "01.09 вт Выполнено поручение: План бекитилсин      Асанова Г. М.",
        "АВГУСТ 2026",
        "28.08 пт Проведено заседание № 1: Жылдык иш планы…",
        "01.08 сб Назначен секретарь МО                     Асан уулу Б.",
    ],
}
"""What is seen; the day on which a protocol was finished is the test's own."""


@pytest.mark.parametrize("language", ["ky", "ru"])
async def test_the_journal_is_read_and_filtered(world: World, language: str) -> None:
    told(world)
    with app_in(world, JournalScreen, language) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            shown = [line.strip() for line in await press(app, pilot)]
            assert [line for line in shown if line in SHOWN[language]] == SHOWN[language]
            listed = app.screen.query_one("#entries", PageList)
            everything = len(listed.keys)
            await press(app, pilot, *typed("байт"))
            assert len(listed.keys) == 3  # two meetings that she was at, and the hours that she fills in
            await press(app, pilot, "escape")
            assert len(listed.keys) == everything
            await press(app, pilot, "space", *typed("4а"), "enter")
            assert len(listed.keys) == 1
            await press(app, pilot, "escape", "left")
            assert "11/11" in text_of(app)[1]
            assert len(listed.keys) == 1
            await press(app, pilot, "f8", "ctrl+z")
            assert [each.title for each in entries(world.association_id, Wanted(group="notes"))] == [
                "Музейге [/] барышты"
            ]


async def test_notes_are_written_in_one_line_each(world: World) -> None:
    with app_in(world, NoteEntryScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            shown = await press(app, pilot, *typed("15,11 !байт 4А китеп күнү"))
            assert [line.split()[-1] for line in shown[3:7]] == ["жк", "күнү", "С.", "4-А"]
            shown = await press(app, pilot, "enter", *typed("кечээ !асан келди"), "enter")
            assert "Асан уулу Б., Асанова Г. М." in shown[-2]  # several fit, nothing is added
            await press(app, pilot, "ctrl+u", *typed("кечээ жыйын"), "enter", "f4")
            form = app.screen
            assert isinstance(form, NoteForm)
            form.field("person_id").raw = "жок"
            assert any("Табылган жок: жок" in line for line in await press(app, pilot, "f2"))
            form.field("person_id").raw = "гүлна"
            await press(app, pilot, "f2")
    found = entries(world.association_id, Wanted(group="notes"))
    assert [(each.day.day, each.title, each.person_ids, each.classes) for each in found] == [
        (21, "Жыйын", (world.people[1],), ""),
        (15, "Китеп күнү", (world.people[2],), "4-А"),
    ]


@pytest.mark.parametrize(
    ("language", "row"),
    [
        ("ky", "Математика · 3-Б                 12 01.10.2026     52 күн Байтемирова Н. С."),
        ("ru", "Математика · 3-Б                 12 01.10.2026     52 дн. Байтемирова Н. С."),
    ],
)
async def test_staffing_is_kept_by_single_keys(world: World, language: str, row: str) -> None:
    told(world)
    with app_in(world, StaffingScreen, language) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            assert row in [line.strip() for line in await press(app, pilot)]
            await press(app, pilot, "1", *typed("асан"), "enter")
            assert staffing.vacancies(world.association_id)[0].filled_by_id == world.people[2]  # two fit: still asked
            await press(app, pilot, "ctrl+u", *typed("пенсионер"), "enter", "2", *typed("РББ"), "enter")
            await press(app, pilot, "3", "enter")
            found = staffing.vacancies(world.association_id)[0]
            assert (found.filled_by_id, found.filled_how, found.reported_to) == (None, "пенсионер", "РББ")
            assert found.reported_on == found.closed_on == TODAY
            await press(app, pilot, "6")
            assert staffing.vacancies(world.association_id)[0].closed_on is None


async def test_a_vacancy_with_an_impossible_day_stays_in_its_form(world: World) -> None:
    with app_in(world, StaffingScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await press(app, pilot, "f7")
            form = app.screen
            assert isinstance(form, VacancyForm)
            for name, raw in {"subject": "Сүрөт", "classes": "4а, 4 б", "since": "1,10", "closed_on": "30,9"}.items():
                form.field(name).raw = raw
            assert any("мурда" in line for line in await press(app, pilot, "f2"))
            form.field("closed_on").raw = ""
            await press(app, pilot, "f2")
    found = staffing.vacancies(world.association_id)
    assert [(each.subject, each.classes, each.since) for each in found] == [("Сүрөт", "4-А, 4-Б", dt.date(2026, 10, 1))]
