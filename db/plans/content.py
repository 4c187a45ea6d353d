"""A plan as the canonical plain values that papers print and a plan handed in keeps for ever."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

from peewee import JOIN

from db import appointments, settings, stock_files
from db.connection import rows
from db.errors import Refused
from db.meetings.content import association_content, printed, school_content, words_content
from db.meetings.rows import MeetingRow
from db.meetings.sheet import meetings
from db.models.meetings import AgendaItem
from db.models.schools import Person
from db.plans import figures, fulfilling, heads, terms, views
from db.plans.figures import Cell, Grid, GridRow
from db.plans.happened import Happened
from db.plans.lines import lines
from db.plans.rows import Line, Section
from db.plans.sections import sections
from db.plans.terms import days
from db.reading import columns
from db.rules import plan_terms
from db.rules.names import Name
from db.rules.plan_terms import Term

FORMAT = 1
"""Version of this shape: a later one must still print what is stored."""

Content: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Part:
    """Which plan: the year's, or that of a quarter (`part` 1 to 4) or a month (`part` 1 to 12) of it."""

    association_id: int
    first_year: int
    scope: str = "year"
    part: int = 0

    def __post_init__(self) -> None:
        """Refuse a part that no year has, with `plan_part_unknown`."""
        known = {"year": (0,), "quarter": range(1, 5), "month": range(1, 13)}
        if self.part not in known.get(self.scope, ()):
            raise Refused("plan_part_unknown", "part")

    @property
    def bounds(self) -> tuple[dt.date, dt.date]:
        """Its first and last day."""
        kind = {"year": Term("year"), "quarter": Term("quarter", quarter=self.part)}
        return plan_terms.bounds(kind.get(self.scope, Term("month", month=self.part)), days(self.first_year))


def content(of: Part, today: dt.date, whole: bool = False) -> Content:
    """All plain values of a plan as of a day, as a draft: version 0, nobody's approval. Names are never inflected.

    `whole` adds to a year's lines those of its quarters and months, behind them, all that "fact" counts; and in "apart"
    what was held, studied or finished and no line names.
    """
    language = settings.get("typing_language", of.association_id, "ky")
    all_lines, known = lines(of.association_id, of.first_year, today), sections(of.association_id)
    shown, held = _shown(of, all_lines)
    if whole:
        shown = [*shown, *(each for each in all_lines if each.scope != "year" and not each.unplanned)]
    away = _moved_away(of, all_lines, shown)
    leader = appointments.leader(of.association_id)
    made: Content = {
        "format": FORMAT,
        "language": language,
        "example": settings.get("example", None, "") == "1",
        "version": 0,
        "reason": "",
        "scope": of.scope,
        "part": of.part,
        "first_year": of.first_year,
        "school": school_content(),
        "association": association_content(of.association_id),
        "words": words_content(of.association_id),
        "head": _head(of),
        "leader": printed(leader.name) if leader else None,
        "approvals": [],
        "sections": [_section(of, each, [*shown, *away]) for each in known],
        "unplanned": _lines(of, _unplanned(of, all_lines)),
        "fact": _fact(figures.grid(_counted(of, shown, all_lines), known, days(of.first_year))),
        "meetings": _meetings(held),
    }
    if whole:
        made["apart"] = [_happened(each) for each in fulfilling.unplanned(of.association_id, of.first_year)]
    made["twins"] = _twins(made, language)
    return made


def _shown(of: Part, found: list[Line]) -> tuple[list[Line], list[MeetingRow]]:
    """The lines of a plan, and the meetings that it names: a month's own, else all of its time."""
    begins, ends = of.bounds
    if of.scope == "month":
        month = views.in_month(of.association_id, of.first_year, found, begins, ends)
        return list(month.lines), list(month.meetings)
    standing = [each for each in meetings(of.association_id, of.first_year) if each.state != "cancelled"]
    if of.scope == "quarter":
        within = [each for each in standing if each.held_on and begins <= each.held_on <= ends]
        return views.in_quarter(found, begins, ends), within
    return views.in_year(found), standing


def _moved_away(of: Part, found: list[Line], shown: list[Line]) -> list[Line]:
    """Lines that stood in this plan until they were moved to another time: it still has to say so."""
    ids = {each.id for each in shown}
    scopes = ("year", "quarter", "month")[: ("year", "quarter", "month").index(of.scope) + 1]
    return [
        each
        for each in found
        if each.id not in ids and each.scope in scopes and not each.unplanned and each.moved and _planned_in(of, each)
    ]


def _planned_in(of: Part, line: Line) -> bool:
    """Whether a line stood in this plan at first."""
    return plan_terms.touches(*terms.bounds(line.planned, of.first_year), *of.bounds)


def _unplanned(of: Part, found: list[Line]) -> list[Line]:
    """The work beyond the plan that was done in its time."""
    begins, ends = of.bounds
    apart = [each for each in found if each.unplanned and each.state != "cancelled"]
    if of.scope == "year":
        return apart
    return [each for each in apart if begins <= (each.done_on or each.last) <= ends]


def _counted(of: Part, shown: list[Line], found: list[Line]) -> list[Line]:
    """The lines behind the figures: a year's are all of that year, those that quarters and months added too."""
    planned = [each for each in found if not each.unplanned] if of.scope == "year" else shown
    return [*planned, *_unplanned(of, found)]


def _head(of: Part) -> Content:
    head = heads.head(of.association_id, of.first_year)
    return {name: getattr(head, name) for name in ("theme", "goals", "tasks", "motto")}


def _section(of: Part, section: Section, found: list[Line]) -> Content:
    return {
        "number": section.number,
        "title_ky": section.ky,
        "title_ru": section.ru,
        "lines": _lines(of, [each for each in found if each.section_id == section.id]),
    }


def _lines(of: Part, found: list[Line]) -> list[Content]:
    """Lines by number; one that was moved says where to, and whether this plan got it only then."""
    made = [_line(number, each) for number, each in enumerate(found, start=1)]
    for line, each in zip(made, found, strict=True):
        if each.moved:
            line |= {"moved_to": term_content(each.when), "moved_in": not _planned_in(of, each)}
    return made


def _line(number: int, of: Line) -> Content:
    return {
        "number": number,
        "text": of.text,
        "kind": of.kind,
        "term": term_content(of.planned),
        "first": of.first.isoformat(),
        "last": of.last.isoformat(),
        "owners": [printed(name) for name in of.owners],
        "classes": of.classes,
        "time_place": of.time_place,
        "expected_result": of.expected_result,
        "note": of.note,
        "state": of.state,
        "done_on": _day(of.done_on),
        "reason": of.reason,
        "proofs": [_proof(each) for each in of.proofs],
    }


def _proof(of: Any) -> Content:
    return {"title": of.title, "meeting_number": of.meeting_number, "date": _day(of.done_on), "partly": of.partly}


def _happened(of: Happened) -> Content:
    return {
        "kind": of.kind if of.table == "activity" else of.table,
        "title": of.title,
        "classes": of.classes,
        "date": _day(of.done_on),
        "owners": [printed(name) for name in of.owners],
    }


def term_content(of: Term) -> Content:
    """A term as plain values."""
    return {
        "kind": of.kind,
        "begins": _day(of.begins),
        "ends": _day(of.ends),
        "month": of.month,
        "quarter": of.quarter,
    }


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _fact(grid: Grid) -> Content:
    return {
        "months": [list(month) for month in grid.months],
        "rows": [_fact_row(each) for each in grid.rows],
        "unplanned": _fact_row(grid.unplanned),
        "total": _fact_row(grid.total),
    }


def _fact_row(of: GridRow) -> Content:
    def pair(cell: Cell) -> list[int]:
        return [cell.done, cell.planned]

    return {
        "number": of.number,
        "title_ky": of.ky,
        "title_ru": of.ru,
        "cells": [pair(cell) for cell in of.cells],
        "whole_year": pair(of.whole_year),
        "total": pair(of.total),
    }


@dataclass(frozen=True, slots=True)
class _Question:
    meeting_id: int
    title: str
    reporter_guest: str


@dataclass(frozen=True, slots=True)
class _Title(_Question):
    surname: str | None
    given: str | None
    patronymic: str | None
    short_form: str | None

    @property
    def reporter(self) -> str:
        """Who prepares the question, as signed; empty where that is not known."""
        if self.surname is None:
            return self.reporter_guest
        return Name(self.surname, self.given or "", self.patronymic or "", self.short_form or "").signed


def _meetings(found: list[MeetingRow]) -> list[Content]:
    """Meetings with their agendas and who prepares each question, all in one query."""
    names = (Person.surname, Person.given, Person.patronymic, Person.short_form)
    query = AgendaItem.select(*columns(AgendaItem, _Question), *names).join(Person, JOIN.LEFT_OUTER)
    query = query.where(
        AgendaItem.meeting.in_([each.id for each in found]),
        AgendaItem.state != "parked",
        AgendaItem.deleted_at.is_null(),
    )
    titles = rows(query.order_by(AgendaItem.position, AgendaItem.id), _Title)
    return [
        {
            "number": each.number,
            "date": _day(each.held_on),
            "planned_time": each.planned_time,
            "place": each.place,
            "items": [title.title for title in titles if title.meeting_id == each.id],
            "reporters": [title.reporter for title in titles if title.meeting_id == each.id],
        }
        for each in found
    ]


def typed_texts(made: Content) -> Iterable[str]:
    """Every text of a plan that a person typed and a second language would have to say anew."""
    yield from made["head"].values()
    for line in (*(line for section in made["sections"] for line in section["lines"]), *made["unplanned"]):
        yield from (line["text"], line["expected_result"], line["note"], line["reason"])
        yield from (proof["title"] for proof in line["proofs"])
    yield from (title for meeting in made["meetings"] for title in meeting["items"])
    yield from (each["title"] for each in made.get("apart", ()))


def _twins(made: Content, language: str) -> dict[str, str]:
    """Texts that are a stock phrase, or a usual line of the plan, left as they stand, in the other language."""
    texts = {text for text in typed_texts(made) if text}
    usual = stock_files.plan_twins(language)
    return {text: usual[text] for text in texts if text in usual} | settings.twins(texts, language)
