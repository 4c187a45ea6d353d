"""What the leader directs: from a selection to the values of its papers."""

import datetime as dt
from collections.abc import Iterable, Sequence
from operator import attrgetter

from db import calendar, settings
from db.errors import Refused
from db.events.activities import activities, activity
from db.events.rows import LESSONS, Activity, Who
from db.meetings.content import printed
from db.observations.reading import sheets_of
from db.observations.rows import Sheet
from templates_docx import events as papers
from templates_docx.catalogue import PaperLanguage
from templates_docx.compose.selecting import year_of
from templates_docx.documents import Selection
from templates_docx.headings import heading
from templates_docx.values import Filled, Record

EVENTS = ("extracurricular", "subject_event", "contest", "olympiad")
"""Kinds that a report is written on; a subject week has a paper of its own."""
TYPED = ("title", "form", "subject", "room", "reason", "aim", "tasks", "course", "results", "conclusion")


def open_lessons(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return the schedule of open lessons of a school year, or of the quarter that is named."""
    found = _of_quarter(selection, _year(selection, ("open_lesson",)))
    return papers.open_lessons_values(_base(selection, found), [_plain(each) for each in found], paper), False


def visits(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return the journal of mutual visits of a year or a quarter, of one teacher where one is named."""
    found = _of_quarter(selection, _year(selection, ("visit",)))
    found = [each for each in found if each.state != "cancelled"]
    seen = sheets_of([each.id for each in found])
    rows = [{**_plain(each), **_seen([one for one in seen if one.row.activity_id == each.id])} for each in found]
    return papers.visits_values(_base(selection, found, _texts_of(seen)), rows, paper), False


def event(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return the report on one event: the one that is named, else the newest held one of the year."""
    of = _one(selection, EVENTS)
    known = [of] if of else []
    return papers.event_values(_base(selection, known), _plain(of) if of else None, paper), False


def week(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return a subject week's plan by days with its report: the one that is named, or that an event is part of."""
    of = _one(selection, ("week",))
    if of and of.part_of_id:
        of = activity(of.part_of_id)
    parts = activities(of.association_id, of.first_year, part_of_id=of.id) if of else []
    base = _base(selection, [*([of] if of else []), *parts])
    return papers.week_values(base, _plain(of) if of else None, [_plain(each) for each in parts], paper), False


def _year(selection: Selection, kinds: Sequence[str]) -> list[Activity]:
    year, person_id = year_of(selection), selection.person_id
    return activities(selection.association_id, year, kinds=kinds, person_id=person_id, class_name=selection.class_name)


def _of_quarter(selection: Selection, found: list[Activity]) -> list[Activity]:
    """Those of the quarter that is named; raises Refused `plan_part_unknown` for one that there is not."""
    if selection.quarter is None:
        return found
    year = year_of(selection)
    quarters = (calendar.school_year(year) or calendar.usual_year(year)).quarters
    span = next((each for each in quarters if each.number == selection.quarter), None)
    if span is None:
        raise Refused("plan_part_unknown", "quarter")
    return [each for each in found if each.held_on is not None and span.begins <= each.held_on <= span.ends]


def _one(selection: Selection, kinds: Sequence[str]) -> Activity | None:
    """The activity that is named, else the newest held, else the next one of the year; None where there is none."""
    if selection.record_id is not None:
        of = activity(selection.record_id)
        if of.kind in kinds or (of.part_of_id and kinds == ("week",)):
            return of
    found = [each for each in _year(selection, kinds) if each.state != "cancelled"]
    held = [each for each in found if each.state == "held"]
    return max(held, key=lambda each: each.held_on or dt.date.min) if held else next(iter(found), None)


def _base(selection: Selection, found: Iterable[Activity], more: Iterable[str] = ()) -> Record:
    """The heading with the year and the twins of what was typed."""
    base = heading(selection.association_id, selection.today)
    typed = [text for each in found for text in attrgetter(*TYPED)(each)]
    twins = settings.twins([*typed, *more], base["language"])
    return {**base, "year": year_of(selection), "quarter": selection.quarter, "twins": twins}


def _plain(of: Activity) -> Record:
    """An activity as plain values."""
    same = ("kind", "classes", "lesson", "starts", "level", "state", "participants", *TYPED)
    moved = [{"day": _iso(each.old_day), "reason": each.reason} for each in of.moves]
    results = [
        {name: getattr(each, name) for name in ("kind", "name", "class_name", "place", "award")} for each in of.outcomes
    ]
    return {name: getattr(of, name) for name in same} | {
        "date": _iso(of.held_on), "ends": _iso(of.ends_on), "is_lesson": of.kind in LESSONS, "moves": moved,
        "responsible": [_who(each) for each in of.responsible], "visitors": [_who(each) for each in of.visitors],
        "outcomes": results, "observations": [], "advice": [],
    }  # fmt: skip


def _seen(sheets: Sequence[Sheet]) -> Record:
    """What was seen and advised in a lesson, by each observer."""
    return {
        "observations": [
            {"strong": each.row.strong, "weak": each.row.weak, "conclusions": each.row.conclusions} for each in sheets
        ],
        "advice": [one.text for each in sheets for one in each.advice],
    }


def _texts_of(sheets: Sequence[Sheet]) -> list[str]:
    seen = [text for each in sheets for text in (each.row.strong, each.row.weak, each.row.conclusions)]
    return [*seen, *(one.text for each in sheets for one in each.advice)]


def _who(of: Who) -> Record:
    """A person's name in its forms; a guest's is as it was typed."""
    if of.person_id is None:
        return {"listed": of.guest, "signed": of.guest, "full": of.guest}
    return printed(of.name)


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
