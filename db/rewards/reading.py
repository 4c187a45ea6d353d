"""Reading proposals to reward: a year's, one, and what a form begins with."""

from __future__ import annotations

import datetime as dt
from typing import Any

from peewee import JOIN

from db.analysis.member_facts import Fact, Time, facts
from db.connection import row, rows
from db.errors import Refused
from db.evaluations import reading as evaluations
from db.evaluations.rows import Period
from db.evaluations.totals import totals
from db.growth.reading import awards
from db.growth.rows import AwardRow
from db.meetings.sheet import sheet
from db.models.evaluations import Evaluation
from db.models.meetings import AgendaItem, Meeting
from db.models.rewards import Reward
from db.models.schools import Person
from db.reading import columns
from db.rewards.rows import RewardRow, Standing
from db.schools import person

GROUNDS = frozenset(
    {
        "quality", "passed", "pupils", "open_lesson", "event", "practice", "methodical_work", "mentoring", "course",
        "attestation", "tasks",
    }
)  # fmt: skip
"""Kinds of facts that speak for a reward."""


def rewards(association_id: int, first_year: int) -> tuple[RewardRow, ...]:
    """The proposals of a school year, the newest first."""
    query = _rows().where(Reward.association == association_id, Reward.first_year == first_year)
    return tuple(rows(query.order_by(Reward.id.desc()), RewardRow))


def of_person(association_id: int, person_id: int) -> tuple[RewardRow, ...]:
    """All proposals for one person, the newest first."""
    query = _rows().where(Reward.association == association_id, Reward.person == person_id)
    return tuple(rows(query.order_by(Reward.id.desc()), RewardRow))


def reward(reward_id: int) -> RewardRow:
    """One proposal; raises Refused `record_missing`."""
    found = row(_rows().where(Reward.id == reward_id), RewardRow)
    if found is None:
        raise Refused("record_missing", table="reward")
    return found


def grounds(association_id: int, person_id: int, first_year: int, today: dt.date) -> tuple[Fact, ...]:
    """What the records of the year say for somebody; a figure that fell does not."""
    found = facts(association_id, [person_id], Time(first_year), today)[person_id]
    return tuple(each for each in found if each.kind in GROUNDS and _speaks_for(each))


def _speaks_for(of: Fact) -> bool:
    if of.value is not None and of.before is not None and of.value < of.before:
        return False
    return of.kind != "tasks" or of.count > 0


def earlier(association_id: int, person_id: int) -> tuple[tuple[AwardRow, ...], str]:
    """Her awards, the newest first, and what her card says of awards."""
    return awards(association_id, person_id), person(person_id).awards


def standing_of(evaluation_id: int, person_id: int) -> Standing | None:
    """How somebody stands in an evaluation; None where she has no sheet in it, or it is gone."""
    try:
        of, found = evaluations.evaluation(evaluation_id), totals(evaluation_id)
    except Refused:
        return None
    own = next((each for each in found if each.person_id == person_id), None)
    if own is None:
        return None
    return Standing(evaluation_id, of.first_year, of.period, of.part, own.points, own.rank, len(found))


def closed(association_id: int, first_year: int | None = None) -> list[Period]:
    """The closed evaluations by their days, of a year or of the two newest years that have any."""
    if first_year is not None:
        return [each for each in evaluations.evaluations(association_id, first_year) if each.locked]
    query: Any = Evaluation.select(Evaluation.first_year).where(
        Evaluation.association == association_id, Evaluation.deleted_at.is_null()
    )
    years = sorted(year for (year,) in query.distinct().order_by(Evaluation.first_year.desc()).limit(2).tuples())
    return [each for year in years for each in closed(association_id, year)]


def place_of(of: RewardRow) -> int | None:
    """The number on its agenda of the question at which a proposal was discussed."""
    if of.meeting_id is None:
        return None
    items = sheet(of.meeting_id).items
    return next((item.number for item in items if item.row.id == of.agenda_item_id), None)


def _rows() -> Any:
    """Proposals that stand, with who is proposed and the meeting that discussed it."""
    names = (Person.surname, Person.given, Person.patronymic, Person.short_form)
    met = (Meeting.id.alias("meeting_id"), Meeting.number.alias("meeting_number"), Meeting.held_on.alias("meeting_day"))
    query = Reward.select(*columns(Reward, RewardRow), *names, *met).join(Person)
    asked = (Reward.agenda_item == AgendaItem.id) & AgendaItem.deleted_at.is_null()
    query = query.join_from(Reward, AgendaItem, JOIN.LEFT_OUTER, on=asked).join(Meeting, JOIN.LEFT_OUTER)
    return query.where(Reward.deleted_at.is_null())
