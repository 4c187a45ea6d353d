"""Remarks and opinions: noted, answered, those of meetings among them; found nowhere but where they are kept."""

from __future__ import annotations

import datetime as dt

import pytest

from db import history, remarks, search, undo
from db.errors import Refused
from db.meetings import agenda, discussion, planning
from db.members import members
from db.models.history import Event
from tests.conftest import CountQueries, MakeAssociation

DAY, DUE, LATER = dt.date(2026, 11, 14), dt.date(2026, 11, 28), dt.date(2026, 12, 1)


@pytest.fixture
def association_id(make_association: MakeAssociation) -> int:
    return make_association()


@pytest.fixture
def people(association_id: int) -> list[int]:
    return [each.person_id for each in members(association_id)]


@pytest.fixture
def speech_id(association_id: int, people: list[int]) -> int:
    """A critical opinion said by the third teacher; a speech stands beside it, a question of a guest too."""
    item = agenda.add(planning.plan(association_id, DAY).value, "Тартип жөнүндө").value
    discussion.add_speech(item, "speech", people[0], text="Макулмун")
    discussion.add_speech(item, "remark", guest="Инспектор", text="Журнал толтурулсун")
    return discussion.add_speech(item, "criticism", people[2], text="Сабактар кеч башталат").value


def test_a_remark_has_all_that_is_asked(association_id: int, people: list[int]) -> None:
    remark_id = remarks.add_remark(association_id, people[0], "remark", DAY, "Журналды 3 күн толтурган жок", DUE).value
    (found,) = remarks.remarks(association_id)
    assert (found.id, found.kind, found.person_id, found.given_on, found.due) == (
        remark_id,
        "remark",
        people[0],
        DAY,
        DUE,
    )
    assert (found.name.listed, found.answered, found.overdue(LATER), found.overdue(DUE)) == (
        "Асан уулу Б.", False, True, False,
    )  # fmt: skip
    remarks.change_remark(remark_id, answer="Толтурду", answered_on=LATER)
    assert remarks.remark(remark_id).answered and not remarks.remark(remark_id).overdue(LATER)
    assert remarks.remarks(association_id, unanswered=True) == []
    remarks.remove_remark(remark_id)
    assert remarks.remarks(association_id) == []
    undo.undo()
    assert [each.answer for each in remarks.remarks(association_id)] == ["Толтурду"]


def test_what_was_said_at_a_meeting_stands_there_and_is_followed(
    association_id: int, people: list[int], speech_id: int
) -> None:
    found = remarks.remarks(association_id)
    assert [(each.id, each.kind, each.text, each.speaker, each.person_id, each.meeting_number) for each in found] == [
        (0, "opinion", "Сабактар кеч башталат", "Байтемирова Н. С.", None, 1),
        (0, "remark", "Журнал толтурулсун", "Инспектор", None, 1),
    ]
    remark_id = remarks.follow_speech(speech_id, people[5], due=DUE).value
    (of,) = (each for each in remarks.remarks(association_id) if each.id)
    assert (of.id, of.person_id, of.due, of.given_on, of.kind) == (remark_id, people[5], DUE, DAY, "opinion")
    with pytest.raises(Refused, match="said_at_meeting"):
        remarks.change_remark(remark_id, text="Башкача")
    remarks.change_remark(remark_id, answer="Убагында башталат", answered_on=DUE)
    assert [each.answered for each in remarks.remarks(association_id)] == [True, False]
    remarks.remove_remark(remark_id)
    assert {each.id for each in remarks.remarks(association_id)} == {0}
    assert remarks.follow_speech(speech_id, people[4]).value == remark_id
    assert [each.text for each in remarks.remarks(association_id, person_ids=[people[4]])] == ["Сабактар кеч башталат"]


def test_what_is_refused(association_id: int, people: list[int], speech_id: int) -> None:
    own = remarks.add_remark(association_id, people[0], "opinion", DAY, "Ишти жакшы уюштурду").value
    attempts = {
        "required": lambda: remarks.add_remark(association_id, people[0], "remark", DAY, " "),
        "value_not_allowed": lambda: remarks.add_remark(association_id, people[0], "penalty", DAY, "Кечигүү"),
        "deadline_before": lambda: remarks.change_remark(own, due=DAY - dt.timedelta(days=1)),
        "answer_before": lambda: remarks.change_remark(own, answered_on=DAY - dt.timedelta(days=1)),
        "record_missing": lambda: remarks.add_remark(association_id, 999, "remark", DAY, "Кечигүү"),
        "speech_not_remark": lambda: remarks.follow_speech(1, people[0]),
    }
    for code, attempt in attempts.items():
        with pytest.raises(Refused) as refused:
            attempt()
        assert refused.value.code == code


def test_a_remark_is_found_nowhere_else(association_id: int, people: list[int]) -> None:
    remarks.add_remark(association_id, people[0], "remark", DAY, "Журналды толтурган жок")
    assert search.find("журналды") == [] and search.differences() == []
    newest = Event.select().order_by(Event.id.desc()).dicts().first()
    assert newest["subject"] == "Асан уулу Б." and "толтурган" not in newest["subject"]
    assert history.chain_head()


def test_many_remarks_are_read_in_two_queries(
    association_id: int, people: list[int], speech_id: int, count_queries: CountQueries
) -> None:
    for each in range(30):
        remarks.add_remark(association_id, people[each % 12], "remark", DAY + dt.timedelta(days=each), f"{each}")
    with count_queries() as statements:
        found = remarks.remarks(association_id, most=20)
    assert (len(found), len(statements)) == (20, 2)
    assert [each.text for each in found] == [str(each) for each in range(29, 9, -1)]
