"""Every primary key reaches the screen out of every kind of widget, in every layout."""

from pathlib import Path

import pytest

from tests.tui.bench import BenchScreen
from tests.tui.screens import app_on, text_of
from tui import commands, key_card, texts
from tui.widgets.text import TextField

PRIMARY = {
    "f1": "help", "f2": "save", "f3": "find", "f4": "edit", "f5": "word", "f6": "area", "f7": "new", "f8": "delete",
    "f9": "menu", "f10": "quit", "escape": "back", "pageup": "previous", "pagedown": "next",
}  # fmt: skip
WIDGETS = ["#line", "#long", "#person LineField", "#choice", "#list"]
LIST_OWN = {"pageup", "pagedown"}
"""A list turns its own pages."""


@pytest.mark.parametrize("selector", WIDGETS)
async def test_every_primary_key_reaches_the_screen(selector: str, tmp_path: Path) -> None:
    app = app_on(BenchScreen, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = app.screen
        assert isinstance(screen, BenchScreen)
        screen.query_one(selector).focus()
        expected = {key: name for key, name in PRIMARY.items() if selector != "#list" or key not in LIST_OWN}
        await pilot.press(*expected)
        assert screen.reached == list(expected.values())


@pytest.mark.parametrize("selector", WIDGETS)
@pytest.mark.parametrize("key", ["ctrl+z", "ctrl+я", "ctrl+з", "ctrl+y", "ctrl+н", "ctrl+ы"])
async def test_undo_and_redo_reach_the_screen_where_nothing_was_typed(selector: str, key: str, tmp_path: Path) -> None:
    app = app_on(BenchScreen, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = app.screen
        assert isinstance(screen, BenchScreen)
        screen.query_one(selector).focus()
        await pilot.press(key)
        undo = key in ("ctrl+z", "ctrl+я", "ctrl+з")
        # ctrl+ы is Ctrl+S on the standard layout, which here saves: the phonetic layout's Redo has F9.
        assert screen.reached == ["undo" if undo else "save" if key == "ctrl+ы" else "redo"]


@pytest.mark.parametrize("selector", ["#line", "#long", "#person LineField"])
async def test_undo_takes_typing_back_first(selector: str, tmp_path: Path) -> None:
    app = app_on(BenchScreen, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = app.screen
        assert isinstance(screen, BenchScreen)
        field = screen.query_one(selector, TextField)
        field.focus()
        await pilot.press("а", "ctrl+я")
        assert (field.value, screen.reached) == ("", [])
        await pilot.press("ctrl+я")
        assert screen.reached == ["undo"]


@pytest.mark.parametrize("letter", ["q", "й", "ө"])
async def test_a_letter_is_a_command_in_a_list_and_a_letter_in_a_field(letter: str, tmp_path: Path) -> None:
    app = app_on(BenchScreen, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = app.screen
        assert isinstance(screen, BenchScreen)
        screen.query_one("#list").focus()
        await pilot.press(letter)
        assert screen.reached == ["mark"]
        field = screen.query_one("#line", TextField)
        field.focus()
        await pilot.press(letter)
        assert (field.value, screen.reached) == (letter, ["mark"])


async def test_every_word_of_the_footer_can_be_clicked(tmp_path: Path) -> None:
    app = app_on(BenchScreen, tmp_path, "ky")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = app.screen
        assert isinstance(screen, BenchScreen)
        footer = text_of(app)[23]
        for word in ("Сактоо", "Оңдоо", "Word", "Жаңы", "Өчүрүү"):
            await pilot.click(offset=(footer.index(word), 23))
        assert screen.reached == ["save", "edit", "word", "new", "delete"]


class TestCommands:
    def test_the_footer_has_at_most_six_with_help_first_and_back_last(self) -> None:
        shown = commands.for_footer(commands.with_everywhere((commands.WORD, commands.NEW)))
        assert [each.id for each in shown] == ["help", "word", "new", "find", "menu", "back"]

    def test_own_commands_push_find_and_help_out(self) -> None:
        own = (commands.OPEN, commands.EDIT, commands.WORD, commands.NEW)
        assert [each.id for each in commands.for_footer(commands.with_everywhere(own))][-2:] == ["menu", "back"]

    def test_own_commands_replace_those_of_every_screen(self) -> None:
        own = commands.FIND.but(title="Other")
        found = [each for each in commands.with_everywhere((own,)) if each.id == "find"]
        assert found == [own]

    @pytest.mark.parametrize(("key", "shown"), [
        ("f5", "F5"), ("escape", "Esc"), ("ctrl+z", "Ctrl+Z"), ("pageup", "PgUp"), ("question_mark", "?"), ("q", "Q"),
    ])  # fmt: skip
    def test_keys_are_shown_as_they_are_printed(self, key: str, shown: str) -> None:
        assert commands.shown_key(key) == shown


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_the_key_card_names_every_key_that_is_the_same_everywhere(language: str) -> None:
    lines = key_card.card(language).splitlines()
    assert [line.split(" | ")[0].strip("| ") for line in lines[2:]] == [
        *(f"F{number}" for number in range(1, 11)), "Esc", "Enter", "Tab", "Insert", "Ctrl+Z", "Ctrl+Y",
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["ky", "ru"])
def test_words_of_the_last_line_have_at_most_eight_letters(language: str) -> None:
    texts.set_language(language)
    words = [texts._(each.title) for each in (*commands.EVERYWHERE, *key_card.CARD)]
    assert [word for word in words if len(word) > 8] == []
