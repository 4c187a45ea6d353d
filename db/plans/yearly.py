"""How a year's plan begins: from the usual sections and lines, or from the plan of the year before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from db import appointments, calendar
from db.errors import Refused
from db.history import action
from db.meetings.standing import label
from db.plans import adding, heads, owners, terms
from db.plans.adding import New
from db.plans.lines import lines
from db.plans.rows import Line
from db.plans.sections import save_section, sections
from db.rules import plan_shift, plan_status, plan_terms
from db.rules.alphabet import fold_words
from db.rules.plan_terms import Term
from db.stock_files import StockLine, StockSection, plan_sections


@dataclass(frozen=True, slots=True)
class Shifted:
    """The lines made from last year's, and which of them a person should look at, and why.

    Codes: holiday (the day fell on a day off and was moved), outside_quarter (the quarter is shorter now), owner_left,
    not_done (last year it was not), moved (last year it was), classes (they are other classes now).
    """

    lines: tuple[int, ...]
    to_decide: tuple[tuple[int, str], ...]


@action("plan.start")
def start_from_template(association_id: int, first_year: int, language: str) -> int:
    """Begin a year's plan with the usual lines in a language (ky, ru); returns how many there are.

    The usual sections are added where the association has none of their names. Raises Refused `plan_not_empty`
    (values: count).
    """
    _refuse_begun(association_id, first_year)
    leader = appointments.leader(association_id)
    usual = plan_sections()
    lead = [leader.person_id] if leader else []
    ids = _usual_sections(association_id, usual)
    new = [
        _usual(section_id, each, language, lead if each.owner == "leader" else [])
        for section, section_id in zip(usual, ids, strict=True)
        for each in section.lines
    ]
    adding.add(association_id, first_year, new)
    label(str(first_year))
    return len(new)


@action("plan.start")
def start_empty(association_id: int, first_year: int) -> int:
    """Begin a year's plan with the usual sections and no line; returns how many sections there are.

    Raises Refused `plan_not_empty` (values: count).
    """
    _refuse_begun(association_id, first_year)
    ids = _usual_sections(association_id, plan_sections())
    label(str(first_year))
    return len(ids)


@action("plan.start")
def start_from_last_year(association_id: int, first_year: int) -> Shifted:
    """Begin a year's plan with the lines of the year before as they were first planned, their days in the new calendar.

    Neither what was cancelled nor the work beyond the plan is taken over; who has left is no owner any more. Raises
    Refused `plan_not_empty` (values: count), `plan_missing`.
    """
    _refuse_begun(association_id, first_year)
    before = lines(association_id, first_year - 1, plan_terms.month_bounds(first_year, 7)[1])
    kept = [each for each in before if each.state != "cancelled" and not each.unplanned]
    if not kept:
        raise Refused("plan_missing")
    old, new = (_calendar(year) for year in (first_year - 1, first_year))
    days, times = terms.days(first_year), owners.memberships(association_id)
    taken = [_taken_over(each, old, new, days, times) for each in kept]
    ids = adding.add(association_id, first_year, [each for each, _codes in taken])
    _take_head(association_id, first_year)
    label(str(first_year))
    to_decide = [(line_id, code) for line_id, (_new, codes) in zip(ids, taken, strict=True) for code in codes]
    return Shifted(tuple(ids), tuple(to_decide))


def _refuse_begun(association_id: int, first_year: int) -> None:
    if first_year not in calendar.KNOWN_YEARS:
        raise Refused("year_out_of_range", "first_year")
    if count := len(lines(association_id, first_year, dt.date.min)):
        raise Refused("plan_not_empty", count=count)


def _usual_sections(association_id: int, usual: Sequence[StockSection]) -> list[int]:
    """The ids of the usual sections, those that are there by their name; the others are added."""
    known = sections(association_id)
    by_name = {_folded(name): each.id for each in known for name in (each.ky, each.ru) if name}
    taken = {each.number for each in known}
    ids = []
    for each in usual:
        found = by_name.get(_folded(each.ky)) or by_name.get(_folded(each.ru))
        if found is None:
            number = max(taken) + 1 if each.number in taken else each.number
            found = save_section(None, association_id, each.ky, each.ru, number).value
            taken.add(number)
        ids.append(found)
    return ids


def _usual(section_id: int, of: StockLine, language: str, owner: Sequence[int]) -> New:
    russian = language == "ru"
    text, result = (of.ru, of.result_ru) if russian else (of.ky, of.result_ky)
    when = Term(of.term, month=of.month, quarter=of.quarter)
    return New(section_id, text, of.kind, when=when, owner_ids=owner, expected_result=result)


def _taken_over(
    of: Line,
    old: plan_shift.Calendar,
    new: plan_shift.Calendar,
    days: plan_terms.Days,
    times: Mapping[int, Sequence[dt.date | None]],
) -> tuple[New, list[str]]:
    """A line like last year's one, and what of it needs a person's decision."""
    term, codes = plan_shift.shift(of.planned, old, new)
    left = owners.left_by(times, of.owner_ids, plan_terms.bounds(term, days)[1])
    doubts = {
        "owner_left": bool(left),
        "not_done": of.state in plan_status.WAITING or of.state == "partly",
        "moved": of.moved is not None,
        "classes": bool(of.classes),
    }
    line = New(
        of.section_id,
        of.text,
        of.kind,
        of.scope,
        term,
        [each for each in of.owner_ids if each not in left],
        of.classes,
        of.time_place,
        of.expected_result,
        copied_from=of.id,
    )
    return line, [*codes, *(code for code, doubt in doubts.items() if doubt)]


def _take_head(association_id: int, first_year: int) -> None:
    """What stands before the lines, as a first draft."""
    before = heads.head(association_id, first_year - 1)
    if before.id and not heads.head(association_id, first_year).id:
        written = {"theme": before.theme, "goals": before.goals, "tasks": before.tasks, "motto": before.motto}
        heads.save_head(association_id, first_year, **written)


def _calendar(first_year: int) -> plan_shift.Calendar:
    year = calendar.school_year(first_year) or calendar.usual_year(first_year)
    return plan_shift.Calendar(first_year, year.quarters, year.holidays)


def _folded(name: str) -> str:
    return " ".join(fold_words(name))
