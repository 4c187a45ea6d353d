"""The summary of an evaluation with its fund (DOMAIN.md 4.5), and an appeal with its answer."""

import re
from fractions import Fraction
from gettext import NullTranslations

from db.rules import fund
from db.rules.points import shown
from templates_docx.catalogue import PaperLanguage, texts
from templates_docx.dates import long_date
from templates_docx.evaluations import GIVING, NOT_APPLICABLE, bases, criterion_name, outcome, period
from templates_docx.headings import heading_values
from templates_docx.values import BLANK, Filled, Record, Typed, Values, signed

_PEOPLE = re.compile(r"[;\n]|,(?=[^,;\n]*\b[^\W\d_]\.)")
"""Between people: a semicolon, a new line, a comma before a part that has an initial."""


def summary_values(content: Record, paper: PaperLanguage) -> Filled:
    """Return everyone's points by criteria, totals, places and sums; `content` is an evaluation's or a heading."""
    typed, words = Typed(content["language"], paper, content["twins"]), texts(paper)
    sheets, money = content.get("sheets", []), content.get("money")
    rows = [_row(number, each, words) for number, each in enumerate(sheets, start=1)]
    values = heading_values(content, typed, words) | {
        "draft": bool(sheets) and content["evaluation"]["state"] in GIVING,
        "director": content["school"].get("director") or BLANK,
        "period": period(content, words),
        "edition": _edition(content, typed, words),
        "criteria": [str(each["number"]) for each in content.get("criteria", [])],
        "ranked": bool(content.get("ranked")),
        "money": money is not None,
        "rows": [*rows, _total(content, words)] if rows else [],
        "legend": "; ".join(
            f"{each['number']} – {criterion_name(each, typed)}" for each in content.get("criteria", [])
        ),
        "fund": _fund(money, words) if money else "",
        "bases": bases(content["evaluation"], words) if sheets else [],
        "commission": "commission" in content.get("columns", []),
        "chair": content["evaluation"]["commission_chair"] if sheets else "",
        "members": [each for each in _commission(content) if each],
        "empty": words.gettext("There is no evaluation for this time."),
    }
    title = ", ".join(part for part in (words.gettext("Summary of the evaluation"), period(content, words)) if part)
    return Filled(values, title, typed.untranslated)


def appeal_values(content: Record, sheet: Record | None, of: Record | None, paper: PaperLanguage) -> Filled:
    """Return an appeal with its answer; a heading alone where there is none."""
    typed, words = Typed(content["language"], paper, content["twins"]), texts(paper)
    values = heading_values(content, typed, words) | {
        "appeal": bool(of),
        "answered": bool(of and of["outcome"]),
        "period": period(content, words),
        "empty": words.gettext("There are no appeals for this time."),
    }
    who = signed(sheet["name"]) if sheet else ""
    values |= _appeal(content, sheet, of, typed, words) if sheet and of else {}
    title = ", ".join(part for part in (words.gettext("Appeal"), who, period(content, words)) if part)
    return Filled(values, title, typed.untranslated)


def _row(number: int, sheet: Record, words: NullTranslations) -> Values:
    return {
        "number": str(number),
        "name": sheet["name"]["listed"],
        "cells": [_cell(line, words) for line in sheet["lines"]],
        "total": shown(sheet["points"]),
        "rank": str(sheet["rank"] or ""),
        "share": "" if sheet["share"] is None else fund.som(sheet["share"]),
    }


def _cell(line: Record, words: NullTranslations) -> str:
    return words.gettext(NOT_APPLICABLE) if line["not_applicable"] else shown(line["final"]) or "–"


def _total(content: Record, words: NullTranslations) -> Values:
    """The last row: sums by criterion, of all points, of all shares."""
    sheets, money = content["sheets"], content["money"]
    finals = [[line["final"] or 0 for line in each["lines"]] for each in sheets]
    return {
        "number": "",
        "name": words.gettext("In total"),
        "cells": [shown(sum(column)) for column in zip(*finals, strict=True)],
        "total": shown(sum(each["points"] for each in sheets)),
        "rank": "",
        "share": fund.som(money["shared"]) if money else "",
    }


def _fund(money: Record, words: NullTranslations) -> str:
    """The fund and the price of a point, with how it is found; said clearly where nothing can be shared out."""
    said = words.gettext("Fund: {fund} som.").format(fund=fund.som(money["fund"]))
    if money["price"] is None:
        return " ".join((said, words.gettext("Nobody has points: the fund was not shared out.")))
    pattern = words.gettext("A point is worth {price} som (fund ÷ all points).")
    if money["by_load"] or money["by_period"]:
        pattern = words.gettext("A point of a whole load and the whole time is worth {price} som.")
    return " ".join((said, pattern.format(price=fund.som(round(Fraction(*money["price"]))))))


def _edition(content: Record, typed: Typed, words: NullTranslations) -> str:
    if content.get("version", 0) < 2:
        return ""
    pattern = words.gettext("version {number}. Reason: {reason}")
    return pattern.format(number=content["version"], reason=typed(content["reason"]))


def _commission(content: Record) -> list[str]:
    """The members of the commission, one a line; after a comma begins a new one where a name with initials follows."""
    typed = content["evaluation"]["commission_members"] if content.get("sheets") else ""
    return [part.strip(" ,") for part in _PEOPLE.split(typed)]


def _appeal(content: Record, sheet: Record, of: Record, typed: Typed, words: NullTranslations) -> Values:
    asked = next((each for each in content["criteria"] if each["number"] == of["criterion"]), None)
    whole = words.gettext("the whole sheet")
    return {
        "name": sheet["name"]["full"],
        "signed": sheet["name"]["signed"],
        "criterion": f"{of['criterion']}. {criterion_name(asked, typed)}" if asked else whole,
        "points": shown(of["old_points"]) or "–",
        "filed_on": long_date(of["filed_on"], words),
        "reason": typed(of["reason"]),
        "outcome": outcome(of, words),
        "reply": typed(of["reply"]) or BLANK,
        "new_points": shown(of["new_points"]) or shown(of["old_points"]) or "–",
        "protocol": of["protocol_number"] or BLANK,
        "decided_on": long_date(of["decided_on"], words) or BLANK,
        "chair": content["evaluation"]["commission_chair"],
    }
