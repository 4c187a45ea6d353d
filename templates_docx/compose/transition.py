"""The transition, work by level, the standard, classes handed over: from a selection to the values of their papers."""

from typing import Any

from db import settings
from db.associations import association
from db.control_tests import reading
from db.control_tests.rows import Work
from db.errors import Refused
from db.meetings.content import printed
from db.quality import handovers, levels, standard
from db.quality.handovers import Handover
from db.quality.levels import Group
from db.quality.standard import Missed
from db.quality.transition import transitions
from db.quality.transition_rows import Part, TransitionRow
from db.quality.years import rules_of
from db.rules.quality import Figures
from templates_docx.catalogue import PaperLanguage
from templates_docx.compose.selecting import quarter_of, year_of
from templates_docx.documents import Selection
from templates_docx.handovers import PARTS, handover_values
from templates_docx.headings import heading
from templates_docx.levels import level_values, standard_values
from templates_docx.transition import transition_values
from templates_docx.values import Filled, Record


def transition(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return the comparison of a year's classes that came from primary school, or of one of them."""
    year, wanted = year_of(selection), selection.class_name
    found = [
        each for each in transitions(selection.association_id, year)
        if wanted in ("", each.class_name, reading.grade_of(each.class_name))
    ]  # fmt: skip
    rules = rules_of(association(selection.association_id).school_id, year)
    content = {
        "year": year, "class_name": wanted, "attention": rules.attention, "alarm": rules.alarm,
        "small": rules.small_class, "rows": [_row(each) for each in found],
        "moves": [
            {"class_name": name, "arrived": arrived, "departed": departed}
            for name, arrived, departed in dict.fromkeys((of.class_name, of.arrived, of.departed) for of in found)
            if arrived or departed
        ],
    }  # fmt: skip
    stored = [each.stored for each in found if each.stored]
    typed = [*(each.subject for each in found), *(text for of in stored for text in (of.cause, of.measure))]
    return transition_values(_heading(selection, typed), content, paper), False


def level_work(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return the work by level of a quarter, of all classes or of one."""
    year, quarter = year_of(selection), quarter_of(selection)
    _refuse_quarter(quarter)
    found = [
        each for each in levels.groups_of(selection.association_id, year, quarter)
        if selection.class_name in ("", each.class_name, str(each.grade))
    ]  # fmt: skip
    works = {each.id: each for each in reading.works(selection.association_id, year)}
    base = _heading(selection, [text for of in found for text in (of.subject, of.work, of.time, of.result)])
    scope = {"year": year, "quarter": quarter, "class_name": selection.class_name}
    plain = [_group(each) | {"test": _test(works.get(each.control_test_id or 0))} for each in found]
    return level_values({**base, "scope": scope}, plain, paper), False


def missed(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return the requirements of the standard that are not mastered, of a year, a quarter or a class."""
    year, quarter = year_of(selection), selection.quarter or 0
    _refuse_quarter(selection.quarter if selection.quarter is not None else 1)
    found = standard.missed(selection.association_id, year, quarter, selection.class_name)
    typed = [
        text for of in found
        for text in (of.work.subject, of.requirement.text, of.measure.measure if of.measure else "")
    ]  # fmt: skip
    scope = {"year": year, "quarter": quarter, "class_name": selection.class_name}
    percent = reading.mastery_percent(selection.association_id)
    base = {**_heading(selection, typed), "scope": scope, "percent": percent}
    return standard_values(base, [_missed(each) for each in found], paper), False


def handover(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return the record that is named, else the newest of the year."""
    year = year_of(selection)
    row_id = selection.record_id or handovers.newest(selection.association_id, year)
    of = handovers.handover(row_id) if row_id else None
    typed = [getattr(of, name) for name in PARTS] if of else []
    base = {**_heading(selection, typed), "year": year}
    return handover_values(base, _handover(selection.association_id, of) if of else None, paper), False


def _refuse_quarter(quarter: int) -> None:
    if quarter not in range(1, 5):
        raise Refused("plan_part_unknown", "quarter")


def _heading(selection: Selection, typed: list[str]) -> Record:
    base = heading(selection.association_id, selection.today)
    return {**base, "twins": settings.twins(typed, base["language"])}


def _row(of: TransitionRow) -> Record:
    return {
        "class_before": of.class_before, "class_name": of.class_name, "subject": of.subject,
        "before": _part(of.before, of.first_year), "entry": of.entry.figures.quality if of.entry else None,
        "first": _part(of.first, of.first_year), "newest": _part(of.newest, of.first_year),
        "compared": of.same.compared if of.by_same else None, "difference": of.difference, "flag": of.flag,
        "few": of.few, "moved": of.moved, "cause": of.stored.cause if of.stored else "",
        "measure": of.stored.measure if of.stored else "",
    }  # fmt: skip


def _part(of: Part | None, year: int) -> Record | None:
    if of is None:
        return None
    return {
        "year": year, "period": of.period, "part": of.part, "pupils": of.pupils,
        "figures": {name: getattr(of.figures, name) for name in Figures.__slots__},
        "teacher": printed(of.teacher) if of.teacher else None,
    }  # fmt: skip


def _group(of: Group) -> dict[str, Any]:
    same = {name: getattr(of, name) for name in ("class_name", "subject", "level", "work", "time", "result")}
    return same | {"pupils": of.shown_pupils, "person": printed(of.person) if of.person else None}


def _test(of: Work | None) -> Record | None:
    if of is None or not of.has_results:
        return None
    return {"date": of.held_on.isoformat() if of.held_on else None, "quality": of.figures.quality}


def _missed(of: Missed) -> Record:
    measure, work = of.measure, of.work
    return {
        "class_name": work.class_name, "subject": work.subject, "quarter": work.quarter,
        "date": work.held_on.isoformat() if work.held_on else None, "text": of.requirement.text,
        "mastered": of.requirement.mastered or 0, "wrote": work.wrote or 0,
        "measure": measure.measure if measure else "",
        "person": printed(measure.person) if measure and measure.person else None,
        "deadline": measure.deadline.isoformat() if measure and measure.deadline else None,
        "done_on": measure.done_on.isoformat() if measure and measure.done_on else None,
    }  # fmt: skip


def _handover(association_id: int, of: Handover) -> Record:
    found = [each for each in transitions(association_id, of.first_year) if each.class_id == of.school_class_id]
    return {name: getattr(of, name) for name in ("kind", "class_name", "listed", *PARTS)} | {
        "year": of.first_year,
        "date": of.held_on.isoformat() if of.held_on else None,
        "giver": printed(of.giver) if of.giver else None,
        "taker": printed(of.taker) if of.taker else None,
        "rows": [
            {
                "subject": each.subject, "before": each.before.figures.quality,
                "entry": each.entry.figures.quality if each.entry else None,
                "after": each.newest.figures.quality if each.newest else None,
                "teacher": printed(each.newest.teacher) if each.newest and each.newest.teacher else None,
            }
            for each in found
        ],
    }  # fmt: skip
