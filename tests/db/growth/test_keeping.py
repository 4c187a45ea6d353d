"""Records of growth: written, refused, read between days, by person and association; their fixed number of queries."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest

from db import members, schools
from db.calendar_file import Words, calendar_file
from db.errors import Refused
from db.events import activities
from db.growth import due, keeping, reading
from db.growth.kinds import OF_PERSON
from db.history import Change
from db.journal.reading import Wanted, entries
from db.meetings.sheet import sheet
from db.settings import set_
from db.undo import redo, undo
from tests.conftest import CountQueries, MakeAssociation, MakeMeeting
from tests.db.core import everything

TODAY = dt.date(2026, 11, 22)
FIELDS: dict[str, dict[str, Any]] = {
    "course": {"topic": "Баалоо", "hours": 72, "begins": dt.date(2026, 3, 1), "ends": dt.date(2026, 3, 15)},
    "attestation": {"category": "first", "given_on": dt.date(2026, 4, 1), "valid_until": dt.date(2027, 4, 1)},
    "self_education": {"topic": "Критикалык ой жүгүртүү", "first_year": 2025},
    "practice": {"topic": "Топтук иш", "result": "сапат 48 → 63 %"},
    "mentoring": {"begins": dt.date(2026, 9, 1)},
    "award": {"title": "Ардак грамота", "year": 2019},
    "methodical_work": {"kind": "seminar", "title": "Функционалдык сабаттуулук", "held_on": dt.date(2026, 10, 5)},
}


def add_all(association_id: int, person_id: int, other_id: int) -> dict[str, int]:
    """One record of each kind about a person."""
    more = {"mentoring": {"novice_id": other_id}}
    return {
        table: keeping.add(table, association_id, person_id, **FIELDS[table], **more.get(table, {})).value
        for table in OF_PERSON
    }


def test_every_kind_is_written_read_changed_and_taken_away(association_id: int, people: list[int]) -> None:
    made = add_all(association_id, people[0], people[1])
    for table, row_id in made.items():
        (found,) = reading.READERS[table](association_id)
        assert (found.id, found.person_id) == (row_id, people[0])
        assert reading.READERS[table](association_id, people[2]) == ()
        assert reading.record(table, row_id) == found
        keeping.remove(table, row_id)
        assert reading.READERS[table](association_id) == ()
        with pytest.raises(Refused) as refused:
            reading.record(table, row_id)
        assert refused.value.code == "record_missing"
    undo()
    assert len(reading.methodical_works(association_id)) == 1


def test_a_category_goes_onto_the_card_unless_that_is_newer(association_id: int, people: list[int]) -> None:
    person_id = people[0]
    new = keeping.add("attestation", association_id, person_id, category="first", given_on=dt.date(2026, 4, 1))
    keeping.add("attestation", association_id, person_id, category="second", given_on=dt.date(2019, 4, 1))
    known = schools.person(person_id)
    assert (known.category, known.category_year) == ("first", 2026)
    keeping.change("attestation", new.value, category="highest")
    assert schools.person(person_id).category == "highest"
    undo()
    assert schools.person(person_id).category == "first"
    schools.save_person(people[1], category="highest", category_year=2024)
    keeping.add("attestation", association_id, people[1], category="second", given_on=dt.date(2015, 4, 1))
    assert schools.person(people[1]).category == "highest"


@pytest.mark.parametrize(
    ("table", "fields", "code", "field"),
    [
        ("course", {"hours": 72}, "required", "topic"),
        ("course", {"topic": "Баалоо", "begins": TODAY, "ends": dt.date(2026, 1, 1)}, "ends_before_begins", "ends"),
        ("course", {"topic": "Баалоо", "hours": 2_000_000}, "value_not_allowed", None),
        ("attestation", {"category": "best"}, "value_not_allowed", None),
        ("self_education", {"topic": "Тема", "first_year": 20}, "year_out_of_range", "first_year"),
        ("mentoring", {}, "required", "novice_id"),
        ("award", {"title": "А" * 2000}, "text_too_long", "title"),
    ],
)
def test_what_is_refused(
    association_id: int, people: list[int], table: str, fields: dict[str, Any], code: str, field: str | None
) -> None:
    with pytest.raises(Refused) as refused:
        keeping.add(table, association_id, people[0], **fields)
    assert refused.value.code == code
    assert field in (None, refused.value.field)
    assert reading.READERS[table](association_id) == ()


def test_nobody_is_her_own_mentor(association_id: int, people: list[int]) -> None:
    with pytest.raises(Refused) as refused:
        keeping.add("mentoring", association_id, people[0], novice_id=people[0])
    assert refused.value.code == "own_mentor"


def test_stages_and_steps_stand_under_their_record(
    association_id: int, people: list[int], make_meeting: MakeMeeting
) -> None:
    made = add_all(association_id, people[0], people[1])
    item_id = sheet(make_meeting(association_id, dt.date(2026, 11, 14))).agenda[0].row.id
    keeping.add_part("self_education_stage", made["self_education"], text="Окуу", deadline=dt.date(2026, 11, 1))
    done = keeping.add_part("self_education_stage", made["self_education"], text="Отчёт").value
    keeping.change("self_education_stage", done, done_on=TODAY, agenda_item_id=item_id)
    (topic,) = reading.self_education(association_id)
    assert [each.text for each in topic.stages] == ["Окуу", "Отчёт"]
    assert [each.overdue(TODAY) for each in topic.stages] == [True, False]
    assert topic.stages[1].meeting_day == dt.date(2026, 11, 14)
    for stage, day in (("spread", TODAY), ("study", dt.date(2026, 1, 10)), ("generalise", None)):
        keeping.add_part("practice_step", made["practice"], stage=stage, done_on=day, level="district")
    (practice,) = reading.practices(association_id, begins=dt.date(2026, 9, 1))
    assert [each.stage for each in practice.steps] == ["study", "spread", "generalise"]
    assert practice.stage == "spread"
    assert reading.practices(association_id, begins=dt.date(2027, 1, 1)) == ()
    keeping.remove("practice", made["practice"])
    with pytest.raises(Refused):
        keeping.add_part("practice_step", made["practice"], stage="study")


def test_another_associations_question_is_refused(
    association_id: int, people: list[int], make_association: MakeAssociation, make_meeting: MakeMeeting
) -> None:
    other = make_association(2, name_ky="Математика")
    item_id = sheet(make_meeting(other, dt.date(2026, 11, 14))).agenda[0].row.id
    with pytest.raises(Refused) as refused:
        keeping.add("course", association_id, people[0], topic="Баалоо", shared_item_id=item_id)
    assert refused.value.code == "record_missing"


def test_who_is_in_two_associations_has_one_course(
    association_id: int, people: list[int], make_association: MakeAssociation
) -> None:
    other = make_association(1, name_ky="Математика")
    shared = members.members(other)[0].person_id
    keeping.add("course", other, shared, topic="Баалоо")
    stranger = next(each for each in people if each != shared)
    keeping.add("course", association_id, stranger, topic="Кеңири билим")
    assert {each.topic for each in reading.courses(association_id)} == {"Баалоо", "Кеңири билим"}
    assert [each.topic for each in reading.courses(other)] == ["Баалоо"]


def test_days_bound_what_is_read(association_id: int, people: list[int]) -> None:
    add_all(association_id, people[0], people[1])
    first, last = dt.date(2026, 9, 1), dt.date(2027, 5, 31)
    found = {table for table in OF_PERSON if reading.READERS[table](association_id, None, first, last)}
    assert found == {"self_education", "mentoring", "methodical_work"}
    assert reading.awards(association_id, None, dt.date(2019, 9, 1), dt.date(2020, 5, 31))
    assert reading.courses(association_id, None, dt.date(2026, 3, 15), dt.date(2026, 3, 15))


def test_what_falls_due(association_id: int, people: list[int]) -> None:
    made = add_all(association_id, people[0], people[1])
    keeping.add_part("self_education_stage", made["self_education"], text="Окуу", deadline=dt.date(2026, 11, 1))
    found = due.due(association_id, TODAY)
    assert [(each.kind, each.day, each.months) for each in found] == [
        ("stage", dt.date(2026, 11, 1), None), ("attestation", dt.date(2027, 4, 1), 6),
    ]  # fmt: skip
    set_("course_years", "1", association_id)
    assert ("course", dt.date(2027, 3, 15), 6) in [
        (each.kind, each.day, each.months) for each in due.due(association_id, TODAY)
    ]


def test_the_phone_is_told_what_falls_due(association_id: int, people: list[int]) -> None:
    made = add_all(association_id, people[0], people[1])
    for text in ("Окуу", "Отчёт"):
        keeping.add_part("self_education_stage", made["self_education"], text=text, deadline=dt.date(2026, 12, 1))
    words = Words("", "", growth={"stage": "{text} – {name}", "attestation": "{text}"}, categories={"first": "биринчи"})
    file = calendar_file(association_id, TODAY, words).decode()
    assert file.count("BEGIN:VEVENT") == len(set(re.findall(r"UID:\S+", file))) == 3
    assert "биринчи" in file


def test_every_action_is_taken_back_and_done_again(association_id: int, people: list[int]) -> None:
    made = add_all(association_id, people[0], people[1])
    course = made["course"]
    actions: list[Callable[[], Change[Any]]] = [
        lambda: keeping.add("attestation", association_id, people[1], category="highest", given_on=TODAY),
        lambda: keeping.add_courses(association_id, people[:2], topic="Баалоо"),
        lambda: keeping.add_part("practice_step", made["practice"], stage="study", done_on=TODAY),
        lambda: keeping.change("course", course, topic="Жаңы", hours=36),
        lambda: keeping.remove("practice", made["practice"]),
    ]
    for act in actions:
        before = everything()
        act()
        after = everything()
        undo()
        standing = {table: [row for row in found if row in before[table]] for table, found in everything().items()}
        assert standing == before != after
        redo()
        assert everything() == after


def test_the_lessons_of_a_pair(association_id: int, people: list[int]) -> None:
    mentor, novice = people[:2]
    keeping.add("mentoring", association_id, mentor, novice_id=novice, begins=dt.date(2026, 9, 1))
    (pair,) = reading.mentoring(association_id)
    for day, teacher, visitor in ((1, novice, mentor), (2, mentor, novice), (3, people[2], mentor)):
        held = dt.date(2026, 10, day)
        activities.add_activity(
            association_id, 2026, "visit", "Тема", responsible_ids=[teacher], visitor_ids=[visitor], held_on=held,
            held_by=TODAY,
        )  # fmt: skip
    assert [(each.day.day, each.teacher_id) for each in reading.mentored_lessons(pair)] == [(2, mentor), (1, novice)]


def test_reading_takes_the_same_queries_however_many(
    association_id: int, people: list[int], count_queries: CountQueries
) -> None:
    def count() -> int:
        with count_queries() as statements:
            for table in OF_PERSON:
                reading.READERS[table](association_id)
        return len(statements)

    made = add_all(association_id, people[0], people[1])
    keeping.add_part("practice_step", made["practice"], stage="study")
    keeping.add_part("self_education_stage", made["self_education"], text="Окуу")
    few = count()
    for person_id in people[1:6]:
        made = add_all(association_id, person_id, people[0])
        keeping.add_part("practice_step", made["practice"], stage="study")
    assert count() == few == 9


def test_the_journal_tells_of_it(association_id: int, people: list[int]) -> None:
    made = add_all(association_id, people[0], people[1])
    keeping.add_part("practice_step", made["practice"], stage="spread", done_on=TODAY)
    keeping.add("award", association_id, people[0], title="Алкыш кат", awarded_on=TODAY)
    found = entries(association_id, Wanted(group="growth"))
    told = [(each.what, each.title, each.table, each.row_id) for each in found]
    assert ("practice_spread", "Топтук иш", "practice", made["practice"]) in told
    assert [what for what, *_rest in told] == [
        "practice_spread", "awarded", "work_seminar", "category_first", "course_taken"
    ]  # fmt: skip
    assert {each.person_ids for each in found} == {(people[0],)}
