"""What becomes of a line: moved, cancelled, marked, reopened, and proved by what did it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from db import records, task_reviews
from db.errors import Refused
from db.history import action
from db.meetings.sheet import meeting
from db.meetings.standing import label, standing
from db.models.meetings import AgendaItem, Decision
from db.models.plans import PlanChange, PlanLine, PlanProof
from db.models.tasks import Task
from db.plans import happened, terms
from db.plans.reading import line
from db.plans.rows import LINKS, source
from db.rules import plan_status
from db.rules.calendar import YEAR_BEGINS_IN
from db.rules.plan_terms import Term


@action("plan_line.move")
def move_term(
    line_id: int,
    on: dt.date,
    reason: str,
    *,
    term: str,
    begins: dt.date | None = None,
    ends: dt.date | None = None,
    month: int | None = None,
    quarter: int | None = None,
    decision_id: int | None = None,
) -> None:
    """Give a line another term on a day, perhaps by a meeting's decision; the old term stays known.

    Raises Refused `reason_missing` (reason), `line_cancelled`, `line_done`, `term_same` (term), `record_missing` (of
    the decision), and what is wrong with the term (`plan_terms.fault`).
    """
    row = standing(PlanLine, line_id)
    old = terms.term_of(row)
    _refuse_settled(line_id, on, reason)
    new = terms.entered(Term(term, begins, ends, month, quarter), row["first_year"])
    if new == old:
        raise Refused("term_same", "term")
    _note(line_id, "moved", on, reason, decision_id)
    records.change(PlanLine, line_id, **terms.columns_of(new))


@action("plan_line.cancel")
def cancel_line(line_id: int, on: dt.date, reason: str, decision_id: int | None = None) -> None:
    """Take a line out of the plan on a day; it stays known. Raises Refused as `move_term`, but for its term."""
    standing(PlanLine, line_id)
    _refuse_settled(line_id, on, reason)
    _note(line_id, "cancelled", on, reason, decision_id)


@action("plan_line.mark")
def mark_line(line_id: int, on: dt.date, partly: bool = False, note: str = "") -> None:
    """Note without a proof that a line was done, or done in part. Raises Refused `line_cancelled`, `line_done`."""
    standing(PlanLine, line_id)
    _refuse_settled(line_id, on)
    _note(line_id, "partly" if partly else "marked", on, note)


@action("plan_line.reopen")
def reopen_line(line_id: int, on: dt.date) -> None:
    """Take back whatever settled a line: cancelled, marked, proved. A meeting held at its time still proves it.

    Raises Refused `line_open` where there is nothing to take back.
    """
    standing(PlanLine, line_id)
    of = line(line_id, on)
    kept = [proof for proof in of.proofs if not proof.automatic]
    if not kept and not plan_status.last_said(of.changes):
        raise Refused("line_open")
    for proof in kept:
        records.remove(PlanProof, proof.id)
    _note(line_id, "reopened", on)


@action("plan_line.prove")
def prove(line_id: int, done_on: dt.date, *, partly: bool = False, **links: int | None) -> int:
    """Link a line to what did it; returns the proof's id.

    `links` names one record as `meeting_id`, `agenda_item_id` (which says the meeting), `task_id` (a closed one),
    `activity_id`, `control_test_id` (held ones), `norm_id` (a studied one) or `study_id` (a finished one).
    Raises Refused `proof_missing` without any of them, `proof_known`, `line_cancelled`, `meeting_not_held` (values:
    number), `task_open`, `not_happened`, `day_outside_year` (done_on) for a day before the line's school year,
    `record_missing`.
    """
    row = standing(PlanLine, line_id)
    if unknown := links.keys() - {f"{table}_id" for table in LINKS}:
        raise ValueError(f"proves nothing: {unknown}")
    if done_on < dt.date(row["first_year"], YEAR_BEGINS_IN, 1):
        raise Refused("day_outside_year", "done_on")
    if item_id := links.get("agenda_item_id"):
        links["meeting_id"] = standing(AgendaItem, item_id)["meeting"]
    _refuse_source(row["association"], links, partly)
    of = line(line_id, done_on)
    if of.state == "cancelled":
        raise Refused("line_cancelled")
    if source(links) in {each.source for each in of.proofs if not each.automatic}:
        raise Refused("proof_known")
    label(of.text)
    kept = {name.removesuffix("_id"): found for name, found in links.items()}
    return records.insert(PlanProof, plan_line=line_id, done_on=done_on, partly=partly, **kept)


@action("plan_line.unprove")
def remove_proof(proof_id: int) -> None:
    """Take a proof away from its line."""
    proof = standing(PlanProof, proof_id)
    label(standing(PlanLine, proof["plan_line"])["text"])
    records.remove(PlanProof, proof_id)


def _refuse_settled(line_id: int, on: dt.date, reason: str | None = None) -> None:
    """Refuse to settle a line again, and to settle it for no reason where one is asked for."""
    if reason is not None and not reason.strip():
        raise Refused("reason_missing", "reason")
    of = line(line_id, on)
    if of.state == "cancelled":
        raise Refused("line_cancelled")
    if of.done_on is not None:
        raise Refused("line_done")


def _refuse_source(association_id: int, links: Mapping[str, int | None], partly: bool) -> None:
    """Refuse a proof that proves nothing: a meeting not held, a task not closed, work not done, nothing at all."""
    table, row_id = source(links)
    if not row_id:
        raise Refused("proof_missing")
    if table in happened.MODELS:
        if standing(happened.MODELS[table], row_id)["association"] != association_id:
            raise Refused("record_missing", table=table)
        if happened.record(table, row_id) is None:
            raise Refused("not_happened", f"{table}_id")
    if task_id := links.get("task_id"):
        task = standing(Task, task_id)
        if task["association"] != association_id:
            raise Refused("record_missing", table="task")
        if task["state"] not in task_reviews.CLOSED and not partly:
            raise Refused("task_open", "task_id")
    if meeting_id := links.get("meeting_id"):
        of = _refuse_foreign(association_id, meeting_id)
        if of.state in ("planned", "cancelled"):
            raise Refused("meeting_not_held", "meeting_id", number=of.number)


def _refuse_foreign(association_id: int, meeting_id: int) -> Any:
    of = meeting(meeting_id)
    if of.association_id != association_id:
        raise Refused("record_missing", table="meeting")
    return of


def _note(line_id: int, kind: str, on: dt.date, reason: str = "", decision_id: int | None = None) -> None:
    """Note what happened to a line, with the term that it has now."""
    row = standing(PlanLine, line_id)
    label(row["text"])
    if decision_id is not None:
        _refuse_foreign(row["association"], standing(Decision, decision_id)["meeting"])
    old = {f"old_{name}": value for name, value in terms.columns_of(terms.term_of(row)).items()}
    records.insert(
        PlanChange, plan_line=line_id, kind=kind, changed_on=on, reason=reason.strip(), decision=decision_id, **old
    )
