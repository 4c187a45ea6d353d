"""The studies of how subjects are taught, of a school year."""

from collections.abc import Iterable
from functools import partial

from textual import on
from textual.widget import Widget

from db import calendar
from db.studies import studies as records
from db.studies.rows import StudyRow
from tui import clock, commands, current, places
from tui import words as common
from tui.screens.listing import OfYear
from tui.screens.studies import words
from tui.screens.studies.actions import FINISH, StudyActions
from tui.texts import N_, _
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown
from tui.widgets.year_list import YEARS, YearList

STYLES = {"■": "dim", "!": "error"}


class StudiesScreen(OfYear, StudyActions):
    """A year's studies: those going on first."""

    COMMANDS = (
        commands.NEW.but(help=N_("Begin a study.")),
        commands.OPEN.but(help=N_("Open it with what was looked at.")),
        *FINISH,
        commands.EDIT.but(help=N_("Change all its fields."), footer=False),
        commands.WORD.but(help=N_("Make the memo.")),
        commands.DELETE.but(help=N_("Take the study away."), footer=False),
        *YEARS,
    )
    HELP = N_(
        "How a subject is taught, studied over a period: several lessons, notebooks, tests of one subject or class. "
        "It ends in a memo. F7 begins one, Enter opens it, 1 finishes it, F5 prints the memo."
    )

    def __init__(self) -> None:
        super().__init__()
        self._year = calendar.current_first_year(clock.today())
        self._known: dict[int, StudyRow] = {}

    def title_text(self) -> str:
        """The list and the year."""
        return " · ".join((_("Studies"), common.school_year(self._year)))

    def body(self) -> Iterable[Widget]:
        """The list, and what the chosen one found."""
        columns = (
            Column(width=1), Column(N_("Study"), share=4), Column(N_("Class, subject"), share=3),
            Column(N_("Period"), width=23),
        )  # fmt: skip
        empty = N_("No study yet: lessons, notebooks and tests of one subject over a period. F7 begins one.")
        yield YearList(*columns, empty=empty, id="studies")
        yield Shown(id="whole", classes="below")

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        self._list.focus()

    @property
    def _list(self) -> PageList:
        return self.query_one("#studies", PageList)

    def fill(self) -> None:
        """Read the studies."""
        found, today = records.studies(current.association_id(), self._year), clock.today()
        self._known = {each.id: each for each in found}
        self._list.set_rows(_row(each, words.sign(each, today)) for each in found)
        self._show_whole()

    @property
    def chosen_study(self) -> StudyRow | None:
        """The one under the cursor."""
        key = self._list.key
        return self._known.get(key) if isinstance(key, int) else None

    @on(PageList.Highlighted)
    def _show_whole(self) -> None:
        of = self.chosen_study
        said = "\n".join((words.state(of, clock.today()), words.memo(of))) if of else ""
        self.query_one("#whole", Shown).show(said)
        self.refresh_commands()

    def action_new(self) -> None:
        """An empty form."""
        self.app.open("tui.screens.studies.form:StudyForm", first_year=self._year)

    @on(PageList.Opened)
    def action_open(self) -> None:
        """Open it."""
        if of := self.chosen_study:
            places.open_record(self.app, "study", of.id)

    def action_delete(self) -> None:
        """Ask first."""
        if of := self.chosen_study:
            question = _("Take away «{what}»?").format(what=of.title)
            self.app.open_dialog("tui.widgets.dialogs:Ask", question, then=partial(self._delete, of.id))

    def _delete(self, study_id: int, yes: bool | None) -> None:
        if yes:
            self.app.save(records.remove_study, study_id, then=lambda _none: self.app.refresh_screens())


def _row(of: StudyRow, sign: str) -> Row:
    return Row(of.id, (sign, of.title, words.about(of), words.period(of)), STYLES.get(sign, ""))
