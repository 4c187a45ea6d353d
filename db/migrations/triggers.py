"""The one list of triggers: what is final stays final, whoever writes to the file."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Lock:
    """What is locked together: the newest row of `table` says whether an owner's working rows are."""

    owner: str
    table: str
    code: str
    """How a trigger names the refusal."""
    working: tuple[str, ...]
    """Tables whose rows belong to an owner, by the column `<owner>_id`, and are locked with it."""
    parents: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Working table → the table under whose rows its own hang, and the column that says under which."""

    @property
    def column(self) -> str:
        """The column of a working row that holds its owner."""
        return f"{self.owner}_id"

    def locked(self, owner: str) -> str:
        """The SQL condition that an owner's newest lock row locks it."""
        return f"(SELECT locked FROM {self.table} WHERE {self.column} = {owner} ORDER BY id DESC LIMIT 1) = 1"


PROTOCOL = Lock(
    "meeting",
    "protocol_lock",
    "final_protocol",
    (
        "agenda_item", "attendance", "guest", "speech", "proposal", "decision", "decision_owner", "vote", "candidate",
        "task_review",
    ),
    {
        **dict.fromkeys(("speech", "proposal", "decision", "vote", "candidate"), ("agenda_item", "agenda_item_id")),
        "decision_owner": ("decision", "decision_id"),
    },
)  # fmt: skip
EVALUATION = Lock(
    "evaluation",
    "evaluation_lock",
    "closed_evaluation",
    ("evaluation_sheet", "evaluation_point", "evaluation_proof", "appeal"),
    {
        "evaluation_point": ("evaluation_sheet", "evaluation_sheet_id"),
        "evaluation_proof": ("evaluation_point", "evaluation_point_id"),
        "appeal": ("evaluation_sheet", "evaluation_sheet_id"),
    },
)  # fmt: skip
LOCKS = (PROTOCOL, EVALUATION)

GROWING = (
    "protocol_version", "protocol_lock", "protocol_signing", "plan_version", "plan_approval", "evaluation_version",
    "evaluation_lock", "analysis_version", "analysis_step", "event", "event_line",
)  # fmt: skip
"""Tables to which rows are only added."""

NUMBERED = {
    "protocol_version": ("meeting_id", "version"),
    "plan_version": ("association_id", "first_year", "scope", "part", "version"),
    "evaluation_version": ("evaluation_id", "version"),
    "analysis_version": ("analysis_id", "version"),
}
"""Growing table → the columns in which no two rows agree: a REPLACE by them would take the older row away."""


def _refuse(table: str, moment: str, condition: str, code: str) -> str:
    """A trigger that stops `moment` (INSERT, UPDATE, DELETE) on a table when the condition holds."""
    return (
        f"CREATE TRIGGER {code}_{table}_{moment.lower()} BEFORE {moment} ON {table} WHEN {condition} "
        f"BEGIN SELECT RAISE(ABORT, '{code}'); END"
    )


def _lock(lock: Lock, table: str) -> list[str]:
    """Locks of one table.

    What a REPLACE would take away is looked for as well: where recursive triggers are off, it fires no DELETE.
    """
    column = "id" if table == lock.owner else lock.column
    new, old = lock.locked(f"NEW.{column}"), lock.locked(f"OLD.{column}")
    same = f"(t.id = NEW.id OR t.uid = NEW.uid) AND {lock.locked(f't.{column}')}"
    under = f" OR {lock.locked(_owner_of_parent(lock, *lock.parents[table]))}" if table in lock.parents else ""
    replaced = f"EXISTS (SELECT 1 FROM {table} t WHERE {same})"
    ousted = f"EXISTS (SELECT 1 FROM {table} t WHERE t.id <> OLD.id AND {same})"
    return [
        _refuse(table, "INSERT", f"{new} OR {replaced}{under}", lock.code),
        _refuse(table, "UPDATE", f"{old} OR {new} OR {ousted}{under}", lock.code),
        _refuse(table, "DELETE", old, lock.code),
    ]


def _owner_of_parent(lock: Lock, table: str, column: str) -> str:
    """The SQL of the owner of the row under which a new row hangs, whatever owner it names itself."""
    return f"(SELECT {lock.column} FROM {table} WHERE id = NEW.{column})"


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
    *(statement for lock in LOCKS for table in (*lock.working, lock.owner) for statement in _lock(lock, table)),
    *(statement for table in GROWING for statement in _grow(table)),
)
