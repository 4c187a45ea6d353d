"""What making and editing criteria share: drafts that may be changed, new sections, criteria and steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from db import records
from db.errors import Refused
from db.evaluations import criteria_steps
from db.evaluations.criteria_reading import version
from db.evaluations.criteria_rows import GivenStep, StepRow, VersionRow
from db.gate import checked
from db.meetings.standing import label, next_position
from db.models.evaluations import CriteriaSection, Criterion, CriterionStep, Evaluation

FIELDS = frozenset(
    {
        "ky", "ru", "indicator_ky", "indicator_ru", "proof_ky", "proof_ru", "rule", "most", "source", "scope",
        "needs_proof", "may_not_apply",
    }
)  # fmt: skip
"""What of a criterion can be typed over."""


def named(version_id: int) -> VersionRow:
    """A version, naming the running action by its number; raises Refused `record_missing`."""
    of = version(version_id)
    label(str(of.number))
    return of


def draft(version_id: int) -> VersionRow:
    """A version that may be edited; raises Refused `criteria_adopted` (values: number)."""
    of = named(version_id)
    if of.adopted:
        raise Refused("criteria_adopted", number=of.number)
    return of


def in_use(version_id: int) -> bool:
    """Whether an evaluation that is not closed goes by a version."""
    query: Any = Evaluation.select(Evaluation.id).where(
        Evaluation.criteria_version == version_id, Evaluation.state != "closed", Evaluation.deleted_at.is_null()
    )
    return bool(query.exists())


def new_section(version_id: int, ky: str, ru: str) -> int:
    """Add a section at the end of a version, inside an action; returns its id."""
    position = next_position(CriteriaSection, CriteriaSection.criteria_version == version_id)
    return records.insert(CriteriaSection, criteria_version=version_id, position=position, ky=ky, ru=ru)


def new_criterion(section_id: int, fields: Mapping[str, Any], steps: Sequence[GivenStep]) -> int:
    """Add a criterion at the end of a section, inside an action; returns its id."""
    position = next_position(Criterion, Criterion.criteria_section == section_id)
    values = dict(fields) | told(fields, (), steps)
    made = records.insert(Criterion, criteria_section=section_id, position=position, **values)
    write_steps(made, (), steps)
    return made


def told(
    fields: Mapping[str, Any], before: Sequence[GivenStep], steps: Sequence[GivenStep], source: str | None = None
) -> dict[str, str]:
    """What is looked at as the steps say it, in each language in which it was not worded otherwise.

    `before` and `source` are the steps and the source with which it was worded.
    """
    now = fields.get("source", "")
    then = now if source is None else source
    return {
        name: criteria_steps.indicator(steps, now, language)
        for name, language in (("indicator_ky", "ky"), ("indicator_ru", "ru"))
        if fields.get(name, "") in ("", criteria_steps.indicator(before, then, language))
    }


def write_steps(criterion_id: int, known: Sequence[StepRow], wanted: Sequence[GivenStep]) -> None:
    """Make these the steps of a criterion, inside an action: changed in their order, added, taken away."""
    for position, each in enumerate(wanted, start=1):
        values = checked(CriterionStep, asdict(each))
        if position <= len(known):
            records.change(CriterionStep, known[position - 1].id, position=position, **values)
        else:
            records.insert(CriterionStep, criterion=criterion_id, position=position, **values)
    for gone in known[len(wanted) :]:
        records.remove(CriterionStep, gone.id)


def given(step: StepRow) -> GivenStep:
    """A step as it would be handed in again."""
    return GivenStep(step.points, step.least, step.match, step.ky, step.ru)
