"""After something was held: the line of the plan that it did is offered, or it is taken in as work beyond the plan."""

from __future__ import annotations

import datetime as dt

import pytest

from db.events import activities
from db.plans import fulfilling, lines
from tests.tui.plans import planned
from tests.tui.screens import text_of
from tests.tui.test_plan_lines import press
from tests.tui.worlds import TODAY, World, app_in
from tui import fulfil
from tui.screens.plan_lines import PlanLinesScreen
from tui.screens.plan_unplanned import UnplannedScreen

BOX = {
    "ky": (
        "Бул менен пландагы кайсы иш аткарылды? Ачык сабак: Алиппе, 1-А,",
        " 1 18.11 · Ачык сабак · 1-А · Байтемирова Н. С. ◂",
        " 2 Пландан тышкары: 8. Ачык сабактар, сабактарга өз ара катышуу",
        "Сан же Enter – тандоо   Space – толук эмес   Esc – азыр эмес",
    ),
    "ru": (
        "Какая работа плана этим выполнена? Открытый урок: Алиппе, 1-А,",
        " 1 18.11 · Ачык сабак · 1-А · Байтемирова Н. С. ◂",
        " 2 Сверх плана: 8. Открытые уроки, взаимопосещение",
        "Цифра или Enter – выбрать   Space – частично   Esc – не сейчас",
    ),
}


def held(world: World, title: str = "Алиппе", kind: str = "open_lesson", classes: str = "1-А") -> int:
    day = dt.date(2026, 11, 18)
    more = {"responsible_ids": [world.people[2]], "classes": classes, "held_on": day}
    row_id = activities.add_activity(world.association_id, 2026, kind, title, **more).value
    activities.hold_activity(row_id, TODAY)
    return row_id


@pytest.mark.parametrize("language", ["ky", "ru"])
async def test_enter_takes_the_line_that_clearly_asked_for_it(world: World, language: str) -> None:
    ids, row_id = planned(world), held(world)
    with app_in(world, PlanLinesScreen, language, first_year=2026) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            fulfil.offer(app, "activity", row_id)
            shown = "\n".join(await press(app, pilot))
            for line in BOX[language]:
                assert line in shown, shown
            await press(app, pilot, "enter")
            line = lines.line(ids["lesson"], TODAY)
            assert (line.state, line.proofs[0].source) == ("done_in_time", ("activity", row_id))
            fulfil.offer(app, "activity", row_id)
            await press(app, pilot)
            assert app.screen.query("#lines"), "what a line names is not asked about again"


async def test_what_the_plan_has_no_line_for_is_taken_in(world: World) -> None:
    planned(world)
    held(world, "Кыргыз тили кечеси", "extracurricular", "")
    with app_in(world, UnplannedScreen, first_year=2026) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            assert any("Кыргыз тили кечеси" in line for line in await press(app, pilot))
            shown = await press(app, pilot, "enter")
            assert any("Планда мындай иш жок" in line for line in shown)
            shown = await press(app, pilot, "1")
            assert fulfilling.unplanned(world.association_id, 2026) == []
            beyond = [each.text for each in lines.lines(world.association_id, 2026, TODAY) if each.unplanned]
            assert beyond[-1] == "Класстан тышкаркы иш: Кыргыз тили кечеси"
            assert "Планда: Класстан тышкаркы иш" in "\n".join(text_of(app))


async def test_space_says_that_it_was_a_part_of_the_line(world: World) -> None:
    ids, row_id = planned(world), held(world)
    with app_in(world, PlanLinesScreen, first_year=2026) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            fulfil.offer(app, "activity", row_id)
            await press(app, pilot)
            await press(app, pilot, "space")
            assert lines.line(ids["lesson"], TODAY).state == "partly"
