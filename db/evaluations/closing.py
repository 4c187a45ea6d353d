"""Closing an evaluation: its values are kept as a version and its rows locked; opened again only with a reason."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass

from db import history, records
from db.connection import rows
from db.errors import Refused
from db.evaluations import reading
from db.evaluations.content import Content, content
from db.evaluations.standing import giving_way, switches_of
from db.gate import checked
from db.history import action
from db.models.evaluations import Evaluation, EvaluationLock, EvaluationVersion
from db.reading import columns


@dataclass(frozen=True, slots=True)
class Version:
    """A version of an evaluation as it was closed; `content` is what its papers print."""

    id: int
    evaluation_id: int
    version: int
    reason: str
    content: str
    content_digest: str
    made_at: str

    @property
    def plain(self) -> Content:
        """The plain values as a dictionary."""
        values: Content = json.loads(self.content)
        return values


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Something that an evaluation seems to lack, a code and how often."""

    code: str
    count: int = 0


def unfinished(evaluation_id: int) -> list[Unfinished]:
    """What an evaluation seems to lack before it is closed: it warns and never blocks."""
    of, found = reading.evaluation(evaluation_id), reading.sheets(evaluation_id)
    on = switches_of(evaluation_id)
    lacking = {
        "figures_waiting": sum(each.waiting for each in found),
        "no_association_meeting": int(of.association_on is None),
        "no_commission_protocol": int(on.commission and not of.commission_number),
        "not_acquainted": sum(each.row.acquainted_on is None for each in found),
    }
    return [Unfinished(code, count) for code, count in lacking.items() if count]


@action("evaluation.close")
def close(evaluation_id: int, closed_on: dt.date, order_number: str = "") -> int:
    """Close an evaluation and lock it; returns the version.

    Raises Refused `closed_evaluation`, `evaluation_not_announced`, `appeals_open` (values: count),
    `day_before_period` (closed_on).
    """
    of = giving_way(evaluation_id)
    if of.giving:
        raise Refused("evaluation_not_announced")
    if waiting := sum(not each.outcome for each in reading.appeals(evaluation_id)):
        raise Refused("appeals_open", count=waiting)
    if closed_on < of.begins:
        raise Refused("day_before_period", "closed_on", day=of.begins)
    values = checked(Evaluation, {"order_number": order_number or of.order_number})
    records.change(Evaluation, evaluation_id, state="closed", closed_on=closed_on, **values)
    version, reason = of.version + 1, _reopening_reason(evaluation_id) if of.version else ""
    _keep(evaluation_id, version, reason)
    records.insert(EvaluationLock, evaluation=evaluation_id, locked=True, reason=reason, made_at=history.now())
    return version


@action("evaluation.reopen")
def reopen(evaluation_id: int, reason: str) -> str:
    """Open a closed evaluation again, in the step before it was closed; it ends in the next version. Returns the state.

    Raises Refused `reason_missing` (reason), `evaluation_not_closed`.
    """
    if not reason.strip():
        raise Refused("reason_missing", "reason")
    if not reading.evaluation(evaluation_id).locked:
        raise Refused("evaluation_not_closed")
    typed = checked(EvaluationLock, {"reason": reason}, ("reason",))
    records.insert(EvaluationLock, evaluation=evaluation_id, locked=False, made_at=history.now(), **typed)
    state = switches_of(evaluation_id).steps.order[-2]
    records.change(Evaluation, evaluation_id, state=state, closed_on=None)
    return str(state)


def versions(evaluation_id: int) -> list[Version]:
    """The versions with which an evaluation was closed, the first first."""
    query = EvaluationVersion.select(*columns(EvaluationVersion, Version))
    query = query.where(EvaluationVersion.evaluation == evaluation_id)
    return rows(query.order_by(EvaluationVersion.version), Version)


def content_of(evaluation_id: int) -> Content:
    """What the papers print: of a closed evaluation its newest version alone, else how it stands."""
    of = reading.evaluation(evaluation_id)
    return versions(evaluation_id)[-1].plain if of.locked else content(evaluation_id)


def _reopening_reason(evaluation_id: int) -> str:
    query = EvaluationLock.select(EvaluationLock.reason).where(EvaluationLock.evaluation == evaluation_id)
    return str(query.order_by(EvaluationLock.id.desc()).scalar() or "")


def _keep(evaluation_id: int, version: int, reason: str) -> None:
    """Add the version's row: the plain values of this day, in one canonical form."""
    kept = history.kept_form(content(evaluation_id, version, reason))
    records.insert(
        EvaluationVersion,
        evaluation=evaluation_id,
        version=version,
        reason=reason,
        content=kept,
        content_digest=hashlib.sha256(kept.encode()).hexdigest(),
        chain_head=history.chain_head(),
        made_at=history.now(),
    )
