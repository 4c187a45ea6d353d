"""Plan against fact: how much of each section's and month's plan was done, and why the rest was not."""

from collections.abc import Sequence
from gettext import NullTranslations

from db.rules.calendar import YEAR_BEGINS_IN
from templates_docx.catalogue import N_, PaperLanguage
from templates_docx.dates import long_date, school_year
from templates_docx.plan_terms import day_and_month, month_name, state_text, term_text
from templates_docx.plans import BEYOND, owners_text, planned_lines, voice, work_text
from templates_docx.values import BLANK, Filled, Record, Typed, Values, head, signed

MONTHS = tuple((YEAR_BEGINS_IN - 1 + place) % 12 + 1 for place in range(12))
"""The months of a school year in their order; its table has a column for each."""
NOT_DONE = frozenset({"overdue", "partly", "marked", "moved", "cancelled"})
"""States of lines that were not done as planned, or are not proved to be."""
HAPPENED = {
    "open_lesson": N_("Open lesson"),
    "visit": N_("Mutual visit"),
    "extracurricular": N_("Extracurricular work"),
    "subject_event": N_("Subject event"),
    "week": N_("Subject week"),
    "contest": N_("Contest"),
    "olympiad": N_("Olympiad"),
    "control_test": N_("Control work"),
    "norm": N_("Normative document"),
    "study": N_("Study of teaching"),
}
"""What was done, by the kind of an activity, else by its table."""


def fact_values(content: Record, day: str, paper: PaperLanguage) -> Filled:
    """Return plan against fact as of an ISO day.

    `content` is a plan's with every line of the year; its "fact" is {"months": [[year, month], …], "rows": [FIGURES],
    "unplanned": FIGURES, "total": FIGURES}; FIGURES is {"number", "title_ky", "title_ru", "cells": [[done, planned],
    …] by the months, "whole_year": [done, planned], "total": [done, planned]}. "apart" is what was held and no line
    of the plan names.
    """
    typed, words = voice(content, paper)
    year = school_year(content["first_year"], words)
    values = head(content, typed) | {
        "year": year,
        "date": long_date(day, words),
        "place": typed.named(content["school"], "place") or BLANK,
        "leader": signed(content["leader"]) or BLANK,
        "months": [month_name(month, words)[:3] for month in MONTHS],
        "rows": _figures(content["fact"], typed, words),
        "empty": words.gettext("Nothing has been entered in the plan yet."),
        "not_done": _not_done(content, typed, words),
        "apart": [_apart(row, typed, words) for row in content.get("apart", [])],
        "all_done": words.gettext("No work is overdue, moved or taken out of the plan."),
    }
    return Filled(values, words.gettext("Plan and fact, {year}").format(year=year), typed.untranslated)


def _figures(figures: Record, typed: Typed, words: NullTranslations) -> list[Values]:
    """Return a row for every section with lines, the unplanned work and the sum; nothing for an empty plan."""
    if not figures["total"]["total"][1] and not figures["unplanned"]["total"][1]:
        return []
    months = [month for _year, month in figures["months"]]
    rows = [
        {"number": row["number"], "title": typed.named(row, "title"), **_cells(row, months)}
        for row in figures["rows"]
        if row["total"][1]
    ]
    beyond = {"number": "", "title": words.gettext(BEYOND), **_cells(figures["unplanned"], months, counted=True)}
    return [*rows, beyond, {"number": "", "title": words.gettext(N_("In all")), **_cells(figures["total"], months)}]


def _cells(row: Record, months: Sequence[int], *, counted: bool = False) -> Values:
    by_month = [_sum(row["cells"], months, month) for month in MONTHS]
    return {
        "cells": [_figure(cell, counted) for cell in by_month],
        "whole_year": _figure(row["whole_year"], counted),
        "total": _figure(row["total"], counted),
    }


def _sum(cells: Sequence[Sequence[int]], months: Sequence[int], month: int) -> tuple[int, int]:
    """Add up what stands under a month, which a plan's grid may have twice, at both ends of the year."""
    found = [cell for cell, named in zip(cells, months, strict=True) if named == month]
    return sum(done for done, _ in found), sum(planned for _, planned in found)


def _figure(cell: Sequence[int], counted: bool) -> str:
    """Write «done/planned», of unplanned work how much of it there is, nothing where nothing was."""
    done, planned = cell
    if not planned:
        return ""
    return str(planned) if counted else f"{done}/{planned}"


def _not_done(content: Record, typed: Typed, words: NullTranslations) -> list[Values]:
    return [
        {
            "number": f"{section['number']}.{line['number']}",
            "text": work_text(line, typed),
            "term": term_text(line["term"], words),
            "owners": owners_text(line),
            "state": state_text(line, typed, words),
        }
        for section, line in planned_lines(content)
        if line["state"] in NOT_DONE
    ]


def _apart(row: Record, typed: Typed, words: NullTranslations) -> Values:
    named = HAPPENED[row["kind"]]
    kind, title = words.gettext(named), typed(row["title"])
    return {
        "day": day_and_month(row["date"]),
        "text": f"{kind}: {title}" if title else kind,
        "classes": row["classes"],
        "owners": owners_text(row),
    }
