"""The question about the plan: its УГУЛДУ begins with what was done and what is late since the last meeting."""

from __future__ import annotations

import datetime as dt

from db.meetings import agenda, planning
from db.plans import course
from tests.tui.meeting.live import live
from tests.tui.plans import planned
from tests.tui.worlds import World

SAID = "План боюнча аткарылды – 1: Ачык сабак; мөөнөтү өттү – 1: Кириш текшерүү иштери."


def begun(world: World) -> int:
    """The meeting of 27 November with the question about the plan; one line done, one late by then."""
    ids = planned(world)
    course.mark_line(ids["lesson"], dt.date(2026, 11, 18))
    meeting_id = world.meetings[2]
    agenda.add(meeting_id, "План боюнча аткарылган иштер жөнүндө", kind="plan_done")
    return meeting_id


async def test_heard_begins_with_what_was_done_and_what_is_late(world: World) -> None:
    meeting_id = begun(world)
    planning.start(meeting_id, "14:05")
    async with live(world, meeting_id, item=3) as meeting:
        assert meeting.item(3).row.heard == SAID
        assert any("? 18.11" in line and "Далили жок" in line for line in meeting.page)


async def test_before_the_meeting_begins_nothing_was_heard(world: World) -> None:
    meeting_id = begun(world)
    async with live(world, meeting_id, item=3) as meeting:
        assert meeting.item(3).row.heard == ""


async def test_what_she_wrote_stays_and_enter_puts_the_sentence_after_it(world: World) -> None:
    meeting_id = begun(world)
    planning.start(meeting_id, "14:05")
    async with live(world, meeting_id, item=3) as meeting:
        meeting.app.save(agenda.change, meeting.item(3).row.id, heard="Асанова отчёт берди.")
        await meeting.settle()
    async with live(world, meeting_id, item=3) as meeting:
        assert meeting.item(3).row.heard == "Асанова отчёт берди."
        meeting.app.screen.query_one("#plan").focus()
        await meeting.keys("enter")
        assert meeting.item(3).row.heard == f"Асанова отчёт берди.\n{SAID}"
        await meeting.keys("enter")
        assert meeting.item(3).row.heard == f"Асанова отчёт берди.\n{SAID}"
