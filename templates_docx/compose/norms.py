"""Normative documents: from a selection to the values of their papers."""

from db.meetings.content import printed
from db.norms import register, studying
from db.norms.rows import NormRow, Reader
from templates_docx.catalogue import PaperLanguage
from templates_docx.compose.selecting import year_of
from templates_docx.documents import Selection
from templates_docx.headings import heading
from templates_docx.norms import acquaintance_values, norms_values
from templates_docx.values import Filled, Record


def norms(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return the register of a school year: its documents and those of earlier years that are in force."""
    year = year_of(selection)
    found = _all(selection, year)
    head = {**heading(selection.association_id, selection.today), "year": year}
    return norms_values(head, [_norm(each, selection) for each in reversed(found)], paper), False


def acquaintance(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return the sheet of a document, that of the year's newest one where none is named."""
    head = heading(selection.association_id, selection.today)
    norm_id = selection.record_id or _newest(selection)
    if norm_id is None:
        return acquaintance_values(head, None, [], paper), False
    of = _norm(register.norm(norm_id, selection.today), selection)
    readers = [_reader(each) for each in studying.readers(norm_id, selection.today)]
    return acquaintance_values(head, of, readers, paper), False


def _all(selection: Selection, year: int) -> list[NormRow]:
    """Every page of the register, the newest first."""
    found = register.norms(selection.association_id, year, selection.today)
    page = found
    while len(page) == register.PAGE:
        page = register.norms(selection.association_id, year, selection.today, after_id=page[-1].id)
        found += page
    return found


def _newest(selection: Selection) -> int | None:
    found = register.norms(selection.association_id, year_of(selection), selection.today)
    return found[0].id if found else None


def _norm(of: NormRow, selection: Selection) -> Record:
    same = {
        name: getattr(of, name) for name in ("kind", "title", "number", "issuer", "state", "read", "members", "note")
    }
    days = {
        name: day.isoformat() if (day := getattr(of, name)) else None for name in ("issued_on", "study_by", "held_on")
    }
    return same | days | {
        "newer": of.newer_title,
        "meeting": of.meeting_number,
        "studied": of.studied_on is not None,
        "overdue": of.study(selection.today) == "overdue",
    }  # fmt: skip


def _reader(of: Reader) -> Record:
    return {
        "name": printed(of.name),
        "roles": of.roles,
        "classes": of.classes,
        "read_on": of.read_on.isoformat() if of.read_on else None,
    }
