"""What the leader directs in a school year: lessons, visits, events by day; and who has what."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from textual import on
from textual.widget import Widget

from db import calendar, kept
from db.events import activities
from db.events.clashes import Clash, timetable
from db.events.matrix import MatrixRow, matrix
from db.events.rows import Activity
from tui import clock, commands, current, event_words, places, words
from tui.commands import Command
from tui.screens.events.actions import DONE, OWN, EventActions
from tui.screens.events.matrix import MATRIX, MatrixGrid, cell_text, grid_row
from tui.screens.listing import Filtered, OfYear
from tui.screens.observations.doors import DOORS, Doors
from tui.texts import N_, _
from tui.widgets.grid import Grid
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown
from tui.widgets.year_list import YEARS, YearList

FILTERS = {
    "all": N_("All"), "lessons": N_("Open lessons"), "extracurricular": N_("Extracurricular"),
    "events": N_("Subject events, weeks"), "visits": N_("Mutual visits"), "contests": N_("Contests, olympiads"),
    "matrix": N_("Who has what"),
}  # fmt: skip
SHOWN = {
    "lessons": ("open_lesson",), "extracurricular": ("extracurricular",), "events": ("subject_event", "week"),
    "visits": ("visit",), "contests": ("contest", "olympiad"),
}  # fmt: skip
"""Filter → the kinds that it shows."""
FILTER_OF = {"open_lesson": "lessons", "extracurricular": "extracurricular", "subject_event": "events"}
WARNINGS = 2
"""So many warnings stand under the list; the activity itself shows them all."""


class EventsScreen(Doors, OfYear, Filtered, EventActions):
    """A year's activities; ← → choose which."""

    COMMANDS = (
        *DONE, *OWN,
        commands.NEW.but(help=N_("Write what is planned, in one line of text.")),
        commands.WORD.but(help=N_("Make the schedule of open lessons, the journal of visits, a report."), footer=False),
        commands.OPEN.but(help=N_("Open it with its people, results and history."), footer=False),
        commands.CHAT.but(footer=False),
        Command("narrower", "right", N_("Filter"), N_("Show others: lessons, visits, who has what."), footer=False),
        Command("wider", "left", N_("Filter"), N_("Show the filter before."), footer=False),
        *YEARS,
        *DOORS,
    )  # fmt: skip
    HELP = N_(
        "Open lessons, extracurricular work, subject weeks, mutual visits, contests of the year. 1 held, 4 moved, 5 "
        "called off, 6 not after all. ! marks a clash: the sentence stands below. ← → choose which are shown; the last "
        "one is the table of who has what: Enter shows the activities, F7 plans one. PgUp, PgDn change the year."
    )

    def __init__(
        self, first_year: int | None = None, only: str = "all", person_id: int = 0, activity_id: int = 0
    ) -> None:
        """`only`: the filter to begin with; `person_id`: of one member alone; `activity_id`: the one to choose."""
        super().__init__()
        self._year = first_year or calendar.current_first_year(clock.today())
        self._only, self._person_id, self._wanted = only, person_id, activity_id
        self._known: dict[int, Activity] = {}
        self._clashes: dict[int, tuple[Clash, ...]] = {}
        self._matrix: list[MatrixRow] = []

    def title_text(self) -> str:
        """The area, whose, the year, how many clash."""
        parts = [_("Events"), *self._whose(), words.school_year(self._year)]
        if clashing := sum(each in self._known for each in self._clashes):
            parts.append(_("clashes: {count}").format(count=clashing))
        return " · ".join(parts)

    def _whose(self) -> list[str]:
        return [each.name.listed for each in self._matrix if each.person_id == self._person_id]

    def body(self) -> Iterable[Widget]:
        """The filters, the list or the matrix, all of the chosen one."""
        off = kept.not_kept(current.association_id()) | ({"matrix"} if self._person_id else set())
        yield self.filter_line((code, _(title)) for code, title in FILTERS.items() if code not in off)
        columns = (
            Column(width=2), Column(N_("Day"), width=11), Column(N_("Event")), Column(N_("Who"), width=17),
            Column(N_("State"), width=14),
        )  # fmt: skip
        yield YearList(
            *columns, empty=N_("Nothing here in this school year yet. F7 writes it; ← → show others."), id="events"
        )
        yield MatrixGrid(id="matrix")
        yield Shown(id="whole", classes="below")

    def on_mount(self) -> None:
        """The wanted one is chosen."""
        super().on_mount()
        self._list.choose(self._wanted or self._next_id())

    @property
    def _list(self) -> PageList:
        return self.query_one("#events", PageList)

    @property
    def _grid(self) -> Grid:
        return self.query_one("#matrix", Grid)

    @property
    def chosen_activity(self) -> Activity | None:
        """The one under the cursor; the matrix has none."""
        key = self._list.key
        return self._known.get(key) if isinstance(key, int) and self._only != "matrix" else None

    def _next_id(self) -> int:
        """The first that is today or later."""
        today = clock.today()
        return next((each.id for each in self._known.values() if each.last_day and each.last_day >= today), 0)

    def fill(self) -> None:
        """Read the year."""
        association_id = current.association_id()
        kinds, person_id = SHOWN.get(self._only, ()), self._person_id or None
        found = activities.activities(association_id, self._year, kinds=kinds, person_id=person_id)
        self._known = {each.id: each for each in found}
        self._clashes = timetable(association_id, self._year).clashes(found)
        self._matrix = matrix(association_id, self._year, clock.today())
        as_matrix = self._only == "matrix"
        self._list.set_rows(rows(found, self._clashes, with_kind=len(kinds) != 1))
        titles = [(code, _(title)) for code, title in MATRIX.items()]
        self._grid.set_rows(titles, [grid_row(each) for each in self._matrix], _("Member"))
        self._list.display, self._grid.display = not as_matrix, as_matrix
        (self._grid if as_matrix else self._list).focus()
        self._show_whole()

    @on(PageList.Highlighted, "#events")
    @on(Grid.Moved)
    def _show_whole(self) -> None:
        self.query_one("#whole", Shown).show(self._cell_text() if self._only == "matrix" else self._whole_text())
        self.refresh_commands()

    def _whole_text(self) -> str:
        of = self.chosen_activity
        if of is None:
            return ""
        warnings = [f"{event_words.CLASH} {event_words.clash(each)}" for each in self._clashes.get(of.id, ())]
        return "\n".join([*whole(of), *warnings[:WARNINGS]])

    def _cell_text(self) -> str:
        row, column = self._chosen_cell
        return cell_text(row, column) if row else _("There are no members yet.")

    @property
    def _chosen_cell(self) -> tuple[MatrixRow | None, str]:
        person_id, column = self._grid.place
        return next((each for each in self._matrix if each.person_id == person_id), None), str(column)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Opening needs something to open."""
        if action == "open" and self.is_mounted:
            return self._only == "matrix" or self.chosen_activity is not None
        return super().check_action(action, parameters)

    def filtered(self) -> None:
        """Show them from today on."""
        self.refill()
        self._list.choose(self._next_id())

    @on(PageList.Opened, "#events")
    @on(Grid.Opened)
    def action_open(self) -> None:
        """Open the activity; of the matrix the activities behind the cell."""
        if of := self.chosen_activity:
            self.app.open("tui.screens.events.activity:ActivityScreen", activity_id=of.id)
        elif self._only == "matrix" and (row := self._chosen_cell[0]):
            only = FILTER_OF[self._chosen_cell[1]]
            self.app.open("events", first_year=self._year, only=only, person_id=row.person_id)

    def action_new(self) -> None:
        """Write what is planned: of the kind shown, for the member of the matrix."""
        kind, person_id = SHOWN.get(self._only, ("",))[0], self._person_id
        if self._only == "matrix" and (row := self._chosen_cell[0]):
            kind, person_id = self._chosen_cell[1], row.person_id
        place = {"usual": kind, "person_id": person_id}
        self.app.open("tui.screens.events.entry:EventEntryScreen", first_year=self._year, **place)

    def action_word(self) -> None:
        """Offer the papers."""
        self.offer_papers(self.chosen_activity, self._year)

    def action_chat(self) -> None:
        """Show what is still to come of the list as plain text; of a year gone by all of it."""
        coming = [each for each in self._known.values() if each.state == "planned"]
        lines = [f"• {event_words.plain(each)}" for each in coming or self._known.values()]
        places.open_chat_text(self.app, _("Events"), lines)


def rows(found: Sequence[Activity], clashes: dict[int, tuple[Clash, ...]], *, with_kind: bool) -> Iterable[Row]:
    """A row an activity, under the name of its month."""
    for month, of_month in groupby(found, lambda each: each.held_on and each.held_on.month):
        yield Row(None, ((words.month(month) if month else _("without a day")).upper(),), "heading")
        for of in of_month:
            yield _row(of, bool(clashes.get(of.id)), with_kind=with_kind)


def _row(of: Activity, clashing: bool, *, with_kind: bool) -> Row:
    state = event_words.state(of)
    sign = event_words.SIGNS[state] + (event_words.CLASH if clashing else "")
    what, who = event_words.what(of, with_kind=with_kind), event_words.names(of.responsible)
    if of.kind == "visit":  # who visits whom
        kind = event_words.kind(of.kind) if with_kind else ""
        what = " · ".join(each for each in (kind, who, event_words.what(of, with_kind=False)) if each)
        who = event_words.names(of.visitors)
    style = event_words.STYLES.get(state, "error" if clashing else "")
    return Row(of.id, (sign, event_words.when(of), what, who, _(event_words.BRIEF[state])), style)


def whole(of: Activity) -> list[str]:
    """All that matters of an activity in two lines of text."""
    when = event_words.time_of(of.held_on, of.ends_on, of.lesson, of.starts)
    visitors = event_words.names(of.visitors)
    shown = _("visited by: {names}").format(names=visitors) if visitors else ""
    state = _(event_words.STATES[event_words.state(of)])
    state = f"{state} ({of.reason})" if of.reason and of.state == "cancelled" else state
    moved = event_words.moved(of.moves[-1]) if of.moves else ""
    facts = (when, of.room, event_words.names(of.responsible), event_words.level(of.level), shown, state, moved)
    return [event_words.what(of), " · ".join(each for each in facts if each)]
