"""The list of members, the card, and a list brought in from Excel."""

import datetime as dt
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from db import members, workbooks
from tests.tui.screens import text_of
from tests.tui.worlds import World, app_in, lived_in, written
from tui import clock, person_words, texts
from tui.screens.member import MemberScreen
from tui.screens.member_files import MembersImport
from tui.screens.members import MembersScreen

SIZE = (80, 24)


@pytest.fixture
def world(store, make_association, monkeypatch) -> World:
    """A year with twelve members."""
    monkeypatch.setattr(clock, "today", lambda: dt.date(2026, 11, 22))
    return lived_in(store, make_association())


def member_of(world: World, surname: str) -> members.MemberRow:
    found = members.members(world.association_id, include_left=True)
    return next(each for each in found if each.surname == surname)


async def settle(app, pilot) -> None:
    await pilot.pause()
    await written(app)
    await pilot.pause()


async def test_the_list_stands_in_kyrgyz_order_with_classes_and_roles(world):
    with app_in(world, MembersScreen) as app:
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            shown = text_of(app)
    assert shown[0].strip() == "Мүчөлөр · 12"
    assert shown[1].split() == ["Аты-жөнү", "Класстары", "Предмети", "Милдети", "Качантан"]
    assert shown[2].split() == ["Асан", "уулу", "Бакыт", "3-Б", "Катчы"]
    assert [line.split()[0] for line in shown[9:14]] == [
        "Өмүралиева", "Сыдыкова", "Токтоматова", "Үсөнова", "Эсенова",
    ]  # fmt: skip
    assert shown[23].strip() == "F7 Жаңы  F4 Оңдоо  F5 Word  Insert Тизме  F9 Меню  Esc Артка"


async def test_the_list_speaks_russian(world):
    with app_in(world, MembersScreen, "ru") as app:
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            shown = text_of(app)
    assert shown[0].strip() == "Члены МО · 12"
    assert shown[23].strip() == "F7 Новый  F4 Правка  F5 Word  Insert Список  F9 Меню  Esc Назад"


async def test_an_empty_list_says_which_key_adds_the_first(store, make_association):
    world = World(store, make_association(members=0), [])
    with app_in(world, MembersScreen) as app:
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            shown = " ".join(line.strip() for line in text_of(app))
    assert "F7 – биринчисин кошуу; Insert – тизмени жазып, коюп же Excelден кошуу." in shown


async def test_one_who_leaves_is_shown_on_request_only(world):
    with app_in(world, MembersScreen) as app:
        async with app.run_test(size=SIZE) as pilot:
            await pilot.press("end", "f8", "2")
            app.focused.set_value("1.12")
            await pilot.press("enter")
            await settle(app, pilot)
            assert text_of(app)[0].strip().startswith("Мүчөлөр · 11 ")
            assert "Эсенова" not in "".join(text_of(app))
            await pilot.press("space")
            assert text_of(app)[13].split()[0] == "Эсенова"
            assert text_of(app)[13].endswith("→ 01.12.2026")
    assert member_of(world, "Эсенова").until == dt.date(2026, 12, 1)


async def test_the_leader_cannot_be_removed_as_a_mistake(world):
    with app_in(world, MembersScreen) as app:
        async with app.run_test(size=SIZE) as pilot:
            await pilot.press("f8", "3")
            await settle(app, pilot)
            assert "адегенде башканы дайындаңыз" in " ".join(text_of(app))
    assert len(members.members(world.association_id)) == 12


async def test_the_card_shows_how_the_name_prints_while_one_types(world):
    of = member_of(world, "Асанова")
    with app_in(world, MemberScreen, member_id=of.id) as app:
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            shown = text_of(app)
            assert shown[0].strip() == "Мүчөлөр · Асанова Гүлнара Маратовна"
            assert shown[2].split() == ["Фамилиясы", "Асанова"]
            assert "басылышы: Г. М. Асанова / Асанова Г. М." in shown[7]
            app.screen.field("short_form").raw = "Гүл. Асанова"
            await pilot.pause()
            assert "басылышы: Гүл. Асанова /" in "".join(text_of(app))
            app.screen.query_one(".card").scroll_end(animate=False)
            await pilot.pause()
            assert "Жетекчи: 01.08.2026 – · дайындалган" in "".join(text_of(app))


async def test_the_card_is_saved_whole_and_classes_take_their_usual_form(world):
    of = member_of(world, "Асанова")
    with app_in(world, MembersScreen) as app:
        async with app.run_test(size=SIZE) as pilot:
            await pilot.press("down", "enter")
            await pilot.pause()
            assert text_of(app)[0].strip().startswith("Өсүшү · Асанова"), "Enter opens the card as a time line"
            await pilot.press("escape", "f4")
            await pilot.pause()
            typed = {"classes": "4 а, 3б", "load_hours": "24", "born": "05.03.1980", "awards": "«[/]»"}
            for name, text in typed.items():
                app.screen.field(name).raw = text
            app.screen.field("conditions").raw = "lacking"
            await pilot.press("f2")
            await settle(app, pilot)
            assert isinstance(app.screen, MembersScreen)
    card = members.member(of.id).person
    assert (card.classes, card.load_hours, card.born) == ("4-А, 3-Б", 24, dt.date(1980, 3, 5))
    assert (card.conditions, card.awards) == ("lacking", "«[/]»")


async def test_every_wrong_field_is_named_and_a_draft_comes_back(world):
    with app_in(world, MembersScreen) as app:
        async with app.run_test(size=SIZE) as pilot:
            await pilot.press("f7")
            await pilot.pause()
            app.screen.field("surname").raw = "Тургунова"
            app.screen.field("load_hours").raw = "көп"
            app.screen.field("since").raw = "32.13"
            await pilot.press("f2")
            wrong = [line.strip() for line in text_of(app) if line.strip().startswith("!")]
            assert wrong == [
                "! Муну толтуруңуз.",
                "! Бул жерге дата жазыңыз, мисалы: 25.12.2026",
                "! Бул жерге сан жазыңыз, мисалы: 12 же 25,5.",
            ]
            assert app.screen.field("given").has_focus_within
            await pilot.press("escape")
            await settle(app, pilot)
            assert "жазганыңыз" in "".join(text_of(app)).lower()
            await pilot.press("f7")
            await pilot.pause()
            assert app.screen.field("surname").raw == "Тургунова"
            app.screen.field("given").raw = "Айша"
            app.screen.field("load_hours").raw = ""
            app.screen.field("since").raw = "01.09.2026"
            await pilot.press("f2")
            await settle(app, pilot)
    assert member_of(world, "Тургунова").since == dt.date(2026, 9, 1)


async def test_a_pasted_list_joins_the_members(world):
    with app_in(world, MembersScreen) as app:
        async with app.run_test(size=SIZE) as pilot:
            await pilot.press("insert", "1")
            await pilot.pause()
            app.focused.paste("Тургунова Айша 5-А\nАсанова Гүлнара Маратовна")
            await pilot.press("f2")
            await settle(app, pilot)
            assert "Кошулду: 1." in text_of(app)[22]
            assert text_of(app)[0].strip().startswith("Мүчөлөр · 13")


async def test_a_workbook_is_shown_before_it_is_taken_over(world, tmp_path):
    path = workbook_with(world, tmp_path, ["Тургунова", "Айша", "", "Адеп", "5-А", "18"])
    with app_in(world, MembersImport, path=path) as app:
        async with app.run_test(size=SIZE) as pilot:
            await reading(app, pilot)
            shown = text_of(app)
            assert shown[1].strip() == "Сап: 13, жаңы мүчө: 1."
            assert shown[15].split()[:3] == ["14", "Тургунова", "Айша"]
            assert "F2 Кошуу" in shown[23]
            await pilot.press("f2")
            await settle(app, pilot)
    assert member_of(world, "Тургунова").load_hours == 18


async def test_a_workbook_with_a_mistake_is_not_taken_over_by_halves(world, tmp_path):
    path = workbook_with(world, tmp_path, ["Тургунова", "Айша", "", "", "", "көп"])
    with app_in(world, MembersImport, path=path) as app:
        async with app.run_test(size=SIZE) as pilot:
            await reading(app, pilot)
            assert "! Жүктөмү, жумасына саат" in text_of(app)[15]
            assert "F2" not in text_of(app)[23]
            await pilot.press("f2")
            await settle(app, pilot)
    assert len(members.members(world.association_id)) == 12


async def test_a_file_that_is_no_workbook_is_named_in_a_sentence(world, tmp_path):
    path = tmp_path / "тизме.xlsx"
    path.write_bytes(b"abc")
    with app_in(world, MembersImport, path=path) as app:
        async with app.run_test(size=SIZE) as pilot:
            await reading(app, pilot)
            assert "Бул Excel (.xlsx) файлы эмес же файл бузулган." in " ".join(text_of(app))


def workbook_with(world: World, folder: Path, row: list[str]) -> Path:
    """The members' workbook with one more row."""
    texts.set_language("ky")
    data = workbooks.members_workbook(world.association_id, person_words.headers(), person_words.labels())
    book = openpyxl.load_workbook(BytesIO(data))
    book.active.append(row)
    book.save(folder / "тизме.xlsx")
    return folder / "тизме.xlsx"


async def reading(app, pilot) -> None:
    """Wait until the file is read."""
    await app.workers.wait_for_complete()
    await pilot.pause()
