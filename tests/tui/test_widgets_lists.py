"""The list: what it draws, chooses, opens and loads."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.pilot import Pilot
from textual.widget import Widget

from tests.tui.screens import app_on, text_of
from tui.screens.base import BirikmeScreen
from tui.texts import N_
from tui.widgets.lists import Column, PageList, Row


class ListScreen(BirikmeScreen):
    """A list of three columns; writes down what it tells."""

    ROWS: ClassVar[list[Row]] = [
        Row(None, ("Бөлүм",), "heading"),
        *(Row(at, (str(at), f"Ат {at}", "[/]")) for at in range(1, 51)),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.told: list[tuple[str, object]] = []

    def body(self) -> Iterable[Widget]:
        columns = (Column("№", width=3, right=True), Column("Name", share=2), Column("Note"))
        yield PageList(*columns, empty=N_("Nothing yet. F7 adds the first one."), load_more=self.more)

    def more(self, after: object) -> list[Row]:
        assert isinstance(after, int)
        return [Row(at, (str(at), "кийинки", "")) for at in range(after + 1, min(after + 4, 57))]

    @on(PageList.Highlighted)
    def _highlighted(self, event: PageList.Highlighted) -> None:
        self.told.append(("highlighted", event.key))

    @on(PageList.Opened)
    def _opened(self, event: PageList.Opened) -> None:
        self.told.append(("opened", event.key))


@asynccontextmanager
async def lists(folder: Path, language: str = "en") -> AsyncIterator[tuple[Pilot[int], ListScreen, PageList]]:
    app = app_on(ListScreen, folder, language)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = app.screen
        assert isinstance(screen, ListScreen)
        found = screen.query_one(PageList)
        found.set_rows(ListScreen.ROWS)
        await pilot.pause()
        yield pilot, screen, found


async def test_rows_stand_in_columns_with_a_header_and_headings(tmp_path: Path) -> None:
    async with lists(tmp_path) as (pilot, _screen, _found):
        lines = text_of(pilot.app)
        assert lines[1].split() == ["№", "Name", "Note"]
        assert lines[2] == " Бөлүм"
        assert lines[3].split("  ")[-1].endswith("[/]")
        assert lines[3].startswith("   1 Ат 1")


async def test_headings_are_never_chosen(tmp_path: Path) -> None:
    async with lists(tmp_path) as (pilot, _screen, found):
        assert found.key == 1
        await pilot.press("up", "home")
        assert found.key == 1


async def test_keys_choose_and_enter_opens(tmp_path: Path) -> None:
    async with lists(tmp_path) as (pilot, screen, found):
        await pilot.press("down", "down", "up", "enter")
        assert screen.told[-4:] == [("highlighted", 2), ("highlighted", 3), ("highlighted", 2), ("opened", 2)]
        await pilot.press("pagedown")
        assert found.key == 22
        await pilot.press("pageup")
        assert found.key == 2


async def test_the_end_loads_the_next_page_until_there_is_none(tmp_path: Path) -> None:
    async with lists(tmp_path) as (pilot, _screen, found):
        await pilot.press("end")
        assert (found.key, found.keys[-1]) == (50, 53)
        await pilot.press("end", "end", "end")
        assert found.keys == list(range(1, 57))
        assert "кийинки" in "\n".join(text_of(pilot.app))


async def test_a_click_chooses_and_a_second_one_opens(tmp_path: Path) -> None:
    async with lists(tmp_path) as (pilot, screen, found):
        await pilot.click(offset=(10, 5))
        assert (found.key, screen.told[-1]) == (3, ("highlighted", 3))
        await pilot.click(offset=(10, 5))
        assert screen.told[-1] == ("opened", 3)


async def test_the_chosen_row_stays_chosen_when_rows_change(tmp_path: Path) -> None:
    async with lists(tmp_path) as (pilot, _screen, found):
        found.choose(5)
        found.set_rows([Row(at, (str(at), "", "")) for at in (9, 7, 5, 3)])
        assert found.key == 5
        found.set_rows([Row(9, ("9", "", ""))])
        await pilot.pause()
        assert found.key == 9


async def test_an_empty_list_says_which_key_makes_the_first(tmp_path: Path) -> None:
    async with lists(tmp_path, "ky") as (pilot, screen, found):
        found.set_rows([])
        await pilot.press("down", "enter", "end")
        assert text_of(pilot.app)[1] == " Азырынча эч нерсе жок. F7 – жаңысын кошуу."
        assert screen.told[-1] == ("highlighted", None)


async def test_long_cells_are_cut_and_new_lines_do_not_break_the_row(tmp_path: Path) -> None:
    async with lists(tmp_path) as (pilot, _screen, found):
        found.set_rows([Row(1, ("1", "а\nб\x1b" + "ы" * 100, Text("[b]", style="red")))])
        await pilot.pause()
        line = text_of(pilot.app)[2]
        assert line.startswith("   1 а б ыыы")
        assert "…" in line
        assert line.endswith("[b]")


async def test_ten_thousand_rows_draw_only_what_is_seen(tmp_path: Path) -> None:
    async with lists(tmp_path) as (pilot, _screen, found):
        drawn: list[int] = []
        original = found._line
        found._line = lambda cells, room, style: drawn.append(1) or original(cells, room, style)  # type: ignore[method-assign, func-returns-value]
        found.set_rows([Row(at, (str(at), "Ат", "")) for at in range(10_000)])
        await pilot.pause()
        assert 0 < len(drawn) <= 48
