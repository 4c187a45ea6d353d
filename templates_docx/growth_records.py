"""One record of a member's growth as a line of her card: when, what, and the rest."""

from collections.abc import Callable, Mapping
from gettext import NullTranslations

from templates_docx.catalogue import N_
from templates_docx.dates import short_date
from templates_docx.events import LEVELS
from templates_docx.members import CATEGORIES
from templates_docx.values import Record, Typed, Values

FORMS = {"onsite": N_("on site"), "online": N_("online"), "mixed": N_("mixed form"), "project": N_("in a project")}
STAGES = {"study": N_("studying"), "generalise": N_("generalising"), "spread": N_("spreading")}
WORKS = {
    "report": N_("report"), "seminar": N_("seminar"), "publication": N_("publication"), "other": N_("other work"),
}  # fmt: skip


def row(table: str, of: Record, typed: Typed, words: NullTranslations) -> Values:
    """Return {"date", "what", "more"} of a record; `of` has the fields of its table, days in ISO.

    A meeting is {"number", "date"}; a topic and a practice have their "stages" and "steps", a pair its "mentor" and
    "novice" as NAME.
    """
    return _ROWS[table](of, typed, words)


def word(table: Mapping[str, str], code: str, words: NullTranslations) -> str:
    """Return the word of a code, nothing for an empty one."""
    source = table.get(code, "")
    return words.gettext(source) if source else ""


def protocol(meeting: Record) -> str:
    """Return «№ 4, 10.02.2027»."""
    return ", ".join(part for part in (f"№ {meeting['number']}", short_date(meeting["date"])) if part)


def span(begins: str | None, ends: str | None) -> str:
    """Return «01.03.2026 – 15.03.2026», or the one day that is known."""
    return " – ".join(part for part in dict.fromkeys((short_date(begins), short_date(ends))) if part)


def _course(of: Record, typed: Typed, words: NullTranslations) -> Values:
    hours = words.gettext("{hours} h").format(hours=of["hours"]) if of["hours"] else ""
    form = word(FORMS, of["form"], words)
    number = words.gettext("certificate № {number}").format(number=of["certificate"]) if of["certificate"] else ""
    told = words.gettext("told to colleagues: protocol {number}")
    shared = told.format(number=protocol(of["meeting"])) if of["meeting"] else ""
    what = (typed(of["topic"]), typed(of["provider"]), typed(of["project"]))
    days = span(of["begins"], of["ends"]) or short_date(of["certified_on"])
    return _line(days, what, (", ".join(filter(None, (hours, form))), number, shared))


def _attestation(of: Record, typed: Typed, words: NullTranslations) -> Values:
    order = words.gettext("order № {number}").format(number=of["order_number"]) if of["order_number"] else ""
    until = words.gettext("valid until {date}").format(date=short_date(of["valid_until"])) if of["valid_until"] else ""
    return _line(short_date(of["given_on"]), (word(CATEGORIES, of["category"], words),), (order, until))


def _self_education(of: Record, typed: Typed, words: NullTranslations) -> Values:
    years = f"{of['first_year']}–{of['last_year'] + 1}" if of["last_year"] else f"{of['first_year']} –"
    done = [f"{typed(each['text'])} – {short_date(each['done_on'])}" for each in of["stages"] if each["done_on"]]
    return _line(years, (typed(of["topic"]), typed(of["result"])), (typed(of["report_form"]), *done))


def _practice(of: Record, typed: Typed, words: NullTranslations) -> Values:
    steps = [f"{word(STAGES, each['stage'], words)} {short_date(each['date'])}".strip() for each in of["steps"]]
    last = max((each["date"] for each in of["steps"] if each["date"]), default=None)
    return _line(short_date(last), (typed(of["topic"]), typed(of["result"])), steps)


def _mentoring(of: Record, typed: Typed, words: NullTranslations) -> Values:
    pair = f"{of['mentor']['listed']} – {of['novice']['listed']}"
    return _line(span(of["begins"], of["ends"]), (pair,), (typed(of["plan"]), typed(of["result"])))


def _work(of: Record, typed: Typed, words: NullTranslations) -> Values:
    level = word(LEVELS, of["level"], words)
    return _line(
        short_date(of["held_on"]),
        (typed(of["title"]),),
        (word(WORKS, of["kind"], words), level, typed(of["place"])),
    )


def _line(day: str, what: tuple[str, ...], more: tuple[str, ...] | list[str]) -> Values:
    return {"date": day, "what": "\n".join(filter(None, what)), "more": "\n".join(filter(None, more))}


_ROWS: dict[str, Callable[[Record, Typed, NullTranslations], Values]] = {
    "course": _course,
    "attestation": _attestation,
    "self_education": _self_education,
    "practice": _practice,
    "mentoring": _mentoring,
    "methodical_work": _work,
}
