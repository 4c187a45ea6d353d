"""Editing a draft of the criteria: its sections, its criteria, the steps of their points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from db import records
from db.errors import Refused
from db.evaluations import criteria_steps
from db.evaluations.criteria_making import FIELDS, draft, given, in_use, new_criterion, new_section, told, write_steps
from db.evaluations.criteria_reading import criteria_of, criterion, version_of
from db.evaluations.criteria_rows import CriterionRow, GivenStep
from db.gate import checked, refuse_unknown, required
from db.history import action
from db.meetings.standing import label, standing
from db.models.evaluations import CriteriaSection, Criterion, CriterionStep
from db.rules import scoring
from db.rules.points import shown


@action("criteria_section.save")
def save_section(section_id: int | None, version_id: int, ky: str, ru: str) -> int:
    """Reword a section of a draft, or with None add one at the end; returns its id.

    Raises Refused `required` (ky) without a name in either language, `criteria_adopted`.
    """
    draft(version_id)
    values = checked(CriteriaSection, {"ky": ky, "ru": ru})
    required({"ky": values["ky"] or values["ru"]}, "ky")
    label(values["ky"] or values["ru"])
    if section_id is None:
        return new_section(version_id, **values)
    standing(CriteriaSection, section_id)
    records.change(CriteriaSection, section_id, **values)
    return section_id


@action("criteria_section.remove")
def remove_section(section_id: int) -> None:
    """Take a section of a draft away with its criteria. Raises Refused `criteria_adopted`, `criterion_used`."""
    of = draft(version_of(section_id))
    row = standing(CriteriaSection, section_id)
    label(row["ky"] or row["ru"])
    for each in next(part for part in criteria_of(of.id) if part.id == section_id).criteria:
        remove_criterion(each.id)
    records.remove(CriteriaSection, section_id)


@action("criterion.save")
def save_criterion(
    criterion_id: int | None, section_id: int, steps: Sequence[GivenStep] | None = None, **fields: Any
) -> int:
    """Change a criterion of a draft, or with None add one to a section; `most` and points are in tenths.

    `steps` replaces all of them; without it they stay. What is looked at follows them unless it was worded otherwise.
    Returns its id. Raises Refused `required` (ky) without a name in either language, `most_missing` (most),
    `steps_missing`, `step_over_cap` (steps; values: points, most), `rule_for_source` (rule), `criteria_adopted`,
    `value_not_allowed`.
    """
    refuse_unknown(fields, FIELDS)
    version_id = version_of(section_id)
    known = None if criterion_id is None else criterion(criterion_id)
    draft(version_id)
    values = _complete(known, checked(Criterion, fields))
    kept = [given(each) for each in known.steps] if known else []
    wanted = kept if steps is None else list(steps)
    _refuse_steps(values, wanted)
    label(values["ky"] or values["ru"])
    if known is None:
        return new_criterion(section_id, values, wanted)
    values |= told(values, kept, wanted, known.source)
    records.change(Criterion, known.id, criteria_section=section_id, **values)
    write_steps(known.id, known.steps, wanted)
    return known.id


@action("criterion.save")
def save_typed(criterion_id: int | None, section_id: int, typed: str, **fields: Any) -> int:
    """Save a criterion whose steps were typed in one line (`criteria_steps.read`); returns its id.

    Raises Refused as `save_criterion`, and `steps_expected`, `step_figure_expected`, `step_word_unknown`.
    """
    source, known = fields.get("source", ""), criterion(criterion_id) if criterion_id is not None else None
    same = known is not None and known.source == source  # what another source counts has other kinds
    steps = criteria_steps.read(typed, source, known.steps if known and same else ())
    return save_criterion(criterion_id, section_id, steps, **fields).value


@action("criterion.place")
def move_criterion(criterion_id: int, by: int) -> None:
    """Move a criterion of a draft up (by < 0) or down within its section; past an end it stays at the end."""
    of = criterion(criterion_id)
    version_id = draft(version_of(of.criteria_section_id)).id
    label(of.ky or of.ru)
    section = next(each for each in criteria_of(version_id) if each.id == of.criteria_section_id)
    order = [each.id for each in section.criteria]
    at = order.index(criterion_id)
    order.insert(max(0, min(len(order) - 1, at + by)), order.pop(at))
    for position, each in enumerate(order, start=1):
        records.change(Criterion, each, position=position)


@action("criterion.remove")
def remove_criterion(criterion_id: int) -> None:
    """Take a criterion of a draft away.

    Raises Refused `criterion_used` (values: name) where an evaluation that is not closed goes by it, else
    `criteria_adopted`: then a new version is the way.
    """
    of = criterion(criterion_id)
    version_id = version_of(of.criteria_section_id)
    if in_use(version_id):
        raise Refused("criterion_used", name=of.ky or of.ru)
    draft(version_id)
    label(of.ky or of.ru)
    for step in of.steps:
        records.remove(CriterionStep, step.id)
    records.remove(Criterion, criterion_id)


def _complete(known: CriterionRow | None, fields: dict[str, Any]) -> dict[str, Any]:
    """The fields of a criterion with those that were not given as they are; raises Refused as `save_criterion`."""
    before: dict[str, Any] = {name: getattr(known, name) for name in FIELDS} if known else {"rule": "level", "most": 0}
    values = before | fields
    required({"ky": values.get("ky") or values.get("ru") or ""}, "ky")
    if not values["most"] or values["most"] < 0:
        raise Refused("most_missing", "most")
    if not scoring.fits(values["rule"], values.get("source", "")):
        raise Refused("rule_for_source", "rule")
    return {"ky": "", "ru": ""} | values


def _refuse_steps(values: dict[str, Any], steps: Sequence[GivenStep]) -> None:
    """Refuse a figure without steps, and a step that gives more than its criterion can."""
    if not steps and values.get("source") in scoring.BY_LEVEL:
        raise Refused("steps_missing", "steps")
    if over := next((each for each in steps if each.points > values["most"]), None):
        raise Refused("step_over_cap", "steps", points=shown(over.points), most=shown(values["most"]))
