"""An analysis as the canonical plain values that papers print and a version keeps for ever.

A fact is {"code", "values": {name: VALUE}}, a table {"code", "columns", "lines": [[VALUE]]}. A VALUE is a number, a
text or None, {"share": [numerator, denominator]}, {"day": ISO}, {"name": NAME} or {"word": [group, code]}.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any, TypeAlias

from db import appointments, schools, settings, stock_files
from db.analysis import parts, work
from db.analysis.keeping import Text, texts
from db.analysis.rows import Coded, Fact, Part, Scope, Table, Value
from db.meetings.content import association_content, printed, school_content
from db.plans import sections
from db.plans.rows import Line, Section
from db.rules.names import Name

FORMAT = 1
"""Version of this shape: a later one must still print what is stored."""

Content: TypeAlias = dict[str, Any]


def content(of: Scope, found: Sequence[Part] | None = None) -> Content:
    """All plain values of an analysis as it stands, as a draft: version 0, no steps; `found`: its sections, if read."""
    leader, school = appointments.leader(of.association_id, of.until), schools.school()
    language = settings.get("typing_language", of.association_id, "ky")
    written = texts(of)
    return {
        "format": FORMAT,
        "language": language,
        "example": settings.get("example", None, "") == "1",
        "version": 0,
        "reason": "",
        "steps": [],
        "first_year": of.first_year,
        "quarter": of.quarter,
        "school": school_content(),
        "association": association_content(of.association_id),
        "head_of_studies": school.head_of_studies if school else "",
        "leader": printed(leader.name) if leader else None,
        "sections": [_section(each, written.get(each.number)) for each in found or parts.parts(of)],
        "plan": _plan(of),
        "twins": stock_files.plan_twins(language) | stock_files.analysis_twins(language),
    }


def _section(of: Part, text: Text | None) -> Content:
    return {
        "number": of.number,
        "facts": [_fact(each) for each in of.facts],
        "tables": [_table(each) for each in of.tables],
        "text": text.text if text else "",
    }


def _fact(of: Fact) -> Content:
    return {"code": of.code, "values": {name: plain(value) for name, value in of.values.items()}}


def _table(of: Table) -> Content:
    lines = [[plain(cell) for cell in line.cells] for line in of.lines]
    return {"code": of.code, "columns": list(of.columns), "lines": lines}


def plain(value: Value) -> Any:
    """A figure as it is kept and printed from."""
    if isinstance(value, Fraction):
        return {"share": [value.numerator, value.denominator]}
    if isinstance(value, dt.date):
        return {"day": value.isoformat()}
    if isinstance(value, Name):
        return {"name": printed(value)}
    return {"word": [value.group, value.code]} if isinstance(value, Coded) else value


def _plan(of: Scope) -> list[Content]:
    """The plan's own sections with what was done and what was not: the short analysis goes along them."""
    found = work.plan_lines(of)
    by_section = [(each, [line for line in found if line.section_id == each.id]) for each in _sections(of, found)]
    return [
        {"number": each.number, "ky": each.ky, "ru": each.ru, "lines": [_line(line) for line in lines]}
        for each, lines in by_section if lines
    ]  # fmt: skip


def _sections(of: Scope, found: Iterable[Line]) -> list[Section]:
    used = {each.section_id for each in found}
    return [each for each in sections.sections(of.association_id) if each.id in used]


def _line(of: Line) -> Content:
    return {
        "text": of.text,
        "state": of.state,
        "done": of.done_on is not None and of.state != "cancelled",
        "planned": of.state != "cancelled" and not of.unplanned,
        "done_on": of.done_on.isoformat() if of.done_on else None,
        "missed": of.state in work.UNDONE,
        "reason": of.reason,
    }
