"""Lesson analyses: from a selection to the values of their papers."""

from collections.abc import Iterable
from typing import Any

from db import appointments, settings
from db.errors import Refused
from db.events.activities import activities, activity
from db.events.rows import LESSONS, Activity
from db.meetings.content import printed
from db.observations import aspects, reading
from db.observations.rows import Sheet
from db.stock_files import read_stock
from templates_docx.catalogue import PaperLanguage
from templates_docx.compose.selecting import year_of
from templates_docx.documents import Selection
from templates_docx.headings import heading
from templates_docx.observations import sheet_values
from templates_docx.values import Filled, Record


def observation(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return a sheet, the newest of the year where none is named; where there is none, an empty form that says so."""
    found = _sheet(selection)
    content = _filled(found) if found else _blank(None, selection.association_id) | {"nothing": True}
    return sheet_values(_heading(selection, found.lesson if found else None), content, paper), False


def form(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return an empty form for a lesson, the next one of the year where none is named; without any quite empty."""
    of = _lesson(selection)
    return sheet_values(_heading(selection, of), _blank(of, selection.association_id), paper), False


def _heading(selection: Selection, of: Activity | None) -> Record:
    """The heading with the day of the lesson; of a form for any lesson the day is written by hand."""
    day = of.held_on if of else None
    return {**heading(selection.association_id, day or selection.today), "date": day.isoformat() if day else None}


def _sheet(selection: Selection) -> Sheet | None:
    if selection.record_id is not None:
        return reading.sheet(selection.record_id)
    return next(iter(reading.sheets(selection.association_id, year_of(selection))), None)


def _lesson(selection: Selection) -> Activity | None:
    if selection.record_id is not None:
        of = activity(selection.record_id)
        if not of.is_lesson:
            raise Refused("not_a_lesson", "activity")
        return of
    found = activities(selection.association_id, year_of(selection), kinds=LESSONS)
    to_come = [
        each for each in found if each.state == "planned" and (each.held_on or selection.today) >= selection.today
    ]
    return next(iter(to_come), None)


def _filled(of: Sheet) -> dict[str, Any]:
    """A sheet as plain values."""
    row, summed = of.row, of.summary
    observer = row.observer.signed if row.observer else row.observer_guest
    leader = appointments.leader(of.lesson.association_id)
    return _of_lesson(of.lesson, observer) | {
        "observer": observer,
        "led": bool(leader and leader.person_id == row.observer_id),
        "visit_aim": row.visit_aim,
        "learning": row.learning_aim,
        "developing": row.developing_aim,
        "upbringing": row.upbringing_aim,
        "listed": row.listed,
        "present": row.present,
        "highest": row.highest,
        "scores": [
            {"name_ky": each.ky, "name_ru": each.ru, "score": each.score, "note": each.note} for each in of.scores
        ],
        "total": summed.total,
        "possible": summed.possible,
        "mean": "" if summed.mean is None else str(summed.mean),
        "strong": row.strong,
        "weak": row.weak,
        "conclusions": row.conclusions,
        "advice": [each.text for each in of.advice if each.text.strip()],
        "self_analysis": row.self_analysis,
        "acquainted": row.acquainted_on.isoformat() if row.acquainted_on else None,
        "blank": False,
        "nothing": False,
    }


def _blank(of: Activity | None, association_id: int) -> dict[str, Any]:
    """A form that is to be filled in by hand: the aspects in use, or the usual ones."""
    known = [{"name_ky": each.ky, "name_ru": each.ru} for each in aspects.aspects(association_id) if each.used]
    usual = [{"name_ky": each["ky"], "name_ru": each["ru"]} for each in read_stock("aspects")["aspect"]]
    texts = ("visit_aim", "learning", "developing", "upbringing", "strong", "weak", "conclusions", "self_analysis")
    return (
        _of_lesson(of, "")
        | dict.fromkeys(texts, "")
        | {
            "observer": "",
            "led": False,
            "visit_aim": of.aim if of and of.kind == "visit" else "",
            "listed": None,
            "present": None,
            "highest": int(settings.get("observation_scale", association_id)),
            "scores": [each | {"score": None, "note": ""} for each in known or usual],
            "total": 0,
            "possible": 0,
            "mean": "",
            "advice": [],
            "acquainted": None,
            "blank": True,
            "nothing": False,
        }
    )


def _of_lesson(of: Activity | None, observer: str) -> dict[str, Any]:
    """The head of a sheet; who observes is named first among those who saw the lesson."""
    if of is None:
        empty = dict.fromkeys(("classes", "subject", "topic", "form"), "")
        return empty | {"kind": "", "teachers": [], "day": None, "lesson": None, "seen_by": []}
    visitors = (each.name.signed if each.person_id else each.guest for each in of.visitors)
    return {
        "kind": of.kind,
        "teachers": [printed(each.name) for each in of.responsible],
        "classes": of.classes,
        "subject": of.subject,
        "day": of.held_on.isoformat() if of.held_on else None,
        "lesson": of.lesson,
        "topic": of.title,
        "form": of.form,
        "seen_by": _once((observer, *visitors)),
    }


def _once(names: Iterable[str]) -> list[str]:
    return [name for name in dict.fromkeys(names) if name]
