"""The analysis of each member's half-year: drafted from the records, completed by the leader, kept and dated."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from db import members, records, schools
from db.analysis.member_facts import Time, digest, facts
from db.calendar import KNOWN_YEARS
from db.connection import row, rows
from db.errors import Refused
from db.gate import checked
from db.history import action
from db.meetings.standing import label, standing
from db.models.analysis import MemberAnalysis
from db.reading import columns
from db.rules.names import Name

HALVES = (1, 2)
TEXTS = ("facts", "strong", "weak", "conclusion", "advice")
"""What an analysis says; the facts are drafted, the rest is the leader's."""


@dataclass(frozen=True, slots=True)
class AnalysisRow:
    """A kept analysis."""

    id: int
    uid: str
    association_id: int
    person_id: int
    first_year: int
    half: int
    facts: str
    source_digest: str
    strong: str
    weak: str
    conclusion: str
    advice: str
    made_on: dt.date | None

    @property
    def missing(self) -> tuple[str, ...]:
        """Which of its texts are still empty."""
        return tuple(name for name in TEXTS if not getattr(self, name))


@dataclass(frozen=True, slots=True)
class Half:
    """A member's half-year; `kept` is None until the leader kept its analysis, `changed`: the records changed since."""

    person_id: int
    name: Name
    half: int
    kept: AnalysisRow | None
    changed: bool

    @property
    def missing(self) -> tuple[str, ...]:
        """Which texts are still empty."""
        return self.kept.missing if self.kept else TEXTS


def halves(association_id: int, first_year: int, today: dt.date) -> tuple[Half, ...]:
    """Both half-years of everyone who was there for a part of them, by name; a fixed number of queries."""
    kept = {(each.person_id, each.half): each for each in analyses(association_id, first_year)}
    there = members.members(association_id, include_left=True)
    found: list[Half] = []
    for half in HALVES:
        begins, ends = Time(first_year, half).bounds
        of_time = {
            each.person_id: each.name for each in there
            if (each.since is None or each.since <= ends) and (each.until is None or each.until > begins)
        }  # fmt: skip
        now = facts(association_id, of_time, Time(first_year, half), today) if _any(kept, half) else {}
        for person_id, name in of_time.items():
            of = kept.get((person_id, half))
            changed = of is not None and bool(of.source_digest) and of.source_digest != digest(now[person_id])
            found.append(Half(person_id, name, half, of, changed))
    order = {each.person_id: place for place, each in enumerate(there)}
    return tuple(sorted(found, key=lambda each: (order[each.person_id], each.half)))


def _any(kept: dict[tuple[int, int], AnalysisRow], half: int) -> bool:
    return any(of == half for _person, of in kept)


def analyses(association_id: int, first_year: int) -> list[AnalysisRow]:
    """The analyses of a year that were kept."""
    return rows(
        _rows().where(MemberAnalysis.association == association_id, MemberAnalysis.first_year == first_year),
        AnalysisRow,
    )


def analysis_of(association_id: int, person_id: int, first_year: int, half: int) -> AnalysisRow | None:
    """The analysis of a half-year; None before it was kept."""
    query = _rows().where(
        MemberAnalysis.association == association_id, MemberAnalysis.person == person_id,
        MemberAnalysis.first_year == first_year, MemberAnalysis.half == half,
    )  # fmt: skip
    return row(query, AnalysisRow)


def analysis(analysis_id: int) -> AnalysisRow:
    """One analysis; raises Refused `record_missing`."""
    found = row(_rows().where(MemberAnalysis.id == analysis_id), AnalysisRow)
    if found is None:
        raise Refused("record_missing", table="member_analysis")
    return found


def newest(association_id: int, person_id: int | None = None) -> AnalysisRow | None:
    """The analysis of the newest half-year, of one person if named."""
    query = _rows().where(MemberAnalysis.association == association_id)
    if person_id is not None:
        query = query.where(MemberAnalysis.person == person_id)
    order = MemberAnalysis.first_year.desc(), MemberAnalysis.half.desc(), MemberAnalysis.id.desc()
    return row(query.order_by(*order), AnalysisRow)


@action("member_analysis.keep")
def keep(
    association_id: int, person_id: int, first_year: int, half: int, made_on: dt.date, source_digest: str, **texts: str
) -> int:
    """Keep the analysis of a half-year, dated; returns its id. `texts` are those of `TEXTS`.

    `source_digest`: of the facts that the text was drafted from. Raises Refused `required` (facts), `text_too_long`,
    `year_out_of_range`, `value_not_allowed` (half).
    """
    if first_year not in KNOWN_YEARS:
        raise Refused("year_out_of_range", "first_year")
    if half not in HALVES:
        raise Refused("value_not_allowed", "half")
    values = checked(MemberAnalysis, dict(texts), TEXTS)
    if not any(values.values()):
        raise Refused("required", "facts")
    label(schools.names([person_id])[person_id].listed)
    values |= {"made_on": made_on, "source_digest": source_digest}
    whose: dict[str, Any] = {
        "association": association_id, "person": person_id, "first_year": first_year, "half": half
    }  # fmt: skip
    known = _known(whose)
    if known is None:
        return records.insert(MemberAnalysis, **whose, **values)
    if records.stored(MemberAnalysis, known)["deleted_at"]:
        records.renew(MemberAnalysis, known, **whose)
    records.change(MemberAnalysis, known, **values)
    return known


@action("member_analysis.remove")
def remove(analysis_id: int) -> None:
    """Take an analysis away. Raises Refused `record_missing`."""
    person_id = standing(MemberAnalysis, analysis_id)["person"]
    label(schools.names([person_id])[person_id].listed)
    records.remove(MemberAnalysis, analysis_id)


def _rows() -> Any:
    return MemberAnalysis.select(*columns(MemberAnalysis, AnalysisRow)).where(MemberAnalysis.deleted_at.is_null())


def _known(whose: dict[str, Any]) -> int | None:
    """The row of a half-year, one that was taken away too: there is one a half-year."""
    conditions = [getattr(MemberAnalysis, name) == value for name, value in whose.items()]
    found = MemberAnalysis.select(MemberAnalysis.id).where(*conditions).scalar()
    return None if found is None else int(found)
