"""Tasks as lists and sentences name them: their state, what they come from, the rows by term."""

import datetime as dt
from collections.abc import Iterable

from db.task_rows import OWN, TaskRow
from tui import tied_words, words
from tui.texts import N_, _
from tui.widgets.lists import Row

FILTERS = {"all": N_("All"), "month": N_("This month"), "overdue": N_("Overdue ones"), "closed": N_("Closed ones")}
SOURCES = {
    "": N_("all"),
    "decision": N_("decisions"),
    "observation": N_("lesson analyses"),
    "curriculum": N_("curriculum"),
    "test": N_("tests"),
    "remark": N_("remarks"),
    OWN: N_("her own"),
}
"""Groups of what tasks come from."""
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


def group(task: TaskRow, today: dt.date) -> int:
    """The place in `GROUPS` of a task's term."""
    if task.due is None:
        return 3
    return 0 if task.due < today else 1 if (task.due.year, task.due.month) == (today.year, today.month) else 2


def rows(tasks: Iterable[TaskRow], today: dt.date, *, grouped: bool, last: int | None = None) -> Iterable[Row]:
    """A row a task; `grouped` with headings of the terms, `last` is the group that stands above already."""
    for task in tasks:
        of = group(task, today)
        if grouped and of != last:
            yield Row(None, (_(GROUPS[of]),), "heading")
        last = of
        yield Row(task.id, cells(task), "dim" if task.closed else "error" if of == 0 else "")


def cells(task: TaskRow) -> tuple[str, ...]:
    """Term, where it comes from, text, owners, state."""
    due = words.day(task.due) or (_("at the next") if task.next_meeting else "")
    return due, number(task), task.text, owners(task), _(BRIEF.get(task.state, ""))


def number(task: TaskRow) -> str:
    """The meeting's number and the decision's: «1·2.3»; of any other task the kind of what it was made of."""
    if task.decision_id is not None:
        return f"{task.meeting_number}·{task.decision_number}"
    return _(tied_words.BRIEF[task.source]) if task.source in tied_words.BRIEF else ""


def owners(task: TaskRow) -> str:
    """Who answers for it."""
    return ", ".join(owner.listed for owner in task.owners)


def source(task: TaskRow) -> str:
    """Where it comes from, with the day on which it was given."""
    day = words.day(task.day)
    if task.decision_id is not None:
        return _("Meeting № {number}, {day}").format(number=task.meeting_number, day=day)
    kind = _(tied_words.KINDS[task.source]) if task.source in tied_words.KINDS else _("Given")
    return ", ".join(filter(None, (kind, day)))


def state(task: TaskRow, today: dt.date) -> str:
    """How it stands; one still open after its day is overdue."""
    return _("Overdue") if task.overdue(today) and task.state == "open" else _(words.TASK_STATES[task.state])


def whole(task: TaskRow, today: dt.date) -> str:
    """All that is known of a task, in two or three lines."""
    facts = [source(task), owners(task), state(task, today), words.day(task.closed_on)]
    named = f"{task.decision_number}. {task.text}" if task.decision_number else task.text
    lines = [named, " · ".join(fact for fact in facts if fact)]
    return "\n".join([*lines, _("Note: {note}").format(note=task.note)] if task.note else lines)


def plain(task: TaskRow) -> str:
    """A line for the teachers' chat: who – what – until when."""
    due = words.day(task.due)[:5] or (_("next meeting") if task.next_meeting else "")
    return " – ".join(filter(None, (owners(task), task.text.rstrip(" ."), due)))
