"""One person's sheet: what the records propose is confirmed with Space, only differences are typed."""

from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual import on
from textual.widget import Widget

from db.errors import Refused
from db.evaluations import periods, points, reading
from db.evaluations.columns import columns
from db.evaluations.elsewhere import elsewhere
from db.evaluations.rows import Line
from db.evaluations.switches import switches
from tui import commands, evaluation_words
from tui.commands import Command
from tui.screens.evaluations import sheet_lines
from tui.screens.evaluations.giving import GivingScreen
from tui.screens.evaluations.periods import papers
from tui.screens.evaluations.point_list import PointList
from tui.texts import N_, _
from tui.tied import TIED
from tui.typed_task import filled
from tui.widgets.lists import PageList
from tui.widgets.shown import Shown

PROMPT = "tui.widgets.dialogs:Prompt"
GIVING = frozenset({"confirm_all", "confirm", "clear", "not_applicable", "share"})


class SheetScreen(GivingScreen):
    """The criteria with their figures side by side."""

    TIES: ClassVar[tuple[Command, ...]] = tuple(
        command.but(key=key) for command, key in zip(TIED, ("ctrl+t", "ctrl+b", "ctrl+l", "ctrl+g"), strict=True)
    )
    """Digits are points here."""
    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("confirm", "space", N_("Confirm"), N_("Give what is proposed, and go to the next line.")),
        Command("confirm_all", "f2", N_("All"), N_("Give what is proposed wherever no figure was given yet.")),
        commands.NEW.but(help=N_("Write a proof; after the announcement file an appeal.")),
        commands.OPEN.but(title=N_("Proofs"), help=N_("All of the criterion: its proofs, what leads to them."),
                          footer=False),
        commands.DELETE.but(id="not_applicable", title=N_("Not hers"),
                            help=N_("The criterion does not apply to her, or does again."), footer=False),
        Command("clear", "delete", N_("Empty"), N_("Take the figure away."), footer=False),
        commands.EDIT.but(id="share", help=N_("Shares of load and time, day of reading, note."), footer=False),
        commands.WORD.but(help=N_("Make the sheet as a Word document.")),
        Command("next_column", "right", N_("Column"), N_("Whose figure is typed."), footer=False),
        Command("column_before", "left", N_("Column"), N_("Whose figure is typed."), footer=False),
        Command("other", "pagedown", N_("Next one"), N_("The next person's sheet; PgUp goes back."), footer=False),
    )  # fmt: skip
    HELP = N_(
        "One person's points. Type a figure right in the line, with a comma for a half: 7 or 2,5; Enter gives it. "
        "Space confirms what the records propose, F2 all of it. What differs from the proposal asks for a reason. "
        "Enter shows the proofs, F7 adds one. ← → choose whose figure is typed, PgUp and PgDn go to the other sheets."
    )

    def __init__(self, sheet_id: int) -> None:
        super().__init__()
        self._sheet_id = sheet_id

    # What is shown

    def title_text(self) -> str:
        """Whose sheet, of which period."""
        if self._of is None or self._period is None:
            return ""
        part = evaluation_words.part(self._period.period, self._period.part, self._period.first_year)
        return " · ".join((self._of.row.name.listed, part, evaluation_words.state(self._period)))

    def body(self) -> Iterable[Widget]:
        """Who rates, the criteria, all of the chosen one."""
        yield PointList(empty=N_("The criteria of this evaluation have no lines."), id="lines")
        yield Shown(id="whole", classes="below")

    def on_mount(self) -> None:
        """The lines have the keys."""
        super().on_mount()
        self._list.focus()

    def tied_record(self) -> tuple[str, int] | None:
        """The evaluation of which the sheet is a part."""
        return ("evaluation", self._period.id) if self._period else None

    def tied_text(self) -> str:
        """Whose sheet, and the criterion."""
        who = self._of.row.name.listed if self._of else ""
        return " – ".join(
            part for part in (who, evaluation_words.criterion(self.chosen) if self.chosen else "") if part
        )

    def tied_owner_ids(self) -> tuple[int, ...]:
        """She whose sheet it is."""
        return (self._of.row.person_id,) if self._of else ()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Figures are given until they are announced."""
        if self.is_mounted and self._period and action in GIVING:
            return self._period.giving or (action == "share" and not self._period.locked)
        if self.is_mounted and self._period and action == "new":
            return not self._period.locked
        return super().check_action(action, parameters)

    def fill(self) -> None:
        """Read the sheet; one that is gone closes the screen."""
        try:
            self._of = reading.sheet(self._sheet_id)
        except Refused:
            self.call_later(self.app.back)
            return
        self._period = periods.evaluation(self._of.row.evaluation_id)
        self._columns = columns([self._of], switches(self._period.association_id))
        if self._by not in self._columns:
            usual = {"self": "self", "commission": "commission"}.get(self._period.state, "")
            self._by = usual if usual in self._columns else "association"
        self._lines = {each.asked.id: each for each in self._of.lines}
        self._elsewhere = {} if self._period.locked else elsewhere(self._period, self._of)
        self._show()

    @on(PointList.Typed)
    def _show(self) -> None:
        """Draw the lines with what is being typed."""
        if (of := self._of) is None:
            return
        by = self._by if self._period and self._period.giving else ""
        self._list.use(self._sheet_id, self._by, *sheet_lines.heads(of, self._columns, by))
        typed_in = (self._list.key, self._by, self._list.typed)
        self._list.set_rows(sheet_lines.rows(of, self._columns, typed_in))
        self._show_whole()

    @on(PageList.Highlighted, "#lines")
    def _show_whole(self) -> None:
        if self._of is not None:
            told = self._elsewhere.get(self.chosen.asked.id, ()) if self.chosen else ()
            self.query_one("#whole", Shown).show(sheet_lines.whole(self._of, self.chosen, told))
        self.refresh_commands()

    # Around it

    def action_new(self) -> None:
        """A proof; after the announcement an appeal."""
        line = self.chosen
        if line is None or self._period is None:
            return
        if self._period.giving:
            question = _("Proof for: {criterion}").format(criterion=evaluation_words.criterion(line))
            self.app.open_dialog(PROMPT, question, "", filled, then=partial(self._proof, line))
        else:
            place = "tui.screens.evaluations.appeals:AppealForm"
            self.app.open(place, sheet_id=self._sheet_id, criterion_id=line.asked.id)

    def _proof(self, line: Line, text: str | None) -> None:
        if text is not None:
            self._write(points.add_proof, line.asked.id, text)

    @on(PageList.Opened, "#lines")
    def action_open(self) -> None:
        """All of the criterion."""
        if line := self.chosen:
            place = "tui.screens.evaluations.line:LineScreen"
            self.app.open(place, sheet_id=self._sheet_id, criterion_id=line.asked.id)

    def action_share(self) -> None:
        """Its shares, the day of reading, the note."""
        self.app.open("tui.screens.evaluations.money:ShareForm", sheet_id=self._sheet_id)

    def action_next_column(self) -> None:
        """Type the figures of the next column."""
        self._turn(1)

    def action_column_before(self) -> None:
        """Type those of the column before."""
        self._turn(-1)

    def _turn(self, step: int) -> None:
        if self._columns:
            self._by = self._columns[(self._columns.index(self._by) + step) % len(self._columns)]
            self._show()

    def action_other(self, step: int = 1) -> None:
        """Another person's sheet of the same period."""
        if self._of is None:
            return
        ids = [each.row.id for each in reading.sheets(self._of.row.evaluation_id)]
        at = ids.index(self._sheet_id) + step
        if 0 <= at < len(ids):
            self._sheet_id = ids[at]
            self._list.action_edge(-1)
            self.refill()

    def action_word(self) -> None:
        """Her sheet as a Word document."""
        if self._of is not None:
            papers(self, self._period, "evaluation", self._of.row.person_id)
