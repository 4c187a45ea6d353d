"""One normative document: its fields, and every member with whether and since when she is acquainted with it."""

import datetime as dt
from collections.abc import Iterable, Sequence

from textual import on
from textual.widget import Widget

from db import calendar
from db.errors import Refused
from db.norms import register, studying
from db.norms.rows import NormRow, Reader
from tui import clock, commands, norm_words, words
from tui.commands import Command
from tui.screens.members import day_or_today
from tui.screens.norms.actions import NormActions
from tui.texts import N_, _
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown

LABEL = 18
"""Cells of the terminal for the names of fields."""
STYLES = {"read": "good", "absent": "warning", "joined": "warning", "left": "warning"}
SIGNS = {"read": "✓"}


class NormScreen(NormActions):
    """Space marks a member; who was absent or joined later stands here until done."""

    COMMANDS = (
        *NormActions.NORM,
        Command("read", "space", N_("Read"), N_("The member is acquainted with it today; once more: she is not.")),
        Command("day", "4", N_("Day"), N_("The member became acquainted on another day: I type it.")),
        Command("rest", "5", N_("The rest"), N_("All who are left are acquainted with it today."), footer=False),
        commands.WORD.but(help=N_("Make the sheet to sign, or the register of documents.")),
        commands.OPEN.but(title=N_("The file"), help=N_("Open its file, or say where it lies."), footer=False),
    )  # fmt: skip
    HELP = N_(
        "A document and its readers. Space: acquainted today; 4: on another day; 5: all who are left; 1: studied at a "
        "meeting, which marks all who were there. Enter opens the file, 2 keeps one. F5 prints the sheet with "
        "signatures: those who are acquainted stand there with their day."
    )

    def __init__(self, norm_id: int) -> None:
        super().__init__()
        self._norm_id = norm_id
        self._of: NormRow | None = None
        self._readers: dict[int, Reader] = {}

    def title_text(self) -> str:
        """What it is and how it stands."""
        if (of := self._of) is None:
            return _("Normative documents")
        return " · ".join(filter(None, (_("Document"), norm_words.state(of, clock.today()))))

    def body(self) -> Iterable[Widget]:
        """The fields, then the people."""
        yield Shown(id="norm")
        columns = (
            Column(width=1), Column(N_("Member"), share=3), Column(share=2), Column(N_("Day"), width=10),
            Column(N_("Acquainted?"), width=16),
        )  # fmt: skip
        yield PageList(*columns, empty=N_("There are no members yet."), id="readers")

    def on_mount(self) -> None:
        """The people have the keys."""
        super().on_mount()
        self.query_one("#readers", PageList).focus()

    @property
    def chosen_norm(self) -> NormRow | None:
        """The one that is shown."""
        return self._of

    @property
    def shown_year(self) -> int:
        """The year of the day."""
        return calendar.current_first_year(clock.today())

    @property
    def _chosen(self) -> Reader | None:
        key = self.query_one("#readers", PageList).key
        return self._readers.get(key) if isinstance(key, int) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done to a member is offered only where one is chosen."""
        if action in ("read", "day") and self.is_mounted:
            return self._chosen is not None
        if action == "rest" and self.is_mounted:
            return any(each.why != "read" for each in self._readers.values())
        return super().check_action(action, parameters)

    def fill(self) -> None:
        """Read the document; one that is gone closes the screen."""
        try:
            self._of = register.norm(self._norm_id, clock.today())
        except Refused:
            self._of = None
            self.call_later(self.app.back)
            return
        shown = [f"{name:<{LABEL}}{value}" for name, value in norm_words.facts(self._of, clock.today())]
        self.query_one("#norm", Shown).show("\n".join([self._of.title, *shown]))
        found = studying.readers(self._norm_id, clock.today())
        self._readers = {each.person_id: each for each in found}
        self.query_one("#readers", PageList).set_rows(_row(each) for each in found)

    @on(PageList.Highlighted, "#readers")
    def _marked(self) -> None:
        self.refresh_commands()

    def action_read(self) -> None:
        """Acquainted today, or not after all."""
        if of := self._chosen:
            if of.read_on is None:
                self._write([of.person_id], clock.today())
            else:
                self.app.save(studying.mark_unread, self._norm_id, [of.person_id], then=lambda _n: self.refill())

    def action_rest(self) -> None:
        """All who are left."""
        left = [each.person_id for each in self._readers.values() if each.why != "read"]
        self._write(left, clock.today())

    def action_day(self) -> None:
        """Ask for the day."""
        if of := self._chosen:
            hint = _("Enter without a day: today, {day}").format(day=words.day(clock.today()))
            question = _("When did she become acquainted? {name}").format(name=of.name.listed) + f"\n{hint}"
            shown = words.day(of.read_on)
            self.app.open_dialog(
                "tui.widgets.dialogs:Prompt", question, shown, day_or_today,
                then=lambda day: self._write([of.person_id], day),
            )  # fmt: skip

    def _write(self, person_ids: Sequence[int], day: dt.date | None) -> None:
        if day is not None and person_ids:
            self.app.save(studying.mark_read, self._norm_id, list(person_ids), day, then=self._written)

    def _written(self, count: int) -> None:
        self.app.refresh_screens()
        self.say(_("Acquainted: {count}. Ctrl+Z – take back.").format(count=count))

    @on(PageList.Opened, "#readers")
    def action_open(self) -> None:
        """Open the file; where there is none, ask for it."""
        if of := self._of:
            if of.file_name:
                self.show_file(of)
            else:
                self.action_attach()

    def removed(self) -> None:
        """The document is gone: so is its screen."""
        self.app.back()
        self.app.refresh_screens()


def _row(of: Reader) -> Row:
    cells = (SIGNS.get(of.why, ""), of.name.listed, norm_words.office(of), words.day(of.read_on),
             _(norm_words.WHY[of.why]))  # fmt: skip
    return Row(of.person_id, cells, STYLES.get(of.why, "") if of.member else "dim")
