"""What is said under an item: speeches, questions and answers, remarks, and proposals."""

from __future__ import annotations

from typing import Any

from db import records
from db.connection import rows
from db.history import action
from db.meetings.removing import take_away
from db.meetings.rows import ProposalRow
from db.meetings.sheet import meeting, previous
from db.meetings.standing import change_fields, under_item
from db.models.meetings import AgendaItem, Proposal, Speech
from db.reading import columns

SPEECH_FIELDS = frozenset({"kind", "person_id", "guest", "text"})
PROPOSAL_FIELDS = frozenset({"person_id", "text", "outcome", "reason"})


@action("speech.add")
def add_speech(
    item_id: int, kind: str = "speech", person_id: int | None = None, guest: str = "", text: str = ""
) -> int:
    """Note that someone of the school, or a guest, spoke; returns the row's id."""
    values = {"kind": kind, "person": person_id, "guest": guest, "text": text}
    return records.insert(Speech, **under_item(Speech, item_id), **values)


@action("speech.change")
def change_speech(speech_id: int, **fields: Any) -> None:
    """Type over kind, speaker or text (`SPEECH_FIELDS`)."""
    change_fields(Speech, speech_id, fields, SPEECH_FIELDS)


@action("speech.remove")
def remove_speech(speech_id: int) -> None:
    """Take a speech away."""
    take_away(Speech, speech_id)


@action("proposal.add")
def add_proposal(item_id: int, person_id: int | None = None, text: str = "", outcome: str = "open") -> int:
    """Note a proposal; returns the row's id."""
    values = {"person": person_id, "text": text, "outcome": outcome}
    return records.insert(Proposal, **under_item(Proposal, item_id), **values)


@action("proposal.change")
def change_proposal(proposal_id: int, **fields: Any) -> None:
    """Type over author, text, or the meeting's answer and its reason (`PROPOSAL_FIELDS`)."""
    change_fields(Proposal, proposal_id, fields, PROPOSAL_FIELDS)


@action("proposal.remove")
def remove_proposal(proposal_id: int) -> None:
    """Take a proposal away."""
    take_away(Proposal, proposal_id)


def answered(meeting_id: int) -> list[ProposalRow]:
    """The last meeting's proposals with their answers, for their authors to hear at this one."""
    before = previous(meeting(meeting_id))
    if before is None:
        return []
    query = Proposal.select(*columns(Proposal, ProposalRow)).join(AgendaItem)
    query = query.where(Proposal.meeting == before.id, Proposal.deleted_at.is_null())
    return rows(query.order_by(AgendaItem.position, AgendaItem.id, Proposal.position, Proposal.id), ProposalRow)
