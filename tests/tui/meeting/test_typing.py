"""Typing an item while people speak: who, what, decided how; nothing waits for a key to save."""

from __future__ import annotations

import datetime as dt

import pytest

from db.meetings import planning
from db.meetings.sheet import sheet
from tests.tui.meeting.live import live, running
from tests.tui.worlds import TODAY, World
from tui.screens.meeting.proposals import Proposal
from tui.widgets.choice import Choice


async def test_an_item_takes_at_most_twelve_keys_besides_text(world: World) -> None:
    """A report, two speakers, one decision with its owner and term, and the vote."""
    async with live(world, running(world), item=1) as meeting:
        keys = 0

        async def key(name: str) -> None:
            nonlocal keys
            keys += 1
            await meeting.keys(name)

        await key("pagedown")
        await meeting.type("Маалымат берди")
        await key("tab")
        await meeting.type("асан")
        await key("tab")
        await meeting.type("Кошумча сабак керек")
        await key("tab")
        await meeting.type("байт")
        await key("tab")
        await meeting.type("Колдойм")
        await key("tab")
        await key("tab")
        await key("tab")
        await meeting.type("!байт 25,12 план түзүлсүн")
        await key("tab")
        await key("tab")
        await key("space")
        assert keys <= 12
        item = meeting.item(2)
        assert item.row.heard == "Маалымат берди"
        assert [speech.text for speech in item.speeches] == ["Кошумча сабак керек", "Колдойм"]
        (decision,) = item.decisions
        assert (decision.text, decision.deadline) == ("План түзүлсүн", dt.date(2026, 12, 25))
        assert decision.owners == (item.speeches[1].person_id,)
        assert item.vote is not None
        assert item.vote.unanimous


@pytest.mark.parametrize(
    ("sign", "kind"), [("", "speech"), ("?", "question"), (":", "answer"), ("%", "criticism"), ("!", "remark")]
)
async def test_a_sign_before_the_letters_says_what_kind_of_speech_it_is(world: World, sign: str, kind: str) -> None:
    async with live(world, running(world)) as meeting:
        await meeting.keys("tab")
        await meeting.type(f"{sign}байт")
        await meeting.keys("tab")
        await meeting.type("Эмне үчүн")
        await meeting.settle()
        (speech,) = meeting.item(2).speeches
        assert (speech.kind, speech.text) == (kind, "Эмне үчүн")


async def test_a_guest_can_speak(world: World) -> None:
    async with live(world, running(world)) as meeting:
        await meeting.keys("tab")
        await meeting.type("Ким Чен")
        await meeting.keys("tab")
        await meeting.type("Рахмат")
        await meeting.settle()
        (speech,) = meeting.item(2).speeches
        assert (speech.person_id, speech.guest, speech.text) == (None, "Ким Чен", "Рахмат")


async def test_without_signs_tab_walks_text_who_when(world: World) -> None:
    async with live(world, running(world)) as meeting:
        await meeting.keys("tab", "tab", "tab")
        await meeting.type("План түзүлсүн")
        await meeting.keys("tab")
        await meeting.type("байт, токто")
        await meeting.keys("tab")
        await meeting.type("эртең")
        await meeting.keys("tab")
        (decision,) = meeting.item(2).decisions
        assert len(decision.owners) == 2
        assert decision.deadline == TODAY + dt.timedelta(days=1)


async def test_letters_that_mean_two_people_stay_to_be_completed(world: World) -> None:
    """Асанова and Асан уулу both begin with «асан»: nothing typed is thrown away."""
    async with live(world, running(world)) as meeting:
        await meeting.keys("tab", "tab", "tab")
        await meeting.type("!асан 25,12 план түзүлсүн")
        await meeting.keys("tab")
        assert any("«асан»" in line for line in meeting.lines)
        assert any(line.startswith("асан ") for line in meeting.page)
        await meeting.type("ова")
        await meeting.keys("tab")
        (decision,) = meeting.item(2).decisions
        assert len(decision.owners) == 1


async def test_a_date_that_is_none_is_said_and_kept_as_typed(world: World) -> None:
    async with live(world, running(world)) as meeting:
        await meeting.keys("tab", "tab", "tab")
        await meeting.type("План түзүлсүн")
        await meeting.keys("tab", "tab")
        await meeting.type("30,02")
        await meeting.keys("tab")
        assert "25.12.2026" in meeting.lines[-2]
        assert any(line.endswith("30,02") for line in meeting.page)
        assert meeting.item(2).decisions[0].deadline is None


async def test_a_proposal_gets_its_answer_by_a_digit(world: World) -> None:
    async with live(world, running(world)) as meeting:
        await meeting.keys("tab", "tab")
        await meeting.type("байт")
        await meeting.keys("tab")
        await meeting.type("Сейрек")
        await meeting.keys("tab", "4")
        await meeting.keys("tab")
        await meeting.type("убакыт жок")
        await meeting.settle()
        (proposal,) = meeting.item(2).proposals
        assert (proposal.text, proposal.outcome, proposal.reason) == ("Сейрек", "postponed", "убакыт жок")
        row = next(each for each in meeting.app.screen.query(Proposal) if each.record_id == proposal.id)
        answer, reason = row.query_one(Choice), row.query_one("#reason")
        answer.choose(1)
        assert not reason.display
        answer.choose(2)  # on a slow machine the next Tab comes before any message
        assert reason.display


async def test_only_exceptions_of_a_vote_are_typed(world: World) -> None:
    async with live(world, running(world)) as meeting:
        await meeting.keys("tab", "tab", "tab", "tab")
        await meeting.type("0 1")
        await meeting.settle()
        vote = meeting.item(2).vote
        assert vote is not None
        assert (vote.votes_for, vote.against, vote.abstained) == (11, 0, 1)
        assert "макул – 11, каршы – 0, калыс – 1" in meeting.page


async def test_too_many_votes_are_refused_in_a_sentence(world: World) -> None:
    async with live(world, running(world)) as meeting:
        await meeting.keys("tab", "tab", "tab", "tab")
        await meeting.type("90 1")
        await meeting.keys("f6")
        assert "12" in meeting.lines[-2]
        assert meeting.item(2).vote is None


async def test_a_stock_phrase_comes_by_two_letters(world: World) -> None:
    async with live(world, running(world)) as meeting:
        await meeting.keys("tab", "tab", "tab")
        await meeting.type("гра")
        await meeting.settle()
        assert "График түзүлсүн: {…}." in meeting.page
        await meeting.keys("down", "enter")
        await meeting.type("сабактар")
        await meeting.settle()
        assert meeting.item(2).decisions[0].text == "График түзүлсүн: сабактар."


async def test_a_question_that_ends_unusually_gets_a_gentle_hint(world: World) -> None:
    async with live(world, running(world)) as meeting:
        await meeting.keys("f6", "f6", "f7")
        await meeting.type("Пландар")
        await meeting.keys("tab")
        assert "«жөнүндө»" in meeting.lines[-2]
        assert meeting.item(3).row.title == "Пландар"


async def test_what_is_shown_is_shown_as_typed(world: World) -> None:
    async with live(world, running(world)) as meeting:
        await meeting.type("[/] [bold]5 < 6 & а")
        await meeting.settle()
        assert "[/] [bold]5 < 6 & а" in meeting.page
        assert meeting.item(2).row.heard == "[/] [bold]5 < 6 & а"


async def test_a_finished_protocol_takes_no_more_text(world: World) -> None:
    async with live(world, running(world)) as meeting:
        planning.end(meeting.meeting_id, "15:00")
        from db import protocols

        protocols.finalise(meeting.meeting_id)
        await meeting.type("кеч")
        await meeting.settle()
        assert "F4" in meeting.lines[-2]
        assert meeting.item(2).row.heard == ""


async def test_letters_that_mean_nobody_are_not_dropped_without_a_word(world: World) -> None:
    async with live(world, running(world)) as meeting:
        await meeting.settle()
        await meeting.keys("tab", "tab")
        await meeting.type("директор")
        await meeting.keys("tab")
        assert any("«директор» деген адам жок" in line for line in meeting.lines)


async def test_a_line_meant_for_a_decision_is_no_guests_name(world: World) -> None:
    async with live(world, running(world)) as meeting:
        await meeting.keys("tab")
        await meeting.type("@байт 25,12 план түзүлсүн")
        await meeting.keys("tab")
        assert "деген адам жок" in meeting.lines[-2]
        assert meeting.item(2).speeches == ()


async def test_tab_goes_round_the_page(world: World) -> None:
    """A key typed on after the last field must not mark anybody absent."""
    async with live(world, running(world)) as meeting:
        await meeting.keys(*["tab"] * 5, "1")
        assert all(row.took_part for row in sheet(meeting.meeting_id).attendance)
