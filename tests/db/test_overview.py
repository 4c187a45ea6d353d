"""A school year from above, and a meeting planned like another one."""

from __future__ import annotations

import datetime as dt

from db.meetings import agenda, attending, deciding, overview, planning
from db.meetings.sheet import item_rows, meetings, sheet
from tests.conftest import CountQueries, MakeAssociation


def test_what_each_meeting_has_in_one_query(make_association: MakeAssociation, count_queries: CountQueries) -> None:
    association_id = make_association(3)
    first = planning.plan(association_id, dt.date(2026, 9, 10)).value
    item_id = agenda.add(first, "План жөнүндө").value
    agenda.park(agenda.add(first, "Калтырылган жөнүндө").value)
    deciding.add_decision(item_id, "Бекитилсин.")
    attending.mark(sheet(first).attendance[0].id, "absent", "ill")
    second = planning.plan(association_id, dt.date(2026, 10, 10)).value
    with count_queries() as statements:
        found = overview.summaries(association_id, 2026)
    assert len(statements) == 1
    assert found[first] == overview.Summary(items=1, members=3, present=2, decisions=1)
    assert (found[second].members, found[second].decisions) == (3, 0)
    assert overview.summaries(association_id, 2025) == {}


def test_months_over_without_a_meeting(make_association: MakeAssociation) -> None:
    association_id = make_association(3)
    planning.start(planning.plan(association_id, dt.date(2026, 10, 10)).value, "14:00")
    planning.plan(association_id, dt.date(2026, 11, 10))
    found = meetings(association_id, 2026)
    assert overview.empty_months(found, 2026, dt.date(2026, 12, 5)) == [(2026, 9), (2026, 11)]
    assert overview.empty_months(found, 2026, dt.date(2026, 9, 20)) == []
    months = [month for _year, month in overview.empty_months(found, 2026, dt.date(2028, 1, 1))]
    assert months == [9, 11, 12, 1, 2, 3, 4, 5]


def test_a_meeting_like_another_has_its_questions_and_reporters(make_association: MakeAssociation) -> None:
    association_id = make_association(3)
    first = planning.plan(association_id, dt.date(2026, 9, 10)).value
    reporter = sheet(first).attendance[1].person_id
    agenda.add(first, "План жөнүндө", reporter_id=reporter)
    second = overview.plan_like(first, dt.date(2026, 10, 10), "14:00").value
    rows = [(row.title, row.kind, row.reporter_id) for row in item_rows(second)]
    assert rows[1:] == [("План жөнүндө", "ordinary", reporter)]
    assert rows[0][1] == "review"
    third = overview.plan_like(second, dt.date(2026, 11, 10)).value
    assert [row.kind for row in item_rows(third)] == ["review", "ordinary"]
