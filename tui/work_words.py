"""The words for control works, English sources; and how a work and its results are written on the screen."""

from collections.abc import Iterable

from db.control_tests.rows import Requirement, Work
from db.rules import quality
from db.rules.names import Name
from db.rules.quality import marks_of
from tui import words
from tui.texts import N_, _

KINDS = {
    "entry": N_("entry test"),
    "feedback": N_("feedback test"),
    "quarter": N_("quarter's test"),
    "final": N_("final (year's) test"),
    "dictation": N_("dictation"),
    "copying": N_("copying"),
    "reading": N_("reading technique"),
    "math_dictation": N_("mathematical dictation"),
    "essay": N_("essay"),
    "exposition": N_("exposition"),
    "other": N_("another control work"),
}
STATES = {"planned": N_("Planned"), "held": N_("Was held"), "cancelled": N_("Was called off")}
SIGNS = {"planned": "□", "held": "■", "cancelled": "–"}
WAITS = "?"
"""The sign of a work that was held and whose results are not known."""
STYLES = {"cancelled": "dim"}
SCALES = {"5": N_("5 … 2"), "10": N_("10 … 1")}
LABEL = 14
"""Cells of the terminal for the names of a work's fields."""


def kind(of: Work) -> str:
    """What sort of work."""
    return _(KINDS[of.kind])


def name(of: Work) -> str:
    """A work in a few words: «4-А · Математика · кириш тест»."""
    return " · ".join((of.class_name, of.subject, kind(of)))


def sign(of: Work) -> str:
    """How it stands, in one sign."""
    return WAITS if of.waits_for_results else SIGNS[of.state]


def state(of: Work) -> str:
    """How it stands, in a word or two."""
    return _("No results yet") if of.waits_for_results else _(STATES[of.state])


def brief(of: Work) -> str:
    """Its results in at most 13 letters, «61,5 %  3,77», else how it stands."""
    if not of.has_results:
        return _("Not held") if of.state == "cancelled" else state(of)
    found = of.figures
    return f"{quality.percent(found.quality):>7} {quality.number(found.mean, 2):>5}"


def when(of: Work) -> str:
    """«15.09 шш», nothing without a day."""
    return f"{of.held_on:%d.%m} {words.weekday(of.held_on)}" if of.held_on else ""


def place(of: Work) -> str:
    """Day, lesson and room: «15.09.2026 шш, 2-сабак, 12-каб.»."""
    day = f"{words.day(of.held_on)} {words.weekday(of.held_on)}" if of.held_on else _("no day yet")
    lesson = _("lesson {number}").format(number=of.lesson) if of.lesson else ""
    room = _("room {room}").format(room=of.room) if of.room else ""
    return ", ".join(part for part in (day, lesson, room) if part)


def person(of: Name | None) -> str:
    """A name in the form of lists."""
    return of.listed if of else ""


def counted(of: Work) -> str:
    """«Тизмеде 28, жазды 26:  «5» 6  «4» 10  «3» 8  «2» 2»; nothing without results."""
    if not of.has_results:
        return ""
    head = _("listed {listed}, wrote {wrote}").format(listed=of.listed, wrote=of.wrote)
    marks = "  ".join(f"«{mark}» {of.marks.get(mark, 0)}" for mark in marks_of(of.best))
    return f"{head}:  {marks}"


def figures(of: Work) -> str:
    """The indicators in one line; nothing without results."""
    if not of.has_results:
        return ""
    found = of.figures
    shown = (
        (_("pass rate"), quality.percent(found.pass_rate)), (_("quality"), quality.percent(found.quality)),
        (_("degree (SOU)"), quality.percent(found.degree)), (_("mean mark"), quality.number(found.mean, 2)),
    )  # fmt: skip
    return " · ".join(f"{label} {value}" for label, value in shown)


def requirement_list(found: Iterable[Requirement]) -> str:
    """The texts of requirements in one line."""
    return "; ".join(each.text.rstrip(" .;") for each in found)


def plain(of: Work) -> str:
    """A test in one line for the teachers' chat: when and where, what, whose class."""
    return " – ".join(each for each in (place(of), name(of), person(of.teacher)) if each)
