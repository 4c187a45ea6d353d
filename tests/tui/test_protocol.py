"""A finished protocol on the screen: what it prints, its versions, the difference, amending and signing."""

from __future__ import annotations

import datetime as dt

import pytest
from textual.pilot import Pilot

from db import protocols
from db.meetings import agenda
from db.meetings.sheet import item_rows, meeting
from templates_docx import documents, reading
from templates_docx.documents import Selection
from tests.tui.screens import text_of
from tests.tui.worlds import World, app_in, shown_until, typed, written
from tui.app import BirikmeApp
from tui.screens.protocol import ProtocolScreen
from tui.widgets.shown import Shown

TOP = [
    " Протокол № 1 · 28.08.2026 · Кол коюлган 05.09.2026",
    "                        № 7 жалпы билим берүүчү мектеп",
    "                    Башталгыч класстардын усулдук бирикмеси",
    "",
    "                                 ПРОТОКОЛ № 1",
    "                          усулдук бирикменин отуруму",
    "",
    "  2026-жылдын 28-августу                                                 ____",
    "  Башталышы: саат 14.10. Аякташы: саат 15.00. Өтүүчү жери: № 12 кабинет.",
    "  Төрага: Г. М. Асанова",
    "  Катчы: Б. Асан уулу",
]


def amended(world: World) -> None:
    """Make a second version of the first protocol."""
    meeting_id = world.meetings[0]
    protocols.amend(meeting_id, "Аталышы түзөтүлдү")
    agenda.change(item_rows(meeting_id)[0].id, title="Жылдык иш планын бекитүү жөнүндө")
    protocols.finalise(meeting_id)


async def read(app: BirikmeApp, pilot: Pilot[int]) -> list[str]:
    """Everything that the screen shows of the paper, whether scrolled to or not."""
    await shown_until(app, pilot, lambda: bool(app.screen.query("#paper Shown")))
    return [str(shown.content) for shown in app.screen.query("#paper Shown").results(Shown)]


async def test_it_reads_as_it_prints(world: World) -> None:
    with app_in(world, ProtocolScreen, meeting_id=world.meetings[0]) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            shown = "\n".join(await read(app, pilot))
            assert text_of(app)[:11] == TOP
    paper = documents.make("protocol", Selection(world.association_id, world.meetings[0]), "ky")
    printed = [line.text for line in reading.lines(documents.print_paper(paper)) if line.text]
    assert shown == "\n".join(
        text.replace("\t", "\n") if text.startswith("2026") else text.replace("\t", "  ") for text in printed
    )


async def test_the_other_language_says_what_stays_as_typed(world: World) -> None:
    with app_in(world, ProtocolScreen, "ru", meeting_id=world.meetings[0]) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await read(app, pilot)
            await pilot.press("insert")
            await shown_until(app, pilot, lambda: "СЛУШАЛИ" in "\n".join(map(str, _texts(app))))
            assert text_of(app)[1].startswith(" Не переведено: ")


async def test_versions_and_what_changed_between_them(world: World) -> None:
    amended(world)
    with app_in(world, ProtocolScreen, meeting_id=world.meetings[0]) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await read(app, pilot)
            assert text_of(app)[1] == " 2-редакция, баары 2 (← →)"
            await pilot.press("left")
            await shown_until(app, pilot, lambda: "талкуулоо жөнүндө" in "\n".join(_texts(app)))
            assert text_of(app)[1] == " 1-редакция, баары 2 (← →)"
            await pilot.press("space")
            await shown_until(app, pilot, lambda: any(text.startswith("+ ") for text in _texts(app)))
            assert text_of(app)[1] == " Айырмасы: 1-редакция → 2-редакция · Себеби: Аталышы түзөтүлдү"
            changes = _texts(app)
            assert "− 1. Жылдык иш планын талкуулоо жөнүндө. (Баяндамачы: Г. М. Асанова)" in changes
            assert "+ 1. Жылдык иш планын бекитүү жөнүндө. (Баяндамачы: Г. М. Асанова)" in changes
            assert all(text[:2] in ("+ ", "− ") for text in changes)


async def test_coming_back_keeps_the_place_that_was_read(world: World) -> None:
    with app_in(world, ProtocolScreen, meeting_id=world.meetings[0]) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await read(app, pilot)
            await pilot.press("down", "down", "down")
            paper = app.screen.query_one("#paper")
            await shown_until(app, pilot, lambda: paper.scroll_offset.y > 0)
            await pilot.press("f1", "escape")
            await read(app, pilot)
            assert paper.scroll_offset.y > 0


async def test_signing_asks_for_the_day(world: World) -> None:
    amended(world)
    with app_in(world, ProtocolScreen, meeting_id=world.meetings[0]) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await read(app, pilot)
            await pilot.press("f2", *["backspace"] * 10, *typed("01.08.2026"), "enter")
            await written(app)
            await pilot.pause()
            assert "мурда кол коюлбайт" in text_of(app)[-2]
            await pilot.press("f2", "enter")
            await written(app)
            await pilot.pause()
            assert meeting(world.meetings[0]).signed_on == dt.date(2026, 11, 22)
            assert "Кол коюлган 22.11.2026" in text_of(app)[0]


@pytest.mark.parametrize("reason", ["", "Жооптуу адам түзөтүлдү"])
async def test_an_amendment_needs_its_reason(world: World, reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    with app_in(world, ProtocolScreen, meeting_id=world.meetings[0]) as app:
        monkeypatch.setattr(app, "open", lambda name, **_values: opened.append(name))
        async with app.run_test(size=(80, 24)) as pilot:
            await read(app, pilot)
            await pilot.press("f4", *typed(reason), "enter")
            await written(app)
            await pilot.pause()
            assert meeting(world.meetings[0]).locked is not bool(reason)
            assert opened == (["meeting"] if reason else [])


def _texts(app: BirikmeApp) -> list[str]:
    return [str(shown.content) for shown in app.screen.query("#paper Shown").results(Shown)]


async def test_an_amendment_without_a_reason_is_asked_for_again(world: World) -> None:
    with app_in(world, ProtocolScreen, meeting_id=world.meetings[0]) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await read(app, pilot)
            await pilot.press("f4", "enter")
            await pilot.pause()
            assert any("Себебин жазыңыз" in line for line in text_of(app))
            await pilot.press(*typed("катчы"), "enter")
            await written(app)
            assert meeting(world.meetings[0]).state == "draft"
