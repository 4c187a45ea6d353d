"""The analysis of the work: from a selection to the values of its papers."""

from db import calendar
from db.analysis import versions
from db.analysis.rows import Scope
from db.errors import Refused
from templates_docx.analysis import full_values, short_values
from templates_docx.catalogue import PaperLanguage
from templates_docx.compose.selecting import year_of
from templates_docx.documents import Selection
from templates_docx.values import Filled, Record


def full(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return all 17 sections, of a year or a quarter."""
    content = _content(selection)
    return full_values(content, selection.today.isoformat(), paper), _handed_in(content)


def short(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return the short analysis by the plan's own sections, of a year or a quarter."""
    content = _content(selection)
    return short_values(content, selection.today.isoformat(), paper), _handed_in(content)


def _content(selection: Selection) -> Record:
    """Raises Refused `plan_part_unknown` for a quarter that there is not, `version_missing`."""
    if (selection.quarter or 1) not in calendar.QUARTERS:
        raise Refused("plan_part_unknown", "quarter")
    of = Scope(selection.association_id, year_of(selection), selection.quarter or 0, selection.today)
    return versions.printed(of, selection.version)


def _handed_in(content: Record) -> bool:
    """Whether the head of studies has it: such a file is never overwritten."""
    return any(each["step"] == "handed_in" for each in content["steps"])
