"""Meetings and decisions: from a selection to the values of their papers."""

from db import protocols as finished
from db import settings
from db import tasks as task_records
from db.errors import Refused
from db.meetings import planning, sheet
from db.meetings.content import content, printed
from db.meetings.rows import MeetingRow
from db.tasks import TaskRow
from templates_docx.catalogue import PaperLanguage
from templates_docx.compose.selecting import year_of
from templates_docx.documents import Selection
from templates_docx.headings import heading
from templates_docx.protocol_journal import journal_values
from templates_docx.protocols import agenda_values, extract_values, protocol_values
from templates_docx.tasks import decisions_values
from templates_docx.values import Filled, Record

NO_PROTOCOL = frozenset({"planned"})
"""States of a meeting that the register of protocols does not list yet."""

NOT_HELD = NO_PROTOCOL | {"cancelled"}
"""States of a meeting that has no protocol of its own."""


def protocol(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return the protocol of a meeting, the last one held where none is named."""
    made = _protocol_content(selection)
    return protocol_values(made, paper), made["version"] > 0


def extract(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return the extract of the items named; raises Refused item_missing (number)."""
    made = _protocol_content(selection)
    there = {item["number"] for item in made["items"]}
    for number in selection.items:
        if number not in there:
            raise Refused("item_missing", "item", number=number)
    return extract_values(made, selection.items, paper), made["version"] > 0


def agenda(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return the agenda of a meeting, the next one planned where none is named."""
    meeting_id = selection.meeting_id or _next_meeting(selection)
    return agenda_values(finished.content_of(meeting_id), paper), False


def decisions(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return the decisions of a meeting, or of a school year with what is still open from earlier ones."""
    base = heading(selection.association_id, selection.today)
    if selection.meeting_id:
        meeting = sheet.meeting(selection.meeting_id)
        found = task_records.of_meeting(meeting.id)
        scope: Record = {"meeting": meeting.number, "year": meeting.first_year}
    else:
        year = year_of(selection)
        earlier = task_records.tasks(selection.association_id, only_open=True)
        found = [task for task in earlier if task.first_year < year]
        for meeting in sheet.meetings(selection.association_id, year):
            found += task_records.of_meeting(meeting.id)
        scope = {"meeting": None, "year": year}
    plain = [_task(task, selection) for task in found]
    twins = settings.twins([task["text"] for task in plain], base["language"])
    word = settings.words(selection.association_id).meeting_ky
    return decisions_values({**base, "scope": scope, "meeting_ky": word, "twins": twins}, plain, paper), False


def journal(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return the register of a school year's protocols."""
    year = year_of(selection)
    held = [meeting for meeting in sheet.meetings(selection.association_id, year) if meeting.state not in NO_PROTOCOL]
    entries = [_entry(meeting, selection) for meeting in held]
    return journal_values({**heading(selection.association_id, selection.today), "year": year}, entries, paper), False


def _protocol_content(selection: Selection) -> Record:
    return finished.content_of(selection.meeting_id or _last_held(selection), selection.version)


def _last_held(selection: Selection) -> int:
    """The newest meeting that was begun, of the year where one is named."""
    if selection.first_year is None:
        last = planning.last_held(selection.association_id)
    else:
        year = sheet.meetings(selection.association_id, selection.first_year)
        last = max((each for each in year if each.state not in NOT_HELD), key=lambda each: each.number, default=None)
    return last.id if last else _no_meeting()


def _no_meeting() -> int:
    raise Refused("meeting_missing", "meeting")


def _next_meeting(selection: Selection) -> int:
    meetings = sheet.meetings(selection.association_id, year_of(selection))
    planned = [meeting.id for meeting in meetings if meeting.state in ("planned", "in_progress")]
    if planned:
        return planned[0]
    last = planning.last_held(selection.association_id)
    return last.id if last else _no_meeting()


def _entry(meeting: MeetingRow, selection: Selection) -> Record:
    made = finished.content_of(meeting.id) if meeting.locked else content(meeting.id)
    tasks = [_task(task, selection) for task in task_records.of_meeting(meeting.id)]
    return {"content": made, "cancelled": meeting.state == "cancelled", "tasks": tasks}


def _task(task: TaskRow, selection: Selection) -> Record:
    return {
        "meeting": task.meeting_number,
        "number": task.decision_number,
        "text": task.text,
        "owners": [printed(owner) for owner in task.owners],
        "deadline": task.due.isoformat() if task.due else None,
        "next_meeting": task.next_meeting,
        "state": "overdue" if task.overdue(selection.today) else task.state,
        "closed_on": task.closed_on.isoformat() if task.closed_on else None,
        "proof": task.note,
    }
