"""Undo and redo across restarts: both append events, and what can be undone follows from the log."""

from __future__ import annotations

import json
from dataclasses import dataclass

from db import edits, history, records
from db.connection import rows
from db.errors import Refused
from db.history import Change, action
from db.models.all import BY_TABLE
from db.models.history import Event, EventLine

BARRIERS = frozenset(
    {
        "protocol.finalise", "protocol.amend", "protocol.sign", "plan.hand_in", "plan.approve", "exchange.import",
        "example.write", "evaluation.close", "evaluation.reopen",
    }
)  # fmt: skip
"""Actions that are not taken back; nothing before them is either."""

PAGE = 200


@dataclass(frozen=True, slots=True)
class Step:
    """An event that can be undone or redone: its number, what kind of action it was and what it was about."""

    id: int
    action: str
    subject: str
    undoes: int | None


def next_undo() -> Step | None:
    """The newest action that stands and can be taken back."""
    return _find(redo=False)


def next_redo() -> Step | None:
    """The newest undo that can itself be taken back; none once something new was done."""
    return _find(redo=True)


@dataclass(frozen=True, slots=True)
class Line:
    """One row that an event changed, as it was before (JSON of the changed columns; None: it was not there)."""

    table_name: str
    uid: str
    before: str | None


def undo() -> Change[Step]:
    """Take back the newest action; raises Refused `nothing_to_undo`.

    What is being typed becomes an event of its own first: it is the newest thing done, so it is what goes.
    """
    edits.close_all()
    return _undo()


def redo() -> Change[Step]:
    """Do again what was last undone; raises Refused `nothing_to_redo`, also once something was typed since."""
    edits.close_all()
    return _redo()


@action("undo")
def _undo() -> Step:
    return _take_back(next_undo(), "nothing_to_undo")


@action("redo")
def _redo() -> Step:
    return _take_back(next_redo(), "nothing_to_redo")


def _find(redo: bool) -> Step | None:
    """Walk the log from its newest end; an undo or redo that stands kills what it took back."""
    dead: set[int] = set()
    below: int | None = None
    while page := _page(below):
        for step in page:
            if step.id in dead:
                continue
            if step.undoes is not None:
                if redo and step.action == "undo":
                    return step
                dead.add(step.undoes)
                continue
            return None if redo or step.action in BARRIERS else step
        below = page[-1].id
    return None


def _page(below: int | None) -> list[Step]:
    query = Event.select(Event.id, Event.action, Event.subject, Event.undoes.alias("undoes"))
    if below is not None:
        query = query.where(Event.id < below)
    return rows(query.order_by(Event.id.desc()).limit(PAGE), Step)


def _take_back(step: Step | None, refusal: str) -> Step:
    """Restore every row that the step changed to what it was before."""
    if step is None:
        raise Refused(refusal)
    history.undoing(step.id)
    for line in _lines(step):
        _restore(line)
    return _named(step)


def _restore(line: Line) -> None:
    """Put a row back to what it was before."""
    model = BY_TABLE[line.table_name]
    row_id = model.select(model.id).where(model.uid == line.uid).scalar()
    if line.before is None:
        return records.remove(model, row_id)
    before = json.loads(line.before).items()
    records.change(model, row_id, **{name: model._meta.fields[name].python_value(value) for name, value in before})
    return None


def _lines(step: Step) -> list[Line]:
    """What a step changed, the last first."""
    query = EventLine.select(EventLine.table_name, EventLine.uid, EventLine.before).where(EventLine.event == step.id)
    return rows(query.order_by(EventLine.id.desc()), Line)


def _named(step: Step) -> Step:
    """An undone undo is named by what it had taken back."""
    while step.undoes is not None:
        query = Event.select(Event.id, Event.action, Event.subject, Event.undoes.alias("undoes"))
        step = rows(query.where(Event.id == step.undoes), Step)[0]
    return step
