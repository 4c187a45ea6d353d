"""Changes of the curriculum and calendar plans on the screen: the matrix, marks, lines typed and proposed, forms."""

from __future__ import annotations

import datetime as dt

import pytest

from db.curriculum import changes, plans, steps
from db.schools import save_person
from tests.tui.norms import changed
from tests.tui.screens import text_of
from tests.tui.worlds import TODAY, World, app_in, press, typed
from tui.screens.curriculum.changes import CurriculumScreen
from tui.screens.curriculum.forms import ChangeForm, PlanForm
from tui.screens.curriculum.matrix import MatrixScreen
from tui.screens.curriculum.plan_lines import PlanLines
from tui.screens.curriculum.plans import CalendarPlansScreen

MATRIX = {
    "ky": [
        " Окуу планындагы өзгөртүү · калды: 10",
        " Бөлчөктөр темасы кыскарды",
        " 09.11.2026 күнүнөн тартып · математика, 1–4",
        "",
        " Мугалим, класс                   Түзөт. Каралды Макулд. Бекит. Т.түзүл Т.өткөн",
        " Асанова Г. М. 4-А Математика      10.11   16.10       □      □       □       □",
        " Байтемирова Н. С. 1-А Математи…       □       □       □      □       □       □",
    ],
    "ru": [
        " Изменение учебного плана · осталось: 10",
        " Бөлчөктөр темасы кыскарды",
        " с 09.11.2026 · математика, 1–4",
        "",
        " Учитель, класс                       Исправ. Рассм. Согл. Утв. Т.сост. Т.пров.",
        " Асанова Г. М. 4-А Математика           10.11  16.10     □    □       □       □",
        " Байтемирова Н. С. 1-А Математика           □      □     □    □       □       □",
    ],
}
PLANS = {
    "ky": [
        " Календардык-тематикалык пландар · 2026-2027-окуу жылы · каралды: 2/4",
        "   Мугалим            Класс Предмет           Саат    Каралды    Макулд. Бекит.",
        "   Асанова Г. М.      4-А   Математика        5/170   № 1 28.08  02.09",
        "   Асанова Г. М.      4-А   Кыргыз тили               № 1 28.08",
        "   Байтемирова Н. С.  1-А   Математика        4/132",
        "   Сыдыкова Б. А.     2-Б   [/]",
    ],
    "ru": [
        " Календарно-тематические планы · 2026-2027 учебный год · рассм.: 2/4",
        "   Учитель            Класс Предмет           Часы    Рассм.     Согл.   Утв.",
        "   Асанова Г. М.      4-А   Математика        5/170   № 1 28.08  02.09",
        "   Асанова Г. М.      4-А   Кыргыз тили               № 1 28.08",
        "   Байтемирова Н. С.  1-А   Математика        4/132",
        "   Сыдыкова Б. А.     2-Б   [/]",
    ],
}


@pytest.mark.parametrize("language", ["ky", "ru"])
async def test_from_the_changes_to_the_matrix_and_the_register(world: World, language: str) -> None:
    changed(world)
    with app_in(world, CurriculumScreen, language) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert text_of(app)[2].endswith("математика, 1–4           2     10")
            await pilot.press("enter")
            await pilot.pause()
            assert text_of(app)[:7] == MATRIX[language]
            await pilot.press("escape", "1")
            await pilot.pause()
            assert text_of(app)[:6] == PLANS[language]


async def test_one_key_sets_a_step_for_all_marked_plans(world: World) -> None:
    change_id, _ids = changed(world)
    with app_in(world, MatrixScreen, change_id=change_id) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await press(app, pilot, "insert", "right", "right", "1")
            assert [each.step.agreed_on for each in steps.asked(changes.change(change_id))] == [TODAY, TODAY]
            await press(app, pilot, "right", "2", "ctrl+u", *typed("20,11"), "enter")
            approved = [each.step.approved_on for each in steps.asked(changes.change(change_id))]
            assert approved == [dt.date(2026, 11, 20)] * 2
            asked = await press(app, pilot, "3")
            assert any("1 № 2 отурум, 16.10.2026" in line for line in asked)
            shown = await press(app, pilot, "2")
            assert [each.step.meeting_number for each in steps.asked(changes.change(change_id))] == [1, 1]
            assert shown[0].startswith(" Окуу планындагы өзгөртүү · калды: 5 · белгиленди: 2")
            await press(app, pilot, "insert", "delete")
            assert steps.asked(changes.change(change_id))[0].step.approved_on is None


async def test_what_is_not_needed_and_the_test_that_is_missing(world: World) -> None:
    change_id, _ids = changed(world)
    with app_in(world, MatrixScreen, change_id=change_id) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            shown = await press(app, pilot, "end", "1")
            assert "Бул класстын тести азырынча жок" in " ".join(shown[-4:])
            shown = await press(app, pilot, "4", "2")
            assert shown[5].split()[-2:] == ["–", "–"]
            shown = await press(app, pilot, "down", "4", "1")
            assert shown[0] == " Окуу планындагы өзгөртүү · калды: 2                          Сакталды 15:05:00"
            await press(app, pilot, "5", *typed("кийин"), "enter")
            assert steps.asked(changes.change(change_id))[1].step.note == "кийин"
            await press(app, pilot, "4", "3")
            assert changes.change(change_id).missing == 8


async def test_plans_are_considered_agreed_and_taken_off(world: World) -> None:
    _change_id, ids = changed(world)
    with app_in(world, CalendarPlansScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await press(app, pilot, "space", "down", "space", "1", "1")
            found = {each.id: each.meeting_number for each in plans.plans(world.association_id, 2026)}
            assert [found[each] for each in ids] == [2, 1, 2, None]
            await press(app, pilot, "3", "ctrl+u", *typed("2030"), "enter")
            await press(app, pilot, "ctrl+u", *typed("20.11.2030"), "enter")
            assert "Бул күн окуу жылына кирбейт." in text_of(app)[-2]
            await press(app, pilot, "3", "enter")
            assert plans.plan(ids[2]).approved_on == TODAY
            await press(app, pilot, "f8", "2")
            assert len(plans.plans(world.association_id, 2026)) == 3


async def test_lines_are_proposed_read_beside_and_entered_once(world: World) -> None:
    changed(world)
    save_person(world.people[1], subjects="Математика, Музыка", classes="4-А")
    with app_in(world, CalendarPlansScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            shown = await press(app, pilot, "4", "1")
            assert isinstance(app.screen, PlanLines)
            assert any("Асанова Г. М.  4-А  Музыка" in line for line in shown)
            app.screen.lines.set_value("Асанова 4А музыка 1\nасанова 4а математика\nБайтемирова 15А ырдоо 400")
            await pilot.pause(0.3)
            shown = text_of(app)
            assert "жаңы: 1 · тизмеде бар: 1 · түшүнүксүз: 1" in shown[0]
            assert any("! мындай класс жок: 15-А" in line for line in shown)
            shown = await press(app, pilot, "f2")
            assert "Кошулду: 1. Калган саптарды оңдоңуз." in shown[-2]
            assert app.screen.lines.value == "Байтемирова 15А ырдоо 400"
            await press(app, pilot, "escape", "f7")
            assert isinstance(app.screen, PlanLines)
            assert app.screen.lines.value == "Байтемирова 15А ырдоо 400"
    assert len(plans.plans(world.association_id, 2026)) == 5


async def test_forms_say_what_is_wrong_at_the_field(world: World) -> None:
    _change_id, ids = changed(world)
    with app_in(world, CurriculumScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await press(app, pilot, "f7")
            form = app.screen
            assert isinstance(form, ChangeForm)
            form.field("text").raw = "Жаңы программа"
            form.field("classes").raw = "төртүнчү"
            assert any("Бул жерге класстарды жазыңыз" in line for line in await press(app, pilot, "f2"))
            form.field("classes").raw = "4А"
            await press(app, pilot, "f2")
            assert len(changes.changes(world.association_id, 2026)) == 2
    with app_in(world, PlanForm, plan_id=ids[0]) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            form = app.screen
            assert isinstance(form, PlanForm)
            for name, value, said in (
                ("hours_week", "400", "эң көбү 40 болушу керек"), ("class_name", "13-А", "Мындай класс жок: 13-А"),
                ("person_id", "жок", "Табылган жок: жок"),
            ):  # fmt: skip
                before = form.field(name).raw
                form.field(name).raw = value
                assert said in " ".join(" ".join(await press(app, pilot, "f2")).split())
                form.field(name).raw = before
