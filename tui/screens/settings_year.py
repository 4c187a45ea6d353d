"""A school year: its days, quarters and holidays, tentative until confirmed."""

import datetime as dt
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from textual.widget import Widget

from db import calendar
from db.errors import Refused
from db.rules.calendar import Holiday, Span
from tui import words
from tui.texts import N_, _
from tui.widgets.card import CardScreen, heading
from tui.widgets.fields import ChoiceInput
from tui.widgets.shown import Shown
from tui.widgets.span import SpanInput

QUARTERS = (N_("1st quarter"), N_("2nd quarter"), N_("3rd quarter"), N_("4th quarter"))
HOLIDAYS = {"autumn": N_("Autumn holidays"), "winter": N_("Winter holidays"), "spring": N_("Spring holidays")}
ADVICE = N_("First and last day in one line, for example: 01.09 04.11. The dates of the ministry's order may change.")


class YearForm(CardScreen):
    """The dates, which move in mid-year."""

    HELP = N_(
        "The days of the school year. Each line holds the first and the last day; between them a space or a dash. "
        "Without a year the days lie in this school year. The dates are tentative until you confirm them; when an "
        "order moves them in mid-year, change them here: quarters and terms follow."
    )

    def __init__(self, first_year: int) -> None:
        super().__init__()
        self._first_year = first_year
        self._year = calendar.school_year(first_year) or calendar.usual_year(first_year)
        self.draft_key = f"year:{first_year}"

    def title_text(self) -> str:
        """Which year, and whether it is confirmed."""
        state = "" if self._year.confirmed else " · " + _("tentative")
        return _("Settings") + " · " + words.school_year(self._first_year) + state

    def parts(self) -> Iterable[Widget]:
        """The year, its quarters, its holidays."""
        year = self._year
        yield Shown(_(ADVICE), classes="advice")
        yield self._span("year", N_("School year"), (year.begins, year.ends))
        yield heading(N_("Quarters"))
        for quarter, label in zip(year.quarters, QUARTERS, strict=True):
            yield self._span(f"quarter_{quarter.number}", label, (quarter.begins, quarter.ends))
        yield heading(N_("Holidays"))
        known = {each.code: (each.begins, each.ends) for each in year.holidays}
        for code, label in HOLIDAYS.items():
            yield self._span(code, label, known.get(code))
        yield heading(N_("State"))
        options = [("", _("tentative")), ("1", _("confirmed by the order"))]
        yield ChoiceInput("confirmed", N_("Dates"), options, "1" if year.confirmed else "")

    def _span(self, name: str, label: str, span: tuple[dt.date, dt.date] | None) -> SpanInput:
        field = SpanInput(name, label, span, dt.date(self._first_year, 8, 1), dt.date(self._first_year + 1, 7, 31))
        field.required = name not in HOLIDAYS
        return field

    def submit(self, values: dict[str, Any]) -> None:
        """Check the quarters against each other, then save the year whole."""
        try:
            check(self._first_year, values)
        except Refused as error:
            self.refused(error)
            return
        quarters = [Span(number, *values[f"quarter_{number}"]) for number in calendar.QUARTERS]
        holidays = [Holiday(code, *values[code]) for code in HOLIDAYS if values[code]]
        others = [each for each in self._year.holidays if each.code not in HOLIDAYS]
        self.save(
            calendar.save_school_year, self._first_year, *values["year"], quarters, [*holidays, *others],
            confirmed=bool(values["confirmed"]),
        )  # fmt: skip


def check(first_year: int, values: dict[str, Any]) -> None:
    """Name the field whose days do not fit: raises Refused `day_outside_year`, `span_overlap`."""
    begins, ends = values["year"]
    if (begins.year, ends.year) != (first_year, first_year + 1):
        raise Refused("day_outside_year", "year")
    names = [f"quarter_{number}" for number in calendar.QUARTERS]
    for name in names:
        if values[name][0] < begins or values[name][1] > ends:
            raise Refused("day_outside_year", name)
    for earlier, later in pairwise(names):
        if values[later][0] <= values[earlier][1]:
            raise Refused("span_overlap", later)
