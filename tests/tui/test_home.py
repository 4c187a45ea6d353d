"""What is due, and that every line opens what it names."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.meetings import planning
from tests.conftest import MakeAssociation
from tests.tui.screens import text_of
from tests.tui.worlds import TODAY, World, app_in
from tui import clock
from tui.due import Place
from tui.screens.home import HomeScreen
from tui.widgets.lists import PageList

HOME = {
    "ky": [
        " Башталгыч класстардын усулдук бирикмеси",
        " 22.11.2026 жк · 2026-2027-окуу жылы",
        "",
        " КИЙИНКИ ОТУРУМ",
        " № 3 · 27.11.2026 жм 14:00 · маселе: 2 · Мугалимдер бөлмөсү       калган күн: 5",
        "",
        " БҮТПӨГӨН ПРОТОКОЛДОР",
        " № 2 · 16.10.2026 жм · жетпеген жери: 2                                 Долбоор",
        "",
        " МӨӨНӨТҮ ӨТКӨН ТАПШЫРМАЛАР: 2",
        " План бекитилсин. – Асанова Г. М.                                    01.09.2026",
        " Ачык сабактардын графиги түзүлсүн. – Качкынбай кызы Н.              01.10.2026",
        "",
        " ОКУУ ЖЫЛЫ",
        " Өткөн отурумдар: 2, жылына 7                                           ■■□□□□□",
        " Отурум өтпөгөн айлар: сентябрь",
    ],
    "ru": [
        " МО начальных классов",
        " 22.11.2026 вс · 2026-2027 учебный год",
        "",
        " БЛИЖАЙШЕЕ ЗАСЕДАНИЕ",
        " № 3 · 27.11.2026 пт 14:00 · вопросов: 2 · Мугалимдер бөлмөсү  осталось дней: 5",
    ],
}


@pytest.mark.parametrize("language", ["ky", "ru"])
async def test_what_is_due(world: World, language: str) -> None:
    with app_in(world, HomeScreen, language) as app:
        async with app.run_test(size=(80, 24)):
            assert text_of(app)[: len(HOME[language])] == HOME[language]


async def test_the_running_meeting_is_first_and_enter_goes_on(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    planning.start(world.meetings[2], "14:05")
    opened: list[tuple[str, object]] = []
    with app_in(world, HomeScreen) as app:
        monkeypatch.setattr(app, "open", lambda name, **values: opened.append((name, values)))
        async with app.run_test(size=(80, 24)) as pilot:
            assert text_of(app)[2:5] == [
                "",
                " АЗЫР",
                " № 3 отурум жүрүп жатат, башталганы: 14:05                      Enter – улантуу",
            ]
            await pilot.press("enter")
    assert opened == [("meeting", {"meeting_id": world.meetings[2]})]


async def test_every_line_opens_what_it_names(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    with app_in(world, HomeScreen) as app:
        monkeypatch.setattr(app, "open", lambda name, **_values: opened.append(name))
        async with app.run_test(size=(80, 24)) as pilot:
            listed = app.screen.query_one(PageList)
            for place in list(listed.keys):
                listed.choose(place)
                await pilot.press("enter")
            kinds = [place.kind for place in listed.keys if isinstance(place, Place)]
    assert opened == kinds == ["meeting", "meeting", "tasks", "tasks", "meetings", "meetings"]


async def test_an_empty_home_says_how_to_begin(
    make_association: MakeAssociation, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    opened: list[str] = []
    with app_in(World(store, make_association(1), []), HomeScreen) as app:
        monkeypatch.setattr(app, "open", lambda name, **_values: opened.append(name.rpartition(":")[2]))
        async with app.run_test(size=(80, 24)) as pilot:
            assert text_of(app)[2:9] == [
                "",
                " БАШТОО",
                " Мүчөлөрдү кошуу: ар бири бир сапта, терип же көчүрүп                     Enter",
                " Жылдын биринчи отурумун пландоо                                             F7",
                "",
                " ОКУУ ЖЫЛЫ",
                " Өткөн отурумдар: 0, жылына 7                                           □□□□□□□",
            ]
            await pilot.press("enter", "down", "enter", "f7")
    assert opened == ["members", "MeetingPlanScreen", "MeetingPlanScreen"]
