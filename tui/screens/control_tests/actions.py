"""What is done to a control work, one key each: the same keys in the list and on the work itself."""

from collections.abc import Callable
from functools import partial
from typing import Any

from db.control_tests import reading, results, works
from db.control_tests.rows import Work
from db.errors import Refused
from tui import commands, fulfil, places, typed, work_words
from tui.commands import Command
from tui.texts import N_, _
from tui.tied import TiedScreen

DONE = (
    Command("results", "1", N_("Outcome"), N_("Type listed, wrote and the marks in one line.")),
    Command("hold", "2", N_("It was held"), N_("The test was held; its results may come later."), ("space",)),
    Command("call_off", "3", N_("Call off"), N_("The test will not be held: why."), footer=False),
    Command("reopen", "6", N_("Reopen"), N_("Plan it again; results are taken away."), footer=False),
)
WORK = (
    commands.EDIT.but(id="change", help=N_("Change all fields of the test, its mistakes and measures.")),
    commands.WORD.but(help=N_("Make the analysis of control works, or the schedule."), footer=False),
    commands.DELETE.but(help=N_("Remove a test entered by mistake."), footer=False),
)
OF_A_WORK = frozenset({*(command.id for command in DONE), "change", "delete"})
PROMPT, ASK = "tui.widgets.dialogs:Prompt", "tui.widgets.dialogs:Ask"
TABLE = "control_test"


class WorkActions(TiedScreen):
    """A screen on which a control work is chosen."""

    @property
    def chosen_work(self) -> Work | None:
        """The work that the keys are about."""
        raise NotImplementedError

    def tied_record(self) -> tuple[str, int] | None:
        """The chosen work."""
        of = self.chosen_work
        return (TABLE, of.id) if of else None

    def tied_text(self) -> str:
        """What will be done about its results; else which work it is."""
        of = self.chosen_work
        return " ".join((of.measures or work_words.name(of)).split()) if of else ""

    def tied_owner_ids(self) -> tuple[int, ...]:
        """The teacher of the class."""
        of = self.chosen_work
        return (of.teacher_id,) if of and of.teacher_id else ()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done to a work is offered only where one is chosen and can take it."""
        if action not in OF_A_WORK or not self.is_mounted:
            return True
        of = self.chosen_work
        if of is None:
            return False
        fitting = {
            "results": of.state != "cancelled", "hold": of.state == "planned", "call_off": of.state == "planned",
            "reopen": of.state != "planned",
        }  # fmt: skip
        return fitting.get(action, True)

    def write(self, action: Callable[..., Any], of: Work, *args: Any, then: Callable[[], None] | None = None) -> None:
        """Have it done, then say how the work stands."""
        self.app.save(action, of.id, *args, then=partial(self._written, of.id, then))

    def _written(self, work_id: int, then: Callable[[], None] | None, _value: Any) -> None:
        self.app.refresh_screens()
        if of := work_or_none(work_id):
            said = _("{work}: {state}. Ctrl+Z – take back.")
            self.say(said.format(work=work_words.name(of), state=work_words.state(of).lower()))
        if then is not None:
            then()

    def action_results(self) -> None:
        """Type its results, then those of the next one that lacks them."""
        if of := self.chosen_work:
            if of.held_on is None:
                self.app.explain("test_day_missing")
                return
            self.app.open("tui.screens.control_tests.results:ResultsScreen", first_year=of.first_year, work_id=of.id)

    def action_hold(self) -> None:
        """It was held; the line of the plan that it did is offered."""
        if (of := self.chosen_work) and of.state == "planned":
            self.write(works.hold, of, then=lambda: fulfil.offer(self.app, TABLE, of.id))

    def action_call_off(self) -> None:
        """Ask why."""
        if (of := self.chosen_work) and of.state == "planned":
            question = _("Why is it called off? {work}").format(work=work_words.name(of))
            self.app.open_dialog(PROMPT, question, "", typed.reason, then=partial(self._called_off, of))

    def _called_off(self, of: Work, reason: str | None) -> None:
        if reason is not None:
            self.write(works.cancel, of, reason)

    def action_reopen(self) -> None:
        """Plan it again; where it has results, ask first."""
        if (of := self.chosen_work) is None or of.state == "planned":
            return
        if of.has_results:
            question = _("Take the results away? {work}").format(work=work_words.name(of))
            self.app.open_dialog(ASK, question, then=partial(self._emptied, of))
        else:
            self.write(works.reopen, of)

    def _emptied(self, of: Work, yes: bool) -> None:
        if yes:
            self.write(results.remove_results, of)

    def action_change(self) -> None:
        """Open its form."""
        if of := self.chosen_work:
            self.app.open("tui.screens.control_tests.form:WorkForm", work_id=of.id)

    def action_delete(self) -> None:
        """Ask, then remove it."""
        if of := self.chosen_work:
            question = _("Remove this test? One that will not be held is called off instead: 3.")
            said = f"{question}\n{work_words.name(of)}, {work_words.place(of)}"
            self.app.open_dialog(ASK, said, then=partial(self._delete, of))

    def _delete(self, of: Work, yes: bool) -> None:
        if yes:
            self.app.save(works.remove_work, of.id, then=lambda _none: self.removed())

    def removed(self) -> None:
        """The work is gone."""
        self.app.refresh_screens()

    def papers(self, first_year: int, quarter: int = 0, work_id: int | None = None) -> None:
        """Offer the papers of a year, a quarter or one work."""
        selection = {"first_year": first_year, "quarter": quarter or None, "record_id": work_id}
        places.open_papers(self.app, "tests", "tests", "test-schedule", **selection)


def work_or_none(work_id: int) -> Work | None:
    """The work as it stands; None once it is gone."""
    try:
        return reading.work(work_id)
    except Refused:
        return None
