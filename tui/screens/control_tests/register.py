"""The register of control works and tests: a school year's, planned and held, each settled by one key."""

from collections.abc import Iterable

from textual import on
from textual.widget import Widget

from db import calendar
from db.control_tests import reading
from db.control_tests.clashes import clashes_of
from db.control_tests.rows import Work
from db.events.clashes import Timetable, timetable
from tui import clock, commands, current, event_words, places, words, work_words
from tui.commands import Command
from tui.screens.control_tests.actions import DONE, WORK, WorkActions
from tui.screens.listing import Filtered, OfYear
from tui.texts import N_, _
from tui.widgets.choice import Choice
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown
from tui.widgets.year_list import YEARS, YearList

FILTERS = {"all": N_("All"), "planned": N_("Planned"), "held": N_("Held ones"), "waits": N_("No results yet")}
QUARTERS = (1, 2, 3, 4)
MOST_CLASHES = 2


class ControlTestsScreen(OfYear, Filtered, WorkActions):
    """A year's control works by quarters."""

    COMMANDS = (
        *DONE, *WORK,
        commands.NEW.but(help=N_("Plan tests, one after the other, each in one line of text.")),
        commands.OPEN.but(help=N_("Open the test: marks, requirements, mistakes, measures."), footer=False),
        commands.CHAT.but(footer=False),
        Command("narrower", "right", N_("Filter"), N_("Show others: held, without results, a quarter, a kind."),
                footer=False),
        Command("wider", "left", N_("Filter"), N_("Show the filter before."), footer=False),
        *YEARS,
    )  # fmt: skip
    HELP = N_(
        "Control works and tests of a school year. F7 plans them, each in one line of text; 1 types the results: "
        "listed, wrote, marks. Enter opens a test with its requirements, mistakes and measures. ← → choose which are "
        "shown, PgUp and PgDn change the year. ? marks one that was held and has no results yet."
    )

    def __init__(self, first_year: int | None = None, work_id: int = 0, only: str = "all") -> None:
        """Show a year, the current one if none is named, with a work chosen; `only`: the filter to begin with."""
        super().__init__()
        self._year = first_year or calendar.current_first_year(clock.today())
        self._wanted, self._only = work_id, only
        self._taken: Timetable | None = None
        self._found: list[Work] = []
        self._known: dict[int, Work] = {}

    def title_text(self) -> str:
        """The area, the year, how many lack results."""
        waiting = sum(each.waits_for_results for each in self._found)
        parts = [_("Tests"), words.school_year(self._year)]
        return " · ".join([*parts, *([_("no results yet: {count}").format(count=waiting)] if waiting else [])])

    def body(self) -> Iterable[Widget]:
        """The filter, the list, all of the chosen work."""
        yield self.filter_line(filters(()))
        columns = (
            Column(width=1), Column(N_("Day"), width=8), Column(N_("Class"), width=5),
            Column(N_("Subject, kind")), Column(N_("Teacher"), width=17), Column(N_("Quality, mean"), width=13),
        )  # fmt: skip
        empty = N_("No tests here. F7 plans one: entry test 4А mathematics 15,09. ← → and PgUp, PgDn show others.")
        yield YearList(*columns, empty=empty, id="works")
        yield Shown(id="whole", classes="below")

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        self._list.focus()
        self._list.choose(self._wanted)

    @property
    def _list(self) -> PageList:
        return self.query_one("#works", PageList)

    @property
    def chosen_work(self) -> Work | None:
        """The work under the cursor."""
        key = self._list.key
        return self._known.get(key) if isinstance(key, int) else None

    def fill(self) -> None:
        """Read the year."""
        association_id = current.association_id()
        self._found = reading.works(association_id, self._year)
        self._taken = timetable(association_id, self._year)
        kinds = [code for code in work_words.KINDS if any(each.kind == code for each in self._found)]
        only = self.query_one("#only", Choice)
        only.set_options(filters(kinds), self._only)
        self._only = only.value
        shown = [each for each in self._found if passes(each, self._only)]
        self._known = {each.id: each for each in shown}
        self._list.set_rows(rows(shown))
        self._show_whole()

    @on(PageList.Highlighted, "#works")
    def _show_whole(self) -> None:
        of = self.chosen_work
        clashes = clashes_of(self._taken, of)[:MOST_CLASHES] if of and self._taken else ()
        warned = [f"{event_words.CLASH} {event_words.clash(each)}" for each in clashes]
        self.query_one("#whole", Shown).show("\n".join([whole(of), *warned]) if of else "")
        self.refresh_commands()

    def action_chat(self) -> None:
        """Show what is still to come of the list as plain text; of a year gone by all of it."""
        coming = [each for each in self._known.values() if each.state == "planned"]
        lines = [f"• {work_words.plain(each)}" for each in coming or self._known.values()]
        places.open_chat_text(self.app, _("Tests"), lines)

    @on(PageList.Opened, "#works")
    def action_open(self) -> None:
        """Open the work."""
        if of := self.chosen_work:
            self.app.open("tui.screens.control_tests.work:WorkScreen", work_id=of.id)

    def action_new(self) -> None:
        """Plan works."""
        self.app.open("tui.screens.control_tests.entry:WorkEntryScreen", first_year=self._year)

    def action_word(self) -> None:
        """Offer the papers of the year or of the quarter that is shown."""
        self.papers(self._year, int(self._only) if self._only.isdigit() else 0)


def filters(kinds: Iterable[str]) -> list[tuple[str, str]]:
    """What can be shown: by state, by quarter, by the kinds that occur."""
    quarters = [(str(each), _("quarter {number}").format(number=each)) for each in QUARTERS]
    named = [(code, _(word)) for code, word in FILTERS.items()]
    return [*named, *quarters, *((code, _(work_words.KINDS[code])) for code in kinds)]


def passes(of: Work, only: str) -> bool:
    """Whether a work passes a filter."""
    if only.isdigit():
        return of.quarter == int(only)
    if only in FILTERS:
        return only == "all" or (of.waits_for_results if only == "waits" else of.state == only)
    return of.kind == only


def rows(found: Iterable[Work]) -> Iterable[Row]:
    """A row a work, under the heading of its quarter."""
    last = None
    for of in found:
        if of.quarter != last:
            quarter = _("quarter {number}").format(number=of.quarter)
            yield Row(None, (quarter.upper() if of.quarter else _("WITHOUT A DAY"),), "heading")
        last = of.quarter
        what = " · ".join(part for part in (of.subject, work_words.kind(of)) if part)
        teacher = work_words.person(of.teacher)
        cells = (work_words.sign(of), work_words.when(of), of.class_name, what, teacher, work_words.brief(of))
        yield Row(of.id, cells, "warning" if of.waits_for_results else work_words.STYLES.get(of.state, ""))


def whole(of: Work) -> str:
    """All that is known of a work, in three or four lines."""
    head = " · ".join(part for part in (work_words.name(of), of.title) if part)
    facts = " · ".join(part for part in (work_words.place(of), work_words.person(of.teacher), of.note) if part)
    lines = [head, facts, work_words.counted(of), work_words.figures(of)]
    return "\n".join(line.replace("\n", " · ") for line in lines if line)
