"""Marks: from a selection to the values of the slips and of the programme's fulfilment."""

from collections import defaultdict
from itertools import groupby

from db import schools
from db.associations import association
from db.meetings.content import printed
from db.members import members
from db.quality import entry, sheets, years
from db.quality.sheets import Sheet
from templates_docx.catalogue import PaperLanguage
from templates_docx.compose.selecting import quarter_of, year_of
from templates_docx.documents import Selection
from templates_docx.headings import heading
from templates_docx.marks import programme_values, slips_values
from templates_docx.values import Filled, Record


def slips(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return the slips of a quarter, one for each teacher, or the one of her who is named."""
    year, quarter = year_of(selection), quarter_of(selection)
    of = association(selection.association_id)
    ids = [each.person_id for each in members(of.id)]
    found = entry.entry_rows(of.school_id, of.id, year, "quarter", quarter, ids)
    wanted = [each for each in found if selection.person_id in (None, each.teacher_id)]
    called = schools.names(each.teacher_id for each in wanted if each.teacher_id)
    made = [
        {"name": printed(called[key]) if key in called else None,
         "rows": [{"class_name": each.class_name, "subject": each.subject, "start": each.listed} for each in rows]}
        for key, rows in groupby(wanted, key=lambda each: each.teacher_id or 0)
    ]  # fmt: skip
    scale = years.rules_of(of.school_id, year).scale
    base: Record = {**heading(of.id, selection.today), "year": year, "quarter": quarter, "scale": scale}
    return slips_values(base, made, paper), False


def programme(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return the hours of a quarter; without one of the year, its quarters together."""
    year, quarter = year_of(selection), selection.quarter
    found = sheets.of_association(selection.association_id, year, period="quarter", part=quarter)
    wanted = [each for each in found if each.hours_plan is not None and _selected(each, selection)]
    together: dict[tuple[int, str, int | None], list[Sheet]] = defaultdict(list)
    for each in wanted:
        together[each.class_id, each.subject, each.teacher_id].append(each)
    base: Record = {**heading(selection.association_id, selection.today), "year": year, "quarter": quarter or 0}
    return programme_values(base, [_row(group) for group in together.values()], paper), False


def _selected(of: Sheet, selection: Selection) -> bool:
    return selection.person_id in (None, of.teacher_id) and selection.class_name in ("", of.class_name)


def _row(group: list[Sheet]) -> Record:
    """A class's subject over the periods."""
    first = group[0]
    return {
        "class_name": first.class_name,
        "subject": first.subject,
        "teacher": printed(first.teacher) if first.teacher else None,
        "plan": sum(each.hours_plan or 0 for each in group),
        "taught": sum(each.hours_taught or 0 for each in group),
        "behind": "; ".join(each.behind for each in group if each.behind),
    }
