"""The association's journal and its staffing: from a selection to the values of their papers."""

import datetime as dt

from db import calendar, settings, staffing
from db.journal import reading
from db.journal.reading import Entry, Wanted
from db.meetings.content import printed
from db.rules import plan_terms
from db.schools import person
from db.staffing import VacancyRow
from templates_docx.catalogue import PaperLanguage
from templates_docx.compose.selecting import year_of
from templates_docx.documents import Selection
from templates_docx.headings import heading
from templates_docx.journal import AGENDA_BETWEEN, journal_values
from templates_docx.staffing import staffing_values
from templates_docx.values import Filled, Record

MOST_ENTRIES = 5_000
"""More than a thick book holds; the newest are kept."""


def journal(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return the journal of a school year, or of the quarter, month, teacher, class that are named."""
    year = year_of(selection)
    first, last = _days(selection, year)
    people = None if selection.person_id is None else (selection.person_id,)
    wanted = Wanted(first, last, "", people, selection.class_name)
    found = reading.of_year(selection.association_id, year, wanted, MOST_ENTRIES)
    base = heading(selection.association_id, selection.today)
    chosen = {
        "year": year,
        "quarter": selection.quarter,
        "month": selection.month,
        "person": printed(person(selection.person_id).name) if selection.person_id else None,
        "class_name": selection.class_name,
        "twins": settings.twins(
            [text for each in found for text in each.title.split(AGENDA_BETWEEN)], base["language"]
        ),
    }
    return journal_values({**base, **chosen}, [plain(each) for each in found], paper), False


def plain(entry: Entry) -> Record:
    """An entry as plain values."""
    return {
        "day": entry.day.isoformat(),
        "what": entry.what,
        "sort": entry.sort,
        "number": entry.number,
        "title": entry.title,
        "detail": entry.detail,
        "earlier": entry.earlier.isoformat() if entry.earlier else None,
        "people": [printed(name) for name in entry.people],
        "classes": entry.classes,
    }


def vacancies(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return hours and classes without a teacher, open and closed, of a school year."""
    year = year_of(selection)
    found = staffing.vacancies(selection.association_id, year)
    base = {**heading(selection.association_id, selection.today), "year": year}
    return staffing_values(base, [_vacancy(each, selection.today) for each in found], paper), False


def _days(selection: Selection, year: int) -> tuple[dt.date, dt.date]:
    """The days of the part that is named, else of the whole year."""
    if selection.month is not None:
        return plan_terms.month_bounds(year + (selection.month < 8), selection.month)
    if selection.quarter is not None:
        known = calendar.school_year(year) or calendar.usual_year(year)
        for quarter in known.quarters:
            if quarter.number == selection.quarter:
                return quarter.begins, quarter.ends
    return dt.date(year, 8, 1), dt.date(year + 1, 7, 31)


def _vacancy(of: VacancyRow, today: dt.date) -> Record:
    same = ("subject", "classes", "hours", "reason", "filled_how", "reported_to", "note")
    days = {name: getattr(of, name) for name in ("since", "filled_since", "reported_on", "closed_on")}
    return (
        {name: getattr(of, name) for name in same}
        | {name: day.isoformat() if day else None for name, day in days.items()}
        | {"filler": printed(of.filler) if of.filler else None, "days": of.days(today)}
    )
