"""The first page: when and where, who chairs, and what could stand on the agenda. Enter on its first row begins."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widget import Widget

from db.errors import Refused
from db.meetings import agenda, planning
from db.meetings.agenda import Suggestion
from db.rules.dates import parse_date, parse_time, short
from tui.screens.meeting.context import Context
from tui.screens.meeting.entry import Entry
from tui.screens.meeting.panes import PaneList
from tui.texts import N_, _
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.person_field import PersonField
from tui.widgets.shown import Shown
from tui.widgets.text import LineField, TextField

if TYPE_CHECKING:
    from tui.app import BirikmeApp

BEGIN = "begin"

LABELS = {
    "held_on": N_("Date"),
    "planned_time": N_("Time"),
    "place": N_("Place"),
    "started_at": N_("Began"),
    "ended_at": N_("Ended"),
}


class OpeningPage(Vertical):
    """What is known before the meeting, saved as it is typed."""

    app: "BirikmeApp"

    class Begin(Message):
        """The meeting begins."""

    def __init__(self, context: Context) -> None:
        super().__init__(classes="page")
        self._reading = context
        self._suggestions: list[Suggestion] = []

    def compose(self) -> ComposeResult:
        """The list first, since it is what one comes for; then the fields."""
        yield PaneList(Column(width=2), Column(), id="agenda-stock", open_on_click=True)
        yield from (Horizontal(*pair, classes="pair") for pair in self._pairs())

    def on_mount(self) -> None:
        """Show what could be added, and who chairs."""
        of = self._reading.sheet.meeting
        self.query_one("#chair_id", PersonField).set_person(of.chair_id)
        self.query_one("#secretary_id", PersonField).set_person(of.secretary_id)
        self.show_suggestions()

    def _pairs(self) -> Iterable[list[Widget]]:
        of = self._reading.sheet.meeting
        for name, label in LABELS.items():
            value = show_field(name, getattr(of, name))
            yield [Shown(_(label), classes="gutter"), LineField(value, limit=200, id=name)]
        people = self._reading.everyone
        yield [Shown(_("Chair"), classes="gutter"), PersonField(people, id="chair_id")]
        yield [Shown(_("Secretary"), classes="gutter"), PersonField(people, id="secretary_id")]

    def show_suggestions(self) -> None:
        """Show how to begin and what could be put on the agenda."""
        of = self._reading.sheet.meeting
        self._suggestions = agenda.suggestions(of.id, self._reading.language) if not of.locked else []
        begin = [Row(BEGIN, ("▶", _("Begin the meeting")), "bold")] if of.state == "planned" else []
        heading = [Row(None, (_("Enter puts on the agenda:"),), "heading")] if self._suggestions else []
        rows = [Row(at, ("+", each.title), "" if each.now else "dim") for at, each in enumerate(self._suggestions)]
        shown = self.query_one("#agenda-stock", PageList)
        shown.styles.height = min(len(begin) + len(heading) + len(rows), 10) or 1
        shown.set_rows([*begin, *heading, *rows])

    @on(PageList.Opened, "#agenda-stock")
    def _opened(self, event: PageList.Opened) -> None:
        event.stop()
        if event.key == BEGIN:
            self.post_message(self.Begin())
        elif isinstance(event.key, int):
            self.app.save(
                agenda.add_suggested,
                self._reading.sheet.meeting.id,
                self._suggestions[event.key],
                then=lambda _value: self._added(),
            )

    def _added(self) -> None:
        self.show_suggestions()
        self.post_message(Entry.Changed())

    @on(PersonField.Chosen)
    def _person_chosen(self, event: PersonField.Chosen) -> None:
        event.stop()
        self._write(**{str(event.field.id): event.person_id})

    @on(TextField.Left)
    def _left(self, event: TextField.Left) -> None:
        event.stop()
        name = event.field.id or ""
        if name not in LABELS:
            return
        of = self._reading.sheet.meeting
        try:
            value = read_field(name, event.value, of.held_on or self._reading.today)
        except Refused as error:
            self.app.explain(error.code, **error.values)
            return
        event.field.set_value(show_field(name, value))
        if value != getattr(of, name):
            self._write(**{name: value})

    def _write(self, **values: Any) -> None:
        done: Callable[[Any], None] = lambda _value: self.post_message(Entry.Changed())  # noqa: E731
        self.app.save(planning.change, self._reading.sheet.meeting.id, then=done, **values)

    def use(self, context: Context) -> None:
        """Know what was saved meanwhile; what stands on the agenda by now is not offered again."""
        before, self._reading = self._reading, context
        if _titles(before) != _titles(context):
            self.show_suggestions()


def _titles(context: Context) -> list[str]:
    return [item.row.title for item in context.sheet.items]


def show_field(name: str, value: Any) -> str:
    """How a value stands in its field: «25.12.2026», «14.10»."""
    if name == "held_on":
        return short(value) if value else ""
    return str(value) if name == "place" else str(value).replace(":", ".")


def read_field(name: str, typed: str, today: dt.date) -> Any:
    """What was typed into a field; raises Refused `date_expected` or `time_expected`."""
    text = typed.strip()
    if name == "place":
        return text
    if name == "held_on":
        day = parse_date(text, today=today)
        if day is None:
            raise Refused("date_expected")
        return day
    if not text:
        return ""
    time = parse_time(text)
    if time is None:
        raise Refused("time_expected")
    return time.strftime("%H:%M")
