"""Where one is in a sheet, down to the letter: after a power cut the program opens at the same place."""

import json
from dataclasses import asdict, dataclass

from textual.screen import Screen
from textual.widget import Widget

from db import settings
from db.edits import Edit
from tui.screens.meeting.entry import Entry
from tui.widgets.text import TextField

KEY = "observation.place"


@dataclass(frozen=True, slots=True)
class Place:
    """A field with the cursor in characters; without a field the aspect that is chosen."""

    observation_id: int
    field: str = ""
    record_id: int | None = None
    cursor: int = 0
    aspect_id: int | None = None


def remembered(observation_id: int) -> Place | None:
    """The place kept for this sheet."""
    try:
        place = Place(**json.loads(settings.remembered(KEY)))
    except (ValueError, TypeError):
        return None
    return place if place.observation_id == observation_id else None


def written(place: Place) -> str:
    """The place as it is remembered."""
    return json.dumps(asdict(place))


def of_field(observation_id: int, focused: Widget, aspect_id: int | None) -> Place:
    """The place of the focus."""
    row = next((each for each in focused.ancestors if isinstance(each, Entry)), None)
    if row is None:
        return Place(observation_id, aspect_id=aspect_id)
    parent = focused.parent  # the line inside a person's field bears that one's id
    field = focused.id or (parent.id if isinstance(parent, Widget) and parent.id else "")
    cursor = focused.cursor if isinstance(focused, TextField) else 0
    return Place(observation_id, field, row.record_id, cursor, aspect_id)


def restore(screen: Screen[None], place: Place, left: Edit | None) -> bool:
    """Put the focus and the cursor where they were; False if that field is not there any more.

    `left` is the text that was being typed at a kill: its cursor is newer than the one kept on entering the field.
    """
    found = [each for each in screen.query(f"#{place.field}") if each.focusable] if place.field else []
    same = [each for each in found if _record_of(each) == place.record_id] or found[-1:]
    if not same:
        return False
    widget = same[-1].focus()
    if isinstance(widget, TextField):
        newer = left is not None and (left.row, left.field) == (place.record_id, place.field)
        widget.set_value(widget.value, left.cursor if newer and left is not None else place.cursor)
    return True


def _record_of(widget: Widget) -> int | None:
    return next((each.record_id for each in widget.ancestors if isinstance(each, Entry)), None)
