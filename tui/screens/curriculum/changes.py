"""Changes of the curriculum in a school year: what each one asks of the calendar plans, and how much is left."""

from collections.abc import Iterable
from functools import partial

from textual import on
from textual.widget import Widget

from db import calendar
from db.curriculum import changes
from db.curriculum.rows import ChangeRow
from db.meetings.items import ItemOffer, item_offers
from tui import clock, commands, current, curriculum_words, places, words
from tui.commands import Command
from tui.screens.listing import OfYear
from tui.screens.norms.actions import offer
from tui.texts import N_, _
from tui.tied import TiedScreen
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown
from tui.widgets.year_list import YEARS, YearList

PAPERS = ("curriculum", "calendar-plans")
PICK, ASK = "tui.widgets.dialogs:Pick", "tui.widgets.dialogs:Ask"
USUAL = "окуу планындагы календардык-тематикалык учебного плана"


class CurriculumScreen(OfYear, TiedScreen):
    """Enter opens the matrix of a change; 1 the register of calendar plans."""

    COMMANDS = (
        Command("plans", "1", N_("CTP"), N_("The register of calendar plans.")),
        Command("discuss", "2", N_("Item"), N_("Under which question of a meeting was it discussed?"), footer=False),
        commands.NEW.but(help=N_("Enter a change of the curriculum.")),
        commands.WORD.but(help=N_("Make the changes and what was done, or the register of calendar plans.")),
        commands.EDIT.but(help=N_("Change its fields."), footer=False),
        commands.DELETE.but(help=N_("Remove a change that was entered by mistake."), footer=False),
        commands.OPEN.but(help=N_("Open its matrix: teacher and class, and what was done."), footer=False),
        *YEARS,
    )  # fmt: skip
    HELP = N_(
        "A change of the curriculum asks each calendar plan that it touches to be corrected, considered, agreed and "
        "approved, and a feedback test to be made and held. Enter shows for each teacher and class what is missing. "
        "1 opens the register of calendar plans; PgUp and PgDn show another year."
    )

    def __init__(self, first_year: int | None = None, change_id: int = 0) -> None:
        """`change_id`: the change to choose."""
        super().__init__()
        self._year = first_year or calendar.current_first_year(clock.today())
        self._wanted = change_id
        self._known: dict[int, ChangeRow] = {}

    def title_text(self) -> str:
        """The area, the year, and how many steps are left."""
        missing = sum(each.missing for each in self._known.values())
        left = _("left: {count}").format(count=missing) if missing else ""
        return " · ".join(filter(None, (_("Curriculum"), words.school_year(self._year), left)))

    def body(self) -> Iterable[Widget]:
        """The list, all of the chosen change."""
        columns = (
            Column(N_("From when"), width=10), Column(N_("Change"), share=3), Column(N_("Subjects, classes"), share=2),
            Column(N_("CTP"), width=4, right=True), Column(N_("To do"), width=6, right=True),
        )  # fmt: skip
        empty = N_(
            "No changes of the curriculum this year. F7 enters one: what changes, for which subjects and classes. "
            "1 opens the register of calendar plans."
        )
        yield YearList(*columns, empty=empty, id="changes")
        yield Shown(id="whole", classes="below")

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        self._list.focus()
        self._list.choose(self._wanted)

    @property
    def _list(self) -> PageList:
        return self.query_one("#changes", PageList)

    @property
    def chosen(self) -> ChangeRow | None:
        """The change under the cursor."""
        key = self._list.key
        return self._known.get(key) if isinstance(key, int) else None

    def tied_record(self) -> tuple[str, int] | None:
        """The chosen change."""
        return ("curriculum_change", of.id) if (of := self.chosen) else None

    def tied_text(self) -> str:
        """A task, a question or a line of the plan begins with what changes."""
        return of.text if (of := self.chosen) else ""

    def fill(self) -> None:
        """Read the changes."""
        found = changes.changes(current.association_id(), self._year)
        self._known = {each.id: each for each in found}
        self._list.set_rows(_row(each) for each in found)
        self._show_whole()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done to a change is offered only where one is chosen."""
        if action in ("discuss", "edit", "delete", "open") and self.is_mounted:
            return self.chosen is not None
        return True

    @on(PageList.Highlighted, "#changes")
    def _show_whole(self) -> None:
        self.query_one("#whole", Shown).show(curriculum_words.change(of) if (of := self.chosen) else "")
        self.refresh_commands()

    @on(PageList.Opened, "#changes")
    def action_open(self) -> None:
        """Open the matrix."""
        if of := self.chosen:
            self.app.open("tui.screens.curriculum.matrix:MatrixScreen", change_id=of.id)

    def action_plans(self) -> None:
        """Open the register of calendar plans."""
        self.app.open("tui.screens.curriculum.plans:CalendarPlansScreen", first_year=self._year)

    def action_new(self) -> None:
        """An empty form."""
        self.app.open("tui.screens.curriculum.forms:ChangeForm", first_year=self._year)

    def action_edit(self) -> None:
        """Its form."""
        if of := self.chosen:
            self.app.open("tui.screens.curriculum.forms:ChangeForm", first_year=of.first_year, change_id=of.id)

    def action_word(self) -> None:
        """The two papers of the year."""
        places.open_papers(self.app, PAPERS[0], *PAPERS, first_year=self._year)

    def action_discuss(self) -> None:
        """Ask under which question it was discussed."""
        if (of := self.chosen) is None:
            return
        offers: list[ItemOffer | None] = [
            *item_offers(of.association_id, of.first_year, of.text, of.agenda_item_id, usual=USUAL)
        ]
        if of.agenda_item_id:
            offers.append(None)
        if not offers:
            self.say(_("No meeting has a question yet: 8 puts the change on the next agenda."), error=True)
            return
        options = [offer(each) if each else _("Not discussed there: take the link away") for each in offers]
        question = _("Under which question was it discussed? {text}").format(text=of.text)
        self.app.open_dialog(PICK, question, options, then=partial(self._discussed, of, offers))

    def _discussed(self, of: ChangeRow, offers: list[ItemOffer | None], answer: int | None) -> None:
        if answer is not None:
            chosen = offers[answer]
            item_id = chosen.agenda_item_id if chosen else None
            self.app.save(changes.discuss, of.id, item_id, then=lambda _none: self.app.refresh_screens())

    def action_delete(self) -> None:
        """Ask, then remove it."""
        if of := self.chosen:
            question = _("Remove this change with all that was noted about its plans?")
            self.app.open_dialog(ASK, f"{question}\n{of.text}", then=partial(self._delete, of))

    def _delete(self, of: ChangeRow, yes: bool) -> None:
        if yes:
            self.app.save(changes.remove_change, of.id, then=lambda _none: self.app.refresh_screens())


def _row(of: ChangeRow) -> Row:
    left = str(of.missing) if of.missing else "✓" if of.asked else ""
    cells = (words.day(of.valid_from), of.text, curriculum_words.touched(of), str(of.asked), left)
    return Row(of.id, cells, "warning" if of.missing else "good" if of.asked else "")
