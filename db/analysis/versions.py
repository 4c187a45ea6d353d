"""An analysis as it was approved: versions, and their steps – considered, handed in, read. Both only grow."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from peewee import JOIN

from db import history, records
from db.analysis.content import Content, content
from db.analysis.keeping import analysis_id, begun
from db.analysis.rows import Scope
from db.connection import rows
from db.errors import Refused
from db.gate import checked
from db.history import action
from db.meetings.sheet import meeting
from db.models.analysis import Analysis, AnalysisStep, AnalysisVersion
from db.models.meetings import Meeting
from db.reading import columns

STEPS = ("considered", "handed_in", "acquainted")
"""In their order: the association's meeting, to the head of studies, whom the remarks of the last are from."""
HEAD = frozenset({"version", "reason", "steps"})
"""What of a version says nothing about the work."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step that a version passed: at a meeting, to or by whom; `note` of the last: the head of studies' remarks."""

    id: int
    uid: str
    analysis_version_id: int
    step: str
    done_on: dt.date
    meeting_id: int | None
    name: str
    note: str
    meeting_number: int | None = None


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version as its row has it."""

    id: int
    analysis_id: int
    version: int
    reason: str
    content: str
    content_digest: str
    made_at: str


@dataclass(frozen=True, slots=True)
class Version(VersionRow):
    """A version with every word on its steps, in the order in which they were noted."""

    steps: tuple[Step, ...]

    @property
    def passed(self) -> dict[str, Step]:
        """The newest word on each step."""
        return {each.step: each for each in self.steps}

    @property
    def plain(self) -> Content:
        """The plain values as they were then, with the steps of today."""
        values: Content = json.loads(self.content)
        return values | {"steps": [_plain(self.passed[step]) for step in STEPS if step in self.passed]}


def versions(of: Scope) -> tuple[Version, ...]:
    """The versions of an analysis, the first first; two queries."""
    known = analysis_id(of)
    query = AnalysisVersion.select(*columns(AnalysisVersion, VersionRow)).where(AnalysisVersion.analysis == known)
    found = rows(query.order_by(AnalysisVersion.version), VersionRow)
    steps = _steps([each.id for each in found])
    return tuple(_version(each, steps) for each in found)


def printed(of: Scope, version: int | None = None) -> Content:
    """What the paper prints: the version named; without one the newest if it was handed in, else as it stands.

    While nothing has changed since the newest version, that one's number and steps stand on it.
    Raises Refused `version_missing` (values: version).
    """
    known = versions(of)
    if version is not None:
        for each in known:
            if each.version == version:
                return each.plain
        raise Refused("version_missing", version=version)
    if known and "handed_in" in known[-1].passed:
        return known[-1].plain
    made = content(of)
    return known[-1].plain if known and not differs(made, known[-1]) else made


def differs(made: Content, of: Version) -> bool:
    """Whether an analysis as it stands says something else than a version."""
    before = json.loads(of.content)
    return _said(made) != _said(before)


def _said(of: Content) -> str:
    return history.canonical({name: value for name, value in of.items() if name not in HEAD})


def _version(of: VersionRow, steps: Sequence[Step]) -> Version:
    known: dict[str, Any] = {name: getattr(of, name) for name in VersionRow.__slots__}
    return Version(**known, steps=tuple(each for each in steps if each.analysis_version_id == of.id))


@action("analysis.keep")
def keep(of: Scope, reason: str = "") -> int:
    """Keep an analysis as it stands as its next version; returns the version.

    Raises Refused `reason_missing` (reason) for a second version without one, `plan_unchanged` (values: version),
    and as `keeping.write` does.
    """
    known = versions(of)
    made = content(of)
    if known and not differs(made, known[-1]):
        raise Refused("plan_unchanged", version=known[-1].version)
    if known and not reason.strip():
        raise Refused("reason_missing", "reason")
    version = known[-1].version + 1 if known else 1
    text = history.kept_form(made | {"version": version, "reason": reason.strip()})
    records.insert(
        AnalysisVersion, analysis=begun(of), version=version, reason=reason.strip(), content=text,
        content_digest=hashlib.sha256(text.encode()).hexdigest(), made_at=history.now(),
    )  # fmt: skip
    history.subject(str(version))
    return version


@action("analysis.step")
def step(version_id: int, code: str, on: dt.date, meeting_id: int | None = None, name: str = "", note: str = "") -> int:
    """Note that a version passed a step of `STEPS` on a day; returns its id. Noted again, the newer word stands.

    Raises Refused `value_not_allowed` (code), `record_missing`, `text_too_long`, and `approval_order` (on; values:
    day) for a day before that of an earlier step.
    """
    if code not in STEPS:
        raise Refused("value_not_allowed", "code")
    row = records.stored(AnalysisVersion, version_id)
    association_id = records.stored(Analysis, row["analysis"])["association"]
    passed = {each.step: each.done_on for each in _steps([version_id])}
    before = [passed[each] for each in STEPS[: STEPS.index(code)] if each in passed]
    if before and on < max(before):
        raise Refused("approval_order", "on", day=max(before))
    if meeting_id is not None and meeting(meeting_id).association_id != association_id:
        raise Refused("record_missing", "meeting_id", table="meeting")
    values = checked(AnalysisStep, {"step": code, "done_on": on, "name": name, "note": note}, ("note",))
    history.subject(code)
    return records.insert(AnalysisStep, analysis_version=version_id, meeting=meeting_id, **values)


def _steps(version_ids: Sequence[int]) -> list[Step]:
    query: Any = AnalysisStep.select(*columns(AnalysisStep, Step), Meeting.number.alias("meeting_number"))
    query = query.join(Meeting, JOIN.LEFT_OUTER).where(AnalysisStep.analysis_version.in_(list(version_ids)))
    return rows(query.order_by(AnalysisStep.id), Step)


def _plain(of: Step) -> Content:
    return {
        "step": of.step, "date": of.done_on.isoformat(), "name": of.name, "meeting_number": of.meeting_number,
        "note": of.note,
    }  # fmt: skip


def whose(step_id: int) -> tuple[int, int]:
    """The school year and the quarter (0: the year) of the analysis to which a step belongs."""
    version = records.stored(AnalysisVersion, records.stored(AnalysisStep, step_id)["analysis_version"])
    of = records.stored(Analysis, version["analysis"])
    return of["first_year"], of["part"]
