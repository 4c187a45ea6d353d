"""The first start: three answers become a school, an association and its leader, in one action."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from db import history
from db.appointments import appoint
from db.associations import save_association
from db.calendar import KNOWN_YEARS, current_first_year, ensure_school_year
from db.errors import Refused
from db.history import action
from db.meetings import agenda, planning
from db.members import member, save_member
from db.rules.names import parse_name
from db.rules.text import plain
from db.schools import save_school, school
from db.settings import get, load_stock, phrases, set_


@dataclass(frozen=True, slots=True)
class Started:
    """The ids of what the first start made."""

    school_id: int
    association_id: int
    member_id: int
    person_id: int


@action("first_start.set_up")
def set_up(
    school_ky: str,
    school_ru: str,
    association_ky: str,
    association_ru: str,
    leader_name: str,
    today: dt.date,
    profile: str = "",
    language: str = "ky",
) -> Started:
    """Make the school, the association, its leader (person, member, role), the school year and the stock phrases.

    One language of each name is enough; a computer whose clock stands in 1970 gets no school year yet. Raises
    Refused `required` (field: school, association, leader) and `given_missing` where her name is one word. Her name
    becomes the author of what follows.
    """
    name = parse_name(plain(leader_name, multiline=False))
    _check(school_ky or school_ru, association_ky or association_ru, name.surname, name.given)
    school_id = save_school(name_ky=school_ky, name_ru=school_ru).value
    names = {"name_ky": association_ky, "name_ru": association_ru}
    association_id = save_association(None, school_id=school_id, profile=profile, **names).value
    history.set_author(name.listed)
    member_id = save_member(
        None, association_id, surname=name.surname, given=name.given, patronymic=name.patronymic
    ).value
    person_id = _leader(association_id, member_id, today)
    if current_first_year(today) in KNOWN_YEARS:
        ensure_school_year(current_first_year(today))
    load_stock()
    set_("typing_language", language)
    return Started(school_id, association_id, member_id, person_id)


@action("first_start.first_meeting")
def first_meeting(association_id: int, today: dt.date) -> int:
    """Plan a meeting for today with what is usual at this time of the year on its agenda; returns its id."""
    meeting_id = planning.plan(association_id, today).value
    language = get("typing_language", association_id)
    for title in usual_titles(today.month, language):
        agenda.add(meeting_id, title)
    return meeting_id


def usual_titles(month: int, language: str) -> list[str]:
    """The agenda items of the month, or where none are usual then, of the last month before that has some."""
    usual = phrases("agenda")
    months = {each.month for each in usual} - {0}
    last = max((each for each in months if each <= month), default=max(months, default=0))
    return [each.text(language) for each in usual if each.month == last]


def is_set_up() -> bool:
    """Whether the first start was finished."""
    return school() is not None


def _check(school_name: str, association_name: str, surname: str, given: str) -> None:
    for field, value in (("school", school_name), ("association", association_name), ("leader", surname)):
        if not value.strip():
            raise Refused("required", field)
    if not given:
        raise Refused("given_missing", "leader")


def _leader(association_id: int, member_id: int, today: dt.date) -> int:
    person_id = member(member_id).member.person_id
    appoint(association_id, "leader", person_id, since=today)
    return person_id
