"""What a selection leaves out is the newest that applies."""

from db import calendar
from templates_docx.documents import Selection

LAST_QUARTER = 4


def year_of(selection: Selection) -> int:
    """Return the school year that is named, else that of today, by the year in which it begins."""
    return selection.first_year if selection.first_year is not None else calendar.current_first_year(selection.today)


def quarter_of(selection: Selection) -> int:
    """Return the quarter that is named, else that of today; when the year is over, the last one."""
    current = calendar.current_quarter(selection.today)
    return selection.quarter if selection.quarter is not None else current.number if current else LAST_QUARTER
