"""The words for changes of the curriculum, their steps and calendar plans, and how lists name them."""

import datetime as dt

from db.curriculum.entry import Line
from db.curriculum.rows import Asked, ChangeRow, PlanRow, StepRow
from db.rules import curriculum_steps
from tui import words
from tui.texts import N_, _
from tui.widgets.grid import Cell

STEPS = {
    "corrected": N_("Calendar plan corrected"),
    "considered": N_("Considered at a meeting"),
    "agreed": N_("Agreed by the head of studies"),
    "approved": N_("Approved by the director"),
    "test_made": N_("Feedback test made"),
    "test_held": N_("Feedback test held"),
}
BRIEF = {
    "corrected": N_("Corr."), "considered": N_("Consid."), "agreed": N_("Agr."), "approved": N_("Appr."),
    "test_made": N_("T. made"), "test_held": N_("T. held"),
}  # fmt: skip
"""A step in at most seven letters, for the head of the matrix; the last two are those of the test."""
PROBLEMS = {
    "teacher_missing": N_("the teacher is missing"),
    "teacher_unknown": N_("nobody is called so: {said}"),
    "teacher_unclear": N_("several fit: {said}"),
    "teacher_left": N_("no longer a member: {said}"),
    "class_missing": N_("the class is missing"),
    "class_unknown": N_("there is no such class: {said}"),
    "subject_missing": N_("the subject is missing"),
    "hours_week_unclear": N_("hours a week: {said}?"),
    "hours_year_unclear": N_("hours a year: {said}?"),
    "text_too_long": N_("the line is too long"),
}
"""Why a typed line cannot be taken over."""


def hours(week: str, year: int | None) -> str:
    """«5/170»."""
    return f"{week or '–'}/{year}" if year else week


def brief(day: dt.date | None) -> str:
    """A day without its year, for a narrow column."""
    return f"{day:%d.%m}" if day else ""


def plan(of: PlanRow) -> str:
    """«Асанова Г. М., 4-А, Математика»."""
    return f"{of.name.listed}, {of.class_name}, {of.subject}"


def touched(of: ChangeRow) -> str:
    """The subjects and classes of a change; what is not named is all of them."""
    return ", ".join((of.subjects or _("all subjects"), of.classes or _("all classes")))


def change(of: ChangeRow) -> str:
    """All that is known of a change, in a few lines."""
    since = _("from {day}").format(day=words.day(of.valid_from)) if of.valid_from else ""
    number = f" № {of.norm_number}" if of.norm_number else ""
    by = _("By: {title}").format(title=f"{of.norm_title}{number}") if of.norm_title else ""
    meeting = ""
    if of.meeting_number:
        meeting = _("Meeting № {number}, {day}").format(number=of.meeting_number, day=words.day(of.held_on))
    facts = " · ".join(filter(None, (since, touched(of), by, meeting, of.note)))
    return f"{of.text}\n{facts}"


def cell(of: StepRow, step: str) -> Cell:
    """What stands in the matrix: the day, a dot for what is missing, a dash for what is not needed."""
    day = curriculum_steps.day_of(of, step)
    if day:
        return Cell(brief(day), "good")
    if not curriculum_steps.needed(of, step):
        return Cell("–", "dim")
    if step == "test_held" and of.test_day:
        return Cell(f"→{brief(of.test_day)}", "warning")
    return Cell("□", "warning")


def whole(of: Asked, step: str) -> str:
    """The chosen cell in words: the plan, the step and how it stands."""
    day = curriculum_steps.day_of(of.step, step)
    if day:
        stands = words.day(day)
        if step == "considered" and of.step.meeting_number:
            stands = _("Meeting № {number}, {day}").format(number=of.step.meeting_number, day=stands)
    elif not curriculum_steps.needed(of.step, step):
        stands = _("not needed")
    elif step == "test_held" and of.step.test_day:
        stands = _("planned for {day}").format(day=words.day(of.step.test_day))
    else:
        stands = _("not done yet")
    hours_ = hours(of.plan.hours_week, of.plan.hours_year)
    lines = [", ".join(filter(None, (plan(of.plan), hours_))), f"{_(STEPS[step])} – {stands}"]
    return "\n".join([*lines, _("Note: {note}").format(note=of.step.note)] if of.step.note else lines)


def problem(of: Line) -> str:
    """What is wrong with a typed line."""
    return _(PROBLEMS[of.problem]).format(said=of.said)


def read(of: Line, names: dict[int, str]) -> str:
    """How a clear line is understood."""
    parts = (names.get(of.person_id or 0, ""), ", ".join(of.classes), of.subject, hours(of.hours_week, of.hours_year))
    return "  ".join(filter(None, parts))
