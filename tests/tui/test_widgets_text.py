"""The text field: what is typed, turned, pasted and told."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual import events, on
from textual.pilot import Pilot
from textual.widget import Widget

from tests.tui.screens import app_on, text_of
from tui.screens.base import BirikmeScreen
from tui.widgets.status import MessageLine
from tui.widgets.text import LineField, TextField, quote_for


class FieldScreen(BirikmeScreen):
    """A long field and a line; writes down what they tell."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[tuple[str, str]] = []

    def body(self) -> Iterable[Widget]:
        yield TextField(id="long")
        yield LineField(id="line")

    @on(TextField.Settled)
    def _settled(self, event: TextField.Settled) -> None:
        self.told.append(("settled", f"{event.value}|{event.cursor}"))

    @on(TextField.Left)
    def _left(self, event: TextField.Left) -> None:
        self.told.append(("left", event.value))


@asynccontextmanager
async def fields(folder: Path) -> AsyncIterator[tuple[Pilot[int], FieldScreen, TextField, LineField]]:
    app = app_on(FieldScreen, folder)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = app.screen
        assert isinstance(screen, FieldScreen)
        yield pilot, screen, screen.query_one("#long", TextField), screen.query_one("#line", LineField)


@pytest.mark.parametrize(
    ("before", "after"), [("о", "ө"), ("у", "ү"), ("н", "ң"), ("Ө", "О"), ("Ү", "У"), ("Н", "Ң"), ("а", "а"), ("", "")]
)
async def test_insert_turns_the_letter_before_the_cursor(before: str, after: str, tmp_path: Path) -> None:
    async with fields(tmp_path) as (pilot, _screen, long, _line):
        long.set_value("к" + before)
        await pilot.press("insert")
        assert long.value == "к" + after


@pytest.mark.parametrize(
    ("before", "mark"), [("", "«"), ("Сөз ", "«"), ("(", "«"), ("«", "«"), ("«Сөз", "»"), ("а.", "»"), ("№ 5", "»")]
)
def test_a_quotation_mark_opens_or_closes_by_what_stands_before_it(before: str, mark: str) -> None:
    assert quote_for(before) == mark


async def test_typed_quotation_marks_become_those_of_the_language(tmp_path: Path) -> None:
    async with fields(tmp_path) as (pilot, _screen, long, _line):
        await pilot.press(*'"а" "б"')
        assert long.value == "«а» «б»"


async def test_the_long_field_grows_with_its_text_and_tab_is_never_typed(tmp_path: Path) -> None:
    async with fields(tmp_path) as (pilot, screen, long, line):
        await pilot.press("а", "enter", "б")
        assert (long.value, long.size.height) == ("а\nб", 2)
        await pilot.press("tab")
        assert screen.focused is line
        await pilot.press("shift+tab")
        assert (screen.focused, long.value) == (long, "а\nб")


async def test_enter_in_a_line_goes_to_the_next_field(tmp_path: Path) -> None:
    async with fields(tmp_path) as (pilot, screen, long, line):
        line.focus()
        await pilot.press("а", "enter")
        assert (line.value, screen.focused) == ("а", long)


async def test_leaving_tells_what_was_typed_and_then_that_it_is_left(tmp_path: Path) -> None:
    async with fields(tmp_path) as (pilot, screen, _long, _line):
        await pilot.press("а", "б", "tab")
        assert screen.told[-2:] == [("settled", "аб|2"), ("left", "аб")]


async def test_typing_is_told_when_it_pauses(tmp_path: Path) -> None:
    async with fields(tmp_path) as (pilot, screen, _long, _line):
        await pilot.press("а")
        while not screen.told:
            await pilot.pause(0.02)
        assert screen.told == [("settled", "а|1")]


async def test_a_value_set_by_the_program_is_not_told(tmp_path: Path) -> None:
    async with fields(tmp_path) as (pilot, screen, long, _line):
        long.set_value("берилген", cursor=3)
        await pilot.press("tab")
        assert (screen.told, long.cursor) == ([("left", "берилген")], 3)


async def test_a_paste_is_cleaned_and_the_count_is_said(tmp_path: Path) -> None:
    async with fields(tmp_path) as (pilot, screen, long, _line):
        long.post_message(events.Paste("[/] а\x1b[31m\x00\u202eб\r\nв"))
        await pilot.pause()
        assert long.value == "[/] аб\nв"
        assert screen.query_one(MessageLine).said == "Invisible characters removed: 7."


async def test_a_paste_into_a_line_is_one_line(tmp_path: Path) -> None:
    async with fields(tmp_path) as (pilot, _screen, _long, line):
        line.post_message(events.Paste("а\nб\tв"))
        await pilot.pause()
        assert line.value == "а б в"


async def test_too_long_a_paste_is_refused_with_its_number_and_changes_nothing(tmp_path: Path) -> None:
    async with fields(tmp_path) as (pilot, screen, long, _line):
        long.set_value("мурунку")
        long.post_message(events.Paste("ы" * 1_000_000))
        await pilot.pause()
        assert long.value == "мурунку"
        assert "1000007" in screen.query_one(MessageLine).said


async def test_a_full_line_takes_no_more_keys(tmp_path: Path) -> None:
    async with fields(tmp_path) as (pilot, screen, _long, line):
        line.set_value("ы" * line.limit)
        line.focus()
        await pilot.press("а")
        assert len(line.value) == line.limit
        assert str(line.limit + 1) in screen.query_one(MessageLine).said


@pytest.mark.parametrize("typed", ["[/]", "[bold]", "[@click=app.quit]x[/]", "5 < 6 & «а»", "{x}"])
async def test_typed_text_is_never_markup(typed: str, tmp_path: Path) -> None:
    async with fields(tmp_path) as (pilot, screen, long, _line):
        long.set_value(typed)
        screen.say(typed)
        screen.status.show(left=typed)
        await pilot.pause()
        lines = "\n".join(text_of(pilot.app))
        assert lines.count(typed) == 3
