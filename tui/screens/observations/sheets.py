"""The lesson analyses of a school year, the newest first."""

from collections.abc import Iterable, Sequence

from textual import on
from textual.widget import Widget

from db import calendar
from db.observations import reading
from db.observations.rows import Sheet
from tui import clock, commands, current, places
from tui import words as common
from tui.commands import Command
from tui.screens.listing import OfYear
from tui.screens.observations import opening, words
from tui.texts import N_, _
from tui.tied import TiedScreen
from tui.widgets.lists import Column, Key, PageList, Row
from tui.widgets.shown import Shown
from tui.widgets.year_list import YEARS, YearList


class SheetsScreen(OfYear, TiedScreen):
    """A year's sheets."""

    COMMANDS = (
        commands.OPEN.but(help=N_("Open the analysis.")),
        commands.WORD.but(help=N_("Make the sheet as a Word document.")),
        Command("another", "ctrl+o", N_("Observer"), N_("The sheet of another observer."), footer=False),
        *YEARS,
    )
    HELP = N_(
        "The analyses of lessons of this school year. Enter opens one, F5 prints it. A new one is begun at its lesson: "
        "an open lesson or a visit among the events."
    )

    def __init__(self, first_year: int | None = None) -> None:
        super().__init__()
        self._year = first_year or calendar.current_first_year(clock.today())
        self._known: dict[int, Sheet] = {}

    def title_text(self) -> str:
        """The list and the year."""
        return " · ".join((_("Lesson analyses"), common.school_year(self._year)))

    def body(self) -> Iterable[Widget]:
        """The list, all of the chosen one."""
        columns = (
            Column(N_("Day"), width=10), Column(N_("Teacher"), share=3), Column(N_("Class, subject"), share=3),
            Column(N_("Analysed by"), share=3), Column(N_("Mean"), width=5, right=True), Column(width=1),
        )  # fmt: skip
        empty = N_("No lesson was analysed yet. An analysis is begun at its lesson: an open lesson or a visit.")
        yield YearList(*columns, empty=empty, load_more=self._more, id="sheets")
        yield Shown(id="whole", classes="below")

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        self._list.focus()

    @property
    def _list(self) -> PageList:
        return self.query_one("#sheets", PageList)

    def fill(self) -> None:
        """Read the first page."""
        self._known = {}
        self._list.set_rows(self._rows(0))
        self._show_whole()

    def _more(self, last: Key) -> Sequence[Row]:
        """The sheets begun before the last one shown."""
        return self._rows(last) if isinstance(last, int) else []

    def _rows(self, after: int) -> list[Row]:
        found = reading.sheets(current.association_id(), self._year, after)
        self._known |= {each.row.id: each for each in found}
        return [Row(each.row.id, cells(each)) for each in found]

    @property
    def _chosen(self) -> Sheet | None:
        key = self._list.key
        return self._known.get(key) if isinstance(key, int) else None

    @on(PageList.Highlighted)
    def _show_whole(self) -> None:
        of = self._chosen
        self.query_one("#whole", Shown).show(whole(of) if of else "")
        self.refresh_commands()

    def tied_record(self) -> tuple[str, int] | None:
        """The chosen sheet."""
        of = self._chosen if self.is_mounted else None
        return ("observation", of.row.id) if of else None

    def tied_text(self) -> str:
        """Its conclusions."""
        return self._chosen.row.conclusions if self._chosen else ""

    def tied_owner_ids(self) -> tuple[int, ...]:
        """Who gave the lesson."""
        return self._chosen.lesson.responsible_ids if self._chosen else ()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done to one is offered where one is chosen."""
        return self._chosen is not None if action in ("open", "word", "another") and self.is_mounted else True

    @on(PageList.Opened)
    def action_open(self) -> None:
        """Open it."""
        if of := self._chosen:
            self.app.open("observation", observation_id=of.row.id)

    def action_word(self) -> None:
        """Its paper."""
        if of := self._chosen:
            places.open_papers(self.app, "observation", record_id=of.row.id)

    def action_another(self) -> None:
        """Another observer's sheet of the same lesson."""
        if of := self._chosen:
            opening.choose_sheet(self.app, of.lesson.id)


def cells(of: Sheet) -> tuple[str, ...]:
    """Day, teacher, class with subject, observer, mean, whether the teacher has read it."""
    teachers = ", ".join(each.name.listed for each in of.lesson.responsible)
    place = " ".join(part for part in (of.lesson.classes, of.lesson.subject) if part)
    read = "✓" if of.row.acquainted_on else " "
    return common.day(of.lesson.held_on), teachers, place, of.row.observed_by, words.mean(of.summary.mean), read


def whole(of: Sheet) -> str:
    """Topic, conclusion and advice of a sheet, in a few lines."""
    read = _("acquainted {day}").format(day=common.day(of.row.acquainted_on)) if of.row.acquainted_on else ""
    advice = "; ".join(each.text for each in of.advice)
    scored = words.summed(of.summary) if of.summary.scored or of.lesson.kind != "visit" else ""
    facts = [of.lesson.title, " ".join(of.row.conclusions.split()), advice]
    return "\n".join(part for part in (*facts, " · ".join(p for p in (scored, read) if p)) if part)
