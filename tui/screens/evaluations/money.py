"""The fund of an evaluation, and one person's shares of load and time."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from textual.widget import Widget

from db.evaluations import periods, reading
from db.evaluations.sheets import change_sheet
from db.rules import fund
from db.rules.fund import WHOLE
from tui import evaluation_words, typed, words
from tui.texts import N_, _
from tui.widgets.card import CardScreen
from tui.widgets.fields import ChoiceInput, DateInput, NumberInput, TextInput

MOST = 10**15
"""What a field of money takes at all: the records say what is too much."""


class FundForm(CardScreen):
    """The sum in сом; empty where the school has none."""

    HELP = N_(
        "The fund in som, with tyiyn after a comma: 100000,01. It is shared out by points to the last tyiyn; empty "
        "means that the school has no fund and sees points only."
    )

    def __init__(self, evaluation_id: int) -> None:
        super().__init__()
        self._of = periods.evaluation(evaluation_id)
        self.draft_key = f"evaluation-fund:{evaluation_id}"

    def title_text(self) -> str:
        """Whose fund."""
        return " · ".join((_("Fund"), evaluation_words.name(self._of)))

    def parts(self) -> Iterable[Widget]:
        """The sum, what counts."""
        of, answers = self._of, [("", _("no")), ("1", _("yes"))]
        amount = "" if of.fund is None else fund.som(of.fund).replace("\xa0", "")
        yield NumberInput(
            "fund", N_("Fund, som"), amount, low=-MOST, high=MOST, decimal=True, hint=N_("For example 100000,01")
        )
        yield ChoiceInput("by_load", N_("The load counts"), answers, "1" if of.by_load else "")
        yield ChoiceInput("by_period", N_("The time counts"), answers, "1" if of.by_period else "")

    def submit(self, values: dict[str, Any]) -> None:
        """Save it in тыйын."""
        amount = values["fund"]
        tyiyn = None if amount is None else int((amount * 100).to_integral_value())
        counts = {name: values[name] == "1" for name in ("by_load", "by_period")}
        self.save(periods.set_fund, self._of.id, tyiyn, **counts)


class ShareForm(CardScreen):
    """One sheet: its shares, the day on which she read it, a note."""

    HELP = N_("What of a sheet is not points: shares of load and time (1 is whole), the day she read it, a note.")

    def __init__(self, sheet_id: int) -> None:
        super().__init__()
        self._of = reading.sheet(sheet_id)
        self.draft_key = f"evaluation-sheet:{sheet_id}"

    def title_text(self) -> str:
        """Whose sheet."""
        return " · ".join((_("Evaluation sheet"), self._of.row.name.listed))

    def parts(self) -> Iterable[Widget]:
        """The shares, the day, the note."""
        of = self._of.row
        for name, label in (("load_share", N_("Share of load")), ("period_share", N_("Share of the time"))):
            value = evaluation_words.share(getattr(of, name))
            yield NumberInput(name, label, value, high=10, decimal=True, required=True, hint=N_("1 is whole, 0,5 half"))
        yield DateInput("acquainted_on", N_("Day of reading"), words.day(of.acquainted_on), parse=typed.past_day)
        yield TextInput("note", N_("Note"), of.note, long=True)

    def submit(self, values: dict[str, Any]) -> None:
        """Save it."""
        shares = {name: _thousandths(values[name]) for name in ("load_share", "period_share")}
        self.save(change_sheet, self._of.row.id, **values | shares)


def _thousandths(share: Decimal) -> int:
    return int((share * WHOLE).to_integral_value())
