"""The words for what the records of activities hold as codes, and how activities are named in lists and sentences."""

import datetime as dt
from collections.abc import Iterable

from db.events.clashes import Clash, Other
from db.events.classes import Doubt
from db.events.rows import Activity, ActivityRow, Move, Result, Who
from db.rules.dates import short
from tui import clock, words
from tui.texts import N_, _

KINDS = {
    "open_lesson": N_("open lesson"),
    "visit": N_("mutual visit"),
    "extracurricular": N_("extracurricular work"),
    "subject_event": N_("subject event"),
    "week": N_("subject week"),
    "contest": N_("contest"),
    "olympiad": N_("olympiad"),
}
LEVELS = {
    "": "–",
    "association": N_("of the association"),
    "school": N_("of the school"),
    "district": N_("of the district"),
    "region": N_("of the region"),
    "republic": N_("of the republic"),
    "international": N_("international"),
}
STATES = {
    "planned": N_("Planned"),
    "moved": N_("Moved"),
    "unnoted": N_("Its day has passed: was it held?"),
    "held": N_("Was held"),
    "cancelled": N_("Called off"),
}
BRIEF = {
    "planned": N_("Planned"),
    "moved": N_("Moved"),
    "unnoted": N_("Was it held?"),
    "held": N_("Was held"),
    "cancelled": N_("Called off"),
}
"""A state in at most 15 letters."""

SIGNS = {"planned": "□", "moved": "→", "unnoted": "?", "held": "■", "cancelled": "–"}
"""A state in one sign that every terminal has."""

STYLES = {"unnoted": "warning", "held": "good", "cancelled": "dim"}
CLASH = "!"
"""The sign of a clash in lists and before its sentence."""

CLASHES = {
    "teacher": N_("Busy at that time: {names} – {other}"),
    "class": N_("The class is busy at that time: {text} – {other}"),
    "room": N_("The room is taken at that time: {text} – {other}"),
    "sunday": N_("This day is a Sunday."),
    "day_off": N_("This is a public holiday."),
    "holiday": N_("These are school holidays."),
    "quarter_end": N_("These are the last days of quarter {text}."),
}


def state(of: Activity) -> str:
    """How an activity stands today: its own state; planned ones also `moved`, and `unnoted` once their day is over."""
    if of.state != "planned":
        return of.state
    if of.last_day is not None and of.last_day < clock.today():
        return "unnoted"
    return "moved" if of.moves else "planned"


def when(of: ActivityRow) -> str:
    """The day as lists show it, with the lesson or the hour: «25.11 шр 3», «25.11 14.00», «23.11–28.11»."""
    if of.held_on is None:
        return ""
    if of.ends_on:
        return f"{of.held_on:%d.%m}–{of.ends_on:%d.%m}"
    if of.starts and of.lesson is None:
        return f"{of.held_on:%d.%m} {of.starts}"
    lesson = f" {of.lesson}" if of.lesson else ""
    return f"{of.held_on:%d.%m} {words.weekday(of.held_on)}{lesson}"


def time_of(day: dt.date | None, ends: dt.date | None, lesson: int | None, starts: str) -> str:
    """When in full: «25.11.2026 шр, 3-сабак, 14:00»; nothing where no day is known."""
    parts = [" – ".join(short(each) for each in (day, ends) if each)]
    if day and not ends:
        parts[0] += f" {words.weekday(day)}"
    if lesson:
        parts.append(_("lesson {number}").format(number=lesson))
    return ", ".join(each for each in (*parts, starts) if each)


def kind(code: str) -> str:
    """A kind with a capital letter."""
    word = _(KINDS[code])
    return word[:1].upper() + word[1:]


def name(of: ActivityRow) -> str:
    """What it is called: a lesson by its subject and topic, everything else by its title."""
    if of.is_lesson:
        about = ": ".join(each for each in (of.subject, of.title) if each)
        return about or kind(of.kind)
    return of.title


def what(of: ActivityRow, *, with_kind: bool = True) -> str:
    """«Ачык сабак · 4-А · математика: Бөлчөктөр»; an event's own title mostly says what it is."""
    if not of.is_lesson:
        return " · ".join(each for each in (of.title, of.classes) if each)
    kinds = [kind(of.kind)] if with_kind and name(of) != kind(of.kind) else []
    return " · ".join(each for each in (*kinds, of.classes, name(of)) if each)


def names(people: Iterable[Who]) -> str:
    """People by their list form."""
    return ", ".join(each.name.listed for each in people)


def level(code: str) -> str:
    """A level's word; nothing where none is known."""
    return _(LEVELS[code]) if code else ""


def clash(of: Clash) -> str:
    """The sentence of a warning."""
    shared = ", ".join(each.listed for each in of.names)
    return _(CLASHES[of.code]).format(names=shared, text=of.text, other=other(of.other) if of.other else "")


def other(of: Other) -> str:
    """What is there already: «ачык сабак «Бөлчөктөр», 25.11.2026 шр, 3-сабак»."""
    called = _(N_("control work")) if of.table == "control_test" else _(KINDS[of.kind])
    titled = f"{called} «{of.title}»" if of.title else called
    return ", ".join((titled, time_of(of.held_on, None, of.lesson, of.starts)))


def doubt(of: Doubt) -> str:
    """That a class is not known, and which one may be meant."""
    if of.nearest:
        said = _("There is no class {class_name} this year. Perhaps: {nearest}?")
        return said.format(class_name=of.class_name, nearest=of.nearest)
    return _("There is no class {class_name} this year.").format(class_name=of.class_name)


def moved(of: Move) -> str:
    """From when and why it was moved: «мурда: 20.11.2026 жм, 2-сабак · карантин»."""
    before = time_of(of.old_day, of.old_ends, of.old_lesson, "") or "–"
    return " · ".join((_("was: {term}").format(term=before), of.reason))


def result(of: Result) -> str:
    """A result as one reads it: «Айдай Т. · 4-А · 1-орун · грамота»."""
    return " · ".join(each for each in (of.name, of.class_name, of.place, of.award) if each)


def plain(of: Activity) -> str:
    """An activity in one line for the teachers' chat: when, where, what, who."""
    when = time_of(of.held_on, of.ends_on, of.lesson, of.starts)
    return " – ".join(each for each in (when, of.room, what(of), names(of.responsible)) if each)
