"""Who answers for a line of the plan."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
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
    refuse(association_id, [([each for each in wanted if each not in standing], last)])
    for position, person_id in enumerate(wanted, start=1):
        if person_id in known:
            records.change(PlanLineOwner, known[person_id].id, position=position, deleted_at=None)
        else:
            records.insert(PlanLineOwner, plan_line=line_id, position=position, person=person_id)
    for person_id in standing - set(wanted):
        records.remove(PlanLineOwner, known[person_id].id)


def write_new(owned: Iterable[tuple[int, Sequence[int]]]) -> None:
    """Give lines that were just added (id, people) their owners, inside an action; `refuse` is asked before."""
    records.insert_many(
        PlanLineOwner,
        [
            {"plan_line": line_id, "position": position, "person": person_id}
            for line_id, ids in owned
            for position, person_id in enumerate(dict.fromkeys(ids), start=1)
        ],
    )


def refuse(association_id: int, asked: Sequence[tuple[Sequence[int], dt.date]]) -> None:
    """Refuse whoever is not at the school, or will have left the association by a day; `asked`: (people, last day).

    Raises Refused `owner_left` (owner_ids; values: name), `record_missing`.
    """
    everyone = {each for ids, _last in asked for each in ids}
    if not everyone:
        return
    there: Any = Person.select(Person.id).where(Person.id.in_(everyone), Person.deleted_at.is_null())
    if len({int(found) for (found,) in there.tuples()}) < len(everyone):
        raise Refused("record_missing", "owner_ids", table="person")
    times = memberships(association_id)
    for ids, last in asked:
        if left := left_by(times, ids, last):
            names = ", ".join(person(each).name.listed for each in ids if each in left)
            raise Refused("owner_left", "owner_ids", name=names)


def have_left(association_id: int, ids: Iterable[int], last: dt.date) -> set[int]:
    """Those of the people whose time in the association is over by a day; others of the school may answer too."""
    return left_by(memberships(association_id), ids, last)


def memberships(association_id: int) -> dict[int, list[dt.date | None]]:
    """Person → the last days of their times in the association (None: still there)."""
    query = Member.select(*columns(Member, _Membership))
    found: dict[int, list[dt.date | None]] = defaultdict(list)
    for each in rows(query.where(Member.association == association_id, Member.deleted_at.is_null()), _Membership):
        found[each.person_id].append(each.until)
    return found


def left_by(times: Mapping[int, Sequence[dt.date | None]], ids: Iterable[int], last: dt.date) -> set[int]:
    """Those of the people whose times, as `memberships` gives them, are all over by a day."""
    return {
        each for each in ids if times.get(each) and all(until is not None and until <= last for until in times[each])
    }
