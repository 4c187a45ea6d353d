"""What lists have in common: filters over them, the school year that they show, letters of a name that narrow them."""

from collections.abc import Iterable

from textual import events, on

from db import calendar
from tui.screens.base import BirikmeScreen
from tui.texts import _
from tui.widgets.choice import Choice


class Filtered(BirikmeScreen):
    """A list under a line of filters; ← → take the next one and the one before."""

    _only: str
    """The chosen filter."""

    def filter_line(self, options: Iterable[tuple[str, str]]) -> Choice:
        """The line, of (code, shown text); the keys stay with the list."""
        line = Choice(list(options), self._only, id="only")
        line.can_focus = False
        return line

    @on(Choice.Chosen, "#only")
    def _another_filter(self, event: Choice.Chosen) -> None:
        self._only = event.value
        self.filtered()

    def filtered(self) -> None:
        """Another filter was chosen: show what it lets through."""
        self.refill()

    def action_narrower(self) -> None:
        """The next filter."""
        self.query_one("#only", Choice).action_turn(1)

    def action_wider(self) -> None:
        """The filter before."""
        self.query_one("#only", Choice).action_turn(-1)


class OfYear(BirikmeScreen):
    """What one school year holds; PgUp and PgDn show the year before and the year after."""

    _year: int
    """The calendar year in which the school year begins."""

    def action_earlier(self) -> None:
        """The school year before."""
        self._turn(-1)

    def action_later(self) -> None:
        """The school year after."""
        self._turn(1)

    def _turn(self, by: int) -> None:
        if self._year + by in calendar.KNOWN_YEARS:
            self._year += by
            self.refill()


class OfName(BirikmeScreen):
    """A list in which letters leave one person's rows; digits stay commands, Esc shows everyone's again."""

    _letters = ""
    """The letters that were typed."""

    def whose(self) -> str:
        """Whose rows are shown, or how to choose."""
        whose = _("Whose: {letters}▏   Esc – everyone's") if self._letters else _("Whose: type a few letters of a name")
        return whose.format(letters=self._letters)

    def named(self) -> None:
        """Other letters were typed: show whose rows they mean."""
        self.refill()

    def on_key(self, event: events.Key) -> None:
        """Gather the letters."""
        letter = event.character or ""
        if letter.isalpha() or (event.key == "backspace" and self._letters):
            event.stop()
            self._letters = self._letters + letter if letter.isalpha() else self._letters[:-1]
            self.named()

    def action_back(self) -> None:
        """Show everyone's rows again, then go back."""
        if self._letters:
            self._letters = ""
            self.named()
        else:
            super().action_back()
