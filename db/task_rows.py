"""A task as plain values, and what tasks come from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from db import task_reviews
from db.rules import calendar
from db.rules.names import Name

SOURCES: dict[str, tuple[str, ...]] = {
    "decision": ("decision",),
    "observation": ("observation", "advice", "activity"),
    "curriculum": ("curriculum_change", "calendar_plan", "norm"),
    "test": ("control_test", "study"),
    "remark": ("remark",),
}
"""Groups of what a task comes from → the tables; a task of anything else, or of nothing, is one's own."""

OWN = "own"


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task; a decision's has that one's text and owners. `due` is the day it falls due, None where no term was set.

    `source` is the table of the record of which it was made, «decision» for a decision's, empty for neither. Of a
    decision's task the meeting and the places are known, of any other the day on which it was given.
    """

    id: int
    uid: str
    decision_id: int | None
    meeting_id: int | None
    meeting_number: int | None
    held_on: dt.date | None
    item_number: int
    place: int
    given_on: dt.date | None
    source: str
    text: str
    due: dt.date | None
    next_meeting: bool
    state: str
    note: str
    closed_on: dt.date | None
    owner_ids: tuple[int, ...] = ()
    owners: tuple[Name, ...] = ()
    review_state: str = ""
    review_note: str = ""

    @property
    def decision_number(self) -> str:
        """The decision's number in its protocol, «2.1»; empty where no decision made the task."""
        return f"{self.item_number}.{self.place}" if self.decision_id is not None else ""

    @property
    def group(self) -> str:
        """The group of `SOURCES` that it comes from, else `OWN`."""
        return next((name for name, tables in SOURCES.items() if self.source in tables), OWN)

    @property
    def day(self) -> dt.date | None:
        """The day on which it was given: that of the meeting, or its own."""
        return self.held_on if self.decision_id is not None else self.given_on

    @property
    def first_year(self) -> int:
        """The school year in which it was given; 0 as long as the meeting has no day."""
        return calendar.school_year_of(self.day) if self.day else 0

    @property
    def closed(self) -> bool:
        """Whether nothing is left to do."""
        return self.state in task_reviews.CLOSED

    def overdue(self, today: dt.date) -> bool:
        """Whether its day has passed and it is not closed."""
        return not self.closed and self.due is not None and self.due < today
