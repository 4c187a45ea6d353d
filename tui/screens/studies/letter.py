"""The form of a letter."""

from collections.abc import Iterable
from typing import Any

from textual.widget import Widget

from db import calendar
from db.studies import letters
from db.studies.rows import LetterRow
from tui import clock, commands, current, places, typed, words
from tui.texts import N_, _
from tui.widgets.card import CardScreen
from tui.widgets.fields import DateInput, TextInput


class LetterForm(CardScreen):
    """A letter; without `letter_id` a new one with the next number and the day of today."""

    COMMANDS = (commands.SAVE, commands.WORD.but(help=N_("Make the letter as a Word document.")))
    HELP = N_(
        "A letter: to whom, about what, and the text; every new line is a paragraph. The head of the school and your "
        "signature come by themselves. F2 saves, F5 prints what was saved."
    )

    def __init__(self, letter_id: int | None = None, first_year: int | None = None) -> None:
        super().__init__()
        self._row_id = letter_id
        self._of: LetterRow | None = letters.letter(letter_id) if letter_id else None
        year = self._of.first_year if self._of else first_year
        self._year = year or calendar.current_first_year(clock.today())
        self.draft_key = f"letter:{letter_id or 'new'}"

    def title_text(self) -> str:
        """New or which."""
        return f"{_('Letter')} № {self._of.number}" if self._of else _("A new letter")

    def parts(self) -> Iterable[Widget]:
        """Number, day, to whom, about what, the text."""
        of = self._of
        number = of.number if of else letters.next_number(current.association_id(), self._year)
        yield TextInput("number", N_("Number"), number)
        day = words.day(of.written_on if of else clock.today())
        yield DateInput("written_on", N_("Day"), day, parse=typed.past_day)
        yield TextInput("addressee", N_("To whom"), of.addressee if of else "", long=True)
        yield TextInput("title", N_("About what"), of.title if of else "", required=True)
        yield TextInput("body", N_("Text"), of.body if of else "", long=True, required=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What was never saved is not printed."""
        return self._row_id is not None if action == "word" else True

    def submit(self, values: dict[str, Any]) -> None:
        """Save it."""
        self.save(letters.save_letter, self._row_id, current.association_id(), self._year, **values)

    def action_word(self) -> None:
        """Its paper."""
        places.open_papers(self.app, "letter", record_id=self._row_id)
