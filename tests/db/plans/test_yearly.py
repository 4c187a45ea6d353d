"""How a year's plan begins: from the template, from last year's plan."""

from __future__ import annotations

import datetime as dt

import pytest

from db import appointments, calendar
from db.errors import Refused
from db.members import leave, members
from db.plans import course, heads, lines, sections, yearly
from db.rules.calendar import Holiday
from db.stock_files import plan_sections
from tests.db.plans.conftest import QUARTERS, TODAY, YEAR, AddLine

NEXT = YEAR + 1


@pytest.mark.parametrize("language", ["ky", "ru"])
def test_the_template_brings_the_usual_sections_and_lines(
    association_id: int, people: list[int], language: str
) -> None:
    appointments.appoint(association_id, "leader", people[0], since=dt.date(2026, 8, 1))
    count = yearly.start_from_template(association_id, YEAR, language).value
    found = lines.lines(association_id, YEAR, TODAY)
    assert len(found) == count >= 45
    assert [each.number for each in sections.sections(association_id)] == list(range(1, 16))
    usual = [getattr(line, language) for section in plan_sections() for line in section.lines]
    assert [each.text for each in found] == usual
    assert {each.owner_ids for each in found} == {(people[0],), ()}
    assert {each.section_number for each in found} == set(range(1, 16))
    with pytest.raises(Refused) as refused:
        yearly.start_from_template(association_id, YEAR, language)
    assert (refused.value.code, refused.value.values) == ("plan_not_empty", {"count": count})


def test_the_template_keeps_the_sections_that_are_there(association_id: int, section_ids: list[int]) -> None:
    usual = plan_sections()[0]
    own = sections.save_section(None, association_id, "", usual.ru.upper(), 7).value
    yearly.start_from_template(association_id, YEAR, "ky")
    by_id = {each.id: each for each in sections.sections(association_id)}
    assert {own, *section_ids} <= by_id.keys()
    assert len({each.number for each in by_id.values()}) == len(by_id)
    assert [each.text for each in lines.lines(association_id, YEAR, TODAY) if each.section_id == own] == [
        line.ky for line in usual.lines
    ]


def test_last_years_plan_in_the_new_calendar(association_id: int, add: AddLine, people: list[int]) -> None:
    year = calendar.usual_year(NEXT)
    autumn = Holiday("autumn", dt.date(2027, 11, 8), dt.date(2027, 11, 14))
    calendar.save_school_year(NEXT, year.begins, year.ends, year.quarters, [autumn, *year.holidays[1:]])
    heads.save_head(association_id, YEAR, theme="Окуу сабаттуулугу")
    gone = members(association_id)[4]
    made = {
        "айлык": add("айлык", term="month", month=11, owner_ids=[people[0], gone.person_id]),
        "күнү": add("күнү", term="day", begins=dt.date(2026, 11, 12), classes="4-А"),
        "жылган": add("жылган", term="quarter", quarter=1),
        "белгиленген": add("белгиленген", term="year"),
    }
    course.move_term(made["жылган"], TODAY, "Карантин", term="quarter", quarter=2)
    course.mark_line(made["белгиленген"], TODAY)
    course.cancel_line(add("чыгарылган"), TODAY, "Керек эмес")
    add("кезексиз", unplanned=True)
    leave(gone.id, dt.date(2027, 6, 1))
    shifted = yearly.start_from_last_year(association_id, NEXT).value
    found = {each.text: each for each in lines.lines(association_id, NEXT, TODAY)}
    assert found.keys() == made.keys()
    assert tuple(each.id for each in found.values()) == shifted.lines
    assert found["айлык"].owner_ids == (people[0],)
    assert (found["жылган"].quarter, found["жылган"].state) == (1, "planned")
    day = found["күнү"].begins
    assert day is not None
    assert not autumn.begins <= day <= autumn.ends
    by_text = {text: {code for line_id, code in shifted.to_decide if line_id == found[text].id} for text in found}
    assert by_text["белгиленген"] == set()
    assert by_text["айлык"] == {"owner_left", "not_done"}
    assert by_text["жылган"] == {"moved", "not_done"}
    assert {"classes", "not_done"} <= by_text["күнү"]
    assert heads.head(association_id, NEXT).theme == "Окуу сабаттуулугу"


def test_a_day_that_falls_into_the_holidays_is_moved_and_told(association_id: int, add: AddLine) -> None:
    add(term="day", begins=QUARTERS[1].begins)
    year = calendar.usual_year(NEXT)
    day = year.quarters[1].begins
    days_off = Holiday("autumn", day, day + dt.timedelta(days=6))
    calendar.save_school_year(NEXT, year.begins, year.ends, year.quarters, [days_off])
    shifted = yearly.start_from_last_year(association_id, NEXT).value
    of = lines.line(shifted.lines[0], TODAY)
    assert of.begins == day + dt.timedelta(days=7)
    assert (shifted.lines[0], "holiday") in shifted.to_decide


def test_without_a_plan_of_last_year_there_is_nothing_to_take(association_id: int, add: AddLine) -> None:
    with pytest.raises(Refused, match="plan_missing"):
        yearly.start_from_last_year(association_id, YEAR)
    add()
    with pytest.raises(Refused, match="plan_not_empty"):
        yearly.start_from_last_year(association_id, YEAR)


def test_an_empty_plan_has_the_usual_sections_alone(association_id: int) -> None:
    assert yearly.start_empty(association_id, YEAR).value == 15
    assert len(sections.sections(association_id)) == 15
    assert lines.lines(association_id, YEAR, TODAY) == []
    assert yearly.start_empty(association_id, YEAR).seq == 0
