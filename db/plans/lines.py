"""The lines of a work plan: read with all that belongs to them, entered, changed, moved, done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from db import records
from db.errors import Refused
from db.gate import refuse_unknown
from db.history import action
from db.meetings.standing import label, next_position, standing
from db.models.plans import PlanLine, PlanSection
from db.plans import adding, owners, terms
from db.plans.reading import line, lines
from db.plans.rows import Line
from db.plans.terms import WHEN
from db.rules.plan_terms import Term

__all__ = ["Line", "add_line", "change_line", "line", "lines", "move_in_section", "remove_line", "set_line_owners"]

FIELDS = frozenset(
    {"section_id", "text", "kind", "scope", "classes", "time_place", "expected_result", "note", "unplanned", *WHEN}
)
"""What of a line can be typed over."""


@action("plan_line.add")
def add_line(
    association_id: int,
    first_year: int,
    section_id: int,
    text: str,
    *,
    kind: str = "other",
    scope: str = "year",
    term: str = "year",
    begins: dt.date | None = None,
    ends: dt.date | None = None,
    month: int | None = None,
    quarter: int | None = None,
    owner_ids: Sequence[int] = (),
    classes: str = "",
    time_place: str = "",
    expected_result: str = "",
    note: str = "",
    unplanned: bool = False,
    copied_from: int | None = None,
) -> int:
    """Put a line at the end of a section; returns its id.

    Raises Refused `required` (text), `text_too_long`, `record_missing` (of the section), `value_not_allowed` (kind,
    scope, term), what is wrong with the term (`plan_terms.fault`), and `owner_left` (owner_ids; values: name).
    """
    new = adding.New(
        section_id,
        text,
        kind,
        scope,
        Term(term, begins, ends, month, quarter),
        owner_ids,
        classes,
        time_place,
        expected_result,
        note,
        unplanned,
        copied_from,
    )
    (line_id,) = adding.add(association_id, first_year, [new])
    label(text.strip())
    return line_id


@action("plan_line.change")
def change_line(line_id: int, **fields: Any) -> None:
    """Type over fields of a line (`FIELDS`); in another section it goes to the end. Raises Refused as `add_line`."""
    refuse_unknown(fields, FIELDS)
    row = standing(PlanLine, line_id)
    label(row["text"])
    values = adding.fit({name: value for name, value in fields.items() if name not in (*WHEN, "section_id")})
    if fields.keys() & set(WHEN):
        when = terms.columns_of(terms.term_of(row)) | {name: fields[name] for name in WHEN if name in fields}
        values |= terms.columns_of(terms.entered(Term(*(when[name] for name in WHEN)), row["first_year"]))
    section_id: Any = fields.get("section_id", row["section"])
    if section_id != row["section"]:
        _section(section_id, row["association"])
        same = (PlanLine.section == section_id) & (PlanLine.first_year == row["first_year"])
        values |= {"section": section_id, "position": next_position(PlanLine, same)}
    records.change(PlanLine, line_id, **values)


@action("plan_line.owners")
def set_line_owners(line_id: int, ids: Sequence[int]) -> None:
    """Say who answers for a line, in this order. Raises Refused `owner_left` (owner_ids; values: name)."""
    row = standing(PlanLine, line_id)
    label(row["text"])
    owners.write(line_id, row["association"], ids, terms.bounds(terms.term_of(row), row["first_year"])[1])


@action("plan_line.remove")
def remove_line(line_id: int) -> None:
    """Take away a line entered by mistake; what was planned and not done is cancelled instead.

    Raises Refused `line_has_proofs` where something proves it.
    """
    label(standing(PlanLine, line_id)["text"])
    if any(not proof.automatic for proof in line(line_id, dt.date.min).proofs):
        raise Refused("line_has_proofs")
    records.remove(PlanLine, line_id)


@action("plan_line.place")
def move_in_section(line_id: int, by: int) -> None:
    """Move a line up (by < 0) or down in its section; past an end it stays at the end."""
    row = standing(PlanLine, line_id)
    label(row["text"])
    same = (PlanLine.section == row["section"]) & (PlanLine.first_year == row["first_year"])
    query: Any = PlanLine.select(PlanLine.id).where(same, PlanLine.deleted_at.is_null())
    order = [int(found) for (found,) in query.order_by(PlanLine.position, PlanLine.id).tuples()]
    at = order.index(line_id)
    order.insert(max(0, min(len(order) - 1, at + by)), order.pop(at))
    for position, each in enumerate(order, start=1):
        records.change(PlanLine, each, position=position)


def _section(section_id: int, association_id: int) -> None:
    """Refuse a section that is not there, or another association's."""
    if standing(PlanSection, section_id)["association"] != association_id:
        raise Refused("record_missing", "section_id", table="plan_section")
