"""Open lessons, mutual visits, events and subject weeks on paper (DOMAIN.md 6.2, 12.9, 12.10)."""

from collections.abc import Sequence
from gettext import NullTranslations

from templates_docx.catalogue import N_, PaperLanguage, texts
from templates_docx.dates import clock, school_year, short_date
from templates_docx.headings import heading_values
from templates_docx.journal import SORTS
from templates_docx.values import BLANK, Filled, Record, Typed, Values, capital, open_end, signed, signed_list

LEVELS = {
    "association": N_("level of the association"),
    "school": N_("level of the school"),
    "district": N_("level of the district"),
    "region": N_("level of the region"),
    "republic": N_("level of the republic"),
    "international": N_("international level"),
}
BY_HAND = "____________"
"""Stands where visitor and visited sign."""

_TEXTS = ("title", "form", "subject", "room", "reason", "aim", "tasks", "course", "results", "conclusion")
_NOTHING: Values = {
    "kind": "week", "responsible": [], "participants": None, "date": None, "ends": None, "starts": "", "classes": "",
    "level": "", "moves": [], "state": "planned", **dict.fromkeys(_TEXTS, ""),
}  # fmt: skip
"""An event of which nothing is known: its fields name what a report prints."""


def open_lessons_values(base: Record, lessons: Sequence[Record], paper: PaperLanguage) -> Filled:
    """Return the schedule; `base` is a heading with `year` and `quarter` (None: the whole year).

    A lesson is a record of `compose.events`: kind, days in ISO, people, texts, moves, results.
    """
    typed, words = Typed(base["language"], paper, base["twins"]), texts(paper)
    rows = [
        {
            "number": number,
            "teacher": signed_list(each["responsible"]),
            "classes": each["classes"],
            "subject": typed(each["subject"]),
            "topic": typed(each["title"]),
            "day": short_date(each["date"]),
            "lesson": _lesson(each),
            "level": _level(each, words),
            "done": _fulfilment(each, typed, words),
        }
        for number, each in enumerate(lessons, 1)
    ]
    scope = _scope(base, words)
    values = heading_values(base, typed, words) | {"scope": scope, "rows": rows}
    title = words.gettext("Schedule of open lessons, {scope}").format(scope=scope)
    return Filled(values, title, typed.untranslated)


def visits_values(base: Record, visits: Sequence[Record], paper: PaperLanguage) -> Filled:
    """Return the journal of mutual visits; what was seen and advised comes from the lesson analyses."""
    typed, words = Typed(base["language"], paper, base["twins"]), texts(paper)
    rows = [
        {
            "number": number,
            "day": _day_and_lesson(visit, words),
            "visitor": signed_list(visit["visitors"]),
            "visited": signed_list(visit["responsible"]),
            "about": _about(visit, typed),
            "aim": typed(visit["aim"]),
            "seen": "\n".join(_seen(each, typed, words) for each in visit["observations"]),
            "advice": "\n".join(typed(text) for text in visit["advice"]),
            "signatures": f"{BY_HAND}\n{BY_HAND}",
        }
        for number, visit in enumerate(visits, 1)
    ]  # fmt: skip
    scope = _scope(base, words)
    values = heading_values(base, typed, words) | {"scope": scope, "rows": rows}
    title = words.gettext("Journal of mutual visits, {scope}").format(scope=scope)
    return Filled(values, title, typed.untranslated)


def event_values(base: Record, event: Record | None, paper: PaperLanguage) -> Filled:
    """Return the report on one event; None where none was entered."""
    typed, words = Typed(base["language"], paper, base["twins"]), texts(paper)
    values = heading_values(base, typed, words) | {"year": school_year(base["year"], words), "found": event is not None}
    values |= (
        _told(event, values["leader"], typed, words) if event else dict.fromkeys(_told(_NOTHING, "", typed, words), "")
    )
    values |= _outcomes(event["outcomes"] if event else [], typed)
    name = values["name"] or school_year(base["year"], words)
    title = words.gettext("Report on an event, {name}").format(name=name)
    return Filled(values, title, typed.untranslated)


def week_values(base: Record, week: Record | None, parts: Sequence[Record], paper: PaperLanguage) -> Filled:
    """Return a subject week's plan by days and its report; None where there is no week."""
    typed, words = Typed(base["language"], paper, base["twins"]), texts(paper)
    values = heading_values(base, typed, words) | {"year": school_year(base["year"], words), "found": week is not None}
    values |= (
        _told(week, values["leader"], typed, words) if week else dict.fromkeys(_told(_NOTHING, "", typed, words), "")
    )
    values["rows"] = [
        {
            "day": " – ".join(short_date(day) for day in (part["date"], part["ends"]) if day),
            "event": typed(part["title"]),
            "classes": part["classes"],
            "owners": ",\n".join(signed(each) for each in part["responsible"]),
            "done": _fulfilment(part, typed, words),
        }
        for part in parts
    ]
    everything = [*(week["outcomes"] if week else []), *(each for part in parts for each in part["outcomes"])]
    values |= _outcomes(everything, typed)
    counted = [part["participants"] for part in parts if part["participants"] is not None]
    if week and week["participants"] is None and counted:
        values["participants"] = str(sum(counted))
    title = words.gettext("Subject week, {name}").format(name=values["name"] or school_year(base["year"], words))
    return Filled(values, title, typed.untranslated)


def _told(event: Record, leader: str, typed: Typed, words: NullTranslations) -> Values:
    """What a report says of an event; what is required and not known leaves room to write by hand.

    Who answers for it signs; the leader signs once, as the leader.
    """
    sort = SORTS[event["kind"]]
    kinds = [capital(words.gettext(sort)), typed(event["form"])]
    days = " – ".join(short_date(day) for day in (event["date"], event["ends"]) if day)
    where = (clock(event["starts"]), typed(event["room"]))
    return {
        "name": typed(event["title"]),
        "kind": ", ".join(each for each in kinds if each),
        "level": _level(event, words),
        "aim": typed(event["aim"]) or BLANK,
        "tasks": typed(event["tasks"]) or BLANK,
        "days": days or BLANK,
        "where": ", ".join(each for each in where if each),
        "classes": event["classes"],
        "subject": typed(event["subject"]),
        "owners": signed_list(event["responsible"]) or BLANK,
        "participants": BLANK if event["participants"] is None else str(event["participants"]),
        "course": typed(event["course"]) or BLANK,
        "results": typed(event["results"]),
        "conclusion": typed(event["conclusion"]) or BLANK,
        "state": _fulfilment(event, typed, words),
        "signers": [signed(each) for each in event["responsible"] if signed(each) != leader],
    }


def _outcomes(outcomes: Sequence[Record], typed: Typed) -> Values:
    """The places of classes and the rewarded pupils as two tables."""

    def rows(kind: str) -> list[Values]:
        of_kind = [each for each in outcomes if each["kind"] == kind]
        return [
            {
                "number": number, "name": each["name"], "class_name": each["class_name"], "place": typed(each["place"]),
                "award": typed(each["award"]),
            }
            for number, each in enumerate(of_kind, 1)
        ]  # fmt: skip

    return {"classes_won": rows("class"), "pupils": rows("pupil")}


def _scope(base: Record, words: NullTranslations) -> str:
    """«2026-2027-окуу жылы, 2-чейрек»."""
    year = school_year(base["year"], words)
    if base["quarter"] is None:
        return year
    return ", ".join((year, words.gettext("quarter {number}").format(number=base["quarter"])))


def _lesson(of: Record) -> str:
    """The number of the lesson, else the hour."""
    return str(of["lesson"]) if of["lesson"] is not None else clock(of["starts"])


def _day_and_lesson(of: Record, words: NullTranslations) -> str:
    """«14.10.2026», under it «2-сабак»."""
    number = of["lesson"]
    lesson = clock(of["starts"]) if number is None else words.gettext("lesson {number}").format(number=number)
    return "\n".join(each for each in (short_date(of["date"]), lesson) if each)


def _about(of: Record, typed: Typed) -> str:
    """Class, subject and topic, one under the other."""
    return "\n".join(text for text in (of["classes"], typed(of["subject"]), typed(of["title"])) if text)


def _level(of: Record, words: NullTranslations) -> str:
    level = LEVELS.get(of["level"], "")
    return words.gettext(level) if level else ""


def _seen(of: Record, typed: Typed, words: NullTranslations) -> str:
    """What one observer wrote, each part under its name."""
    named = ((N_("Strong: {text}"), "strong"), (N_("Weak: {text}"), "weak"), (N_("Conclusion: {text}"), "conclusions"))
    return "\n".join(
        words.gettext(source).format(text=typed(of[field])) for source, field in named if of[field].strip()
    )


def _fulfilment(of: Record, typed: Typed, words: NullTranslations) -> str:
    """Whether it was held, called off and why, or from which day it was moved and why."""
    parts = []
    if of["state"] == "held":
        parts.append(words.gettext("was held"))
    elif of["state"] == "cancelled":
        parts.append(_because(words.gettext("was called off"), typed(of["reason"])))
    for move in of["moves"]:
        moved = words.gettext("moved from {day}").format(day=short_date(move["day"])) if move["day"] else ""
        parts.append(_because(moved or words.gettext("moved"), typed(move["reason"])))
    return "; ".join(parts)


def _because(what: str, reason: str) -> str:
    return f"{what} ({open_end(reason)})" if reason else what
