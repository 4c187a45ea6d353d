"""Slips of tasks, one a teacher: what was promised, from where, by when, how it stands; several on a page to be cut."""

from collections.abc import Sequence
from gettext import NullTranslations

from templates_docx.catalogue import N_, PaperLanguage, texts
from templates_docx.dates import short_date
from templates_docx.headings import heading_values
from templates_docx.items import deadline_text
from templates_docx.tasks import STATES
from templates_docx.values import Filled, Record, Typed, Values, sentence, signed

SOURCES = {
    "activity": N_("event"),
    "advice": N_("advice after a lesson"),
    "observation": N_("lesson analysis"),
    "control_test": N_("control work"),
    "study": N_("study of teaching"),
    "curriculum_change": N_("change of the curriculum"),
    "calendar_plan": N_("calendar plan"),
    "norm": N_("normative document"),
    "plan_line": N_("work plan"),
    "agenda_item": N_("question of a meeting"),
    "proposal": N_("proposal"),
}
"""Table of the record of which a task was made → its word; a remark is not named on a sheet that is cut by hand."""


def slips_values(heading: Record, slips: Sequence[Record], paper: PaperLanguage) -> Filled:
    """Return the slips.

    A slip is {"name": NAME or None for tasks that nobody answers for, "tasks"}; a task is {"meeting": number or None,
    "number": "1.2" or "", "source": table or "", "day": ISO or None, "text", "deadline": ISO or None, "next_meeting":
    bool, "state": code or "overdue", "note"}. `heading` has the "person": NAME or None, and the word "meeting_ky".
    """
    typed, words = Typed(heading["language"], paper, heading["twins"]), texts(paper)
    filled = [_slip(each, heading, typed, words) for each in slips]
    for each in filled[:-1]:
        each["cut"] = True
    scope = signed(heading["person"])
    values = heading_values(heading, typed, words) | {"scope": scope, "slips": filled}
    values["day"] = short_date(heading["date"])
    title = words.gettext("Tasks, {date}").format(date=values["day"])
    return Filled(values, f"{title}, {scope}" if scope else title, typed.untranslated)


def _slip(slip: Record, heading: Record, typed: Typed, words: NullTranslations) -> Values:
    name = slip["name"]
    return {
        "name": name["full"] if name else words.gettext(N_("nobody named")),
        "signer": signed(name),
        "rows": [_row(number, each, heading, typed, words) for number, each in enumerate(slip["tasks"], 1)],
        "cut": False,
    }


def _row(number: int, task: Record, heading: Record, typed: Typed, words: NullTranslations) -> Values:
    term = short_date(task["deadline"]) or deadline_text(None, task["next_meeting"], heading["meeting_ky"], words)
    state = words.gettext(STATES.get(task["state"], str(task["state"])))
    note = typed(task["note"])
    return {
        "number": number,
        "text": sentence(typed(task["text"])),
        "source": _source(task, words),
        "deadline": term,
        "state": f"{state}; {note}" if note else state,
    }


def _source(task: Record, words: NullTranslations) -> str:
    """Where a task comes from, with its day."""
    if task["number"]:
        said = words.gettext("protocol № {number}, decision {decision}")
        said = said.format(number=task["meeting"], decision=task["number"])
    else:
        source = SOURCES.get(task["source"], "")
        said = words.gettext(source) if source else ""
    return ", ".join(part for part in (said, short_date(task["day"])) if part)
