"""Members of an association."""

import datetime as dt

import pytest

from db.appointments import appoint
from db.errors import Refused
from db.members import add_members, leave, member, member_count, members, remove, save_member
from db.schools import people, save_person, school
from db.undo import undo
from tests.conftest import TEACHERS, CountQueries, MakeAssociation

AUTUMN = dt.date(2026, 9, 1)
WINTER = dt.date(2027, 1, 11)


def test_a_pasted_list_becomes_members_in_kyrgyz_order(make_association: MakeAssociation):
    found = members(make_association())
    assert [each.name.listed for each in found][:4] == [
        "Асан уулу Б.",
        "Асанова Г. М.",
        "Байтемирова Н. С.",
        "Жумабекова А. К.",
    ]
    assert [each.surname for each in found][-3:] == ["Токтоматова", "Үсөнова", "Эсенова"]
    assert found[1].classes == "4-А"


def test_a_list_is_read_with_two_queries_however_long(make_association: MakeAssociation, count_queries: CountQueries):
    association_id = make_association()
    with count_queries() as queries:
        members(association_id)
    assert len(queries) == 2


def test_each_line_says_what_became_of_it(make_association: MakeAssociation):
    association_id = make_association(members=1)
    lines = ["асанова гүлнара маратовна", "", "Эсенова", "1. Мамытова Жаңыл Ө. 2 б", "Мамытова Жаныл Ө."]
    results = add_members(association_id, lines).value
    assert [(each.number, each.outcome) for each in results] == [
        (1, "duplicate"), (3, "given_missing"), (4, "added"), (5, "duplicate"),
    ]  # fmt: skip
    assert member_count(association_id) == 2


def test_invisible_characters_are_taken_out_and_counted(make_association: MakeAssociation):
    association_id = make_association(members=0)
    result = add_members(association_id, ["Асанова\u200b \x1b[31mГүлнара\x00"]).value[0]
    assert (result.outcome, result.text, result.removed) == ("added", "Асанова Гүлнара", 7)


def test_a_megabyte_in_one_line_is_no_member(make_association: MakeAssociation):
    association_id = make_association(members=0)
    assert add_members(association_id, ["Асанова " * 130_000]).value[0].outcome == "text_too_long"
    assert members(association_id) == []


def test_a_list_is_one_action_that_undo_takes_back(make_association: MakeAssociation):
    association_id = make_association(members=0)
    assert add_members(association_id, TEACHERS).touched == {"person", "member"}
    assert undo().value.action == "member.add_lines"
    assert members(association_id) == []
    assert people(school().id) == []


def test_someone_of_the_school_joins_without_becoming_two_people(make_association: MakeAssociation):
    association_id = make_association(members=0)
    person_id = save_person(None, school_id=school().id, surname="Асанова", given="Гүлнара", classes="4-А").value
    (result,) = add_members(association_id, ["Асанова Гүлнара"]).value
    assert result.outcome == "joined"
    assert [(each.person_id, each.classes) for each in members(association_id)] == [(person_id, "4-А")]


def test_a_member_is_there_from_the_first_day_until_the_day_of_leaving(make_association: MakeAssociation):
    association_id = make_association(members=0)
    member_id = save_member(None, association_id, since=AUTUMN, surname="Асанова", given="Гүлнара").value
    leave(member_id, WINTER)
    day = dt.timedelta(days=1)
    there = [bool(members(association_id, on)) for on in (AUTUMN - day, AUTUMN, WINTER - day, WINTER)]
    assert there == [False, True, True, False]
    assert members(association_id) == []
    assert [each.until for each in members(association_id, include_left=True)] == [WINTER]


def test_nobody_leaves_before_coming(make_association: MakeAssociation):
    association_id = make_association(members=0)
    member_id = save_member(None, association_id, since=WINTER, surname="Асанова", given="Гүлнара").value
    with pytest.raises(Refused) as refusal:
        leave(member_id, AUTUMN)
    assert (refusal.value.code, refusal.value.values) == ("until_before_since", {"since": WINTER})


def test_who_comes_back_is_a_member_twice_and_counts_once(make_association: MakeAssociation):
    association_id = make_association(members=0)
    leave(save_member(None, association_id, since=AUTUMN, surname="Асанова", given="Гүлнара").value, WINTER)
    (result,) = add_members(association_id, ["Асанова Гүлнара"], WINTER).value
    assert result.outcome == "joined"
    assert len(members(association_id, include_left=True)) == 2
    assert member_count(association_id, WINTER) == 1


def test_leaving_ends_the_role_and_the_card_tells_it(make_association: MakeAssociation):
    association_id = make_association()
    first = members(association_id)[0]
    appoint(association_id, "leader", first.person_id, since=AUTUMN, order_number="12")
    assert member(first.id).member.roles == ("leader",)
    leave(first.id, WINTER)
    card = member(first.id)
    assert card.member.roles == ()
    assert [(each.order_number, each.since, each.until) for each in card.appointments] == [("12", AUTUMN, WINTER)]


def test_a_card_is_changed_and_a_second_member_of_that_name_refused(make_association: MakeAssociation):
    association_id = make_association(members=1)
    (known,) = members(association_id)
    save_member(known.id, surname="Асанова", load_hours=24, conditions="lacking")
    card = member(known.id).person
    assert (card.load_hours, card.conditions, card.given) == (24, "lacking", "Гүлнара")
    with pytest.raises(Refused) as refusal:
        save_member(None, association_id, surname="Асанова", given="Гүлнара", patronymic="Маратовна")
    assert (refusal.value.code, refusal.value.values) == ("already_member", {"member_id": known.id})


def test_a_member_needs_a_given_name(make_association: MakeAssociation):
    with pytest.raises(Refused) as refusal:
        save_member(None, make_association(members=0), surname="Асанова")
    assert (refusal.value.code, refusal.value.field) == ("required", "given")


def test_a_line_with_classes_completes_the_member_who_had_none(make_association):
    association_id = make_association(members=0)
    (first,) = add_members(association_id, ["Асанова Гүлнара Маратовна"]).value
    again = add_members(association_id, ["Асанова Гүлнара Маратовна 4-А", "Асанова Гүлнара Маратовна 3-Б"]).value
    assert [line.outcome for line in again] == ["completed", "duplicate"]
    assert member(first.member_id).person.classes == "4-А"


def test_a_member_added_by_mistake_is_removed_but_not_one_who_leads(make_association):
    association_id = make_association(members=2)
    first, second = members(association_id)
    appoint(association_id, "leader", first.person_id)
    with pytest.raises(Refused) as refused:
        remove(first.id)
    assert refused.value.code == "member_has_role"
    remove(second.id)
    assert [each.id for each in members(association_id, include_left=True)] == [first.id]
    assert len(people(school().id)) == 2
