"""Reading lines with all that belongs to them: a fixed number of queries, however many lines."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from peewee import JOIN

from db.connection import rows
from db.meetings.standing import standing
from db.models.meetings import Decision, Meeting
from db.models.plans import PlanChange, PlanLine, PlanLineOwner, PlanSection
from db.models.schools import Person
from db.plans import matching, proofs
from db.plans.rows import ChangeRow, Line, LineRow, Proof
from db.plans.terms import days
from db.reading import columns
from db.rules import plan_status, plan_terms
from db.rules.names import Name

_KNOWN = tuple(field.name for field in dataclasses.fields(LineRow))
_ORDER = (PlanSection.number, PlanSection.id, PlanLine.position, PlanLine.id)


def lines(association_id: int, first_year: int, today: dt.date) -> list[Line]:
    """The lines of a year, by section and place, each with how it stands today."""
    condition = (PlanLine.association == association_id) & (PlanLine.first_year == first_year)
    return read(condition, days(first_year), today)


def line(line_id: int, today: dt.date) -> Line:
    """One line; raises Refused `record_missing`."""
    row = standing(PlanLine, line_id)
    condition = PlanLine.id == line_id
    if row["kind"] == "meeting":  # which meeting did it depends on the year's other lines of the kind
        same = (PlanLine.association == row["association"]) & (PlanLine.first_year == row["first_year"])
        condition = same & (PlanLine.kind == "meeting")
    found = read(condition, days(row["first_year"]), today)
    return next(each for each in found if each.id == line_id)


def read(condition: Any, of: plan_terms.Days, today: dt.date) -> list[Line]:
    """The lines of one year that meet a condition, in the order of the plan."""
    query = PlanLine.select(*columns(PlanLine, LineRow), PlanSection.number.alias("section_number")).join(PlanSection)
    found = rows(query.where(condition, PlanLine.deleted_at.is_null()).order_by(*_ORDER), LineRow)
    lines = PlanLine.select(PlanLine.id).where(condition, PlanLine.deleted_at.is_null())
    owners, changes, done = _owners(lines), _changes(lines), _by_line(proofs.standing(lines))
    bounds = {each.id: plan_terms.bounds(each.when, of) for each in found}
    for line_id, proof in _automatic(found, bounds, done, changes).items():
        done[line_id].append(proof)
    return [_line(each, bounds[each.id], owners[each.id], done[each.id], changes[each.id], today) for each in found]


def _line(
    of: LineRow,
    bounds: tuple[dt.date, dt.date],
    owners: list[_Owner],
    proofs: list[Proof],
    changes: list[ChangeRow],
    today: dt.date,
) -> Line:
    first, last = bounds
    facts = plan_status.Facts(last, of.unplanned, proofs, changes)
    known: dict[str, Any] = {name: getattr(of, name) for name in _KNOWN}
    return Line(
        **known,
        owner_ids=tuple(each.person_id for each in owners),
        owners=tuple(each.name for each in owners),
        first=first,
        last=last,
        state=plan_status.state(facts, today),
        proofs=tuple(proofs),
        changes=tuple(changes),
    )


@dataclass(frozen=True, slots=True)
class _Owner:
    plan_line_id: int
    person_id: int
    surname: str
    given: str
    patronymic: str
    short_form: str

    @property
    def name(self) -> Name:
        return Name(self.surname, self.given, self.patronymic, self.short_form)


def _owners(lines: Any) -> dict[int, list[_Owner]]:
    names = (Person.surname, Person.given, Person.patronymic, Person.short_form)
    query = PlanLineOwner.select(*columns(PlanLineOwner, _Owner), *names).join(Person)
    query = query.where(PlanLineOwner.plan_line.in_(lines), PlanLineOwner.deleted_at.is_null())
    return _by_line(rows(query.order_by(PlanLineOwner.position, PlanLineOwner.id), _Owner))


def _changes(lines: Any) -> dict[int, list[ChangeRow]]:
    """What was noted, in the order in which it was; with the meeting of the decision that it leans on."""
    meeting = (Meeting.id.alias("meeting_id"), Meeting.number.alias("meeting_number"), Meeting.held_on)
    query = PlanChange.select(*columns(PlanChange, ChangeRow), *meeting)
    query = query.join(Decision, JOIN.LEFT_OUTER).join(Meeting, JOIN.LEFT_OUTER)
    query = query.where(PlanChange.plan_line.in_(lines), PlanChange.deleted_at.is_null())
    return _by_line(rows(query.order_by(PlanChange.id), ChangeRow))


def _by_line(found: Iterable[Any]) -> dict[int, list[Any]]:
    grouped: dict[int, list[Any]] = defaultdict(list)
    for each in found:
        grouped[each.plan_line_id].append(each)
    return grouped


def _automatic(
    found: list[LineRow],
    bounds: dict[int, tuple[dt.date, dt.date]],
    proofs: dict[int, list[Proof]],
    changes: dict[int, list[ChangeRow]],
) -> dict[int, Proof]:
    """The meetings held that do lines by themselves."""
    lines = [each for each in found if each.kind == "meeting"]
    if not lines:
        return {}
    taken = {proof.meeting_id for each in lines for proof in proofs[each.id]}
    held = [each for each in _held(lines[0].association_id, lines[0].first_year) if each.id not in taken]
    open_lines = [
        matching.Planned(each.id, *bounds[each.id])
        for each in lines
        if each.term in matching.MATCHED
        and not proofs[each.id]
        and plan_status.last_said(changes[each.id]) != "cancelled"
    ]
    return matching.proofs(open_lines, held)


def _held(association_id: int, first_year: int) -> list[matching.Held]:
    query = Meeting.select(Meeting.id, Meeting.number, Meeting.held_on).where(
        Meeting.association == association_id,
        Meeting.first_year == first_year,
        Meeting.state == "draft",
        Meeting.held_on.is_null(False),
        Meeting.deleted_at.is_null(),
    )
    return rows(query.order_by(Meeting.held_on, Meeting.number), matching.Held)
