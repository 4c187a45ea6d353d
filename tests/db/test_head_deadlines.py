"""The head of studies' deadlines of a year follow the school's quarters and its setting."""

from __future__ import annotations

import datetime as dt

from db import calendar, head_deadlines, settings
from db.rules.calendar import Span
from tests.conftest import MakeAssociation


def test_they_follow_the_quarters_and_the_setting(make_association: MakeAssociation) -> None:
    association_id = make_association()
    ends = (dt.date(2026, 11, 4), dt.date(2026, 12, 30), dt.date(2027, 3, 19), dt.date(2027, 5, 25))
    begins = (dt.date(2026, 9, 1), dt.date(2026, 11, 10), dt.date(2027, 1, 12), dt.date(2027, 3, 29))
    quarters = [Span(at + 1, first, last) for at, (first, last) in enumerate(zip(begins, ends, strict=True))]
    calendar.save_school_year(2026, begins[0], ends[3], quarters)
    found = head_deadlines.of_year(association_id, 2026)
    assert [each.day for each in found][:2] == [dt.date(2026, 10, 31), dt.date(2026, 12, 26)]
    settings.set_("head_deadline_days", "1")
    coming = head_deadlines.upcoming(association_id, dt.date(2026, 11, 4))
    assert coming is not None
    assert (coming.quarter, coming.day) == (1, dt.date(2026, 11, 3))
    assert head_deadlines.upcoming(association_id, dt.date(2027, 6, 1)) is None
    settings.set_("head_deadline_days", "көп")
    assert head_deadlines.days_before(association_id) == 3
