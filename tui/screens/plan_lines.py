"""The lines of a plan: a section's, a quarter's, those done beyond the plan, or all; each settled by one key."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from textual import on
from textual.widget import Widget

from db.plans import figures, lines, sections, views
from db.plans.rows import Line
from tui import clock, commands, current, places, plan_words, typed_plan, words
from tui.commands import Command
from tui.screens.listing import Filtered
from tui.screens.plan_actions import DONE, LINE, LineActions
from tui.texts import N_, _
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown

FILTERS = {
    "all": N_("All"), "overdue": N_("Overdue ones"), "open": N_("Not done yet"), "done": N_("Done ones"),
}  # fmt: skip
PASSING = {
    "overdue": frozenset({"overdue"}),
    "open": frozenset({"planned", "overdue", "moved", "partly"}),
    "done": frozenset({"done_in_time", "done_late", "unplanned", "marked"}),
}
"""Filter → the states that pass it."""


class Part(NamedTuple):
    """Which lines: of a section, of a quarter, of a column of the year at a glance, or those beyond the plan."""

    section_id: int = 0
    quarter: int = 0
    column: figures.Month | str = ""
    """A month, "year" for the lines of the whole year, "" for all."""
    unplanned: bool | None = None
    """True: only work beyond the plan, False: only what was planned, None: both."""


COLUMNS = (
    Column(width=1), Column(N_("When"), width=11), Column(N_("What")), Column(N_("Owner"), width=17),
    Column(N_("State"), width=14),
)  # fmt: skip


class PlanLinesScreen(Filtered, LineActions):
    """Lines grouped by section."""

    COMMANDS = (
        *DONE, *LINE,
        commands.NEW.but(help=N_("Write further lines, one after the other.")),
        commands.WORD.but(help=N_("Make the plan as a Word document."), footer=False),
        commands.OPEN.but(help=N_("Open the line with its history and proofs."), footer=False),
        Command("narrower", "right", N_("Filter"), N_("Show others: overdue, not done, done."), footer=False),
        Command("wider", "left", N_("Filter"), N_("Show the filter before."), footer=False),
        Command("steps", "f2", N_("Steps"), N_("Hand the quarter's plan in: considered, agreed."), footer=False),
        Command("up_in_section", "ctrl+up", N_("Up"), N_("Move the line up in its section."), footer=False),
        Command("down_in_section", "ctrl+down", N_("Down"), N_("Move the line down in its section."), footer=False),
    )  # fmt: skip
    HELP = N_(
        "Lines of the plan. 1 done (with what did it), 2 in part, 3 done without a proof, 4 moved, 5 taken off the "
        "plan, 6 not done after all. ← → choose which are shown, Enter opens the line with its history."
    )

    def __init__(self, first_year: int, part: Part | None = None, only: str = "all", line_id: int = 0) -> None:
        """`part`: which lines, all without one; `only`: the filter to begin with; `line_id`: the line to choose."""
        super().__init__()
        self._year, self._part, self._only, self._wanted = first_year, part or Part(), only, line_id
        self._known: dict[int, Line] = {}

    def title_text(self) -> str:
        """The year and the part of it."""
        named = {each.id: typed_plan.section_title(each) for each in sections.sections(current.association_id())}
        part = self._part
        parts = [_("Work plan"), named.get(part.section_id, "")]
        if part.quarter:
            parts.append(_("quarter {number}").format(number=part.quarter))
        if isinstance(part.column, tuple):
            parts.append(words.month(part.column[1]))
        elif part.column:
            parts.append(_(plan_words.TERMS["year"]))
        if part.unplanned:
            parts.append(_("Done beyond the plan"))
        return " · ".join(each for each in (*parts, words.school_year(self._year)) if each)

    def body(self) -> Iterable[Widget]:
        """The filters, the list, all of the chosen line."""
        yield self.filter_line((code, _(title)) for code, title in FILTERS.items())
        yield PageList(*COLUMNS, empty=N_("No lines here. F7 writes one; ← → show others."), id="lines")
        yield Shown(id="whole", classes="below")

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        self._list.focus()
        self._list.choose(self._wanted)

    @property
    def _list(self) -> PageList:
        return self.query_one("#lines", PageList)

    @property
    def chosen_line(self) -> Line | None:
        """The line under the cursor."""
        key = self._list.key
        return self._known.get(key) if isinstance(key, int) else None

    def fill(self) -> None:
        """Read the lines."""
        shown = [each for each in self._found() if belongs(each, self._part) and passes(each, self._only)]
        self._known = {each.id: each for each in shown}
        grouped = not self._part.section_id
        titles = {each.id: typed_plan.section_title(each) for each in sections.sections(current.association_id())}
        self._list.set_rows(rows(shown, titles if grouped else {}))
        self._show_whole()

    def _found(self) -> list[Line]:
        """The lines of the year, or those whose term touches the quarter."""
        association_id, today = current.association_id(), clock.today()
        if self._part.quarter:
            return views.of_quarter(association_id, self._year, self._part.quarter, today)
        return lines.lines(association_id, self._year, today)

    @on(PageList.Highlighted, "#lines")
    def _show_whole(self) -> None:
        line = self.chosen_line
        self.query_one("#whole", Shown).show(typed_plan.whole(line) if line else "")
        self.refresh_commands()

    @on(PageList.Opened, "#lines")
    def action_open(self) -> None:
        """Open the line."""
        if line := self.chosen_line:
            self.app.open("tui.screens.plan_line:PlanLineScreen", line_id=line.id)

    def action_new(self) -> None:
        """Write lines."""
        part = self._part
        place: dict[str, Any] = {"section_id": part.section_id, "unplanned": bool(part.unplanned)}
        if part.quarter:
            place["term"] = {"term": "quarter", "quarter": part.quarter}
        elif isinstance(part.column, tuple):
            place["term"] = {"term": "month", "month": part.column[1]}
        self.app.open("tui.screens.plan_entry:PlanEntryScreen", first_year=self._year, **place)

    def action_word(self) -> None:
        """Offer the year's papers, or the quarter's."""
        places.open_plan_papers(self.app, self._year, quarter=self._part.quarter)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A quarter's plan is handed in here, a year's from its glance."""
        return bool(self._part.quarter) if action == "steps" else super().check_action(action, parameters)

    def action_steps(self) -> None:
        """Who considered and agreed the quarter's plan."""
        of = {"first_year": self._year, "scope": "quarter", "part": self._part.quarter}
        self.app.open("tui.screens.plan_steps:PlanStepsScreen", **of)

    def action_up_in_section(self) -> None:
        """One place up."""
        self._place(-1)

    def action_down_in_section(self) -> None:
        """One place down."""
        self._place(1)

    def _place(self, by: int) -> None:
        if line := self.chosen_line:
            self.app.save(lines.move_in_section, line.id, by, then=lambda _none: self.refill())


def belongs(of: Line, part: Part) -> bool:
    """Whether a line is of that part of the plan. What was taken off the plan is in no figure of a month."""
    if part.section_id and of.section_id != part.section_id:
        return False
    if part.unplanned is not None and of.unplanned != part.unplanned:
        return False
    if not part.column:
        return True
    month = None if part.column == "year" else part.column
    return of.state != "cancelled" and figures.month_of(of) == month


def passes(of: Line, only: str) -> bool:
    """Whether a line passes a filter."""
    return only == "all" or of.state in PASSING[only]


def rows(found: Iterable[Line], titles: dict[int, str]) -> Iterable[Row]:
    """A row a line; with `titles` a heading over those of each section."""
    last = None
    for of in found:
        if titles and of.section_id != last:
            yield Row(None, (titles.get(of.section_id, ""),), "heading")
        last = of.section_id
        yield Row(of.id, cells(of), plan_words.STYLES.get(of.state, ""))


def cells(of: Line) -> tuple[str, ...]:
    """Sign, term, text with its classes, owners, state."""
    text = " · ".join(each for each in (of.text, of.classes) if each)
    state = _(plan_words.BRIEF[of.state])
    return plan_words.SIGNS[of.state], plan_words.term(of), text, typed_plan.names(of), state
