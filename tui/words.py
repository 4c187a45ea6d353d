"""The words for what the records hold as codes, English sources; and how days are written on the screen."""

import datetime as dt

from db.rules.dates import short
from tui.texts import N_, _

MEETING_STATES = {
    "planned": N_("Planned"),
    "in_progress": N_("In progress"),
    "draft": N_("Draft"),
    "final": N_("Ready"),
    "signed": N_("Signed"),
    "cancelled": N_("Cancelled"),
}
TASK_STATES = {
    "open": N_("Not done yet"),
    "in_work": N_("In work"),
    "done": N_("Done"),
    "partly": N_("Partly done"),
    "not_done": N_("Not done"),
    "extended": N_("Term extended"),
    "closed": N_("Off control"),
}
FOUND_KINDS = {
    "person": N_("Person"),
    "agenda_item": N_("Question"),
    "speech": N_("Speech"),
    "proposal": N_("Proposal"),
    "decision": N_("Decision"),
    "guest": N_("Guest"),
    "meeting": N_("Meeting"),
    "association": N_("Association"),
    "task": N_("Task"),
    "plan_line": N_("Line of the plan"),
    "activity": N_("Event"),
    "observation": N_("Lesson"),
    "advice": N_("Advice"),
    "study": N_("Study"),
    "letter": N_("Letter"),
    "norm": N_("Document"),
    "curriculum_change": N_("Curriculum"),
    "control_test": N_("Test"),
    "mark_sheet": N_("Marks"),
    "journal_note": N_("Entry"),
    "vacancy": N_("Vacancy"),
    "evaluation": N_("Evaluation"),
    "criteria_version": N_("Criteria"),
    "appeal": N_("Appeal"),
    "course": N_("Course of training"),
    "self_education": N_("Self-educ."),
    "practice": N_("Practice"),
    "award": N_("Award"),
    "methodical_work": N_("Method. work"),
    "reward": N_("Reward"),
    "transition": N_("Continuity"),
    "level_work": N_("Level work"),
    "standard_measure": N_("Measure"),
    "class_handover": N_("Handover"),
}
MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"), N_("August"),
    N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip
WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))


def day(d: dt.date | None) -> str:
    """A day as lists show it, «22.11.2026»; nothing where it is not known."""
    return short(d) if d else ""


def weekday(d: dt.date | None) -> str:
    """The short name of a day of the week; nothing where the day is not known."""
    return _(WEEKDAYS[d.weekday()]) if d else ""


def month(number: int) -> str:
    """The name of a month counted from 1."""
    return _(MONTHS[number - 1])


def school_year(first_year: int) -> str:
    """«2026-2027-окуу жылы»."""
    return _("school year {first}-{last}").format(first=first_year, last=first_year + 1)


def in_days(days: int) -> str:
    """How far a day to come is: today, tomorrow, in 5 days."""
    if days < 2:
        return _("tomorrow") if days else _("today")
    return _("days left: {days}").format(days=days)
