"""The evaluations of a school year: opened, led to their end; criteria, rewards, settings and papers from here."""

from collections.abc import Iterable
from functools import partial

from textual import on
from textual.widget import Widget

from db import calendar, kept
from db.errors import Refused
from db.evaluations import periods, reading
from db.evaluations.rows import Period
from db.evaluations.switches import switches
from tui import clock, commands, current, evaluation_words, places, words
from tui.commands import Command
from tui.screens.listing import OfYear
from tui.texts import N_, _
from tui.tied import TiedScreen
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown
from tui.widgets.year_list import YEARS, YearList

PICK, ASK = "tui.widgets.dialogs:Pick", "tui.widgets.dialogs:Ask"
SCREENS = {
    "summary": "tui.screens.evaluations.summary:SummaryScreen",
    "criteria": "tui.screens.evaluations.criteria:CriteriaScreen",
    "switches": "tui.screens.evaluations.switches:SwitchesScreen",
}
OF_A_PERIOD = frozenset({"summary", "delete"})
SCHOOL_MONTHS = (9, 10, 11, 12, 1, 2, 3, 4, 5)


class EvaluationsScreen(OfYear, TiedScreen):
    """The periods of a year with how they stand."""

    COMMANDS = (
        Command("summary", "1", N_("Summary"), N_("All points by criteria, with totals and places.")),
        Command("criteria", "2", N_("Criteria"), N_("The school's criteria and their versions.")),
        Command("rewards", "3", N_("Rewards"), N_("Whom to propose for a reward.")),
        Command("switches", "4", N_("Settings"), N_("Columns, appeals, places, fund: what the school uses."),
                footer=False),
        commands.NEW.but(help=N_("Open the evaluation of a period: a sheet for every member of that time.")),
        commands.OPEN.but(help=N_("Open the evaluation: its members, its next step."), footer=False),
        commands.WORD.but(help=N_("Make the sheets or the summary."), footer=False),
        commands.DELETE.but(help=N_("Take away a period opened by mistake."), footer=False),
        *YEARS,
    )  # fmt: skip
    HELP = N_(
        "The evaluations of a school year. F7 opens a period: every member of that time gets a sheet, and the records "
        "propose points. Enter opens one; there 1 takes the next step. PgUp and PgDn change the year. Columns for "
        "self-assessment and commission, appeals, places and the fund are switched on with 4."
    )

    def __init__(self, first_year: int | None = None) -> None:
        super().__init__()
        self._year = first_year or calendar.current_first_year(clock.today())
        self._known: dict[int, Period] = {}

    def title_text(self) -> str:
        """The area and the year."""
        return " · ".join((_("Evaluation"), words.school_year(self._year)))

    def body(self) -> Iterable[Widget]:
        """The list, the basis of the chosen one."""
        columns = (
            Column(N_("Evaluated time"), width=20), Column(N_("Days"), width=13), Column(N_("State")),
            Column(N_("Sheets"), width=8, right=True), Column(N_("No points yet"), width=14, right=True),
        )  # fmt: skip
        empty = N_("No evaluation in this year yet. F7 opens one: every member gets a sheet with proposed points.")
        yield YearList(*columns, empty=empty, id="periods")
        yield Shown(id="basis", classes="below")

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        self._list.focus()

    @property
    def _list(self) -> PageList:
        return self.query_one("#periods", PageList)

    @property
    def chosen(self) -> Period | None:
        """The period under the cursor."""
        key = self._list.key
        return self._known.get(key) if isinstance(key, int) else None

    def tied_record(self) -> tuple[str, int] | None:
        """The chosen evaluation."""
        return ("evaluation", self.chosen.id) if self.chosen else None

    def tied_text(self) -> str:
        """Which period."""
        return " – ".join((_("Evaluation"), evaluation_words.name(self.chosen))) if self.chosen else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is about a period needs one."""
        if action in OF_A_PERIOD and self.is_mounted:
            return self.chosen is not None
        if action == "rewards":
            return "rewards" not in kept.not_kept(current.association_id())
        return super().check_action(action, parameters)

    def fill(self) -> None:
        """Read the year."""
        found = periods.evaluations(current.association_id(), self._year)
        counted = reading.counts(current.association_id(), self._year)
        self._known = {each.id: each for each in found}
        self._list.set_rows(_row(each, *counted[each.id]) for each in found)
        self._show_basis()

    @on(PageList.Highlighted, "#periods")
    def _show_basis(self) -> None:
        of = self.chosen
        self.query_one("#basis", Shown).show(evaluation_words.basis(of) if of else "")
        self.refresh_commands()

    @on(PageList.Opened, "#periods")
    def action_open(self) -> None:
        """Open the period."""
        if of := self.chosen:
            self.app.open("tui.screens.evaluations.period:PeriodScreen", evaluation_id=of.id)

    def action_summary(self) -> None:
        """All points of the chosen period."""
        if of := self.chosen:
            self.app.open(SCREENS["summary"], evaluation_id=of.id)

    def action_criteria(self) -> None:
        """The criteria and their versions."""
        self.app.open(SCREENS["criteria"])

    def action_rewards(self) -> None:
        """The proposals to reward somebody."""
        self.app.open("rewards", first_year=self._year)

    def action_switches(self) -> None:
        """What the school uses."""
        self.app.open(SCREENS["switches"])

    def action_new(self) -> None:
        """Offer the periods of the year that are not open yet."""
        period = switches(current.association_id()).period
        known = {(each.period, each.part) for each in self._known.values()}
        parts = {"month": SCHOOL_MONTHS, "year": (0,), "half": (1, 2)}.get(period, (1, 2, 3, 4))
        free = [each for each in parts if (period, each) not in known]
        if not free:
            self.say(_("All periods of this year are open. PgDn – the next year; 4 – another kind of period."))
            return
        options = [_offer(self._year, period, each) for each in free]
        begun = [periods.bounds(self._year, period, each)[0] <= clock.today() for each in free]
        chosen = max((at for at, each in enumerate(begun) if each), default=0)
        self.app.open_dialog(
            PICK, _("Which period is evaluated?"), options, chosen, then=partial(self._picked, period, free)
        )

    def _picked(self, period: str, free: list[int], at: int | None) -> None:
        if at is not None:
            action = periods.open_period
            self.app.save(action, current.association_id(), self._year, period, free[at], then=self._opened_one)

    def _opened_one(self, evaluation_id: int) -> None:
        self.app.refresh_screens()
        self._list.choose(evaluation_id)
        self.app.open("tui.screens.evaluations.period:PeriodScreen", evaluation_id=evaluation_id)

    def action_delete(self) -> None:
        """Ask, then take the period away."""
        if of := self.chosen:
            question = _("Take away this evaluation with all its sheets? {name}").format(name=evaluation_words.name(of))
            self.app.open_dialog(ASK, question, then=partial(self._delete, of.id))

    def _delete(self, evaluation_id: int, yes: bool) -> None:
        if yes:
            self.app.save(periods.remove, evaluation_id, then=lambda _none: self.app.refresh_screens())

    def action_word(self) -> None:
        """The papers of the chosen period, or an empty sheet."""
        papers(self, self.chosen)


def papers(
    screen: TiedScreen, of: Period | None, first: str = "evaluation-summary", person_id: int | None = None
) -> None:
    """Offer the papers of a period; of one person where she is named."""
    known = [first, *(each for each in ("evaluation-summary", "evaluation", "evaluation-self") if each != first)]
    selection = {"record_id": of.id if of else None, "person_id": person_id}
    places.open_papers(screen.app, first, *known, **selection)


def period_or_none(evaluation_id: int) -> Period | None:
    """The period as it stands; None once it is gone."""
    try:
        return periods.evaluation(evaluation_id)
    except Refused:
        return None


def _row(of: Period, sheets: int, waiting: int) -> Row:
    days = f"{of.begins:%d.%m} – {of.ends:%d.%m}"
    part = evaluation_words.part(of.period, of.part, of.first_year)
    cells = (part, days, evaluation_words.state(of), str(sheets), str(waiting) if waiting and of.giving else "")
    return Row(of.id, cells, "dim" if of.locked else "")


def _offer(first_year: int, period: str, part: int) -> str:
    begins, ends = periods.bounds(first_year, period, part)
    return f"{evaluation_words.part(period, part, first_year)}   {words.day(begins)} – {words.day(ends)}"
