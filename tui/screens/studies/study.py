"""One study: its facts, what was looked at, what was found."""

from collections.abc import Iterable
from functools import partial

from textual import on
from textual.widget import Widget

from db.errors import Refused
from db.studies import parts, studies
from db.studies.rows import Part, Study, StudyRow
from tui import clock, commands, places
from tui import words as common
from tui.commands import Command
from tui.screens.studies import words
from tui.screens.studies.actions import FINISH, StudyActions
from tui.texts import N_, _
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown

TOLD = (("notebooks", N_("notebooks of a class…")), ("other", N_("something else…")))
"""Kinds that are told in words, and how they are offered."""
PICK, ASK = "tui.widgets.dialogs:Pick", "tui.widgets.dialogs:Ask"


class StudyScreen(StudyActions):
    """A study with its parts."""

    COMMANDS = (
        *FINISH,
        Command("all", "2", N_("Add all"), N_("Add all lessons and tests of its subject and classes in the period.")),
        commands.NEW.but(help=N_("Add a lesson, a test, notebooks or something else that was looked at.")),
        commands.EDIT.but(help=N_("Change its fields; write findings, conclusions, suggestions.")),
        commands.WORD.but(help=N_("Make the memo.")),
        commands.OPEN.but(help=N_("Write what was found there."), footer=False),
        Command("record", "4", N_("Open"), N_("Open the lesson or the test itself."), footer=False),
        commands.DELETE.but(help=N_("Take it off what was looked at."), footer=False),
    )
    HELP = N_(
        "A study: what was looked at, and what was found. F7 offers the lessons and tests of its subject and classes "
        "in the period, 2 adds them all; Enter writes what was found there, 4 opens the lesson or test. F4 writes "
        "findings, conclusions and suggestions, 1 finishes the study, F5 prints the memo."
    )

    def __init__(self, study_id: int) -> None:
        super().__init__()
        self._study_id = study_id
        self._of: Study | None = None
        self._parts: dict[int, Part] = {}

    def title_text(self) -> str:
        """The area and the year."""
        year = common.school_year(self._of.row.first_year) if self._of else ""
        return " · ".join(part for part in (_("Study"), year) if part)

    def body(self) -> Iterable[Widget]:
        """The facts, what was looked at, the memo in brief."""
        yield Shown(id="facts")
        columns = (
            Column(N_("Day"), width=10), Column(N_("Looked at"), share=3), Column(N_("Class"), width=8),
            Column(N_("Teacher"), share=2), Column(N_("What was found"), share=3),
        )  # fmt: skip
        empty = N_("Nothing was looked at yet. F7 – add a lesson, a test or notebooks; 2 – add all that fit.")
        yield PageList(*columns, empty=empty, id="parts")
        yield Shown(id="memo", classes="below")

    def on_mount(self) -> None:
        """The parts have the keys."""
        super().on_mount()
        self._list.focus()

    @property
    def _list(self) -> PageList:
        return self.query_one("#parts", PageList)

    @property
    def chosen_study(self) -> StudyRow | None:
        """The one that is shown."""
        return self._of.row if self._of else None

    @property
    def _chosen(self) -> Part | None:
        key = self._list.key
        return self._parts.get(key) if isinstance(key, int) else None

    def fill(self) -> None:
        """Read the study; one that is gone closes the screen."""
        try:
            self._of = studies.study(self._study_id)
        except Refused:
            self._of = None
            self.call_later(self.app.back)
            return
        self._parts = {each.id: each for each in self._of.parts}
        self.query_one("#facts", Shown).show(words.facts(self._of, clock.today()))
        self._list.set_rows(_row(each) for each in self._of.parts)
        self.query_one("#memo", Shown).show(words.memo(self._of.row))
        self.refresh_commands()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done to a part is offered where one is chosen."""
        if action in ("open", "delete", "record") and self.is_mounted:
            of = self._chosen
            return of is not None and (action != "record" or bool(of.activity_id or of.control_test_id))
        return super().check_action(action, parameters)

    @on(PageList.Highlighted)
    def _marked(self) -> None:
        self.refresh_commands()

    def action_new(self) -> None:
        """Offer what fits, then notebooks and the rest."""
        found = parts.offered(self._study_id)
        options = [*(words.offered(each) for each in found), *(_(text) for _kind, text in TOLD)]
        self.app.open_dialog(PICK, _("What was looked at?"), options, then=partial(self._picked, found))

    def _picked(self, found: list[Part], at: int | None) -> None:
        if at is None:
            return
        if at < len(found):
            self._add(found[at : at + 1])
        else:
            kind = TOLD[at - len(found)][0]
            self.app.open("tui.screens.studies.part:PartForm", study_id=self._study_id, kind=kind)

    def action_all(self) -> None:
        """Add all that fit."""
        found = parts.offered(self._study_id)
        if found:
            self._add(found)
        else:
            self.say(_("No lesson and no test of this subject and class is left in the period."))

    def _add(self, found: list[Part]) -> None:
        said = _("Added: {count}. Enter – write what was found there.").format(count=len(found))
        self.app.save(parts.add_offered, self._study_id, found, then=lambda _none: self._added(said))

    def _added(self, said: str) -> None:
        self.app.refresh_screens()
        self.say(said)

    @on(PageList.Opened)
    def action_open(self) -> None:
        """Write what was found."""
        if of := self._chosen:
            self.app.open("tui.screens.studies.part:PartForm", study_id=self._study_id, kind=of.kind, part=of)

    def action_record(self) -> None:
        """The lesson or test itself."""
        if (of := self._chosen) and of.activity_id:
            places.open_record(self.app, "activity", of.activity_id)
        elif of and of.control_test_id:
            places.open_record(self.app, "control_test", of.control_test_id)

    def action_delete(self) -> None:
        """Ask first."""
        if of := self._chosen:
            question = _("Take this off what was looked at?") + f"\n{words.offered(of)}"
            self.app.open_dialog(ASK, question, then=partial(self._delete, of.id))

    def _delete(self, part_id: int, yes: bool | None) -> None:
        if yes:
            self.app.save(parts.remove_part, part_id, then=lambda _none: self.app.refresh_screens())


def _row(of: Part) -> Row:
    found = " ".join(of.text.split())
    return Row(of.id, (common.day(of.held_on), words.part(of), of.class_name, of.taught_by, found))
