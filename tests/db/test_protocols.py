"""Final is final: finished, locked, amended with a reason, signed, and printed for ever as it was."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from typing import Any

import pytest

from db import appointments, edits, history, protocols, settings, tasks
from db.checking import check
from db.connection import execute
from db.errors import Refused
from db.meetings import agenda, attending, deciding, discussion, planning
from db.meetings.content import content
from db.meetings.sheet import meeting, sheet
from db.members import leave, members
from db.schools import save_person, save_school
from tests.conftest import MakeAssociation, MakeMeeting

SEPTEMBER, NOVEMBER, DECEMBER = dt.date(2026, 9, 18), dt.date(2026, 11, 14), dt.date(2026, 12, 11)


@pytest.fixture
def association_id(make_association: MakeAssociation) -> int:
    return make_association()


@pytest.fixture
def meeting_id(association_id: int, make_meeting: MakeMeeting) -> int:
    """The second meeting of the year, held and written, with a task of the first to review."""
    first = planning.plan(association_id, SEPTEMBER).value
    decision = agenda.add(first, "План жөнүндө").value
    deciding.add_decision(decision, "График түзүлсүн", [members(association_id)[0].person_id], NOVEMBER)
    planning.end(first, "15:00")
    made = make_meeting(association_id)
    attending.add_guest(made, "Г. Т. Эсенова", "директор")
    deciding.add_candidate(sheet(made).items[1].row.id, members(association_id)[2].person_id, 3)
    tasks.review(made, tasks.to_review(made)[0].id, "partly")
    return made


def stored(meeting_id: int) -> list[tuple[Any, ...]]:
    """The versions as the engine holds them."""
    return execute("SELECT * FROM protocol_version WHERE meeting_id = ? ORDER BY version", (meeting_id,))


def test_finishing_keeps_the_values_of_the_day_and_locks(meeting_id: int) -> None:
    draft = content(meeting_id)
    assert protocols.finalise(meeting_id).value == 1
    assert (meeting(meeting_id).state, meeting(meeting_id).version, meeting(meeting_id).locked) == ("final", 1, True)
    (version,) = protocols.versions(meeting_id)
    assert version.plain == {**draft, "version": 1, "meeting": {**draft["meeting"], "state": "final"}}
    assert version.content == history.canonical(version.plain)
    assert version.content_digest == hashlib.sha256(version.content.encode()).hexdigest()
    assert (version.version, version.reason, version.meeting_id) == (1, "", meeting_id)
    assert protocols.content_of(meeting_id) == version.plain
    assert check() == []


def everything_one_does(meeting_id: int) -> dict[str, Callable[[], object]]:
    """Every working action on a meeting with something of everything."""
    of = sheet(meeting_id)
    item, row, guest = of.items[1], of.attendance[0], of.guests[0]
    speech, proposal, decision, candidate = (
        found[0].id for found in (item.speeches, item.proposals, item.decisions, item.candidates)
    )
    item_id, task = item.row.id, tasks.to_review(meeting_id)[0].id
    suggestion = agenda.Suggestion("usual", 0, "Жаңы жөнүндө")
    return {
        "change": lambda: planning.change(meeting_id, place="Башка"),
        "start": lambda: planning.start(meeting_id, "10:00"),
        "end": lambda: planning.end(meeting_id, "23:00"),
        "resume": lambda: planning.resume(meeting_id),
        "cancel": lambda: planning.cancel(meeting_id, "Кеч"),
        "reinstate": lambda: planning.reinstate(meeting_id),
        "remove": lambda: planning.remove(meeting_id),
        "item.add": lambda: agenda.add(meeting_id, "Жаңы"),
        "item.suggested": lambda: agenda.add_suggested(meeting_id, suggestion),
        "item.change": lambda: agenda.change(item_id, heard="Башка"),
        "item.move": lambda: agenda.move(item_id, -1),
        "item.remove": lambda: agenda.remove(item_id),
        "item.park": lambda: agenda.park(item_id),
        "item.continue": lambda: agenda.continue_(item_id),
        "mark": lambda: attending.mark(row.id, "absent", "ill"),
        "guest.add": lambda: attending.add_guest(meeting_id, "Бирөө"),
        "guest.change": lambda: attending.change_guest(guest.id, "Бирөө", ""),
        "guest.remove": lambda: attending.remove_guest(guest.id),
        "speech.add": lambda: discussion.add_speech(item_id),
        "speech.change": lambda: discussion.change_speech(speech, text="Башка"),
        "speech.remove": lambda: discussion.remove_speech(speech),
        "proposal.add": lambda: discussion.add_proposal(item_id),
        "proposal.change": lambda: discussion.change_proposal(proposal, outcome="rejected"),
        "proposal.remove": lambda: discussion.remove_proposal(proposal),
        "decision.add": lambda: deciding.add_decision(item_id, "Жаңы"),
        "decision.change": lambda: deciding.change_decision(decision, text="Башка"),
        "decision.own": lambda: deciding.set_owners(decision, []),
        "decision.remove": lambda: deciding.remove_decision(decision),
        "vote.unanimous": lambda: deciding.count_votes(item_id, 1),
        "vote.remove": lambda: deciding.remove_vote(item_id),
        "candidate.add": lambda: deciding.add_candidate(item_id, row.person_id),
        "candidate.change": lambda: deciding.change_candidate(candidate, 9),
        "candidate.remove": lambda: deciding.remove_candidate(candidate),
        "review": lambda: tasks.review(meeting_id, task, "done"),
        "autosave": lambda: edits.autosave("agenda_item", item_id, "heard", "Башка"),
        "autosave decision": lambda: edits.autosave("decision", decision, "text", "Башка"),
        "finalise": lambda: protocols.finalise(meeting_id),
    }  # fmt: skip


def test_every_working_action_is_refused_while_it_is_final(meeting_id: int) -> None:
    actions = everything_one_does(meeting_id)
    protocols.finalise(meeting_id)
    before, events = content(meeting_id), execute("SELECT COUNT(*) FROM event")
    codes = {}
    for name, attempt in actions.items():
        with pytest.raises(Refused) as refusal:
            attempt()
        codes[name] = refusal.value.code
    assert set(codes.values()) == {"final_protocol"}, codes
    assert (content(meeting_id), execute("SELECT COUNT(*) FROM event")) == (before, events)
    assert edits.open_edits() == []


def test_an_amendment_with_its_reason_makes_another_version(meeting_id: int) -> None:
    protocols.finalise(meeting_id)
    first, rows = protocols.content_of(meeting_id), stored(meeting_id)
    with pytest.raises(Refused) as refusal:
        protocols.amend(meeting_id, " ")
    assert (refusal.value.code, refusal.value.field) == ("reason_missing", "reason")
    protocols.amend(meeting_id, "Мөөнөт туура эмес жазылган")
    with pytest.raises(Refused, match="protocol_not_final"):
        protocols.amend(meeting_id, "Дагы")
    agenda.change(sheet(meeting_id).items[1].row.id, heard="Түзөтүлдү.")
    assert protocols.content_of(meeting_id)["version"] == 0
    assert protocols.finalise(meeting_id).value == 2
    second = protocols.content_of(meeting_id)
    assert (second["version"], second["amendment_reason"]) == (2, "Мөөнөт туура эмес жазылган")
    assert second["items"][1]["heard"] == "Түзөтүлдү."
    assert [each.reason for each in protocols.versions(meeting_id)] == ["", "Мөөнөт туура эмес жазылган"]
    assert protocols.content_of(meeting_id, 1) == first
    assert stored(meeting_id)[:1] == rows
    with pytest.raises(Refused) as refusal:
        protocols.content_of(meeting_id, 3)
    assert (refusal.value.code, refusal.value.values) == ("version_missing", {"version": 3})


def test_each_version_is_signed_on_its_own_day(meeting_id: int) -> None:
    with pytest.raises(Refused, match="protocol_not_final"):
        protocols.sign(meeting_id, DECEMBER)
    protocols.finalise(meeting_id)
    with pytest.raises(Refused) as refusal:
        protocols.sign(meeting_id, SEPTEMBER)
    assert (refusal.value.code, refusal.value.values) == ("signed_before_held", {"held": NOVEMBER})
    protocols.sign(meeting_id, NOVEMBER)
    protocols.amend(meeting_id, "Түзөтүү")
    assert signed_on(meeting_id, 1) == "2026-11-14"
    protocols.finalise(meeting_id)
    assert [signed_on(meeting_id, version) for version in (1, 2, None)] == ["2026-11-14", None, None]
    protocols.sign(meeting_id, DECEMBER)
    protocols.sign(meeting_id, NOVEMBER + dt.timedelta(days=2))
    assert [signed_on(meeting_id, version) for version in (1, 2)] == ["2026-11-14", "2026-11-16"]


def signed_on(meeting_id: int, version: int | None) -> object:
    return protocols.content_of(meeting_id, version)["meeting"]["signed_on"]


def test_nothing_done_afterwards_changes_a_finished_protocol(association_id: int, meeting_id: int) -> None:
    appointments.appoint(association_id, "leader", members(association_id)[0].person_id, since=SEPTEMBER)
    planning.change(meeting_id, chair_id=members(association_id)[0].person_id)
    protocols.finalise(meeting_id)
    printed, rows = protocols.content_of(meeting_id), stored(meeting_id)
    for step in (
        lambda: save_person(members(association_id)[0].person_id, given="Адилет"),
        lambda: appointments.appoint(association_id, "leader", members(association_id)[1].person_id, since=NOVEMBER),
        lambda: leave(members(association_id)[5].id, SEPTEMBER),
        lambda: save_school(name_ky="Башка мектеп", director="Башка"),
        lambda: settings.set_("meeting_ky", "чогулуш"),
        lambda: settings.set_("quorum_percent", "99"),
        lambda: tasks.set_state(tasks.of_meeting(meeting_id)[0].id, "done", DECEMBER),
        lambda: planning.plan(association_id, DECEMBER),
        lambda: protocols.amend(meeting_id, "Түзөтүү"),
        lambda: agenda.remove(sheet(meeting_id).items[1].row.id),
        lambda: protocols.finalise(meeting_id),
    ):
        step()
        assert protocols.content_of(meeting_id, 1) == printed
    assert stored(meeting_id)[:1] == rows
    later = protocols.content_of(meeting_id)
    assert (printed["chair"]["signed"], later["chair"]["signed"]) == ("Б. Асан уулу", "А. Асан уулу")
    assert check() == []
