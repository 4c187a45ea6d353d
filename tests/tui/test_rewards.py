"""Rewards and members' half-years on the screen: proposed, put on the agenda, resolved; drafted, kept, made a task."""

from __future__ import annotations

import datetime as dt

from db.analysis import members as analyses
from db.growth import keeping
from db.growth.reading import awards
from db.rewards import reading
from db.tasks import tasks
from tests.tui.screens import text_of
from tests.tui.worlds import World, app_in, press, typed
from tui import places
from tui.screens.analysis.members import MemberAnalysesScreen
from tui.screens.rewards.list import RewardsScreen

LIST = [
    " Абалы        Ким                    Сыйлык                           Отурум",
    " Сыйланды     Асанова Г. М.          Ардак грамота                    № 3",
    " КИМДИ СУНУШТОСО БОЛОТ",
    "              Байтемирова Н. С.      акыркы сыйлыгы: 2019",
    "              Жумабекова А. К.       сыйлык жазылган эмес",
]


async def test_a_reward_from_the_suggestion_to_the_council(world: World) -> None:
    keeping.add("award", world.association_id, world.people[0], title="Грамота", year=2026)
    keeping.add("award", world.association_id, world.people[2], title="Грамота", year=2019)
    with app_in(world, RewardsScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            await press(app, pilot, "enter", *typed("Ардак грамота"))
            shown = await press(app, pilot, "f2")
            assert shown[2].startswith(" Долбоор      Асанова Г. М.          Ардак грамота")
            await press(app, pilot, "8", "enter", "1", "enter", "2", "tab", "4", "f2")
            shown = text_of(app)
            assert [line for line in shown if line in LIST] == LIST
            assert "чечилди: 22.11.2026 · № 4" in " ".join(" ".join(shown).split())
            (of,) = reading.rewards(world.association_id, 2026)
            assert (of.state, of.meeting_number, [each.title for each in awards(1, of.person_id)]) == (
                "granted", 3, ["Ардак грамота"]
            )  # fmt: skip
            await press(app, pilot, "3", "2")
            assert reading.reward(of.id).state == "proposed" and not awards(1, of.person_id)
            await press(app, pilot, "enter", "tab", *typed("Ыраазы"), "f2")
            assert reading.reward(of.id).grounds.endswith("Ыраазы")
            await press(app, pilot, "5", "2")
            assert reading.reward(of.id).agenda_item_id not in (None, of.agenda_item_id)
            await press(app, pilot, "4", "backspace", *typed("30"), "enter")
            assert "2019" not in "\n".join(text_of(app))


async def test_half_years_in_russian(world: World) -> None:
    keeping.add("course", world.association_id, world.people[0], topic="Курс", certified_on=dt.date(2026, 10, 5))
    with app_in(world, MemberAnalysesScreen, "ru") as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert text_of(app)[0] == " Анализ работы членов МО · 2026-2027 учебный год · 0/12"
            shown = await press(app, pilot, "enter")
            assert "Что сделано                   Отурумдарга катышуусу: 2 / 2." in "\n".join(shown)
            shown = await press(app, pilot, "tab", "tab", "tab", "tab", *typed("Бөлүшсүн"), "f2")
            assert " Рекомендация: Бөлүшсүн" in shown
            assert "   Асан уулу Б.             22.11.2026 сильное, слабое, вывод" in shown
            await press(app, pilot, "7", "enter")
            assert tasks(world.association_id, person_ids=[world.people[0]])[-1].source == "member_analysis"
            keeping.add("methodical_work", 1, world.people[0], title="Баяндама", held_on=dt.date(2026, 11, 5))
            places.open_record(app, "member_analysis", 1)
            await pilot.pause()
            assert " ! Асан уулу Б.             22.11.2026 сильное, слабое, вывод" in text_of(app)
            await press(app, pilot, "enter", "f7", "f2")
    kept = analyses.newest(world.association_id)
    assert kept is not None and kept.facts.splitlines()[-1] == "Усулдук иштери: Баяндама."
    assert not any(each.changed for each in analyses.halves(1, 2026, dt.date(2026, 11, 22)))
