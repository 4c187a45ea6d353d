"""The calendar file: what a phone shows, and that it shows a thing once however often the file is taken over."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from icalendar import Calendar

from db.calendar_file import Words, calendar_file
from db.events import activities
from db.meetings import planning
from db.members import members
from db.plans.course import cancel_line, move_term
from db.plans.lines import add_line
from db.plans.sections import save_section
from db.tasks import set_state, tasks
from tests.conftest import MakeAssociation, MakeMeeting

TODAY = dt.date(2026, 11, 22)
WORDS = Words(meeting="№ {number} отурум", task="Мөөнөтү: {text}")
BISHKEK = dt.timezone(dt.timedelta(hours=6))


@pytest.fixture
def association_id(make_association: MakeAssociation) -> int:
    return make_association()


@pytest.fixture
def section_id(association_id: int) -> int:
    return save_section(None, association_id, "Ачык сабактар", "Открытые уроки").value


def events(association_id: int, words: Words = WORDS) -> Iterator[Any]:
    calendar = Calendar.from_ical(calendar_file(association_id, TODAY, words))
    yield from calendar.walk("VEVENT")


def titles(association_id: int) -> list[str]:
    return [str(event["SUMMARY"]) for event in events(association_id)]


def test_a_meeting_stands_at_its_hour_with_place_and_questions(association_id: int, make_meeting: MakeMeeting) -> None:
    make_meeting(association_id)
    meeting, task = events(association_id)
    assert str(meeting["SUMMARY"]) == "№ 1 отурум"
    assert meeting["DTSTART"].dt == dt.datetime(2026, 11, 14, 14, 10, tzinfo=BISHKEK)
    assert meeting["DTEND"].dt == dt.datetime(2026, 11, 14, 15, 5, tzinfo=BISHKEK)
    assert (str(meeting["LOCATION"]), str(meeting["DESCRIPTION"])) == (
        "№ 12 кабинет", "1. 1-чейректин жыйынтыгы жөнүндө",
    )  # fmt: skip
    assert str(task["SUMMARY"]) == "Мөөнөтү: Иштөө планы түзүлсүн."
    assert (task["DTSTART"].dt, task["DTEND"].dt) == (dt.date(2026, 11, 28), dt.date(2026, 11, 29))


def test_the_zone_is_in_the_file_for_phones_that_do_not_know_it(association_id: int) -> None:
    planning.plan(association_id, dt.date(2026, 12, 4), "14:00")
    text = calendar_file(association_id, TODAY, WORDS).decode()
    assert "DTSTART;TZID=Asia/Bishkek:20261204T140000" in text
    assert "TZOFFSETTO:+0600" in text.partition("BEGIN:VEVENT")[0]
    assert "DTEND;TZID=Asia/Bishkek:20261204T150000" in text


def test_a_meeting_without_an_hour_takes_its_day(association_id: int) -> None:
    planning.plan(association_id, dt.date(2026, 12, 4))
    [event] = events(association_id)
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (dt.date(2026, 12, 4), dt.date(2026, 12, 5))


def test_lines_with_a_day_or_a_span_are_there_with_who_does_them(association_id: int, section_id: int) -> None:
    owner = members(association_id)[0]
    lesson = {"kind": "open_lesson", "classes": "4-А", "time_place": "12-кабинет", "owner_ids": [owner.person_id]}
    add_line(association_id, 2026, section_id, "Ачык сабак", term="day", begins=dt.date(2026, 12, 3), **lesson)
    days = {"begins": dt.date(2027, 2, 9), "ends": dt.date(2027, 2, 14)}
    add_line(association_id, 2026, section_id, "Жумалык", term="span", **days)
    add_line(association_id, 2026, section_id, "Ай бою", term="month", month=12)
    add_line(association_id, 2026, section_id, "Жыл бою")
    lesson_event, week = events(association_id)
    assert str(lesson_event["DESCRIPTION"]) == f"4-А\n{owner.name.signed}"
    assert (str(lesson_event["LOCATION"]), lesson_event["TRANSP"]) == ("12-кабинет", "TRANSPARENT")
    assert (week["DTSTART"].dt, week["DTEND"].dt) == (dt.date(2027, 2, 9), dt.date(2027, 2, 15))


def test_what_is_off_or_done_is_not_there(association_id: int, section_id: int, make_meeting: MakeMeeting) -> None:
    make_meeting(association_id)
    [task] = tasks(association_id)
    set_state(task.id, "done", TODAY)
    off = planning.plan(association_id, dt.date(2026, 12, 4), "14:00").value
    planning.cancel(off, "карантин")
    line = add_line(association_id, 2026, section_id, "Ачык сабак", term="day", begins=dt.date(2026, 12, 3)).value
    cancel_line(line, TODAY, "карантин")
    assert titles(association_id) == ["№ 1 отурум"]


def test_a_meeting_and_the_line_that_plans_it_are_one_event(association_id: int, section_id: int) -> None:
    day = dt.date(2026, 12, 4)
    add_line(association_id, 2026, section_id, "4-отурум", kind="meeting", term="day", begins=day)
    assert titles(association_id) == ["4-отурум"]
    planning.plan(association_id, day, "14:00")
    assert titles(association_id) == ["№ 1 отурум"]


def test_a_change_keeps_the_event_and_counts_up(association_id: int, section_id: int) -> None:
    line = add_line(association_id, 2026, section_id, "Ачык сабак", term="day", begins=dt.date(2026, 12, 3)).value
    first = calendar_file(association_id, TODAY, WORDS)
    assert calendar_file(association_id, dt.date(2026, 11, 23), WORDS) == first
    [before] = events(association_id)
    move_term(line, TODAY, "олимпиада", term="day", begins=dt.date(2026, 12, 10))
    [after] = events(association_id)
    assert after["UID"] == before["UID"]
    assert int(after["SEQUENCE"]) > int(before["SEQUENCE"])
    assert after["DTSTART"].dt == dt.date(2026, 12, 10)


def test_typed_text_cannot_add_lines_to_the_file(association_id: int, section_id: int) -> None:
    text = "Ачык; сабак, \\ көбөйтүү:\nEND:VEVENT\nSUMMARY:x"
    add_line(association_id, 2026, section_id, text, term="day", begins=dt.date(2026, 12, 3))
    [event] = events(association_id)
    assert str(event["SUMMARY"]) == text


def test_an_example_says_so_and_an_empty_year_is_a_file_too(association_id: int) -> None:
    example = Words("№ {number} {{}}", "{text}", example="МИСАЛ: ")
    assert list(events(association_id, example)) == []
    planning.plan(association_id, dt.date(2026, 12, 4), "14:00")
    [event] = events(association_id, example)
    assert str(event["SUMMARY"]) == "МИСАЛ: № 1 {}"


def test_an_activity_stands_once_also_where_a_line_of_the_plan_asked_for_it(
    association_id: int, section_id: int
) -> None:
    person = members(association_id)[0].person_id
    day = {"term": "day", "begins": dt.date(2026, 11, 26)}
    line = add_line(association_id, 2026, section_id, "Ачык сабак", kind="open_lesson", owner_ids=[person], **day).value
    values = {"subject": "математика", "title": "Бөлчөктөр", "classes": "4-А", "room": "12", "starts": "9.40"}
    lesson = activities.add_from_line(line, **values).value
    add_line(association_id, 2026, section_id, "Көргөзмө", **day)
    activities.add_activity(
        association_id, 2026, "week", "Жумалык", held_on=dt.date(2026, 12, 7), ends_on=dt.date(2026, 12, 12)
    )
    activities.add_activity(association_id, 2026, "contest", "Күнү жок")
    words = Words(WORDS.meeting, WORDS.task, kinds={"open_lesson": "Ачык сабак"})
    found = {str(event["SUMMARY"]): event for event in events(association_id, words)}
    assert list(found) == ["Ачык сабак – математика: Бөлчөктөр", "Жумалык", "Көргөзмө"]
    event = found["Ачык сабак – математика: Бөлчөктөр"]
    assert event["DTSTART"].dt == dt.datetime(2026, 11, 26, 9, 40, tzinfo=BISHKEK)
    assert (str(event["LOCATION"]), str(event["DESCRIPTION"])) == ("12", "4-А\nБ. Асан уулу")
    assert (found["Жумалык"]["DTSTART"].dt, found["Жумалык"]["DTEND"].dt) == (
        dt.date(2026, 12, 7), dt.date(2026, 12, 13),
    )  # fmt: skip
    activities.move_activity(lesson, TODAY, "карантин", held_on=dt.date(2026, 11, 27))
    assert "Ачык сабак" in titles(association_id)  # the line still says its own day
    activities.cancel_activity(lesson, "карантин")
    assert "Ачык сабак" in titles(association_id)
