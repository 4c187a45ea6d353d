"""Control works on paper: the analysis of those held (DOMAIN.md 12.6, 3.2), and a quarter's schedule."""

from collections.abc import Sequence
from fractions import Fraction
from gettext import NullTranslations
from itertools import groupby

from db.rules import quality
from db.rules.quality import Counts
from templates_docx.catalogue import N_, PaperLanguage, texts
from templates_docx.dates import long_date, school_year, short_date
from templates_docx.headings import heading_values
from templates_docx.journal import SORTS
from templates_docx.values import Filled, Record, Typed, Values, capital, signed

JOURNAL_SORTS = {"quarter": "quarter_test", "other": "other_test"}
"""Kinds of works that the journal's words have another name for."""
WEEKDAYS = (
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"),
)  # fmt: skip


def tests_values(heading: Record, works: Sequence[Record], paper: PaperLanguage) -> Filled:
    """Return the analysis of control works in the order given.

    A work is {"kind": code, "title", "reason", "subject", "class_name", "teacher": NAME or None, "author": NAME or
    None, "date": ISO or None, "weekday": 0 to 6 or None, "lesson": number or None, "room", "best": 5 or 10, "listed",
    "wrote": numbers or None, "marks": {mark: pupils}, "mistakes", "measures", "requirements": [{"text", "mastered":
    number or None, "missed": bool}]}. `heading` has "scope": {"year", "quarter", "class_name", "person": NAME or
    None, "one": bool} and "percent", below which a requirement is not mastered; of `one` work all are listed.
    """
    typed, words = Typed(heading["language"], paper, heading["twins"]), texts(paper)
    scope = _scope(heading["scope"], words)
    rows = [_row(number, of, typed, words) for number, of in enumerate(works, 1)]
    values = heading_values(heading, typed, words) | {
        "scope": scope,
        "rows": [*rows, *_total(works, words)],
        "empty": words.gettext("No control works were held in this time."),
        "ten": any(of["best"] == 10 for of in works),
        **_requirements(heading, works, typed, words),
    }
    return Filled(values, words.gettext("Analysis of control works, {scope}").format(scope=scope), typed.untranslated)


def schedule_values(heading: Record, works: Sequence[Record], paper: PaperLanguage) -> Filled:
    """Return the schedule of a quarter's control works by days; `heading` has "undated": how many have no day yet."""
    typed, words = Typed(heading["language"], paper, heading["twins"]), texts(paper)
    scope, numbered = _scope(heading["scope"], words), list(enumerate(works, 1))
    days = [
        {"title": _day(date, words), "lines": [_line(number, of, typed, words) for number, of in of_day]}
        for date, of_day in groupby(numbered, lambda pair: (pair[1]["date"], pair[1]["weekday"]))
    ]
    undated = words.gettext("Control works whose day is not set yet: {count}.").format(count=heading["undated"])
    values = heading_values(heading, typed, words) | {
        "scope": scope,
        "days": days,
        "empty": words.gettext("No control works are planned for this quarter."),
        "undated": undated if heading["undated"] else "",
    }
    return Filled(values, words.gettext("Schedule of control works, {scope}").format(scope=scope), typed.untranslated)


def _scope(scope: Record, words: NullTranslations) -> str:
    """Say of what time, class and teacher: «2026-2027-окуу жылы · 1-чейрек · 4-А»."""
    quarter = words.gettext("quarter {number}").format(number=scope["quarter"]) if scope["quarter"] else ""
    parts = (school_year(scope["year"], words), quarter, scope["class_name"], signed(scope["person"]))
    return " · ".join(part for part in parts if part)


def _row(number: int, of: Record, typed: Typed, words: NullTranslations) -> Values:
    author = words.gettext("made by: {name}").format(name=signed(of["author"])) if of["author"] else ""
    lesson = words.gettext("lesson {number}").format(number=of["lesson"]) if of["lesson"] else ""
    return {
        "number": str(number),
        "kind": "\n".join(part for part in (_kind(of, words), typed(of["title"]), typed(of["reason"])) if part),
        "place": f"{typed(of['subject'])}, {of['class_name']}",
        "teacher": "\n".join(part for part in (signed(of["teacher"]), author) if part),
        "date": "\n".join(part for part in (short_date(of["date"]), lesson) if part),
        "mistakes": typed(of["mistakes"]),
        "measures": typed(of["measures"]),
        **_figures(of["listed"], of["wrote"], quality.counts(of["marks"], of["best"]), quality.mean_mark(of["marks"])),
    }


def _figures(listed: int | None, wrote: int | None, counts: Counts, mean: Fraction | None) -> Values:
    """Return who is listed and wrote, the marks by level and the indicators; dashes where nothing is known."""
    known = wrote is not None and counts.whole > 0
    marks = (counts.five, counts.four, counts.three, counts.two)
    return {
        "wrote": f"{listed} / {wrote}" if known else quality.NOTHING,
        "marks": [str(each) if known else quality.NOTHING for each in marks],
        "passed": quality.number(quality.pass_rate(counts)),
        "quality": quality.number(quality.quality(counts)),
        "mean": quality.number(mean, 2),
    }


def _total(works: Sequence[Record], words: NullTranslations) -> list[Values]:
    """Return the row of all works with results together, where there are several; the mean only of one scale."""
    counted = [of for of in works if of["marks"]]
    if len(counted) < 2:
        return []
    counts = sum((quality.counts(of["marks"], of["best"]) for of in counted), Counts())
    listed, wrote = (sum(of[name] or 0 for of in counted) for name in ("listed", "wrote"))
    marks: dict[int, int] = {}
    for of in counted:
        marks |= {mark: marks.get(mark, 0) + pupils for mark, pupils in of["marks"].items()}
    mean = quality.mean_mark(marks) if len({of["best"] for of in counted}) == 1 else None
    blank = dict.fromkeys(("number", "place", "teacher", "date", "mistakes", "measures"), "")
    return [blank | {"kind": words.gettext("In all")} | _figures(listed, wrote, counts, mean)]


def _requirements(heading: Record, works: Sequence[Record], typed: Typed, words: NullTranslations) -> Values:
    """Return what was not mastered, or of one work all that it checks, and a sentence where there is nothing."""
    one, percent = heading["scope"]["one"], heading["percent"]
    title = N_("Requirements of the standard") if one else N_("Requirements that were not mastered (below {percent} %)")
    every = [(of, each) for of in works for each in of["requirements"]]
    wanted = [(of, each) for of, each in every if one or each["missed"]]
    counted = any(each["mastered"] is not None for _of, each in every)
    said = N_("All requirements that were checked are mastered.") if counted else N_("No requirements were counted.")
    return {
        "requirements_title": words.gettext(title).format(percent=percent),
        "requirements": [_requirement(at, of, each, typed, words) for at, (of, each) in enumerate(wanted, 1)],
        "none_missed": words.gettext(said),
    }


def _requirement(number: int, of: Record, each: Record, typed: Typed, words: NullTranslations) -> Values:
    known = each["mastered"] is not None and of["wrote"]
    note = words.gettext("not mastered") if each["missed"] else words.gettext("mastered") if known else ""
    return {
        "number": number,
        "place": f"{typed(of['subject'])}, {of['class_name']}",
        "date": short_date(of["date"]),
        "text": typed(each["text"]),
        "mastered": f"{each['mastered']} / {of['wrote']}" if known else quality.NOTHING,
        "share": quality.number(quality.share(each["mastered"], of["wrote"])) if known else quality.NOTHING,
        "state": note,
    }


def _line(number: int, of: Record, typed: Typed, words: NullTranslations) -> Values:
    return {
        "number": number,
        "lesson": of["lesson"] or "",
        "class_name": of["class_name"],
        "subject": typed(of["subject"]),
        "kind": "\n".join(part for part in (_kind(of, words), typed(of["title"])) if part),
        "teacher": signed(of["teacher"]),
        "room": of["room"],
    }


def _kind(of: Record, words: NullTranslations) -> str:
    kind = str(of["kind"])
    return capital(words.gettext(SORTS[JOURNAL_SORTS.get(kind, kind)]))


def _day(day: tuple[str | None, int | None], words: NullTranslations) -> str:
    """Write «2026-жылдын 15-сентябры, шейшемби»."""
    date, weekday = day
    return f"{long_date(date, words)}, {words.gettext(WEEKDAYS[weekday or 0])}"
