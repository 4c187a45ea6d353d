"""Control of decisions: what was decided, who answers for it by when, and how it stands (DOMAIN.md 12.4)."""

from collections.abc import Sequence

from templates_docx.catalogue import N_, PaperLanguage, texts
from templates_docx.dates import school_year, short_date
from templates_docx.headings import heading_values
from templates_docx.items import deadline_text
from templates_docx.values import Filled, Record, Typed, sentence, signed

STATES = {
    "open": N_("open"),
    "in_work": N_("in work"),
    "done": N_("done"),
    "partly": N_("partly done"),
    "not_done": N_("not done"),
    "extended": N_("extended"),
    "closed": N_("off control"),
    "overdue": N_("overdue"),
}
"""How a decision stands, by the code of `task.state`; «overdue» is counted on the paper's day."""


def decisions_values(heading: Record, tasks: Sequence[Record], paper: PaperLanguage) -> Filled:
    """Return the table of decisions.

    A task is {"meeting": 3, "number": "1.2", "text", "owners": [NAME], "deadline": ISO or None, "next_meeting":
    bool, "state": code or "overdue", "closed_on": ISO or None, "proof"}; `heading` names the "scope":
    {"meeting": number or None, "year": first year}.
    """
    typed, words = Typed(heading["language"], paper, heading["twins"]), texts(paper)
    scope = heading["scope"]
    scope_text = school_year(scope["year"], words)
    if scope["meeting"]:
        scope_text = words.gettext("protocol № {number}").format(number=scope["meeting"])
    values = heading_values(heading, typed, words) | {"scope": scope_text, "rows": []}
    for task in tasks:
        term = deadline_text(None, task["next_meeting"], heading["meeting_ky"], words)
        values["rows"].append(
            {
                "number": f"{task['meeting']} / {task['number']}",
                "text": sentence(typed(task["text"])),
                "owners": ",\n".join(signed(owner) for owner in task["owners"]),
                "deadline": short_date(task["deadline"]) or term,
                "state": state_text(task, paper),
                "proof": typed(task["proof"]),
            }
        )
    title = words.gettext("Decisions and their fulfilment, {scope}").format(scope=scope_text)
    return Filled(values, title, typed.untranslated)


def state_text(task: Record, paper: PaperLanguage) -> str:
    """Write how a decision stands, with the day it was settled where that is known."""
    state = texts(paper).gettext(STATES.get(task["state"], str(task["state"])))
    closed = short_date(task["closed_on"])
    return f"{state}, {closed}" if closed else state
