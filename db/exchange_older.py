"""Exports of older versions: which fields their rows lack, and what these hold from now on.

A row is proved by its digest over the fields that it has; only then it gets the newer ones, as the migration gives
them to the rows of an older data file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]
Newer: TypeAlias = Mapping[str, Callable[[Json], Any]]
"""Field → what it holds in a row of the file: plain values, of a link the uid."""

WIDER = 4
"""Since this schema a task may be of no decision, and more kinds of records prove a line of the plan."""


def newer_fields(schema: int, tables: Mapping[str, list[Json]]) -> dict[str, Newer]:
    """Table → the fields that a file of this schema does not have yet; `tables` are the file's rows."""
    if schema >= WIDER:
        return {}
    decisions, meetings = ({row.get("uid"): row for row in tables.get(table, ())} for table in ("decision", "meeting"))

    def association(task: Json) -> Any:
        """Whose meeting took the decision."""
        decision = decisions.get(task.get("decision"), {})
        return meetings.get(decision.get("meeting"), {}).get("association")

    return {
        "task": {"association": association, "text": lambda _row: "", "given_on": lambda _row: None},
        "plan_proof": dict.fromkeys(("activity", "control_test", "norm", "study"), lambda _row: None),
    }
