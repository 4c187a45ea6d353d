"""Where one is in a meeting, down to the letter: after a power cut the program opens at the same place."""

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from textual.widget import Widget

from db import edits, settings
from tui.screens.meeting.entry import Entry
from tui.screens.meeting.pages import Pages
from tui.widgets.text import TextField

if TYPE_CHECKING:
    from tui.screens.meeting.screen import MeetingScreen

KEY = "meeting.place"


@dataclass(frozen=True, slots=True)
class Place:
    """A page, a row on it, a field of the row, and the cursor in characters."""

    meeting_id: int
    page: str
    row: str = ""
    record_id: int | None = None
    field: str = ""
    cursor: int = 0

    @property
    def page_id(self) -> int:
        """The item's id, 0 for the first and the last page."""
        return int(self.page) if self.page.isdecimal() else 0

    @property
    def page_key(self) -> object:
        """The page as the screen names it."""
        return self.page_id or self.page


def remembered() -> Place | None:
    """The place of the last meeting that was open, whichever it was."""
    try:
        return Place(**json.loads(settings.remembered(KEY)))
    except (ValueError, TypeError):
        return None


def cursor_of(place: Place, left: "edits.Edit | None") -> int:
    """Where the cursor stood: after a kill the last save knows better than the place, kept on entering the field."""
    same = left is not None and (left.row, left.field) == (place.record_id, place.field)
    return left.cursor if left is not None and same else place.cursor


class Places:
    """Remembers the place of one meeting's screen."""

    def __init__(self, meeting_id: int) -> None:
        self._meeting_id = meeting_id
        self._last: Place | None = None

    def remembered(self) -> Place | None:
        """The place kept for this meeting."""
        place = remembered()
        return place if place is not None and place.meeting_id == self._meeting_id else None

    def now(self, screen: "MeetingScreen") -> Place:
        """The place where the focus is."""
        focused = screen.focused
        page = str(screen.page)
        if focused is None:
            return Place(self._meeting_id, page)
        entry = _entry(focused)
        cursor = focused.cursor if isinstance(focused, TextField) else 0
        row, record_id = (type(entry).__name__, entry.record_id) if entry else ("", None)
        return Place(self._meeting_id, page, row, record_id, _name(focused), cursor)

    def remember(self, screen: "MeetingScreen", place: Place) -> None:
        """Keep a place for the next start; nothing is written when it has not changed."""
        if place != self._last and screen.app.writer is not None:
            self._last = place
            screen.app.save(settings.remember, KEY, json.dumps(asdict(place)))

    def restore(self, screen: "MeetingScreen", place: Place) -> bool:
        """Put the focus and the cursor where they were; False if that field is not there any more."""
        host: Widget = screen
        if place.row:
            shown = screen.query_one(Pages).shown
            rows = [each for each in (shown or screen).query(Entry) if type(each).__name__ == place.row]
            same = [each for each in rows if each.record_id == place.record_id] or rows[-1:]
            if not same:
                return False
            host = same[-1]
        found = host.query(f"#{place.field}") if place.field else host.query("#none")
        if not found:
            return False
        widget = found.first()
        if not widget.focusable:
            return False
        widget.focus()
        if isinstance(widget, TextField):
            widget.set_value(widget.value, cursor_of(place, screen.app.recovered))
        return True


def _entry(widget: Widget) -> Entry | None:
    return next((each for each in widget.ancestors if isinstance(each, Entry)), None)


def _name(widget: Widget) -> str:
    """A field's id; the line inside a person's field bears that one's."""
    parent = widget.parent
    return widget.id or (parent.id if isinstance(parent, Widget) and parent.id else "")
