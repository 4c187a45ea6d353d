"""Plans as they were handed in, and the steps of their approval: considered, agreed, approved. Both only grow."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass
from typing import Any
from unicodedata import is_normalized

from peewee import JOIN

from db import history, records
from db.connection import rows
from db.errors import Refused
from db.gate import checked
from db.history import action
from db.meetings.sheet import meeting
from db.models.meetings import Meeting
from db.models.plans import PlanApproval, PlanVersion
from db.plans import content as contents
from db.plans.content import Content, Part
from db.reading import columns

STEPS = ("considered", "agreed", "approved")
"""In the order in which a plan passes them (DOMAIN.md 2.3)."""

JUDGED = frozenset({"number", "first", "last", "state", "done_on", "reason", "proofs", "moved_to", "moved_in"})
"""What becomes of a line afterwards: a plan stays the approved one, whatever of it was done or moved since."""


@dataclass(frozen=True, slots=True)
class Approval:
    """A step that a version passed: at a meeting, or by somebody's name."""

    id: int
    plan_version_id: int
    step: str
    approved_on: dt.date
    meeting_id: int | None
    name: str
    meeting_number: int | None = None


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A plan as it was handed in."""

    id: int
    version: int
    reason: str
    content: str
    content_digest: str
    made_at: str


@dataclass(frozen=True, slots=True)
class Version(VersionRow):
    """A plan as it was handed in, with the newest word on each step that it has passed, in their order."""

    approvals: tuple[Approval, ...]

    @property
    def plain(self) -> Content:
        """The plain values as they were then, with the approvals of today."""
        values: Content = json.loads(self.content)
        return values | {"approvals": [_approval(each) for each in self.approvals]}


def versions(association_id: int, first_year: int, scope: str = "year", part: int = 0) -> list[Version]:
    """The versions of a plan that were handed in, the first first."""
    query = PlanVersion.select(*columns(PlanVersion, VersionRow)).where(
        PlanVersion.association == association_id,
        PlanVersion.first_year == first_year,
        PlanVersion.scope == scope,
        PlanVersion.part == part,
        PlanVersion.deleted_at.is_null(),
    )
    found = rows(query.order_by(PlanVersion.version), VersionRow)
    known = _approvals([each.id for each in found])
    return [
        Version(
            each.id,
            each.version,
            each.reason,
            each.content,
            each.content_digest,
            each.made_at,
            tuple(known[each.id, step] for step in STEPS if (each.id, step) in known),
        )
        for each in found
    ]


@action("plan.hand_in")
def hand_in(association_id: int, first_year: int, scope: str = "year", part: int = 0, reason: str = "") -> int:
    """Keep a plan as it stands now as its next version; returns the version.

    Raises Refused `plan_part_unknown`, `plan_empty`, `reason_missing` (reason) for a second version without one,
    and `plan_unchanged` (values: version) where it is what was handed in last.
    """
    of = Part(association_id, first_year, scope, part)
    made = contents.content(of, of.bounds[0])
    known = versions(association_id, first_year, scope, part)
    if not any(section["lines"] for section in made["sections"]):
        raise Refused("plan_empty")
    if known and _intended(made) == _intended(known[-1].plain):
        raise Refused("plan_unchanged", version=known[-1].version)
    if known and not reason.strip():
        raise Refused("reason_missing", "reason")
    version = known[-1].version + 1 if known else 1
    _keep(of, made | {"version": version, "reason": reason.strip()})
    history.subject(str(version))
    return version


@action("plan.approve")
def approve(version_id: int, step: str, on: dt.date, meeting_id: int | None = None, name: str = "") -> None:
    """Note that a version passed a step of `STEPS` on a day; noted again, the newer word stands.

    Raises Refused `value_not_allowed` (step), `record_missing`, and `approval_order` (on; values: day) for a day
    before that of an earlier step.
    """
    if step not in STEPS:
        raise Refused("value_not_allowed", "step")
    row = records.stored(PlanVersion, version_id)
    known = _approvals([version_id])
    before = [known[version_id, each].approved_on for each in STEPS[: STEPS.index(step)] if (version_id, each) in known]
    if before and on < max(before):
        raise Refused("approval_order", "on", day=max(before))
    if meeting_id is not None and meeting(meeting_id).association_id != row["association"]:
        raise Refused("record_missing", "meeting_id", table="meeting")
    values = checked(PlanApproval, {"step": step, "approved_on": on, "name": name})
    records.insert(PlanApproval, plan_version=version_id, meeting=meeting_id, **values)
    history.subject(step)


def content(association_id: int, first_year: int, scope: str, part: int, today: dt.date) -> Content:
    """What a plan's papers print: the plan and how it stands today.

    While it is what was handed in last, that version's number and approvals stand on it; changed since, it is a draft
    (version 0). What was done, moved or cancelled since does not change it. Raises Refused `plan_part_unknown`.
    """
    made = contents.content(Part(association_id, first_year, scope, part), today)
    known = versions(association_id, first_year, scope, part)
    if not known or _intended(made) != _intended(known[-1].plain):
        return made
    newest = known[-1]
    return made | {"version": newest.version, "reason": newest.reason, "approvals": newest.plain["approvals"]}


def _intended(made: Content) -> Any:
    """What of a plan its approval is about."""
    lines = [
        history.canonical([section["number"], {name: line[name] for name in line.keys() - JUDGED}])
        for section in made["sections"]
        for line in section["lines"]
        if not line.get("moved_in")
    ]
    return made["head"], sorted(lines)


def _keep(of: Part, made: Content) -> None:
    """Add the version's row: the plain values of this day, in one canonical form."""
    text = history.kept_form(made)
    if not is_normalized("NFC", text):  # a combining mark that begins a line would grow together with the n of its \n
        text = json.dumps(made, sort_keys=True, separators=(",", ":"))
    records.insert(
        PlanVersion,
        association=of.association_id,
        first_year=of.first_year,
        scope=of.scope,
        part=of.part,
        version=made["version"],
        reason=made["reason"],
        content=text,
        content_digest=hashlib.sha256(text.encode()).hexdigest(),
        made_at=history.now(),
    )


def _approvals(version_ids: list[int]) -> dict[tuple[int, str], Approval]:
    """The newest word on each step of versions."""
    query = PlanApproval.select(*columns(PlanApproval, Approval), Meeting.number.alias("meeting_number"))
    query = query.join(Meeting, JOIN.LEFT_OUTER)
    query = query.where(PlanApproval.plan_version.in_(version_ids), PlanApproval.deleted_at.is_null())
    found = rows(query.order_by(PlanApproval.id), Approval)
    return {(each.plan_version_id, each.step): each for each in found}


def _approval(of: Approval) -> Content:
    return {
        "step": of.step,
        "date": of.approved_on.isoformat(),
        "name": of.name,
        "meeting_number": of.meeting_number,
    }
