"""Tasks across meetings: what is overdue first, each settled by one key."""

import datetime as dt
from collections.abc import Iterable
from functools import partial
from typing import Any

from textual import events, on
from textual.widget import Widget

from db import tasks as records
from db.rules.alphabet import matches
from db.tasks import TaskRow
from tui import clock, commands, current, places, typed, words
from tui.commands import Command
from tui.texts import N_, _
from tui.tied import TiedScreen
from tui.widgets.choice import Choice
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown

FILTERS = {"all": N_("All"), "month": N_("This month"), "overdue": N_("Overdue ones"), "closed": N_("Closed ones")}
GROUPS = (N_("OVERDUE"), N_("THIS MONTH"), N_("LATER"), N_("WITHOUT A TERM"))
BRIEF = {
    "in_work": N_("In work"),
    "partly": N_("In part"),
    "not_done": N_("Not done"),
    "extended": N_("Extended"),
    "done": N_("Done"),
    "closed": N_("Off control"),
}
"""A task's state in at most 14 letters; one still open says nothing."""


class TasksScreen(TiedScreen):
    """Every decision with an owner or a term, until a meeting or she closes it."""

    COMMANDS = (
        Command("done", "1", N_("Done"), N_("The task is done.")),
        Command("partly", "2", N_("In part"), N_("The task is done in part.")),
        Command("not_done", "3", N_("Not done"), N_("The task is not done.")),
        Command("extend", "4", N_("New date"), N_("Give the task a new date.")),
        commands.EDIT.but(title=N_("Note"), help=N_("Write a note beside the task."), footer=False),
        commands.WORD.but(help=N_("Make the list of decisions and their fulfilment."), footer=False),
        commands.OPEN.but(help=N_("Go to the meeting that the task comes from."), footer=False),
        Command("narrower", "right", N_("Filter"), N_("Show others: this month, overdue, closed."), footer=False),
        Command("wider", "left", N_("Filter"), N_("Show the filter before."), footer=False),
    )
    HELP = N_(
        "Tasks of all meetings, the overdue ones first. 1 done, 2 in part, 3 not done, 4 new date; F4 writes a note. "
        "← → choose which are shown; letters of a name leave one person's tasks, Esc shows all again."
    )

    def __init__(self, only: str = "all", task_id: int = 0) -> None:
        """`only`: a filter to begin with: all, month, overdue, closed; `task_id`: the task to choose."""
        super().__init__()
        self._wanted = task_id
        self._only = only
        self._open: list[TaskRow] = []
        self._known: dict[int, TaskRow] = {}
        self._name = ""
        self._settled_here: set[int] = set()
        """What was settled since the filter was chosen: it stays in sight."""

    def title_text(self) -> str:
        """The area and how many are overdue."""
        overdue = sum(each.overdue(clock.today()) for each in self._open)
        parts = [_("Tasks")] + ([_("overdue: {count}").format(count=overdue)] if overdue else [])
        return " · ".join(parts)

    def body(self) -> Iterable[Widget]:
        """The filters, the list, the whole text of the chosen task."""
        only = Choice([(code, _(title)) for code, title in FILTERS.items()], self._only, id="only")
        only.can_focus = False
        yield only
        yield Shown(id="who")
        columns = (
            Column(N_("Term"), width=10), Column(N_("№"), width=7), Column(N_("Task")),
            Column(N_("Owner"), width=17), Column(N_("State"), width=14),
        )  # fmt: skip
        empty = N_("No tasks here. A decision with a name or a term becomes a task by itself.")
        yield PageList(*columns, empty=empty, id="tasks")
        yield Shown(id="whole", classes="below")

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        self._list.focus()
        self._list.choose(self._wanted)

    @property
    def _list(self) -> PageList:
        return self.query_one("#tasks", PageList)

    def fill(self) -> None:
        """Read the tasks."""
        association_id, today = current.association_id(), clock.today()
        self._open = records.tasks(association_id, only_open=True)
        shown = [each for each in self._found() if belongs(each, self._name)]
        self._known = {each.id: each for each in shown}
        whose = _("Whose: {letters}▏   Esc – everyone's") if self._name else _("Whose: type a few letters of a name")
        self.query_one("#who", Shown).show(whose.format(letters=self._name))
        self._list.set_rows(_rows(shown, today, grouped=self._only == "all"))
        self._show_whole()

    def _found(self) -> list[TaskRow]:
        """What the filter lets through, and what was settled while it was chosen."""
        association_id, today = current.association_id(), clock.today()
        found = records.closed(association_id) if self._only == "closed" else self._open
        passed = [each for each in found if within(each, self._only, today)]
        missing = self._settled_here - {each.id for each in passed}
        return [*passed, *(records.task(association_id, task_id) for task_id in missing)]

    @property
    def _chosen(self) -> TaskRow | None:
        key = self._list.key
        return self._known.get(key) if isinstance(key, int) else None

    @on(PageList.Highlighted)
    def _show_whole(self) -> None:
        task = self._chosen
        self.query_one("#whole", Shown).show(whole(task, clock.today()) if task else "")
        self.refresh_commands()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done to a task is offered only where one is chosen."""
        if action in ("done", "partly", "not_done", "extend", "edit", "open") and self.is_mounted:
            return self._chosen is not None
        return True

    def tied_record(self) -> tuple[str, int] | None:
        """The chosen task."""
        return ("task", self._chosen.id) if self._chosen else None

    def tied_text(self) -> str:
        """The task's text."""
        return self._chosen.text if self._chosen else ""

    def tied_owner_ids(self) -> tuple[int, ...]:
        """Who answers for the task."""
        return self._chosen.owner_ids if self._chosen else ()

    # What is shown

    @on(Choice.Chosen, "#only")
    def _filtered(self, event: Choice.Chosen) -> None:
        self._only = event.value
        self._settled_here = set()
        self.refill()

    def action_narrower(self) -> None:
        """The next filter."""
        self.query_one("#only", Choice).action_turn(1)

    def action_wider(self) -> None:
        """The filter before."""
        self.query_one("#only", Choice).action_turn(-1)

    def on_key(self, event: events.Key) -> None:
        """Letters gather into the name whose tasks are shown; digits stay commands."""
        letter = event.character or ""
        if letter.isalpha() or (event.key == "backspace" and self._name):
            event.stop()
            self._show_whose(self._name + letter if letter.isalpha() else self._name[:-1])

    def _show_whose(self, name: str) -> None:
        self._name = name
        self.refill()

    def action_back(self) -> None:
        """Show everyone's tasks again, then go back."""
        if self._name:
            self._show_whose("")
        else:
            super().action_back()

    # What is done

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
        prompt = "tui.widgets.dialogs:Prompt"
        self.app.open_dialog(prompt, _("Until which day?"), "", typed.new_deadline, then=self._extend)

    def _extend(self, day: dt.date | None) -> None:
        if day is not None:
            self._settle("extended", deadline=day)

    def action_edit(self) -> None:
        """Ask for the note."""
        if task := self._chosen:
            self.app.open_dialog("tui.widgets.dialogs:Prompt", _("Note"), task.note, then=self._note)

    def _note(self, note: str | None) -> None:
        task = self._chosen
        if task and note is not None:
            self._settle(task.state, note=note, deadline=task.due if task.state == "extended" else None)

    def _settle(self, state: str, **values: Any) -> None:
        if task := self._chosen:
            on_day = task.closed_on or clock.today()
            values = {"note": task.note, **values}
            self.app.save(records.set_state, task.id, state, on_day, then=partial(self._settled, task, state), **values)

    def _settled(self, task: TaskRow, state: str, _none: None) -> None:
        self._settled_here.add(task.id)
        self.app.refresh_screens()
        said = _("{number} – {state}. F4 – note, Ctrl+Z – take back.")
        self.say(said.format(number=_number(task), state=_(words.TASK_STATES[state]).lower()))

    @on(PageList.Opened)
    def action_open(self) -> None:
        """Go where the decision was taken."""
        if task := self._chosen:
            places.open_meeting(self.app, task.meeting_id)

    def action_word(self) -> None:
        """Offer the list of decisions."""
        places.open_papers(self.app, "decisions")


def within(task: TaskRow, only: str, today: dt.date) -> bool:
    """Whether a task passes a filter."""
    if only == "month":
        return task.due is not None and (task.due.year, task.due.month) == (today.year, today.month)
    return task.overdue(today) if only == "overdue" else True


def belongs(task: TaskRow, name: str) -> bool:
    """Whether one of its owners has such a name."""
    return not name.strip() or any(matches(name, owner.full) for owner in task.owners)


def _group(task: TaskRow, today: dt.date) -> int:
    if task.due is None:
        return 3
    return 0 if task.due < today else 1 if within(task, "month", today) else 2


def _rows(tasks: list[TaskRow], today: dt.date, *, grouped: bool) -> Iterable[Row]:
    last = None
    by_term = sorted(tasks, key=lambda each: (_group(each, today), each.due or dt.date.max)) if grouped else tasks
    for task in by_term:
        group = _group(task, today)
        if grouped and group != last:
            yield Row(None, (_(GROUPS[group]),), "heading")
        last = group
        yield Row(task.id, _cells(task), "dim" if task.closed else "error" if group == 0 else "")


def _cells(task: TaskRow) -> tuple[str, ...]:
    due = words.day(task.due) or (_("at the next") if task.next_meeting else "")
    owners = ", ".join(owner.listed for owner in task.owners)
    return due, _number(task), task.text, owners, _(BRIEF.get(task.state, ""))


def _number(task: TaskRow) -> str:
    """The meeting's number and the decision's: «1·2.3»."""
    return f"{task.meeting_number}·{task.decision_number}"


def whole(task: TaskRow, today: dt.date) -> str:
    """All that is known of a task, in two or three lines."""
    source = _("Meeting № {number}, {day}").format(number=task.meeting_number, day=words.day(task.held_on))
    state = _("Overdue") if task.overdue(today) and task.state == "open" else _(words.TASK_STATES[task.state])
    owners = ", ".join(owner.listed for owner in task.owners)
    facts = [source, owners, state, words.day(task.closed_on)]
    lines = [f"{task.decision_number}. {task.text}", " · ".join(fact for fact in facts if fact)]
    return "\n".join([*lines, _("Note: {note}").format(note=task.note)] if task.note else lines)
