"""What the figures of a period say in words: the conclusion of a report, drafted for the leader to go on with."""

from collections.abc import Sequence
from fractions import Fraction
from gettext import NullTranslations

from db.rules import quality
from db.rules.quality import NO_BREAK
from templates_docx.catalogue import N_
from templates_docx.dates import school_year
from templates_docx.values import Record, Typed

TRENDS = {"rise": N_("risen"), "fall": N_("fallen"), "kept": N_("unchanged")}
"""Codes of `quality.trend`."""
POINTS = N_("p. p.")


def period(when: Record, words: NullTranslations, *, with_year: bool = False) -> str:
    """Name a period, {"year", "period", "part"}: «2-чейрек», «жыл»; before another year's its school year."""
    if when["period"] == "year":
        return school_year(when["year"], words) if with_year else words.gettext("the year")
    name = N_("quarter {number}") if when["period"] == "quarter" else N_("half-year {number}")
    part = words.gettext(name).format(number=when["part"])
    return f"{school_year(when['year'], words)}, {part}" if with_year else part


def moved(before: Fraction | None, after: Fraction | None, words: NullTranslations) -> str:
    """Say how a share has moved: «жогорулады, +1,2 п. п.»; nothing where one of both is not known."""
    code = quality.trend(before, after)
    if not code:
        return ""
    return f"{words.gettext(TRENDS[code])}, {points(before, after, words)}"


def points(before: Fraction | None, after: Fraction | None, words: NullTranslations) -> str:
    """Write a change with its unit, «+1,2 п. п.»."""
    return f"{quality.points(before, after)}{NO_BREAK}{words.gettext(POINTS)}"


def conclusion(content: Record, typed: Typed, words: NullTranslations) -> list[str]:
    """Return the sentences that the figures allow; none where nobody is due a mark."""
    of = content["total"]
    if not of["whole"]:
        return []
    figure = quality.percent(of["figures"]["quality"])
    return [
        words.gettext("Quality of knowledge: {figure}.").format(figure=figure),
        _compared(content, words),
        *_extremes(content["subjects"], typed, words, SUBJECTS),
        *_extremes(content["classes"], typed, words, CLASSES),
        *_ends(content["classes"], words),
        _behind(of, words),
    ]


SUBJECTS = (N_("The subject that rose most: {name}, {change}."), N_("The subject that fell most: {name}, {change}."))
CLASSES = (N_("The class that rose most: {name}, {change}."), N_("The class that fell most: {name}, {change}."))


def _compared(content: Record, words: NullTranslations) -> str:
    when, of = content["when"], content["total"]
    if of["before"] is None:
        return words.gettext("There is nothing to compare with in the period before.")
    before = {"year": when["before_year"], "period": when["period"], "part": when["before_part"]}
    said = words.gettext("In the period before ({period}): {figure} – {moved}.")
    return said.format(
        period=period(before, words, with_year=before["year"] != when["year"]),
        figure=quality.percent(of["before"]),
        moved=moved(of["before"], of["figures"]["quality"], words),
    )


def _extremes(rows: Sequence[Record], typed: Typed, words: NullTranslations, said: tuple[str, str]) -> list[str]:
    """Say which of several rose and fell most; one that is alone or did not move is not named."""
    known = [(of, quality.change(of["before"], of["figures"]["quality"])) for of in rows]
    moved_rows = [(of, change) for of, change in known if change is not None]
    if len(moved_rows) < 2:
        return []
    ordered = sorted(moved_rows, key=lambda pair: pair[1])
    ends = ((ordered[-1][0], said[0], "rise"), (ordered[0][0], said[1], "fall"))
    return [
        words.gettext(text).format(
            name=typed(of["name"]), change=points(of["before"], of["figures"]["quality"], words)
        )
        for of, text, code in ends
        if quality.trend(of["before"], of["figures"]["quality"]) == code
    ]  # fmt: skip


def _ends(rows: Sequence[Record], words: NullTranslations) -> list[str]:
    known = sorted((of for of in rows if of["whole"]), key=lambda of: of["figures"]["quality"])
    if len(known) < 2:
        return []
    said = words.gettext("The highest quality: {best}; the lowest: {least}.")
    named = [f"{of['name']} – {quality.percent(of['figures']['quality'])}" for of in (known[-1], known[0])]
    return [said.format(best=named[0], least=named[1])]


def _behind(of: Record, words: NullTranslations) -> str:
    *_better, two = of["marks"]
    return words.gettext("Marks «2»: {two}; not assessed: {absent}.").format(two=two, absent=of["not_assessed"])
