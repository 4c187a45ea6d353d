"""The transition: the same pupils before and after primary school, what fell, what was done, whether it moved."""

from collections.abc import Iterable
from typing import Any

from textual import on
from textual.widget import Widget

from db import calendar
from db.quality import acting
from db.quality.transition import transitions
from db.quality.transition_rows import TransitionRow
from tui import clock, commands, current, places, transition_words, words
from tui.commands import Command
from tui.screens.listing import Filtered, OfYear
from tui.texts import N_, _
from tui.tied import TiedScreen
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown
from tui.widgets.year_list import NARROWER, WIDER, YEARS, YearList

FILTERS = {"all": N_("All"), "fallen": N_("Fallen"), "alarm": N_("To the agenda"), "open": N_("Nothing done yet")}
OF_A_ROW = frozenset({"act", "write", "sheets"})


class TransitionScreen(OfYear, Filtered, TiedScreen):
    """A year's classes that came from primary school, by subject."""

    COMMANDS = (
        Command("act", "1", N_("Measures"), N_("A question, a task and a line of the plan of it, at once.")),
        commands.EDIT.but(id="write", help=N_("Write cause and measure, and count the same pupils.")),
        commands.WORD.but(help=N_("Make the comparison with its chart.")),
        Command("handovers", "2", N_("Handover"), N_("Classes handed over, and how pupils settled in October."),
                footer=False),
        Command("sheets", "enter", N_("Open"), N_("Open the sheets of marks behind the figures."), footer=False),
        NARROWER, WIDER, *YEARS,
    )  # fmt: skip
    HELP = N_(
        "The same pupils at the end of primary school and after it, subject by subject, in percentage points. ! a fall "
        "that needs attention, !! one for the agenda; the thresholds are settings of the year. 1 makes a question, a "
        "task and a line of the plan at once; afterwards the row shows whether the quality has moved, 0 what came of "
        "it. F4 writes the cause and counts the same pupils, without those who came or left."
    )

    def __init__(self, first_year: int | None = None, transition_id: int = 0) -> None:
        """Show a year, the current one if none is named, or the year of a row that is named, with it chosen."""
        super().__init__()
        self._year = first_year or calendar.current_first_year(clock.today())
        if transition_id:
            self._year = acting.year_of(transition_id)
        self._wanted, self._only = transition_id, "all"
        self._known: dict[tuple[int, str], TransitionRow] = {}

    def title_text(self) -> str:
        """The area, the year, how many call for something."""
        flagged = sum(each.flag in ("attention", "alarm") for each in self._known.values())
        parts = [_("Continuity"), words.school_year(self._year)]
        return " · ".join([*parts, *([_("fallen: {count}").format(count=flagged)] if flagged else [])])

    def body(self) -> Iterable[Widget]:
        """The filter, the list, all of the chosen row."""
        yield self.filter_line([(code, _(word)) for code, word in FILTERS.items()])
        columns = (
            Column(width=2), Column(N_("Class"), width=9), Column(N_("Subject")), Column(N_("Prim.,%"), 7, right=True),
            Column(N_("Entr.,%"), 6, right=True), Column(N_("First"), 6, right=True),
            Column(N_("Now,%"), 6, right=True), Column(N_("± p.p."), 7, right=True), Column(N_("Measure"), width=9),
        )  # fmt: skip
        empty = N_(
            "No class of this year comes from primary school with marks of both years. Marks are typed under Quality, "
            "1; the last primary grade is a rule of the year. PgUp and PgDn show other years."
        )
        yield YearList(*columns, empty=empty, id="rows")
        yield Shown(id="whole", classes="below")

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        self._list.focus()
        wanted = next((key for key, of in self._known.items() if self._wanted and of.id == self._wanted), None)
        if wanted:
            self._list.choose(wanted)

    @property
    def _list(self) -> PageList:
        return self.query_one("#rows", PageList)

    @property
    def chosen(self) -> TransitionRow | None:
        """The row under the cursor."""
        return self._known.get(self._list.key) if self.is_mounted else None  # type: ignore[arg-type]

    def fill(self) -> None:
        """Read the year."""
        found = [each for each in transitions(current.association_id(), self._year) if passes(each, self._only)]
        self._known = {(each.cohort_id, each.subject): each for each in found}
        styles = transition_words.STYLES
        self._list.set_rows(
            Row(key, transition_words.cells(of), styles.get(of.flag, "")) for key, of in self._known.items()
        )
        self._show_whole()

    @on(PageList.Highlighted, "#rows")
    def _show_whole(self) -> None:
        self.query_one("#whole", Shown).show(transition_words.whole(self.chosen) if self.chosen else "")
        self.refresh_commands()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done to a row is offered only where one is chosen."""
        if action in OF_A_ROW and self.is_mounted:
            return self.chosen is not None
        return super().check_action(action, parameters)

    # What is done

    def action_act(self) -> None:
        """Open what would be made of the row, to be changed and saved at once."""
        if of := self.chosen:
            place = "tui.screens.quality.transition_forms:MeasuresForm"
            self.app.open(place, first_year=self._year, cohort_id=of.cohort_id, subject=of.subject)

    def action_write(self) -> None:
        """Open the form of the row."""
        if of := self.chosen:
            place = "tui.screens.quality.transition_forms:TransitionForm"
            self.app.open(place, first_year=self._year, cohort_id=of.cohort_id, subject=of.subject)

    @on(PageList.Opened, "#rows")
    def action_sheets(self) -> None:
        """Open the sheets behind the figures."""
        if of := self.chosen:
            parts = [each for each in (of.before, of.first, of.newest) if each]
            ids = tuple(dict.fromkeys(each for one in parts for each in one.sheet_ids))
            self.app.open("tui.screens.quality.sheets:SheetsScreen", sheet_ids=ids)

    def action_handovers(self) -> None:
        """Show the classes handed over."""
        self.app.open("handovers", first_year=self._year)

    def action_word(self) -> None:
        """Offer the papers."""
        places.open_papers(self.app, "transition", "transition", "handover", first_year=self._year)

    # What is made of a row

    def tied_record(self) -> tuple[str, int] | None:
        """The row's record; 0 before there is one."""
        return ("transition", self.chosen.id) if self.chosen else None

    def tied_text(self) -> str:
        """Which class and subject, and how it fell."""
        return transition_words.question(self.chosen) if self.chosen else ""

    def tied_owner_ids(self) -> tuple[int, ...]:
        """Who teaches it now."""
        newest = self.chosen.newest if self.chosen else None
        return (newest.teacher_id,) if newest and newest.teacher_id else ()

    def making_of(self, table: str, record: tuple[str, int]) -> tuple[Any, ...]:
        """The row's own record is written together with the first that is made of it."""
        of = self.chosen
        if of is None or record[1]:
            return super().making_of(table, record)
        return acting.make, current.association_id(), of.cohort_id, of.subject, self._year, table

    def action_ties(self) -> None:
        """What came of it: nothing before the row has a record."""
        if self.chosen and not self.chosen.id:
            self.say(_("Nothing was made of this row yet: 1 or 7, 8, 9."))
        else:
            super().action_ties()


def passes(of: TransitionRow, only: str) -> bool:
    """Whether a row passes a filter."""
    fallen = of.flag in ("attention", "alarm")
    return {"all": True, "fallen": fallen, "alarm": of.flag == "alarm", "open": fallen and not of.made}[only]
