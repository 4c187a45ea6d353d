"""An association of twelve with five criteria, and a quarter that is evaluated by them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from db import appointments, calendar, records
from db.evaluations.periods import open_period
from db.evaluations.reading import asked, evaluation, sheets
from db.history import action
from db.members import members
from db.models.evaluations import CriteriaSection, CriteriaVersion, Criterion
from db.rules.calendar import Span
from tests.conftest import MakeAssociation

YEAR = 2026
QUARTERS = tuple(calendar.usual_year(YEAR).quarters)
FIRST: Span = QUARTERS[0]
CRITERIA = (
    ("Билим сапаты", "Качество знаний", "level", 100, False, False),
    ("Ачык сабак", "Открытый урок", "item", 100, True, False),
    ("Улантуучулук", "Преемственность", "level", 50, False, True),
    ("Ата-энелер менен иш", "Работа с родителями", "level", 50, False, False),
    ("Тартиптик жаза", "Взыскание", "minus", 50, False, False),
)
"""Names, rule, cap in tenths, needs a proof, may not apply."""

Rate = Callable[..., None]


@action("criteria.add")
def add_criteria(association_id: int) -> int:
    """Adopt the five criteria; returns the version."""
    version = records.insert(CriteriaVersion, association=association_id, number=1, title="1", state="adopted")
    section = records.insert(CriteriaSection, criteria_version=version, position=1, ky="Окутуу", ru="Обучение")
    for position, (ky, ru, rule, most, needs, may_not) in enumerate(CRITERIA, start=1):
        records.insert(
            Criterion, criteria_section=section, position=position, ky=ky, ru=ru, rule=rule, most=most,
            needs_proof=needs, may_not_apply=may_not,
        )  # fmt: skip
    return version


@pytest.fixture
def association_id(make_association: MakeAssociation) -> int:
    """Twelve members; the first in the list leads; the criteria are adopted."""
    made = make_association()
    calendar.ensure_school_year(YEAR)
    appointments.appoint(made, "leader", members(made)[0].person_id, since=FIRST.begins)
    add_criteria(made)
    return made


@pytest.fixture
def quarter(association_id: int) -> int:
    """The first quarter, opened."""
    return open_period(association_id, YEAR, "quarter", 1).value


@pytest.fixture
def criteria(quarter: int) -> list[int]:
    """The ids of the five criteria in their order."""
    return [each.id for each in asked(evaluation(quarter).criteria_version_id)]


@pytest.fixture
def sheet_ids(quarter: int) -> list[int]:
    """The ids of the twelve sheets by name."""
    return [each.row.id for each in sheets(quarter)]
