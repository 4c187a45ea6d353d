"""The quality of knowledge: the figures of a period in several views, as a table or as a chart."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from textual import on
from textual.containers import Vertical
from textual.widget import Widget

from db import calendar
from db.quality import views
from db.quality.views import Overview, When
from tui import clock, commands, current, places, quality_views, quality_words, words
from tui.commands import Command
from tui.quality_views import Line
from tui.screens.listing import Filtered, OfYear
from tui.texts import N_, _
from tui.tied import TiedScreen
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown
from tui.widgets.year_list import YEARS, YearList

DIGITS = (
    Command("go_marks", "1", N_("Marks"), N_("Type marks, class by class."), ("f7",)),
    Command("go_classes", "2", N_("Our classes"), N_("The school's classes and their way through the years.")),
    Command("go_rules", "3", N_("Rules"), N_("The year's scale, grades without marks, weights and thresholds."),
            footer=False),
    Command("go_transition", "4", N_("Continuity"), N_("The same pupils before and after primary school."),
            footer=False),
    Command("go_levels", "5", N_("Levels"), N_("The work with each level of mastery."), footer=False),
    Command("go_standard", "6", N_("Standard"), N_("Requirements that are not mastered, and what is done."),
            footer=False),
)  # fmt: skip
PAPERS = ("quality", "transition", "level-work", "standard", "programme", "marks-slip", "handover")
PICK = "tui.widgets.dialogs:Pick"


class QualityScreen(OfYear, Filtered, TiedScreen):
    """A period's figures; ← → choose the view, Space draws it."""

    COMMANDS = (
        Command("draw", "space", N_("Chart"), N_("Show the view as a chart, or as a table again.")),
        commands.EDIT.but(
            id="choose_period", title=N_("Periods"), help=N_("Show another quarter, half-year or year."), changes=False
        ),
        commands.WORD.but(help=N_("Make the report on quality, with charts.")),
        commands.OPEN.but(help=N_("Open the sheets behind the figures, or the test."), footer=False),
        *DIGITS,
        Command("narrower", "right", N_("View"), N_("The next view."), footer=False),
        Command("wider", "left", N_("View"), N_("The view before."), footer=False),
        *YEARS,
    )
    HELP = N_(
        "The quality of knowledge: classes, subjects, teachers, quarters, years, classes as wholes, tests beside "
        "marks. ← → choose the view, Space draws a chart, F4 chooses the period, PgUp and PgDn the year. Below stands "
        "how the chosen figures came about; Enter opens the sheets behind them. 1 types marks."
    )

    def __init__(self, first_year: int | None = None, view: str = "classes") -> None:
        """Show the newest period of a year, the current year if none is named."""
        super().__init__()
        self._year = first_year or calendar.current_first_year(clock.today())
        self._only = view
        self._when: When | None = None
        self._of: Overview | None = None
        self._lines: dict[object, Line] = {}
        self._drawn = False

    def title_text(self) -> str:
        """The area, the year, the period."""
        when = self._when
        parts = (_("Quality of knowledge"), words.school_year(self._year), quality_words.period(when) if when else "")
        return " · ".join(part for part in parts if part)

    def body(self) -> Iterable[Widget]:
        """The views, the table, the place of the chart, how a figure came about."""
        yield self.filter_line([(code, _(name)) for code, name in quality_words.VIEWS.items()])
        yield YearList(Column(), id="figures")
        yield Vertical(id="chart")
        yield Shown(id="whole", classes="below")

    def on_mount(self) -> None:
        """The table has the keys."""
        super().on_mount()
        self._list.focus()

    @property
    def _list(self) -> PageList:
        return self.query_one("#figures", PageList)

    @property
    def chosen(self) -> Line | None:
        """The line under the cursor."""
        return self._lines.get(self._list.key) if self.is_mounted else None

    def fill(self) -> None:
        """Read the period and show it in the chosen view."""
        association_id = current.association_id()
        if self._when is None or self._when.first_year != self._year:
            self._when = views.newest(association_id, self._year)
        self._of = views.overview(association_id, self._when)
        found = quality_views.lines(self._only, association_id, self._of)
        self._lines = {each.key: each for each in found if each.key is not None}
        self._list.empty = quality_views.empty(self._only, self._of)
        self._list.set_rows(Row(each.key, (each.text,), each.style if each.key else "heading") for each in found)
        self._show_whole()
        self._show_chart()

    @on(PageList.Highlighted, "#figures")
    def _show_whole(self) -> None:
        self.query_one("#whole", Shown).show(self.chosen.said if self.chosen else "")
        self.refresh_commands()

    def _show_chart(self) -> None:
        """Draw in the table's place; the table stays where there is nothing to compare."""
        room = self.query_one("#chart", Vertical)
        room.remove_children()
        chart = self._chart() if self._drawn else None
        room.display = chart is not None
        self._list.display = self.query_one("#whole", Shown).display = chart is None
        if chart is not None:
            from tui.widgets.chart import ChartView  # draws with a library that takes its time to load

            drawing = ChartView(chart)
            room.mount(drawing)
            drawing.focus()

    def _chart(self) -> dict[str, Any] | None:
        chart = quality_views.chart(self._only, current.association_id(), self._of) if self._of else None
        if chart is None:
            self.say(_("Nothing to compare in this view."))
        return chart

    def action_draw(self) -> None:
        """The chart, or the table again."""
        self._drawn = not self._drawn
        self._show_chart()
        if self._list.display:
            self._list.focus()

    def action_choose_period(self) -> None:
        """Offer the periods of the year that have marks."""
        found = views.periods(current.association_id(), self._year)
        if not found:
            self.say(_("No marks are known for this year."))
            return
        options = [quality_words.period(each) for each in found]
        self.app.open_dialog(PICK, _("Which period?"), options, then=partial(self._period_chosen, found))

    def _period_chosen(self, found: tuple[When, ...], answer: int | None) -> None:
        if answer is not None:
            self._when = found[answer]
            self.refill()

    @on(PageList.Opened, "#figures")
    def action_open(self) -> None:
        """Open what is behind the chosen figures."""
        of = self.chosen
        if of and of.record:
            places.open_record(self.app, *of.record)
        elif of and of.group and of.group.sheets:
            ids = tuple(each.id for each in of.group.sheets)
            self.app.open("tui.screens.quality.sheets:SheetsScreen", sheet_ids=ids)

    def action_word(self) -> None:
        """Offer the papers of the period."""
        when = self._when
        quarter = when.part if when and when.period == "quarter" else None
        places.open_papers(self.app, "quality", *PAPERS, first_year=self._year, quarter=quarter)

    # What the digits open

    def _go(self, room: str) -> None:
        self.app.open(room, first_year=self._year)

    def action_go_marks(self) -> None:
        """Type marks."""
        self._go("marks")

    def action_go_classes(self) -> None:
        """The classes."""
        self._go("classes")

    def action_go_rules(self) -> None:
        """The year's rules."""
        self._go("quality-year")

    def action_go_transition(self) -> None:
        """The same pupils before and after."""
        self._go("transition")

    def action_go_levels(self) -> None:
        """Work by levels."""
        self._go("levels")

    def action_go_standard(self) -> None:
        """The standard."""
        self._go("standard")

    # What is made of a figure

    def tied_record(self) -> tuple[str, int] | None:
        """The test, or the first sheet behind the figures."""
        of = self.chosen
        if of and of.record:
            return of.record
        return ("mark_sheet", of.group.sheets[0].id) if of and of.group and of.group.sheets else None

    def tied_text(self) -> str:
        """Which figure, and how it has moved."""
        of = self.chosen
        if of is None or of.group is None:
            return ""
        return " – ".join(each for each in (of.group.name, quality_words.told(of.group)) if each)

    def tied_owner_ids(self) -> tuple[int, ...]:
        """The teacher, where the figures are of one."""
        of = self.chosen
        teachers = {each.teacher_id for each in of.group.sheets} if of and of.group else set()
        return tuple(each for each in teachers if each) if len(teachers) == 1 else ()
