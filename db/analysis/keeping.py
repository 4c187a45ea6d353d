"""The leader's words in an analysis, section by section, each with the digest of the records they were written from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from db import records
from db.analysis.rows import Scope
from db.calendar import KNOWN_YEARS
from db.connection import rows
from db.errors import Refused
from db.gate import checked
from db.history import action, subject
from db.models.analysis import Analysis, AnalysisSection
from db.reading import columns

QUARTERS = range(5)
"""0 is the whole year."""
SECTIONS = range(1, 18)


@dataclass(frozen=True, slots=True)
class Text:
    """What she wrote in a section; `source_digest` is that of the figures which stood there then."""

    number: int
    text: str
    source_digest: str


def texts(of: Scope) -> dict[int, Text]:
    """Her words by section."""
    query = AnalysisSection.select(*columns(AnalysisSection, Text)).join(Analysis)
    query = query.where(_is(of), AnalysisSection.deleted_at.is_null(), Analysis.deleted_at.is_null())
    return {each.number: each for each in rows(query, Text)}


def analysis_id(of: Scope) -> int | None:
    """The row of an analysis; None before anything was written or approved."""
    found = Analysis.select(Analysis.id).where(_is(of), Analysis.deleted_at.is_null()).scalar()
    return None if found is None else int(found)


@action("analysis.write")
def write(of: Scope, number: int, text: str, source_digest: str) -> int:
    """Write in a section; returns its id. `source_digest`: of the figures that she saw.

    Raises Refused `value_not_allowed` (number), `year_out_of_range`, `plan_part_unknown`, `text_too_long`.
    """
    if number not in SECTIONS:
        raise Refused("value_not_allowed", "number")
    values = checked(AnalysisSection, {"text": text}, ("text",)) | {"source_digest": source_digest}
    whose = {"analysis": begun(of), "number": number}
    subject(str(number))
    query: Any = AnalysisSection.select(AnalysisSection.id).where(
        AnalysisSection.analysis == whose["analysis"], AnalysisSection.number == number
    )
    known = query.scalar()
    if known is None:
        return records.insert(AnalysisSection, **whose, **values)
    if records.stored(AnalysisSection, known)["deleted_at"]:
        records.renew(AnalysisSection, known, **whose)
    records.change(AnalysisSection, known, **values)
    return int(known)


def begun(of: Scope) -> int:
    """The row of an analysis, made inside an action where there is none; raises Refused as `write` does."""
    if of.first_year not in KNOWN_YEARS:
        raise Refused("year_out_of_range", "first_year")
    if of.quarter not in QUARTERS:
        raise Refused("plan_part_unknown", "quarter")
    query: Any = Analysis.select(Analysis.id).where(_is(of))
    known = query.scalar()
    whose = {
        "association": of.association_id, "first_year": of.first_year, "part": of.quarter,
        "period": "quarter" if of.quarter else "year",
    }  # fmt: skip
    if known is None:
        return records.insert(Analysis, **whose)
    if records.stored(Analysis, known)["deleted_at"]:
        records.renew(Analysis, known, **whose)
    return int(known)


def _is(of: Scope) -> Any:
    """The condition of being that analysis."""
    return (
        (Analysis.association == of.association_id) & (Analysis.first_year == of.first_year)
        & (Analysis.part == of.quarter) & (Analysis.period == ("quarter" if of.quarter else "year"))
    )  # fmt: skip
