"""Reading activities with all that belongs to them: a fixed number of queries, however many activities."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any, TypeVar

from peewee import JOIN

from db.connection import rows
from db.errors import Refused
from db.events.rows import Activity, ActivityRow, Move, Result, Who
from db.models import events as model
from db.models.events import ActivityMove, ActivityPerson, ActivityResult
from db.models.schools import Person
from db.reading import columns
from db.rules.names import class_name as usual

_KNOWN = tuple(field.name for field in dataclasses.fields(ActivityRow))
Part = TypeVar("Part", Who, Move, Result)


def activity(activity_id: int) -> Activity:
    """One activity; raises Refused `record_missing`."""
    found = read(model.Activity.id == activity_id)
    if not found:
        raise Refused("record_missing", table="activity")
    return found[0]


def activities(
    association_id: int,
    first_year: int,
    *,
    kinds: Collection[str] = (),
    person_id: int | None = None,
    class_name: str = "",
    part_of_id: int | None = None,
) -> list[Activity]:
    """The activities of a year by day and lesson, those without a day last.

    `kinds`: only these; `person_id`: only those which the person gives, answers for or visits; `class_name`: only
    those of a class; `part_of_id`: only the events of a subject week.
    """
    condition = (model.Activity.association == association_id) & (model.Activity.first_year == first_year)
    if kinds:
        condition &= model.Activity.kind.in_(list(kinds))
    if person_id is not None:
        taking: Any = ActivityPerson.select(ActivityPerson.activity)
        condition &= model.Activity.id.in_(
            taking.where(ActivityPerson.person == person_id, ActivityPerson.deleted_at.is_null())
        )
    if part_of_id is not None:
        condition &= model.Activity.part_of == part_of_id
    found = read(condition)
    return [each for each in found if usual(class_name) in each.class_names] if class_name else found


def read(condition: Any) -> list[Activity]:
    """The activities that meet a condition, by day, lesson and hour."""
    query = model.Activity.select(*columns(model.Activity, ActivityRow))
    found = rows(query.where(condition, model.Activity.deleted_at.is_null()), ActivityRow)
    ids = model.Activity.select(model.Activity.id).where(condition, model.Activity.deleted_at.is_null())
    people, moves, results = _people(ids), _moves(ids), _results(ids)
    whole = [_activity(each, people[each.id], moves[each.id], results[each.id]) for each in found]
    return sorted(whole, key=_order)


def _order(of: ActivityRow) -> tuple[dt.date, int, str, int]:
    return of.held_on or dt.date.max, of.lesson or 0, of.starts, of.id


def _activity(of: ActivityRow, people: list[Who], moves: list[Move], results: list[Result]) -> Activity:
    known: dict[str, Any] = {name: getattr(of, name) for name in _KNOWN}
    return Activity(
        **known,
        responsible=tuple(each for each in people if each.role == "responsible"),
        visitors=tuple(each for each in people if each.role == "visitor"),
        moves=tuple(moves),
        outcomes=tuple(results),
    )


def _people(ids: Any) -> dict[int, list[Who]]:
    names = (Person.surname, Person.given, Person.patronymic, Person.short_form)
    query = ActivityPerson.select(*columns(ActivityPerson, Who), *names).join(Person, JOIN.LEFT_OUTER)
    query = query.where(ActivityPerson.activity.in_(ids), ActivityPerson.deleted_at.is_null())
    return _by_activity(rows(query.order_by(ActivityPerson.position, ActivityPerson.id), Who))


def _moves(ids: Any) -> dict[int, list[Move]]:
    query = ActivityMove.select(*columns(ActivityMove, Move)).where(ActivityMove.activity.in_(ids))
    return _by_activity(rows(query.where(ActivityMove.deleted_at.is_null()).order_by(ActivityMove.id), Move))


def _results(ids: Any) -> dict[int, list[Result]]:
    query = ActivityResult.select(*columns(ActivityResult, Result)).where(ActivityResult.activity.in_(ids))
    query = query.where(ActivityResult.deleted_at.is_null())
    return _by_activity(rows(query.order_by(ActivityResult.kind, ActivityResult.position, ActivityResult.id), Result))


def _by_activity(found: Iterable[Part]) -> dict[int, list[Part]]:
    by: dict[int, list[Part]] = defaultdict(list)
    for each in found:
        by[each.activity_id].append(each)
    return by
