"""The meeting while it runs: agenda and attendance at the left, one page at the right; everything saves itself."""

from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from textual import on
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from db import edits, settings
from db.meetings import agenda, attending
from db.meetings.rows import Item
from tui import clock, commands
from tui.commands import Command
from tui.saving import Then
from tui.screens.meeting import panes
from tui.screens.meeting.agenda_commands import AgendaCommands
from tui.screens.meeting.attendance import HINT, AttendanceList
from tui.screens.meeting.context import Context, read
from tui.screens.meeting.course import Course
from tui.screens.meeting.entry import Entry
from tui.screens.meeting.item import Section
from tui.screens.meeting.pages import Pages
from tui.screens.meeting.panes import PaneList
from tui.screens.meeting.place import Place, Places
from tui.screens.meeting.ties import MeetingTies
from tui.texts import N_, _
from tui.widgets.lists import Column, PageList

HELP = N_(
    "The meeting while people speak. PgDn and PgUp go to the next and the previous question, Tab from field to field, "
    "F6 between the page, the attendance and the agenda. Nothing has to be saved: it is saved while you type."
)


class MeetingScreen(AgendaCommands, Course, MeetingTies):
    """One meeting, from its preparation to the finished protocol."""

    HELP = HELP
    AUTO_FOCUS = ""
    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("next_page", "pagedown", N_("Next"), N_("Go to the next question.")),
        Command("previous_page", "pageup", N_("Previous"), N_("Go to the previous question."), footer=False),
        commands.WORD,
        commands.NEW.but(help=N_("Add a row here, a question in the agenda, a guest among those present.")),
        commands.AREA.but(help=N_("Page, attendance, agenda.")),
        commands.EDIT.but(help=N_("Kind of speech, answer to a proposal, who answers for a decision."), footer=False),
        commands.DELETE.but(help=N_("Take away the row or the question."), footer=False),
        Command("move_up", "ctrl+up", N_("Up"), N_("Move the question up."), footer=False),
        Command("move_down", "ctrl+down", N_("Down"), N_("Move the question down."), footer=False),
        Command("park", "ctrl+k", N_("Put off"), N_("Put the question off to the next meeting."), footer=False),
        Command("continue_item", "ctrl+l", N_("Go on"), N_("Put the question on the next agenda too."), footer=False),
        Command("minutes", "ctrl+t", N_("Minutes"), N_("Plan minutes for the question."), footer=False),
        Command("candidates", "ctrl+d", N_("Candidates"), N_("Vote among candidates."), footer=False),
    )

    def __init__(self, meeting_id: int, item_id: int | None = None) -> None:
        super().__init__()
        self.meeting_id = meeting_id
        self._read_last: Context | None = None
        self._page: object = item_id
        self._places = Places(meeting_id)
        self._since = clock.now()

    # What is shown

    def body(self) -> Iterable[Widget]:
        """The two panes at the left and the page."""
        left = Vertical(
            PaneList(Column(width=1), Column(), id="agenda", open_on_click=True),
            AttendanceList(self.reload),
            id="left",
        )
        yield Horizontal(left, Pages(), id="meeting")

    def title_text(self) -> str:
        """Number, date, quorum, and the minutes of a question that has some."""
        of = self.reading.sheet
        share = int(settings.get("quorum_percent", of.meeting.association_id))
        counted = attending.quorum(of, share)
        quorum = _("quorum") if counted.met else _("NO QUORUM")
        day = of.meeting.held_on.strftime("%d.%m.%Y") if of.meeting.held_on else "…"
        amending = " · " + _("amendment") if of.meeting.version and not of.meeting.locked else ""
        said = f"№ {of.meeting.number}{amending} · {day} · {counted.present}/{counted.members} {quorum}"
        return said + self._minutes_said()

    def _minutes_said(self) -> str:
        item = self.item
        if item is None or not item.row.planned_minutes:
            return ""
        gone = int((clock.now() - self._since).total_seconds() // 60)
        return " · " + _("{gone} of {planned} min").format(gone=gone, planned=item.row.planned_minutes)

    @property
    def reading(self) -> Context:
        """The newest reading of the records."""
        if self._read_last is None:
            self._read_last = read(self.meeting_id, clock.today())
        return self._read_last

    @property
    def item(self) -> Item | None:
        """The question that is shown, if one is."""
        return self.reading.item(self._page) if isinstance(self._page, int) else None

    def on_mount(self) -> None:
        """Let planned minutes run."""
        self.set_interval(20, lambda: self.status.show(left=self.title_text()))

    def fill(self) -> None:
        """Show the records. After an undo or a change of language the page is built anew once all is written."""
        if self._built:
            self.leaving()
            self.when_written(lambda: self.call_later(self._show_anew, self._places.now(self)))
            return
        self._built = True
        place = self._places.remembered()
        self._read()
        if self._page not in panes.pages(self.reading.sheet):
            known = place is not None and place.page_key in panes.pages(self.reading.sheet)
            self._page = place.page_key if place and known else panes.first_page(self.reading.sheet)
        self.call_later(self._show_page, place if place and place.page_key == self._page else None)

    _built = False

    def come_back(self) -> None:
        """What stands around the page may differ now; the page keeps what is being typed."""
        self.reload()

    def reload(self) -> None:
        """Read the records and show what stands around the page; the page keeps what is being typed."""
        self._read()
        self.status.show(left=self.title_text())
        self.query_one(Pages).use(self.reading)

    def _read(self) -> None:
        self._read_last = read(self.meeting_id, clock.today())
        of = self.reading.sheet
        shown = self.query_one("#agenda", PageList)
        rows = list(panes.agenda_rows(of, self._page))
        shown.set_rows(rows)
        shown.styles.height = min(len(rows), 9)
        attendance = self.query_one(AttendanceList)
        attendance.use(of, self.item.number if self.item else 1)
        attendance.set_rows(panes.attendance_rows(of))

    async def _show_page(self, place: Place | None = None) -> None:
        """Show the page, with the focus where it was or where one types first."""
        await self.query_one(Pages).show(self._page, self.reading)
        self._shown(place)

    async def _show_anew(self, place: Place) -> None:
        """Build the page from the records, with the focus where it was."""
        self._read()
        if self._page not in panes.pages(self.reading.sheet):
            self._page = panes.first_page(self.reading.sheet)
        await self.query_one(Pages).make_anew(self._page, self.reading)
        self._shown(place)
        self.status.show(left=self.title_text())

    def _shown(self, place: Place | None) -> None:
        self.query_one("#agenda", PageList).choose(self._page)
        if place is None or not self._places.restore(self, place):
            self.query_one(Pages).focus_first()
        self.refresh_commands()

    def go(self, page: object) -> None:
        """Show another page; what is being typed is saved meanwhile."""
        self.leaving()
        if page == self._page:
            return
        self._page, self._since = page, clock.now()
        self.reload()
        self.call_later(self._show_page)
        self.when_written(self.reload)

    def leaving(self) -> None:
        """Save what is being typed, and remember the place."""
        if self._built:
            self.query_one(Pages).keep()
            self._remember_place()

    @on(Entry.Changed)
    def _changed(self) -> None:
        self.reload()
        self._remember_place()

    def on_descendant_focus(self) -> None:
        """Remember where one is, so that a power cut brings one back there."""
        if self._built:
            self._remember_place()

    def _remember_place(self) -> None:
        self._places.remember(self, self._places.now(self))

    @property
    def page(self) -> object:
        """The page that is shown: an item's id, OPENING or CLOSING."""
        return self._page

    # Moving

    @property
    def focus_chain(self) -> list[Widget]:
        """Tab goes round the page: a key typed on after the last field must not land among those present."""
        chain: list[Widget] = super().focus_chain
        pages = self.query_one(Pages) if self._built else None
        if pages is None or self.focused is None or pages not in self.focused.ancestors:
            return chain
        return [widget for widget in chain if pages in widget.ancestors]

    def action_next_page(self) -> None:
        """The next question."""
        self.go(panes.neighbour(self.reading.sheet, self._page, 1))

    def action_previous_page(self) -> None:
        """The previous question."""
        self.go(panes.neighbour(self.reading.sheet, self._page, -1))

    def action_area(self) -> None:
        """Page → attendance → agenda → page."""
        attendance, items = self.query_one(AttendanceList), self.query_one("#agenda", PageList)
        if attendance.has_focus:
            items.focus()
        elif items.has_focus:
            self.query_one(Pages).focus_first()
        else:
            attendance.focus()
            self.say(_(HINT))

    @on(PageList.Opened, "#agenda")
    def _agenda_opened(self, event: PageList.Opened) -> None:
        if event.key == self._page:
            self.query_one(Pages).focus_first()
        self.go(event.key)

    # Rows and questions

    def write(
        self, action: Callable[..., Any], *args: Any, then: Callable[[Any], None] | None = None, **named: Any
    ) -> None:
        """Have an action done and show what it changed; `then` gets its value."""
        self.app.save(action, *args, then=lambda value: self._written(then, value), **named)

    def _written(self, then: Then | None, value: Any) -> None:
        self.reload()
        if then is not None:
            then(value)

    @property
    def _entry(self) -> Entry | None:
        """The row that has the focus."""
        focused = self.focused
        return next((each for each in focused.ancestors if isinstance(each, Entry)), None) if focused else None

    def _section_of(self, entry: Entry) -> Section | None:
        return next((each for each in entry.ancestors if isinstance(each, Section)), None)

    def action_new(self) -> None:
        """Where the focus is among rows: a new row; among those present: a guest; elsewhere: a question."""
        if self.query_one(AttendanceList).has_focus:
            self.query_one(AttendanceList).add_guest()
            return
        if self._entry is not None and (section := self._section_of(self._entry)) is not None:
            section.focus_blank()
            return
        after = self.item.row.id if self.item else None
        self.write(agenda.add, self.meeting_id, "", after=after, then=self.go)

    def action_edit(self) -> None:
        """Change what belongs to the row with the focus."""
        if hasattr(self._entry, "edit"):
            self._entry.edit()  # type: ignore[union-attr]

    def action_delete(self) -> None:
        """Take away the guest, the row, or the question marked in the agenda."""
        if self.query_one(AttendanceList).has_focus:
            self.query_one(AttendanceList).remove_guest()
        elif self.query_one("#agenda", PageList).has_focus:
            self.remove_item(self.query_one("#agenda", PageList).key)
        elif self._entry is not None and hasattr(self._entry, "remove_record"):
            self._remove_entry(self._entry)

    def _remove_entry(self, entry: Entry) -> None:
        action, record_id = entry.remove_record()  # type: ignore[attr-defined]
        section = self._section_of(entry)
        if record_id is not None and section is not None:
            entry.go_past()
            self.app.save(edits.close_all)
            self.write(action, record_id, then=lambda _value: section.take_away(entry))
