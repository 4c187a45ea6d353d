"""What is done to a task: settled by a digit, noted, written by one typed line, taken away."""

import datetime as dt
from functools import partial
from typing import Any

from db import own_tasks
from db import tasks as records
from db.rules.deadlines import Entry
from db.tasks import TaskRow
from tui import clock, commands, current, task_words, typed, typed_task, words
from tui.commands import Command
from tui.saving import Failed
from tui.texts import N_, _
from tui.tied import TiedScreen

SETTLING = (
    Command("done", "1", N_("Done"), N_("The task is done.")),
    Command("partly", "2", N_("In part"), N_("The task is done in part."), footer=False),
    Command("not_done", "3", N_("Not done"), N_("The task is not done."), footer=False),
    Command("extend", "4", N_("New date"), N_("Give the task a new date.")),
    Command("note", "5", N_("Note"), N_("Write a note beside the task."), footer=False),
)
WRITING = (
    commands.NEW.but(help=N_("Note a task in one line: !who, until when, what.")),
    commands.EDIT.but(help=N_("Write a note beside the task; of her own task, type its line over."), footer=False),
    commands.DELETE.but(help=N_("Take away a task of her own; a decision's goes with the decision."), footer=False),
)
OF_A_TASK = frozenset(command.id for command in (*SETTLING, *WRITING)) - {"new"} | {"open"}
PROMPT, ASK = "tui.widgets.dialogs:Prompt", "tui.widgets.dialogs:Ask"


class TaskActions(TiedScreen):
    """A screen on which a task is chosen."""

    @property
    def chosen_task(self) -> TaskRow | None:
        """The task that the keys are about."""
        raise NotImplementedError

    def keep_in_sight(self, task_id: int) -> None:
        """What was done to a task is shown even where the filter would hide it."""

    def choose_task(self, task_id: int) -> None:
        """Put the cursor on a task."""

    def tied_record(self) -> tuple[str, int] | None:
        """The chosen task."""
        return ("task", self.chosen_task.id) if self.chosen_task else None

    def tied_text(self) -> str:
        """The task's text."""
        return self.chosen_task.text if self.chosen_task else ""

    def tied_owner_ids(self) -> tuple[int, ...]:
        """Who answers for the task."""
        return self.chosen_task.owner_ids if self.chosen_task else ()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done to a task is offered only where one is chosen; a decision's is not taken away here."""
        if action in OF_A_TASK and self.is_mounted:
            task = self.chosen_task
            return task is not None and (action != "delete" or task.decision_id is None)
        return True

    # How it stands

    def action_done(self) -> None:
        """It is done."""
        self._settle("done")

    def action_partly(self) -> None:
        """It is done in part."""
        self._settle("partly")

    def action_not_done(self) -> None:
        """It is not done."""
        self._settle("not_done")

    def action_extend(self) -> None:
        """Ask for the new day."""
        self.app.open_dialog(PROMPT, _("Until which day?"), "", typed.new_deadline, then=self._extend)

    def _extend(self, day: dt.date | None) -> None:
        if day is not None:
            self._settle("extended", deadline=day)

    def action_note(self) -> None:
        """Ask for the note."""
        if task := self.chosen_task:
            self.app.open_dialog(PROMPT, _("Note"), task.note, then=self._note)

    def _note(self, note: str | None) -> None:
        task = self.chosen_task
        if task and note is not None:
            self._settle(task.state, note=note, deadline=task.due if task.state == "extended" else None)

    def _settle(self, state: str, **values: Any) -> None:
        if task := self.chosen_task:
            on_day = task.closed_on or clock.today()
            values = {"note": task.note, **values}
            self.app.save(records.set_state, task.id, state, on_day, then=partial(self._settled, task, state), **values)

    def _settled(self, task: TaskRow, state: str, _none: None) -> None:
        self.keep_in_sight(task.id)
        self.app.refresh_screens()
        said = _("{number} – {state}. 5 – note, Ctrl+Z – take back.")
        number = task_words.number(task) if task.decision_id is not None else _cut(task.text)
        self.say(said.format(number=number, state=_(words.TASK_STATES[state]).lower()))

    # Her own tasks

    def action_new(self) -> None:
        """Ask for a task in one line."""
        self.ask_task("", self._add)

    def _add(self, read: Entry, failed: Failed) -> None:
        values = read.text, read.owner_ids, read.deadline, clock.today()
        self.app.save(own_tasks.add_task, current.association_id(), *values, then=self._written, failed=failed)

    def action_edit(self) -> None:
        """A decision's task has a note; the line of her own is typed over."""
        task = self.chosen_task
        if task is None or task.decision_id is not None:
            self.action_note()
            return
        self.ask_task(typed_task.line(task.text, task.owner_ids, words.day(task.due)), partial(self._change, task))

    def _change(self, task: TaskRow, read: Entry, failed: Failed) -> None:
        fields: dict[str, Any] = {"text": read.text}
        if read.deadline != task.due:
            fields["deadline"] = read.deadline
        then = partial(self._changed, task.id)
        self.app.save(own_tasks.change_task, task.id, read.owner_ids, then=then, failed=failed, **fields)

    def _changed(self, task_id: int, _none: None) -> None:
        self._written(task_id)

    def _written(self, task_id: int) -> None:
        self.keep_in_sight(task_id)
        self.app.refresh_screens()
        self.choose_task(task_id)
        task = records.task(current.association_id(), task_id)
        self.say(_("Noted: {task}. Ctrl+Z – take back.").format(task=task_words.plain(task)))

    def action_delete(self) -> None:
        """Ask before a task of her own is taken away."""
        if task := self.chosen_task:
            question = _("Take this task away? {task}").format(task=task.text)
            self.app.open_dialog(ASK, question, then=partial(self._delete, task))

    def _delete(self, task: TaskRow, sure: bool) -> None:
        if sure:
            self.app.save(own_tasks.remove_task, task.id, then=lambda _none: self.app.refresh_screens())


def _cut(text: str) -> str:
    return text if len(text) <= 30 else f"{text[:29]}…"
