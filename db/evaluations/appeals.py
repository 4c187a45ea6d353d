"""Appeals: filed in the days after the announcement, answered with a reply; the first figure stays beside the new."""

from __future__ import annotations

import datetime as dt
from typing import Any

from db import records
from db.errors import Refused
from db.evaluations import reading
from db.evaluations.points import refuse_figure
from db.evaluations.rows import APPLIED, AppealRow, Line, Period
from db.evaluations.sheets import standing_sheet
from db.evaluations.switches import switches
from db.gate import checked, required
from db.history import action
from db.models.evaluations import Appeal, Evaluation
from db.rules.evaluation_order import APPEALING

LONG = ("reason", "reply")


@action("appeal.file")
def file_appeal(sheet_id: int, filed_on: dt.date, reason: str, criterion_id: int | None = None) -> int:
    """Note that somebody disagrees with a criterion, or with her sheet as a whole; returns the appeal's id.

    The first one opens the step of appeals. Raises Refused `appeals_closed`, `appeal_before` (filed_on; values: day),
    `appeal_late` (filed_on; values: until), `appeal_known`, `reason_missing`, `closed_evaluation`.
    """
    sheet = standing_sheet(sheet_id)
    of = reading.evaluation(sheet.row.evaluation_id)
    _refuse_day(of, filed_on)
    values = checked(Appeal, {"reason": reason}, LONG)
    if not values["reason"]:
        raise Refused("reason_missing", "reason")
    if any(each.criterion_id == criterion_id and not each.outcome for each in sheet.appeals):
        raise Refused("appeal_known", "criterion_id")
    line = _line(sheet_id, criterion_id)
    if of.state == "announced" and switches(of.association_id).appeal_days:
        records.change(Evaluation, of.id, state="appeal")
    return records.insert(
        Appeal, evaluation=of.id, evaluation_sheet=sheet_id, criterion=criterion_id, filed_on=filed_on,
        old_points=line.final if line else None, **values,
    )  # fmt: skip


@action("appeal.answer")
def answer(
    appeal_id: int,
    outcome: str,
    reply: str,
    decided_on: dt.date,
    new_points: int | None = None,
    protocol_number: str = "",
    criterion_id: int | None = None,
) -> None:
    """Answer an appeal: `granted`, `partly` with the new points in tenths, or `rejected` without; again to correct it.

    `criterion_id` says whose points change where the appeal was about the sheet as a whole.
    Raises Refused `closed_evaluation`, `appeals_closed`, `value_not_allowed` (outcome), `reply_missing` (reply),
    `appeal_before` (decided_on; values: day), `appeal_criterion`, `required` (new_points), `points_same`,
    `points_over_cap`, `points_below`.
    """
    of = _open(appeal_id)
    if outcome not in APPLIED:
        raise Refused("value_not_allowed", "outcome")
    values = checked(Appeal, {"reply": reply, "protocol_number": protocol_number}, LONG)
    if not values["reply"]:
        raise Refused("reply_missing", "reply")
    if decided_on < of.filed_on:
        raise Refused("appeal_before", "decided_on", day=of.filed_on)
    if of.criterion_id is None and criterion_id is not None and outcome != "rejected":
        line = _line(of.evaluation_sheet_id, criterion_id)
        records.change(Appeal, appeal_id, criterion=criterion_id, old_points=line.final if line else None)
        of = reading.appeal(appeal_id)
    points = None if outcome == "rejected" else _new_points(of, new_points)
    records.change(Appeal, appeal_id, outcome=outcome, decided_on=decided_on, new_points=points, **values)


@action("appeal.reopen")
def unanswer(appeal_id: int) -> None:
    """Take the answer away that was given by mistake: its points do not count any more."""
    _open(appeal_id)
    records.change(Appeal, appeal_id, outcome="", reply="", decided_on=None, new_points=None, protocol_number="")


@action("appeal.remove")
def remove_appeal(appeal_id: int) -> None:
    """Take away an appeal that was entered by mistake. Raises Refused `appeal_answered`."""
    if _open(appeal_id).outcome:
        raise Refused("appeal_answered")
    records.remove(Appeal, appeal_id)


def _open(appeal_id: int) -> AppealRow:
    """An appeal that can still be answered."""
    of = reading.appeal(appeal_id)
    standing_sheet(of.evaluation_sheet_id)
    if reading.evaluation(of.evaluation_id).state not in APPEALING:
        raise Refused("appeals_closed")
    return of


def _refuse_day(of: Period, filed_on: dt.date) -> None:
    if of.state not in APPEALING:
        raise Refused("appeals_closed")
    if of.announced_on and filed_on < of.announced_on:
        raise Refused("appeal_before", "filed_on", day=of.announced_on)
    if of.appeal_until and filed_on > of.appeal_until:
        raise Refused("appeal_late", "filed_on", until=of.appeal_until)


def _new_points(of: AppealRow, points: int | None) -> int:
    """The changed points; raises Refused where they cannot be, or are those that she had."""
    line = _line(of.evaluation_sheet_id, of.criterion_id)
    if line is None:
        raise Refused("appeal_criterion", "criterion_id")
    required({"new_points": points is not None}, "new_points")
    changed = int(points or 0)
    refuse_figure(line, changed)
    if changed == of.old_points:
        raise Refused("points_same", "new_points")
    return changed


def _line(sheet_id: int, criterion_id: int | None) -> Line | None:
    """The line that an appeal is about; raises Refused `record_missing` for one that the sheet does not have."""
    if criterion_id is None:
        return None
    found: Any = reading.sheet(sheet_id).line(criterion_id)
    if found is None:
        raise Refused("record_missing", table="criterion")
    line: Line = found
    return line
