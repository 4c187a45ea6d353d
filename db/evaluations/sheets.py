"""Sheets of an evaluation: made for everyone who was a member in its time, their shares, their acquaintance."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from db import records
from db.connection import rows
from db.errors import Refused
from db.evaluations import reading
from db.evaluations.rows import Period, Sheet
from db.gate import checked, refuse_unknown
from db.history import action
from db.meetings.standing import label
from db.models.evaluations import EvaluationPoint, EvaluationSheet
from db.models.members import Member
from db.models.schools import Person
from db.rules.fund import WHOLE

FIELDS = frozenset({"load_share", "period_share", "acquainted_on", "note"})
"""What of a sheet can be typed over."""
MOST_LOAD = 3 * WHOLE


@dataclass(frozen=True, slots=True)
class _Time:
    """A person's time in the association, and her hours a week."""

    person_id: int
    since: dt.date | None
    until: dt.date | None
    load_hours: int | None


def add_sheets(of: Period, full_load: int) -> int:
    """Make a sheet for everyone who was a member in the period and has none, inside an action; returns how many.

    One that an undo took away comes back as if it were new.
    """
    columns = (EvaluationSheet.person, EvaluationSheet.id, EvaluationSheet.deleted_at)
    known: Any = EvaluationSheet.select(*columns).where(EvaluationSheet.evaluation == of.id)
    have = {int(person): (int(row_id), away) for person, row_id, away in known.tuples()}
    wanted = {person: _new(of, person, spent, full_load) for person, spent in _times(of).items()}
    gone = {have[person][0]: values for person, values in wanted.items() if person in have and have[person][1]}
    for row_id, values in gone.items():
        _bring_back(row_id, values)
    new = [values for person, values in wanted.items() if person not in have]
    ids = records.insert_many(EvaluationSheet, new)
    criteria = reading.asked(of.criteria_version_id)
    records.insert_many(
        EvaluationPoint,
        [{"evaluation": of.id, "evaluation_sheet": each, "criterion": one.id} for each in ids for one in criteria],
    )
    return len(ids) + len(gone)


def _bring_back(sheet_id: int, values: dict[str, Any]) -> None:
    """Bring back a sheet with its lines, all of them without figures."""
    records.renew(EvaluationSheet, sheet_id, **values)
    query: Any = EvaluationPoint.select(EvaluationPoint.id, EvaluationPoint.criterion)
    for row_id, criterion in query.where(EvaluationPoint.evaluation_sheet == sheet_id).tuples():
        own = {"evaluation": values["evaluation"], "evaluation_sheet": sheet_id, "criterion": criterion}
        records.renew(EvaluationPoint, int(row_id), **own)


@action("evaluation.sheet")
def change_sheet(sheet_id: int, **fields: Any) -> None:
    """Type over shares (thousandths), the day of acquaintance, the note (`FIELDS`).

    Raises Refused `closed_evaluation`, `share_out_of_range` (load_share, period_share), `day_before_period`.
    """
    refuse_unknown(fields, FIELDS)
    of = standing_sheet(sheet_id)
    most = {"load_share": MOST_LOAD, "period_share": WHOLE}
    for name, limit in most.items():
        if name in fields and not 0 < fields[name] <= limit:
            raise Refused("share_out_of_range", name)
    begins = reading.evaluation(of.row.evaluation_id).begins
    if (day := fields.get("acquainted_on")) is not None and day < begins:
        raise Refused("day_before_period", "acquainted_on", day=begins)
    records.change(EvaluationSheet, sheet_id, **checked(EvaluationSheet, fields, ("note",)))


def standing_sheet(sheet_id: int) -> Sheet:
    """A sheet whose evaluation is not closed, naming the running action by it; raises Refused `closed_evaluation`."""
    of = reading.sheet(sheet_id)
    if reading.evaluation(of.row.evaluation_id).locked:
        raise Refused("closed_evaluation")
    label(of.row.name.listed)
    return of


def _times(of: Period) -> dict[int, list[_Time]]:
    """The times of the members that fall into a period, by person in Kyrgyz order."""
    query = Member.select(Member.person.alias("person_id"), Member.since, Member.until, Person.load_hours)
    there = (Member.since.is_null() | (Member.since <= of.ends), Member.until.is_null() | (Member.until > of.begins))
    query = query.join(Person).where(Member.association == of.association_id, Member.deleted_at.is_null(), *there)
    found: dict[int, list[_Time]] = defaultdict(list)
    for each in rows(query.order_by(Person.sort_key, Member.id), _Time):
        found[each.person_id].append(each)
    return found


def _new(of: Period, person_id: int, spent: list[_Time], full_load: int) -> dict[str, Any]:
    hours = spent[0].load_hours
    last = [each.until for each in spent]
    left = max((each for each in last if each), default=None) if None not in last else None
    return {
        "evaluation": of.id, "person": person_id, "period_share": period_share(of, spent),
        "load_share": min(hours * WHOLE // full_load, MOST_LOAD) if hours else WHOLE,
        "left_on": left if left is not None and left <= of.ends else None,
    }  # fmt: skip


def period_share(of: Period, spent: list[_Time]) -> int:
    """The part of a period's days that somebody was there, in thousandths, at least one."""
    there = 0
    for each in spent:
        first = max(each.since or of.begins, of.begins)
        after = min(each.until or dt.date.max, of.ends + dt.timedelta(days=1))
        there += max((after - first).days, 0)
    whole = (of.ends - of.begins).days + 1
    return max(min((2 * there * WHOLE + whole) // (2 * whole), WHOLE), 1)
