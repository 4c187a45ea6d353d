"""How the duties were kept: meetings that a member missed, tasks that were late."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from db import task_reading
from db.connection import rows
from db.evaluations.evidence import Asked, Evidence, Found
from db.models.meetings import Attendance, Meeting
from db.rules.promises import kept_late

MISSED, KEPT = "missed", "kept"
"""The two kinds of record here; how many were missed is what counts."""
WITHOUT_REASON = frozenset({"", "unexcused"})
"""An absence for a reason that was named (illness, a course) is no breach of discipline."""


@dataclass(frozen=True, slots=True)
class _Attended:
    person_id: int
    uid: str
    number: int
    held_on: dt.date
    state: str
    reason: str


def attendance(of: Asked) -> Found:
    """The association's meetings at which she was expected, by day; absence without a reason is `missed`."""
    columns = (Attendance.person.alias("person_id"), Meeting.uid, Meeting.number, Meeting.held_on)
    query: Any = Attendance.select(*columns, Attendance.state, Attendance.reason).join(Meeting)
    query = query.where(
        Attendance.person.in_(of.person_ids), Attendance.deleted_at.is_null(), Meeting.deleted_at.is_null(),
        Meeting.association == of.association_id, of.within(Meeting.held_on),
        Meeting.state.in_(("in_progress", "draft")),
    )  # fmt: skip
    found: Found = defaultdict(list)
    for each in rows(query.order_by(Meeting.held_on, Meeting.id), _Attended):
        missed = each.state == "absent" and each.reason in WITHOUT_REASON
        title = f"{'− ' if each.state == 'absent' else ''}№ {each.number}"
        found[each.person_id].append(
            Evidence(each.person_id, "meeting", each.uid, title, each.held_on, MISSED if missed else KEPT)
        )
    return found


def tasks(of: Asked) -> Found:
    """The tasks that fell due, `missed` if done late or not at all; those made of a remark are for her alone."""
    due = task_reading.due()
    query = task_reading.query(of.association_id).where(task_reading.owned_by(of.person_ids), of.within(due))
    today, found = dt.date.today(), defaultdict[int, list[Evidence]](list)
    held: Any = Meeting.select(Meeting.held_on).where(
        Meeting.association == of.association_id, Meeting.deleted_at.is_null(), Meeting.held_on.is_null(False),
        Meeting.state.in_(("in_progress", "draft")),
    )  # fmt: skip
    met_on = [day for (day,) in held.tuples()]
    for each in task_reading.read(query.order_by(due)):
        if each.source == "remark" or (not each.closed and not each.overdue(today)):
            continue
        late = not each.closed or kept_late(each.due, each.closed_on, met_on)
        match = MISSED if late else KEPT
        for person_id in of.person_ids:
            if person_id in each.owner_ids:
                title = f"{each.decision_number} {each.text}".strip()
                found[person_id].append(Evidence(person_id, "task", each.uid, title, each.due, match))
    return found
