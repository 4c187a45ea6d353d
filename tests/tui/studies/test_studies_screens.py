"""Studies of how a subject is taught, from an empty list to the finished one; and letters."""

from __future__ import annotations

import datetime as dt

import pytest

from db.studies import letters, parts, studies
from tests.tui.observations.lessons import add_lesson, press
from tests.tui.worlds import World, app_in, typed
from tui.screens.events.list import EventsScreen
from tui.screens.studies.form import StudyForm
from tui.screens.studies.letter import LetterForm
from tui.screens.studies.letters import LettersScreen
from tui.screens.studies.part import PartForm
from tui.screens.studies.studies import StudiesScreen
from tui.screens.studies.study import StudyScreen


def begun(world: World) -> int:
    fields = {"title": "4-класстарда математика [/]", "subject": "Математика", "classes": "4"}
    days = {"begins": dt.date(2026, 11, 1), "ends": dt.date(2026, 11, 30)}
    return studies.save_study(None, world.association_id, 2026, people=world.people[1:3], **fields, **days).value


async def test_a_study_from_the_list_to_the_finished_one(world: World) -> None:
    lesson_id = add_lesson(world)
    with app_in(world, EventsScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            shown = await press(app, pilot, "ctrl+t")
            assert isinstance(app.screen, StudiesScreen)
            assert "Азырынча изилдөө жок" in "\n".join(shown)
            await press(app, pilot, "f7")
            form = app.screen
            assert isinstance(form, StudyForm)
            form.field("title").raw = "4-класстарда математика"
            form.field("subject").raw = "математика"
            form.field("begins").raw = "30,11"
            form.field("ends").raw = "1,11"
            form.field("people").raw = "жок"
            assert "Табылган жок: жок" in "\n".join(await press(app, pilot, "f2"))
            form.field("people").raw = "асанова, байт"
            await press(app, pilot, "f2")
            assert form.field("ends").has_class("-wrong")
            form.field("begins").raw, form.field("ends").raw = "1,11", "30,11"
            await press(app, pilot, "f2")
            await press(app, pilot)
            assert isinstance(app.screen, StudyScreen)
            offered = await press(app, pilot, "f7")
            assert any("1 18.11.2026 · 4-Б · Качкынбай кызы Н." in line for line in offered)
            await press(app, pilot, "1", "f7", "1")
            part_form = app.screen
            assert isinstance(part_form, PartForm)  # the lesson is added: notebooks are the first now
            part_form.field("class_name").raw, part_form.field("text").raw = "4б", "Каталар оңдолгон эмес"
            await press(app, pilot, "f2")
            of = studies.study(studies.studies(world.association_id, 2026)[0].id)
            assert [(each.kind, each.activity_id, each.class_name) for each in of.parts] == [
                ("visit", lesson_id, "4-Б"),
                ("notebooks", None, "4-Б"),
            ]
            await press(app, pilot, "home", "enter")
            app.screen.field("text").raw = "Темп жай"  # type: ignore[attr-defined]
            await press(app, pilot, "f2")
            await press(app, pilot, "1", "ctrl+u", *typed("1,12"), "enter")
            of = studies.study(of.row.id)
            assert (of.parts[0].text, of.row.finished_on) == ("Темп жай", dt.date(2026, 12, 1))
            await press(app, pilot, "6", "end", "f8", "2", "escape")
            of = studies.study(of.row.id)
            assert (len(of.parts), of.row.finished_on) == (1, None)
            assert isinstance(app.screen, StudiesScreen)


STUDY = {
    "ky": [
        " Изилдөө · 2026-2027-окуу жылы",
        " 4-класстарда математика [/]",
        " Предмет       Математика · 4",
        " Мөөнөтү       01.11.2026 – 30.11.2026",
        " Изилдегендер  Асанова Г. М., Байтемирова Н. С.",
        " Абалы         жүрүп жатат",
        "",
        " Күнү       Эмне каралды          Класс    Мугалим        Эмне аныкталды",
        " 18.11.2026 сабак · Бөлчөктөрдү … 4-Б      Качкынбай кыз… Темп жай",
    ],
    "ru": [
        " Изучение · 2026-2027 учебный год",
        " 4-класстарда математика [/]",
        " Предмет       Математика · 4",
        " Срок          01.11.2026 – 30.11.2026",
        " Изучали       Асанова Г. М., Байтемирова Н. С.",
        " Состояние     идёт",
        "",
        " День       Что смотрели          Класс    Учитель        Что установлено",
        " 18.11.2026 урок · Бөлчөктөрдү к… 4-Б      Качкынбай кыз… Темп жай",
    ],
}


@pytest.mark.parametrize("language", ["ky", "ru"])
async def test_a_study_with_what_was_looked_at(world: World, language: str) -> None:
    study_id = begun(world)
    parts.add_part(study_id, "visit", activity_id=add_lesson(world), text="Темп\nжай")
    with app_in(world, StudyScreen, language, study_id=study_id) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            shown = await press(app, pilot)
            assert [shown[0].partition("   ")[0], *shown[1:9]] == STUDY[language]
            asked = await press(app, pilot, "2")
            assert any("2" not in line and line.strip() for line in asked[-3:])
            await press(app, pilot, "4")
            assert type(app.screen).__name__ == "ActivityScreen"


@pytest.mark.parametrize("language", ["ky", "ru"])
async def test_letters(world: World, language: str) -> None:
    with app_in(world, LettersScreen, language) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            shown = "\n".join(await press(app, pilot))
            assert {"ky": "Азырынча кат жок. F7", "ru": "Писем пока нет. F7"}[language] in shown
            await press(app, pilot, "f7")
            form = app.screen
            assert isinstance(form, LetterForm)
            assert (form.field("number").raw, form.field("written_on").raw) == ("1", "22.11.2026")
            form.field("title").raw = "Семинар [/]"
            await press(app, pilot, "f2")
            assert form.field("body").has_class("-wrong")
            form.field("body").raw = "Урматтуу кесиптештер!\n5 < 6"
            form.field("addressee").raw = "Билим берүү бөлүмүнө"
            await press(app, pilot, "f2")
            shown = await press(app, pilot)
            assert any(line.split()[:4] == ["1", "22.11.2026", "Семинар", "[/]"] for line in shown)
            assert " 5 < 6" in shown
            assert len(letters.letters(world.association_id, 2026)) == 1
            await press(app, pilot, "f8", "2")
            assert letters.letters(world.association_id, 2026) == []
            await press(app, pilot, "ctrl+z")
            assert len(letters.letters(world.association_id, 2026)) == 1
