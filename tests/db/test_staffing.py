"""Hours without a teacher: open ones first, filled, reported, closed; days that cannot be are refused."""

from __future__ import annotations

import datetime as dt

import pytest

from db import members, staffing, undo
from db.errors import Refused
from tests.conftest import CountQueries, MakeAssociation

SEPTEMBER = dt.date(2026, 9, 1)


@pytest.fixture
def association(make_association: MakeAssociation) -> int:
    return make_association()


def test_open_ones_come_first_the_oldest_on_top(association: int, count_queries: CountQueries) -> None:
    ids = [
        staffing.add_vacancy(association, SEPTEMBER + dt.timedelta(days=day), subject=f"Предмет {day}").value
        for day in (5, 1, 9)
    ]
    staffing.change_vacancy(ids[1], closed_on=dt.date(2026, 10, 1))
    with count_queries() as statements:
        found = staffing.vacancies(association)
    assert [each.id for each in found] == [ids[0], ids[2], ids[1]]
    assert len(statements) == 1
    assert [each.days(dt.date(2026, 10, 8)) for each in found] == [32, 28, 29]


def test_who_fills_in_is_a_person_or_told_in_words(association: int) -> None:
    person = members.members(association)[0]
    vacancy_id = staffing.add_vacancy(association, SEPTEMBER, subject="Математика", hours=18, reason="декрет").value
    assert not staffing.vacancy(vacancy_id).filled
    staffing.change_vacancy(vacancy_id, filled_by_id=person.person_id, filled_since=dt.date(2026, 9, 3))
    found = staffing.vacancy(vacancy_id)
    assert found.filled
    assert found.filler == person.name
    undo.undo()
    staffing.change_vacancy(vacancy_id, filled_how="3-Б класска кошулду")
    assert (staffing.vacancy(vacancy_id).filled, staffing.vacancy(vacancy_id).filler) == (True, None)


def test_a_year_lists_what_was_open_on_a_day_of_it(association: int) -> None:
    old = staffing.add_vacancy(association, dt.date(2025, 9, 1), subject="Эски").value
    staffing.change_vacancy(old, closed_on=dt.date(2026, 5, 1))
    staffing.add_vacancy(association, dt.date(2026, 2, 1), subject="Улантылган")
    listed = {year: [each.subject for each in staffing.vacancies(association, year)] for year in (2024, 2025, 2026)}
    assert listed == {2024: [], 2025: ["Улантылган", "Эски"], 2026: ["Улантылган"]}


@pytest.mark.parametrize("name", ["filled_since", "reported_on", "closed_on"])
def test_no_day_is_before_the_first_one(association: int, name: str) -> None:
    vacancy_id = staffing.add_vacancy(association, SEPTEMBER, subject="Математика").value
    with pytest.raises(Refused) as refused:
        staffing.change_vacancy(vacancy_id, **{name: dt.date(2026, 8, 31)})
    assert (refused.value.code, refused.value.field) == ("day_before_since", name)
    assert refused.value.values == {"since": SEPTEMBER}


def test_what_is_missing_or_not_there_is_refused(association: int) -> None:
    with pytest.raises(Refused, match="required"):
        staffing.add_vacancy(association, SEPTEMBER, subject=" ")
    with pytest.raises(Refused) as refused:
        staffing.add_vacancy(association, SEPTEMBER, subject="Математика", filled_by_id=999)
    assert (refused.value.code, refused.value.field) == ("record_missing", "filled_by_id")
    with pytest.raises(ValueError, match="not a field"):
        staffing.add_vacancy(association, SEPTEMBER, subject="Математика", teacher="А")
    vacancy_id = staffing.add_vacancy(association, SEPTEMBER, subject="Математика").value
    staffing.remove_vacancy(vacancy_id)
    with pytest.raises(Refused, match="record_missing"):
        staffing.change_vacancy(vacancy_id, subject="Физика")
