"""How studies and what they looked at read on the screen."""

import datetime as dt

from db.studies.rows import Part, Study, StudyRow
from tui import words, work_words
from tui.texts import N_, _

KINDS = {
    "visit": N_("lesson"),
    "test": N_("control work"),
    "notebooks": N_("notebooks"),
    "other": N_("other"),
}
LABEL = 14
"""Cells of the terminal for the names of a study's fields."""


def period(of: StudyRow) -> str:
    """From when to when."""
    return " – ".join(dict.fromkeys(words.day(day) for day in (of.begins, of.ends) if day))


def state(of: StudyRow, today: dt.date) -> str:
    """Finished on a day, late, or going on."""
    if of.finished_on:
        return _("finished {day}").format(day=words.day(of.finished_on))
    return _("overdue") if of.ends and of.ends < today else _("goes on")


def sign(of: StudyRow, today: dt.date) -> str:
    """The same in one sign."""
    if of.finished_on:
        return "■"
    return "!" if of.ends and of.ends < today else "□"


def about(of: StudyRow) -> str:
    """Subject and classes."""
    return " · ".join(part for part in (of.subject, of.classes) if part)


def facts(of: Study, today: dt.date) -> str:
    """What stands over the parts of a study."""
    people = ", ".join(name.listed for _id, name in of.people)
    named = (
        (_("Subject"), about(of.row)), (_("Period"), period(of.row)), (_("Studied by"), people),
        (_("Aim"), " ".join(of.row.aim.split())), (_("State"), state(of.row, today)),
    )  # fmt: skip
    return "\n".join([of.row.title, *(f"{name:<{LABEL}}{value}" for name, value in named if value)])


def memo(of: StudyRow) -> str:
    """What was found and concluded, in a few lines; what is still to be written."""
    texts = ((_("Found"), of.findings), (_("Conclusions"), of.conclusions), (_("Suggestions"), of.suggestions))
    said = [f"{name:<{LABEL}}{' '.join(text.split())}" for name, text in texts if text.strip()]
    return "\n".join(said) or _("F4 – write what was found, the conclusions and suggestions.")


def part(of: Part) -> str:
    """What was looked at: its kind, and the topic or title."""
    kind = work_words.KINDS.get(of.test_kind, KINDS[of.kind])
    return " · ".join(text for text in (_(kind), of.title) if text)


def offered(of: Part) -> str:
    """A lesson or test as it is offered."""
    return " · ".join(text for text in (words.day(of.held_on), of.class_name, of.taught_by, part(of)) if text)
