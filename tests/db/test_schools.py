"""The school and its people."""

import datetime as dt

import pytest

from db.errors import Refused
from db.schools import people, person, save_person, save_school, school
from tests.conftest import CountQueries, MakeSchool


def test_the_first_save_makes_the_school_and_the_next_one_changes_it(store):
    made = save_school(name_ky="№ 7 мектеп", head_ky="Бишкек шаары\n№ 7 мектеп")
    changed = save_school(director="А. Б. Асанов")
    known = school()
    assert made.value == changed.value == known.id
    assert (known.name_ky, known.head_ky, known.director) == ("№ 7 мектеп", "Бишкек шаары\n№ 7 мектеп", "А. Б. Асанов")
    assert made.touched == {"school"}


def test_a_school_needs_a_name_in_one_language(store):
    with pytest.raises(Refused) as refusal:
        save_school(director="А. Б. Асанов")
    assert (refusal.value.code, refusal.value.field) == ("required", "name_ky")
    assert school() is None
    assert save_school(name_ru="Школа № 7").value


def test_a_name_cannot_be_taken_away(make_school: MakeSchool):
    make_school(name_ru="")
    with pytest.raises(Refused):
        save_school(name_ky="  ")
    assert school().name_ky


def test_one_line_fields_lose_line_ends_and_long_ones_keep_them(make_school: MakeSchool):
    make_school(name_ky="№ 7\nмектеп", ministry_ky="Агартуу министрлиги\nБилим берүү башкармалыгы")
    assert school().name_ky == "№ 7 мектеп"
    assert school().ministry_ky.count("\n") == 1


def test_a_pasted_book_is_no_name(make_school: MakeSchool):
    with pytest.raises(Refused) as refusal:
        make_school(director="а" * 501)
    assert (refusal.value.code, refusal.value.field, refusal.value.values) == (
        "text_too_long",
        "director",
        {"length": 501, "limit": 500},
    )


def test_a_persons_card_comes_back_as_it_was_saved(make_school: MakeSchool):
    born = dt.date(1980, 2, 29)
    given = {"surname": "Асан уулу", "given": "Бакыт", "born": born, "service_total": 14, "category": "first"}
    saved = person(save_person(None, school_id=make_school(), **given).value)
    assert (saved.name.signed, saved.name.listed) == ("Б. Асан уулу", "Асан уулу Б.")
    assert (saved.born, saved.service_total, saved.category, saved.load_hours) == (born, 14, "first", None)


def test_people_stand_in_kyrgyz_order(make_school: MakeSchool, count_queries: CountQueries):
    school_id = make_school()
    for surname in ("Үсөнова", "Өмүралиева", "Уметова", "Орозова", "Ормонова"):
        save_person(None, school_id=school_id, surname=surname, given="А.")
    with count_queries() as queries:
        listed = [each.surname for each in people(school_id)]
    assert listed == ["Ормонова", "Орозова", "Өмүралиева", "Уметова", "Үсөнова"]
    assert len(queries) == 1


@pytest.mark.parametrize("field", ["surname", "given"])
def test_a_person_needs_surname_and_given_name(make_school: MakeSchool, field: str):
    named = {"surname": "Асанова", "given": "Гүлнара"} | {field: " "}
    with pytest.raises(Refused) as refusal:
        save_person(None, school_id=make_school(), **named)
    assert (refusal.value.code, refusal.value.field) == ("required", field)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"category": "third"}, "value_not_allowed"),
        ({"load_hours": 2**63}, "number_too_large"),
        ({"load_hours": 2_000_000}, "value_not_allowed"),
        ({"nickname": "Гүлү"}, "unknown_field"),
    ],
)
def test_what_does_not_fit_is_refused_and_leaves_nothing(make_school: MakeSchool, fields: dict[str, object], code: str):
    school_id = make_school()
    with pytest.raises(Refused) as refusal:
        save_person(None, school_id=school_id, surname="Асанова", given="Гүлнара", **fields)
    assert refusal.value.code == code
    assert people(school_id) == []


def test_nobody_is_missing_without_a_word(store):
    with pytest.raises(Refused) as refusal:
        person(41)
    assert refusal.value.code == "record_missing"
