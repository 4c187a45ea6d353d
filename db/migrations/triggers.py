"""The one list of triggers: what is final stays final, whoever writes to the file."""

from __future__ import annotations

WORKING = (
    "agenda_item", "attendance", "guest", "speech", "proposal", "decision", "decision_owner", "vote", "candidate",
    "task_review",
)  # fmt: skip
"""Tables whose rows belong to a meeting and are locked with its protocol."""

GROWING = ("protocol_version", "protocol_lock", "protocol_signing", "event", "event_line")
"""Tables to which rows are only added."""


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

    The insert's second half stops REPLACE from taking away a locked row even where recursive triggers are off.
    """
    replaced = (
        f"EXISTS (SELECT 1 FROM {table} t WHERE (t.id = NEW.id OR t.uid = NEW.uid) AND {_locked(f't.{meeting}')})"
    )
    return [
        _refuse(table, "INSERT", f"{_locked(f'NEW.{meeting}')} OR {replaced}", "final_protocol"),
        _refuse(table, "UPDATE", f"{_locked(f'OLD.{meeting}')} OR {_locked(f'NEW.{meeting}')}", "final_protocol"),
        _refuse(table, "DELETE", _locked(f"OLD.{meeting}"), "final_protocol"),
    ]


def _grow(table: str) -> list[str]:
    """Refuse to change, delete or replace rows of a table that only grows."""
    same = "t.id = NEW.id" if table.startswith("event") else "t.id = NEW.id OR t.uid = NEW.uid"
    if table == "protocol_version":
        same = f"{same} OR (t.meeting_id = NEW.meeting_id AND t.version = NEW.version)"
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
