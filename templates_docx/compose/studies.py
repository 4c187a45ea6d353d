"""Studies and letters: from a selection to the values of their papers."""

import datetime as dt

from db.meetings.content import printed
from db.studies import letters, studies
from db.studies.rows import LetterRow, Part, Study
from templates_docx.catalogue import PaperLanguage
from templates_docx.compose.selecting import year_of
from templates_docx.documents import Selection
from templates_docx.headings import heading
from templates_docx.studies import letter_values, memo_values
from templates_docx.values import Filled, Record


def memo(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return the memo on a study, the newest finished of the year where none is named, else one that goes on."""
    found = _study(selection)
    day = found.row.finished_on if found and found.row.finished_on else selection.today
    base = {**heading(selection.association_id, day), "year": found.row.first_year if found else year_of(selection)}
    return memo_values(base, _plain(found) if found else None, paper), False


def letter(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return a letter, the newest of the year where none is named."""
    found = _letter(selection)
    day = found.written_on if found and found.written_on else selection.today
    base = {**heading(selection.association_id, day), "year": found.first_year if found else year_of(selection)}
    same = ("number", "addressee", "title", "body")
    return letter_values(base, {name: getattr(found, name) for name in same} if found else None, paper), False


def _study(selection: Selection) -> Study | None:
    if selection.record_id is not None:
        return studies.study(selection.record_id)
    known = studies.studies(selection.association_id, year_of(selection))
    newest = max(known, key=lambda each: (each.finished_on or dt.date.min, -each.id), default=None)
    return studies.study(newest.id) if newest else None


def _letter(selection: Selection) -> LetterRow | None:
    if selection.record_id is not None:
        return letters.letter(selection.record_id)
    return next(iter(letters.letters(selection.association_id, year_of(selection))), None)


def _plain(of: Study) -> Record:
    """A study as plain values."""
    same = ("title", "subject", "classes", "aim", "findings", "conclusions", "suggestions")
    return {name: getattr(of.row, name) for name in same} | {
        "begins": _iso(of.row.begins),
        "ends": _iso(of.row.ends),
        "people": [printed(name) for _id, name in of.people],
        "parts": [_part(each) for each in of.parts],
    }


def _part(of: Part) -> Record:
    return {
        "kind": of.kind,
        "day": _iso(of.held_on),
        "title": of.title,
        "classes": of.class_name,
        "teachers": [printed(name) for name in of.teachers],
        "text": of.text,
    }


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
