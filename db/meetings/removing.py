"""Taking away: what hangs below goes too, row by row in one action, so that one undo brings all of it back."""

from __future__ import annotations

from typing import Any

from db import records
from db.meetings.standing import label, standing
from db.models.meetings import (
    AgendaItem,
    Attendance,
    Candidate,
    Decision,
    DecisionOwner,
    Guest,
    Proposal,
    Speech,
    Vote,
)
from db.models.tasks import Task


def take_away(model: Any, row_id: int, named_by: str = "text") -> None:
    """Take one row away, naming the action by a field of it. Raises Refused `record_missing`."""
    label(standing(model, row_id)[named_by])
    records.remove(model, row_id)


def take_decision(decision_id: int) -> None:
    """Take a decision away with its owners and its task."""
    _take_all(DecisionOwner, DecisionOwner.decision == decision_id)
    _take_all(Task, Task.decision == decision_id)
    records.remove(Decision, decision_id)


def take_item(item_id: int) -> None:
    """Take an item away with all that was said and decided under it."""
    for model in (Speech, Proposal, Vote, Candidate):
        _take_all(model, model.agenda_item == item_id)
    for decision_id in _ids(Decision, Decision.agenda_item == item_id):
        take_decision(decision_id)
    records.remove(AgendaItem, item_id)


def take_contents(meeting_id: int) -> None:
    """Take away all that a meeting holds: its agenda and who was expected."""
    for item_id in _ids(AgendaItem, AgendaItem.meeting == meeting_id):
        take_item(item_id)
    for model in (Attendance, Guest):
        _take_all(model, model.meeting == meeting_id)


def _take_all(model: Any, condition: Any) -> None:
    for row_id in _ids(model, condition):
        records.remove(model, row_id)


def _ids(model: Any, condition: Any) -> list[int]:
    """Ids of the rows that stand and meet a condition."""
    query = model.select(model.id).where(condition, model.deleted_at.is_null()).order_by(model.id)
    return [row_id for (row_id,) in query.tuples()]
