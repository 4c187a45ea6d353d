"""The sections of an association's work plan: the usual fifteen to begin with, hers to change."""

from __future__ import annotations

from typing import Any

from db import records
from db.associations import association
from db.connection import rows
from db.errors import Refused
from db.gate import checked, required
from db.history import action
from db.meetings.standing import label, standing
from db.models.plans import PlanLine, PlanSection
from db.plans.rows import Section
from db.reading import columns

GREATEST_NUMBER = 99

USUAL_SECTIONS = {
    "meeting": 5, "norms": 6, "control_work": 7, "open_lesson": 8, "visit": 8, "extracurricular": 9,
    "subject_event": 9, "course": 12,
}  # fmt: skip
"""Kind of work → the number of the section in which it usually stands (DOMAIN.md 3.1)."""


def sections(association_id: int) -> list[Section]:
    """The sections by number."""
    query = PlanSection.select(*columns(PlanSection, Section))
    query = query.where(PlanSection.association == association_id, PlanSection.deleted_at.is_null())
    return rows(query.order_by(PlanSection.number, PlanSection.id), Section)


def usual_section(association_id: int, kind: str) -> int:
    """The section in which work of a kind usually stands; the last one where it is not there, 0 without any."""
    known = sections(association_id)
    number = USUAL_SECTIONS.get(kind)
    return next((each.id for each in known if each.number == number), known[-1].id if known else 0)


@action("plan_section.save")
def save_section(section_id: int | None, association_id: int, ky: str, ru: str, number: int | None = None) -> int:
    """Change a section, or with None add one, by default after the last; returns its id.

    Raises Refused `required` (ky) without a name in either language, `section_number_taken` and
    `number_out_of_range` (number), `record_missing`.
    """
    association(association_id)
    values = checked(PlanSection, {"ky": ky, "ru": ru})
    required({"ky": values["ky"] or values["ru"]}, "ky")
    values["number"] = _number(section_id, association_id, number)
    label(values["ky"] or values["ru"])
    if section_id is None:
        return records.insert(PlanSection, association=association_id, **values)
    standing(PlanSection, section_id)
    records.change(PlanSection, section_id, **values)
    return section_id


@action("plan_section.place")
def move_section(section_id: int, by: int) -> None:
    """Move a section up (by < 0) or down among the others, which take over its number; past an end it stays there."""
    section = standing(PlanSection, section_id)
    label(section["ky"] or section["ru"])
    known = sections(section["association"])
    numbers = [each.number for each in known]
    order = [each.id for each in known]
    at = order.index(section_id)
    order.insert(max(0, min(len(order) - 1, at + by)), order.pop(at))
    for number, each in zip(numbers, order, strict=True):
        records.change(PlanSection, each, number=number)


@action("plan_section.remove")
def remove_section(section_id: int) -> None:
    """Take away a section in which no year has a line. Raises Refused `section_not_empty` (values: count)."""
    section = standing(PlanSection, section_id)
    label(section["ky"] or section["ru"])
    query: Any = PlanLine.select().where(PlanLine.section == section_id, PlanLine.deleted_at.is_null())
    if count := query.count():
        raise Refused("section_not_empty", "section", count=count)
    records.remove(PlanSection, section_id)


def _number(section_id: int | None, association_id: int, number: int | None) -> int:
    """The number wanted, the one it has, or the next one."""
    known = sections(association_id)
    own = next((each.number for each in known if each.id == section_id), None)
    others = [each.number for each in known if each.id != section_id]
    if number is None:
        return own or max(others, default=0) + 1
    if not 1 <= number <= GREATEST_NUMBER:
        raise Refused("number_out_of_range", "number", least=1, most=GREATEST_NUMBER)
    if number in others:
        raise Refused("section_number_taken", "number", number=number)
    return number
