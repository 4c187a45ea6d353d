"""Three answers and one can begin."""

import datetime as dt

import pytest

from db import settings
from db.appointments import leader
from db.associations import association, associations
from db.calendar import school_year
from db.connection import execute
from db.errors import Refused
from db.first_start import first_meeting, is_set_up, set_up, usual_titles
from db.meetings import sheet
from db.members import members
from db.schools import school
from db.stock_files import association_choices

TODAY = dt.date(2026, 11, 22)


def test_three_answers_make_all_that_a_meeting_needs(store):
    choice = association_choices()[0]
    assert not is_set_up()
    change = set_up(
        "№ 7 мектеп", "", choice.name_ky, choice.name_ru, "Асанова Гүлнара Маратовна", TODAY, choice.profile
    )
    started = change.value
    assert is_set_up()
    assert school().name_ky == "№ 7 мектеп"
    assert association(started.association_id).profile == "primary"
    assert [(each.id, each.roles) for each in members(started.association_id)] == [(started.member_id, ("leader",))]
    assert leader(started.association_id, TODAY).person_id == started.person_id
    assert not school_year(2026).confirmed
    assert settings.phrases("decided")
    assert execute("SELECT action, who FROM event") == [("first_start.set_up", "Асанова Г. М.")]


@pytest.mark.parametrize(
    ("answers", "code", "field"),
    [
        ((" ", "", "УБ", "", "Асанова Гүлнара"), "required", "school"),
        (("№ 7", "", "", "", "Асанова Гүлнара"), "required", "association"),
        (("№ 7", "", "УБ", "", "  "), "required", "leader"),
        (("№ 7", "", "УБ", "", "Асанова"), "given_missing", "leader"),
    ],
)
def test_an_answer_left_out_is_named_and_nothing_is_made(store, answers, code, field):
    with pytest.raises(Refused) as refusal:
        set_up(*answers, TODAY)
    assert (refusal.value.code, refusal.value.field) == (code, field)
    assert (school(), associations()) == (None, [])


def test_the_first_meeting_is_today_with_the_usual_items_of_the_month(store):
    choice = association_choices()[0]
    started = set_up("№ 7 мектеп", "", choice.name_ky, "", "Асанова Гүлнара", TODAY).value
    meeting_id = first_meeting(started.association_id, TODAY).value
    found = sheet.sheet(meeting_id)
    assert (found.meeting.number, found.meeting.held_on, found.meeting.state) == (1, TODAY, "planned")
    assert len(found.items) == 4
    assert found.items[0].row.title == "1-чейректин жыйынтыгы, билим сапатынын диаграммасы жөнүндө"
    assert found.meeting.chair_id == started.person_id


@pytest.mark.parametrize(("month", "usual"), [(8, 8), (9, 8), (12, 11), (4, 3), (7, 5)])
def test_a_month_without_usual_items_takes_those_before_it(store, month, usual):
    settings.load_stock()
    assert usual_titles(month, "ky") == usual_titles(usual, "ky") != []


def test_one_can_begin_on_a_computer_whose_clock_stands_in_1970(store):
    started = set_up("№ 7 мектеп", "", "УБ", "", "Асанова Гүлнара", dt.date(1970, 1, 1)).value
    assert school_year(1969) is None
    assert first_meeting(started.association_id, dt.date(1970, 1, 1)).value
