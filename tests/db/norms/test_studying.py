"""Studied at a meeting: who was there is acquainted by one action, the others are listed until done."""

from __future__ import annotations

import datetime as dt

import pytest

from db import undo
from db.errors import Refused
from db.meetings import agenda, planning
from db.members import add_members, leave, members
from db.norms import register, studying
from tests.conftest import CountQueries
from tests.db.norms.conftest import HELD, TODAY, AddNorm


def reasons(norm_id: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for each in studying.readers(norm_id, TODAY):
        found[each.why] = found.get(each.why, 0) + 1
    return found


def test_one_action_marks_all_who_were_there(add: AddNorm, item_id: int) -> None:
    norm_id = add(study_by=dt.date(2026, 11, 20))
    assert reasons(norm_id) == {"waiting": 12}
    assert studying.study(norm_id, item_id).value == 10
    found = register.norm(norm_id, TODAY)
    assert (found.studied_on, found.meeting_number, found.read, found.left) == (HELD, 1, 10, 2)
    assert found.study(TODAY) == "left"
    assert reasons(norm_id) == {"read": 10, "absent": 2}
    undo.undo()
    assert reasons(norm_id) == {"waiting": 12}


def test_absentees_and_late_joiners_are_listed_until_done(association_id: int, add: AddNorm, item_id: int) -> None:
    norm_id = add()
    studying.study(norm_id, item_id)
    add_members(association_id, ["Жаңыбаева Айзада 4-Г"], since=dt.date(2026, 11, 18))
    assert reasons(norm_id) == {"read": 10, "absent": 2, "joined": 1}
    assert [each.id for each in register.due(association_id, TODAY)] == [norm_id]
    missing = [each.person_id for each in studying.readers(norm_id, TODAY) if each.why != "read"]
    studying.mark_read(norm_id, missing, TODAY)
    assert register.norm(norm_id, TODAY).study(TODAY) == "studied"
    assert register.due(association_id, TODAY) == []


def test_a_day_can_be_typed_anew_and_a_mark_taken_away_and_put_back(add: AddNorm, people: list[int]) -> None:
    norm_id = add(issued_on=dt.date(2026, 9, 1))
    for day in (dt.date(2026, 9, 5), dt.date(2026, 9, 7)):
        studying.mark_read(norm_id, [people[0], people[0]], day)
    assert studying.readers(norm_id, TODAY)[0].read_on == dt.date(2026, 9, 7)
    studying.mark_unread(norm_id, people[:2])
    assert register.norm(norm_id, TODAY).read == 0
    studying.mark_read(norm_id, people[:1], TODAY)
    assert register.norm(norm_id, TODAY).read == 1
    with pytest.raises(Refused, match="read_before_issue"):
        studying.mark_read(norm_id, people[:1], dt.date(2026, 8, 31))


def test_a_mark_made_before_the_meeting_keeps_its_day(add: AddNorm, people: list[int], item_id: int) -> None:
    norm_id = add()
    studying.mark_read(norm_id, people[:1], dt.date(2026, 10, 1))
    assert studying.study(norm_id, item_id).value == 9
    studying.take_back_study(norm_id, TODAY)
    found = register.norm(norm_id, TODAY)
    assert (found.agenda_item_id, found.read, found.studied_on) == (None, 1, None)


def test_a_planned_meeting_only_links(association_id: int, add: AddNorm) -> None:
    norm_id = add()
    ahead = planning.plan(association_id, dt.date(2026, 12, 4)).value
    item = agenda.add(ahead, "Стандартты үйрөнүү жөнүндө").value
    assert studying.study(norm_id, item).value == 0
    found = register.norm(norm_id, TODAY)
    assert (found.studied_on, found.held_on, found.study(TODAY)) == (None, dt.date(2026, 12, 4), "none")
    planning.cancel(ahead, "карантин")
    assert register.norm(norm_id, TODAY).meeting_id is None


def test_who_has_left_is_no_longer_asked_but_stays_where_she_signed(
    association_id: int, add: AddNorm, people: list[int]
) -> None:
    norm_id = add()
    studying.mark_read(norm_id, people[:1], TODAY)
    first, second, *_ = members(association_id)
    for each in (first, second):
        leave(each.id, dt.date(2026, 11, 20))
    found = studying.readers(norm_id, TODAY)
    assert (len(found), found[-1].person_id, found[-1].member) == (11, people[0], False)
    assert register.norm(norm_id, TODAY).read == 0


def test_the_likeliest_question_is_offered_first(association_id: int, add: AddNorm, item_id: int) -> None:
    ahead = planning.plan(association_id, dt.date(2026, 12, 4)).value
    agenda.add(ahead, "Ар кандай маселелер")
    likely = agenda.add(ahead, "Стандартты үйрөнүү жөнүндө").value
    norm_id = add("Стандарттар")
    offers = studying.item_offers(norm_id, TODAY)
    assert offers[0].agenda_item_id == likely
    assert {each.held for each in offers} == {True, False}
    studying.study(norm_id, item_id)
    assert studying.item_offers(norm_id, TODAY)[0].agenda_item_id == item_id


def test_a_question_put_off_or_of_others_is_refused(
    association_id: int, add: AddNorm, meeting_id: int, item_id: int
) -> None:
    norm_id = add()
    agenda.park(item_id)
    with pytest.raises(Refused, match="item_parked"):
        studying.study(norm_id, item_id)
    with pytest.raises(Refused, match="record_missing"):
        studying.study(norm_id, 999)


def test_the_list_of_people_costs_the_same_however_many(
    add: AddNorm, item_id: int, count_queries: CountQueries
) -> None:
    norm_id = add()
    studying.study(norm_id, item_id)
    with count_queries() as statements:
        studying.readers(norm_id, TODAY)
    assert len(statements) <= 18
