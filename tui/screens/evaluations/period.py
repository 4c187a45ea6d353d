"""One evaluation: its members with what their sheets come to, and its next step with one key."""

from collections.abc import Iterable

from textual import on
from textual.widget import Widget

from db.evaluations import closing, periods, reading
from db.evaluations.proposing import repropose
from db.evaluations.rows import Period, Sheet, Switches, Total
from db.evaluations.sheets import change_sheet
from db.evaluations.switches import switches
from db.evaluations.totals import split, totals_of
from db.rules import fund
from tui import clock, commands, evaluation_words, typed, words
from tui.commands import Command
from tui.screens.evaluations.periods import papers, period_or_none
from tui.texts import N_, _
from tui.tied import TiedScreen
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown

PROMPT = "tui.widgets.dialogs:Prompt"
STEP = "tui.screens.evaluations.steps:StepForm"
ASKING = frozenset({"commission", "announced", "closed"})
"""Steps that bring a meeting, a protocol or a day."""
WHILE_OPEN = frozenset({"advance", "fund", "propose", "acquaint", "step_back", "change"})
OF_A_SHEET = frozenset({"open", "acquaint"})


class PeriodScreen(TiedScreen):
    """The sheets of a period."""

    COMMANDS = (
        Command("advance", "1", N_("Next step"), N_("Take the next step; what it needs is asked.")),
        Command("fund", "2", N_("Fund"), N_("The sum in som, and whether load and time count."), footer=False),
        Command("propose", "3", N_("Propose"), N_("Read the records again: points not confirmed yet are proposed anew, "
                "new members get a sheet."), footer=False),
        Command("appeals", "4", N_("Appeals filed"), N_("The appeals: filed, answered.")),
        Command("reopen", "5", N_("Reopen"), N_("Open a closed evaluation again, with a reason."), footer=False),
        Command("step_back", "6", N_("Step back"), N_("Go back one step; nothing given is lost."), footer=False),
        Command("acquaint", "space", N_("Read it"), N_("She has read her sheet today; again takes it away."),
                footer=False),
        commands.OPEN.but(help=N_("Open the sheet: points by criteria.")),
        commands.EDIT.but(id="change", help=N_("Meeting, commission, days, order, note."), footer=False),
        commands.WORD.but(help=N_("Make the summary, or the chosen sheet.")),
    )  # fmt: skip
    HELP = N_(
        "An evaluation with everyone's points. Enter opens a sheet. 1 takes the next step and asks for what it needs: "
        "the meeting, the commission's protocol, the day of the announcement. The points are fixed from the "
        "announcement on; then only an appeal changes them (4). The last step closes and locks everything."
    )

    def __init__(self, evaluation_id: int, person_id: int = 0) -> None:
        super().__init__()
        self._evaluation_id, self._wanted = evaluation_id, person_id
        self._of: Period | None = None
        self._on: Switches | None = None
        self._sheets: dict[int, Sheet] = {}
        self._appeals = 0
        self._money = self._loads = False

    def title_text(self) -> str:
        """Which period, and how it stands."""
        of = self._of
        return " · ".join((evaluation_words.name(of), evaluation_words.state(of))) if of else ""

    def body(self) -> Iterable[Widget]:
        """What it rests on, the sheets, what is next."""
        yield Shown(id="basis")
        self._money, self._loads = shows_money(self._evaluation_id), goes_by_load(self._evaluation_id)
        load = (Column(N_("Load"), width=5, right=True),) if self._loads else ()
        money = (Column(N_("Sum, som"), width=14, right=True),) if self._money else ()
        columns = (
            Column(N_("Name")), Column(N_("No points yet"), width=10, right=True),
            Column(N_("Points"), width=7, right=True), Column(N_("Rank"), width=5, right=True),
            *load, *money, Column(N_("Read on"), width=8, right=True),
        )  # fmt: skip
        yield PageList(*columns, empty=N_("Nobody here. 3 makes a sheet for every member of that time."), id="sheets")
        yield Shown(id="next", classes="below")

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        self._list.focus()
        wanted = next((key for key, each in self._sheets.items() if each.row.person_id == self._wanted), None)
        self._list.choose(wanted)

    @property
    def _list(self) -> PageList:
        return self.query_one("#sheets", PageList)

    @property
    def chosen(self) -> Sheet | None:
        """The sheet under the cursor."""
        key = self._list.key
        return self._sheets.get(key) if isinstance(key, int) else None

    def tied_record(self) -> tuple[str, int] | None:
        """The evaluation."""
        return ("evaluation", self._evaluation_id) if self._of else None

    def tied_text(self) -> str:
        """Which period, and whose sheet."""
        who = self.chosen.row.name.listed if self.chosen else ""
        of = evaluation_words.name(self._of) if self._of else ""
        return " – ".join(part for part in (_("Evaluation"), of, who) if part)

    def tied_owner_ids(self) -> tuple[int, ...]:
        """She whose sheet it is."""
        return (self.chosen.row.person_id,) if self.chosen else ()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A closed evaluation is only reopened; what is about a sheet needs one."""
        if not self.is_mounted or self._of is None:
            return True
        if action in OF_A_SHEET and self.chosen is None:
            return False
        if action == "appeals":
            return not self._of.giving or self._appeals > 0
        if action == "fund" and not self._money:
            return False
        if action == "reopen":
            return bool(self._of.locked)
        return not (action in WHILE_OPEN and self._of.locked) and super().check_action(action, parameters)

    def fill(self) -> None:
        """Read the evaluation; one that is gone closes the screen."""
        self._of = period_or_none(self._evaluation_id)
        if (of := self._of) is None:
            self.call_later(self.app.back)
            return
        self._on = switches(of.association_id)
        found = reading.sheets(of.id)
        self._sheets = {each.row.id: each for each in found}
        self._appeals = sum(len(each.appeals) for each in found)
        totals = totals_of(of, found, ranked=self._on.ranks)
        self._list.set_rows(
            _row(of, each, total, money=self._money, loads=self._loads)
            for each, total in zip(found, totals, strict=True)
        )
        self.query_one("#basis", Shown).show(_basis(of, found))
        self._show_next()

    @on(PageList.Highlighted, "#sheets")
    def _marked(self) -> None:
        self.refresh_commands()

    def _show_next(self) -> None:
        of = self._of
        if of is None or self._on is None:
            return
        waiting = [each for sheet in self._sheets.values() for each in sheet.appeals if not each.outcome]
        step = evaluation_words.next_step(of, self._on)
        lines = [_("1 – next step: {step}").format(step=step)] if step else []
        lines += [_("Appeals without an answer: {count} (4)").format(count=len(waiting))] if waiting else []
        self.query_one("#next", Shown).show("   ".join(lines))

    @on(PageList.Opened, "#sheets")
    def action_open(self) -> None:
        """Open the sheet."""
        if of := self.chosen:
            self.app.open("tui.screens.evaluations.sheet:SheetScreen", sheet_id=of.row.id)

    def action_advance(self) -> None:
        """Take the next step, or ask for what it needs."""
        if self._of is None or self._on is None:
            return
        step = evaluation_words.following(self._of.state, self._on.steps)
        if step in ASKING:
            self.app.open(STEP, evaluation_id=self._evaluation_id)
        elif step:
            self.app.save(periods.advance, self._evaluation_id, then=self._stepped)

    def action_step_back(self) -> None:
        """Go back one step."""
        self.app.save(periods.step_back, self._evaluation_id, then=self._stepped)

    def _stepped(self, state: str) -> None:
        self.app.refresh_screens()
        self.say(_("{state}. Ctrl+Z – take back.").format(state=_(evaluation_words.STATES[state])))

    def action_change(self) -> None:
        """All that the evaluation rests on."""
        self.app.open(STEP, evaluation_id=self._evaluation_id, whole=True)

    def action_fund(self) -> None:
        """The fund's form."""
        self.app.open("tui.screens.evaluations.money:FundForm", evaluation_id=self._evaluation_id)

    def action_propose(self) -> None:
        """Read the records again."""
        self.app.save(repropose, self._evaluation_id, then=self._proposed)

    def _proposed(self, count: int) -> None:
        self.app.refresh_screens()
        self.say(_("Proposed anew: {count}. Confirmed points stay as they are.").format(count=count))

    def action_appeals(self) -> None:
        """The appeals."""
        self.app.open(
            "tui.screens.evaluations.appeals:AppealsScreen",
            evaluation_id=self._evaluation_id,
            sheet_id=self.chosen.row.id if self.chosen else 0,
        )

    def action_acquaint(self) -> None:
        """Note that she has read it today, or not."""
        if of := self.chosen:
            day = None if of.row.acquainted_on else clock.today()
            self.app.save(change_sheet, of.row.id, acquainted_on=day, then=lambda _none: self.app.refresh_screens())

    def action_reopen(self) -> None:
        """Ask why."""
        if self._of and self._of.locked:
            question = _("Why is the closed evaluation opened again? It ends in a new version.")
            self.app.open_dialog(PROMPT, question, "", typed.reason, then=self._reopened)

    def _reopened(self, reason: str | None) -> None:
        if reason is not None:
            self.app.save(closing.reopen, self._evaluation_id, reason, then=lambda _state: self.app.refresh_screens())

    def action_word(self) -> None:
        """The summary; the chosen sheet beside it."""
        papers(self, self._of, person_id=self.chosen.row.person_id if self.chosen else None)


def _row(of: Period, sheet: Sheet, total: Total, *, money: bool, loads: bool) -> Row:
    who = sheet.row
    name = f"{who.name.listed} ({_(evaluation_words.HEAD)})" if sheet.by_head else who.name.listed
    load = (evaluation_words.share(who.load_share),) if loads else ()
    sums = (*load, *((evaluation_words.money(total.share),) if money else ()))
    read_on = f"{who.acquainted_on:%d.%m}" if who.acquainted_on else ""
    waiting, points = str(sheet.waiting or ""), evaluation_words.points(total.points)
    cells = (name, waiting, points, str(total.rank or ""), *sums, read_on)
    return Row(who.id, cells, "warning" if sheet.waiting and not of.giving else "")


def shows_money(evaluation_id: int) -> bool:
    """Whether a period has a fund, or the school says that there is one."""
    of = period_or_none(evaluation_id)
    return of is not None and (of.fund is not None or switches(of.association_id).fund)


def goes_by_load(evaluation_id: int) -> bool:
    """Whether the shares of a period count the load."""
    of = period_or_none(evaluation_id)
    return of is not None and of.by_load


def _basis(of: Period, found: tuple[Sheet, ...]) -> str:
    """What it rests on, and the fund with the price of a point, said clearly where nothing can be shared."""
    lines = [evaluation_words.basis(of)]
    if of.fund is not None:
        shared = split(of, found)
        price = fund.point_price(shared, by_load=of.by_load, by_period=of.by_period)
        said = _("Fund: {fund} som").format(fund=fund.som(of.fund))
        worth = _("a point is {price} som").format(price=fund.som(round(price))) if price is not None else ""
        lines.append(
            " · ".join(part for part in (said, worth or _("nobody has points: nothing is shared out")) if part)
        )
    left = [f"{each.row.name.listed} {words.day(each.row.left_on)}" for each in found if each.row.left_on]
    lines += [_("Left in this time: {names}").format(names=", ".join(left))] if left else []
    return "\n".join(line for line in lines if line)
