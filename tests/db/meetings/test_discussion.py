"""What is said under an item, letter for letter, and the proposals with their answers."""

from __future__ import annotations

import pytest

from db import search, undo
from db.errors import Refused
from db.meetings import agenda, discussion, planning
from db.meetings.sheet import sheet
from db.models.meetings import Speech
from db.records import LONGEST, stored
from tests.db.meetings.days import AUGUST, NOVEMBER, OCTOBER


@pytest.fixture
def item(association_id: int) -> int:
    return agenda.add(planning.plan(association_id, AUGUST).value, "План жөнүндө").value


def texts() -> list[str]:
    return [speech.text for speech in sheet(1).items[0].speeches]


def test_speeches_stand_in_their_order_with_their_kinds(item: int, people: list[int]) -> None:
    discussion.add_speech(item, "question", people[0], text="Себеби эмнеде?")
    discussion.add_speech(item, "answer", guest="Г. Т. Эсенова", text="Эки тема артта калган.")
    discussion.add_speech(item)
    found = [(each.position, each.kind, each.person_id, each.guest, each.text) for each in sheet(1).items[0].speeches]
    assert found == [
        (1, "question", people[0], "", "Себеби эмнеде?"),
        (2, "answer", None, "Г. Т. Эсенова", "Эки тема артта калган."),
        (3, "speech", None, "", ""),
    ]


def test_a_speech_is_typed_over_and_taken_away(item: int, people: list[int]) -> None:
    speech = discussion.add_speech(item, text="А").value
    discussion.change_speech(speech, kind="remark", person_id=people[1], guest="", text="Б" * 60)
    row = sheet(1).items[0].speeches[0]
    assert (row.kind, row.person_id, row.text) == ("remark", people[1], "Б" * 60)
    discussion.remove_speech(speech)
    assert texts() == []
    step = undo.next_undo()
    assert step is not None and step.subject == "Б" * 40
    for attempt in (lambda: discussion.change_speech(speech, text="В"), lambda: discussion.remove_speech(speech)):
        with pytest.raises(Refused, match="record_missing"):
            attempt()
    undo.undo()
    assert texts() == ["Б" * 60]


def test_only_known_fields_are_typed_over(item: int) -> None:
    speech = discussion.add_speech(item).value
    for name in ("meeting", "uid", "deleted_at", "position"):
        with pytest.raises(ValueError, match="not a field"):
            discussion.change_speech(speech, **{name: 1})


@pytest.mark.parametrize(
    "text",
    [
        "[/]",
        "[bold]А[/bold]",
        "[@click=app.quit]",
        "5 < 6 & «а»",
        "</w:t><w:br/>",
        "{{ 7 * 7 }}",
        "'); DROP TABLE speech",
    ],
)
def test_text_is_kept_letter_for_letter(item: int, text: str) -> None:
    discussion.add_speech(item, text=text)
    discussion.add_proposal(item, None, text)
    assert texts() == [text]
    assert sheet(1).items[0].proposals[0].text == text


def test_what_no_paper_can_show_is_taken_out_at_the_gate(item: int) -> None:
    discussion.add_speech(item, text="а\x00б\x1b[31mв\ud800г\u202eд")
    assert texts() == ["абвгд"]
    assert search.differences() == []


def test_a_megabyte_is_kept_and_more_is_refused_with_a_number(item: int) -> None:
    speech = discussion.add_speech(item, text="ө" * LONGEST).value
    with pytest.raises(Refused) as refusal:
        discussion.change_speech(speech, text="ө" * (LONGEST + 1))
    assert (refusal.value.code, refusal.value.values["limit"]) == ("text_too_long", LONGEST)
    assert stored(Speech, speech)["text"] == "ө" * LONGEST


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"kind": "song"}, "value_not_allowed"),
        ({"person_id": 777}, "value_not_allowed"),
        ({"person_id": 2**63}, "number_too_large"),
        ({"person_id": "x"}, "value_not_allowed"),
    ],
)
def test_what_a_speech_cannot_be_is_refused(item: int, fields: dict[str, object], code: str) -> None:
    speech = discussion.add_speech(item).value
    before = sheet(1)
    with pytest.raises(Refused, match=code):
        discussion.change_speech(speech, **fields)
    assert sheet(1) == before


def test_proposals_are_answered_and_heard_of_at_the_next_meeting(
    association_id: int, item: int, people: list[int]
) -> None:
    assert discussion.answered(1) == []
    first = discussion.add_proposal(item, people[0], "Кошумча сабак өтүлсүн").value
    second = discussion.add_proposal(item, people[1], "Көргөзмө").value
    gone = discussion.add_proposal(item, people[2], "Ашыкча").value
    discussion.change_proposal(first, outcome="rejected", reason="убакыт жок")
    discussion.change_proposal(second, outcome="postponed")
    discussion.remove_proposal(gone)
    planning.cancel(planning.plan(association_id, OCTOBER).value, "Карантин")
    later = planning.plan(association_id, NOVEMBER).value
    assert [(each.id, each.person_id, each.outcome, each.reason) for each in discussion.answered(later)] == [
        (first, people[0], "rejected", "убакыт жок"), (second, people[1], "postponed", ""),
    ]  # fmt: skip
    with pytest.raises(Refused, match="value_not_allowed"):
        discussion.change_proposal(first, outcome="maybe")
