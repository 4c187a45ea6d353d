"""What a typed activity has to be: cleaned, its days in the year, its lesson possible, its week its own."""

from __future__ import annotations

import datetime as dt
from typing import Any

from db.errors import Refused
from db.events.rows import LESSONS
from db.gate import checked as cleaned
from db.gate import refuse_unknown, required
from db.meetings.standing import standing
from db.models import events as model
from db.rules.calendar import school_year_of
from db.rules.dates import parse_time
from db.rules.names import class_name

LONG = ("aim", "tasks", "course", "results", "conclusion", "note", "reason")
FIELDS = frozenset(
    {
        "kind", "title", "form", "subject", "classes", "room", "held_on", "ends_on", "lesson", "starts", "level",
        "part_of_id", "aim", "tasks", "participants", "course", "results", "conclusion", "note",
    }
)  # fmt: skip
"""What of an activity can be typed over."""

LAST_LESSON = 14
"""The greatest number of a lesson: two shifts counted through."""


def checked(values: dict[str, Any], first_year: int) -> dict[str, Any]:
    """The values as columns of a row: cleaned, classes in their usual form, days and lesson possible."""
    refuse_unknown(values, FIELDS)
    kept = cleaned(model.Activity, {name.removesuffix("_id"): value for name, value in values.items()}, LONG)
    for name, codes in (("kind", model.KINDS), ("level", model.LEVELS)):
        if kept.get(name, codes[0]) not in codes:
            raise Refused("value_not_allowed", name)
    if "classes" in kept:
        kept["classes"] = ", ".join(
            dict.fromkeys(class_name(each) for each in kept["classes"].split(",") if each.strip())
        )
    if kept.get("starts"):
        kept["starts"] = _hour(kept["starts"])
    if kept.get("lesson") is not None and not 1 <= kept["lesson"] <= LAST_LESSON:
        raise Refused("number_out_of_range", "lesson", least=1, most=LAST_LESSON)
    return kept | _days(kept, first_year)


def _hour(typed: str) -> str:
    """An hour as rows keep it, «14:10»; raises Refused `time_expected`."""
    found = parse_time(typed)
    if found is None:
        raise Refused("time_expected", "starts")
    return found.strftime("%H:%M")


def _days(kept: dict[str, Any], first_year: int) -> dict[str, Any]:
    """The day and the last of several days; a last day that is the first one is none."""
    first, last = kept["held_on"], kept["ends_on"]
    if first is None:
        first, last = last, None
    if first is not None and last is not None and last < first:
        raise Refused("span_reversed", "ends_on")
    for name, day in (("held_on", first), ("ends_on", last)):
        if day is not None:
            refuse_day(day, first_year, name)
    return {"held_on": first, "ends_on": None if last == first else last}


def refuse_day(day: dt.date, first_year: int, field: str) -> None:
    """Refuse a day of another school year: `day_outside_year`."""
    if school_year_of(day) != first_year:
        raise Refused("day_outside_year", field)


def refuse_lacking(values: dict[str, Any]) -> None:
    """A lesson has a teacher (`lesson_of`), everything else a name: `required`."""
    if values["kind"] in LESSONS:
        required({"responsible_ids": values["lesson_of"]}, "responsible_ids")
    else:
        required(values, "title")


def refuse_part_of(values: dict[str, Any], association_id: int, first_year: int, own_id: int) -> None:
    """An event is part of a subject week of the same association and year, a week of nothing: `part_of_wrong`."""
    if (week_id := values.get("part_of")) is None:
        return
    week = standing(model.Activity, week_id)
    same = (week["association"], week["first_year"]) == (association_id, first_year)
    if not same or week["kind"] != "week" or values["kind"] == "week" or week_id == own_id:
        raise Refused("part_of_wrong", "part_of_id")
