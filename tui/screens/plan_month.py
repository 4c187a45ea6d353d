"""A month of the plan, day by day: its lines, the meetings and the terms of tasks among them."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from textual import on
from textual.widget import Widget

from db import tasks
from db.meetings.rows import MeetingRow
from db.plans import views
from db.plans.rows import Line
from db.rules import calendar, plan_terms
from db.tasks import TaskRow
from tui import clock, commands, current, places, plan_words, typed_plan, words
from tui.commands import Command
from tui.screens.plan_actions import DONE, LINE, LineActions
from tui.screens.plan_lines import Part
from tui.texts import N_, _
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown

COLUMNS = (
    Column(N_("Day"), width=10), Column(width=1), Column(N_("What")), Column(N_("Owner"), width=17),
    Column(N_("State"), width=14),
)  # fmt: skip


class PlanMonthScreen(LineActions):
    """Days first, then what the month, the quarter and the year leave open."""

    COMMANDS = (
        *DONE, *LINE,
        commands.NEW.but(help=N_("Write lines of this month.")),
        commands.WORD.but(help=N_("Make the month's plan as a Word document.")),
        commands.OPEN.but(help=N_("Open the line, the meeting or the task."), footer=False),
        Command("later", "right", N_("Month after"), N_("Show the month after."), footer=False),
        Command("earlier", "left", N_("Month before"), N_("Show the month before."), footer=False),
        Command("quarter", "insert", N_("Quarter"), N_("The plan of this quarter."), footer=False),
        Command("steps", "f2", N_("Steps"), N_("Hand the month's plan in: considered, agreed."), footer=False),
    )  # fmt: skip
    HELP = N_(
        "The month day by day: lines of the plan, meetings (○) and the terms of tasks (»), then what has the whole "
        "month, the quarter or the year as its term. ← → go through the months. 1 done, 2 in part, 3 without a "
        "proof, 4 moved, 5 taken off the plan, 6 not done after all."
    )

    def __init__(self, year: int, month: int) -> None:
        super().__init__()
        self._at = (year, month)
        self._known: dict[int, Line] = {}

    def title_text(self) -> str:
        """The month."""
        year, month = self._at
        return " · ".join((_("Work plan"), f"{words.month(month)} {year}"))

    def body(self) -> Iterable[Widget]:
        """The list, and all of what is chosen."""
        yield PageList(*COLUMNS, empty=N_("Nothing is planned for this month. F7 writes a line."), id="days")
        yield Shown(id="whole", classes="below")

    def on_mount(self) -> None:
        """The list has the keys, and begins at today."""
        super().on_mount()
        self._list.focus()
        self._begin()

    @property
    def _list(self) -> PageList:
        return self.query_one("#days", PageList)

    @property
    def first_year(self) -> int:
        """The school year of the month."""
        return calendar.school_year_of(dt.date(*self._at, 1))

    @property
    def chosen_line(self) -> Line | None:
        """The line under the cursor."""
        key = self._list.key
        return self._known.get(key) if isinstance(key, int) else None

    def fill(self) -> None:
        """Read the month."""
        association_id, today = current.association_id(), clock.today()
        found = views.of_month(association_id, *self._at, today)
        first, last = plan_terms.month_bounds(*self._at)
        due = tasks.tasks(association_id, only_open=True, first=first, last=last)
        lines = [*found.lines, *found.unplanned]
        self._known = {each.id: each for each in lines}
        dated = [each for each in lines if each.term in ("day", "span")]
        entries = [(max(each.first, first), 1, _line_row(each)) for each in dated]
        entries += [(each.held_on or first, 0, _meeting_row(each)) for each in found.meetings]
        entries += [(each.due or first, 2, _task_row(each, today)) for each in due]
        groups = (
            (_("IN THE MONTH"), ("month",)), (_("IN THE QUARTER"), ("quarter",)), (_("IN THE YEAR"), ("year",)),
        )  # fmt: skip
        shown = list(_days(sorted(entries, key=lambda each: each[:2]), today))
        for title, kinds in groups:
            under = [_line_row(each) for each in lines if each.term in kinds]
            shown += [Row(None, (title,), "heading"), *under] if under else []
        self._list.set_rows(shown)
        self._show_whole()

    def _begin(self) -> None:
        """Choose the first row that is not over yet."""
        today = clock.today()
        coming = (key for key in self._list.keys if isinstance(key, int) and self._known[key].last >= today)
        if (today.year, today.month) == self._at and (key := next(coming, None)) is not None:
            self._list.choose(key)

    @on(PageList.Highlighted, "#days")
    def _show_whole(self) -> None:
        line = self.chosen_line
        self.query_one("#whole", Shown).show(typed_plan.whole(line) if line else "")
        self.refresh_commands()

    @on(PageList.Opened, "#days")
    def action_open(self) -> None:
        """Open what is chosen."""
        key: Any = self._list.key
        if isinstance(key, int):
            self.app.open("tui.screens.plan_line:PlanLineScreen", line_id=key)
        elif key and key[0] == "meeting":
            places.open_meeting(self.app, key[1])
        elif key:
            self.app.open("tasks", task_id=key[1])

    def action_new(self) -> None:
        """Write lines of the month."""
        term = {"term": "month", "month": self._at[1]}
        self.app.open("tui.screens.plan_entry:PlanEntryScreen", first_year=self.first_year, term=term)

    def action_word(self) -> None:
        """Offer the month's paper first."""
        places.open_plan_papers(self.app, self.first_year, month=self._at[1])

    def action_quarter(self) -> None:
        """The quarter that the month ends in."""
        part = Part(quarter=typed_plan.quarter_of(self.first_year, *self._at))
        self.app.open("tui.screens.plan_lines:PlanLinesScreen", first_year=self.first_year, part=part)

    def action_steps(self) -> None:
        """Who considered and agreed the month's plan."""
        of = {"first_year": self.first_year, "scope": "month", "part": self._at[1]}
        self.app.open("tui.screens.plan_steps:PlanStepsScreen", **of)

    def action_later(self) -> None:
        """The month after."""
        self._turn(1)

    def action_earlier(self) -> None:
        """The month before."""
        self._turn(-1)

    def _turn(self, step: int) -> None:
        at = self._at[0] * 12 + self._at[1] - 1 + step
        if 2000 * 12 <= at < 2101 * 12:
            self._at = (at // 12, at % 12 + 1)
            self.refill()
            self._list.action_edge(-1)
            self._begin()


def _days(entries: list[tuple[dt.date, int, Row]], today: dt.date) -> Iterable[Row]:
    """Rows with their day, said once for several of a day; today is marked."""
    last = None
    for day, _order, row in entries:
        shown = "" if day == last else f"{day:%d.%m} {words.weekday(day)}{' ▶' if day == today else ''}"
        last = day
        yield Row(row.key, (shown, *row.cells[1:]), row.style)


def _line_row(of: Line) -> Row:
    text = " · ".join(each for each in (of.text, of.classes, of.time_place) if each)
    if of.term == "span":
        text = f"{text} ({plan_words.term(of)})"
    sign, state = plan_words.SIGNS[of.state], _(plan_words.BRIEF[of.state])
    term = plan_words.term(of) if of.term == "quarter" else ""
    return Row(of.id, (term, sign, text, typed_plan.names(of), state), plan_words.STYLES.get(of.state, ""))


def _meeting_row(of: MeetingRow) -> Row:
    named = _("Meeting № {number}").format(number=of.number)
    text = " · ".join(each for each in (named, of.planned_time, of.place) if each)
    return Row(("meeting", of.id), ("", "○", text, "", _(words.MEETING_STATES[of.state])), "bold")


def _task_row(of: TaskRow, today: dt.date) -> Row:
    owners = ", ".join(owner.listed for owner in of.owners)
    late = of.overdue(today)
    state = _("Overdue") if late else _("Task")
    return Row(("task", of.id), ("", "»", of.text, owners, state), "error" if late else "dim")
