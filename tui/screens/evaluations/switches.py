"""What a school uses of the evaluation: simple first, each more by one key."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from textual import on
from textual.widget import Widget

from db.errors import Refused
from db.evaluations.periods import PARTS
from db.evaluations.rows import Switches
from db.evaluations.switches import NUMBERS, switch, switches
from tui import current, evaluation_words
from tui.commands import Command
from tui.screens.base import BirikmeScreen
from tui.texts import N_, _
from tui.widgets.fields import number
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown

PICK, PROMPT = "tui.widgets.dialogs:Pick", "tui.widgets.dialogs:Prompt"
TITLES = {
    "self_rating": N_("Column of self-assessment"),
    "commission": N_("Column of the commission"),
    "ranks": N_("Places (1st, 2nd …)"),
    "fund": N_("Fund: points become sums in som"),
    "by_load": N_("The load counts in the shares"),
    "by_period": N_("The time worked counts in the shares"),
    "period": N_("A period is"),
    "appeal_days": N_("Days in which one may appeal"),
    "full_load": N_("Hours a week of a whole load"),
}
"""Switch → its name, in the order in which they stand."""
PERIODS = tuple(PARTS)


class SwitchesScreen(BirikmeScreen):
    """Space or Enter changes a line."""

    COMMANDS = (Command("turn", "space", N_("Mark"), N_("Switch it on or off, or choose another value."), ("enter",)),)
    HELP = N_(
        "How the school evaluates. With all of it off a criterion has one figure, the association's, and nothing else. "
        "What is switched off later stays in sight where figures were given. Load and time are taken over when the "
        "next period is opened; in an open one they are set with its fund."
    )

    def title_text(self) -> str:
        """What is chosen here."""
        return _("Evaluation: settings")

    def body(self) -> Iterable[Widget]:
        """The switches."""
        yield PageList(Column(width=13), Column(), id="switches")
        yield Shown(_("Space – switch on or off, or choose another value."), classes="below")

    def fill(self) -> None:
        """Read what is switched on."""
        on_now = switches(current.association_id())
        listed = self.query_one("#switches", PageList)
        listed.set_rows(Row(name, (_value(on_now, name), _(title))) for name, title in TITLES.items())
        listed.focus()

    @on(PageList.Opened)
    def action_turn(self, _event: Any = None) -> None:
        """Change the chosen line."""
        name, on_now = self.query_one("#switches", PageList).key, switches(current.association_id())
        if name == "period":
            options = [_(evaluation_words.PERIODS[each]) for each in PERIODS]
            chosen = PERIODS.index(on_now.period)
            self.app.open_dialog(PICK, _(TITLES[name]), options, chosen, then=self._period)
        elif isinstance(name, str) and name in NUMBERS:
            allowed = NUMBERS[name]
            check = partial(_number, low=allowed[0], high=allowed[-1])
            value = str(getattr(on_now, name))
            self.app.open_dialog(PROMPT, _(TITLES[name]), value, check, then=partial(self._set, name))
        elif isinstance(name, str):
            self._set(name, not getattr(on_now, name))

    def _period(self, at: int | None) -> None:
        if at is not None:
            self._set("period", PERIODS[at])

    def _set(self, name: str, value: Any) -> None:
        if value is not None:
            then = lambda _none: self.app.refresh_screens()  # noqa: E731
            self.app.save(switch, current.association_id(), name, value, then=then)


def _number(text: str, low: int, high: int) -> int:
    """A whole number that was typed; raises Refused `number_expected` and those of `number`."""
    found = number(text, low, high)
    if not isinstance(found, int):
        raise Refused("number_expected")
    return found


def _value(on_now: Switches, name: str) -> str:
    value = getattr(on_now, name)
    if name == "period":
        return _(evaluation_words.PERIODS[value])
    if name == "appeal_days" and not value:
        return _("none")
    return ("[x]" if value else "[ ]") if isinstance(value, bool) else str(value)
