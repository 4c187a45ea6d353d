"""The home screen: what is due."""

from collections.abc import Iterable
from functools import partial

from textual import on
from textual.widget import Widget

from db.meetings import planning
from tui import announcements, clock, commands, current, due, places, texts, words
from tui.due import Place
from tui.screens.base import BirikmeScreen
from tui.texts import N_, _
from tui.widgets.lists import Column, PageList
from tui.widgets.shown import Shown
from tui.wrong_clock import wrong_clock


class HomeScreen(BirikmeScreen):
    """What is due, and the way to everything."""

    COMMANDS = (
        commands.NEW.but(help=N_("Plan a meeting.")),
        commands.WORD.but(help=N_("Make a paper of the meeting held last.")),
        commands.AREA.but(footer=True),
        commands.OPEN.but(help=N_("Open what the line names."), footer=False),
        commands.CHAT.but(
            help=N_("An invitation or a month's plan as plain text, for the teachers' chat."), footer=False
        ),
    )
    HELP = N_(
        "What is due this week: the meeting that runs or comes next and what it still waits for, protocols to finish, "
        "lessons, events and tests to prepare, what is late. Enter opens what the line names, F6 goes through the "
        "areas."
    )

    def title_text(self) -> str:
        """The association."""
        of = current.association()
        names = (of.name_ru, of.name_ky) if texts.language() == "ru" and of else (of.name_ky, of.name_ru) if of else ()
        return next((name for name in names if name), _("Home"))

    def body(self) -> Iterable[Widget]:
        """The day, and the list of what is due."""
        yield Shown(id="day", classes="below")
        yield PageList(Column(), Column(width=16, right=True), empty=N_("Nothing is due."), id="due")

    def fill(self) -> None:
        """Read what is due."""
        today, of = clock.today(), current.association()
        year = words.school_year(due.calendar.current_first_year(today))
        warning = wrong_clock(today)
        said = f"! {warning}" if warning else f"{words.day(today)} {words.weekday(today)} · {year}"
        self.query_one("#day", Shown).show(said)
        listed = self.query_one("#due", PageList)
        listed.set_rows(due.rows(of, today) if of else ())

    @on(PageList.Opened)
    def action_open(self) -> None:
        """Open what the chosen line names."""
        place = self.query_one("#due", PageList).key
        if not isinstance(place, Place):
            return
        if place.kind == "meeting":
            places.open_meeting(self.app, place.id)
        elif place.kind == "plan":
            self.action_new()
        elif place.kind == "tasks":
            self.app.open("tasks", only="overdue", task_id=place.id)
        elif place.kind == "plan_line":
            self.app.open("tui.screens.plan_line:PlanLineScreen", line_id=place.id)
        elif place.kind == "plan_lines":
            self.app.open("tui.screens.plan_lines:PlanLinesScreen", first_year=place.id, only="overdue")
        elif place.id:
            places.open_record(self.app, place.kind, place.id)
        else:
            self.app.open(place.kind)

    def action_new(self) -> None:
        """Plan a meeting, then write its agenda."""
        opened = partial(places.open_meeting, self.app)
        self.app.open("tui.screens.meeting_plan:MeetingPlanScreen", planned=opened)

    def action_word(self) -> None:
        """Offer the papers of the meeting held last."""
        last = planning.last_held(current.association_id())
        if last is None:
            self.app.explain("meeting_missing")
        else:
            places.open_papers(self.app, "protocol", meeting_id=last.id, first_year=last.first_year)

    def action_chat(self) -> None:
        """Ask what to announce."""
        offered = announcements.offered(current.association_id(), clock.today())
        titles = [title for title, _make in offered]
        answered = lambda at: None if at is None else self._announce(*offered[at][1]())  # noqa: E731
        self.app.open_dialog("tui.widgets.dialogs:Pick", _("What goes to the chat?"), titles, then=answered)

    def _announce(self, title: str, lines: list[str]) -> None:
        places.open_chat_text(self.app, title, lines)

    def action_back(self) -> None:
        """Nothing is below the home screen: ask whether to leave."""
        self.app.ask_to_leave()
