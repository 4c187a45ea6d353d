"""Slips of marks to be filled in by hand, and how the programme was fulfilled (DOMAIN.md 5, 12.7)."""

from collections.abc import Sequence
from gettext import NullTranslations
from typing import Any

from db.rules import quality
from templates_docx.catalogue import N_, PaperLanguage, texts
from templates_docx.headings import heading_values
from templates_docx.quality_words import period
from templates_docx.values import Filled, Record, Typed, Values, signed

LINES = 7
"""A slip has at least so many lines: two slips fill a page."""
TO_A_PAGE = 2


def slips_values(heading: Record, slips: Sequence[Record], paper: PaperLanguage) -> Filled:
    """Return a slip for each teacher, half a page long.

    A slip is {"name": NAME or None, "rows": [{"class_name", "subject", "start": number or None}]}. `heading` has
    "year", "quarter", and "scale", the best mark.
    """
    typed, words = Typed(heading["language"], paper, {}), texts(paper)
    scope = period(_when(heading), words, with_year=True)
    made = [_slip(each, typed, words) for each in slips]
    for place, each in enumerate(made):
        each["cut"] = place % TO_A_PAGE == 0 and place + 1 < len(made)
        each["new_page"] = place > 0 and place % TO_A_PAGE == 0
    values = heading_values(heading, typed, words) | {
        "scope": scope, "ten": heading["scale"] == max(quality.SCALES), "slips": made,
        "empty": words.gettext(N_("No classes and teachers are known for this period.")),
    }  # fmt: skip
    return Filled(values, words.gettext(N_("Slips of marks, {scope}")).format(scope=scope), typed.untranslated)


def programme_values(heading: Record, rows: Sequence[Record], paper: PaperLanguage) -> Filled:
    """Return how many hours of the programme were taught, by class and subject, with why some are behind.

    A row is {"class_name", "subject", "teacher": NAME or None, "plan", "taught": hours, "behind": text}. `heading` has
    "year", and "quarter" or 0 for the year.
    """
    typed, words = Typed(heading["language"], paper, {}), texts(paper)
    scope = period(_when(heading), words, with_year=True)
    told = [_row(number, each, typed) for number, each in enumerate(rows, 1)]
    plan, taught = (sum(each[name] for each in rows) for name in ("plan", "taught"))
    total = {"number": "", "class_name": words.gettext(N_("In all")), "subject": "", "teacher": "", "why": ""}
    values = heading_values(heading, typed, words) | {
        "scope": scope,
        "rows": [*told, total | _hours(plan, taught)] if told else [],
        "conclusion": _conclusion(rows, plan, taught, words) if told else "",
        "empty": words.gettext(N_("No hours of the programme are known for this period.")),
    }
    title = words.gettext(N_("Fulfilment of the programme, {scope}")).format(scope=scope)
    return Filled(values, title, typed.untranslated)


def _when(heading: Record) -> dict[str, Any]:
    quarter = heading["quarter"]
    return {"year": heading["year"], "period": "quarter" if quarter else "year", "part": quarter}


def _slip(of: Record, typed: Typed, words: NullTranslations) -> Values:
    rows = [
        {"class_name": each["class_name"], "subject": typed(each["subject"]),
         "start": "" if each["start"] is None else str(each["start"]), "blank": ""}
        for each in of["rows"]
    ]  # fmt: skip
    blank = dict.fromkeys(("class_name", "subject", "start", "blank"), "")
    name = of["name"]
    return {
        "name": name["full"] if name else words.gettext(N_("nobody named")),
        "signer": signed(name),
        "rows": [*rows, *[blank] * (LINES - len(rows))],
    }


def _row(number: int, of: Record, typed: Typed) -> Values:
    return {
        "number": str(number),
        "class_name": of["class_name"],
        "subject": typed(of["subject"]),
        "teacher": signed(of["teacher"]),
        "why": typed(of["behind"]),
        **_hours(of["plan"], of["taught"]),
    }


def _hours(plan: int, taught: int) -> Values:
    """Return the hours planned, taught and behind, and the share taught."""
    behind = plan - taught
    return {
        "plan": str(plan), "taught": str(taught), "behind": str(behind) if behind > 0 else quality.NOTHING,
        "percent": quality.number(quality.share(taught, plan)),
    }  # fmt: skip


def _conclusion(rows: Sequence[Record], plan: int, taught: int, words: NullTranslations) -> str:
    """Say in a sentence or two how the programme stands, and who is behind."""
    late = [each for each in rows if each["taught"] < each["plan"]]
    said = words.gettext(N_("Planned: {plan} hours, taught: {taught}, that is {percent}."))
    first = said.format(plan=plan, taught=taught, percent=quality.percent(quality.share(taught, plan)))
    if not late:
        whole = words.gettext(N_("The programme is fulfilled."))
        return f"{first} {whole}"
    hours = words.gettext(N_("{hours} h behind"))
    named = "; ".join(
        f"{each['class_name']}, {each['subject']} – {hours.format(hours=each['plan'] - each['taught'])}"
        for each in late
    )
    behind = words.gettext(N_("Behind: {names}.")).format(names=named)
    return f"{first} {behind}"
