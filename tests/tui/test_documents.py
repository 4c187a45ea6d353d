"""F5: Enter makes the marked paper; what was changed by hand is never overwritten."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from db import settings
from tests.tui.screens import text_of
from tests.tui.worlds import World, app_in, shown_until, typed, written
from tui import opening
from tui.screens.meetings import MeetingsScreen

DIALOG = {
    "ky": [
        "Word документи",
        "",
        "1 Протокол",
        "2 Кыскача протокол",
        "3 Протоколдон көчүрмө",
        "4 Күн тартиби, чакыруу",
        "5 Протоколдорду каттоо журналы",
        "",
        "Тили: (•) кыргызча   ( ) орусча",
        "Файл: Протокол № 2, 2026-10-16.docx",
        "Папка: {folder}",
    ],
    "ru": [
        "Документ Word",
        "",
        "1 Протокол",
        "2 Краткий протокол",
        "3 Выписка из протокола",
        "4 Повестка дня, приглашение",
        "5 Журнал регистрации протоколов",
        "",
        "Язык: (•) на кыргызском   ( ) на русском",
        "Файл: Протокол № 2, 2026-10-16.docx",
        "Папка: {folder}",
    ],
}


@pytest.fixture
def folder(world: World) -> Iterator[Path]:
    """Where papers go; short, so that the dialog shows it whole."""
    place = world.folder.parent / "p"
    settings.set_("output_folder", "~/p")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(world.folder.parent))
        patch.setenv("USERPROFILE", str(world.folder.parent))
        yield place


def inside(lines: list[str]) -> list[str]:
    """The text between the sides of the box."""
    return [line.split("│")[1].strip() for line in lines if line.count("│") > 1]


@pytest.mark.parametrize("language", ["ky", "ru"])
async def test_what_is_offered(world: World, folder: Path, language: str) -> None:
    with app_in(world, MeetingsScreen, language) as app:
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.press("up", "f5")
            await pilot.pause()
            shown = inside(text_of(app))
            start = shown.index(DIALOG[language][0])
            assert shown[start : start + 10] == DIALOG[language][:10]


async def test_two_keys_make_the_paper_and_a_third_opens_it(
    world: World, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(opening, "show", lambda path: not opened.append(path))
    with app_in(world, MeetingsScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("up", "f5", "enter")
            await shown_until(app, pilot, lambda: "Даяр: Протокол № 2" in "\n".join(text_of(app)))
            made = folder / "Протокол № 2, 2026-10-16.docx"
            assert "1-чейректин жыйынтыгы жөнүндө" in ZipFile(made).read("word/document.xml").decode()
            await pilot.press("1")
            assert opened == [made]


async def test_a_paper_changed_by_hand_stays(world: World, folder: Path) -> None:
    folder.mkdir()
    made = folder / "Протокол № 2, 2026-10-16.docx"
    made.write_bytes(b"her own")
    with app_in(world, MeetingsScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("up", "f5", "enter")
            await shown_until(app, pilot, lambda: "Даяр: " in "\n".join(text_of(app)))
            assert "колдо өзгөртүлгөн" in "\n".join(text_of(app))
    assert made.read_bytes() == b"her own"
    assert sorted(path.name for path in folder.iterdir()) == [
        "Протокол № 2, 2026-10-16 (2).docx",
        "Протокол № 2, 2026-10-16.docx",
    ]


async def test_an_extract_of_marked_questions_in_russian(world: World, folder: Path) -> None:
    with app_in(world, MeetingsScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("up", "f5", "3", "tab", "down", "space", "right", "enter")
            await shown_until(app, pilot, lambda: "Даяр: " in "\n".join(text_of(app)))
    made = folder / "Выписка из протокола № 2, 2026-10-16, вопрос 2.docx"
    text = ZipFile(made).read("word/document.xml").decode()
    assert "ВЫПИСКА" in text
    assert "1-чейректин жыйынтыгы" in text or "Об итогах 1 четверти" in text


async def test_a_folder_that_cannot_be_is_said_and_the_dialog_stays(world: World, folder: Path) -> None:
    folder.write_text("a file where the folder should be", encoding="utf-8")
    with app_in(world, MeetingsScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("up", "f5", "enter")
            await shown_until(app, pilot, lambda: "! Бул папкага жазууга уруксат жок" in "\n".join(text_of(app)))
            await pilot.press("f4", *["backspace"] * 3, *typed("papers"), "enter")
            await pilot.pause()
            assert "Папканы башынан жазыңыз" in "\n".join(text_of(app))
            await pilot.press("ctrl+u", *typed("~/q"), "enter")
            await written(app)
            await pilot.pause()
            await pilot.press("enter")
            await shown_until(app, pilot, lambda: "Даяр: " in "\n".join(text_of(app)))
    assert [path.name for path in (folder.parent / "q").iterdir()] == ["Протокол № 2, 2026-10-16.docx"]
