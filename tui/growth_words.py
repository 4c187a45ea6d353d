"""The words for how members grow: kinds of records, moments of the time line, facts of a record line by line."""

import datetime as dt
import textwrap
from collections.abc import Collection, Iterable
from typing import Any

from db.growth.due import Due
from db.growth.rows import (
    AttestationRow,
    AwardRow,
    CourseRow,
    MentoringRow,
    PracticeRow,
    SelfEducationRow,
    StageRow,
    StepRow,
    WorkRow,
)
from db.growth.timeline import Moment
from tui import words
from tui.event_words import LEVELS
from tui.person_words import CATEGORIES
from tui.texts import N_, _

LABEL = 20
"""Cells of the terminal for the names of fields."""

KINDS = {
    "course": N_("Courses"),
    "attestation": N_("Attestation"),
    "self_education": N_("Self-education"),
    "practice": N_("Best practice"),
    "mentoring": N_("Mentoring"),
    "award": N_("Awards"),
    "methodical_work": N_("Methodical work"),
}
"""Table → what its records are called together."""

ONE = {
    "course": N_("Course of training"),
    "attestation": N_("Category given"),
    "self_education": N_("Topic of self-education"),
    "practice": N_("Best practice"),
    "mentoring": N_("Mentor and young teacher"),
    "award": N_("Award"),
    "methodical_work": N_("Methodical work"),
}
"""Table → what one record is called."""

FORMS = {
    "": "–", "onsite": N_("on site"), "online": N_("online"), "mixed": N_("mixed"), "project": N_("in a project"),
}  # fmt: skip
STAGES = {"study": N_("studying"), "generalise": N_("generalising"), "spread": N_("spreading")}
WORKS = {
    "report": N_("report"), "seminar": N_("seminar"), "publication": N_("publication"), "other": N_("other work"),
}  # fmt: skip

MOMENTS = {
    "reported": N_("reported"),
    "spoke": N_("spoke"),
    "proposed": N_("proposed"),
    "promised": N_("took on"),
    "did": N_("did"),
    "open_lesson": N_("open lesson"),
    "event": N_("held an event"),
    "pupils": N_("pupil's place"),
    "visited": N_("visited"),
    "was_visited": N_("was visited"),
    "sheet": N_("analysed a lesson"),
    "studied": N_("studied"),
    "course": N_("course"),
    "attestation": N_("category"),
    "self_education": N_("self-education"),
    "practice": N_("best practice"),
    "mentoring": N_("is a mentor"),
    "mentored": N_("has a mentor"),
    "award": N_("award"),
    "methodical_work": N_("methodical work"),
    "absent": N_("was absent"),
}
"""Kind of a moment → what she did, in at most 18 letters."""

GROUPS: dict[str, tuple[str, tuple[str, ...]]] = {
    "": (N_("Everything"), ()),
    "meetings": (N_("Meetings"), ("reported", "spoke", "proposed", "absent")),
    "tasks": (N_("Tasks"), ("promised", "did")),
    "lessons": (N_("Lessons, events"), ("open_lesson", "event", "pupils")),
    "visits": (N_("Visits"), ("visited", "was_visited", "sheet")),
    "studied": (N_("Normative documents"), ("studied",)),
}
"""Part of the time line → its name and its kinds of moments."""

SWITCHED = {
    "visited": "visits", "was_visited": "visits", "sheet": "observations", "studied": "norms", "course": "courses",
    "attestation": "attestation", "self_education": "self_education", "practice": "practice",
    "mentoring": "mentoring", "mentored": "mentoring", "award": "awards", "methodical_work": "methodical_work",
}  # fmt: skip
"""Kind of a moment → the kind of records that a school may have switched off (`db.kept.KINDS`)."""

DUE = {
    "attestation": N_("category runs out"),
    "course": N_("next course"),
    "stage": N_("stage of self-education"),
}


def kept_kinds(group: str, off: Collection[str]) -> list[str]:
    """The kinds of moments of a part of the time line, without those that the school does not keep."""
    return [kind for kind in GROUPS[group][1] or MOMENTS if SWITCHED.get(kind, "") not in off]


def when(of: Moment) -> str:
    """The day of a moment; of an old award its year."""
    return words.day(of.day) if of.exact else str(of.day.year)


def what(of: Moment) -> str:
    """What a moment is about."""
    if of.kind == "absent":
        return _("meeting № {number}").format(number=of.title)
    said = {"attestation": CATEGORIES, "practice": STAGES}.get(of.kind, {}).get(of.detail, "")
    text = _order(of.title) if of.kind == "attestation" else " ".join(of.title.split())
    return _joined(_(said) if said else "", text)


def brief(of: Any) -> tuple[str, str, str]:
    """When, what in a word or two, and the record's own text: the cells of a list."""
    if isinstance(of, CourseRow):
        hours = _("{hours} h").format(hours=of.hours) if of.hours else ""
        return words.day(of.day), hours, _joined(of.topic, of.provider, _shared(of.meeting_number))
    if isinstance(of, AttestationRow):
        until = _("until {day}").format(day=words.day(of.valid_until)) if of.valid_until else ""
        return words.day(of.given_on), _(CATEGORIES[of.category]), _joined(_order(of.order_number), until)
    if isinstance(of, SelfEducationRow):
        done = sum(each.done_on is not None for each in of.stages)
        stages = _("stages: {done} of {all}").format(done=done, all=len(of.stages)) if of.stages else ""
        return years(of), stages, of.topic
    if isinstance(of, PracticeRow):
        last = max((each.done_on for each in of.steps if each.done_on), default=None)
        return words.day(last), _(STAGES[of.stage]) if of.stage else _("begun"), of.topic
    if isinstance(of, MentoringRow):
        return words.day(of.begins), "", f"{of.name.listed} → {of.novice.listed}"
    if isinstance(of, AwardRow):
        return words.day(of.awarded_on) or str(of.year or ""), level(of.level), of.title
    return words.day(of.held_on), _(WORKS[of.kind]), _joined(of.title, level(of.level))


def named(of: Any) -> tuple[str, str, str]:
    """The same where many people's records stand together: when, whose, the rest in one cell."""
    day, word, text = brief(of)
    return day, of.name.listed, f"→ {of.novice.listed}" if isinstance(of, MentoringRow) else _joined(word, text)


def facts(of: Any) -> list[tuple[str, str]]:
    """The fields of a record that say something: (label, value)."""
    found = _facts(of)
    return [(_(label), value) for label, value in found if value]


def _facts(of: Any) -> Iterable[tuple[str, str]]:
    if isinstance(of, CourseRow):
        yield N_("Provider"), of.provider
        yield N_("Project"), of.project
        yield N_("Form"), _(FORMS[of.form]) if of.form else ""
        yield N_("Hours in all"), str(of.hours or "")
        yield N_("Days"), " – ".join(part for part in (words.day(of.begins), words.day(of.ends)) if part)
        number = f"№ {of.certificate}" if of.certificate else ""
        yield N_("Certificate"), ", ".join(part for part in (number, words.day(of.certified_on)) if part)
        yield N_("Told of"), meeting(of.meeting_number, of.meeting_day)
    elif isinstance(of, AttestationRow):
        yield N_("Category"), _(CATEGORIES[of.category])
        yield N_("Given"), ", ".join(part for part in (words.day(of.given_on), _order(of.order_number)) if part)
        yield N_("Valid until"), words.day(of.valid_until)
    elif isinstance(of, SelfEducationRow):
        yield from (
            (N_("School years"), years(of)),
            (N_("Form of report"), of.report_form),
            (N_("Result of the work"), of.result),
        )
    elif isinstance(of, PracticeRow):
        yield from ((N_("Essence"), of.essence), (N_("Grounds"), of.grounds))
        yield from ((N_("Result in figures"), of.result), (N_("Materials"), of.materials))
    elif isinstance(of, MentoringRow):
        yield N_("Young teacher"), of.novice.full
        yield N_("Days"), " – ".join(part for part in (words.day(of.begins), words.day(of.ends)) if part)
        yield from ((N_("Plan"), of.plan), (N_("Result of the work"), of.result))
    elif isinstance(of, AwardRow):
        yield N_("Level"), level(of.level)
        yield N_("Given"), ", ".join(part for part in (brief(of)[0], _order(of.order_number)) if part)
    elif isinstance(of, WorkRow):
        yield from ((N_("Kind"), _(WORKS[of.kind])), (N_("Level"), level(of.level)))
        yield from ((N_("Day"), words.day(of.held_on)), (N_("Where it was"), of.place))
    yield N_("Note"), getattr(of, "note", "")


def shown(of: Any, width: int) -> str:
    """The fields line by line, a long text under its own beginning; `width`: cells that there are."""
    return "\n".join(
        f"{label if not place else '':<{LABEL}}{line}"
        for label, value in facts(of)
        for place, line in enumerate(
            part for line in value.splitlines() for part in textwrap.wrap(line, max(width - LABEL, 20))
        )
    )


def title(table: str, of: Any) -> str:
    """What names a record: its topic or title, the category, the pair."""
    if isinstance(of, MentoringRow):
        return brief(of)[2]
    return str(getattr(of, "topic", "") or getattr(of, "title", "") or brief(of)[1] or _(ONE[table]))


def whose(table: str, of: Any) -> str:
    """Whose record and what names it; a pair names its mentor itself."""
    return title(table, of) if isinstance(of, MentoringRow) else f"{of.name.listed} – {title(table, of)}"


def part(of: StageRow | StepRow, today: dt.date) -> tuple[str, str, str, str]:
    """A stage or a step as a line: its day, sign and text, at which level or by when, at which meeting; its style."""
    told = meeting(of.meeting_number, of.meeting_day)
    if isinstance(of, StepRow):
        return words.day(of.done_on), _joined(_(STAGES[of.stage]), level(of.level), of.place), told, ""
    due = "" if of.done_on or not of.deadline else _("by {day}").format(day=words.day(of.deadline))
    return words.day(of.done_on) or due, of.text, told, "error" if of.overdue(today) else ""


def level(code: str) -> str:
    """«райондук», nothing where none is known."""
    return _(LEVELS[code]) if code else ""


def years(of: SelfEducationRow) -> str:
    """«2025-2027»; a topic that goes on ends in a dash."""
    return f"{of.first_year}-{of.last_year + 1}" if of.last_year else f"{of.first_year} –"


def meeting(number: int | None, day: dt.date | None) -> str:
    """«№ 3, 14.11.2026»."""
    return ", ".join(part for part in (f"№ {number}" if number else "", words.day(day)) if part)


def due(of: Due) -> str:
    """What falls due with whose it is: «Асанова Г. М. – категориянын мөөнөтү бүтөт: биринчи»."""
    return f"{of.name.listed} – {_(DUE[of.kind])}: {due_title(of)}"


def due_title(of: Due) -> str:
    """The category, the course or the stage."""
    return _(CATEGORIES[of.title]) if of.kind == "attestation" else of.title


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _order(number: str) -> str:
    return _("order № {number}").format(number=number) if number else ""


def _shared(number: int | None) -> str:
    return _("told at meeting № {number}").format(number=number) if number else ""
