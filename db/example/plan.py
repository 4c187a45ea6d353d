"""The example year's work plan: handed in twice, approved, and filled in by what the example's meetings did."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from db.meetings.sheet import meeting
from db.models.meetings import AgendaItem
from db.models.tasks import Task
from db.plans import approvals, course
from db.plans.heads import save_head
from db.plans.lines import add_line
from db.plans.sections import sections
from db.plans.yearly import start_empty
from db.records import stored
from db.schools import school
from db.stock_files import plan_sections, read_stock

Entry = Mapping[str, Any]

TYPED = ("text", "kind", "term", "begins", "ends", "month", "quarter", "classes", "unplanned")
"""What an entry of the file says as a line's field of the same name."""

BEYOND = 0
"""Stands for the work beyond the plan among the versions that lines came with."""


@dataclass(slots=True)
class Known:
    """What the example's files call by a key: people, meetings, items «4@1», decisions «4.1@1», lines «8.2»."""

    people: dict[str, int] = field(default_factory=dict)
    meetings: dict[int, int] = field(default_factory=dict)
    items: dict[str, int] = field(default_factory=dict)
    decisions: dict[str, int] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    """By section and place in the section's entry of the plan's file."""
    norms: dict[str, int] = field(default_factory=dict)
    tests: dict[str, dict[str, int]] = field(default_factory=dict)
    """Of each test the work of every class."""
    advice: dict[str, int] = field(default_factory=dict)
    studies: dict[str, int] = field(default_factory=dict)
    activities: dict[str, int] = field(default_factory=dict)
    visits: list[tuple[int, Entry]] = field(default_factory=list)
    """Each visited lesson with its entry of the file."""


def write(association_id: int, first_year: int, known: Known) -> None:
    """Write the plan of a year whose meetings are there: its versions first, then what became of its lines."""
    plan = read_stock("example_plan")
    start_empty(association_id, first_year)
    save_head(association_id, first_year, **{name: text.strip() for name, text in plan["head"].items()})
    writer = _Writer(association_id, first_year, known, plan["section"])
    for number, version in enumerate(plan["version"], 1):
        writer.write_lines(number)
        writer.hand_in(version)
    writer.write_lines(BEYOND)
    writer.write_course()


class _Writer:
    """Remembers which lines came of which entries."""

    def __init__(self, association_id: int, first_year: int, known: Known, file: list[Entry]) -> None:
        self._of = (association_id, first_year)
        self._known = known
        self._file = file
        self._sections = {each.number: each.id for each in sections(association_id)}
        self._usual = {
            f"{section.number}.{place}": line
            for section in plan_sections()
            for place, line in enumerate(section.lines, 1)
        }
        self._written: list[tuple[int, Entry]] = []

    def write_lines(self, version: int) -> None:
        """Write the lines that came with a version of the plan."""
        for section in self._file:
            for place, entry in enumerate(section["line"], 1):
                if (BEYOND if entry.get("unplanned") else entry.get("version", 1)) == version:
                    line_id = self._write_line(self._sections[section["number"]], entry)
                    self._known.lines[f"{section['number']}.{place}"] = line_id

    def _write_line(self, section_id: int, entry: Entry) -> int:
        fields = {name: entry[name] for name in TYPED if name in entry}
        usual = self._usual.get(entry.get("stock", ""))
        if usual is not None:
            of = {"text": usual.ky, "kind": usual.kind, "term": usual.term}
            fields = of | {"month": usual.month, "quarter": usual.quarter} | fields
        fields["expected_result"] = usual.result_ky if usual else entry.get("result", "")
        fields["time_place"] = entry.get("place", "")
        fields["owner_ids"] = [self._known.people[key] for key in entry["owners"]]
        line_id = add_line(*self._of, section_id, **fields).value
        self._written.append((line_id, entry))
        return line_id

    def hand_in(self, entry: Entry) -> None:
        """Hand the plan in as it stands, and take it through its steps."""
        version = approvals.hand_in(*self._of, reason=entry.get("reason", "")).value
        version_id = next(each.id for each in approvals.versions(*self._of) if each.version == version)
        considered = self._known.meetings[entry["considered"]]
        approvals.approve(version_id, "considered", self._held(considered), considered)
        names = school()
        if names is not None:
            approvals.approve(version_id, "agreed", entry["agreed"], name=names.head_of_studies)
            approvals.approve(version_id, "approved", entry["approved"], name=names.director)

    def write_course(self) -> None:
        """Write what became of every line."""
        for line_id, entry in self._written:
            if "moved" in entry:
                self._move(line_id, entry["moved"])
            if "cancelled" in entry:
                course.cancel_line(line_id, entry["cancelled"]["on"], entry["cancelled"]["reason"])
            if "marked" in entry:
                course.mark_line(line_id, entry["marked"])
            for proof in entry.get("proof", ()):
                self._prove(line_id, proof)

    def _move(self, line_id: int, moved: Entry) -> None:
        decision_id = self._known.decisions.get(moved.get("decision", ""))
        course.move_term(
            line_id, moved["on"], moved["reason"], term=moved["term"], month=moved["month"], decision_id=decision_id
        )

    def _prove(self, line_id: int, proof: Entry) -> None:
        item_id = self._known.items.get(proof.get("item", ""))
        meeting_id = self._known.meetings.get(proof.get("meeting", 0))
        task_id = self._task(proof["task"]) if "task" in proof else None
        at = stored(AgendaItem, item_id)["meeting"] if item_id else meeting_id
        done_on = proof["on"] if "on" in proof else self._held(at)
        sources = {"meeting_id": meeting_id, "agenda_item_id": item_id, "task_id": task_id}
        course.prove(line_id, done_on, **sources, partly=proof.get("partly", False))

    def _task(self, decision: str) -> int:
        return int(Task.select(Task.id).where(Task.decision == self._known.decisions[decision]).scalar())

    def _held(self, meeting_id: Any) -> dt.date:
        return meeting(int(meeting_id)).held_on or dt.date.min
