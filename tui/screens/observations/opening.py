"""From a lesson to its analysis sheet: the one there is, one of several, or a new one."""

from functools import partial
from typing import TYPE_CHECKING

from db.observations import reading, sheets
from db.observations.rows import Sheet
from tui.texts import _

if TYPE_CHECKING:
    from tui.app import BirikmeApp


def open_sheet(app: "BirikmeApp", activity_id: int) -> None:
    """Open the sheet of an open lesson or a visit; begin it where there is none, ask where there are several."""
    known = reading.sheets_of([activity_id])
    if len(known) == 1:
        app.open("observation", observation_id=known[0].row.id)
    elif known:
        choose_sheet(app, activity_id)
    else:
        begin(app, activity_id)


def choose_sheet(app: "BirikmeApp", activity_id: int) -> None:
    """Ask whose sheet of a lesson to open; the last answer begins another one."""
    known = reading.sheets_of([activity_id])
    names = [each.row.observed_by or _("nobody named yet") for each in known]
    question = _("Whose analysis?")
    then = partial(_chosen, app, activity_id, known)
    app.open_dialog("tui.widgets.dialogs:Pick", question, [*names, _("+ another observer's")], then=then)


def begin(app: "BirikmeApp", activity_id: int, *, usual: bool = True) -> None:
    """Begin a sheet, as a rule the leader's, and open it."""
    observer_id = sheets.usual_observer(activity_id) if usual else None
    then = lambda sheet_id: app.open("observation", observation_id=sheet_id)  # noqa: E731
    app.save(sheets.begin, activity_id, observer_id, then=then)


def _chosen(app: "BirikmeApp", activity_id: int, known: list[Sheet], at: int | None) -> None:
    if at is None:
        return
    if at < len(known):
        app.open("observation", observation_id=known[at].row.id)
    else:
        begin(app, activity_id, usual=False)
