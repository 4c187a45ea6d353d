"""An evaluation as the canonical plain values that papers print and a closed one keeps for ever."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, TypeAlias

from db import appointments, settings
from db.connection import row
from db.evaluations import reading
from db.evaluations.columns import columns
from db.evaluations.rows import AppealRow, Asked, Line, Period, Sheet, Switches, Total
from db.evaluations.switches import switches
from db.evaluations.totals import split, totals_of
from db.meetings.content import association_content, printed, school_content
from db.models.evaluations import CriteriaVersion
from db.reading import columns as columns_of
from db.rules import fund

FORMAT = 1
"""Version of this shape: a later one must still print what is stored."""

Content: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Adopted:
    number: int
    title: str
    adopted_by: str
    adopted_on: dt.date | None


def content(evaluation_id: int, version: int = 0, reason: str = "") -> Content:
    """All plain values of an evaluation as of now; `version` 0 is one that is not closed. Points are in tenths."""
    of, found = reading.evaluation(evaluation_id), reading.sheets(evaluation_id)
    on = switches(of.association_id)
    language = settings.get("typing_language", of.association_id, "ky")
    leader = appointments.leader(of.association_id, of.ends) or appointments.leader(of.association_id)
    totals = totals_of(of, found, ranked=on.ranks)
    made: Content = {
        "format": FORMAT,
        "language": language,
        "example": settings.get("example", None, "") == "1",
        "version": version,
        "reason": reason,
        "school": school_content(),
        "association": association_content(of.association_id),
        "leader": printed(leader.name) if leader else None,
        "evaluation": _period(of),
        "criteria_version": _adopted(of.criteria_version_id),
        "columns": list(columns(found, on)),
        "ranked": on.ranks,
        "money": _money(of, found, totals),
        "criteria": criteria_content(of.criteria_version_id),
        "sheets": [_sheet(sheet, total, on) for sheet, total in zip(found, totals, strict=True)],
    }
    made["twins"] = settings.twins(_typed(made), language)
    return made


def _period(of: Period) -> Content:
    days = ("begins", "ends", "association_on", "commission_on", "announced_on", "appeal_until", "closed_on")
    plain = (
        "uid", "first_year", "period", "part", "state", "meeting_number", "commission_number", "commission_chair",
        "commission_members", "order_number", "note",
    )  # fmt: skip
    return {name: getattr(of, name) for name in plain} | {name: _iso(getattr(of, name)) for name in days}


def _adopted(version_id: int) -> Content:
    found = row(
        CriteriaVersion.select(*columns_of(CriteriaVersion, _Adopted)).where(CriteriaVersion.id == version_id), _Adopted
    )
    if found is None:
        return {"number": 0, "title": "", "adopted_by": "", "adopted_on": None}
    return {
        "number": found.number, "title": found.title, "adopted_by": found.adopted_by,
        "adopted_on": _iso(found.adopted_on),
    }  # fmt: skip


def _money(of: Period, found: tuple[Sheet, ...], totals: tuple[Total, ...]) -> Content | None:
    """The fund in тыйын and how it was split; None where there is none."""
    if of.fund is None:
        return None
    shared = split(of, found)
    price = fund.point_price(shared, by_load=of.by_load, by_period=of.by_period)
    return {
        "fund": of.fund, "by_load": of.by_load, "by_period": of.by_period, "code": shared.code,
        "price": _ratio(price), "shared": sum(each.share or 0 for each in totals),
    }  # fmt: skip


def _ratio(price: Fraction | None) -> list[int] | None:
    """A fraction as numerator and denominator: JSON has no exact one."""
    return None if price is None else [price.numerator, price.denominator]


def criteria_content(version_id: int) -> list[Content]:
    """The criteria of a version, numbered as sheets number them."""
    return [_asked(number, each) for number, each in enumerate(reading.asked(version_id), start=1)]


def _asked(number: int, of: Asked) -> Content:
    names = (
        "section_ky", "section_ru", "ky", "ru", "indicator_ky", "indicator_ru", "proof_ky", "proof_ru", "rule", "most",
    )  # fmt: skip
    return {"number": number} | {name: getattr(of, name) for name in names}


def _sheet(of: Sheet, total: Total, on: Switches) -> Content:
    who = of.row
    plain = ("uid", "subjects", "classes", "category", "service_teaching", "load_hours", "load_share", "period_share",
             "note")  # fmt: skip
    return {name: getattr(who, name) for name in plain} | {
        "person": who.person_uid,
        "name": printed(who.name),
        "left_on": _iso(who.left_on),
        "acquainted_on": _iso(who.acquainted_on),
        "by_head": of.by_head,
        "points": total.points,
        "waiting": total.waiting,
        "rank": total.rank,
        "share": total.share,
        "lines": [_line(each) for each in of.lines],
        "appeals": [_appeal(each, of) for each in of.appeals],
    }


def _line(of: Line) -> Content:
    point = of.point
    return {
        "number": of.number,
        "proposed": point.proposed,
        "self": point.self_points,
        "association": point.association_points,
        "commission": point.commission_points,
        "appealed": of.appealed,
        "not_applicable": point.not_applicable,
        "final": of.final,
        "reason": point.reason,
        "proofs": [each.text for each in of.proofs],
    }


def _appeal(of: AppealRow, sheet: Sheet) -> Content:
    line = sheet.line(of.criterion_id) if of.criterion_id else None
    plain = ("uid", "reason", "reply", "outcome", "old_points", "new_points", "protocol_number")
    return {name: getattr(of, name) for name in plain} | {
        "criterion": line.number if line else None,
        "filed_on": _iso(of.filed_on),
        "decided_on": _iso(of.decided_on),
    }


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _typed(made: Content) -> Iterator[str]:
    """What was typed and may have a twin in the other language."""
    for sheet in made["sheets"]:
        yield from (line["reason"] for line in sheet["lines"])
        yield from (part for each in sheet["appeals"] for part in (each["reason"], each["reply"]))
