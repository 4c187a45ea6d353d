"""The year at a glance: sections by months, each cell done / planned; Enter opens the lines behind it."""

from collections.abc import Iterable, Sequence
from typing import Any

from textual import events, on
from textual.widget import Widget

from db import calendar
from db.plans import figures, fulfilling, lines, sections, terms
from db.plans.rows import Line
from tui import clock, commands, current, places, plan_words, texts, typed_plan, words
from tui.commands import Command
from tui.screens.listing import OfYear
from tui.screens.plan_lines import Part
from tui.screens.plan_start import STARTS, start
from tui.texts import N_, _
from tui.widgets.grid import Cell, Grid, GridRow
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown
from tui.widgets.year_list import YEARS, YearList

YEAR, TOTAL = "year", "total"
"""The columns after the months: lines of the whole year, and all."""


class PlanScreen(OfYear):
    """Sections × months; an empty year offers how to begin."""

    COMMANDS = (
        commands.NEW.but(help=N_("Write lines of the plan; in an empty year, begin its plan.")),
        Command("month", "space", N_("Month"), N_("The month of the column, day by day.")),
        commands.WORD.but(help=N_("Make the year's, a quarter's or a month's plan, or plan against fact.")),
        Command("steps", "f2", N_("Steps"), N_("Hand the plan in: considered, agreed, approved; its versions.")),
        commands.OPEN.but(help=N_("Open the lines behind the figure."), footer=False),
        Command("quarter", "insert", N_("Quarter"), N_("The plan of the column's quarter."), footer=False),
        Command("beyond", "f8", N_("Beyond"), N_("Write work that was done and not planned."), footer=False),
        commands.EDIT.but(title=N_("Title"), help=N_("Theme, goal, tasks and motto of the year."), footer=False),
        Command("held", "1", N_("Held too"), N_("What was held and no line of the plan names."), footer=False),
        Command("sections", "2", N_("Sections"), N_("Rename, add and order the sections."), footer=False),
        Command("excel", "3", N_("Excel"), N_("Take the plan from an Excel file, or write it into one."), footer=False),
        *YEARS,
    )
    HELP = N_(
        "The year's plan: sections by months, in each cell «done / planned»; ! marks what is overdue. The arrows go "
        "from cell to cell, Enter opens the lines behind one. The last rows are the total and the work done beyond "
        "the plan. PgUp and PgDn change the year."
    )

    def __init__(self, first_year: int | None = None) -> None:
        """Show a year's plan, the current one if none is named."""
        super().__init__()
        self._year = first_year or calendar.current_first_year(clock.today())
        self._grid: figures.Grid | None = None
        self._known: dict[int, Line] = {}
        self._held = 0

    def title_text(self) -> str:
        """The area, the year, how much is done."""
        parts = [_("Work plan"), f"{self._year}-{self._year + 1}"]
        if self._grid and self._known:
            total = self._grid.total.total
            parts.append(_("done {done} of {planned}").format(done=total.done, planned=total.planned))
            if overdue := sum(each.state == "overdue" for each in self._known.values()):
                parts.append(_("overdue: {count}").format(count=overdue))
        return " · ".join(parts)

    def body(self) -> Iterable[Widget]:
        """The grid and what its cell says; or, in an empty year, how to begin."""
        yield Grid(id="year")
        yield Shown(id="cell", classes="below")
        yield Shown(id="about")
        yield YearList(Column(width=2, right=True), Column(), open_on_click=True, id="starts")

    def fill(self) -> None:
        """Read the year."""
        association_id, today = current.association_id(), clock.today()
        found = lines.lines(association_id, self._year, today)
        self._known = {each.id: each for each in found}
        self._held = len(fulfilling.unplanned(association_id, self._year)) if found else 0
        self._grid = figures.grid(found, sections.sections(association_id), terms.days(self._year))
        empty = not found
        for name in ("#about", "#starts"):
            self.query_one(name).display = empty
        for name in ("#year", "#cell"):
            self.query_one(name).display = not empty
        if empty:
            self._show_starts()
        else:
            self._show_grid(self._grid)
        self.query_one("#starts" if empty else "#year").focus()

    # An empty year

    def _show_starts(self) -> None:
        about = _(
            "There is no plan for this school year yet. One set of lines is the plan of the year, of its quarters and "
            "of its months; a meeting that was held, its questions and closed tasks prove that a line is done."
        )
        self.query_one("#about", Shown).show(about)
        rows = [Row(code, (str(at), _(title))) for at, (code, title) in enumerate(STARTS.items(), 1)]
        self.query_one("#starts", PageList).set_rows(rows)

    @on(PageList.Opened, "#starts")
    def _started(self, event: PageList.Opened) -> None:
        start(self.app, str(event.key), self._year)

    def on_key(self, event: events.Key) -> None:
        """In an empty year a digit begins its plan."""
        if not self._known and event.character in ("1", "2", "3", "4"):
            event.stop()
            start(self.app, list(STARTS)[int(event.character) - 1], self._year)

    # A year with lines

    def _show_grid(self, grid: figures.Grid) -> None:
        columns: list[tuple[Any, str]] = [(month, plan_words.short_month(month[1])) for month in grid.months]
        columns += [(YEAR, _("year")), (TOTAL, _("all"))]
        rows = [self._row(each.section_id, f"{each.number:>2} {_named(each)}", each) for each in grid.rows]
        rows.append(self._row("all", _("ALL PLANNED"), grid.total, "bold"))
        beyond = f"+{self._held} " + _("Beyond the plan") if self._held else _("Done beyond the plan")
        rows.append(self._row("unplanned", beyond, grid.unplanned))
        shown, today = self.query_one("#year", Grid), clock.today()
        first = shown.place == (None, None)
        shown.set_rows(columns, rows, _("Section"))
        if first:
            shown.choose("all", (today.year, today.month))
        self._show_cell()

    def _row(self, key: Any, title: str, of: figures.GridRow, style: str = "") -> GridRow:
        cells = [self._cell(each) for each in (*of.cells, of.whole_year, of.total)]
        return GridRow(key, title, cells, style)

    def _cell(self, of: figures.Cell) -> Cell:
        if not of.planned:
            return Cell("·", "dim")
        late = any(self._known[each].state == "overdue" for each in of.line_ids)
        style = "error" if late else "good" if of.done == of.planned else ""
        return Cell(f"{of.done}/{of.planned}{'!' if late else ''}", style)

    @on(Grid.Moved)
    def _show_cell(self) -> None:
        row, column = self.query_one("#year", Grid).place
        title, cell = self._behind(row, column)
        counted = _counted([self._known[each] for each in cell.line_ids])
        if row == "unplanned" and self._held:
            counted = _("Held, and no line names it: {count}. 1 – take it into the plan").format(count=self._held)
        self.query_one("#cell", Shown).show("\n".join((title, counted)))

    def _behind(self, row: Any, column: Any) -> tuple[str, figures.Cell]:
        """The name of a cell and its figures."""
        assert self._grid is not None
        grid = self._grid
        known = {"all": grid.total, "unplanned": grid.unplanned} | {each.section_id: each for each in grid.rows}
        of = known[row]
        name = {"all": _("All sections"), "unplanned": _("Done beyond the plan")}.get(row, f"{of.number}. {_named(of)}")
        if column == YEAR:
            return f"{name} · {_(plan_words.TERMS['year'])}", of.whole_year
        if column == TOTAL:
            return name, of.total
        return f"{name} · {words.month(column[1])} {column[0]}", of.cells[grid.months.index(column)]

    @on(Grid.Opened)
    def action_open(self) -> None:
        """Open the lines behind the cell; an empty one offers to write a line there."""
        row, column = self.query_one("#year", Grid).place
        if not self._known or row is None:
            return
        cell = self._behind(row, column)[1]
        if not cell.line_ids:
            self.action_new()
            return
        section_id = row if isinstance(row, int) else 0
        part = Part(section_id, column="" if column == TOTAL else column, unplanned=row == "unplanned")
        self.app.open("tui.screens.plan_lines:PlanLinesScreen", first_year=self._year, part=part)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What needs lines is offered only where there are some."""
        if action in ("open", "month", "quarter", "steps", "word", "held", "excel", "sections"):
            return bool(self._known)
        return True

    def action_new(self) -> None:
        """Write lines for the cell; in an empty year the marked beginning is taken."""
        if not self._known:
            start(self.app, str(self.query_one("#starts", PageList).key), self._year)
            return
        row, column = self.query_one("#year", Grid).place
        term = {"term": "month", "month": column[1]} if isinstance(column, tuple) else None
        values = {"section_id": row if isinstance(row, int) else 0, "unplanned": row == "unplanned", "term": term}
        self.app.open("tui.screens.plan_entry:PlanEntryScreen", first_year=self._year, **values)

    def action_beyond(self) -> None:
        """Write what was done and not planned."""
        self.app.open("tui.screens.plan_entry:PlanEntryScreen", first_year=self._year, unplanned=True)

    def action_held(self) -> None:
        """What no line names."""
        self.app.open("tui.screens.plan_unplanned:UnplannedScreen", first_year=self._year)

    def action_sections(self) -> None:
        """The sections themselves."""
        self.app.open("tui.screens.plan_sections:PlanSectionsScreen", first_year=self._year)

    def action_excel(self) -> None:
        """From an Excel file or into one."""
        from tui.screens import plan_files

        plan_files.choose(self.app, self._year)

    @property
    def _month(self) -> tuple[int, int]:
        """The month of the column, else the one of today or the first."""
        column, today = self.query_one("#year", Grid).place[1], clock.today()
        months: Sequence[tuple[int, int]] = self._grid.months if self._grid else ()
        if isinstance(column, tuple):
            return column
        return (today.year, today.month) if (today.year, today.month) in months else months[0]

    def action_month(self) -> None:
        """The month, day by day."""
        year, month = self._month
        self.app.open("tui.screens.plan_month:PlanMonthScreen", year=year, month=month)

    def action_quarter(self) -> None:
        """The quarter in which the column's month ends, or the next one."""
        part = Part(quarter=typed_plan.quarter_of(self._year, *self._month))
        self.app.open("tui.screens.plan_lines:PlanLinesScreen", first_year=self._year, part=part)

    def action_word(self) -> None:
        """Offer the plan's papers."""
        places.open_plan_papers(self.app, self._year)

    def action_steps(self) -> None:
        """Who considered, agreed and approved it."""
        self.app.open("tui.screens.plan_steps:PlanStepsScreen", first_year=self._year)

    def action_edit(self) -> None:
        """What stands on the title page."""
        self.app.open("tui.screens.plan_form:PlanHeadForm", first_year=self._year)


def _named(of: figures.GridRow) -> str:
    """A section's name in the language spoken."""
    return (of.ru or of.ky) if texts.language() == "ru" else (of.ky or of.ru)


def _counted(found: list[Line]) -> str:
    """How the lines behind a figure stand: «□ Пландалган 3 · ! Мөөнөтү өттү 1»."""
    counts = {code: sum(each.state == code for each in found) for code in plan_words.STATES}
    return " · ".join(f"{plan_words.state(code)}: {count}" for code, count in counts.items() if count) or _("No lines.")
