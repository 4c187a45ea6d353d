"""Marks on the screen: a quarter typed class by class, first lines, slips, classes and their way, Excel files."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from db import kept, undo
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
        "‹ 1-чейрек ›  1/7",
        "   Класс Предмет                Мугалим            Баалар                Сап.,%",
        " · 4-А   Англис тили [/]        Асанова Г. М.      киргизиле элек",
        " · 4-А   математика             Асанова Г. М.      киргизиле элек",
        " · 2-Б   окуу                   Качкынбай кызы Н.  баа коюлбайт",
        " ✓ 4-А   Англис тили [/]        Качкынбай кызы Н.  6 4 2 0               83,3 %",
    ],
    "ru": [
        "‹ 1 четверть ›  1/7",
        "   Класс Предмет                Учитель            Оценки                Кач.,%",
        " · 4-А   Англис тили [/]        Асанова Г. М.      не введено",
        " · 4-А   математика             Асанова Г. М.      не введено",
        " · 2-Б   окуу                   Качкынбай кызы Н.  без оценок",
        " ✓ 4-А   Англис тили [/]        Качкынбай кызы Н.  6 4 2 0               83,3 %",
    ],
}
TITLE = {
    "ky": " Баалар · 2026-2027-окуу жылы · 1-чейрек · жок: 2 ",
    "ru": " Оценки · 2026-2027 учебный год · 1 четверть · нет: 2 ",
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


def at(lines: list[str], wanted: str) -> int:
    """The place of the line that has these words."""
    return next(place for place, line in enumerate(lines) if wanted in line)


@pytest.mark.parametrize("language", ["ky", "ru"])
async def test_a_quarter_is_typed_in_a_line_a_class(world: World, language: str) -> None:
    school_id = filled(world)
    with app_in(world, MarksScreen, language) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            shown = await press(app, pilot)
            assert shown[0].startswith(TITLE[language]) and shown[1:7] == ROWS[language]
            assert isinstance((await press(app, pilot, "enter"), app.screen)[1], MarksEntryScreen)
            shown = await press(app, pilot, *typed("6 10 8 3"))
            assert any(line.startswith(" !") and "27" in line and "15" in line for line in shown)
            shown = await press(app, pilot, "enter")  # not saved: it does not fit the list of the group
            assert shown[-2].startswith(" !") and "! ! " not in shown[-2]
            await press(app, pilot, "ctrl+u", *typed("-5 6 4 0"), "enter")
            await press(app, pilot, "ctrl+u", *typed("5 6 4 0"), "enter")
            keys = [*typed("6 10 8 3"), "enter"]
            assert len(keys) < 10
            shown = await press(app, pilot, *keys)  # the next class stood there already
            assert "Ctrl+Z" not in shown[-2] and "4-А математика" in shown[-2]
            counted = {(each.subject, each.listed): dict(each.marks) for each in first_quarter(school_id)}
            assert counted["математика", 27] == {5: 6, 4: 10, 3: 8, 2: 3}
            assert counted["Англис тили [/]", 15] == {5: 5, 4: 6, 3: 4}
            shown = await press(app, pilot, "down", *typed("сан"), "enter")
            assert "2-Б окуу" in shown[0] and shown[-2].startswith(" ! ")
            await press(app, pilot, "ctrl+u", *typed("21"), "enter")
            assert [each.listed for each in first_quarter(school_id) if each.grade == 2] == [21]
            await press(app, pilot, "escape")
            await press(app, pilot, "f4")
            form = app.screen
            assert isinstance(form, MarksForm)
            form.field("listed_start").raw, form.field("arrived").raw = "14", "2"
            shown = await press(app, pilot, "f2")
            start = at(shown, "14")
            assert shown[start + 1].strip().startswith("!") and form.focused is not None
            form.field("arrived").raw = "1"
            assert isinstance((await press(app, pilot, "f2"), app.screen)[1], MarksScreen)
            assert undo.undo().value is not None


async def test_the_first_marks_of_a_school_are_typed_in_one_line(world: World) -> None:
    school_id = association(world.association_id).school_id
    with app_in(world, MarksScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            assert "F7 – биринчи классты бир сап менен жазуу" in " ".join(await press(app, pilot))
            await press(app, pilot, "f7")
            assert isinstance(app.screen, MarksLineScreen)
            for line, wrong in (
                ("матем 6 10 8 1", "Классты жана предметти"), ("4а матем 6 10 8 1", "27 6 10 8 1 2"),
                ("9в матем 27 6 10 8 1 2", "!фамилия"),
                ("4а матем !асанова 6 10 8", "4 сан"), ("4а матем 64% !асанова 27 6 10 8", "Предмет эмес"),
                ("4а матем !асанова 26 6 10 8 1 2", "Саналганы – 27"), ("4а матем !жокбеков 27 6 10 8 1 2", "жокбеков"),
            ):  # fmt: skip
                shown = await press(app, pilot, "ctrl+u", *typed(line), "enter")
                assert shown[-2].startswith(" ! ") and wrong in shown[-2], (line, shown[-2])
            assert classes.classes(school_id, YEAR) == ()
            shown = await press(app, pilot, "ctrl+u", *typed("4а матем !асанова 27 6 10 8 1 2"))
            assert [line for line in shown[:-2] if line.startswith(" !")] == [" ! 4-А классы бул жылда жок: кошулат."]
            assert " Мугалим            Асанова Г. М." in shown
            await press(app, pilot, "enter")
            assert "[/]" in "\n".join(await press(app, pilot, *typed("4а окуу [/] !асанова 6 10 8 1 2")))
            await press(app, pilot, "enter", "f4")
            assert isinstance(app.screen, MarksForm)
            await press(app, pilot, "escape")
            shown = await press(app, pilot, "escape")
            assert [line.split()[1] for line in shown if line.startswith(" ✓")] == ["4-А", "4-А"]
            await press(app, pilot, "2")
            form = app.screen
            assert isinstance(form, ClassResultForm)
            form.field("listed").raw, form.field("all_five").raw, form.field("four_five").raw = "27", "20", "8"
            shown = await press(app, pilot, "f2")
            assert "Саналганы – 28" in shown[at(shown, "Аягында") + 1]
            form.field("four_five").raw = "7"
            await press(app, pilot, "f2")
            assert [each.all_five for each in results(school_id, YEAR, "quarter", 1).values()] == [20]
            app.open("quality-year", first_year=YEAR)
            await press(app, pilot)
            rules = app.screen
            assert isinstance(rules, YearRulesForm)
            rules.field("attention").raw = "20"
            shown = await press(app, pilot, "f2")
            assert any(line.strip().startswith("!") for line in shown)
            rules.field("attention").raw, rules.field("ungraded").raw = "5", "1"
            await press(app, pilot, "f2")
    assert years.rules_of(school_id, YEAR).ungraded == frozenset({1})


async def test_classes_move_up_and_pupils_come_and_leave(world: World) -> None:
    school_id = association(world.association_id).school_id
    for letter in "АБВ":
        classes.save_class(None, school_id, YEAR - 1, 3, letter, world.people[1], 25)
    classes.save_class(None, school_id, YEAR, 4, "Б")
    with app_in(world, ClassesScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            shown = await press(app, pilot)
            assert "көчүрүлө элек: 3" in shown[0] and "1 Көчүрүү" in shown[-1]
            shown = await press(app, pilot, "1", "right")
            assert [line.split() for line in shown[2:5]] == [
                ["✓", "3-А", "5-А"], ["✓", "3-Б", "4-Б", "бар:", "ошол", "эле", "окуучулар"], ["✓", "3-В", "4-В"],
            ]  # fmt: skip
            shown = await press(app, pilot, "down", "down", "space", "f2")
            assert [line.split()[0] for line in shown[2:4]] == ["4-Б", "5-А"] and "2." in shown[-2]
            before = {each.cohort_id: each.name for each in classes.classes(school_id, YEAR - 1)}
            now = classes.classes(school_id, YEAR)
            assert [(before[each.cohort_id], each.name) for each in now] == [("3-Б", "4-Б"), ("3-А", "5-А")]
            await press(app, pilot, "2")
            assert "F7 окуучуну жазат" in " ".join(await press(app, pilot))
            await press(app, pilot, "f7")
            form = app.screen
            form.field("pupil").raw, form.field("moved_on").raw = "Сатыбалдиев [/]", "40,15"  # type: ignore[attr-defined]
            shown = await press(app, pilot, "f2")
            assert "(•) Келген" in shown[2] and "дата" in shown[at(shown, "40,15") + 1]
            form.field("moved_on").raw = "3,10"  # type: ignore[attr-defined]
            shown = await press(app, pilot, "f2")
            assert any("Сатыбалдиев [/]" in line and "03.10.2026" in line for line in shown)
            shown = await press(app, pilot, "escape")
            assert "Келгендер: Сатыбалдиев [/] 03.10.2026" in "\n".join(shown)
            await press(app, pilot, "f7")
            app.screen.field("name").raw = "14-А"  # type: ignore[attr-defined]
            assert any(line.strip().startswith("!") for line in await press(app, pilot, "f2"))
            app.screen.field("name").raw = "5 «а»"  # type: ignore[attr-defined]
            assert any("5-А" in line for line in await press(app, pilot, "f2") if line.strip().startswith("!"))
            await press(app, pilot, "escape")
            await press(app, pilot, "f8", "2")
    assert [each.name for each in classes.classes(school_id, YEAR)] == ["5-А"]
    assert moves.moves([now[1].id]) == []


HEAD = ("Класс", "Предмет", "Мугалим", "Чейрек", "Тизмеде", "5", "4", "3", "2", "н/а", "Эскертүү")
GOOD = ("4-А", "математика", "Асанова Г. М.", "1-чейрек", 27, 6, 10, 8, 3, 0, "")
BAD = (
    (("", *GOOD[1:]), "Класс: класс жок; бириктирилген"), (("4-А", 27, *GOOD[2:]), "Предмет: сан эмес, предмет"),
    ((*GOOD[:5], -6, *GOOD[6:]), "«5»: терс сан"), ((*GOOD[:5], "22 %", *GOOD[6:]), "«5»: пайыз же үлүш"),
    ((*GOOD[:4], 26, *GOOD[5:]), "Аягында: баалардын"),
)  # fmt: skip


def book(path: Path, *rows: tuple[object, ...]) -> None:
    """Write a workbook of marks."""
    made = Workbook()
    for row in (HEAD, *rows):
        made.active.append(row)  # type: ignore[union-attr]
    made.save(path)


async def test_marks_come_from_excel_whole_or_not_at_all(world: World, tmp_path: Path) -> None:
    school_id = filled(world)
    path = tmp_path / "баалар [1].xlsx"
    book(path, *(row for row, _wrong in BAD), GOOD)
    with app_in(world, MarksImport, first_year=YEAR, path=path) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await shown_until(app, pilot, lambda: any("Катасы бар сап" in line for line in text_of(app)))
            shown = text_of(app)
            assert "баалар [1].xlsx" in shown[0] and "Эскертүү" in shown[2] and "F2" not in shown[-1]
            for _row, wrong in BAD:
                assert any(wrong in line for line in text_of(app)), wrong
                await press(app, pilot, "down")
            assert len(first_quarter(school_id)) == 1
            book(path, GOOD, ("9-А", *GOOD[1:2], "Жаңыева Айгүл", *GOOD[3:]))
            await press(app, pilot, "1")
            await shown_until(app, pilot, lambda: "F2" in text_of(app)[-1])
            assert "класс кошулат; мугалим" in "\n".join(await press(app, pilot, "down"))
            await press(app, pilot, "f2")
            assert "баалар – 4-А, 9-А" in (await press(app, pilot, "f9", "escape", "ctrl+z"))[-2]
            await press(app, pilot, "ctrl+y")
    assert [(each.class_name, each.subject) for each in first_quarter(school_id)] == [
        ("4-А", "Англис тили [/]"), ("4-А", "математика"), ("9-А", "математика"),
    ]  # fmt: skip
    undo.undo()
    assert (len(first_quarter(school_id)), len(classes.classes(school_id, YEAR))) == (1, 2)


def first_quarter(school_id: int) -> tuple[sheets.Sheet, ...]:
    """What is entered of the first quarter."""
    return sheets.sheets(school_id, YEAR, period="quarter", part=1)


async def test_a_school_may_keep_no_marks(world: World) -> None:
    filled(world)
    sheet_id = first_quarter(association(world.association_id).school_id)[0].id
    with app_in(world, HomeScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            assert any("Билим сапаты: " in line for line in await press(app, pilot))
            places.open_record(app, "mark_sheet", sheet_id)
            assert any("Англис тили [/]" in line for line in await press(app, pilot))
            await press(app, pilot, "escape")
            kept.keep(world.association_id, "quality", False)
            app.refresh_screens()
            assert not any("Билим сапаты: " in line for line in await press(app, pilot))
            assert "quality" not in areas.shown()
