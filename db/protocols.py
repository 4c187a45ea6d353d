"""Finished protocols: made final, amended with a reason, signed. Final is final: triggers hold it."""

from __future__ import annotations

import datetime as dt
import difflib
import hashlib
import json
from dataclasses import dataclass

from db import edits, history, records, tasks
from db.connection import row, rows
from db.errors import Refused
from db.history import action
from db.meetings.content import Content, content
from db.meetings.deciding import vote_problems
from db.meetings.rows import Item, Sheet
from db.meetings.sheet import meeting
from db.models.meetings import Meeting
from db.models.protocols import ProtocolLock, ProtocolSigning, ProtocolVersion
from db.reading import columns
from db.stock_files import asks_for_work
from db.tasks import TaskRow


@dataclass(frozen=True, slots=True)
class Version:
    """One finished version of a protocol; `content` is what its papers print."""

    id: int
    meeting_id: int
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
    """Something that looks unfinished: a code, and where it is (item and decision ids, 0 where none)."""

    code: str
    item_id: int = 0
    decision_id: int = 0
    label: str = ""


def unfinished(of: Sheet) -> list[Unfinished]:
    """What a meeting's protocol seems to lack: it warns and never blocks."""
    found = [] if of.present else [Unfinished("nobody_present")]
    found += [] if of.meeting.chair_id else [Unfinished("no_chair")]
    found += [] if of.meeting.secretary_id else [Unfinished("no_secretary")]
    found += [] if of.agenda else [Unfinished("no_items")]
    for item in of.agenda:
        found += _unfinished_item(of, item)
    return found + _not_reviewed(of)


def _unfinished_item(of: Sheet, item: Item) -> list[Unfinished]:
    label = str(item.number)
    if not item.touched:
        return [Unfinished("item_untouched", item.row.id, label=label)]
    found = [] if item.decisions else [Unfinished("no_decision", item.row.id, label=label)]
    for place, decision in enumerate(item.decisions, start=1):
        where = f"{item.number}.{place}"
        if not decision.text.strip():
            found.append(Unfinished("decision_empty", item.row.id, decision.id, where))
        elif not decision.owners and not decision.termed and asks_for_work(decision.text):
            found.append(Unfinished("decision_without_both", item.row.id, decision.id, where))
        if bool(decision.owners) != decision.termed:
            code = "decision_without_deadline" if decision.owners else "decision_without_owner"
            found.append(Unfinished(code, item.row.id, decision.id, where))
    problems = vote_problems(item, of.voters(item.number))
    if any(proposal.outcome == "open" for proposal in item.proposals):
        problems.append("proposal_open")
    return found + [Unfinished(code, item.row.id, label=label) for code in problems]


def _not_reviewed(of: Sheet) -> list[Unfinished]:
    """The review item while a task that has fallen due, or has no term, was not looked at."""
    review = next((item for item in of.agenda if item.row.kind == "review"), None)
    if review is None or not any(_waits(task, of.meeting.held_on) for task in tasks.to_review(of.meeting.id)):
        return []
    return [Unfinished("task_not_reviewed", review.row.id, label=str(review.number))]


def _waits(task: TaskRow, on: dt.date | None) -> bool:
    """Whether a meeting should have said how a task stands."""
    return not (task.review_state or task.closed) and (task.due is None or on is None or task.due <= on)


@action("protocol.finalise")
def finalise(meeting_id: int) -> int:
    """Finish a meeting's protocol and lock it; returns the version.

    Raises Refused `final_protocol`, `meeting_cancelled` (values: number).
    """
    edits.close_all()
    of = meeting(meeting_id)
    if of.locked:
        raise Refused("final_protocol")
    if of.state == "cancelled":
        raise Refused("meeting_cancelled", number=of.number)
    if of.state != "draft":
        records.change(Meeting, meeting_id, state="draft")
    version = of.version + 1
    reason = _amendment_reason(meeting_id) if of.version else ""
    _keep(meeting_id, version, reason)
    records.insert(ProtocolLock, meeting=meeting_id, locked=True, reason=reason, made_at=history.now())
    history.subject(str(of.number))
    return version


@action("protocol.amend")
def amend(meeting_id: int, reason: str) -> None:
    """Open a finished protocol for an amendment. Raises Refused `reason_missing` (reason), `protocol_not_final`."""
    if not reason.strip():
        raise Refused("reason_missing", "reason")
    of = meeting(meeting_id)
    if not of.locked:
        raise Refused("protocol_not_final")
    records.insert(ProtocolLock, meeting=meeting_id, locked=False, reason=reason, made_at=history.now())
    history.subject(str(of.number))


@action("protocol.sign")
def sign(meeting_id: int, signed_on: dt.date) -> None:
    """Note the day on which the newest version was signed. Raises Refused `protocol_not_final`."""
    of = meeting(meeting_id)
    if not of.locked:
        raise Refused("protocol_not_final")
    newest = versions(meeting_id)[-1]
    if of.held_on and signed_on < of.held_on:
        raise Refused("signed_before_held", "signed_on", held=of.held_on)
    records.insert(ProtocolSigning, protocol_version=newest.id, signed_on=signed_on)
    history.subject(str(of.number))


def versions(meeting_id: int) -> list[Version]:
    """The finished versions of a meeting's protocol, the first first."""
    query = ProtocolVersion.select(*columns(ProtocolVersion, Version)).where(ProtocolVersion.meeting == meeting_id)
    return rows(query.order_by(ProtocolVersion.version), Version)


def content_of(meeting_id: int, version: int | None = None) -> Content:
    """What a protocol's papers print: of a finished one its stored version alone, else the meeting as it stands.

    Raises Refused `version_missing` (values: version).
    """
    of = meeting(meeting_id)
    if version is None and not of.locked:
        return content(meeting_id)
    found = [each for each in versions(meeting_id) if version in (None, each.version)]
    if not found:
        raise Refused("version_missing", version=version)
    return _signed(found[-1])


@dataclass(frozen=True, slots=True)
class Difference:
    """One line that two versions do not share: sign «-» stands in the older alone, «+» in the newer."""

    sign: str
    text: str


def differences(older: list[str], newer: list[str]) -> list[Difference]:
    """Compare two versions as the lines of text they print."""
    # difflib.ndiff compares letters too: 44 s for 300 changed lines, where this takes a tenth of a millisecond.
    changes = difflib.SequenceMatcher(None, older, newer, autojunk=False).get_opcodes()
    return [
        Difference(sign, line)
        for kind, from_, to, new_from, new_to in changes
        if kind != "equal"
        for sign, lines in (("-", older[from_:to]), ("+", newer[new_from:new_to]))
        for line in lines
    ]


def _signed(of: Version) -> Content:
    """The stored values with the day on which this version was signed: signing comes after them."""
    query = ProtocolSigning.select(*columns(ProtocolSigning, _Signing)).order_by(ProtocolSigning.id.desc())
    signing = row(query.where(ProtocolSigning.protocol_version == of.id), _Signing)
    plain = of.plain
    signed = {**plain["meeting"], "signed_on": signing.signed_on.isoformat()} if signing else plain["meeting"]
    return {**plain, "meeting": signed}


@dataclass(frozen=True, slots=True)
class _Signing:
    signed_on: dt.date


def _amendment_reason(meeting_id: int) -> str:
    query = ProtocolLock.select(ProtocolLock.reason).where(ProtocolLock.meeting == meeting_id)
    return str(query.order_by(ProtocolLock.id.desc()).scalar() or "")


def _keep(meeting_id: int, version: int, reason: str) -> None:
    """Add the version's row: the plain values of this day, in one canonical form."""
    made = content(meeting_id, version, reason)
    made["meeting"]["state"] = "final"
    kept = history.kept_form(made)
    records.insert(
        ProtocolVersion,
        meeting=meeting_id,
        version=version,
        reason=reason,
        content=kept,
        content_digest=hashlib.sha256(kept.encode()).hexdigest(),
        chain_head=history.chain_head(),
        made_at=history.now(),
    )
