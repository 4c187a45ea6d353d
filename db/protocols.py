"""Finished protocols: made final, amended with a reason, signed. Final is final: triggers hold it."""

from __future__ import annotations

import datetime as dt
import difflib
import hashlib
import json
from dataclasses import dataclass
from typing import Any

from db import edits, history, records
from db.connection import rows
from db.errors import Refused
from db.history import action
from db.meetings.content import Content, content
from db.meetings.deciding import vote_problems
from db.meetings.rows import Item, Sheet
from db.meetings.sheet import meeting
from db.models.meetings import Meeting
from db.models.protocols import ProtocolLock, ProtocolSigning, ProtocolVersion
from db.reading import columns


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
    return found


def _unfinished_item(of: Sheet, item: Item) -> list[Unfinished]:
    label = str(item.number)
    if not item.touched:
        return [Unfinished("item_untouched", item.row.id, label=label)]
    found = [] if item.decisions else [Unfinished("no_decision", item.row.id, label=label)]
    for place, decision in enumerate(item.decisions, start=1):
        where = f"{item.number}.{place}"
        if not decision.text.strip():
            found.append(Unfinished("decision_empty", item.row.id, decision.id, where))
        if bool(decision.owners) != bool(decision.deadline or decision.deadline_next_meeting):
            code = "decision_without_deadline" if decision.owners else "decision_without_owner"
            found.append(Unfinished(code, item.row.id, decision.id, where))
    problems = vote_problems(item, of.voters(item.number))
    return found + [Unfinished(code, item.row.id, label=label) for code in problems]


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
    return _signed(found[-1].plain, of.signed_on)


@dataclass(frozen=True, slots=True)
class Difference:
    """One line that two versions do not share: sign «-» stands in the older alone, «+» in the newer."""

    sign: str
    text: str


def differences(older: list[str], newer: list[str]) -> list[Difference]:
    """Compare two versions as the lines of text they print."""
    found = (line for line in difflib.ndiff(older, newer) if line[:1] in "+-")
    return [Difference(line[0], line[2:]) for line in found]


def _signed(plain: Content, signed_on: dt.date | None) -> Content:
    """The stored values with the signing day, which comes after them."""
    meeting_values: dict[str, Any] = {**plain["meeting"], "signed_on": signed_on.isoformat() if signed_on else None}
    return {**plain, "meeting": meeting_values}


def _amendment_reason(meeting_id: int) -> str:
    query = ProtocolLock.select(ProtocolLock.reason).where(ProtocolLock.meeting == meeting_id)
    return str(query.order_by(ProtocolLock.id.desc()).scalar() or "")


def _keep(meeting_id: int, version: int, reason: str) -> None:
    """Add the version's row: the plain values of this day, in one canonical form."""
    made = content(meeting_id, version, reason)
    made["meeting"]["state"] = "final"
    canonical = json.dumps(made, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    records.insert(
        ProtocolVersion,
        meeting=meeting_id,
        version=version,
        reason=reason,
        content=canonical,
        content_digest=hashlib.sha256(canonical.encode()).hexdigest(),
        chain_head=history.chain_head(),
        made_at=history.now(),
    )
