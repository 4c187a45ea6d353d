"""Marks on the screen: a quarter typed class by class, first lines, slips, classes and their way, Excel files."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from db import kept, members, undo
from db.associations import association
from db.quality import classes, moves, sheets, years
from db.quality.keeping import save_marks
from db.quality.results import results
from db.rules.marks_line import MarksLine
from tests.tui.screens import text_of
from tests.tui.worlds import World, app_in, press, shown_until, typed
from tui import areas, places
from tui.screens.home import HomeScreen
from tui.screens.quality.class_result import ClassResultForm
from tui.screens.quality.classes import ClassesScreen
from tui.screens.quality.marks import MarksScreen
from tui.screens.quality.marks_entry import MarksEntryScreen
from tui.screens.quality.marks_files import MarksImport
from tui.screens.quality.marks_form import MarksForm
from tui.screens.quality.marks_line import MarksLineScreen
from tui.screens.quality.year import YearRulesForm

YEAR = 2026
ROWS = {
    "ky": [
        " Баалар · 2026-2027-окуу жылы · 1-чейрек · жок: 2",
        "‹ 1-чейрек ›  1/7",
        "   Класс Предмет            Мугалим            Баалар             Билим сапаты",
        " · 4-А   Англис тили [/]    Асанова Г. М.      киргизиле элек",
        " · 4-А   математика         Асанова Г. М.      киргизиле элек",
        " ✓ 4-А   Англис тили [/]    Качкынбай кызы Н.  6 4 2 0                 83,3 %",
        " · 2-Б   окуу               Качкынбай кызы Н.  баа коюлбайт",
    ],
    "ru": [
        " Оценки · 2026-2027 учебный год · 1 четверть · нет: 2",
        "‹ 1 четверть ›  1/7",
        "   Класс Предмет            Учитель            Оценки              Качество зн.",
        " · 4-А   Англис тили [/]    Асанова Г. М.      не введено",
        " · 4-А   математика         Асанова Г. М.      не введено",
        " ✓ 4-А   Англис тили [/]    Качкынбай кызы Н.  6 4 2 0                 83,3 %",
        " · 2-Б   окуу               Качкынбай кызы Н.  без оценок",
    ],
}


def filled(world: World) -> int:
    """Two classes, a subject in two groups with a teacher each, one sheet of the first quarter; the school's id."""
    school_id = association(world.association_id).school_id
    four = classes.save_class(None, school_id, YEAR, 4, "А", world.people[1], 27).value
    two = classes.save_class(None, school_id, YEAR, 2, "Б", pupils=20).value
    mine, other = world.people[1], world.people[4]
    save_marks(four, "Англис тили [/]", "quarter", 1, other, MarksLine(12, 0, {5: 6, 4: 4, 3: 2}, 0))
    save_marks(four, "Англис тили [/]", "quarter", 2, mine, MarksLine(15, 0, {5: 15}, 0))
    save_marks(four, "математика", "quarter", 2, mine, MarksLine(27, 0, {5: 27}, 0))
    save_marks(two, "окуу", "quarter", 2, other, MarksLine(20, 0, {}, 0))
    return school_id


@pytest.mark.parametrize("language", ["ky", "ru"])
async def test_a_quarter_is_typed_in_a_line_a_class(world: World, language: str) -> None:
    school_id = filled(world)
    with app_in(world, MarksScreen, language) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            shown = await press(app, pilot)
            print("\n".join(shown))
            assert shown[:7] == ROWS[language]
