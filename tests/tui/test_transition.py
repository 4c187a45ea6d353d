"""The transition, work by level, the standard and handovers on the screen: listed, written, made something of."""

from __future__ import annotations

import datetime as dt

import pytest

from db import calendar
from db.associations import association
from db.control_tests import results, works
from db.plans import sections
from db.quality import handovers, levels, standard
from db.quality.transition import transitions
from db.ties.reading import ties
from tests.marks import QUARTERS, fill_marks
from tests.tui.screens import text_of
from tests.tui.worlds import World, app_in, press, typed
from tui import places
from tui.screens.quality.handovers import HandoverForm, HandoversScreen
from tui.screens.quality.levels import LevelsScreen
from tui.screens.quality.levels_form import LevelForm
from tui.screens.quality.sheets import SheetsScreen
from tui.screens.quality.standard import StandardForm, StandardScreen
from tui.screens.quality.transition import TransitionScreen
from tui.screens.quality.transition_forms import MeasuresForm, TransitionForm


@pytest.fixture
def filled(world: World) -> World:
    calendar.save_school_year(2026, QUARTERS[0].begins, QUARTERS[3].ends, QUARTERS)
    fill_marks(world.association_id, association(world.association_id).school_id)
    where = [("5-А", world.people[1])]
    (test,) = works.add_works(world.association_id, 2026, where, kind="entry", subject="Математика",
                              held_on=dt.date(2026, 9, 15)).value  # fmt: skip
    results.set_results(test, 25, 25, {5: 6, 4: 8, 3: 10, 2: 1})
    results.set_requirements(test, [("Маселе [/] чыгарат", 14)])
    return world


LIST = {
    "ky": [
        " Улантуучулук · 2026-2027-окуу жылы · төмөндөгөн: 1           Сакталды 15:05:00",
        "(•) Бардыгы   ( ) Төмөндөгөндөр   ( ) Күн тартибине   ( ) Чара көрүлө элек",
        "    Класс     Предмет             Башт,%  Кириш   Башы Азыр,%  ± п.п. Чара",
        "    4-А→5-А   Математика            56,0   56,0   64,0   72,0   +16,0",
        " !! 4-Б→5-Б   Математика            55,6      –   55,6   44,4   −11,1",
    ],
    "ru": [
        " Преемственность · 2026-2027 учебный год · снизилось: 1      Сохранено 15:05:00",
    ],
}


async def test_a_fall_becomes_question_task_and_line_at_once(filled: World) -> None:
    sections.save_section(None, filled.association_id, "Билим сапатын көтөрүү", "Повышение качества")
    with app_in(filled, TransitionScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            assert (await press(app, pilot))[:5] == LIST["ky"]
            await press(app, pilot, "down", "1")
            assert isinstance(app.screen, MeasuresForm)
            worded = "\n".join(text_of(app))
            assert "№ 3, 27.11.2026" in worded and "!Качкынбай кызы 30.12.2026 Себебин талдап" in worded
            shown = "\n".join(await press(app, pilot, "f2"))
            assert "түзүлдү: маселе 1, тапшырма 1, пландын сабы 1 · чарадан кийин дагы төмөндөдү" in shown
            row = next(each for each in transitions(filled.association_id, 2026) if each.class_name == "5-Б")
            assert dict(row.made) == {"agenda_item": 1, "task": 1, "plan_line": 1}
            shown = "\n".join(await press(app, pilot, "0"))
            assert all(word in shown for word in ("Маселе", "Тапшырма", "Пландын иши"))
            await press(app, pilot, "escape", "f4")
            form = app.screen
            assert isinstance(form, TransitionForm)
            for name, raw in {"cause": "Мугалим алмашты [/]", "compared": "8", "good_before": "9"}.items():
                form.field(name).raw = raw
            assert any("эң көп дегенде – 8" in line for line in await press(app, pilot, "f2"))
            form.field("good_before").raw, form.field("good_after").raw = "5", "4"
            shown = "\n".join(await press(app, pilot, "f2"))
            assert "* салыштырылды: эки жылда тең болгон 8 окуучу, −12,5" in shown and "  −12,5*" in shown
            assert "Себеби: Мугалим алмашты [/]" in shown
            await press(app, pilot, "enter")
            assert isinstance(app.screen, SheetsScreen)
            places.open_record(app, "transition", row.id)
            assert any("4-Б→5-Б" in line for line in await press(app, pilot))
            await press(app, pilot, "up", "0", "7", "escape", "9", "escape")
            assert transitions(filled.association_id, 2026)[0].id == 0, "nothing is kept of what was not made"
            await press(app, pilot, "7", "enter")
            assert dict(transitions(filled.association_id, 2026)[0].made) == {"task": 1}
            await press(app, pilot, "ctrl+z")
            assert transitions(filled.association_id, 2026)[0].id == 0


async def test_groups_in_one_line_and_usual_measures(filled: World) -> None:
    with app_in(filled, LevelsScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            shown = await press(app, pilot)
            assert shown[2:5] == [
                " Деңгээли     Окуучу Иши                        Ким               Жыйынтык",
                " 2-Г · Математика",
                "   Жогорку         –                            Байтемирова Н. С.",
            ]
            assert "   Жогорку        ~4                            Асанова Г. М." in shown
            await press(app, pilot, "1")
            shown = await press(app, pilot, "ctrl+u", *typed("2 !жок кошумча"), "enter")
            assert any("!" not in line and "жок" in line for line in shown), shown
            await press(app, pilot, "ctrl+u", *typed("2 !кач кошумча сабак"), "enter")
            await press(app, pilot, "2", "2")
            await press(app, pilot, "f4")
            form = app.screen
            assert isinstance(form, LevelForm)
            form.field("time").raw = "бейшемби"
            await press(app, pilot, "f2")
            await press(app, pilot, "7", "enter")
            found = levels.groups_of(filled.association_id, 2026, 2)[0]
            assert (found.pupils, found.time) == (2, "бейшемби")
            assert found.work == "Кошумча сабак; Олимпиадага жана сынактарга даярдоо"
            assert [each.table for each in ties("level_work", found.id).came_of] == ["task"]
            places.open_record(app, "level_work", found.id)
            await press(app, pilot, "f8", "2")
            assert levels.groups_of(filled.association_id, 2026, 2)[0].id == 0
            assert any("1-чейрек" in line for line in await press(app, pilot, "left"))
            shown = await press(app, pilot, "f7", *typed("2г окуу"), "enter")
            assert any("2-Г" in line for line in shown)


async def test_the_standard_and_a_class_handed_over(filled: World) -> None:
    with app_in(filled, StandardScreen, "ru") as app:
        async with app.run_test(size=(80, 24)) as pilot:
            shown = await press(app, pilot)
            assert any(line.startswith(" ? 5-А   Маселе [/] чыгарат") for line in shown)
            await press(app, pilot, "f4")
            form = app.screen
            assert isinstance(form, StandardForm)
            assert any("!" in line for line in await press(app, pilot, "f2"))
            form.field("measure").raw = "Кошумча сабак"
            await press(app, pilot, "f2", "1")
            (found,) = standard.missed(filled.association_id, 2026)
            assert found.measure and (found.state, found.measure.person_id) == ("done", filled.people[1])
            await press(app, pilot, "7", "enter")
            assert [each.table for each in ties("standard_measure", found.measure.id).came_of] == ["task"]
            app.open("transition")
            assert (await press(app, pilot))[0] == LIST["ru"][0]
            shown = await press(app, pilot, "2")
            assert isinstance(app.screen, HandoversScreen) and any("F7" in line for line in shown)
            shown = await press(app, pilot, "f7", *typed("9ж"), "enter")
            assert any("9ж" in line for line in shown)
            await press(app, pilot, "ctrl+u", *typed("5а"), "enter")
            form = app.screen
            assert isinstance(form, HandoverForm)
            assert "входной тест" in form.field("tests").raw
            form.field("to_person_id").raw, form.field("advice").raw = "кач", "Жардам керек"
            shown = await press(app, pilot, "f2")
            (made,) = handovers.handovers(filled.association_id, 2026)
            assert made.taker and made.kind == "adaptation" and any("Жардам керек" in line for line in shown)
            places.open_record(app, "class_handover", made.id)
            await press(app, pilot, "f8", "2")
            assert not handovers.handovers(filled.association_id, 2026)
