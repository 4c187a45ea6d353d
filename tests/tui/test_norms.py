"""Normative documents on the screen: the register, who is acquainted, studied at a meeting, the file, the form."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from db.norms import keeping, register, studying
from tests.tui.norms import documented
from tests.tui.screens import text_of
from tests.tui.worlds import TODAY, World, app_in, press, shown_until, typed
from tui.screens.norms.form import NormForm
from tui.screens.norms.norm import NormScreen
from tui.screens.norms.norms import NormsScreen
from tui.widgets.lists import PageList

LIST = {
    "ky": [
        " Нормативдик документтер · 2026-2027 · мөөнөтү өткөн: 1",
        " (•) Бардыгы   ( ) Үйрөнүлө турган   ( ) Күчүндө   ( ) Күчүн жоготкондор",
        "   Документ                             Үйрөнүү        Таанышты Абалы",
        " ▪ Предметтик стандарт, 20.08.2026      № 2 16.10.26      10/12 Бүтө элек",
        " ! Иш кагаздарынын тизмеси, № 1097      → 01.11.2026       0/12 Мөөнөтү өттү",
        "   Мурунку стандарт                                             Алмаштырылган",
        "   Педагог жөнүндө мыйзам [bold]",
    ],
    "ru": [
        " Нормативные документы · 2026-2027 · просрочено: 1",
        " (•) Все   ( ) К изучению   ( ) Действует   ( ) Утратили силу",
        "   Документ                             Изучение         Ознак. Состояние",
        " ▪ Предметтик стандарт, 20.08.2026      № 2 16.10.26      10/12 Не все",
        " ! Иш кагаздарынын тизмеси, № 1097      → 01.11.2026       0/12 Просрочено",
        "   Мурунку стандарт                                             Заменён",
        "   Педагог жөнүндө мыйзам [bold]",
    ],
}
READERS = {
    "ky": [
        " Документ · Бүтө элек",
        " Предметтик стандарт",
        " Түрү              стандарт",
        " Номери, күнү      20.08.2026",
        " Ким чыгарган      Министрлик",
        " Абалы             Күчүндө",
        " Үйрөнүү мөөнөтү   31.10.2026",
        " Үйрөнүлдү         № 2 отурум, 16.10.2026 · таанышты: 10 / 12",
        "",
        "   Мүчө                                             Күнү       Таанышканы",
        "   Асан уулу Б.                 Катчы                          Тааныша элек",
        "   Асанова Г. М.                Жетекчи                        Тааныша элек",
        " ✓ Байтемирова Н. С.            1-А                 16.10.2026 Таанышты",
    ],
    "ru": [
        " Документ · Не все",
        " Предметтик стандарт",
        " Вид               стандарт",
        " Номер, дата       20.08.2026",
        " Кем издан         Министрлик",
        " Состояние         Действует",
        " Изучить до        31.10.2026",
        " Изучен            Заседание № 2, 16.10.2026 · ознакомлены: 10 из 12",
        "",
        "   Член МО                                          День       Ознакомление",
        "   Асан уулу Б.                 Секретарь                      Ещё нет",
        "   Асанова Г. М.                Руковод.                       Ещё нет",
        " ✓ Байтемирова Н. С.            1-А                 16.10.2026 Ознакомлен(а)",
    ],
}


@pytest.mark.parametrize("language", ["ky", "ru"])
async def test_the_register_and_a_document_open_from_it(world: World, language: str) -> None:
    documented(world)
    with app_in(world, NormsScreen, language) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert text_of(app)[:7] == LIST[language]
            await pilot.press("enter")
            await pilot.pause()
            assert text_of(app)[:13] == READERS[language]


async def test_filters_years_and_an_empty_list(world: World) -> None:
    documented(world)
    with app_in(world, NormsScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            counts = [len(app.screen.query_one(PageList).keys)]
            for key in ("right", "right", "right", "right", "pagedown", "pageup", "pageup"):
                shown = await press(app, pilot, key)
                counts.append(len(app.screen.query_one(PageList).keys))
            assert counts == [4, 2, 3, 1, 4, 3, 4, 0]
            assert "F7 – мыйзамды, буйрукту, стандартты кошуу." in shown[2]


async def test_studied_under_a_question_marks_all_who_were_there(world: World) -> None:
    ids = documented(world)
    with app_in(world, NormsScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            app.screen.query_one(PageList).choose(ids["overdue"])
            asked = "\n".join(await press(app, pilot, "1"))
            assert "Кайсы маселеде үйрөнүлдү?" in asked
            assert "№ 2, 16.10.2026: 1-чейректин жыйынтыгы жөнүндө" in asked
            assert "→ № 3, 27.11.2026" in asked
            at = next(line.split(" № 2, 16.10")[0].split()[-1] for line in asked.splitlines() if "№ 2, 16.10" in line)
            shown = await press(app, pilot, at)
            assert "Отурумда таанышты: 12. Ctrl+Z – артка кайтаруу." in shown[-2]
            of = register.norm(ids["overdue"], TODAY)
            assert (of.read, of.study(TODAY)) == (12, "studied")
            await press(app, pilot, "ctrl+z")
            assert register.norm(ids["overdue"], TODAY).read == 0


async def test_space_a_typed_day_and_all_the_rest(world: World) -> None:
    ids = documented(world)
    with app_in(world, NormScreen, norm_id=ids["studied"]) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await press(app, pilot, "space")
            assert studying.readers(ids["studied"], TODAY)[0].read_on == TODAY
            refused = await press(app, pilot, "4", "ctrl+u", *typed("кечээки"), "enter")
            assert any("Бул жерге күндү жазыңыз" in line or "25.12.2026" in line for line in refused)
            await press(app, pilot, "ctrl+u", *typed("1,8"), "enter")
            shown = await press(app, pilot)
            assert "Бул күн документтин өз күнүнөн мурда." in shown[-2]
            await press(app, pilot, "4", "ctrl+u", *typed("20,10"), "enter")
            assert studying.readers(ids["studied"], TODAY)[0].read_on == dt.date(2026, 10, 20)
            shown = await press(app, pilot, "5")
            assert shown[0].startswith(" Документ · Үйрөнүлдү")
            await press(app, pilot, "space")
            assert register.norm(ids["studied"], TODAY).read == 11


async def test_replaced_void_and_removed(world: World) -> None:
    ids = documented(world)
    with app_in(world, NormsScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            listed = app.screen.query_one(PageList)
            listed.choose(ids["plain"])
            await press(app, pilot, "3", "2")
            assert register.norm(ids["plain"], TODAY).state == "void"
            asked = await press(app, pilot, "3")
            at = next(line.split("│")[1].split()[0] for line in asked if "Ордуна келген документ: Иш кагаз" in line)
            await press(app, pilot, at)
            assert register.norm(ids["plain"], TODAY).newer_title == "Иш кагаздарынын тизмеси"
            listed.choose(ids["overdue"])
            await press(app, pilot, "f8", "enter")  # the focus stands on No
            assert ids["overdue"] in app.screen.query_one(PageList).keys
            await press(app, pilot, "f8", "2")
            assert register.norm(ids["plain"], TODAY).state == "in_force"


async def test_a_file_is_kept_and_one_that_is_too_large_is_not(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = documented(world)
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF-1")
    monkeypatch.setattr("tui.opening.show", lambda path: False)
    with app_in(world, NormScreen, norm_id=ids["plain"]) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await press(app, pilot, "enter")
            app.screen.query_one("LineField").set_value(str(scan))
            app.screen.query_one("LineField").focus()
            await press(app, pilot, "enter")
            await shown_until(app, pilot, lambda: any("Файл " in line for line in text_of(app)))
            assert register.norm(ids["plain"], TODAY).file_name == "Педагог жөнүндө мыйзам [bold].pdf"
            shown = "".join(line.strip() for line in await press(app, pilot, "enter"))
            assert "Педагог жөнүндө мыйзам [bold].pdf" in shown
            monkeypatch.setattr(keeping, "_LARGEST", 2)
            await press(app, pilot, "2")
            app.screen.query_one("LineField").set_value(str(scan))
            app.screen.query_one("LineField").focus()
            await press(app, pilot, "enter")
            await shown_until(app, pilot, lambda: "50 МБдан чоң" in " ".join(text_of(app)[-3:]))


async def test_the_form_says_what_is_wrong_and_keeps_what_was_typed(world: World) -> None:
    documented(world)
    with app_in(world, NormsScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await press(app, pilot, "f7")
            form = app.screen
            assert isinstance(form, NormForm)
            form.field("issued_on").raw = "20.08.2026"
            form.field("study_by").raw = "10.08.2026"
            assert any("Муну толтуруңуз" in line for line in await press(app, pilot, "f2"))
            form.field("title").raw = "предметтик СТАНДАРТ"
            assert any("мурда" in line for line in await press(app, pilot, "f2"))
            form.field("study_by").raw = ""
            assert any("Бул документ тизмеде бар" in line for line in await press(app, pilot, "f2"))
            await press(app, pilot, "escape", "f7")
            form = app.screen
            assert isinstance(form, NormForm)
            assert form.field("issued_on").raw == "20.08.2026"
            form.field("number").raw = "«CON»/1"
            shown = await press(app, pilot, "f2")
            assert any("№ «CON»/1" in line for line in shown)
