"""Reading lesson analyses: a fixed number of queries, however many sheets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from peewee import JOIN

from db.connection import rows
from db.events import rows as events
from db.events.reading import read
from db.meetings.standing import standing
from db.models.events import Activity
from db.models.observations import Advice, Aspect, Observation, ObservationScore
from db.models.schools import Person
from db.observations.rows import AdviceRow, Score, Sheet, SheetRow
from db.reading import columns

PAGE = 200
_NAMES = (Person.surname, Person.given, Person.patronymic, Person.short_form)


def sheet(observation_id: int) -> Sheet:
    """One sheet; raises Refused `record_missing`, also where its lesson was taken away."""
    standing(Activity, standing(Observation, observation_id)["activity"])
    return _read(Observation.id == observation_id)[0]


def sheets_of(activity_ids: Iterable[int]) -> list[Sheet]:
    """The sheets of some lessons: by lesson, then in the order in which they were begun."""
    return _read(Observation.activity.in_(list(activity_ids)))


def sheets(association_id: int, first_year: int, after: int = 0) -> list[Sheet]:
    """The sheets of a school year, the newest begun first; a page of 200, those begun before the sheet `after`."""
    same = (Activity.association == association_id) & (Activity.first_year == first_year)
    lessons = Activity.select(Activity.id).where(same, Activity.deleted_at.is_null())
    chosen = Observation.select(Observation.id).where(
        Observation.activity.in_(lessons), Observation.deleted_at.is_null()
    )
    if after:
        chosen = chosen.where(Observation.id < after)
    page: Any = chosen.order_by(Observation.id.desc()).limit(PAGE)
    found = _read(Observation.id.in_([int(each) for (each,) in page.tuples()]))
    return sorted(found, key=lambda each: -each.row.id)


def _read(condition: Any) -> list[Sheet]:
    """The sheets that meet a condition, by lesson and id."""
    query = Observation.select(*columns(Observation, SheetRow), *_NAMES)
    query = query.join(Person, JOIN.LEFT_OUTER, on=Observation.observer == Person.id)
    query = query.where(condition, Observation.deleted_at.is_null()).order_by(Observation.activity, Observation.id)
    found = rows(query, SheetRow)
    ids = [each.id for each in found]
    lessons = {each.id: each for each in read(Activity.id.in_({each.activity_id for each in found}))}
    aspects = _aspects({each.association_id for each in lessons.values()})
    scores, advice = _scores(ids), _advice(ids)
    return [_sheet(each, lessons[each.activity_id], aspects, scores, advice) for each in found]


@dataclass(frozen=True, slots=True)
class _Aspect:
    id: int
    association_id: int
    ky: str
    ru: str
    used: bool


@dataclass(frozen=True, slots=True)
class _Scored:
    id: int
    observation_id: int
    aspect_id: int
    score: int | None
    note: str


def _sheet(
    row: SheetRow,
    of: events.Activity,
    aspects: Sequence[_Aspect],
    scores: dict[int, dict[int, _Scored]],
    advice: dict[int, list[AdviceRow]],
) -> Sheet:
    """A sheet shows the aspects in use and those that it has scored."""
    own = scores.get(row.id, {})
    shown = [each for each in aspects if each.association_id == of.association_id and (each.used or each.id in own)]
    return Sheet(row, of, tuple(_score(each, own.get(each.id)) for each in shown), tuple(advice.get(row.id, ())))


def _score(of: _Aspect, scored: _Scored | None) -> Score:
    if scored is None:
        return Score(of.id, of.ky, of.ru)
    return Score(of.id, of.ky, of.ru, scored.id, scored.score, scored.note)


def _aspects(association_ids: Iterable[int]) -> list[_Aspect]:
    query = Aspect.select(*columns(Aspect, _Aspect))
    query = query.where(Aspect.association.in_(list(association_ids)), Aspect.deleted_at.is_null())
    return rows(query.order_by(Aspect.position, Aspect.id), _Aspect)


def _scores(ids: list[int]) -> dict[int, dict[int, _Scored]]:
    query = ObservationScore.select(*columns(ObservationScore, _Scored))
    query = query.where(ObservationScore.observation.in_(ids), ObservationScore.deleted_at.is_null())
    found: dict[int, dict[int, _Scored]] = defaultdict(dict)
    for each in rows(query, _Scored):
        if each.score is not None or each.note:
            found[each.observation_id][each.aspect_id] = each
    return found


def _advice(ids: list[int]) -> dict[int, list[AdviceRow]]:
    query = Advice.select(*columns(Advice, AdviceRow))
    query = query.where(Advice.observation.in_(ids), Advice.deleted_at.is_null())
    found: dict[int, list[AdviceRow]] = defaultdict(list)
    for each in rows(query.order_by(Advice.position, Advice.id), AdviceRow):
        found[each.observation_id].append(each)
    return found
