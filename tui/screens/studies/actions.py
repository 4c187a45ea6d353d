"""What is done to a study, one key each: the same keys in the list and on the study itself."""

import datetime as dt
from functools import partial
from typing import Any

from db.studies import studies
from db.studies.rows import StudyRow
from tui import clock, fulfil, places, typed, words
from tui.commands import Command
from tui.texts import N_, _
from tui.tied import TiedScreen

FINISH = (
    Command("finish", "1", N_("Finished"), N_("The study is finished: on which day. The plan's line is offered.")),
    Command("go_on", "6", N_("Reopen"), N_("The study is not finished after all."), footer=False),
)
OF_A_STUDY = frozenset({"finish", "go_on", "edit", "open", "word", "delete"})


class StudyActions(TiedScreen):
    """A screen on which a study is chosen."""

    @property
    def chosen_study(self) -> StudyRow | None:
        """The one that the keys are about."""
        raise NotImplementedError

    def tied_record(self) -> tuple[str, int] | None:
        """What a task, a question or a line of the plan is made of."""
        of = self.chosen_study if self.is_mounted else None
        return ("study", of.id) if of else None

    def tied_text(self) -> str:
        """What is suggested; else the study's name."""
        of = self.chosen_study
        return (of.suggestions.strip() or of.title) if of else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done to a study is offered where one is chosen, and fits how it stands."""
        if action not in OF_A_STUDY or not self.is_mounted:
            return True
        of = self.chosen_study
        if of is None:
            return False
        return of.finished_on is not None if action == "go_on" else True

    def action_finish(self) -> None:
        """Ask on which day."""
        if of := self.chosen_study:
            question = _("On which day was it finished?")
            shown = words.day(of.finished_on or clock.today())
            then = partial(self._finish, of.id)
            self.app.open_dialog("tui.widgets.dialogs:Prompt", question, shown, typed.past_day, then=then)

    def _finish(self, study_id: int, day: dt.date | None) -> None:
        if day is not None:
            self.app.save(studies.finish, study_id, day, then=partial(self._finished, study_id))

    def _finished(self, study_id: int, _none: Any) -> None:
        self.app.refresh_screens()
        self.say(_("Finished. F5 makes the memo, Ctrl+Z takes it back."))
        fulfil.offer(self.app, "study", study_id)

    def action_go_on(self) -> None:
        """It goes on."""
        if of := self.chosen_study:
            self.app.save(studies.finish, of.id, None, then=lambda _none: self.app.refresh_screens())

    def action_edit(self) -> None:
        """All its fields."""
        if of := self.chosen_study:
            self.app.open("tui.screens.studies.form:StudyForm", first_year=of.first_year, study_id=of.id)

    def action_word(self) -> None:
        """The memo."""
        if of := self.chosen_study:
            places.open_papers(self.app, "check", record_id=of.id)
