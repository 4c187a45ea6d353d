"""Work by level of mastery, and what of the standard is not mastered, on paper; both of a quarter or a class."""

from collections.abc import Sequence
from gettext import NullTranslations
from itertools import groupby

from db.rules import quality
from templates_docx.catalogue import N_, PaperLanguage, texts
from templates_docx.dates import school_year, short_date
from templates_docx.headings import heading_values
from templates_docx.values import Filled, Record, Typed, Values, signed

LEVELS = {"high": N_("High"), "middle": N_("Middle"), "low": N_("Low")}


def level_values(heading: Record, groups: Sequence[Record], paper: PaperLanguage) -> Filled:
    """Return the work by level, by class and subject; `heading` has "scope": {"year", "quarter", "class_name"}.

    A group is {"class_name", "subject", "level", "pupils": number or None, "work", "time", "person": NAME or None,
    "result", "test": {"kind", "date", "quality"} or None}.
    """
    typed, words = Typed(heading["language"], paper, heading["twins"]), texts(paper)
    scope = _scope(heading["scope"], words)
    sections = [
        {"title": f"{class_name}, {typed(subject)}", "lines": [_group(of, typed, words) for of in found]}
        for (class_name, subject), found in groupby(groups, lambda of: (of["class_name"], of["subject"]))
    ]
    values = heading_values(heading, typed, words) | {
        "scope": scope,
        "sections": sections,
        "empty": words.gettext("No work by level is known for this quarter."),
    }
    title = words.gettext("Work by level of mastery, {scope}").format(scope=scope)
    return Filled(values, title, typed.untranslated)


def standard_values(heading: Record, found: Sequence[Record], paper: PaperLanguage) -> Filled:
    """Return the requirements that are not mastered with what is done; `heading` has "scope" and "percent".

    One is {"class_name", "subject", "quarter", "date", "text", "mastered", "wrote", "measure", "person": NAME or None,
    "deadline", "done_on"}.
    """
    typed, words = Typed(heading["language"], paper, heading["twins"]), texts(paper)
    scope = _scope(heading["scope"], words)
    without = sum(not of["measure"] for of in found)
    left = words.gettext("Without a measure so far: {count}.").format(count=without)
    values = heading_values(heading, typed, words) | {
        "scope": scope,
        "rows": [_missed(number, of, typed, words) for number, of in enumerate(found, 1)],
        "note": words.gettext("Not mastered: fewer than {percent} percent of those who wrote.").format(
            percent=heading["percent"]
        ),
        "left": left if without else "",
        "empty": words.gettext(
            "No test of this time found a requirement of the standard that fewer than {percent} percent mastered."
        ).format(percent=heading["percent"]),
    }
    title = words.gettext("Standard: what is not mastered, {scope}").format(scope=scope)
    return Filled(values, title, typed.untranslated)


def _scope(scope: Record, words: NullTranslations) -> str:
    quarter = words.gettext("quarter {number}").format(number=scope["quarter"]) if scope["quarter"] else ""
    parts = (school_year(scope["year"], words), quarter, scope["class_name"])
    return " · ".join(part for part in parts if part)


def _group(of: Record, typed: Typed, words: NullTranslations) -> Values:
    level = LEVELS[of["level"]]
    return {
        "level": words.gettext(level),
        "pupils": quality.NOTHING if of["pupils"] is None else str(of["pupils"]),
        "work": typed(of["work"]),
        "time": typed(of["time"]),
        "person": signed(of["person"]),
        "result": "\n".join(part for part in (typed(of["result"]), _test(of["test"], words)) if part),
    }


def _test(of: Record | None, words: NullTranslations) -> str:
    """Say «15.12.2026: сапаты – 64,0 %»."""
    if of is None:
        return ""
    said = words.gettext("{day}: quality – {figure}")
    return said.format(day=short_date(of["date"]), figure=quality.percent(of["quality"]))


def _missed(number: int, of: Record, typed: Typed, words: NullTranslations) -> Values:
    done = short_date(of["done_on"])
    state = words.gettext("done {day}").format(day=done) if done else ""
    return {
        "number": str(number),
        "place": f"{of['class_name']}, {typed(of['subject'])}",
        "quarter": str(of["quarter"] or ""),
        "date": short_date(of["date"]),
        "text": typed(of["text"]),
        "mastered": f"{of['mastered']} / {of['wrote']}",
        "share": quality.number(quality.share(of["mastered"], of["wrote"])),
        "measure": typed(of["measure"]),
        "person": signed(of["person"]),
        "deadline": short_date(of["deadline"]),
        "state": state,
    }
