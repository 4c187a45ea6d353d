"""Reading criteria: the versions of an association, and all that one of them holds."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from typing import Any

from peewee import JOIN, Case, fn

from db.connection import row, rows
from db.errors import Refused
from db.evaluations.criteria_rows import CriteriaSectionRow, CriterionRow, StepRow, VersionRow
from db.models.evaluations import CriteriaSection, CriteriaVersion, Criterion, CriterionStep, Evaluation
from db.models.meetings import Meeting
from db.reading import columns

_COUNTED = ("meeting_number", "criteria", "most", "used")
_STANDING = (Criterion.deleted_at.is_null(), CriteriaSection.deleted_at.is_null())


def versions(association_id: int) -> tuple[VersionRow, ...]:
    """The versions of an association, the newest first; one query."""
    query = _versions().where(CriteriaVersion.association == association_id)
    return tuple(rows(query.order_by(CriteriaVersion.number.desc(), CriteriaVersion.id.desc()), VersionRow))


def version(version_id: int) -> VersionRow:
    """One version; raises Refused `record_missing`."""
    found = row(_versions().where(CriteriaVersion.id == version_id), VersionRow)
    if found is None:
        raise Refused("record_missing", table="criteria_version")
    return found


def criteria_of(version_id: int) -> tuple[CriteriaSectionRow, ...]:
    """The sections of a version in their order, with their criteria and steps; three queries."""
    whole: Any = CriteriaSection.select(*_plain(CriteriaSection, CriteriaSectionRow, "criteria"))
    whole = whole.where(CriteriaSection.criteria_version == version_id, CriteriaSection.deleted_at.is_null())
    sections = rows(whole.order_by(CriteriaSection.position, CriteriaSection.id), CriteriaSectionRow)
    found: dict[int, list[CriterionRow]] = defaultdict(list)
    for each in _criteria(CriteriaSection.criteria_version == version_id):
        found[each.criteria_section_id].append(each)
    return tuple(dataclasses.replace(each, criteria=tuple(found[each.id])) for each in sections)


def criterion(criterion_id: int) -> CriterionRow:
    """One criterion with its steps; raises Refused `record_missing`."""
    found = _criteria(Criterion.id == criterion_id)
    if not found:
        raise Refused("record_missing", table="criterion")
    return found[0]


def version_of(section_id: int) -> int:
    """The version that a section belongs to; raises Refused `record_missing`."""
    query: Any = CriteriaSection.select(CriteriaSection.criteria_version)
    found = query.where(CriteriaSection.id == section_id, CriteriaSection.deleted_at.is_null()).scalar()
    if found is None:
        raise Refused("record_missing", table="criteria_section")
    return int(found)


def _criteria(condition: Any) -> list[CriterionRow]:
    query = Criterion.select(*_plain(Criterion, CriterionRow, "steps")).join(CriteriaSection)
    query = query.where(condition, *_STANDING)
    found = rows(query.order_by(CriteriaSection.position, Criterion.position, Criterion.id), CriterionRow)
    of = CriterionStep.select(*columns(CriterionStep, StepRow)).join(Criterion).join(CriteriaSection)
    of = of.where(condition, CriterionStep.deleted_at.is_null())
    steps: dict[int, list[StepRow]] = defaultdict(list)
    for each in rows(of.order_by(CriterionStep.position, CriterionStep.id), StepRow):
        steps[each.criterion_id].append(each)
    return [dataclasses.replace(each, steps=tuple(steps[each.id])) for each in found]


def _versions() -> Any:
    of = Criterion.select().join(CriteriaSection)
    of = of.where(CriteriaSection.criteria_version == CriteriaVersion.id, *_STANDING)
    most = Case(None, ((Criterion.rule == "minus", 0),), Criterion.most)
    counted = (
        Meeting.number.alias("meeting_number"),
        of.select(fn.COUNT(Criterion.id)).alias("criteria"),
        of.select(fn.COALESCE(fn.SUM(most), 0)).alias("most"),
        Evaluation.select(fn.COUNT(Evaluation.id))
        .where(Evaluation.criteria_version == CriteriaVersion.id, Evaluation.deleted_at.is_null())
        .alias("used"),
    )
    own = [each for each in columns(CriteriaVersion, VersionRow) if each._alias not in _COUNTED]
    query = CriteriaVersion.select(*own, *counted).join(Meeting, JOIN.LEFT_OUTER)
    return query.where(CriteriaVersion.deleted_at.is_null())


def _plain(model: Any, kind: Any, parts: str) -> list[Any]:
    """The columns of a row type but for its parts, which are read apart."""
    return [each for each in columns(model, kind) if each._alias != parts]
