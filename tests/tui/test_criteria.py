"""The criteria on the screen: begun, changed, adopted, compared; what is wrong is said and nothing is lost."""

from __future__ import annotations

import datetime as dt

from db.evaluations import criteria, criteria_editing
from db.evaluations.criteria_rows import GivenStep
from db.evaluations.periods import open_period
from tests.tui.screens import text_of
from tests.tui.worlds import World, app_in, press, typed
from tui.screens.evaluations.criteria import CriteriaScreen
from tui.screens.evaluations.criterion import CriterionForm

BEGUN = {
    "ky": [
        " Критерийлер · 1-редакция · долбоор",
        "    Критерий                                                 Эсептөө     Макс.",
        "    Билим сапаты                                                            25",
        "  1 Билим сапаты                                           ● деңгээл        10",
        "  2 Сапаттын өсүшү (өткөн чейрекке салыштырмалуу)          ● деңгээл         5",
    ],
    "ru": [
        " Критерии · редакция 1 · проект",
        "    Критерий                                                 Подсчёт     Макс.",
        "    Качество знаний                                                         25",
        "  1 Качество знаний                                        ● по уровню      10",
        "  2 Динамика качества (к прошлой четверти)                 ● по уровню       5",
    ],
}
FORM = {
    "ky": [
        "  Сунуш булагы                  ‹ билим сапаты ›  2/16",
        "   Окуучуларынын ушул мезгилдеги баалары, пайыз менен: 60 10; 45 7; 30 4.",
        "  Эң көп                        10",
        "  Баскычтардын упайы            60 10; 45 7; 30 4",
    ],
    "ru": [
        "  Предлагает                    ‹ качество знаний ›  2/16",
        "   Оценки учеников за период, в процентах: 60 10; 45 7; 30 4.",
        "  Не более                      10",
        "  Баллы ступеней                60 10; 45 7; 30 4",
    ],
}

OVER = {
    "ky": "11 упай критерийдин чегинен көп: 10.",
    "ru": "11 – больше, чем критерий даёт самое большее: 10.",
}


def said(shown: list[str]) -> str:
    """The whole screen in one line, as it is read."""
    return " ".join(" ".join(shown).split())


async def begun(world: World, language: str) -> None:
    """Begin with the usual criteria, look at a criterion, change its points."""
    with app_in(world, CriteriaScreen, language) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            shown = await press(app, pilot, "f7")
            assert [line.split("   Сак")[0].split("   Сох")[0].rstrip() for line in shown[:5]] == BEGUN[language]
            assert any(": 100" in line for line in shown)
            form = await press(app, pilot, "enter")
            assert [line for line in FORM[language] if line not in form] == [], "\n".join(form)
            assert isinstance(app.screen, CriterionForm)
            app.screen.field("steps").raw = "жакшы 10"
            assert "«жакшы»" in said(await press(app, pilot, "f2"))
            app.screen.field("steps").raw = "60 11"
            assert OVER[language] in said(await press(app, pilot, "f2"))
            app.screen.field("steps").raw = "70 10; 50 5,5"
            shown = await press(app, pilot, "f2")
            assert "≥ 70 % – 10; ≥ 50 % – 5,5" in said(shown)


async def test_begun_and_changed_in_kyrgyz(world: World) -> None:
    await begun(world, "ky")


async def test_begun_and_changed_in_russian(world: World) -> None:
    await begun(world, "ru")


async def test_adopted_by_a_council_it_stays_and_a_new_version_is_compared(world: World) -> None:
    version = criteria.ensure_default(world.association_id).value
    with app_in(world, CriteriaScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            form = await press(app, pilot, "2", "f2")
            assert any("Муну толтуруңуз" in line for line in form)
            council = typed("Педагогикалык кеңеш, № 1")
            shown = await press(app, pilot, *council, "tab", "tab", *typed("28,8,2026"), "f2")
            assert "кабыл алынган 28.08.2026" in shown[0]
            assert any("Педагогикалык кеңеш, № 1" in line for line in shown)
            assert criteria.version(version).adopted_on == dt.date(2026, 8, 28)
            refused = await press(app, pilot, "enter")
            assert "1-редакция кабыл алынган, ал өзгөрбөйт. Жаңы редакция: 1." in refused[-2]
            open_period(world.association_id, 2026, "quarter", 1)
            shown = await press(app, pilot, "1")
            assert "2-редакция · долбоор" in shown[0]
            second = criteria.versions(world.association_id)[0].id
            part = criteria.criteria_of(second)[-2]
            attendance = next(each for each in part.criteria if each.source == "attendance")
            criteria_editing.save_criterion(attendance.id, part.id, [GivenStep(20, match="0")])
            shown = await press(app, pilot, "3")
            assert "№ 1 → № 2" in shown[0]
            assert sum("−3" in line for line in shown) == 12
            assert any("Упайы өзгөрө турган мугалимдер: 12 / 12" in line for line in shown)
            shown = await press(app, pilot, "escape", "pageup")
            assert "1-редакция" in shown[0]
            shown = await press(app, pilot, "5", "2")
            assert "1-редакция боюнча баалоо бар" in shown[-2]


async def test_an_empty_list_says_how_to_begin(world: World) -> None:
    with app_in(world, CriteriaScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert "1 – демейдегиси менен баштоо" in text_of(app)[1]
            assert text_of(app)[-1] == " F1 Жардам  1 Редакция  F7 Жаңы  F3 Издөө  F9 Меню  Esc Артка"


async def test_sections_are_added_filled_and_taken_away(world: World) -> None:
    version = criteria.ensure_default(world.association_id).value
    with app_in(world, CriteriaScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            await press(app, pilot, "4", *typed("Демилге"), "f2")
            shown = await press(app, pilot, "end")
            assert "Демилге" in said(shown)
            await press(app, pilot, "f7")
            assert isinstance(app.screen, CriterionForm)
            app.screen.field("ky").raw, app.screen.field("most").raw = "Жаңы усул", "4"
            await press(app, pilot, "f2")
            assert criteria.version(version).most == 1040
            assert criteria.criteria_of(version)[-1].criteria[0].ky == "Жаңы усул"
            assert app.screen.chosen is not None and app.screen.chosen.ky == "Жаңы усул"
            await press(app, pilot, "up", "f8", "2")
            assert criteria.version(version).most == 1000 and len(criteria.criteria_of(version)) == 5
            await press(app, pilot, "ctrl+z")
            assert criteria.version(version).most == 1040
