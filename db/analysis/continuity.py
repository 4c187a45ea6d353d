"""Section 9: how the pupils whom primary teachers handed over do in the middle school."""

from __future__ import annotations

from db.analysis.rows import Coded, Fact, Line, Part, Records, Scope, Value, table
from db.quality.transition import transitions
from db.quality.transition_rows import TransitionRow

FLAGS = ("ok", "attention", "alarm")


def continuity_part(of: Scope) -> Part:
    """The subjects of each cohort, before and now, with the difference in percentage points; of a year only."""
    found = [] if of.quarter else [each for each in transitions(of.association_id, of.first_year) if each.newest]
    if not found:
        return Part(9)
    values: dict[str, Value] = {"count": len(found)}
    values |= {flag: sum(each.flag == flag for each in found) for flag in FLAGS}
    behind = tuple(dict.fromkeys(record for each in found for record in _records(each)))
    lines = [
        Line(
            (f"{each.class_before} → {each.class_name}", each.subject, each.before.figures.quality,
             each.newest.figures.quality if each.newest else None, each.difference, Coded("flag", each.flag)),
            _records(each),
        )
        for each in found
    ]  # fmt: skip
    made = table("transition", "classes_moved subject before after change flag", lines)
    return Part(9, (Fact("transition", values, behind),), made)


def _records(of: TransitionRow) -> Records:
    """The mark sheets of both years, and what she wrote about them."""
    sheets = (*of.before.sheet_ids, *(of.newest.sheet_ids if of.newest else ()))
    return (*(("mark_sheet", each) for each in sheets), *((("transition", of.id),) if of.id else ()))
