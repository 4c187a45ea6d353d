"""Slips of tasks: from a selection to the values of their paper."""

from collections.abc import Iterator

from db import settings, tasks
from db.meetings.content import printed
from db.rules.alphabet import sort_key
from db.rules.names import Name
from db.schools import person
from db.tasks import TaskRow
from templates_docx.catalogue import PaperLanguage
from templates_docx.documents import Selection
from templates_docx.headings import heading
from templates_docx.task_slips import slips_values
from templates_docx.values import Filled, Record

MOST_TASKS = 5_000
"""More than a year holds; the nearest are kept."""


def slips(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return a slip with the open tasks of each teacher, in Kyrgyz order, or of the one who is named."""
    whose = selection.person_id
    found = list(_open(selection))
    owners = {key: name for each in found for key, name in zip(each.owner_ids, each.owners, strict=True)}
    wanted = owners.keys() if whose is None else owners.keys() & {whose}
    ordered = sorted(wanted, key=lambda key: sort_key(owners[key].full))
    made = [_slip(owners[key], [each for each in found if key in each.owner_ids], selection) for key in ordered]
    nobody = [each for each in found if not each.owner_ids]
    if nobody:
        made.append(_slip(None, nobody, selection))
    base = heading(selection.association_id, selection.today)
    known = {
        "person": printed(person(whose).name) if whose is not None else None,
        "meeting_ky": settings.words(selection.association_id).meeting_ky,
        "twins": settings.twins([each.text for each in found], base["language"]),
    }
    return slips_values({**base, **known}, made, paper), False


def _open(selection: Selection) -> Iterator[TaskRow]:
    """The open tasks, page after page."""
    people = None if selection.person_id is None else [selection.person_id]
    last, count = None, 0
    while count < MOST_TASKS:
        page = tasks.tasks(selection.association_id, only_open=True, person_ids=people, after=last)
        if not page:
            return
        yield from page
        last, count = page[-1], count + len(page)


def _slip(name: Name | None, found: list[TaskRow], selection: Selection) -> Record:
    return {"name": printed(name) if name else None, "tasks": [_task(each, selection) for each in found]}


def _task(task: TaskRow, selection: Selection) -> Record:
    return {
        "meeting": task.meeting_number,
        "number": task.decision_number,
        "source": task.source,
        "day": task.day.isoformat() if task.day else None,
        "text": task.text,
        "deadline": task.due.isoformat() if task.due else None,
        "next_meeting": task.next_meeting,
        "state": "overdue" if task.overdue(selection.today) else task.state,
        "note": task.note,
    }
