"""A meeting as canonical plain values: a known answer, whole, and what may never change it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from db import appointments, settings, undo
from db.associations import save_association
from db.meetings import agenda, attending, deciding, discussion, planning
from db.meetings.content import content, typed_texts
from db.meetings.sheet import meeting, sheet
from db.members import add_members, members
from db.schools import save_person, save_school
from tests.db.meetings.days import AUGUST, NOVEMBER, OCTOBER

ASANOVA = {"listed": "Асанова Г. М.", "signed": "Г. М. Асанова", "full": "Асанова Гүлнара Маратовна"}
ASAN_UULU = {"listed": "Асан уулу Б.", "signed": "Б. Асан уулу", "full": "Асан уулу Бакыт"}
NAMES = ["Асан уулу Бакыт 3-Б", "Асанова Гүлнара Маратовна 4-А", "Өмүралиева Сонун Токтогуловна 3-А"]


@pytest.fixture
def school_id(store: Path) -> int:
    return save_school(name_ky="№ 7").value


@pytest.fixture
def meeting_id(store: Path) -> int:
    """A meeting of three with something of everything."""
    school = save_school(name_ky="№ 7 мектеп", head_ky="Нарын району\n№ 7 мектеп", place_ky="Нарын ш.").value
    association = save_association(None, school_id=school, name_ky="Башталгыч класстар УБ").value
    add_members(association, NAMES)
    asan, asanova, omuralieva = (each.person_id for each in members(association))
    appointments.appoint(association, "leader", asanova, since=AUGUST)
    appointments.appoint(association, "secretary", asan, since=AUGUST)
    meeting_id = planning.plan(association, OCTOBER, "14:00", "№ 12 кабинет").value
    planning.start(meeting_id, "14:10")
    rows = sheet(meeting_id).attendance
    attending.mark(rows[0].id, "late", arrived="14:20", from_item=2)
    attending.mark(rows[2].id, "absent", reason="ill")
    attending.add_guest(meeting_id, "Г. Т. Эсенова", "окуу бөлүмүнүн башчысы")
    item = agenda.add(meeting_id, "План жөнүндө", reporter_id=asanova).value
    agenda.change(item, heard="долбоор окулду.", planned_minutes=15)
    discussion.add_speech(item, "question", asan, text="Качан?")
    discussion.add_speech(item, "answer", guest="Г. Т. Эсенова", text="Эртең.")
    discussion.change_proposal(discussion.add_proposal(item, asan, "График").value, outcome="rejected", reason="эрте")
    deciding.add_decision(item, "План бекитилсин.", [asanova, omuralieva], NOVEMBER)
    deciding.add_decision(item, "Маалымат эске алынсын.", deadline_next_meeting=True)
    deciding.vote_unanimously(item)
    agenda.park(agenda.add(meeting_id, "Калтырылган").value)
    deciding.add_candidate(agenda.add(meeting_id, "Катчы жөнүндө", reporter_id=asan).value, asan, 2)
    planning.end(meeting_id, "15:05")
    return meeting_id


def test_the_content_of_a_meeting_is_known_to_the_letter(meeting_id: int) -> None:
    empty = {"speeches": [], "proposals": [], "decisions": [], "vote": None, "candidates": []}
    assert content(meeting_id) == {
        "format": 1, "language": "ky", "example": False, "version": 0, "amendment_reason": "",
        "school": {
            "name_ky": "№ 7 мектеп", "name_ru": "", "head_ky": "Нарын району\n№ 7 мектеп", "head_ru": "",
            "place_ky": "Нарын ш.", "place_ru": "", "ministry_ky": "", "ministry_ru": "", "director": "",
            "head_of_studies": "",
        },
        "association": {"name_ky": "Башталгыч класстар УБ", "name_ru": ""},
        "words": {
            "meeting_ky": "отурум", "resolved_ky": "ТОКТОМ КЫЛЫНДЫ", "resolved_ru": "ПОСТАНОВИЛИ",
            "spoke_ky": "ЧЫГЫП СҮЙЛӨШТҮ", "spoke_ru": "ВЫСТУПИЛИ",
        },
        "meeting": {
            "uid": meeting(meeting_id).uid, "number": 1, "year": 2026, "date": "2026-10-16", "planned_time": "14:00",
            "started": "14:10", "ended": "15:05", "place": "№ 12 кабинет", "state": "draft", "signed_on": None,
        },
        "chair": ASANOVA,
        "secretary": ASAN_UULU,
        "present": [
            {"name": ASAN_UULU, "online": False, "from_item": 2, "arrived": "14:20", "until_item": None},
            {"name": ASANOVA, "online": False, "from_item": None, "arrived": "", "until_item": None},
        ],
        "absent": [{"name": omuralieva(), "reason": "ill", "reason_text": ""}],
        "guests": [{"name": "Г. Т. Эсенова", "role": "окуу бөлүмүнүн башчысы"}],
        "quorum": {"members": 3, "present": 2, "met": True},
        "items": [
            {
                "number": 1, "title": "План жөнүндө", "kind": "ordinary", "reporter": ASANOVA, "reporter_guest": "",
                "planned_minutes": 15, "heard": "долбоор окулду.",
                "speeches": [
                    {"kind": "question", "name": ASAN_UULU, "guest": "", "text": "Качан?"},
                    {"kind": "answer", "name": None, "guest": "Г. Т. Эсенова", "text": "Эртең."},
                ],
                "proposals": [{"name": ASAN_UULU, "text": "График", "outcome": "rejected", "reason": "эрте"}],
                "decisions": [
                    {
                        "number": 1, "text": "План бекитилсин.", "owners": [ASANOVA, omuralieva()],
                        "deadline": "2026-11-14", "deadline_next_meeting": False,
                    },
                    {
                        "number": 2, "text": "Маалымат эске алынсын.", "owners": [], "deadline": None,
                        "deadline_next_meeting": True,
                    },
                ],
                "vote": {"unanimous": True, "for": 1, "against": 0, "abstained": 0, "not_voting": 0},
                "candidates": [],
            },
            {
                **empty, "number": 2, "title": "Катчы жөнүндө", "kind": "ordinary", "reporter": ASAN_UULU,
                "reporter_guest": "", "planned_minutes": None, "heard": "",
                "candidates": [{"name": ASAN_UULU, "votes": 2}],
            },
        ],
        "twins": {},
    }  # fmt: skip


def omuralieva() -> dict[str, str]:
    return {"listed": "Өмүралиева С. Т.", "signed": "С. Т. Өмүралиева", "full": "Өмүралиева Сонун Токтогуловна"}


def test_a_draft_follows_its_people_and_settings(meeting_id: int) -> None:
    of = sheet(meeting_id)
    save_person(of.attendance[1].person_id, surname="Бейшеева")
    settings.set_("quorum_percent", "67", of.meeting.association_id)
    settings.set_("meeting_ky", "чогулуш", of.meeting.association_id)
    settings.set_("example", "1")
    made = content(meeting_id)
    assert made["chair"]["signed"] == "Г. М. Бейшеева"
    assert (made["quorum"]["met"], made["words"]["meeting_ky"], made["example"]) == (False, "чогулуш", True)


def test_untouched_stock_phrases_bring_their_twins(meeting_id: int) -> None:
    settings.load_stock()
    item = agenda.add(meeting_id, "План боюнча аткарылган иштер жөнүндө").value
    agenda.change(item, heard="План боюнча аткарылган иштер жөнүндө маалымат берди")
    assert content(meeting_id)["twins"]["План боюнча аткарылган иштер жөнүндө"] == "О выполненных по плану работах"
    agenda.change(item, title="План боюнча аткарылган иштер жөнүндө!")
    assert "План боюнча аткарылган иштер жөнүндө!" not in content(meeting_id)["twins"]


def test_every_typed_text_is_told(meeting_id: int) -> None:
    assert [text for text in typed_texts(content(meeting_id)) if text] == [
        "План жөнүндө", "долбоор окулду.", "Качан?", "Эртең.", "График", "эрте", "План бекитилсин.",
        "Маалымат эске алынсын.", "Катчы жөнүндө",
    ]  # fmt: skip


def test_it_is_plain_json(meeting_id: int) -> None:
    made = content(meeting_id)
    assert json.loads(json.dumps(made)) == made


STEPS = st.lists(st.tuples(st.integers(0, 13), st.integers(0, 2)), max_size=6)


def play(meeting_id: int, what: int, which: int) -> None:
    """One of the things that a leader does to a meeting."""
    of = sheet(meeting_id)
    items, people = [item.row.id for item in of.items], [row.person_id for row in of.attendance]
    if not items:
        agenda.add(meeting_id, "Жаңы")
        return
    item = items[which % len(items)]
    decisions = [each.id for each in of.items[which % len(items)].decisions]
    steps = (
        lambda: agenda.add(meeting_id, "Дагы", after=item),
        lambda: agenda.change(item, heard=f"сөз {which}", reporter_id=people[which]),
        lambda: agenda.move(item, which - 1),
        lambda: agenda.park(item),
        lambda: agenda.remove(item),
        lambda: discussion.add_speech(item, "question", people[which], text="Себеби?"),
        lambda: discussion.add_proposal(item, people[which], "Сунуш", "postponed"),
        lambda: deciding.add_decision(item, "Чечим", people[: which + 1], NOVEMBER),
        lambda: deciding.set_owners(decisions[0], people[:which]) if decisions else None,
        lambda: deciding.remove_decision(decisions[0]) if decisions else None,
        lambda: deciding.count_votes(item, which),
        lambda: deciding.add_candidate(item, people[which], which),
        lambda: attending.mark(of.attendance[which].id, "late", from_item=which + 1),
        lambda: planning.change(meeting_id, chair_id=people[which], started_at="13:00", number=which + 5),
    )
    steps[what]()


@hypothesis_settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(steps=STEPS)
def test_undoing_every_action_gives_the_same_content_back(school_id: int, steps: list[tuple[int, int]]) -> None:
    association = save_association(None, school_id=school_id, name_ky="УБ").value
    add_members(association, NAMES)
    meeting_id = planning.plan(association, OCTOBER).value
    seen = [content(meeting_id)]
    for what, which in steps:
        before = undo.next_undo()
        play(meeting_id, what, which)
        if undo.next_undo() != before:
            seen.append(content(meeting_id))
    for expected in reversed(seen[:-1]):
        undo.undo()
        assert content(meeting_id) == expected
    for expected in seen[1:]:
        undo.redo()
        assert content(meeting_id) == expected
