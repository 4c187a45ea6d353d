"""Days, people and results of activities as one types them."""

import datetime as dt
from typing import Any

from db import members
from db.errors import Refused
from db.events import activities
from db.events.rows import Activity
from db.rules import activity_words
from db.rules.people import find
from db.rules.plan_term_words import read_term
from tui.texts import _


def days(text: str, first_year: int) -> dict[str, Any]:
    """Read a day «15,11» or several «23-28.11» of a school year; nothing is no day. Raises Refused `date_expected`."""
    if not text.strip():
        return {"held_on": None, "ends_on": None}
    found = read_term(text, first_year)
    if found is None or found.kind not in ("day", "span"):
        raise Refused("date_expected", "when")
    return {"held_on": found.begins, "ends_on": found.ends if found.kind == "span" else None}


def new_time(text: str, first_year: int) -> dict[str, Any]:
    """Read to when something is moved: «27,11», «27,11 4-сабак»; raises Refused `date_expected`."""
    lesson, rest = activity_words.take_lesson(text)
    read = days(rest, first_year)
    if read["held_on"] is None:
        raise Refused("date_expected")
    return read | {"lesson": lesson}


def days_shown(held_on: dt.date | None, ends_on: dt.date | None) -> str:
    """Days as they can be typed again."""
    return " – ".join(f"{each:%d.%m.%Y}" for each in (held_on, ends_on) if each)


def visitors(text: str, association_id: int, known: dict[int, str]) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Read who visits: members by a few letters, others as typed, with commas between them.

    `known`: members who stand there already. Raises Refused `several_found`, and `not_found` for one called with !.
    """
    people = [(each.person_id, each.name) for each in members.members(association_id)]
    ids: list[int] = []
    guests: list[str] = []
    for part in filter(None, (one.strip() for one in text.split(","))):
        letters = part.lstrip("!@")
        found = tuple(key for key, shown in known.items() if shown == part) or find(letters, people)
        if len(found) > 1:
            names = ", ".join(name.listed for key, name in people if key in found)
            raise Refused("several_found", "visitors", text=letters, names=names)
        if not found and letters != part:
            raise Refused("not_found", "visitors", text=letters)
        ids += [each for each in found if each not in ids]
        guests += [] if found else [part]
    return tuple(ids), tuple(guests)


def activity_or_none(activity_id: int) -> Activity | None:
    """An activity; None once it is gone."""
    try:
        return activities.activity(activity_id)
    except Refused:
        return None


def shortened(text: str) -> str:
    """A name short enough for a sentence below a list."""
    return text if len(text) < 40 else f"{text[:38]}…"


def week_options(found: list[Activity]) -> list[tuple[str, str]]:
    """The subject weeks of a year as options of a form, first none."""
    return [("", _("no week")), *((str(each.id), each.title) for each in found if each.kind == "week")]
