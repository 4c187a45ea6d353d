"""The first start: three answers become a school, an association and its leader, in one action."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from db import history
from db.appointments import appoint
from db.associations import save_association
from db.calendar import current_first_year, ensure_school_year
from db.errors import Refused
from db.history import action
from db.members import member, save_member
from db.rules.names import parse_name
from db.rules.text import plain
from db.schools import save_school, school
from db.settings import load_stock, set_


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

    One language of each name is enough. Raises Refused `required` (field: school, association, leader) and
    `given_missing` where her name is one word. Her name becomes the author of what follows.
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
    ensure_school_year(current_first_year(today))
    load_stock()
    set_("typing_language", language)
    return Started(school_id, association_id, member_id, person_id)


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
