"""Forms, dialogs and the field for a person."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from textual import on
from textual.pilot import Pilot
from textual.widget import Widget

from db.errors import Refused
from tests.tui.screens import app_on, text_of
from tui.app import BirikmeApp
from tui.screens.base import BirikmeScreen
from tui.widgets.fields import ChoiceInput, FormField, NumberInput, TextInput, number
from tui.widgets.form import FormScreen
from tui.widgets.lists import PageList
from tui.widgets.person_field import PersonField
from tui.widgets.status import MessageLine
from tui.widgets.text import LineField


class SmallForm(FormScreen):
    """A form of three fields; keeps what it is given to save."""

    submitted: dict[str, Any] | None = None

    def fields(self) -> Iterable[FormField]:
        yield TextInput("name", "Name", required=True)
        yield NumberInput("load", "Load", low=1, high=40)
        yield ChoiceInput("manner", "Manner", [("elected", "Шайланган"), ("appointed", "Дайындалган")])

    def submit(self, values: dict[str, Any]) -> None:
        self.submitted = values


class BelowScreen(BirikmeScreen):
    """Opens the form."""

    def action_open_form(self) -> None:
        self.app.open("tests.tui.test_widgets_form:SmallForm")


def wrong(screen: FormScreen) -> list[str]:
    return [field.field_name for field in screen.query(FormField) if field.has_class("-wrong")]


async def form(pilot: Pilot[int]) -> SmallForm:
    app = pilot.app
    assert isinstance(app, BirikmeApp)
    app.open("tests.tui.test_widgets_form:SmallForm")
    await pilot.pause()
    assert isinstance(app.screen, SmallForm)
    return app.screen


async def test_all_fields_are_checked_and_the_first_bad_one_has_the_focus(tmp_path: Path) -> None:
    app = app_on(BelowScreen, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await form(pilot)
        await pilot.press("tab", "9", "9", "f2")
        assert (wrong(screen), screen.submitted) == (["name", "load"], None)
        assert app.focused is screen.field("name").input
        lines = "\n".join(text_of(app))
        assert "! Fill this in." in lines
        assert "! The number must be at most 40." in lines
        await pilot.press("а", "tab", "backspace", "tab", "2", "f2")
        assert screen.submitted == {"name": "а", "load": 9, "manner": "appointed"}


async def test_a_refusal_is_shown_at_its_field_and_nothing_typed_is_lost(tmp_path: Path) -> None:
    app = app_on(BelowScreen, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await form(pilot)
        await pilot.press(*"Асан")
        screen.refused(Refused("not_found", "load", text="Асан"))
        await pilot.pause()
        assert wrong(screen) == ["load"]
        assert screen.raw_values()["name"] == "Асан"
        assert app.focused is screen.field("load").input


async def test_esc_keeps_the_draft_says_so_and_brings_it_back(tmp_path: Path) -> None:
    app = app_on(BelowScreen, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await form(pilot)
        await pilot.press(*"Асан", "escape")
        assert isinstance(app.screen, BelowScreen)
        assert "draft is kept" in app.screen.query_one(MessageLine).said
        screen = await form(pilot)
        assert screen.raw_values()["name"] == "Асан"
        screen.done()
        await pilot.pause()
        assert (await form(pilot)).raw_values()["name"] == ""


async def test_an_untouched_form_leaves_no_draft(tmp_path: Path) -> None:
    app = app_on(BelowScreen, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await form(pilot)
        await pilot.press("escape")
        assert (app.drafts, app.screen.query_one(MessageLine).said) == ({}, "")


async def test_enter_in_the_last_line_saves(tmp_path: Path) -> None:
    class TwoLines(SmallForm):
        def fields(self) -> Iterable[FormField]:
            yield TextInput("name", "Name")
            yield TextInput("note", "Note")

    app = app_on(BelowScreen, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = TwoLines()
        await app.push_screen(screen)
        await pilot.press("а", "enter", "б", "enter")
        assert screen.submitted == {"name": "а", "note": "б"}


@pytest.mark.parametrize(("text", "value"), [("25", 25), ("2 5", 25), ("", None)])
def test_whole_numbers(text: str, value: int | None) -> None:
    assert number(text, 0, 40) == value


@pytest.mark.parametrize("text", ["25.5", "25,5"])
def test_a_comma_and_a_point_are_the_same(text: str) -> None:
    assert number(text, 0, 40, decimal=True) == 25.5


@pytest.mark.parametrize(("text", "code"), [
    ("аа", "number_expected"), ("NaN", "number_expected"), ("Infinity", "number_expected"), ("٣", "number_expected"),
    ("1e999999999", "number_expected"), ("2,5", "number_expected"), ("-1", "number_too_small"),
    ("9223372036854775808", "number_too_large"), ("9" * 100, "number_expected"),
])  # fmt: skip
def test_what_is_no_number_is_refused(text: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        number(text, 0, 40)
    assert refused.value.code == code


class PersonScreen(BirikmeScreen):
    """A person, a guest and a line."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[tuple[int | None, str]] = []

    def body(self) -> Iterable[Widget]:
        people = [(1, "Асанова Г. М."), (2, "Өмүрзак уулу Б."), (3, "Качкынбай кызы Н."), (4, "Асан уулу Т.")]
        yield PersonField(people, id="person")
        yield PersonField(people, free=True, id="guest")
        yield LineField(id="after")

    @on(PersonField.Chosen)
    def _chosen(self, event: PersonField.Chosen) -> None:
        self.told.append((event.person_id, event.text))

    @on(PersonField.Skipped)
    def _skipped(self, event: PersonField.Skipped) -> None:
        self.told.append((-1, event.text))


@pytest.mark.parametrize(("typed", "keys", "told"), [
    ("ому", ["enter"], (2, "Өмүрзак уулу Б.")),
    ("асан", ["tab"], (1, "Асанова Г. М.")),
    ("асан", ["down", "enter"], (4, "Асан уулу Т.")),
    ("", ["enter"], (-1, "")),
    ("жок", ["enter"], (-1, "жок")),
])  # fmt: skip
async def test_a_person_is_chosen_by_a_few_letters(
    typed: str, keys: list[str], told: tuple[int, str], tmp_path: Path
) -> None:
    app = app_on(PersonScreen, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*typed, *keys)
        screen = app.screen
        assert isinstance(screen, PersonScreen)
        assert screen.told == [told]
        assert app.focused is screen.query_one("#guest", PersonField).line


async def test_a_guest_may_be_anyone(tmp_path: Path) -> None:
    app = app_on(PersonScreen, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = app.screen
        assert isinstance(screen, PersonScreen)
        screen.query_one("#guest", PersonField).focus()
        await pilot.press(*"Эсенова", "enter")
        assert screen.told == [(None, "Эсенова")]
        assert app.focused is screen.query_one("#after")


async def test_suggestions_close_with_esc_before_the_screen_does(tmp_path: Path) -> None:
    app = app_on(PersonScreen, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        field = app.screen.query_one("#person", PersonField)
        await pilot.press(*"ас")
        assert field.suggested == ["Асанова Г. М.", "Асан уулу Т."]
        await pilot.press("escape")
        assert (field.suggested, field.line.value) == ([], "ас")


class TestDialogs:
    async def answer(self, folder: Path, place: str, *args: Any, keys: list[str]) -> Any:
        app, answers = app_on(BelowScreen, folder), []
        async with app.run_test(size=(80, 24)) as pilot:
            app.open_dialog(f"tui.widgets.dialogs:{place}", *args, then=answers.append)
            await pilot.pause()
            await pilot.press(*keys)
            assert len(answers) == 1
        return answers[0]

    @pytest.mark.parametrize(("keys", "answer"), [
        (["enter"], False), (["escape"], False), (["down", "enter"], True), (["2"], True), (["1"], False),
    ])  # fmt: skip
    async def test_the_focus_is_on_no_and_esc_is_no(self, keys: list[str], answer: bool, tmp_path: Path) -> None:
        assert await self.answer(tmp_path, "Ask", "Delete?", keys=keys) is answer

    @pytest.mark.parametrize(("keys", "answer"), [(["2"], 1), (["9", "escape"], None), (["down", "down", "enter"], 2)])
    async def test_options_are_chosen_by_digit_or_arrow(
        self, keys: list[str], answer: int | None, tmp_path: Path
    ) -> None:
        assert await self.answer(tmp_path, "Pick", "Which?", ["[/]", "б", "в"], keys=keys) == answer

    async def test_a_line_is_asked_again_until_it_is_right(self, tmp_path: Path) -> None:
        def check(text: str) -> Any:
            return number(text, 1, 5)

        keys = ["9", "enter", "backspace", "3", "enter"]
        assert await self.answer(tmp_path, "Prompt", "How many?", "", check, keys=keys) == 3

    async def test_what_is_offered_is_typed_over_and_f2_confirms(self, tmp_path: Path) -> None:
        keys = ["2", "8", "f2"]
        assert await self.answer(tmp_path, "Prompt", "On which day?", "25.11.2026", str, keys=keys) == "28"

    async def test_the_menu_numbers_the_commands_and_does_the_chosen_one(self, store: Path) -> None:
        app = app_on(BelowScreen, store, "ky")
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("f9")
            assert [line for line in text_of(app) if "1 Бул жерде" in line]
            await pilot.press("1")
            assert app.screen.query_one(".question").render_line(0).text.strip() == "Жардам"
            await pilot.press("escape", "escape")
            assert app.screen.query_one(PageList)
