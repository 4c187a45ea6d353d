"""Reading evaluations and their sheets: a fixed number of queries, however many people and criteria."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from peewee import JOIN, fn

from db import appointments
from db.connection import execute, row, rows
from db.errors import Refused
from db.evaluations.rows import AppealRow, Asked, Line, Period, PointRow, ProofRow, Sheet, SheetRow
from db.models.evaluations import (
    Appeal,
    CriteriaSection,
    Criterion,
    Evaluation,
    EvaluationLock,
    EvaluationPoint,
    EvaluationProof,
    EvaluationSheet,
    EvaluationVersion,
)
from db.models.meetings import Meeting
from db.models.schools import Person
from db.reading import columns
from db.rules.evaluation_order import APPEALING

_LOCKED = (
    EvaluationLock.select(EvaluationLock.locked)
    .where(EvaluationLock.evaluation == Evaluation.id)
    .order_by(EvaluationLock.id.desc())
    .limit(1)
)
_VERSION = EvaluationVersion.select(fn.COALESCE(fn.MAX(EvaluationVersion.version), 0)).where(
    EvaluationVersion.evaluation == Evaluation.id
)
_PERSON = tuple(field.name for field in dataclasses.fields(SheetRow) if field.name in Person._meta.fields)
_OF_SHEET = ("id", "uid", "note")


def evaluations(association_id: int, first_year: int) -> tuple[Period, ...]:
    """The evaluations of a school year in the order of their days."""
    query = _periods().where(Evaluation.association == association_id, Evaluation.first_year == first_year)
    return tuple(rows(query.order_by(Evaluation.begins, Evaluation.ends, Evaluation.id), Period))


def announced(association_id: int) -> tuple[Period, ...]:
    """The evaluations that are announced and not closed, in the order of their days."""
    query = _periods().where(Evaluation.association == association_id, Evaluation.state.in_(tuple(APPEALING)))
    return tuple(rows(query.order_by(Evaluation.begins, Evaluation.id), Period))


def evaluation(evaluation_id: int) -> Period:
    """One evaluation; raises Refused `record_missing`."""
    found = row(_periods().where(Evaluation.id == evaluation_id), Period)
    if found is None:
        raise Refused("record_missing", table="evaluation")
    return found


def newest(association_id: int) -> int | None:
    """The evaluation whose period ends last; None where there is none."""
    query: Any = Evaluation.select(Evaluation.id).where(
        Evaluation.association == association_id, Evaluation.deleted_at.is_null()
    )
    found = query.order_by(Evaluation.ends.desc(), Evaluation.id.desc()).limit(1).scalar()
    return None if found is None else int(found)


def sheets(evaluation_id: int) -> tuple[Sheet, ...]:
    """All sheets of an evaluation with their lines, by name; raises Refused `record_missing`."""
    return _whole(evaluation(evaluation_id), EvaluationSheet.evaluation == evaluation_id)


def sheet(sheet_id: int) -> Sheet:
    """One sheet with its lines; raises Refused `record_missing`."""
    query: Any = EvaluationSheet.select(EvaluationSheet.evaluation).where(EvaluationSheet.id == sheet_id)
    found = _whole(evaluation(int(query.scalar() or 0)), EvaluationSheet.id == sheet_id)
    if not found:
        raise Refused("record_missing", table="evaluation_sheet")
    return found[0]


def asked(version_id: int) -> tuple[Asked, ...]:
    """The criteria of a version in the order of the sheet."""
    sections = (CriteriaSection.ky.alias("section_ky"), CriteriaSection.ru.alias("section_ru"))
    query = Criterion.select(*_own(Criterion, Asked, ("section_ky", "section_ru")), *sections).join(CriteriaSection)
    standing = (CriteriaSection.deleted_at.is_null(), Criterion.deleted_at.is_null())
    order = (CriteriaSection.position, CriteriaSection.id, Criterion.position, Criterion.id)
    query = query.where(CriteriaSection.criteria_version == version_id, *standing)
    return tuple(rows(query.order_by(*order), Asked))


def appeals(evaluation_id: int) -> list[AppealRow]:
    """The appeals of an evaluation in the order in which they came."""
    return _appeals(Appeal.evaluation == evaluation_id)


def appeal(appeal_id: int) -> AppealRow:
    """One appeal; raises Refused `record_missing`."""
    found = _appeals(Appeal.id == appeal_id)
    if not found:
        raise Refused("record_missing", table="appeal")
    return found[0]


def leader_id(of: Period) -> int | None:
    """Who leads the association on the last day of a period, else now: she does not rate herself."""
    found = appointments.leader(of.association_id, of.ends) or appointments.leader(of.association_id)
    return found.person_id if found else None


def _periods() -> Any:
    more = (Meeting.number.alias("meeting_number"), _LOCKED.alias("locked"), _VERSION.alias("version"))
    query = Evaluation.select(*_own(Evaluation, Period, ("meeting_number", "locked", "version")), *more)
    return query.join(Meeting, JOIN.LEFT_OUTER).where(Evaluation.deleted_at.is_null())


def _own(model: Any, kind: Any, others: Iterable[str]) -> list[Any]:
    """The columns of a row type but those that come from elsewhere."""
    return [column for column in columns(model, kind) if column._alias not in others]


def _whole(of: Period, condition: Any) -> tuple[Sheet, ...]:
    found = _sheet_rows(condition)
    ids = [each.id for each in found]
    points, appealed, criteria = _points(ids), _appealed(ids), asked(of.criteria_version_id)
    proofs, leads = _proofs(ids), leader_id(of)
    made = []
    for each in found:
        own = appealed[each.id]
        lines = _lines(criteria, points[each.id], proofs, own)
        made.append(Sheet(each, each.person_id == leads, lines, tuple(own)))
    return tuple(made)


def _lines(
    criteria: tuple[Asked, ...],
    points: dict[int, PointRow],
    proofs: dict[int, list[ProofRow]],
    appealed: list[AppealRow],
) -> tuple[Line, ...]:
    changed = {each.criterion_id: each.new_points for each in appealed if each.new_points is not None}
    kept = [(each, points[each.id]) for each in criteria if each.id in points]
    return tuple(
        Line(number, each, point, tuple(proofs.get(point.id, ())), changed.get(each.id))
        for number, (each, point) in enumerate(kept, start=1)
    )


def _sheet_rows(condition: Any) -> list[SheetRow]:
    own = [column for column in columns(EvaluationSheet, SheetRow) if column._alias not in _PERSON or
           column._alias in _OF_SHEET]  # fmt: skip
    person = [getattr(Person, name) for name in _PERSON if name not in _OF_SHEET]
    query = EvaluationSheet.select(*own, Person.uid.alias("person_uid"), *person).join(Person)
    query = query.where(condition, EvaluationSheet.deleted_at.is_null())
    return rows(query.order_by(Person.sort_key, EvaluationSheet.id), SheetRow)


def _points(ids: list[int]) -> dict[int, dict[int, PointRow]]:
    query = EvaluationPoint.select(*columns(EvaluationPoint, PointRow))
    query = query.where(EvaluationPoint.evaluation_sheet.in_(ids), EvaluationPoint.deleted_at.is_null())
    found = rows(query.order_by(EvaluationPoint.evaluation_sheet), PointRow)
    grouped = groupby(found, key=lambda each: each.evaluation_sheet_id)
    return defaultdict(dict, {key: {each.criterion_id: each for each in of} for key, of in grouped})


def _proofs(ids: list[int]) -> dict[int, list[ProofRow]]:
    points = EvaluationPoint.select(EvaluationPoint.id).where(EvaluationPoint.evaluation_sheet.in_(ids))
    query = EvaluationProof.select(*columns(EvaluationProof, ProofRow))
    query = query.where(EvaluationProof.evaluation_point.in_(points), EvaluationProof.deleted_at.is_null())
    grouped: dict[int, list[ProofRow]] = defaultdict(list)
    for each in rows(query.order_by(EvaluationProof.position, EvaluationProof.id), ProofRow):
        grouped[each.evaluation_point_id].append(each)
    return grouped


def _appealed(ids: list[int]) -> dict[int, list[AppealRow]]:
    grouped: dict[int, list[AppealRow]] = defaultdict(list)
    for each in _appeals(Appeal.evaluation_sheet.in_(ids)):
        grouped[each.evaluation_sheet_id].append(each)
    return grouped


def _appeals(condition: Any) -> list[AppealRow]:
    query = Appeal.select(*columns(Appeal, AppealRow)).where(condition, Appeal.deleted_at.is_null())
    return rows(query.order_by(Appeal.filed_on, Appeal.id), AppealRow)


def counts(association_id: int, first_year: int) -> dict[int, tuple[int, int]]:
    """How many sheets each evaluation of a year has, and how many figures of them nobody has given; in one query."""
    found = execute(
        "SELECT e.id, count(DISTINCT s.id), count(CASE WHEN c.rule <> 'minus' AND p.not_applicable = 0 AND coalesce("
        "p.commission_points, p.association_points, p.self_points) IS NULL THEN p.id END) FROM evaluation e"
        " LEFT JOIN evaluation_sheet s ON s.evaluation_id = e.id AND s.deleted_at IS NULL"
        " LEFT JOIN evaluation_point p ON p.evaluation_sheet_id = s.id AND p.deleted_at IS NULL"
        " LEFT JOIN criterion c ON c.id = p.criterion_id"
        " WHERE e.association_id = ? AND e.first_year = ? AND e.deleted_at IS NULL GROUP BY e.id",
        (association_id, first_year),
    )
    return {int(key): (int(sheets), int(waiting)) for key, sheets, waiting in found}
