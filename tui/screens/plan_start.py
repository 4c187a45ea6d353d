"""How a year's plan begins: from the template, from last year's plan, or empty."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.widget import Widget

from db.plans import lines, yearly
from db.plans.rows import Line
from db.plans.yearly import Shifted
from tui import clock, commands, current, plan_words, texts, typed_plan, words
from tui.commands import Command
from tui.screens.plan_actions import LINE, LineActions
from tui.texts import N_, _
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown

if TYPE_CHECKING:
    from tui.app import BirikmeApp

STARTS = {
    "template": N_("From the template: 15 usual sections with their usual lines"),
    "last_year": N_("From last year's plan: its terms follow the new calendar"),
    "empty": N_("Empty: write the lines yourself, one after the other"),
    "excel": N_("From an Excel file (.xlsx)"),
}

CODES = {
    "holiday": N_("its day fell on a day off and was moved"),
    "outside_quarter": N_("its days lay outside the quarter and were moved"),
    "owner_left": N_("who answered for it has left"),
    "not_done": N_("it was not done last year"),
    "moved": N_("it was moved last year"),
    "classes": N_("its classes are other ones now"),
}
"""Why a line taken over from last year needs a person's decision."""


def start(app: "BirikmeApp", how: str, first_year: int) -> None:
    """Begin a year's plan in one of the ways of `STARTS`."""
    association_id = current.association_id()
    if how == "template":
        started = partial(_from_template, app, first_year)
        app.save(yearly.start_from_template, association_id, first_year, texts.language(), then=started)
    elif how == "last_year":
        started = partial(_from_last_year, app, first_year)
        app.save(yearly.start_from_last_year, association_id, first_year, then=started)
    elif how == "empty":
        app.save(yearly.start_empty, association_id, first_year, then=partial(_empty, app, first_year))
    elif how == "excel":
        from tui.screens import plan_files

        plan_files.bring_in(app, first_year)


def _empty(app: "BirikmeApp", first_year: int, _count: int) -> None:
    app.open("tui.screens.plan_entry:PlanEntryScreen", first_year=first_year)


def _from_template(app: "BirikmeApp", first_year: int, _count: int) -> None:
    app.refresh_screens()
    said = _("The plan of {year} is begun. Name the owners, remove what you do not do: Enter opens the lines.")
    app.say(said.format(year=words.school_year(first_year)))


def _from_last_year(app: "BirikmeApp", first_year: int, shifted: Shifted) -> None:
    app.refresh_screens()
    if shifted.to_decide:
        app.open("tui.screens.plan_start:ToDecideScreen", first_year=first_year, to_decide=shifted.to_decide)
    else:
        app.say(_("Lines taken over from last year: {count}.").format(count=len(shifted.lines)))


class ToDecideScreen(LineActions):
    """Lines taken over from last year that a person should look at, and why."""

    COMMANDS = (
        *LINE,
        commands.OPEN.but(help=N_("Change the line."), footer=False),
        Command("settled", "space", N_("Settled"), N_("The line is right as it is: take it off this list.")),
    )
    HELP = N_(
        "These lines came over from last year, and something about them is to be decided. Enter or F4 changes a line, "
        "F8 removes it, Space says that it is right. Esc closes the list; the lines stay in the plan."
    )

    def __init__(self, first_year: int, to_decide: Sequence[tuple[int, str]]) -> None:
        super().__init__()
        self._year = first_year
        self._why: dict[int, list[str]] = {}
        for line_id, code in to_decide:
            self._why.setdefault(line_id, []).append(code)
        self._known: dict[int, Line] = {}

    def title_text(self) -> str:
        """How many are left."""
        left = _("to be decided: {count}").format(count=len(self._known))
        return " · ".join((_("Work plan"), words.school_year(self._year), left))

    def body(self) -> Iterable[Widget]:
        """The lines with the reasons."""
        columns = (Column(N_("When"), width=11), Column(N_("What")), Column(N_("To be decided"), width=34))
        yield PageList(*columns, empty=N_("Everything is decided. Esc – back to the plan."), id="lines")
        yield Shown(id="whole", classes="below")

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        self.query_one("#lines", PageList).focus()

    @property
    def chosen_line(self) -> Line | None:
        """The line under the cursor."""
        key = self.query_one("#lines", PageList).key
        return self._known.get(key) if isinstance(key, int) else None

    def fill(self) -> None:
        """Read the lines that are left."""
        found = lines.lines(current.association_id(), self._year, clock.today())
        self._known = {each.id: each for each in found if each.id in self._why}
        rows = (Row(each.id, (plan_words.term(each), each.text, self._reasons(each))) for each in self._known.values())
        self.query_one("#lines", PageList).set_rows(rows)
        self._show_whole()

    def _reasons(self, of: Line) -> str:
        return ", ".join(_(CODES[code]) if code in CODES else code for code in self._why[of.id])

    @on(PageList.Highlighted, "#lines")
    def _show_whole(self) -> None:
        line = self.chosen_line
        shown = "\n".join((typed_plan.whole(line), self._reasons(line))) if line else ""
        self.query_one("#whole", Shown).show(shown)
        self.refresh_commands()

    @on(PageList.Opened, "#lines")
    def action_open(self) -> None:
        """Open its form."""
        self.action_change()

    def action_settled(self) -> None:
        """It is right as it is."""
        if line := self.chosen_line:
            del self._why[line.id]
            self.refill()
