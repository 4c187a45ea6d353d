"""Evaluations: opened for a period with a sheet for everyone who was there, led step by step, taken away."""

from __future__ import annotations

import datetime as dt
from typing import Any

from db import calendar, history, records
from db.errors import Refused
from db.evaluations.proposing import take
from db.evaluations.reading import evaluation, evaluations
from db.evaluations.sheets import add_sheets
from db.evaluations.standing import giving_way, switches_of
from db.evaluations.switches import switches
from db.gate import checked, refuse_unknown
from db.history import action
from db.meetings.sheet import meeting
from db.models.evaluations import PERIODS, CriteriaVersion, Evaluation
from db.plans.terms import days
from db.rules import evaluation_order, fund, plan_terms
from db.rules.plan_terms import Term

__all__ = ["evaluation", "evaluations"]

LONG = ("commission_members", "note")
FIELDS = frozenset(
    {
        "meeting_id", "commission_number", "commission_on", "commission_chair", "commission_members", "announced_on",
        "appeal_until", "order_number", "note",
    }
)  # fmt: skip
"""What of an evaluation can be typed over."""
PARTS = {"quarter": range(1, 5), "month": range(1, 13), "half": range(1, 3), "year": range(1)}


def bounds(first_year: int, period: str, part: int) -> tuple[dt.date, dt.date]:
    """The first and the last day of a period by the school's calendar. Raises Refused `plan_part_unknown`."""
    if period not in PERIODS or part not in PARTS[period]:
        raise Refused("plan_part_unknown", "part")
    of = days(first_year)
    if period == "half":
        first, last = of.quarters[2 * part - 2], of.quarters[2 * part - 1]
        return first.begins, last.ends
    kind = {"quarter": Term("quarter", quarter=part), "month": Term("month", month=part)}
    return plan_terms.bounds(kind.get(period, Term("year")), of)


@action("evaluation.open")
def open_period(association_id: int, first_year: int, period: str, part: int = 0) -> int:
    """Begin an evaluation by the newest criteria adopted, with a sheet for every member of that time; returns its id.

    The records propose the figures. Raises Refused `year_out_of_range`, `plan_part_unknown`, `evaluation_known`,
    `criteria_missing`, `nobody_to_rate`.
    """
    if first_year not in calendar.KNOWN_YEARS:
        raise Refused("year_out_of_range", "first_year")
    begins, ends = bounds(first_year, period, part)
    if any((each.period, each.part) == (period, part) for each in evaluations(association_id, first_year)):
        raise Refused("evaluation_known", "part")
    version, on = newest_version(association_id), switches(association_id)
    if version is None:
        raise Refused("criteria_missing")
    made = records.insert(
        Evaluation, association=association_id, first_year=first_year, period=period, part=part, begins=begins,
        ends=ends, criteria_version=version, by_load=on.by_load, by_period=on.by_period,
    )  # fmt: skip
    if not add_sheets(evaluation(made), on.full_load):
        raise Refused("nobody_to_rate", "part")
    take(evaluation(made))
    return made


@action("evaluation.advance")
def advance(evaluation_id: int, **given: Any) -> str:
    """Take the next step, with what it brings (`FIELDS`); returns the new state.

    An announcement without a day is refused with `day_missing` (announced_on); the last step is `closing.close`:
    `evaluation_closes`. Raises Refused as `change`.
    """
    of, on = giving_way(evaluation_id), switches_of(evaluation_id)
    state = evaluation_order.following(of.state, on.steps)
    if state in ("", "closed"):
        raise Refused("evaluation_closes")
    if state == "announced":
        if given.get("announced_on") is None:
            raise Refused("day_missing", "announced_on")
        if on.appeal_days:
            until = given["announced_on"] + dt.timedelta(days=on.appeal_days)
            given = {"appeal_until": until} | given
    change(evaluation_id, **given)
    records.change(Evaluation, evaluation_id, state=state)
    return state


@action("evaluation.step_back")
def step_back(evaluation_id: int) -> str:
    """Go back one step; what was typed stays. Returns the state. Raises Refused `evaluation_begins`."""
    of = giving_way(evaluation_id)
    state = evaluation_order.before(of.state, switches_of(evaluation_id).steps)
    if not state:
        raise Refused("evaluation_begins")
    records.change(Evaluation, evaluation_id, state=state)
    return state


@action("evaluation.change")
def change(evaluation_id: int, **fields: Any) -> None:
    """Type over fields of an evaluation (`FIELDS`); the association's day is that of its meeting.

    Raises Refused `closed_evaluation`, `day_before_period` (its field), `text_too_long`.
    """
    refuse_unknown(fields, FIELDS)
    of = giving_way(evaluation_id)
    values = checked(Evaluation, {name.removesuffix("_id"): each for name, each in fields.items()}, LONG)
    for name in ("commission_on", "announced_on", "appeal_until"):
        if isinstance(day := values.get(name), dt.date) and day < of.begins:
            raise Refused("day_before_period", name, day=of.begins)
    if "meeting" in values:
        held = meeting(values["meeting"]).held_on if values["meeting"] else None
        values["association_on"] = held
    if values:
        records.change(Evaluation, evaluation_id, **values)


@action("evaluation.fund")
def set_fund(evaluation_id: int, amount: int | None, *, by_load: bool = False, by_period: bool = False) -> None:
    """Give an evaluation its fund in тыйын, or none; whether load and time count.

    Raises Refused `closed_evaluation`, `fund_negative`, `fund_zero`, `fund_too_large` (fund; values: most in сом).
    """
    giving_way(evaluation_id)
    if amount is not None and (code := fund.fault(amount)):
        raise Refused(code, "fund", most=fund.som(fund.MOST))
    history.subject("" if amount is None else fund.som(amount))
    records.change(Evaluation, evaluation_id, fund=amount, by_load=by_load, by_period=by_period)


@action("evaluation.remove")
def remove(evaluation_id: int) -> None:
    """Take an evaluation away that was opened by mistake. Raises Refused `closed_evaluation`."""
    if giving_way(evaluation_id).version:
        raise Refused("evaluation_was_closed")
    records.remove(Evaluation, evaluation_id)


def newest_version(association_id: int) -> int | None:
    """The criteria adopted last; None where there are none."""
    query: Any = CriteriaVersion.select(CriteriaVersion.id).where(
        CriteriaVersion.association == association_id, CriteriaVersion.state == "adopted",
        CriteriaVersion.deleted_at.is_null(),
    )  # fmt: skip
    found = query.order_by(CriteriaVersion.number.desc(), CriteriaVersion.id.desc()).limit(1).scalar()
    return None if found is None else int(found)
