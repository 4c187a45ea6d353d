"""The year at a glance: figures by sections and months, the lines behind each, and how an empty year begins."""

from __future__ import annotations

import pytest

from db.plans import lines
from tests.tui.plans import planned
from tests.tui.screens import text_of
from tests.tui.worlds import TODAY, World, app_in, press, typed
from tui.screens.plan import PlanScreen
from tui.widgets.grid import Grid
from tui.widgets.lists import PageList

YEAR = {
    "ky": [
        " Иш планы · 2026-2027 · аткарылды: 2/9 · мөөнөтү өткөн: 1",
        " Бөлүм                       авг сен окт  ноя дек янв фев мар апр май жыл баары",
        "  1 Өткөн жылдын анализи     1/1   ·   ·    ·   ·   ·   ·   ·   ·   ·   ·   1/1",
        "  2 Тема, максат, милдеттер    ·   ·   ·    ·   ·   ·   ·   ·   ·   ·   ·     ·",
        "  3 Мүчөлөр жөнүндө маалым…    ·   ·   ·    ·   ·   ·   ·   ·   ·   ·   ·     ·",
        "  4 Уюштуруу иштери            · 0/1   ·    ·   ·   ·   ·   ·   ·   ·   ·   0/1",
        "  5 Отурумдар                1/1   ·   ·    ·   ·   ·   ·   ·   ·   ·   ·   1/1",
        "  6 Нормативдик документте…    ·   ·   ·    ·   ·   ·   ·   ·   ·   ·   ·     ·",
        "  7 Билим сапатын көзөмөлд…    ·   ·   ·  0/1 0/1   ·   ·   ·   ·   ·   ·   0/2",
        "  8 Ачык сабактар, сабакта…    ·   ·   · 0/1!   ·   ·   ·   ·   ·   ·   ·  0/1!",
        "  9 Класстан тышкаркы иште…    ·   ·   ·  0/1   ·   ·   ·   ·   ·   ·   ·   0/1",
        " 10 Алдыңкы иш тажрыйба, ө…    ·   ·   ·    ·   ·   ·   ·   ·   ·   ·   ·     ·",
        " 11 Жаш адистер, насаатчыл…    ·   ·   ·    ·   ·   ·   ·   ·   ·   ·   ·     ·",
        " 12 Квалификацияны жогорул…    ·   ·   ·    ·   ·   ·   ·   ·   ·   · 0/1   0/1",
        " 13 Улантуучулук               ·   ·   ·    ·   ·   ·   ·   ·   ·   ·   ·     ·",
        " 14 Ата-энелер менен иш        ·   ·   ·    · 0/1   ·   ·   ·   ·   ·   ·   0/1",
        " 15 Жыйынтык: анализ, баал…    ·   ·   ·    ·   ·   ·   ·   ·   ·   ·   ·     ·",
        " БАРДЫГЫ ПЛАН БОЮНЧА         2/2 0/1   · 0/3! 0/2   ·   ·   ·   ·   · 0/1  2/9!",
        " Пландан тышкары аткарылды     ·   · 0/1    ·   ·   ·   ·   ·   ·   ·   ·   0/1",
        " Бардык бөлүмдөр · ноябрь 2026",
        " □ Пландалган: 2 · ! Мөөнөтү өттү: 1",
        "",
        "",
        " F7 Жаңы  Space Ай  F5 Word  F2 Бекитүү  F9 Меню  Esc Артка",
    ],
    "ru": [
        " План работы · 2026-2027 · выполнено 2 из 9 · просрочено: 1",
        " Раздел                       авг сен окт  ноя дек янв фев мар апр май год  все",
        "  1 Анализ прошлого года      1/1   ·   ·    ·   ·   ·   ·   ·   ·   ·   ·  1/1",
        "  2 Тема, цель, задачи          ·   ·   ·    ·   ·   ·   ·   ·   ·   ·   ·    ·",
        "  3 Сведения о членах МО        ·   ·   ·    ·   ·   ·   ·   ·   ·   ·   ·    ·",
        "  4 Организационная работа      · 0/1   ·    ·   ·   ·   ·   ·   ·   ·   ·  0/1",
        "  5 Заседания                 1/1   ·   ·    ·   ·   ·   ·   ·   ·   ·   ·  1/1",
        "  6 Изучение нормативных до…    ·   ·   ·    ·   ·   ·   ·   ·   ·   ·   ·    ·",
        "  7 Контроль качества знаний    ·   ·   ·  0/1 0/1   ·   ·   ·   ·   ·   ·  0/2",
        "  8 Открытые уроки, взаимоп…    ·   ·   · 0/1!   ·   ·   ·   ·   ·   ·   · 0/1!",
        "  9 Внеклассная работа, пре…    ·   ·   ·  0/1   ·   ·   ·   ·   ·   ·   ·  0/1",
        " 10 Передовой опыт, самообр…    ·   ·   ·    ·   ·   ·   ·   ·   ·   ·   ·    ·",
        " 11 Молодые специалисты, на…    ·   ·   ·    ·   ·   ·   ·   ·   ·   ·   ·    ·",
        " 12 Повышение квалификации,…    ·   ·   ·    ·   ·   ·   ·   ·   ·   · 0/1  0/1",
        " 13 Преемственность             ·   ·   ·    ·   ·   ·   ·   ·   ·   ·   ·    ·",
        " 14 Работа с родителями         ·   ·   ·    · 0/1   ·   ·   ·   ·   ·   ·  0/1",
        " 15 Итоги: анализ, оцениван…    ·   ·   ·    ·   ·   ·   ·   ·   ·   ·   ·    ·",
        " ВСЕГО ПО ПЛАНУ               2/2 0/1   · 0/3! 0/2   ·   ·   ·   ·   · 0/1 2/9!",
        " Выполнено сверх плана          ·   · 0/1    ·   ·   ·   ·   ·   ·   ·   ·  0/1",
        " Все разделы · ноябрь 2026",
        " □ Запланировано: 2 · ! Просрочено: 1",
        "",
        "",
        " F7 Новый  Space Месяц  F5 Word  F2 Этапы  F9 Меню  Esc Назад",
    ],
}
EMPTY = {
    "ky": [
        " Иш планы · 2026-2027",
        "",
        "  Бул окуу жылынын иш планы азырынча жок. Ар бир иш бир жолу жазылат да,",
        "  жылдык, чейректик жана айлык планда турат; өткөн отурум, анын маселелери",
        "  жана аткарылган тапшырмалар иштин аткарылганын далилдейт.",
        "",
        "  1 Үлгүдөн: 15 бөлүм жана алардын кадимки иштери",
        "  2 Өткөн жылдын планынан: мөөнөттөр жаңы календарга ылайыкталат",
        "  3 Бош план: иштерди өзүңүз бирден жазасыз",
        "  4 Excel файлынан (.xlsx)",
        "",
    ],
    "ru": [
        " План работы · 2026-2027",
        "",
        "  Плана на этот учебный год пока нет. Каждая работа вносится один раз и стоит",
        "  в годовом, четвертном и месячном плане; проведённое заседание, его вопросы и",
        "  выполненные поручения подтверждают, что она сделана.",
        "",
        "  1 Из образца: 15 обычных разделов с обычными строками",
        "  2 Из прошлогоднего плана: сроки по новому календарю",
        "  3 Пустой план: строки вы пишете сами, одну за другой",
        "  4 Из файла Excel (.xlsx)",
        "",
    ],
}


@pytest.mark.parametrize("language", ["ky", "ru"])
async def test_the_year_at_a_glance(world: World, language: str) -> None:
    planned(world)
    with app_in(world, PlanScreen, language) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert text_of(app) == YEAR[language]


@pytest.mark.parametrize("language", ["ky", "ru"])
async def test_an_empty_year_says_what_it_is_and_how_to_begin(world: World, language: str) -> None:
    with app_in(world, PlanScreen, language) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert text_of(app)[:11] == EMPTY[language]


async def test_enter_opens_the_lines_behind_the_figure(world: World) -> None:
    ids = planned(world)
    with app_in(world, PlanScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await press(app, pilot, "enter")
            listed = app.screen.query_one("#lines", PageList)
            assert list(listed.keys) == [ids["test"], ids["lesson"], ids["week"]]
            await press(app, pilot, "escape", "up", "up", "up", "up", "up", "up", "up", "enter")
            assert list(app.screen.query_one("#lines", PageList).keys) == [ids["week"]]
            await press(app, pilot, "escape", "down", "down", "down", "down", "down", "down", "down", "down", "end")
            shown = await press(app, pilot, "enter")
            assert shown[0].startswith(" Иш планы · Пландан тышкары аткарылды · 2026-2027-окуу жылы")
            assert list(app.screen.query_one("#lines", PageList).keys) == [ids["contest"]]


async def test_an_empty_cell_lets_a_line_be_written_there(world: World) -> None:
    planned(world)
    with app_in(world, PlanScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await press(app, pilot, "up", "right", "right", "enter", *typed("сынак"), "enter")
    found = lines.lines(world.association_id, 2026, TODAY)[-1]
    assert (found.text, found.section_number, found.term, found.month) == ("Сынак", 15, "month", 1)


async def test_the_keys_of_the_year(world: World) -> None:
    planned(world)
    with app_in(world, PlanScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            titles = []
            for keys in (("space",), ("escape", "insert"), ("escape", "f2"), ("escape", "f4"), ("escape", "f8")):
                titles.append((await press(app, pilot, *keys))[0].strip())
            assert [title.partition("   ")[0] for title in titles] == [
                "Иш планы · ноябрь 2026",
                "Иш планы · 2-чейрек · 2026-2027-окуу жылы",
                "Планды бекитүү · 2026-2027-окуу жылы",
                "Пландын титулдук барагы · 2026-2027-окуу жылы",
                "Пландан тышкары иштер · 2026-2027-окуу жылы",
            ]
            assert (await press(app, pilot, "escape", "pagedown"))[0].startswith(" Иш планы · 2027-2028 ")
            assert (await press(app, pilot, "pagedown"))[0].startswith(" Иш планы · 2028-2029 ")
            assert (await press(app, pilot, "pageup", "pageup"))[0].startswith(" Иш планы · 2026-2027 ")


async def test_the_template_fills_a_year_and_last_years_plan_the_next_one(world: World) -> None:
    with app_in(world, PlanScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            shown = await press(app, pilot, "enter")
            known = lines.lines(world.association_id, 2026, TODAY)
            assert len(known) >= 60
            assert shown[0].startswith(f" Иш планы · 2026-2027 · аткарылды: 2/{len(known)} ")
            shown = await press(app, pilot, "pagedown", "2")
            assert len(lines.lines(world.association_id, 2027, TODAY)) == len(known)
            assert "өткөн жылы аткарылган эмес" in "\n".join(shown)
            before = int(shown[0].partition("чечиле турганы: ")[2].split()[0])
            shown = await press(app, pilot, "space")
            assert f"чечиле турганы: {before - 1}" in shown[0]
            await press(app, pilot, "escape")
            assert app.screen.query_one(Grid).display


async def test_an_empty_plan_begins_with_the_first_line(world: World) -> None:
    with app_in(world, PlanScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await press(app, pilot, "3")
            await press(app, pilot, *typed("ачык сабак 4А"), "enter", "escape")
            assert app.screen.query_one(Grid).display
    found = lines.lines(world.association_id, 2026, TODAY)
    assert [(each.text, each.classes, each.section_number) for each in found] == [("Ачык сабак", "4-А", 8)]


async def test_the_mouse_chooses_and_opens_a_cell(world: World) -> None:
    ids = planned(world)
    with app_in(world, PlanScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            column = YEAR["ky"][1].index("дек")
            await pilot.click("#year", offset=(column, 7))
            assert app.screen.query_one(Grid).place == (lines.line(ids["quality"], TODAY).section_id, (2026, 12))
            await pilot.click("#year", offset=(column, 7))
            await press(app, pilot)
            assert list(app.screen.query_one("#lines", PageList).keys) == [ids["quality"]]
