"""The one list of triggers: what is final stays final, whoever writes to the file."""

from __future__ import annotations

WORKING = (
    "agenda_item", "attendance", "guest", "speech", "proposal", "decision", "decision_owner", "vote", "candidate",
    "task_review",
)  # fmt: skip
"""Tables whose rows belong to a meeting and are locked with its protocol."""

GROWING = (
    "protocol_version", "protocol_lock", "protocol_signing", "plan_version", "plan_approval", "event", "event_line",
)  # fmt: skip
"""Tables to which rows are only added."""

NUMBERED = {
    "protocol_version": ("meeting_id", "version"),
    "plan_version": ("association_id", "first_year", "scope", "part", "version"),
}
"""Growing table → the columns in which no two rows agree: a REPLACE by them would take the older row away."""

PARENTS = {
    **dict.fromkeys(("speech", "proposal", "decision", "vote", "candidate"), ("agenda_item", "agenda_item_id")),
    "decision_owner": ("decision", "decision_id"),
}
"""Working table → the table under whose rows its own hang, and the column that says under which."""


def _locked(meeting: str) -> str:
    """The SQL condition that a meeting's newest lock row locks it."""
    return f"(SELECT locked FROM protocol_lock WHERE meeting_id = {meeting} ORDER BY id DESC LIMIT 1) = 1"


def _refuse(table: str, moment: str, condition: str, code: str) -> str:
    """A trigger that stops `moment` (INSERT, UPDATE, DELETE) on a table when the condition holds."""
    return (
        f"CREATE TRIGGER {code}_{table}_{moment.lower()} BEFORE {moment} ON {table} WHEN {condition} "
        f"BEGIN SELECT RAISE(ABORT, '{code}'); END"
    )


def _lock(table: str, meeting: str) -> list[str]:
    """Locks of one working table; `meeting` is its column that holds the meeting.

    What a REPLACE would take away is looked for as well: where recursive triggers are off, it fires no DELETE.
    """
    new, old = _locked(f"NEW.{meeting}"), _locked(f"OLD.{meeting}")
    same = f"(t.id = NEW.id OR t.uid = NEW.uid) AND {_locked(f't.{meeting}')}"
    under = f" OR {_locked(_meeting_of_parent(*PARENTS[table]))}" if table in PARENTS else ""
    replaced = f"EXISTS (SELECT 1 FROM {table} t WHERE {same})"
    ousted = f"EXISTS (SELECT 1 FROM {table} t WHERE t.id <> OLD.id AND {same})"
    return [
        _refuse(table, "INSERT", f"{new} OR {replaced}{under}", "final_protocol"),
        _refuse(table, "UPDATE", f"{old} OR {new} OR {ousted}{under}", "final_protocol"),
        _refuse(table, "DELETE", old, "final_protocol"),
    ]


def _meeting_of_parent(table: str, column: str) -> str:
    """The SQL of the meeting of the row under which a new row hangs, whatever meeting it names itself."""
    return f"(SELECT meeting_id FROM {table} WHERE id = NEW.{column})"


def _grow(table: str) -> list[str]:
    """Refuse to change, delete or replace rows of a table that only grows."""
    same = "t.id = NEW.id" if table.startswith("event") else "t.id = NEW.id OR t.uid = NEW.uid"
    if table in NUMBERED:
        same = f"{same} OR ({' AND '.join(f't.{column} = NEW.{column}' for column in NUMBERED[table])})"
    return [
        _refuse(table, "INSERT", f"EXISTS (SELECT 1 FROM {table} t WHERE {same})", "only_grows"),
        _refuse(table, "UPDATE", "1", "only_grows"),
        _refuse(table, "DELETE", "1", "only_grows"),
    ]


TRIGGERS: tuple[str, ...] = (
    *(statement for table in WORKING for statement in _lock(table, "meeting_id")),
    *_lock("meeting", "id"),
    *(statement for table in GROWING for statement in _grow(table)),
)
