"""The register of calendar plans: bad input at its field, considered at a meeting that was held."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from db import undo
from db.curriculum import plans
from db.errors import Refused
from db.meetings import planning
from db.members import leave, members
from tests.conftest import CountQueries
from tests.db.curriculum.conftest import HELD, YEAR, AddPlan


def test_plans_stand_by_teacher_and_class(association_id: int, registered: list[int], add: AddPlan) -> None:
    add(1, class_name="10 б", subject="Физика", hours_week="2.50")
    found = plans.plans(association_id, YEAR)
    assert [(each.name.listed, each.class_name, each.subject) for each in found] == [
        ("Асанова Г. М.", "4-А", "Математика"),
        ("Асанова Г. М.", "4-А", "Кыргыз тили"),
        ("Асанова Г. М.", "10-Б", "Физика"),
        ("Качкынбай кызы Н.", "4-Б", "Математика"),
        ("Өмүралиева С. Т.", "3-А", "Математика"),
    ]
    assert found[2].hours_week == "2,5"


@pytest.mark.parametrize(
    ("fields", "code", "field"),
    [
        ({"subject": ""}, "required", "subject"),
        ({"person_id": None}, "required", "person_id"),
        ({"class_name": "13-А"}, "class_unknown", "class_name"),
        ({"class_name": "тайпа"}, "class_unknown", "class_name"),
        ({"hours_week": "0"}, "hours_week_unclear", "hours_week"),
        ({"hours_week": "400"}, "hours_week_unclear", "hours_week"),
        ({"hours_week": "беш"}, "hours_week_unclear", "hours_week"),
        ({"hours_week": "NaN"}, "hours_week_unclear", "hours_week"),
        ({"hours_year": 0}, "hours_year_unclear", "hours_year"),
        ({"agreed_on": dt.date(2030, 1, 1)}, "day_outside_year", "agreed_on"),
        ({"subject": "МАТЕМАТИКА", "class_name": "4а"}, "calendar_plan_known", "subject"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    registered: list[int], add: AddPlan, fields: dict[str, Any], code: str, field: str
) -> None:
    with pytest.raises(Refused) as refused:
        add(**{"person": 1, "subject": "Музыка"} | fields)
    assert (refused.value.code, refused.value.field) == (code, field)


def test_who_left_before_the_year_has_no_plan_in_it(association_id: int, add: AddPlan) -> None:
    leave(members(association_id)[0].id, dt.date(2026, 8, 20))
    with pytest.raises(Refused) as refused:
        add(0)
    assert (refused.value.code, refused.value.values["name"]) == ("owner_left", "Асан уулу Б.")


def test_many_are_considered_at_a_meeting_at_once(association_id: int, registered: list[int], meeting_id: int) -> None:
    plans.set_step(registered[:3], "considered", None, meeting_id)
    plans.set_step(registered[:1], "agreed", dt.date(2026, 11, 16))
    found = {each.id: each for each in plans.plans(association_id, YEAR)}
    assert [found[each].considered_on for each in registered] == [HELD, HELD, HELD, None]
    assert (found[registered[0]].meeting_number, found[registered[0]].agreed_on) == (1, dt.date(2026, 11, 16))
    undo.undo()
    undo.undo()
    assert plans.plan(registered[0]).considered_on is None
    ahead = planning.plan(association_id, dt.date(2026, 12, 4)).value
    with pytest.raises(Refused, match="meeting_not_held"):
        plans.set_step(registered, "considered", None, ahead)


def test_the_register_is_one_query(association_id: int, registered: list[int], count_queries: CountQueries) -> None:
    with count_queries() as statements:
        plans.plans(association_id, YEAR)
    assert len(statements) == 1


def test_plans_are_taken_off_and_come_back(association_id: int, registered: list[int]) -> None:
    plans.remove_plans(registered[:2])
    assert len(plans.plans(association_id, YEAR)) == 2
    undo.undo()
    assert len(plans.plans(association_id, YEAR)) == 4
