"""Changes of the curriculum: what, from when, for which subjects and classes, by which document, discussed where."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from peewee import JOIN, fn

from db import records
from db.connection import row, rows
from db.curriculum import steps
from db.curriculum.plans import outside
from db.curriculum.rows import ChangeRow
from db.errors import Refused
from db.gate import checked, refuse_unknown, required
from db.history import action
from db.meetings.standing import label, standing
from db.models.curriculum import CurriculumChange
from db.models.meetings import AgendaItem, Meeting
from db.models.norms import Norm
from db.reading import columns
from db.rules.alphabet import fold_words
from db.rules.curriculum_scope import read_classes

LONG = ("note",)
FIELDS = frozenset({"text", "valid_from", "subjects", "classes", "norm_id", "agenda_item_id", "note"})
"""What of a change can be typed over."""


def changes(association_id: int, first_year: int) -> list[ChangeRow]:
    """A year's changes by their day, each with how many plans it touches and how many steps are missing."""
    query = _changes().where(
        CurriculumChange.association == association_id, CurriculumChange.first_year == first_year
    )  # fmt: skip
    found = rows(query.order_by(CurriculumChange.valid_from, CurriculumChange.id), ChangeRow)
    return _counted(found, association_id, first_year)


def change(change_id: int) -> ChangeRow:
    """One change; raises Refused `record_missing`."""
    found = row(_changes().where(CurriculumChange.id == change_id), ChangeRow)
    if found is None:
        raise Refused("record_missing", table="curriculum_change")
    return _counted([found], found.association_id, found.first_year)[0]


@action("curriculum.save")
def save_change(change_id: int | None, association_id: int, first_year: int, **fields: Any) -> int:
    """Enter a change, or with an id type over its `FIELDS`; returns its id.

    Raises Refused `required` (text), `classes_unknown` (classes; values: text), `day_outside_year` (valid_from),
    `change_known` (text) for the same text on the same day, `text_too_long`.
    """
    refuse_unknown(fields, FIELDS)
    values = checked(CurriculumChange, {name.removesuffix("_id"): value for name, value in fields.items()}, LONG)
    required(({"text": ""} if change_id is None else {}) | values, "text")
    if read_classes(values.get("classes", "")) is None:
        raise Refused("classes_unknown", "classes", text=values["classes"])
    day = values.get("valid_from")
    if day is not None and outside(day, first_year):
        raise Refused("day_outside_year", "valid_from")
    if change_id is not None:
        before = standing(CurriculumChange, change_id)
        label(str(values.get("text", before["text"])))
        records.change(CurriculumChange, change_id, **values)
        return change_id
    _refuse_known(association_id, first_year, values)
    label(values["text"])
    return records.insert(CurriculumChange, association=association_id, first_year=first_year, **values)


@action("curriculum.discuss")
def discuss(change_id: int, agenda_item_id: int | None) -> None:
    """Say under which item of a meeting a change was discussed. Raises Refused `record_missing`."""
    of = standing(CurriculumChange, change_id)
    label(of["text"])
    if agenda_item_id is not None:
        held = standing(Meeting, standing(AgendaItem, agenda_item_id)["meeting"])
        if held["association"] != of["association"]:
            raise Refused("record_missing", table="agenda_item")
    records.change(CurriculumChange, change_id, agenda_item=agenda_item_id)


@action("curriculum.remove")
def remove_change(change_id: int) -> None:
    """Take away a change entered by mistake; what was noted about plans under it stays out of sight with it."""
    label(standing(CurriculumChange, change_id)["text"])
    records.remove(CurriculumChange, change_id)


def _changes() -> Any:
    """Changes with their document and the meeting of their item."""
    norm = (fn.COALESCE(Norm.title, "").alias("norm_title"), fn.COALESCE(Norm.number, "").alias("norm_number"))
    item = fn.COALESCE(AgendaItem.title, "").alias("item_title")
    meeting = (Meeting.id.alias("meeting_id"), Meeting.number.alias("meeting_number"), Meeting.held_on)
    query = CurriculumChange.select(*columns(CurriculumChange, ChangeRow), *norm, item, *meeting)
    on_item = (AgendaItem.id == CurriculumChange.agenda_item) & AgendaItem.deleted_at.is_null()
    on_meeting = (Meeting.id == AgendaItem.meeting) & Meeting.deleted_at.is_null() & (Meeting.state != "cancelled")
    query = query.join(AgendaItem, JOIN.LEFT_OUTER, on=on_item).join(Meeting, JOIN.LEFT_OUTER, on=on_meeting)
    on_norm = (Norm.id == CurriculumChange.norm) & Norm.deleted_at.is_null()
    query = query.join_from(CurriculumChange, Norm, JOIN.LEFT_OUTER, on=on_norm)
    return query.where(CurriculumChange.deleted_at.is_null())


def _counted(found: list[ChangeRow], association_id: int, first_year: int) -> list[ChangeRow]:
    asked = steps.asked_by_change(found, association_id, first_year)
    return [
        replace(each, asked=len(asked[each.id]), missing=sum(len(one.step.missing) for one in asked[each.id]))
        for each in found
    ]


def _refuse_known(association_id: int, first_year: int, values: dict[str, Any]) -> None:
    day = values.get("valid_from")
    query: Any = CurriculumChange.select(CurriculumChange.text, CurriculumChange.valid_from).where(
        CurriculumChange.association == association_id, CurriculumChange.first_year == first_year,
        CurriculumChange.deleted_at.is_null(),
    )  # fmt: skip
    wanted = fold_words(values["text"])
    if any(known == day and fold_words(text) == wanted for text, known in query.tuples()):
        raise Refused("change_known", "text")
