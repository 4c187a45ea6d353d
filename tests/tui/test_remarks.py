"""Remarks: opened on purpose, those of meetings among them, noted and answered in one form."""

from __future__ import annotations

import datetime as dt

import pytest

from db import remarks
from db.meetings import agenda, discussion
from tests.tui.screens import text_of
from tests.tui.test_tasks import press
from tests.tui.worlds import World, app_in, typed
from tui.screens.remarks import RemarksScreen

SCREEN = {
    "ky": [
        " Эскертүүлөр · мөөнөтү өткөн: 1",
        " (•) Бардыгы   ( ) Жооп бериле элек",
        " Кимдики: фамилиядан бир нече тамга жазыңыз",
        " Күнү       Кимге             Эмне айтылды              Мөөнөтү    Жообу",
        " 27.11.2026 –                 № 3: Сабактар кеч баштал…",
        " 02.11.2026 Асанова Г. М.     Журнал толтурулган эмес.  09.11.2026",
    ],
    "ru": [
        " Замечания · просрочено: 1",
        " (•) Все   ( ) Без ответа",
        " Чьи: наберите несколько букв фамилии",
        " День       Кому              Что сказано               Срок       Ответ",
        " 27.11.2026 –                 № 3: Сабактар кеч баштал…",
        " 02.11.2026 Асанова Г. М.     Журнал толтурулган эмес.  09.11.2026",
    ],
}


@pytest.fixture
def lived(world: World) -> World:
    item = agenda.add(world.meetings[2], "Тартип жөнүндө").value
    discussion.add_speech(item, "criticism", world.people[4], text="Сабактар кеч башталат")
    day, due = dt.date(2026, 11, 2), dt.date(2026, 11, 9)
    remarks.add_remark(world.association_id, world.people[1], "remark", day, "Журнал толтурулган эмес.", due)
    return world


@pytest.mark.parametrize("language", ["ky", "ru"])
async def test_remarks_are_listed_with_those_of_meetings(lived: World, language: str) -> None:
    with app_in(lived, RemarksScreen, language) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            assert text_of(app)[:6] == SCREEN[language]
            await press(app, pilot, "right", *typed("асанова"))
            assert len(app.screen._known) == 1


async def test_a_remark_is_answered_and_one_of_a_meeting_followed(lived: World) -> None:
    with app_in(lived, RemarksScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await press(app, pilot, "enter", *typed("байт"), "tab", *typed("5,12"), "f2")
            await press(app, pilot, "end", "enter")
            for _field in range(5):
                await press(app, pilot, "tab")
            await press(app, pilot, *typed("Толтурулду"), "f2")
            found = {each.text: each for each in remarks.remarks(lived.association_id)}
    said, own = found["Сабактар кеч башталат"], found["Журнал толтурулган эмес."]
    assert (said.person_id, said.due, said.kind) == (lived.people[2], dt.date(2026, 12, 5), "opinion")
    assert (own.answer, own.answered_on) == ("Толтурулду", dt.date(2026, 11, 22))


async def test_a_new_remark_needs_whom_and_why(lived: World) -> None:
    with app_in(lived, RemarksScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await press(app, pilot, "f7")
            shown = "\n".join(await press(app, pilot, "f2"))
            assert shown.count("! Муну толтуруңуз") == 2
            await press(app, pilot, *typed("асан"), "f2")
            assert "Бир нечеси туура келет" in "\n".join(text_of(app))
            await press(app, pilot, *typed("ова"), "tab", "tab", *typed("2-сабакка 10 мүнөт кечикти"), "f2")
            newest = remarks.remarks(lived.association_id)[1]
            assert (newest.text, newest.kind) == ("2-сабакка 10 мүнөт кечикти", "remark")
            await press(app, pilot, "ctrl+z")
            assert "Асан" not in text_of(app)[-2]
