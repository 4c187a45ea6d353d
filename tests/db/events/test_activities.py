"""Activities entered, changed, held, moved and called off, and what is refused: bad input leaves nothing behind."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from db import search, undo
from db.errors import Refused
from db.events import activities, results
from db.members import leave, members
from tests.conftest import CountQueries
from tests.db.events.conftest import TODAY, YEAR, Add, of


def test_a_lesson_is_entered_once_with_all_that_it_says(add: Add, people: list[int]) -> None:
    lesson_id = add(
        "  Бөлчөктөрдү кошуу ",
        form="Жаңы билимди өздөштүрүү",
        subject="математика",
        classes="4 «а», 4б, 4-А",
        room="№ 12 кабинет",
        held_on=dt.date(2026, 11, 27),
        ends_on=dt.date(2026, 11, 27),
        lesson=3,
        starts="9.40",
        level="school",
        visitor_ids=[people[3], people[2], people[3]],
        guests=["ОББ Эсенова Г. Т.", " "],
        aim="Баалоону\nкөрүү",
    )
    lesson = of(lesson_id)
    assert (lesson.title, lesson.kind, lesson.state) == ("Бөлчөктөрдү кошуу", "open_lesson", "planned")
    assert (lesson.classes, lesson.class_names) == ("4-А, 4-Б", ("4-А", "4-Б"))
    assert (lesson.held_on, lesson.ends_on, lesson.lesson, lesson.starts) == (
        dt.date(2026, 11, 27), None, 3, "09:40",
    )  # fmt: skip
    assert [each.name.listed for each in lesson.responsible] == ["Асанова Г. М."]
    assert (lesson.visitor_ids, lesson.guests) == ((people[3], people[2]), ("ОББ Эсенова Г. Т.",))
    assert lesson.visitors[2].name.listed == "ОББ Эсенова Г. Т."
    assert lesson == activities.activities(lesson.association_id, YEAR)[0]
    assert [each.kind for each in search.find("болчок")] == ["activity"]


@pytest.mark.parametrize(
    ("fields", "code", "field"),
    [
        ({"held_on": dt.date(2025, 11, 15)}, "day_outside_year", "held_on"),
        ({"held_on": dt.date(2026, 11, 15), "ends_on": dt.date(2027, 8, 1)}, "day_outside_year", "ends_on"),
        ({"held_on": dt.date(2026, 11, 15), "ends_on": dt.date(2026, 11, 1)}, "span_reversed", "ends_on"),
        ({"lesson": 0}, "number_out_of_range", "lesson"),
        ({"lesson": 2**70}, "number_out_of_range", "lesson"),
        ({"starts": "25.00"}, "time_expected", "starts"),
        ({"kind": "party"}, "value_not_allowed", "kind"),
        ({"level": "galaxy"}, "value_not_allowed", "level"),
        ({"classes": "4" * 600}, "text_too_long", "classes"),
        ({"participants": 2**63}, "number_too_large", "participants"),
        ({"responsible_ids": [987654]}, "record_missing", "responsible_ids"),
        ({"responsible_ids": []}, "required", "responsible_ids"),
        ({"kind": "week", "title": " "}, "required", "title"),
        ({"part_of_id": 987654}, "record_missing", None),
    ],
)
def test_bad_input_is_refused_with_its_field(
    association_id: int, add: Add, fields: dict[str, Any], code: str, field: str | None
) -> None:
    with pytest.raises(Refused) as refused:
        add(**fields)
    assert (refused.value.code, refused.value.field) == (code, field)
    assert activities.activities(association_id, YEAR) == []


def test_hostile_text_stays_text_and_is_cleaned(add: Add) -> None:
    lesson = of(add("[/] 5 < 6 \x1b[31m</w:t>\u202e", room="=cmd()"))
    assert (lesson.title, lesson.room) == ("[/] 5 < 6 </w:t>", "=cmd()")


def test_who_has_left_by_that_day_gives_no_lesson_and_visits_none(
    association_id: int, add: Add, people: list[int]
) -> None:
    leave(members(association_id)[1].id, dt.date(2026, 12, 1))
    early = add(held_on=dt.date(2026, 11, 30))
    for fields in ({"responsible_ids": [people[1]]}, {"responsible_ids": [people[0]], "visitor_ids": [people[1]]}):
        with pytest.raises(Refused) as refused:
            add(held_on=dt.date(2026, 12, 1), **fields)
        assert (refused.value.code, refused.value.values["name"]) == ("owner_left", "Асанова Г. М.")
    with pytest.raises(Refused, match="owner_left"):
        activities.change_activity(early, held_on=dt.date(2026, 12, 5))
    with pytest.raises(Refused, match="owner_left"):
        activities.move_activity(early, TODAY, "карантин", held_on=dt.date(2026, 12, 5))


def test_held_on_its_day_and_taken_back(add: Add) -> None:
    lesson_id, undated = add(held_on=dt.date(2026, 11, 23)), add("Күнү жок")
    with pytest.raises(Refused, match="activity_not_yet"):
        activities.hold_activity(lesson_id, TODAY)
    activities.hold_activity(lesson_id, dt.date(2026, 11, 25))
    activities.hold_activity(undated, TODAY)
    assert (of(lesson_id).state, of(lesson_id).held_on) == ("held", dt.date(2026, 11, 23))
    assert (of(undated).state, of(undated).held_on) == ("held", TODAY)
    with pytest.raises(Refused, match="activity_held"):
        activities.cancel_activity(lesson_id, "карантин")
    activities.reopen_activity(lesson_id)
    assert of(lesson_id).state == "planned"


def test_moved_with_a_reason_and_the_old_day_stays_known(add: Add) -> None:
    lesson_id = add(held_on=dt.date(2026, 11, 20), lesson=2)
    for reason, day, code in ((" ", 25, "reason_missing"), ("карантин", 20, "day_same")):
        with pytest.raises(Refused, match=code):
            activities.move_activity(lesson_id, TODAY, reason, held_on=dt.date(2026, 11, day))
    activities.move_activity(lesson_id, TODAY, "карантин", held_on=dt.date(2026, 11, 27), lesson=4)
    lesson = of(lesson_id)
    assert (lesson.held_on, lesson.lesson) == (dt.date(2026, 11, 27), 4)
    moved = lesson.moves[0]
    assert (moved.moved_on, moved.old_day, moved.old_lesson, moved.reason) == (
        TODAY, dt.date(2026, 11, 20), 2, "карантин",
    )  # fmt: skip
    undo.undo()
    assert (of(lesson_id).held_on, of(lesson_id).moves) == (dt.date(2026, 11, 20), ())


def test_a_week_takes_its_planned_events_along(add: Add) -> None:
    week = add("Математика жумалыгы", kind="week", held_on=dt.date(2026, 11, 23), ends_on=dt.date(2026, 11, 28))
    quiz = add("Викторина", kind="subject_event", held_on=dt.date(2026, 11, 25), part_of_id=week)
    done = add("Ачылышы", kind="subject_event", held_on=dt.date(2026, 11, 20), part_of_id=week)
    activities.hold_activity(done, TODAY)
    activities.move_activity(week, TODAY, "карантин", held_on=dt.date(2026, 11, 30))
    assert (of(week).held_on, of(week).ends_on) == (dt.date(2026, 11, 30), dt.date(2026, 12, 5))
    assert (of(quiz).held_on, of(quiz).moves[0].reason) == (dt.date(2026, 12, 2), "карантин")
    assert of(done).held_on == dt.date(2026, 11, 20)
    parts = activities.activities(of(week).association_id, YEAR, part_of_id=week)
    assert [each.id for each in parts] == [done, quiz]
    for wrong in ({"kind": "week"}, {"part_of_id": quiz}):
        with pytest.raises(Refused, match="part_of_wrong"):
            add("Иш", **({"kind": "subject_event", "part_of_id": week} | wrong))
    with pytest.raises(Refused) as refused:
        activities.remove_activity(week)
    assert (refused.value.code, refused.value.values["count"]) == ("week_not_empty", 2)


def test_called_off_with_a_reason_and_moved_no_more(add: Add) -> None:
    lesson_id = add(held_on=dt.date(2026, 11, 20))
    with pytest.raises(Refused, match="reason_missing"):
        activities.cancel_activity(lesson_id, "  ")
    activities.cancel_activity(lesson_id, "мугалим ооруп калды")
    assert (of(lesson_id).state, of(lesson_id).reason) == ("cancelled", "мугалим ооруп калды")
    for act in (activities.hold_activity, activities.reopen_activity):
        if act is activities.hold_activity:
            with pytest.raises(Refused, match="activity_cancelled"):
                act(lesson_id, TODAY)
        else:
            act(lesson_id)
    assert (of(lesson_id).state, of(lesson_id).reason) == ("planned", "")


def test_people_and_results_change_and_are_taken_away(add: Add, people: list[int]) -> None:
    event = add("Сынак", kind="contest", level="district")
    for visitor in (people[0], people[4]):
        activities.change_activity(event, visitor_ids=[visitor], guests=["Район өкүлү"])
    assert (of(event).visitor_ids, of(event).guests) == ((people[4],), ("Район өкүлү",))
    first = results.save_result(None, event, "pupil", name="Айдай", class_name="4а", place="1-орун", award="грамота")
    results.save_result(None, event, "class", class_name="3-Б", place="2-орун")
    results.save_result(first.value, event, "pupil", name="Айдай Т.", class_name="4а", place="1-орун")
    assert [(each.kind, each.name, each.class_name, each.place, each.award) for each in of(event).outcomes] == [
        ("class", "", "3-Б", "2-орун", ""), ("pupil", "Айдай Т.", "4-А", "1-орун", ""),
    ]  # fmt: skip
    results.remove_result(first.value)
    assert len(of(event).outcomes) == 1
    for kind, field in (("class", "class_name"), ("pupil", "name")):
        with pytest.raises(Refused) as refused:
            results.save_result(None, event, kind)
        assert (refused.value.code, refused.value.field) == ("required", field)


def test_a_year_is_read_with_the_same_queries_however_long(
    association_id: int, add: Add, people: list[int], count_queries: CountQueries
) -> None:
    add("Акыркы", kind="week")
    add("Эртеңки", held_on=dt.date(2026, 11, 23), lesson=5, classes="4-А", visitor_ids=people[2:4])
    add("Бүгүнкү", held_on=TODAY, responsible_ids=[people[0]])
    with count_queries() as few:
        found = activities.activities(association_id, YEAR)
    assert [each.title for each in found] == ["Бүгүнкү", "Эртеңки", "Акыркы"]
    for number in range(30):
        add(f"Сабак {number}", held_on=dt.date(2026, 12, 1), lesson=number % 6 + 1)
    with count_queries() as many:
        assert len(activities.activities(association_id, YEAR)) == 33
    assert len(few) == len(many) == 4
    by = {
        "kinds": ({"kinds": ("week", "contest")}, ["Акыркы"]),
        "person": ({"person_id": people[2]}, ["Эртеңки"]),
        "class": ({"class_name": "4а"}, ["Эртеңки"]),
    }
    for query, titles in by.values():
        assert [each.title for each in activities.activities(association_id, YEAR, **query)] == titles


def test_what_others_lean_on_is_not_taken_away(add: Add) -> None:
    from db import records
    from db.history import action
    from db.models.observations import Observation

    lesson_id = add()
    sheet = action("test.sheet")(lambda: records.insert(Observation, activity=lesson_id))().value
    with pytest.raises(Refused, match="activity_in_use"):
        activities.remove_activity(lesson_id)
    action("test.sheet")(lambda: records.remove(Observation, sheet))()
    activities.remove_activity(lesson_id)
    with pytest.raises(Refused, match="record_missing"):
        of(lesson_id)
