"""The words for a work plan's codes, English sources; and how its terms and lines are written on the screen."""

import datetime as dt
from typing import Protocol

from tui import words
from tui.texts import N_, _

KINDS = {
    "other": N_("other work"),
    "meeting": N_("meeting"),
    "open_lesson": N_("open lesson"),
    "extracurricular": N_("extracurricular work"),
    "subject_event": N_("subject event"),
    "visit": N_("mutual visit"),
    "control_work": N_("control work"),
    "norms": N_("normative document"),
    "course": N_("course"),
}
STATES = {
    "planned": N_("Planned"),
    "overdue": N_("Overdue"),
    "done_in_time": N_("Done in time"),
    "done_late": N_("Done late"),
    "partly": N_("Partly done"),
    "moved": N_("Moved"),
    "cancelled": N_("Taken off the plan"),
    "marked": N_("Marked, no proof"),
    "unplanned": N_("Done beyond the plan"),
}
BRIEF = {
    "planned": N_("Planned"),
    "overdue": N_("Overdue"),
    "done_in_time": N_("In time"),
    "done_late": N_("Late"),
    "partly": N_("In part"),
    "moved": N_("Moved"),
    "cancelled": N_("Taken off"),
    "marked": N_("No proof"),
    "unplanned": N_("Beyond plan"),
}
"""A line's state in at most 14 letters."""

SIGNS = {
    "planned": "□", "overdue": "!", "done_in_time": "■", "done_late": "■", "partly": "~", "moved": "→",
    "cancelled": "–", "marked": "?", "unplanned": "+",
}  # fmt: skip
"""A line's state in one sign that every terminal has."""

STYLES = {
    "overdue": "error", "done_in_time": "good", "done_late": "good", "partly": "warning", "cancelled": "dim",
    "marked": "warning", "unplanned": "good",
}  # fmt: skip
"""A line's state as a style of a list's row; it says nothing that the sign does not say."""

TERMS = {
    "day": N_("a day"), "span": N_("from – to"), "month": N_("a month"), "quarter": N_("a quarter"),
    "year": N_("all year"),
}  # fmt: skip
SCOPES = {"year": N_("the year's"), "quarter": N_("the quarter's"), "month": N_("the month's")}
CHANGES = {
    "moved": N_("Moved"),
    "cancelled": N_("Taken off the plan"),
    "marked": N_("Marked as done"),
    "partly": N_("Partly done"),
    "reopened": N_("Opened again"),
}
HAPPENED = {
    "open_lesson": N_("Open lesson"),
    "visit": N_("Mutual visit"),
    "extracurricular": N_("Extracurricular work"),
    "subject_event": N_("Subject event"),
    "week": N_("Subject week"),
    "contest": N_("Contest"),
    "olympiad": N_("Olympiad"),
    "control_test": N_("Control work"),
    "norm": N_("Normative document"),
    "study": N_("Study of teaching"),
    "task": N_("Task"),
}
"""What did a line's work: an activity by its kind, anything else by its table."""

MONTHS = (8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7)
"""A school year's months in order."""


class HasTerm(Protocol):
    """Something with a term: a line, or a line that is being typed."""

    @property
    def term(self) -> str:
        """Which kind of term."""

    @property
    def begins(self) -> dt.date | None:
        """The day, or the first of several."""

    @property
    def ends(self) -> dt.date | None:
        """The last of several days."""

    @property
    def month(self) -> int | None:
        """The month from 1."""

    @property
    def quarter(self) -> int | None:
        """The quarter from 1."""


def term(of: HasTerm) -> str:
    """When: «15.11», «10.11–15.11», «ноябрь», «2-чейрек», «жыл бою»."""
    return term_of(of.term, of.begins, of.ends, of.month, of.quarter)


def term_of(kind: str, begins: dt.date | None, ends: dt.date | None, month: int | None, quarter: int | None) -> str:
    """The same from its parts; a part that is missing is «…»."""
    if kind == "year":
        return _(TERMS["year"])
    if kind == "month":
        return words.month(month) if month else "…"
    if kind == "quarter":
        return _("quarter {number}").format(number=quarter or "…")
    first = f"{begins:%d.%m}" if begins else "…"
    return first if kind == "day" else "–".join((first, f"{ends:%d.%m}" if ends else "…"))


def happened(table: str, kind: str) -> str:
    """What sort of record did a line's work: «Ачык сабак»."""
    code = kind if table == "activity" else table
    return _(HAPPENED[code])


def short_month(number: int) -> str:
    """The first three letters of a month's name."""
    return words.month(number)[:3]


def state(code: str) -> str:
    """A state's sign and short word."""
    return f"{SIGNS[code]} {_(BRIEF[code])}"
