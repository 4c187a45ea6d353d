"""Control works and tests: planned for a class or several at once, changed, held, cancelled, taken away."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from db import calendar, records
from db.errors import Refused
from db.gate import checked, refuse_unknown, required
from db.history import action
from db.meetings.standing import label, standing
from db.models.control_tests import KINDS, ControlTest
from db.models.schools import Person
from db.plans.owners import have_left
from db.rules.alphabet import fold
from db.rules.calendar import school_year_of
from db.rules.names import class_name
from db.schools import person

LONG = ("title", "reason", "mistakes", "measures", "note")
FIELDS = frozenset(
    {
        "kind", "title", "reason", "subject", "class_name", "teacher_id", "author_id", "held_on", "lesson", "room",
        "scale", "mistakes", "measures", "note",
    }
)  # fmt: skip
"""What of a work can be typed over."""
GRADES = range(1, 13)

Place = tuple[str, int | None]
"""A class that writes, and its teacher."""


@action("control_test.add")
def add_works(
    association_id: int,
    first_year: int,
    places: Sequence[Place],
    *,
    kind: str,
    subject: str,
    title: str = "",
    reason: str = "",
    author_id: int | None = None,
    held_on: dt.date | None = None,
    lesson: int | None = None,
    room: str = "",
    scale: str = "5",
    note: str = "",
) -> list[int]:
    """Plan the same work for every one of these classes, all of them or none; returns the ids in their order.

    Raises Refused `required` (subject, class_name), `class_expected`, `test_known` (values: class_name, day),
    `day_outside_year` (held_on), `owner_left` (teacher_id, author_id; values: name), `value_not_allowed`.
    """
    if first_year not in calendar.KNOWN_YEARS:
        raise Refused("year_out_of_range", "first_year")
    typed = {"kind": kind, "subject": subject, "title": title, "reason": reason, "author_id": author_id}
    where = {"held_on": held_on, "lesson": lesson, "room": room, "scale": scale, "note": note}
    required({"class_name": places}, "class_name")
    made = []
    for name, teacher_id in places:
        values = _checked(typed | where | {"class_name": name, "teacher_id": teacher_id}, association_id, first_year)
        required(values, "class_name", "subject")
        _refuse_known(association_id, first_year, values)
        made.append(records.insert(ControlTest, association=association_id, first_year=first_year, **_linked(values)))
    label(", ".join((subject, *(class_name(name) for name, _teacher in places))))
    return made


@action("control_test.change")
def change_work(work_id: int, **fields: Any) -> None:
    """Type over fields of a work (`FIELDS`). Raises Refused as `add_works`, and `test_has_results` (scale)."""
    refuse_unknown(fields, FIELDS)
    row = standing(ControlTest, work_id)
    name_work(row)
    values = _checked(fields, row["association"], row["first_year"], row)
    required(values, "class_name", "subject")
    if row["wrote"] is not None and values.get("scale", row["scale"]) != row["scale"]:
        raise Refused("test_has_results", "scale")
    if row["state"] == "held" and "held_on" in values and values["held_on"] is None:
        raise Refused("test_day_missing", "held_on")
    same = {name: row[name] for name in ("kind", "class_name", "subject", "title")}
    same["held_on"] = records.day(row["held_on"])
    if any(values.get(name, same[name]) != same[name] for name in same):
        _refuse_known(row["association"], row["first_year"], same | values, work_id)
    records.change(ControlTest, work_id, **_linked(values))


@action("control_test.hold")
def hold(work_id: int) -> None:
    """Note that a work was held on its day. Raises Refused `test_day_missing` (held_on), `test_cancelled`."""
    row = standing(ControlTest, work_id)
    name_work(row)
    refuse_not_held(row)
    records.change(ControlTest, work_id, state="held")


@action("control_test.cancel")
def cancel(work_id: int, reason: str) -> None:
    """Note that a work will not be held, and why: the reason joins its note.

    Raises Refused `reason_missing` (reason), `test_has_results`.
    """
    row = standing(ControlTest, work_id)
    name_work(row)
    typed = checked(ControlTest, {"note": reason}, LONG)["note"]
    if not typed:
        raise Refused("reason_missing", "reason")
    if row["wrote"] is not None:
        raise Refused("test_has_results")
    note = "\n".join(part for part in (row["note"], typed) if part)
    records.change(ControlTest, work_id, state="cancelled", note=note)


@action("control_test.reopen")
def reopen(work_id: int) -> None:
    """Plan a held or cancelled work again. Raises Refused `test_has_results`: these are taken away first."""
    row = standing(ControlTest, work_id)
    name_work(row)
    if row["wrote"] is not None:
        raise Refused("test_has_results")
    records.change(ControlTest, work_id, state="planned")


@action("control_test.remove")
def remove_work(work_id: int) -> None:
    """Take away a work entered by mistake; its results stay with it, so that undo brings all back."""
    name_work(standing(ControlTest, work_id))
    records.remove(ControlTest, work_id)


def name_work(row: dict[str, Any]) -> None:
    """Name the running action by the work's subject and class."""
    label(f"{row['subject']}, {row['class_name']}")


def refuse_not_held(row: dict[str, Any]) -> None:
    """Refuse what only a work held on a known day can have: `test_day_missing`, `test_cancelled`."""
    if row["state"] == "cancelled":
        raise Refused("test_cancelled")
    if not row["held_on"]:
        raise Refused("test_day_missing", "held_on")


def _checked(
    fields: dict[str, Any], association_id: int, first_year: int, row: dict[str, Any] | None = None
) -> dict[str, Any]:
    """The values as they are kept; `row`: as the engine holds the work that is changed."""
    if fields.get("kind", KINDS[0]) not in KINDS:
        raise Refused("value_not_allowed", "kind")
    people = {name: fields[name] for name in ("teacher_id", "author_id") if name in fields}
    values = checked(ControlTest, {name: value for name, value in fields.items() if name not in people}, LONG)
    if values.get("class_name"):
        values["class_name"] = _class(values["class_name"])
    if (day := values.get("held_on")) is not None and school_year_of(day) != first_year:
        raise Refused("day_outside_year", "held_on")
    on = day or dt.date.fromisoformat((row or {}).get("held_on") or f"{first_year}-08-01")
    for name, person_id in people.items():
        known = (row or {}).get(name.removesuffix("_id"))
        if person_id is not None and person_id != known:
            _refuse_left(association_id, name, person_id, on)
    return values | people


def _class(text: str) -> str:
    """The class as it is kept; raises Refused `class_expected` for what is none."""
    found = class_name(text)
    grade = found.partition("-")[0]
    if not (grade.isascii() and grade.isdigit() and int(grade[:3]) in GRADES):
        raise Refused("class_expected", "class_name", text=text)
    return found


def _refuse_left(association_id: int, field: str, person_id: int, on: dt.date) -> None:
    there: Any = Person.select(Person.id).where(Person.id == person_id, Person.deleted_at.is_null())
    if there.scalar() is None:
        raise Refused("record_missing", field, table="person")
    if have_left(association_id, [person_id], on):
        raise Refused("owner_left", field, name=person(person_id).name.listed)


def _refuse_known(association_id: int, first_year: int, values: dict[str, Any], but: int | None = None) -> None:
    """Refuse the same work of a class twice on a day; without a day its title tells one from another."""
    query = ControlTest.select(ControlTest.id, ControlTest.subject, ControlTest.title).where(
        ControlTest.association == association_id,
        ControlTest.first_year == first_year,
        ControlTest.kind == values["kind"],
        ControlTest.class_name == values["class_name"],
        ControlTest.state != "cancelled",
        ControlTest.deleted_at.is_null(),
    )
    day = values["held_on"]
    found: Any = query.where(ControlTest.held_on.is_null() if day is None else ControlTest.held_on == day)
    for row_id, subject, title in found.tuples():
        same = fold(subject) == fold(values["subject"]) and (day is not None or fold(title) == fold(values["title"]))
        if same and row_id != but:
            raise Refused("test_known", "class_name", class_name=values["class_name"], day=day)


def _linked(values: dict[str, Any]) -> dict[str, Any]:
    return {name.removesuffix("_id"): value for name, value in values.items()}
