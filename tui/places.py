"""Where a meeting is looked at: written while it is open, read as it prints when its protocol is finished."""

from typing import TYPE_CHECKING, Any

from db.meetings.rows import MeetingRow
from db.meetings.sheet import meeting

if TYPE_CHECKING:
    from tui.app import BirikmeApp


def open_meeting(app: "BirikmeApp", of: MeetingRow | int) -> None:
    """Open a meeting over the screen that is shown."""
    found = meeting(of) if isinstance(of, int) else of
    app.open("protocol" if found.locked else "meeting", meeting_id=found.id)


def open_papers(app: "BirikmeApp", document_id: str, *papers: str, **selection: Any) -> None:
    """Ask what paper to make, in which language and where."""
    app.open_dialog("tui.screens.documents:DocumentDialog", document_id, papers, **selection)


def open_plan_papers(app: "BirikmeApp", first_year: int, *, quarter: int = 0, month: int = 0) -> None:
    """Offer the papers of a year's plan, first that of the part shown."""
    first = "plan-month" if month else "plan-quarter" if quarter else "plan-year"
    papers = ("plan-year", "plan-quarter", "plan-month", "plan-fact")
    selection = {"quarter": quarter or None, "month": month or None}
    open_papers(app, first, *papers, first_year=first_year, **selection)
