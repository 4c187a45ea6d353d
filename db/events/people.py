"""Who gives a lesson or answers for an event, and who visits it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from db import records
from db.connection import rows
from db.errors import Refused
from db.gate import checked
from db.models.events import ActivityPerson
from db.models.schools import Person
from db.plans.owners import have_left
from db.reading import columns
from db.records import Stored
from db.schools import person

FIELD = {"responsible": "responsible_ids", "visitor": "visitor_ids"}
"""Role → the field at which a refusal is shown."""


@dataclass(frozen=True, slots=True)
class _Held:
    id: int
    person_id: int | None
    guest: str
    deleted_at: str | None

    @property
    def key(self) -> int | str:
        return self.guest if self.person_id is None else self.person_id


def write(row: Stored, role: str, ids: Sequence[int], guests: Sequence[str] = ()) -> None:
    """Say who gives an activity or answers for it (`responsible`), or who visits it (`visitor`), inside an action.

    They stand in this order, guests last. Raises Refused `owner_left` (values: name), `record_missing`,
    `text_too_long`.
    """
    query = ActivityPerson.select(*columns(ActivityPerson, _Held)).where(
        ActivityPerson.activity == row["id"], ActivityPerson.role == role
    )
    known = {each.key: each for each in rows(query.order_by(ActivityPerson.id), _Held)}
    there = {key for key, each in known.items() if each.deleted_at is None}
    wanted: list[int | str] = list(dict.fromkeys([*ids, *_guests(guests)]))
    added = [key for key in wanted if isinstance(key, int) and key not in there]
    refuse_left(row["association"], added, records.day(row["ends_on"] or row["held_on"]), FIELD[role])
    for position, key in enumerate(wanted, start=1):
        if key in known:
            records.change(ActivityPerson, known[key].id, position=position, deleted_at=None)
        else:
            named = {"person": key} if isinstance(key, int) else {"guest": key}
            records.insert(ActivityPerson, activity=row["id"], role=role, position=position, **named)
    for key in there - set(wanted):
        records.remove(ActivityPerson, known[key].id)


def refuse_left(association_id: int, ids: Iterable[int], day: dt.date | None, field: str) -> None:
    """Refuse whoever is not at the school, or has left the association by a day."""
    wanted = list(ids)
    if not wanted:
        return
    there: Any = Person.select(Person.id).where(Person.id.in_(wanted), Person.deleted_at.is_null())
    if len({int(found) for (found,) in there.tuples()}) < len(set(wanted)):
        raise Refused("record_missing", field, table="person")
    if day is not None and (left := have_left(association_id, wanted, day)):
        raise Refused("owner_left", field, name=", ".join(person(each).name.listed for each in wanted if each in left))


def _guests(names: Sequence[str]) -> list[str]:
    """The guests' names, cleaned."""
    cleaned = [str(checked(ActivityPerson, {"guest": name})["guest"]) for name in names]
    return [name for name in cleaned if name]
