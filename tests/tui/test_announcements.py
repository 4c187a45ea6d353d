"""Announcements for the teachers' chat: an invitation and a month's plan as plain lines."""

from __future__ import annotations

import pytest

from db.meetings import agenda
from tests.tui.plans import planned
from tests.tui.worlds import TODAY, World, app_in
from tui import announcements, texts
from tui.screens.home import HomeScreen


@pytest.fixture(autouse=True)
def kyrgyz() -> None:
    texts.set_language("ky")


def test_an_invitation_names_day_place_questions_and_reporters(world: World) -> None:
    agenda.add(world.meetings[2], "Ачык сабактардын жыйынтыгы жөнүндө", reporter_id=world.people[2])
    title, lines = announcements.invitation(world.meetings[2])
    assert title == "№ 3 отурум"
    assert lines == [
        "27.11.2026 жм · 14:00 · Мугалимдер бөлмөсү",
        "1. Өткөн отурумдун чечимдеринин жана план боюнча иштердин аткарылышы жөнүндө (Асанова Г. М.)",
        "2. Окуу программасынын аткарылышы жөнүндө",
        "3. Ачык сабактардын жыйынтыгы жөнүндө (Байтемирова Н. С.)",
    ]


async def test_a_month_s_plan_is_offered_beside_the_invitation(world: World) -> None:
    planned(world)
    offered = announcements.offered(world.association_id, TODAY)
    assert [title for title, _make in offered] == [
        "Чакыруу: № 3 отурум, 27.11.2026", "Иш планы: ноябрь 2026", "Иш планы: декабрь 2026",
    ]  # fmt: skip
    _title, lines = offered[1][1]()
    assert lines[0] == "18.11 шр – Ачык сабак · 1-А · 10.00 – Байтемирова Н. С."
    assert "27.11 жм – № 3 отурум · 14:00 · Мугалимдер бөлмөсү" in lines
    with app_in(world, HomeScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("insert", "2")
            await pilot.pause()
            await pilot.pause()
            assert type(app.screen).__name__ == "ChatTextScreen"
