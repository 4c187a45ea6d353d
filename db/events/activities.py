"""Activities (иш-чара): entered, changed, held, moved or cancelled with a reason, taken away."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from db import calendar, records
from db.errors import Refused
from db.events import people
from db.events.fields import LONG, checked, refuse_day, refuse_lacking, refuse_part_of
from db.events.reading import activities, activity
from db.events.rows import LESSONS, Activity
from db.gate import checked as cleaned
from db.history import action
from db.meetings.standing import label, standing
from db.models import events as model
from db.models.events import ActivityMove
from db.plans.reading import line
from db.plans.rows import Line
from db.records import Stored
from db.rules import activity_words
from db.ties.making import tie

__all__ = [
    "Activity", "activities", "activity", "add_activity", "add_from_line", "cancel_activity", "change_activity",
    "from_line", "hold_activity", "move_activity", "remove_activity", "reopen_activity",
]  # fmt: skip


@action("activity.add")
def add_activity(
    association_id: int,
    first_year: int,
    kind: str,
    title: str = "",
    *,
    responsible_ids: Sequence[int] = (),
    visitor_ids: Sequence[int] = (),
    guests: Sequence[str] = (),
    held_by: dt.date | None = None,
    **fields: Any,
) -> int:
    """Plan an activity of a school year; `fields` are those of `FIELDS`. Returns its id.

    With `held_by` it is noted as held at once where its day has come by then: a journal is written afterwards.

    Raises Refused `required` (title of an event, responsible_ids of a lesson), `day_outside_year` and `span_reversed`
    (held_on, ends_on), `number_out_of_range` (lesson), `time_expected` (starts), `value_not_allowed` (kind, level),
    `part_of_wrong` (part_of_id), `owner_left` (values: name), `text_too_long`, `year_out_of_range`.
    """
    if first_year not in calendar.KNOWN_YEARS:
        raise Refused("year_out_of_range", "first_year")
    whole = dict.fromkeys(("held_on", "ends_on")) | {"kind": kind, "title": title} | fields
    values = checked(whole, first_year)
    refuse_lacking(values | {"lesson_of": list(responsible_ids)})
    refuse_part_of(values, association_id, first_year, 0)
    last = values["ends_on"] or values["held_on"]
    values["state"] = "held" if held_by and last and last <= held_by else "planned"
    activity_id = records.insert(model.Activity, association=association_id, first_year=first_year, **values)
    label(values["title"] or values.get("subject") or values.get("classes") or "")
    row = standing(model.Activity, activity_id)
    people.write(row, "responsible", responsible_ids)
    people.write(row, "visitor", visitor_ids, guests)
    return activity_id


@action("activity.from_line")
def add_from_line(line_id: int, **fields: Any) -> int:
    """Plan the activity that a line of the plan asks for, filled in from it and tied to it; `fields` say otherwise.

    Returns its id. Raises Refused as `add_activity`, and `record_missing` for a line that is gone.
    """
    of = line(line_id, dt.date.min)
    values = from_line(of) | fields
    activity_id = add_activity(of.association_id, of.first_year, **values).value
    tie("plan_line", line_id, "activity", activity_id)
    return activity_id


def from_line(of: Line) -> dict[str, Any]:
    """The fields of an activity that a line of the plan tells; a lesson's topic is not known yet: a note."""
    kind = activity_words.kind_of(of.text) if of.kind in ("subject_event", "other") else of.kind
    kind = kind if kind in model.KINDS else "subject_event"
    starts, room = activity_words.time_and_place(of.time_place)
    dated = of.term in ("day", "span")
    titled = {"title": "", "note": of.text} if kind in LESSONS else {"title": of.text}
    return titled | {
        "kind": kind,
        "subject": activity_words.take_subject(of.text, ())[0],
        "responsible_ids": of.owner_ids,
        "classes": of.classes,
        "held_on": of.begins if dated else None,
        "ends_on": of.ends if dated else None,
        "starts": starts,
        "room": room,
    }


@action("activity.change")
def change_activity(
    activity_id: int,
    *,
    responsible_ids: Sequence[int] | None = None,
    visitor_ids: Sequence[int] | None = None,
    guests: Sequence[str] = (),
    **fields: Any,
) -> None:
    """Type over fields of an activity (`FIELDS`) and, where given, its people.

    A day is corrected so; `move_activity` keeps the old one. Raises Refused as `add_activity`.
    """
    row = standing(model.Activity, activity_id)
    label(row["title"])
    days = {name: records.day(row[name]) for name in ("held_on", "ends_on")}
    values = checked(days | {"kind": row["kind"]} | fields, row["first_year"])
    of = activity(activity_id)
    gives = of.responsible_ids if responsible_ids is None else responsible_ids
    refuse_lacking({"title": of.title, "lesson_of": gives} | values)
    refuse_part_of(values, row["association"], row["first_year"], activity_id)
    last = values["ends_on"] or values["held_on"]
    if last != of.last_day:
        people.refuse_left(row["association"], gives, last, "responsible_ids")
    records.change(model.Activity, activity_id, **values)
    row = standing(model.Activity, activity_id)
    if responsible_ids is not None:
        people.write(row, "responsible", responsible_ids)
    if visitor_ids is not None:
        people.write(row, "visitor", visitor_ids, guests)


@action("activity.hold")
def hold_activity(activity_id: int, on: dt.date) -> None:
    """Note on a day that an activity was held; one without a day was held that day.

    Raises Refused `activity_cancelled`, and `activity_not_yet` (values: day) before its day has come.
    """
    row = standing(model.Activity, activity_id)
    label(row["title"])
    if row["state"] == "cancelled":
        raise Refused("activity_cancelled")
    day = records.day(row["held_on"])
    if day is not None and day > on:
        raise Refused("activity_not_yet", "held_on", day=day)
    if day is None:
        refuse_day(on, row["first_year"], "held_on")
    records.change(model.Activity, activity_id, state="held", held_on=day or on)


@action("activity.move")
def move_activity(
    activity_id: int,
    on: dt.date,
    reason: str,
    *,
    held_on: dt.date,
    ends_on: dt.date | None = None,
    lesson: int | None = None,
) -> None:
    """Move an activity on a day to another one, for a reason; the old day stays known.

    Without `ends_on` several days stay as many; without `lesson` it stays. The planned events of a subject week move
    with it. Raises Refused `reason_missing` (reason), `activity_held`, `activity_cancelled`, `day_same` (held_on),
    and what `add_activity` says of days and lessons.
    """
    row = standing(model.Activity, activity_id)
    label(row["title"])
    if not reason.strip():
        raise Refused("reason_missing", "reason")
    _refuse_settled(row)
    old, old_ends = records.day(row["held_on"]), records.day(row["ends_on"])
    if ends_on is None and old and old_ends:
        ends_on = held_on + (old_ends - old)
    new = {"held_on": held_on, "ends_on": ends_on, "lesson": lesson or row["lesson"]}
    values = checked(new, row["first_year"])
    if (values["held_on"], values["ends_on"], values["lesson"]) == (old, old_ends, row["lesson"]):
        raise Refused("day_same", "held_on")
    of = activity(activity_id)
    people.refuse_left(row["association"], of.responsible_ids, values["ends_on"] or held_on, "held_on")
    _move(row, on, reason, values)
    if row["kind"] == "week" and old is not None:
        for each in activities(row["association"], row["first_year"], part_of_id=activity_id):
            if each.state == "planned" and each.held_on is not None:
                days = _later(each, held_on - old)
                _move(standing(model.Activity, each.id), on, reason, checked(days, row["first_year"]))


@action("activity.cancel")
def cancel_activity(activity_id: int, reason: str) -> None:
    """Call an activity off for a reason; it stays known. Raises Refused `reason_missing`, `activity_held`."""
    row = standing(model.Activity, activity_id)
    label(row["title"])
    values = cleaned(model.Activity, {"reason": reason}, LONG)
    if not values["reason"]:
        raise Refused("reason_missing", "reason")
    if row["state"] == "held":
        raise Refused("activity_held")
    records.change(model.Activity, activity_id, state="cancelled", **values)


@action("activity.reopen")
def reopen_activity(activity_id: int) -> None:
    """Take back that an activity was held or called off."""
    row = standing(model.Activity, activity_id)
    label(row["title"])
    records.change(model.Activity, activity_id, state="planned", reason="")


@action("activity.remove")
def remove_activity(activity_id: int) -> None:
    """Take away an activity entered by mistake; what was planned and not held is cancelled instead.

    Raises Refused `activity_in_use` where a lesson analysis, the plan or a study leans on it, `week_not_empty`
    (values: count).
    """
    from db.models.observations import Observation
    from db.models.plans import PlanProof
    from db.models.studies import StudyPart

    label(standing(model.Activity, activity_id)["title"])
    for other in (Observation, PlanProof, StudyPart):
        used: Any = other
        if used.select().where(used.activity == activity_id, used.deleted_at.is_null()).exists():
            raise Refused("activity_in_use")
    parts: Any = model.Activity.select().where(
        model.Activity.part_of == activity_id, model.Activity.deleted_at.is_null()
    )
    if count := parts.count():
        raise Refused("week_not_empty", count=count)
    records.remove(model.Activity, activity_id)


def _move(row: Stored, on: dt.date, reason: str, values: dict[str, Any]) -> None:
    """Note the day that an activity had, and give it its new one."""
    typed = cleaned(ActivityMove, {"reason": reason}, LONG)
    old = {"old_day": records.day(row["held_on"]), "old_ends": records.day(row["ends_on"]), "old_lesson": row["lesson"]}
    records.insert(ActivityMove, activity=row["id"], moved_on=on, **typed, **old)
    records.change(model.Activity, row["id"], **values)


def _later(of: Activity, by: dt.timedelta) -> dict[str, Any]:
    """The days of an activity so much later."""
    return {"held_on": of.held_on and of.held_on + by, "ends_on": of.ends_on and of.ends_on + by}


def _refuse_settled(row: Stored) -> None:
    if row["state"] != "planned":
        raise Refused(f"activity_{row['state']}")
