"""F3: found while one types, in any layout, and gone to by Enter."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from db.meetings import discussion
from db.meetings.sheet import item_rows
from db.plans.lines import add_line
from db.plans.sections import save_section
from tests.tui.screens import text_of
from tests.tui.worlds import World, app_in, shown_until, typed
from tui.app import BirikmeApp
from tui.screens.find import FindScreen, marked
from tui.widgets.lists import PageList

PEOPLE = [
    " Адам         Асан уулу Бакыт",
    " Адам         Асанова Гүлнара Маратовна",
    " Адам         Сыдыкова Бермет Асановна",
]


async def look_for(app: BirikmeApp, pilot: Pilot[int], text: str, count: int) -> list[str]:
    """Type into the field and wait until so many are found."""
    await pilot.press(*typed(text))
    await shown_until(app, pilot, lambda: text_of(app)[0].startswith(f" Издөө · табылды: {count}"))
    return [line for line in text_of(app)[3:] if line]


async def test_people_in_the_order_of_the_alphabet(world: World) -> None:
    with app_in(world, FindScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            assert (await look_for(app, pilot, "ас", 3))[:3] == PEOPLE


async def test_a_russian_layout_finds_kyrgyz_words(world: World) -> None:
    with app_in(world, FindScreen, "ky") as app:
        async with app.run_test(size=(80, 24)) as pilot:
            lines = await look_for(app, pilot, "кошумча отулсун", 1)
            assert lines[0].startswith(" Чечим ") and lines[0].endswith("№ 2 16.10.2026")
            assert lines[1:3] == [" 1-чейректин жыйынтыгы жөнүндө", " Кошумча сабак өтүлсүн [/]."]


async def test_a_remark_is_not_found(world: World) -> None:
    item_id = item_rows(world.meetings[1])[1].id
    discussion.add_speech(item_id, "remark", world.people[5], text="Кечигүүгө эскертүү берилди.")
    discussion.add_speech(item_id, "speech", world.people[5], text="Кечигүүнү жоюу керек.")
    with app_in(world, FindScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            lines = await look_for(app, pilot, "кечигүү", 1)
            assert "эскертүү" not in "\n".join(lines)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("жылдык", ("protocol", "meeting_id", 0)),
        ("программасынын", ("meeting", "meeting_id", 2)),
        ("байт", ("member", "member_id", 2)),
    ],
)
async def test_enter_goes_there(
    world: World, text: str, place: tuple[str, str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[str, dict[str, object]]] = []
    with app_in(world, FindScreen) as app:
        monkeypatch.setattr(app, "open", lambda name, **values: opened.append((name, values)))
        async with app.run_test(size=(80, 24)) as pilot:
            await look_for(app, pilot, text, 1)
            await pilot.press("enter")
    name, field, at = place
    opened[0][1].pop("item_id", None)  # at its question, where the meeting is still written
    assert opened == [(name, {field: world.meetings[at] if field == "meeting_id" else world.people[at]})]


async def test_enter_opens_a_line_of_the_plan(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    section_id = save_section(None, world.association_id, "Ачык сабактар", "").value
    line_id = add_line(world.association_id, 2026, section_id, "Өз билимин өркүндөтүү").value
    opened: list[tuple[str, dict[str, object]]] = []
    with app_in(world, FindScreen, "ky") as app:
        monkeypatch.setattr(app, "open", lambda name, **values: opened.append((name, values)))
        async with app.run_test(size=(80, 24)) as pilot:
            lines = await look_for(app, pilot, "оз билим", 1)
            assert lines[0].startswith(" Пландын иши  Өз билимин")
            await pilot.press("enter")
    assert opened == [("tui.screens.plan_line:PlanLineScreen", {"line_id": line_id})]


async def test_arrows_choose_while_the_field_keeps_the_letters(world: World) -> None:
    with app_in(world, FindScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await look_for(app, pilot, "ас", 3)
            listed = app.screen.query_one(PageList)
            first = listed.key
            await pilot.press("down")
            assert listed.key != first
            await look_for(app, pilot, "анова", 1)


def test_what_was_found_is_marked_by_the_beginnings_of_words() -> None:
    text = marked("Өмүралиева: ар бир омур", ["омур"])
    assert [(span.start, span.end) for span in text.spans] == [(0, 4), (19, 23)]
