"""Lesson analyses: begun in the lesson, scored, advised on, made known to the teacher."""

from __future__ import annotations

import datetime as dt
from typing import Any

from db import records, settings
from db.appointments import leader
from db.errors import Refused
from db.events.reading import activity
from db.events.rows import Activity as Lesson
from db.gate import checked, refuse_unknown
from db.history import action
from db.meetings.standing import label, next_position, standing
from db.models.events import Activity
from db.models.observations import Advice, Aspect, Observation, ObservationScore
from db.models.schools import Person
from db.observations import aspects
from db.records import Stored
from db.rules import lesson_scores

FIELDS = frozenset({"visit_aim", "learning_aim", "developing_aim", "upbringing_aim", "strong", "weak", "conclusions",
                    "self_analysis"})  # fmt: skip
"""The texts of a sheet; on the screen they save themselves while they are typed."""


@action("observation.begin")
def begin(activity_id: int, observer_id: int | None = None, observer_guest: str = "") -> int:
    """Begin a sheet about a lesson; returns its id. The first one brings the usual aspects.

    Raises Refused `not_a_lesson` for another kind of activity, `record_missing`.
    """
    of = activity(activity_id)
    if not of.is_lesson:
        raise Refused("not_a_lesson", "activity")
    label(_named(of))
    aspects.load_stock(of.association_id)
    return records.insert(
        Observation,
        activity=activity_id,
        highest=int(settings.get("observation_scale", of.association_id)),
        visit_aim=of.aim if of.kind == "visit" else "",
        **_observer(observer_id, observer_guest),
    )


def usual_observer(activity_id: int) -> int | None:
    """Who most likely observes: the association's leader, unless the lesson is hers."""
    of = activity(activity_id)
    found = leader(of.association_id)
    return found.person_id if found and found.person_id not in of.responsible_ids else None


@action("observation.observer")
def set_observer(observation_id: int, person_id: int | None, guest: str = "") -> None:
    """Say who observed: someone of the school, or a guest. Raises Refused `text_too_long`, `record_missing`."""
    _standing(observation_id)
    records.change(Observation, observation_id, **_observer(person_id, guest))


@action("observation.change")
def change_sheet(observation_id: int, **fields: Any) -> None:
    """Type over texts of a sheet (`FIELDS`). Raises Refused `text_too_long`."""
    refuse_unknown(fields, FIELDS)
    _standing(observation_id)
    records.change(Observation, observation_id, **checked(Observation, fields, FIELDS))


@action("observation.pupils")
def set_pupils(observation_id: int, listed: int | None, present: int | None) -> None:
    """Say how many pupils the class has and how many were there.

    Raises Refused `present_more_than_listed` (present; values: listed), `number_too_large`.
    """
    _standing(observation_id)
    for name, count in (("listed", listed), ("present", present)):
        if count is not None and count > lesson_scores.MOST_PUPILS:
            raise Refused("number_too_large", name, high=lesson_scores.MOST_PUPILS)
    if lesson_scores.too_many_present(listed, present):
        raise Refused("present_more_than_listed", "present", listed=listed)
    records.change(Observation, observation_id, listed=listed, present=present)


@action("observation.score")
def give_score(observation_id: int, aspect_id: int, score: int | None) -> None:
    """Score an aspect; None takes the score away. Raises Refused `score_outside_scale` (score; values: highest)."""
    row = _standing(observation_id)
    if lesson_scores.outside(score, row["highest"]):
        raise Refused("score_outside_scale", "score", highest=row["highest"])
    records.change(ObservationScore, _score_row(observation_id, aspect_id), score=score)


@action("observation.note")
def score_row(observation_id: int, aspect_id: int) -> int:
    """The row that holds an aspect's note while it is typed; made where there is none. Returns its id."""
    _standing(observation_id)
    return _score_row(observation_id, aspect_id)


@action("observation.acquaint")
def acquaint(observation_id: int, on: dt.date | None) -> None:
    """Say when the teacher read the sheet; None: not yet.

    Raises Refused `acquainted_before_lesson` (acquainted_on; values: held).
    """
    row = _standing(observation_id)
    held_on = activity(row["activity"]).held_on
    if on is not None and held_on is not None and on < held_on:
        raise Refused("acquainted_before_lesson", "acquainted_on", held=held_on)
    records.change(Observation, observation_id, acquainted_on=on)


@action("observation.remove")
def remove_sheet(observation_id: int) -> None:
    """Take a sheet away."""
    _standing(observation_id)
    records.remove(Observation, observation_id)


@action("advice.add")
def add_advice(observation_id: int, text: str = "") -> int:
    """Put a piece of advice at the end; returns its id."""
    _standing(observation_id)
    position = next_position(Advice, Advice.observation == observation_id)
    return records.insert(
        Advice, observation=observation_id, position=position, **checked(Advice, {"text": text}, ("text",))
    )


@action("advice.remove")
def remove_advice(advice_id: int) -> None:
    """Take a piece of advice away."""
    label(standing(Advice, advice_id)["text"])
    records.remove(Advice, advice_id)


def _standing(observation_id: int) -> Stored:
    """The row of a sheet, whose lesson names what is undone."""
    row = standing(Observation, observation_id)
    standing(Activity, row["activity"])
    label(_named(activity(row["activity"])))
    return row


def _named(of: Lesson) -> str:
    """A lesson by its class and teacher: topics are long."""
    teachers = ", ".join(each.name.listed for each in of.responsible)
    return " · ".join(part for part in (teachers, of.classes, of.title) if part)


def _observer(person_id: int | None, guest: str) -> dict[str, Any]:
    if person_id is not None:
        standing(Person, person_id)
        guest = ""
    return {"observer": person_id, **checked(Observation, {"observer_guest": guest})}


def _score_row(observation_id: int, aspect_id: int) -> int:
    """The row of an aspect on a sheet, brought back where an undo took it away."""
    standing(Aspect, aspect_id)
    query: Any = ObservationScore.select(ObservationScore.id, ObservationScore.deleted_at)
    same = (ObservationScore.observation == observation_id) & (ObservationScore.aspect == aspect_id)
    found = query.where(same).tuples().first()
    if found is None:
        return records.insert(ObservationScore, observation=observation_id, aspect=aspect_id)
    if found[1]:
        records.renew(ObservationScore, found[0], observation=observation_id, aspect=aspect_id)
    return int(found[0])
