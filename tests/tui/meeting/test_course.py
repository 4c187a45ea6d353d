"""A meeting's course: prepared, begun, walked through, ended, its protocol finished."""

from __future__ import annotations

import pytest

from db import tasks
from db.meetings import agenda, deciding, discussion, planning
from db.meetings.sheet import meeting as meeting_row
from db.meetings.sheet import sheet
from tests.tui.meeting.live import live, running
from tests.tui.worlds import TODAY, World
from tui.screens.meeting.screen import MeetingScreen

RUNNING = {
    "ky": [
        " № 5 · 22.11.2026 · 12/12 кворум бар",
        "✓ Даярдык                 │ 2.         1-чейректин жыйынтыгы жөнүндө",
        "  1 Өткөн отурумдун чечим…│ УГУЛДУ     Асан уулу Б.",
        "▶ 2 1-чейректин жыйынтыгы…│            эмне угулду",
        "  3 Ачык сабактардын граф…│ СҮЙЛӨДҮ    ким? (? суроо, : жооп)",
        "  Жыйынтык                │ СУНУШ      ким сунуштайт?",
    ],
    "ru": [
        " № 5 · 22.11.2026 · 12/12 кворум есть",
        "✓ Подготовка              │ 2.         1-чейректин жыйынтыгы жөнүндө",
        "  1 Өткөн отурумдун чечим…│ СЛУШАЛИ    Асан уулу Б.",
        "▶ 2 1-чейректин жыйынтыгы…│            что слушали",
        "  3 Ачык сабактардын граф…│ ВЫСТУПИЛИ  кто? (? вопрос, : ответ)",
        "  Завершение              │ ПРЕДЛОЖЕНО кто предлагает?",
    ],
}


@pytest.mark.parametrize("language", ["ky", "ru"])
async def test_the_meeting_at_80_by_24(world: World, language: str) -> None:
    async with live(world, running(world), language) as meeting:
        assert [line.split("  Сакт")[0].split("  Сохр")[0].rstrip() for line in meeting.lines[:6]] == RUNNING[language]
        assert all(len(line) <= 80 for line in meeting.lines)


async def test_one_key_stamps_the_beginning_and_goes_to_the_first_item(world: World) -> None:
    meeting_id = planning.plan(world.association_id, TODAY).value
    async with live(world, meeting_id, item=None) as meeting:
        await meeting.keys("enter")
        row = meeting_row(meeting_id)
        assert row.state == "in_progress"
        assert row.started_at
        assert meeting.page[1].startswith("1.")


async def test_a_past_meeting_is_not_stamped_with_the_present_time(world: World) -> None:
    async with live(world, world.meetings[2], item=None) as meeting:
        await meeting.keys("enter")
        assert meeting_row(world.meetings[2]).started_at == "14:00"


async def test_usual_items_come_onto_the_agenda_by_enter(world: World) -> None:
    meeting_id = planning.plan(world.association_id, TODAY).value
    async with live(world, meeting_id, item=None) as meeting:
        await meeting.keys("down", "enter")
        assert sheet(meeting_id).agenda[-1].row.kind == "plan_done"


async def test_times_are_typed_and_a_wrong_one_is_said(world: World) -> None:
    meeting_id = planning.plan(world.association_id, TODAY).value
    async with live(world, meeting_id, item=None) as meeting:
        await meeting.keys("tab", "tab", "tab", "tab")
        await meeting.type("25.99")
        await meeting.keys("tab")
        assert "14.10" in meeting.lines[-2]
        assert meeting_row(meeting_id).started_at == ""


async def test_ending_lists_what_looks_unfinished_and_jumps_there(world: World) -> None:
    async with live(world, running(world), item=3) as meeting:
        await meeting.keys("pagedown", "enter")
        assert meeting_row(meeting.meeting_id).state == "draft"
        assert any("2-маселе: эч нерсе жазылган эмес." in line for line in meeting.page)
        await meeting.keys("home", *["down"] * 4, "enter")
        assert meeting.page[1].startswith("2.")


async def test_finishing_asks_first_and_no_is_marked(world: World) -> None:
    async with live(world, running(world), item=3) as meeting:
        await meeting.keys("pagedown", "enter", "enter")
        await meeting.keys("enter")
        assert meeting_row(meeting.meeting_id).state == "draft"
        await meeting.keys("home", "enter")
        await meeting.keys("2")
        assert meeting_row(meeting.meeting_id).state == "final"


async def test_each_task_is_settled_by_one_key_and_summed_up(world: World) -> None:
    async with live(world, running(world), item=1) as meeting:
        waiting = tasks.to_review(meeting.meeting_id)
        assert len(waiting) == 3
        await meeting.keys("1")
        await meeting.keys("3")
        await meeting.keys("2")
        states = [task.review_state for task in tasks.to_review(meeting.meeting_id)]
        assert states == ["done", "not_done", "partly"]
        await meeting.settle()
        said = "Көзөмөлдөгү чечимдер – 3: аткарылды – 1, толук эмес аткарылды – 1, аткарылган жок – 1."
        assert meeting.item(1).row.heard == said


async def test_the_answers_to_proposals_are_heard_at_the_next_meeting(world: World) -> None:
    item_id = sheet(world.meetings[1]).agenda[-1].row.id
    proposal_id = discussion.add_proposal(item_id, world.people[3], "Сейрек чогулалы").value
    discussion.change_proposal(proposal_id, outcome="rejected", reason="план бар")
    async with live(world, world.meetings[2], item=1) as meeting:
        assert "Сунуш: Жумабекова А. К. – Сейрек чогулалы" in " ".join(meeting.page)
        assert "(кабыл алынган жок, план бар)" in " ".join(meeting.page)


async def test_a_new_date_is_asked_for(world: World) -> None:
    async with live(world, running(world), item=1) as meeting:
        await meeting.keys("4")
        await meeting.type("25,12")
        await meeting.keys("enter")
        assert tasks.to_review(meeting.meeting_id)[0].due == TODAY.replace(month=12, day=25)


async def test_an_item_is_moved_put_off_and_taken_away_and_undo_brings_it_back(world: World) -> None:
    async with live(world, running(world)) as meeting:
        await meeting.keys("f6", "f6", "ctrl+down")
        assert [item.row.title[:5] for item in sheet(meeting.meeting_id).agenda][1:] == ["Ачык ", "1-чей"]
        await meeting.keys("ctrl+k")
        assert len(sheet(meeting.meeting_id).agenda) == 2
        await meeting.keys("ctrl+k", "f8")
        assert len(sheet(meeting.meeting_id).items) == 2
        await meeting.keys("ctrl+z")
        assert len(sheet(meeting.meeting_id).agenda) == 3


async def test_planned_minutes_run_in_the_first_line(world: World) -> None:
    meeting_id = running(world)
    item = sheet(meeting_id).agenda[1]
    agenda.change(item.row.id, planned_minutes=15)
    async with live(world, meeting_id) as meeting:
        screen = meeting.app.screen
        assert isinstance(screen, MeetingScreen)
        assert "15 мүнөттөн 0" in screen.title_text()


async def test_no_quorum_is_said_and_does_not_block(world: World) -> None:
    async with live(world, running(world)) as meeting:
        await meeting.keys("f6", *["1"] * 7)
        assert "5/12 КВОРУМ ЖОК" in meeting.lines[0]
        await meeting.keys("f6", "f6")
        await meeting.type("Баары бир")
        await meeting.settle()
        assert meeting.item(2).row.heard == "Баары бир"


async def test_voters_follow_who_is_there(world: World) -> None:
    meeting_id = running(world)
    deciding.vote_unanimously(sheet(meeting_id).agenda[1].row.id)
    async with live(world, meeting_id) as meeting:
        assert "бир добуштан (12)" in meeting.page
        await meeting.keys("f6", "1")
        assert "бир добуштан (11)" in meeting.page


async def test_the_first_row_taken_away_leaves_its_label_to_the_next(world: World) -> None:
    async with live(world, running(world)) as meeting:
        await meeting.keys("tab")
        for name in ("асанова", "байт"):
            await meeting.type(name)
            await meeting.keys("tab")
            await meeting.type("Макул")
            await meeting.keys("tab")
        await meeting.keys("shift+tab", "shift+tab", "shift+tab", "f8")
        (speech,) = meeting.item(2).speeches
        assert speech.person_id == world.people[2]
        assert [line for line in meeting.page if line.startswith("СҮЙЛӨДҮ")] == ["СҮЙЛӨДҮ    Байтемирова Н. С."]
