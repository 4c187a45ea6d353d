"""Appeals of an evaluation: the list, and the form in which one is filed and answered."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from textual import on
from textual.widget import Widget

from db.errors import Refused
from db.evaluations import appeals, reading
from db.evaluations.rows import APPLIED, AppealRow, Sheet
from db.rules import points
from tui import clock, commands, evaluation_words, places, typed, words
from tui.commands import Command
from tui.screens.evaluations.periods import period_or_none
from tui.texts import N_, _
from tui.tied import TiedScreen
from tui.widgets.card import CardScreen, heading
from tui.widgets.fields import ChoiceInput, DateInput, TextInput
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown

FORM = "tui.screens.evaluations.appeals:AppealForm"
ASK = "tui.widgets.dialogs:Ask"


class AppealsScreen(TiedScreen):
    """Who disagrees with what, and what became of it."""

    COMMANDS = (
        commands.NEW.but(help=N_("File an appeal of the person whose sheet was chosen before.")),
        commands.OPEN.but(help=N_("Open the appeal: answer it.")),
        commands.WORD.but(help=N_("Make the appeal as a Word document.")),
        Command("unanswer", "6", N_("Reopen"), N_("Take the answer away; its points do not count."), footer=False),
        commands.DELETE.but(help=N_("Take away an appeal entered by mistake."), footer=False),
    )
    HELP = N_(
        "Appeals against announced points. F7 files one, Enter answers it: granted, partly or rejected, with the "
        "reply, the new points and the protocol's number. The first points stay beside the new ones."
    )

    def __init__(self, evaluation_id: int, sheet_id: int = 0, appeal_id: int = 0) -> None:
        super().__init__()
        self._evaluation_id, self._sheet_id, self._wanted = evaluation_id, sheet_id, appeal_id
        self._known: dict[int, tuple[AppealRow, Sheet]] = {}

    def title_text(self) -> str:
        """Of which period."""
        of = period_or_none(self._evaluation_id)
        return " · ".join((_("Appeals filed"), evaluation_words.name(of))) if of else _("Appeals filed")

    def body(self) -> Iterable[Widget]:
        """The list, and the chosen one whole."""
        columns = (
            Column(N_("Day"), width=8), Column(N_("Name"), width=20), Column(N_("Criterion")),
            Column(N_("Points"), width=9, right=True), Column(N_("Outcome"), width=17),
        )  # fmt: skip
        yield PageList(*columns, empty=N_("No appeals. F7 files one for the chosen person."), id="appeals")
        yield Shown(id="whole", classes="below")

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        self._list.focus()
        self._list.choose(self._wanted)

    @property
    def _list(self) -> PageList:
        return self.query_one("#appeals", PageList)

    @property
    def chosen(self) -> tuple[AppealRow, Sheet] | None:
        """The appeal under the cursor with its sheet."""
        key = self._list.key
        return self._known.get(key) if isinstance(key, int) else None

    def tied_record(self) -> tuple[str, int] | None:
        """The chosen appeal."""
        return ("appeal", self.chosen[0].id) if self.chosen else None

    def tied_text(self) -> str:
        """What is asked."""
        return self.chosen[0].reason if self.chosen else ""

    def fill(self) -> None:
        """Read the appeals."""
        found = reading.sheets(self._evaluation_id) if period_or_none(self._evaluation_id) else ()
        pairs = [(each, sheet) for sheet in found for each in sheet.appeals]
        self._known = {each.id: (each, sheet) for each, sheet in sorted(pairs, key=lambda pair: pair[0].filed_on)}
        self._list.set_rows(_row(each, sheet) for each, sheet in self._known.values())
        self._show_whole()

    @on(PageList.Highlighted, "#appeals")
    def _show_whole(self) -> None:
        of = self.chosen[0] if self.chosen else None
        lines = (of.reason, of.reply) if of else ()
        self.query_one("#whole", Shown).show("\n".join(" ".join(each.split()) for each in lines if each))
        self.refresh_commands()

    def action_new(self) -> None:
        """File one."""
        sheet_id = self._sheet_id or next((each.row.id for each in reading.sheets(self._evaluation_id)), 0)
        self.app.open(FORM, sheet_id=sheet_id)

    @on(PageList.Opened, "#appeals")
    def action_open(self) -> None:
        """Answer it."""
        if self.chosen:
            self.app.open(FORM, appeal_id=self.chosen[0].id)

    def action_unanswer(self) -> None:
        """Take the answer away."""
        if self.chosen and self.chosen[0].outcome:
            self.app.save(appeals.unanswer, self.chosen[0].id, then=lambda _none: self.app.refresh_screens())

    def action_delete(self) -> None:
        """Ask, then take it away."""
        if self.chosen:
            appeal_id = self.chosen[0].id
            self.app.open_dialog(ASK, _("Take this appeal away?"), then=partial(self._delete, appeal_id))

    def _delete(self, appeal_id: int, yes: bool) -> None:
        if yes:
            self.app.save(appeals.remove_appeal, appeal_id, then=lambda _none: self.app.refresh_screens())

    def action_word(self) -> None:
        """The appeal on paper."""
        if self.chosen:
            places.open_papers(self.app, "appeal", record_id=self.chosen[0].id)


class AppealForm(CardScreen):
    """File an appeal; of one that is filed, answer it."""

    HELP = N_(
        "An appeal: about which criterion, when and why. Its answer: the outcome, the reply, the new points (only "
        "where it is granted), the day and the protocol's number. F2 saves."
    )

    def __init__(self, sheet_id: int = 0, criterion_id: int | None = None, appeal_id: int = 0) -> None:
        super().__init__()
        self._of = reading.appeal(appeal_id) if appeal_id else None
        self._sheet = reading.sheet(self._of.evaluation_sheet_id if self._of else sheet_id)
        self._criterion_id = criterion_id
        self.draft_key = f"appeal:{sheet_id}:{appeal_id}"

    def title_text(self) -> str:
        """Whose appeal."""
        return " · ".join((_("Appeal"), self._sheet.row.name.listed))

    def parts(self) -> Iterable[Widget]:
        """What is asked, or what is answered."""
        return self._answer(self._of) if self._of else self._filing()

    def _criteria(self, chosen: int | None) -> ChoiceInput:
        numbered = [
            (str(each.asked.id), f"{each.number}. {evaluation_words.criterion(each)}") for each in self._sheet.lines
        ]
        options = [("", _("the whole sheet")), *numbered]
        return ChoiceInput("criterion_id", N_("Criterion"), options, str(chosen or ""))

    def _filing(self) -> Iterable[Widget]:
        yield self._criteria(self._criterion_id)
        yield DateInput("filed_on", N_("Day"), words.day(clock.today()), parse=typed.past_day, required=True)
        yield TextInput("reason", N_("Why"), long=True)

    def _answer(self, of: AppealRow) -> Iterable[Widget]:
        about = evaluation_words.appeal(of, self._sheet)
        facts = _("{criterion}, filed {day}").format(criterion=about, day=words.day(of.filed_on))
        yield Shown("\n".join((facts, of.reason)))
        yield heading(N_("Answer"))
        options = [(code, _(evaluation_words.OUTCOMES[code])) for code in APPLIED]
        yield ChoiceInput("outcome", N_("Outcome"), options, of.outcome or APPLIED[0])
        if of.criterion_id is None:
            yield self._criteria(None)
        old = evaluation_words.points(of.old_points)
        new = "" if of.new_points is None else points.shown(of.new_points)
        label = _("New points (now {points})").format(points=old)
        yield TextInput("new_points", label, new, check=_figure)
        yield TextInput("reply", N_("Reply"), of.reply, long=True)
        day = words.day(of.decided_on or clock.today())
        yield DateInput("decided_on", N_("Day"), day, parse=typed.past_day, required=True)
        yield TextInput("protocol_number", N_("Protocol №"), of.protocol_number)

    def submit(self, values: dict[str, Any]) -> None:
        """File or answer it."""
        if typed_id := values.pop("criterion_id", ""):
            values["criterion_id"] = int(typed_id)
        if self._of:
            self.save(appeals.answer, self._of.id, **values)
        else:
            self.save(appeals.file_appeal, self._sheet.row.id, **values)


def _figure(text: str) -> int | None:
    """New points in tenths, None where nothing was typed; raises Refused `points_expected`."""
    found = points.read(text)
    if text and found is None:
        raise Refused("points_expected")
    return found


def _row(of: AppealRow, sheet: Sheet) -> Row:
    outcome = _(evaluation_words.OUTCOMES[of.outcome])
    cells = (f"{of.filed_on:%d.%m.%y}", sheet.row.name.listed, evaluation_words.appeal(of, sheet),
             evaluation_words.change(of), outcome)  # fmt: skip
    return Row(of.id, cells, "" if of.outcome else "warning")
