"""A study of how a subject is taught: what is offered, what was looked at, finished; and letters."""

from __future__ import annotations

import datetime as dt

import pytest

from db import history, records
from db.errors import Refused
from db.events.activities import cancel_activity
from db.members import members
from db.models.control_tests import ControlTest
from db.studies import letters, parts, studies
from db.undo import undo
from tests.conftest import CountQueries, MakeAssociation
from tests.db.observations.test_sheets import CLEAN, HOSTILE, add_lesson


@history.action("control_test.add")
def add_test(association_id: int, teacher: int, subject: str, class_name: str, day: dt.date) -> int:
    values = {"subject": subject, "class_name": class_name, "held_on": day, "teacher": teacher, "kind": "quarter"}
    return records.insert(ControlTest, association=association_id, first_year=2026, state="held", **values)


@pytest.fixture
def association_id(make_association: MakeAssociation) -> int:
    return make_association(members=4)


def begun(association_id: int, **fields: object) -> int:
    known = {"title": "4-класстарда математика", "subject": "Математика", "classes": "4", "people": []}
    period = {"begins": dt.date(2026, 11, 1), "ends": dt.date(2026, 11, 30)}
    return studies.save_study(None, association_id, 2026, **(known | period | fields)).value


def test_lessons_and_tests_of_the_subject_and_class_in_the_period_are_offered(association_id: int) -> None:
    teacher = members(association_id)[0]
    lesson = add_lesson(association_id, teacher.person_id)
    add_lesson(association_id, teacher.person_id, subject="Кыргыз тили")
    add_lesson(association_id, teacher.person_id, held_on=dt.date(2026, 12, 1))
    add_lesson(association_id, teacher.person_id, classes="3-А")
    cancel_activity(add_lesson(association_id, teacher.person_id), "Карантин")
    test = add_test(association_id, teacher.person_id, "Математика", "4-Б", dt.date(2026, 11, 5)).value
    study_id = begun(association_id)
    offered = parts.offered(study_id)
    assert [(each.control_test_id, each.activity_id) for each in offered] == [(test, None), (None, lesson)]
    assert (offered[1].teachers[0].listed, offered[1].class_name, offered[1].title) == (
        teacher.name.listed,
        "4-А",
        "Бөлчөктөр",
    )
    parts.add_part(study_id, "visit", activity_id=lesson, text=HOSTILE)
    with pytest.raises(Refused, match="part_known"):
        parts.add_part(study_id, "visit", activity_id=lesson)
    told = parts.add_part(
        study_id, "notebooks", held_on=dt.date(2026, 11, 3), class_name="4а", person_id=teacher.person_id,
        text="Дептерлер таза",
    ).value  # fmt: skip
    shown = studies.study(study_id).parts
    assert [(each.kind, each.class_name, each.text) for each in shown] == [
        ("notebooks", "4-А", "Дептерлер таза"),
        ("visit", "4-А", CLEAN),
    ]
    assert [each.control_test_id for each in parts.offered(study_id)] == [test]
    parts.change_part(told, text="Каталар оңдолгон эмес")
    parts.remove_part(told)
    undo()
    assert studies.study(study_id).parts[0].text == "Каталар оңдолгон эмес"
    with pytest.raises(Refused, match="required"):
        parts.add_part(study_id, "other", text=" ")


def test_a_study_is_read_in_few_queries(association_id: int, count_queries: CountQueries) -> None:
    people = [each.person_id for each in members(association_id)]
    study_id = begun(association_id, people=people[:2])
    for at in range(10):
        lesson = add_lesson(association_id, people[at % 4])
        parts.add_part(study_id, "visit", activity_id=lesson)
    with count_queries() as statements:
        found = studies.study(study_id)
    assert (len(found.parts), [person_id for person_id, _name in found.people]) == (10, people[:2])
    assert len(statements) == 9


def test_who_studies_what_is_refused_and_when_it_is_finished(association_id: int) -> None:
    people = [each.person_id for each in members(association_id)]
    study_id = begun(association_id, people=people[:2])
    studies.save_study(study_id, association_id, 2026, people=[people[2], people[0], people[2]], findings="Жакшы")
    found = studies.study(study_id)
    assert ([each for each, _name in found.people], found.row.findings) == ([people[2], people[0]], "Жакшы")
    for fields, code in (
        ({"title": " "}, "required"),
        ({"ends": dt.date(2026, 10, 1)}, "span_reversed"),
        ({"people": [9999]}, "record_missing"),
        ({"subject": "а" * 501}, "text_too_long"),
    ):
        with pytest.raises(Refused, match=code):
            studies.save_study(study_id, association_id, 2026, **fields)
    with pytest.raises(Refused, match="finished_before_begin"):
        studies.finish(study_id, dt.date(2026, 10, 31))
    going_on = begun(association_id, title="Окуу техникасы")
    studies.finish(study_id, dt.date(2026, 12, 2))
    assert [each.id for each in studies.studies(association_id, 2026)] == [going_on, study_id]
    undo()
    assert studies.study(study_id).row.finished_on is None
    studies.remove_study(going_on)
    assert [each.id for each in studies.studies(association_id, 2026)] == [study_id]


def test_letters_are_numbered_and_belong_to_the_year_of_their_day(association_id: int) -> None:
    assert letters.next_number(association_id, 2026) == "1"
    fields = {"title": "Кайрылуу", "body": "Урматтуу ата-энелер!\nСиздерди чакырабыз.", "addressee": HOSTILE}
    first = letters.save_letter(None, association_id, 2026, number="7", written_on=dt.date(2026, 9, 3), **fields).value
    letters.save_letter(None, association_id, 2026, number="08-12/3", written_on=dt.date(2025, 9, 3), **fields)
    assert letters.next_number(association_id, 2026) == "8"
    found = letters.letters(association_id, 2026)
    assert [(each.id, each.addressee) for each in found] == [(first, CLEAN)]
    letters.save_letter(first, association_id, 2026, body="Башка текст")
    assert letters.letter(first).body == "Башка текст"
    for wrong in ({"title": ""}, {"body": " "}):
        with pytest.raises(Refused, match="required"):
            letters.save_letter(None, association_id, 2026, **(fields | wrong))
    letters.remove_letter(first)
    assert letters.letters(association_id, 2026) == []
