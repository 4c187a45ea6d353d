"""Who answers for a line of the plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from db import records
from db.connection import rows
from db.errors import Refused
from db.models.members import Member
from db.models.plans import PlanLineOwner
from db.models.schools import Person
from db.reading import columns
from db.schools import person


@dataclass(frozen=True, slots=True)
class _Owner:
    id: int
    person_id: int
    deleted_at: str | None


@dataclass(frozen=True, slots=True)
class _Membership:
    person_id: int
    until: dt.date | None


def write(line_id: int, association_id: int, ids: Sequence[int], last: dt.date) -> None:
    """Make these people the owners of a line, inside an action; `last` is the last day of its term.

    Raises Refused `owner_left` (owner_ids; values: name) for one added who is no longer a member on that day,
    `record_missing` for one who is not at the school.
    """
    query = PlanLineOwner.select(*columns(PlanLineOwner, _Owner)).where(PlanLineOwner.plan_line == line_id)
    known = {each.person_id: each for each in rows(query.order_by(PlanLineOwner.id), _Owner)}
    standing = {person_id for person_id, each in known.items() if each.deleted_at is None}
    wanted = list(dict.fromkeys(ids))
    _refuse(association_id, [each for each in wanted if each not in standing], last)
    for position, person_id in enumerate(wanted, start=1):
        if person_id in known:
            records.change(PlanLineOwner, known[person_id].id, position=position, deleted_at=None)
        else:
            records.insert(PlanLineOwner, plan_line=line_id, position=position, person=person_id)
    for person_id in standing - set(wanted):
        records.remove(PlanLineOwner, known[person_id].id)


def _refuse(association_id: int, ids: Sequence[int], last: dt.date) -> None:
    """Refuse whoever is not at the school, or will have left the association by a day."""
    if not ids:
        return
    there: Any = Person.select(Person.id).where(Person.id.in_(ids), Person.deleted_at.is_null())
    if len({int(found) for (found,) in there.tuples()}) < len(ids):
        raise Refused("record_missing", "owner_ids", table="person")
    if left := have_left(association_id, ids, last):
        raise Refused(
            "owner_left", "owner_ids", name=", ".join(person(each).name.listed for each in ids if each in left)
        )


def have_left(association_id: int, ids: Iterable[int], last: dt.date) -> set[int]:
    """Those of the people whose time in the association is over by a day; others of the school may answer too."""
    query = Member.select(*columns(Member, _Membership)).where(
        Member.association == association_id, Member.person.in_(list(ids)), Member.deleted_at.is_null()
    )
    times = rows(query, _Membership)
    there = {each.person_id for each in times if each.until is None or each.until > last}
    return {each.person_id for each in times} - there
