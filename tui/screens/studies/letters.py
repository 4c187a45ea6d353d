"""The letters of a school year."""

from collections.abc import Iterable
from functools import partial

from textual import on
from textual.widget import Widget

from db import calendar
from db.studies import letters as records
from db.studies.rows import LetterRow
from tui import clock, commands, current, places, words
from tui.screens.listing import OfYear
from tui.texts import N_, _
from tui.tied import TiedScreen
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown
from tui.widgets.year_list import YEARS, YearList

LINES = 4
"""So many lines of the chosen letter are shown."""


class LettersScreen(OfYear, TiedScreen):
    """A year's letters, the newest first."""

    COMMANDS = (
        commands.NEW.but(help=N_("Write a letter.")),
        commands.OPEN.but(id="edit", help=N_("Open the letter.")),
        commands.WORD.but(help=N_("Make the letter as a Word document.")),
        commands.DELETE.but(help=N_("Take the letter away."), footer=False),
        *YEARS,
    )
    HELP = N_(
        "Free papers of the association: a request, an invitation, an answer, with the school's head and the leader's "
        "signature. F7 writes one, F5 prints it."
    )

    def __init__(self) -> None:
        super().__init__()
        self._year = calendar.current_first_year(clock.today())
        self._known: dict[int, LetterRow] = {}

    def title_text(self) -> str:
        """The list and the year."""
        return " · ".join((_("Letters"), words.school_year(self._year)))

    def body(self) -> Iterable[Widget]:
        """The list, and the beginning of the chosen one."""
        columns = (
            Column("№", width=8), Column(N_("Day"), width=10), Column(N_("About what"), share=4),
            Column(N_("To whom"), share=3),
        )  # fmt: skip
        yield YearList(*columns, empty=N_("No letter yet. F7 writes the first one."), id="letters")
        yield Shown(id="whole", classes="below")

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        self._list.focus()

    @property
    def _list(self) -> PageList:
        return self.query_one("#letters", PageList)

    def fill(self) -> None:
        """Read the letters."""
        found = records.letters(current.association_id(), self._year)
        self._known = {each.id: each for each in found}
        self._list.set_rows(
            Row(each.id, (each.number, words.day(each.written_on), each.title, " ".join(each.addressee.split())))
            for each in found
        )
        self._show_whole()

    @property
    def _chosen(self) -> LetterRow | None:
        key = self._list.key
        return self._known.get(key) if isinstance(key, int) else None

    def tied_record(self) -> tuple[str, int] | None:
        """The chosen letter."""
        of = self._chosen if self.is_mounted else None
        return ("letter", of.id) if of else None

    def tied_text(self) -> str:
        """What it is about."""
        return self._chosen.title if self._chosen else ""

    @on(PageList.Highlighted)
    def _show_whole(self) -> None:
        of = self._chosen
        lines = [line for line in of.body.splitlines() if line.strip()] if of else []
        self.query_one("#whole", Shown).show("\n".join(lines[:LINES]))
        self.refresh_commands()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done to a letter is offered where one is chosen."""
        return self._chosen is not None if action in ("edit", "word", "delete") and self.is_mounted else True

    def action_new(self) -> None:
        """An empty form."""
        self.app.open("tui.screens.studies.letter:LetterForm", first_year=self._year)

    @on(PageList.Opened)
    def action_edit(self) -> None:
        """Open it."""
        if of := self._chosen:
            self.app.open("tui.screens.studies.letter:LetterForm", letter_id=of.id)

    def action_word(self) -> None:
        """Its paper."""
        if of := self._chosen:
            places.open_papers(self.app, "letter", record_id=of.id)

    def action_delete(self) -> None:
        """Ask first."""
        if of := self._chosen:
            question = _("Take away «{what}»?").format(what=of.title)
            self.app.open_dialog("tui.widgets.dialogs:Ask", question, then=partial(self._delete, of.id))

    def _delete(self, letter_id: int, yes: bool | None) -> None:
        if yes:
            self.app.save(records.remove_letter, letter_id, then=lambda _none: self.app.refresh_screens())
