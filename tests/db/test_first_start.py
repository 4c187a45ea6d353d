"""Three answers and one can begin."""

import datetime as dt

import pytest

from db import settings
from db.appointments import leader
from db.associations import association, associations
from db.calendar import school_year
from db.connection import execute
from db.errors import Refused
from db.first_start import is_set_up, set_up
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
