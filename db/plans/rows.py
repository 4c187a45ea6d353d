"""What a work plan is made of, as plain values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from db.rules import plan_status
from db.rules.names import Name
from db.rules.plan_terms import Term


@dataclass(frozen=True, slots=True)
class Section:
    """A section of an association's plan, named in both languages."""

    id: int
    number: int
    ky: str
    ru: str
    uid: str = ""


LINKS = ("task", "study", "norm", "control_test", "activity", "agenda_item", "meeting")
"""The tables whose records can prove a line, the most exact first: an item says its meeting too."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What did a line's work: a meeting, an item of it, a closed task, an activity or a test held, a document studied,
    a study finished. `title` is its text, `kind` and `classes` are those of an activity or a test.

    `automatic` ones follow from the meetings held and have the id 0: they are not kept, so they cannot be taken away.
    """

    id: int
    plan_line_id: int
    done_on: dt.date
    partly: bool
    meeting_id: int | None
    agenda_item_id: int | None
    task_id: int | None
    meeting_number: int | None = None
    held_on: dt.date | None = None
    title: str = ""
    activity_id: int | None = None
    control_test_id: int | None = None
    norm_id: int | None = None
    study_id: int | None = None
    kind: str = ""
    classes: str = ""

    @property
    def automatic(self) -> bool:
        """Whether it follows from a meeting that was held."""
        return self.id == 0

    @property
    def source(self) -> tuple[str, int]:
        """What it is, as the most exact of its links: two proofs of one source are one."""
        return source({f"{table}_id": getattr(self, f"{table}_id") for table in LINKS})


def source(links: Mapping[str, int | None]) -> tuple[str, int]:
    """The most exact of the links (`task_id`, `meeting_id` …) that say what proves a line, as table and id.

    Without any it is a meeting with the id 0.
    """
    return next(((table, found) for table in LINKS if (found := links.get(f"{table}_id"))), ("meeting", 0))


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """What was noted about a line; `old_*` is the term that it had then, the meeting is that of the decision."""

    id: int
    plan_line_id: int
    kind: str
    changed_on: dt.date
    reason: str
    decision_id: int | None
    old_term: str
    old_begins: dt.date | None
    old_ends: dt.date | None
    old_month: int | None
    old_quarter: int | None
    meeting_id: int | None = None
    meeting_number: int | None = None
    held_on: dt.date | None = None

    @property
    def old(self) -> Term:
        """The term that the line had before."""
        return Term(self.old_term, self.old_begins, self.old_ends, self.old_month, self.old_quarter)


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line as its row has it."""

    id: int
    uid: str
    association_id: int
    first_year: int
    section_id: int
    section_number: int
    position: int
    text: str
    kind: str
    scope: str
    term: str
    begins: dt.date | None
    ends: dt.date | None
    month: int | None
    quarter: int | None
    classes: str
    time_place: str
    expected_result: str
    note: str
    unplanned: bool

    @property
    def when(self) -> Term:
        """The term as it was entered."""
        return Term(self.term, self.begins, self.ends, self.month, self.quarter)


@dataclass(frozen=True, slots=True)
class Line(LineRow):
    """A line with its owners, what was done, and how it stands; `first` and `last` follow the school's quarters."""

    owner_ids: tuple[int, ...]
    owners: tuple[Name, ...]
    first: dt.date
    last: dt.date
    state: str
    proofs: tuple[Proof, ...]
    changes: tuple[ChangeRow, ...]

    @property
    def done_on(self) -> dt.date | None:
        """The day on which the work was proved to be done."""
        return plan_status.done_on(self.proofs)

    @property
    def planned(self) -> Term:
        """The term that stood in the plan at first, before the line was moved."""
        return next((each.old for each in self.changes if each.kind == "moved"), self.when)

    @property
    def moved(self) -> ChangeRow | None:
        """How the line was moved last."""
        return next((each for each in reversed(self.changes) if each.kind == "moved"), None)

    @property
    def reason(self) -> str:
        """Why it was cancelled, else what was noted with the mark, else why it was moved; empty where nothing was."""
        said = [each for each in self.changes if each.kind not in ("moved", "reopened")]
        if said and plan_status.last_said(self.changes):
            return said[-1].reason
        return self.moved.reason if self.moved else ""
