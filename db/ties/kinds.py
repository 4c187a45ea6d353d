"""What names a record of each kind: its title, its day, how it stands, and whose it is; in the engine's terms."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from db.connection import execute
from db.errors import Refused
from db.ties.rows import Tied


@dataclass(frozen=True, slots=True)
class Kind:
    """Expressions over a row `t` and what it is joined with; all joined rows must stand."""

    title: str
    day: str = "NULL"
    state: str = "''"
    association: str = "t.association_id"
    joins: str = ""
    joined: tuple[str, ...] = ()
    """Aliases of the joined tables."""


_CALLED_OFF = "CASE WHEN m.state = 'cancelled' THEN 'cancelled'"
_PARKED = f"{_CALLED_OFF} WHEN i.state = 'parked' THEN 'parked' ELSE {{}} END"
_MEETING = "JOIN meeting m ON m.id = t.meeting_id"
_ITEM = f"{_MEETING} JOIN agenda_item i ON i.id = t.agenda_item_id"
_DONE = "CASE WHEN t.{0}_on IS NULL THEN '' ELSE '{0}' END"
_ITS_MEETING = "m.association_id"
_LESSON = "JOIN activity a ON a.id = {}.activity_id"
_NAMED = "coalesce(nullif({0}.title, ''), trim({0}.subject || ' ' || {0}.classes))"
_WHOSE = "trim(w.surname || ' ' || w.given)"
_LOCKED = "(SELECT locked FROM protocol_lock p WHERE p.meeting_id = t.id ORDER BY p.id DESC LIMIT 1)"
_PROVED = (
    "EXISTS (SELECT 1 FROM plan_proof p LEFT JOIN task k ON k.id = p.task_id WHERE p.plan_line_id = t.id"
    " AND p.deleted_at IS NULL AND NOT p.partly AND (k.id IS NULL OR k.state IN ('done', 'closed')))"
)
_SAID = (
    "(SELECT c.kind FROM plan_change c WHERE c.plan_line_id = t.id AND c.deleted_at IS NULL ORDER BY c.id DESC LIMIT 1)"
)
_PERSON = "JOIN person n ON n.id = t.{}_id"
_OF_PERSON = "trim(n.surname || ' ' || n.given || ' ' || {})"

_CLASS = "JOIN school_class c ON c.id = t.school_class_id"

KINDS: dict[str, Kind] = {
    "meeting": Kind("t.number", "t.held_on", f"CASE WHEN {_LOCKED} THEN 'final' ELSE t.state END"),
    "agenda_item": Kind(
        "t.title", "m.held_on", f"{_CALLED_OFF} ELSE t.state END", "m.association_id", _MEETING, ("m",)
    ),
    "speech": Kind("t.text", "m.held_on", _PARKED.format("''"), _ITS_MEETING, _ITEM, ("m", "i")),
    "proposal": Kind("t.text", "m.held_on", _PARKED.format("t.outcome"), _ITS_MEETING, _ITEM, ("m", "i")),
    "decision": Kind("t.text", "m.held_on", _PARKED.format("''"), _ITS_MEETING, _ITEM, ("m", "i")),
    "task": Kind(
        "coalesce(nullif(t.text, ''), d.text)",
        "coalesce(t.deadline, d.deadline)",
        "t.state",
        joins="LEFT JOIN decision d ON d.id = t.decision_id",
        joined=("d",),
    ),
    "plan_line": Kind("t.text", "t.begins", f"CASE WHEN {_PROVED} THEN 'proved' ELSE coalesce({_SAID}, 'planned') END"),
    "activity": Kind(_NAMED.format("t"), "t.held_on", "t.state"),
    "observation": Kind(
        _NAMED.format("a"), "a.held_on", association="a.association_id", joins=_LESSON.format("t"), joined=("a",)
    ),
    "advice": Kind(
        "t.text",
        "a.held_on",
        association="a.association_id",
        joins=f"JOIN observation o ON o.id = t.observation_id {_LESSON.format('o')}",
        joined=("o", "a"),
    ),
    "control_test": Kind(
        "coalesce(nullif(t.title, ''), trim(t.subject || ' ' || t.class_name))", "t.held_on", "t.state"
    ),
    "mark_sheet": Kind(
        "trim(t.subject || ' ' || c.grade || '-' || c.letter)",
        association="(SELECT m.association_id FROM member m WHERE m.person_id = t.teacher_id AND m.deleted_at IS NULL"
        " ORDER BY m.id DESC LIMIT 1)",
        joins="JOIN school_class c ON c.id = t.school_class_id",
        joined=("c",),
    ),
    "transition": Kind(
        "trim(t.subject || ' ' || coalesce(c.grade || '-' || c.letter, ''))",
        joins="LEFT JOIN school_class c ON c.cohort_id = t.cohort_id AND c.first_year = t.first_year"
        " AND c.deleted_at IS NULL",
    ),
    "level_work": Kind(
        "trim(t.subject || ' ' || c.grade || '-' || c.letter || ' ' || t.work)", joins=_CLASS, joined=("c",)
    ),
    "standard_measure": Kind(
        "t.measure",
        "t.deadline",
        _DONE.format("done"),
        "e.association_id",
        "JOIN control_test_requirement q ON q.id = t.control_test_requirement_id"
        " JOIN control_test e ON e.id = q.control_test_id",
        ("q", "e"),
    ),
    "class_handover": Kind("c.grade || '-' || c.letter", "t.held_on", joins=_CLASS, joined=("c",)),
    "norm": Kind("t.title", "t.issued_on", "t.state"),
    "curriculum_change": Kind("t.text", "t.valid_from"),
    "calendar_plan": Kind("trim(t.subject || ' ' || t.class_name)", "t.considered_on"),
    "study": Kind(_NAMED.format("t"), "t.finished_on", _DONE.format("finished")),
    "letter": Kind("t.title", "t.written_on"),
    # What a remark says is for the teacher alone: here only that there is one.
    "remark": Kind("''", "t.given_on", "CASE WHEN t.answered_on IS NULL THEN 'open' ELSE 'answered' END"),
    "journal_note": Kind("t.text", "t.noted_on"),
    # The speaking floors have the word for its kind of period: here that and the part, «quarter 1 2026».
    "evaluation": Kind("t.period || ' ' || t.part || ' ' || t.first_year", "t.ends", "t.state"),
    "criteria_version": Kind("t.number", "t.adopted_on", "t.state"),
    "appeal": Kind(
        "t.reason", "t.filed_on", "t.outcome", "e.association_id", "JOIN evaluation e ON e.id = t.evaluation_id", ("e",)
    ),
    "reward": Kind(
        f"{_WHOSE} || ' – ' || t.award", "t.proposed_on", "t.state", joins="JOIN person w ON w.id = t.person_id"
    ),
    # Only a step that says something can lead on: the head of studies' remarks.
    "analysis_step": Kind(
        "t.note",
        "t.done_on",
        "t.step",
        "a.association_id",
        "JOIN analysis_version v ON v.id = t.analysis_version_id JOIN analysis a ON a.id = v.analysis_id",
        ("v", "a"),
    ),
    "member_analysis": Kind(_WHOSE, "t.made_on", joins="JOIN person w ON w.id = t.person_id"),
    "vacancy": Kind(
        "trim(t.subject || ' ' || t.classes)", "t.since", "CASE WHEN t.closed_on IS NULL THEN '' ELSE 'closed' END"
    ),
    "course": Kind("t.topic", "coalesce(t.certified_on, t.ends, t.begins)"),
    "attestation": Kind(_OF_PERSON.format("t.order_number"), "t.given_on", joins=_PERSON.format("person")),
    "self_education": Kind("t.topic"),
    "practice": Kind("t.topic"),
    "mentoring": Kind(_OF_PERSON.format("''"), "t.begins", joins=_PERSON.format("novice")),
    "award": Kind("t.title", "t.awarded_on"),
    "methodical_work": Kind("t.title", "t.held_on"),
}
"""Table → how its rows are named. What stands here can be tied; the rest (people, the calendar) is tied to nothing."""


def named(table: str, ids: Iterable[int] = (), uids: Iterable[str] = ()) -> list[Tied]:
    """The records of a table that still stand, with whatever they stand under: one query."""
    kind, by_id, by_uid = KINDS[table], tuple(ids), tuple(uids)
    standing = "".join(f" AND {alias}.deleted_at IS NULL" for alias in kind.joined)
    # An empty list beside the other one would make the engine read the whole table.
    either = [f"t.{name} IN ({_marks(given)})" for name, given in (("id", by_id), ("uid", by_uid)) if given]
    found = execute(
        f"SELECT t.id, t.uid, {kind.title}, {kind.day}, {kind.state} FROM {table} t {kind.joins}"
        f" WHERE t.deleted_at IS NULL{standing} AND ({' OR '.join(either) or 'FALSE'})",
        (*by_id, *by_uid),
    )
    return [_tied(table, *line) for line in found]


def one(table: str, row_id: int) -> Tied:
    """A record by its number; raises Refused `record_missing` where it does not stand or cannot be tied."""
    found = named(table, [row_id]) if table in KINDS else []
    if not found:
        raise Refused("record_missing", table=table)
    return found[0]


def association_of(table: str, row_id: int) -> int:
    """Whose a record is; raises Refused `record_missing`."""
    kind = KINDS[one(table, row_id).table]
    found = execute(f"SELECT {kind.association} FROM {table} t {kind.joins} WHERE t.id = ?", (row_id,))
    return int(found[0][0])


def _marks(values: Sequence[Any]) -> str:
    return ", ".join("?" * len(values))


def _tied(table: str, row_id: int, uid: str, title: Any, day: str | None, state: str) -> Tied:
    return Tied(table, row_id, uid, str(title or ""), dt.date.fromisoformat(day) if day else None, state)
