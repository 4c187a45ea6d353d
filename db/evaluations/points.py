"""Giving the figures of a sheet: the proposal confirmed or changed with a reason, never above the cap, never twice."""

from __future__ import annotations

from typing import Any

from db import records
from db.errors import Refused
from db.evaluations import reading
from db.evaluations.evidence import NOT_EVENTS
from db.evaluations.rows import Line, Sheet
from db.evaluations.sheets import standing_sheet
from db.gate import checked, required
from db.history import action
from db.meetings.standing import next_position, standing
from db.models.evaluations import EvaluationPoint, EvaluationProof
from db.rules.evaluation_order import GIVING, WHOSE
from db.rules.points import shown

COLUMNS = {"self": "self_points", "association": "association_points", "commission": "commission_points"}
"""Who gives a figure → the column that holds it."""


@action("evaluation.points")
def set_points(sheet_id: int, criterion_id: int, by: str, points: int | None, reason: str | None = None) -> None:
    """Give a figure in tenths, or take it away with None; `by`: self, association, commission.

    What the association gives other than the records propose needs a reason. Raises Refused `closed_evaluation`,
    `evaluation_announced`, `figure_not_now`, `points_over_cap` (values: most), `points_below` (values: least),
    `reason_missing` (reason), `points_without_proof`.
    """
    _of, line = _line(sheet_id, criterion_id, by)
    values: dict[str, Any] = {COLUMNS[by]: points}
    if points is not None:
        refuse_figure(line, points)
        if points and line.asked.needs_proof and not line.proofs and by != "self":
            raise Refused("points_without_proof", "points")
        values["not_applicable"] = False
    if by == "association":
        values["reason"] = _reason(line, points, reason)
    records.change(EvaluationPoint, line.point.id, **values)


@action("evaluation.not_applicable")
def set_not_applicable(sheet_id: int, criterion_id: int, on: bool) -> None:
    """Say that a criterion does not apply to her, or that it does. Raises Refused `criterion_applies`."""
    _of, line = _line(sheet_id, criterion_id)
    if on and not line.asked.may_not_apply:
        raise Refused("criterion_applies")
    records.change(EvaluationPoint, line.point.id, not_applicable=on)


@action("evaluation.confirm")
def confirm(sheet_id: int, criterion_id: int | None = None, by: str = "association") -> int:
    """Take over what is offered where no figure was given: of one criterion, or of all; returns how many.

    What needs a proof and has none is left. Raises Refused `closed_evaluation`, `evaluation_announced`,
    `figure_not_now`.
    """
    of = _giving(sheet_id, by)
    lines = [each for each in of.lines if criterion_id in (None, each.asked.id)]
    confirmed = 0
    for each in lines:
        if (points := offered(each, by)) is not None:
            records.change(EvaluationPoint, each.point.id, **{COLUMNS[by]: points})
            confirmed += 1
    return confirmed


def offered(line: Line, by: str = "association") -> int | None:
    """The figure that confirming a line would give, in tenths; None where there is nothing to confirm.

    The commission is offered the association's figure; the association what the records propose, else her own; she
    herself what the records propose.
    """
    point = line.point
    own = {"self": point.self_points, "association": point.association_points, "commission": point.commission_points}
    found = {
        "self": point.proposed,
        "association": point.self_points if point.proposed is None else point.proposed,
        "commission": point.association_points,
    }[by]
    if own[by] is not None or found is None or point.not_applicable:
        return None
    return None if found and by != "self" and line.asked.needs_proof and not line.proofs else found


@action("evaluation.proof")
def add_proof(
    sheet_id: int, criterion_id: int, text: str, table: str = "", uid: str = "", points: int | None = None
) -> int:
    """Put a proof to a criterion: a record, or typed words. Returns its id.

    Raises Refused `required` (text), `proof_counted` (values: number), where the record counts on the sheet already.
    """
    of, line = _line(sheet_id, criterion_id)
    values = checked(EvaluationProof, {"text": text})
    required(values, "text")
    if table and (counted := counting(of, table, uid)):
        raise Refused("proof_counted", "text", number=counted.number)
    position = next_position(EvaluationProof, EvaluationProof.evaluation_point == line.point.id)
    return records.insert(
        EvaluationProof, evaluation=of.row.evaluation_id, evaluation_point=line.point.id, position=position,
        source_table=table, source_uid=uid, points=points, **values,
    )  # fmt: skip


@action("evaluation.proof_away")
def remove_proof(proof_id: int) -> None:
    """Take a proof away. Raises Refused `points_without_proof` where points rest on it alone."""
    row = standing(EvaluationProof, proof_id)
    point = standing(EvaluationPoint, row["evaluation_point"])
    _of, line = _line(point["evaluation_sheet"], point["criterion"])
    rests = any((line.point.association_points, line.point.commission_points))
    if line.asked.needs_proof and rests and len(line.proofs) == 1:
        raise Refused("points_without_proof")
    records.remove(EvaluationProof, proof_id)


def counting(of: Sheet, table: str, uid: str) -> Line | None:
    """The line of a sheet on which a record counts already; what makes a figure may speak for several."""
    for line in of.lines if table not in NOT_EVENTS else ():
        if any((each.source_table, each.source_uid) == (table, uid) for each in line.proofs):
            return line
    return None


def refuse_figure(line: Line, points: int) -> None:
    """Refuse a figure outside what its criterion can give: `points_over_cap`, `points_below` (values: most, least)."""
    least, most = line.asked.bounds
    if points > most:
        raise Refused("points_over_cap", "points", most=shown(most))
    if points < least:
        raise Refused("points_below", "points", least=shown(least))


def _reason(line: Line, points: int | None, reason: str | None) -> str:
    """The reason that is kept with a figure of the association; it is asked where it differs from what is proposed."""
    differs = points is not None and line.point.proposed is not None and points != line.point.proposed
    kept = str(checked(EvaluationPoint, {"reason": line.point.reason if reason is None else reason})["reason"])
    if differs and not kept:
        raise Refused("reason_missing", "reason")
    return kept if differs or (points is not None and reason) else ""


def _giving(sheet_id: int, by: str = "") -> Sheet:
    """A sheet on which figures are still given, by whom it is asked for."""
    of = standing_sheet(sheet_id)
    state = reading.evaluation(of.row.evaluation_id).state
    if by and by not in COLUMNS:
        raise Refused("value_not_allowed", "by")
    if state not in GIVING:
        raise Refused("evaluation_announced")
    if by and by not in WHOSE[state]:
        raise Refused("figure_not_now")
    return of


def _line(sheet_id: int, criterion_id: int, by: str = "") -> tuple[Sheet, Line]:
    of = _giving(sheet_id, by)
    line = of.line(criterion_id)
    if line is None:
        raise Refused("record_missing", table="criterion")
    return of, line
