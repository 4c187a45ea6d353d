"""A meeting read whole: the same few queries whatever its length, and the state that its protocol gives it."""

from __future__ import annotations

import datetime as dt

import pytest

from db import protocols
from db.history import action
from db.meetings import agenda, deciding, discussion, planning
from db.meetings.content import content
from db.meetings.sheet import meeting, meetings, newest, sheet
from db.schools import save_person, school
from tests.conftest import CountQueries
from tests.db.meetings.days import AUGUST, NEXT_AUGUST, NOVEMBER, OCTOBER


@action("test.fill")
def fill(meeting_id: int, people: list[int], items: int, speeches: int) -> None:
    """A meeting of so many items with so many speeches in all."""
    for number in range(items):
        item = agenda.add(meeting_id, f"{number}-маселе", reporter_id=people[0]).value
        for place in range(speeches // items):
            discussion.add_speech(item, "speech", people[place % 12], text="Сөз")
        discussion.add_proposal(item, people[1], "Сунуш")
        deciding.add_decision(item, "Чечим", people[2:4], OCTOBER)
        deciding.vote_unanimously(item)
        deciding.add_candidate(item, people[5], 7)


def test_a_meeting_takes_the_same_queries_with_one_item_or_thirty(
    association_id: int, people: list[int], count_queries: CountQueries
) -> None:
    first = school()
    assert first is not None
    stranger = save_person(None, school_id=first.id, surname="Токоев", given="Бакыт").value
    counts = []
    for day, items, speeches in ((AUGUST, 1, 1), (OCTOBER, 30, 300)):
        meeting_id = planning.plan(association_id, day).value
        planning.change(meeting_id, chair_id=stranger)
        fill(meeting_id, people, items, speeches)
        for read in (sheet, content):
            with count_queries() as statements:
                read(meeting_id)
            counts.append(len(statements))
    assert counts[:2] == counts[2:]
    assert counts[0] <= 12
    assert sum(len(item.speeches) for item in sheet(meeting_id).items) == 300


def test_names_are_those_of_everyone_mentioned(association_id: int, people: list[int]) -> None:
    first = school()
    assert first is not None
    strangers = [
        save_person(None, school_id=first.id, surname=surname, given="Бакыт").value for surname in ("Токоев", "Усенов")
    ]
    meeting_id = planning.plan(association_id, AUGUST).value
    assert set(sheet(meeting_id).names) == set(people)
    item = agenda.add(meeting_id, "А", reporter_id=strangers[0]).value
    deciding.add_decision(item, "Чечим", [strangers[1]])
    names = sheet(meeting_id).names
    assert set(names) == {*people, *strangers}
    assert [names[person].listed for person in strangers] == ["Токоев Б.", "Усенов Б."]


def test_an_empty_meeting_is_read(association_id: int) -> None:
    of = sheet(planning.plan(association_id, AUGUST).value)
    assert (of.items, of.guests, of.agenda, of.present, of.meeting.held_on) == ((), (), (), 12, AUGUST)


def test_what_was_written_under_an_item_touches_it(association_id: int, people: list[int]) -> None:
    meeting_id = planning.plan(association_id, AUGUST).value
    for write in (
        lambda item: agenda.change(item, heard="x"),
        discussion.add_speech,
        discussion.add_proposal,
        deciding.add_decision,
        deciding.vote_unanimously,
        lambda item: deciding.add_candidate(item, people[0]),
    ):
        item = agenda.add(meeting_id, "А", reporter_id=people[0]).value
        assert not sheet(meeting_id).items[-1].touched
        write(item)
        assert sheet(meeting_id).items[-1].touched


def test_the_protocol_gives_state_version_and_signing_day(association_id: int) -> None:
    meeting_id = planning.plan(association_id, AUGUST).value
    signed = AUGUST + dt.timedelta(days=7)
    found = []
    for step in (
        lambda: planning.end(meeting_id, "15:00"),
        lambda: protocols.finalise(meeting_id),
        lambda: protocols.sign(meeting_id, AUGUST),
        lambda: protocols.sign(meeting_id, signed),
        lambda: protocols.amend(meeting_id, "Түзөтүү"),
        lambda: protocols.finalise(meeting_id),
    ):
        step()
        of = meeting(meeting_id)
        assert meetings(association_id, 2026) == [of]
        found.append((of.state, of.version, of.signed_on, of.locked))
    assert found == [
        ("draft", 0, None, False),
        ("final", 1, None, True),
        ("signed", 1, AUGUST, True),
        ("signed", 1, signed, True),
        ("draft", 1, None, False),
        ("final", 2, None, True),
    ]


def test_the_newest_meeting_is_of_the_last_year_and_number(association_id: int) -> None:
    assert newest(association_id, "planned") is None
    for day in (NEXT_AUGUST, AUGUST, NOVEMBER):
        planning.plan(association_id, day)
    found = newest(association_id, "planned", "draft")
    assert found is not None and found.held_on == NEXT_AUGUST
    planning.cancel(found.id, "Карантин")
    found = newest(association_id, "planned")
    assert found is not None and found.held_on == NOVEMBER


@pytest.mark.parametrize("which", [sheet, content])
def test_two_readings_are_the_same(association_id: int, people: list[int], which: object) -> None:
    meeting_id = planning.plan(association_id, AUGUST).value
    fill(meeting_id, people, 3, 9)
    assert callable(which) and which(meeting_id) == which(meeting_id)
