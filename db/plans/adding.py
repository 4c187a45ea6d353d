"""Putting lines into a plan, one or thousands, in a fixed number of statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from peewee import fn

from db import records
from db.errors import Refused
from db.gate import checked, required
from db.models.plans import KINDS, PlanLine, PlanSection
from db.plans import owners, terms
from db.rules import plan_terms
from db.rules.plan_terms import Term

SCOPES = ("year", "quarter", "month")
LONG = ("text", "expected_result", "note")
TYPED = ("text", "kind", "scope", "classes", "time_place", "expected_result", "note")


ALL_YEAR = Term("year")


@dataclass(frozen=True, slots=True)
class New:
    """A line that is to be added to a section."""

    section_id: int
    text: str
    kind: str = "other"
    scope: str = "year"
    when: Term = ALL_YEAR
    owner_ids: Sequence[int] = ()
    classes: str = ""
    time_place: str = ""
    expected_result: str = ""
    note: str = ""
    unplanned: bool = False
    copied_from: int | None = None


def add(association_id: int, first_year: int, new: Sequence[New]) -> list[int]:
    """Put lines at the ends of their sections, inside an action; returns their ids in order.

    Raises Refused `required` (text), `text_too_long`, `record_missing` (of a section), `value_not_allowed` (kind,
    scope, term), what is wrong with a term (`plan_terms.fault`), and `owner_left` (owner_ids; values: name).
    """
    whens = [terms.entered(each.when, first_year) for each in new]
    typed = [_typed(each) for each in new]
    _refuse_sections({each.section_id for each in new}, association_id)
    days = terms.days(first_year)
    asked = [(each.owner_ids, plan_terms.bounds(when, days)[1]) for each, when in zip(new, whens, strict=True)]
    owners.refuse(association_id, asked)
    last = _last_positions(first_year, [each.section_id for each in new])
    lines = []
    for each, when, values in zip(new, whens, typed, strict=True):
        last[each.section_id] += 1
        own = {"section": each.section_id, "position": last[each.section_id], "unplanned": each.unplanned}
        year = {"association": association_id, "first_year": first_year, "copied_from": each.copied_from}
        lines.append(year | own | values | terms.columns_of(when))
    ids = records.insert_many(PlanLine, lines)
    owners.write_new(zip(ids, (each.owner_ids for each in new), strict=True))
    return ids


def fit(values: dict[str, Any]) -> dict[str, Any]:
    """Typed fields of a line made fit for its row; raises Refused as `add`."""
    if values.get("kind", KINDS[0]) not in KINDS:
        raise Refused("value_not_allowed", "kind")
    if values.get("scope", SCOPES[0]) not in SCOPES:
        raise Refused("value_not_allowed", "scope")
    found = checked(PlanLine, values, LONG)
    required(found, "text")
    return found


def _typed(of: New) -> dict[str, Any]:
    return fit({name: getattr(of, name) for name in TYPED})


def _refuse_sections(ids: set[int], association_id: int) -> None:
    """Refuse a section that is not there, or another association's."""
    own = (PlanSection.association == association_id) & PlanSection.deleted_at.is_null()
    query: Any = PlanSection.select(PlanSection.id).where(own)
    if not ids <= {int(found) for (found,) in query.tuples()}:
        raise Refused("record_missing", "section_id", table="plan_section")


def _last_positions(first_year: int, section_ids: Sequence[int]) -> dict[int, int]:
    """Section → the place of its last line in a year, deleted ones counted."""
    query: Any = PlanLine.select(PlanLine.section, fn.MAX(PlanLine.position)).group_by(PlanLine.section)
    query = query.where(PlanLine.first_year == first_year, PlanLine.section.in_(set(section_ids)))
    return defaultdict(int, {int(section): int(position) for section, position in query.tuples()})
