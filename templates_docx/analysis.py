"""The analysis of a year's or a quarter's work on paper (DOMAIN.md 8): in full, or short along the plan's sections.

The content is that of `db.analysis.content`: it alone is printed, so that a version stays what was handed in.
"""

from collections.abc import Sequence
from fractions import Fraction
from gettext import NullTranslations
from typing import Any

from db.rules import fund, quality
from db.rules.points import shown
from templates_docx import analysis_words as known
from templates_docx.analysis_charts import BRIEF, charts
from templates_docx.catalogue import PaperLanguage, texts
from templates_docx.control_tests import JOURNAL_SORTS
from templates_docx.dates import long_date, school_year, short_date
from templates_docx.journal import SORTS
from templates_docx.quality_words import period, points
from templates_docx.values import BLANK, Filled, Record, Typed, Values, capital, head, signed

PROSE = (2, 15, 16, 17)
"""Sections that are the leader's words alone."""
SHORT = (7, 14)
"""What of the records a short analysis tells beside the plan."""
TENTHS = frozenset({"points", "highest", "lowest"})
PLACES_OF_MEAN = 2
ROOM = 100
"""The width of a column of no special room, in the template's proportions."""


def full_values(content: Record, day: str, paper: PaperLanguage) -> Filled:
    """Return all 17 sections; of a quarter those that say something."""
    typed, words = Typed(content["language"], paper, content["twins"]), texts(paper)
    told = [of for of in content["sections"] if not content["quarter"] or _says(of) or of["number"] in PROSE[1:]]
    made = [_section(of, typed, words) for of in told]
    return _filled(content, day, typed, words, {"sections": made})


def short_values(content: Record, day: str, paper: PaperLanguage) -> Filled:
    """Return what was done along the plan's own sections, the main figures, and the leader's conclusions."""
    typed, words = Typed(content["language"], paper, content["twins"]), texts(paper)
    sections = content["sections"]
    plan = [_plan_section(of, typed) for of in content["plan"]]
    about = [said for number in (1, 4, 5) for said in sentences(sections[number - 1], words)]
    rest = [
        _section(sections[number - 1], typed, words, brief=True)
        for number in (*SHORT, *PROSE[1:])
        if _says(sections[number - 1])
    ]
    values = {
        "about": about, "plan": plan, "sections": rest,
        "empty": words.gettext("The plan of this time is empty."),
    }  # fmt: skip
    return _filled(content, day, typed, words, values)


def title(content: Record, words: NullTranslations) -> str:
    """Name an analysis: «… усулдук бирикменин 2026-2027-окуу жылындагы ишинин анализи»."""
    year = {"first": content["first_year"], "last": content["first_year"] + 1}
    if content["quarter"]:
        said = words.gettext("Analysis of the association's work, quarter {quarter} of {first}-{last}")
        return said.format(quarter=content["quarter"], **year)
    return words.gettext("Analysis of the association's work in {first}-{last}").format(**year)


def _filled(content: Record, day: str, typed: Typed, words: NullTranslations, made: Values) -> Filled:
    steps = {each["step"]: each for each in content["steps"]}
    considered, handed, read = (steps.get(code) for code in known.STEPS)
    said = title(content, words)
    values = head(content, typed) | {
        "draft": not content["version"],
        "title": said.upper(),
        "year": school_year(content["first_year"], words),
        "date": long_date(day, words),
        "place": typed.named(content["school"], "place") or BLANK,
        "leader": signed(content["leader"]) or BLANK,
        "protocol": str(considered["meeting_number"] or BLANK) if considered else BLANK,
        "considered_on": long_date(considered["date"], words) if considered else BLANK,
        "accepted_by": (handed["name"] if handed else "") or content["head_of_studies"] or BLANK,
        "accepted_on": long_date(handed["date"], words) if handed else BLANK,
        "read_by": (read["name"] if read else "") or content["head_of_studies"] or BLANK,
        "read_on": long_date(read["date"], words) if read else BLANK,
    }
    return Filled(values | made, said, typed.untranslated)


def _section(of: Record, typed: Typed, words: NullTranslations, *, brief: bool = False) -> Values:
    number = of["number"]
    return {
        "title": f"{number}. {words.gettext(known.TITLES[number - 1])}",
        "said": sentences(of, words),
        "tables": [] if brief else [_table(each, typed, words) for each in of["tables"]],
        "charts": charts(of, typed, words, BRIEF if brief else ()),
        "text": paragraphs(of, typed),
        "empty": "" if _says(of) else _nothing(number, words),
    }


def _says(of: Record) -> bool:
    return bool(of["facts"] or of["tables"] or of["text"].strip())


def _nothing(number: int, words: NullTranslations) -> str:
    return BLANK * 10 if number in PROSE else words.gettext("There are no records of this.")


def paragraphs(of: Record, typed: Typed) -> list[str]:
    """Return her own words, a paragraph a line."""
    return [typed(line) for line in of["text"].splitlines() if line.strip()]


def sentences(of: Record, words: NullTranslations) -> list[str]:
    """Return what the records say in a section, one sentence a fact."""
    return [sentence(each, words) for each in of["facts"]]


def sentence(fact: Record, words: NullTranslations) -> str:
    """Write the sentence of one fact."""
    figures = {name: _said(name, value, words) for name, value in fact["values"].items()}
    source = known.SENTENCES[fact["code"]]
    said = words.gettext(source).format(**figures)
    return said.removesuffix(".") if said.endswith("..") else said  # «п. п.» ends a sentence by itself


def _said(name: str, value: Any, words: NullTranslations) -> str:
    """A figure within a sentence."""
    found = _fraction(value)
    if found is None:
        return capital(word(value, words)) if name == "period" else word(value, words)
    if name == "change":
        return points(Fraction(0), found, words)
    plain = name in ("mean", "years_mean")
    return quality.number(found, PLACES_OF_MEAN if name == "mean" else 1) if plain else quality.percent(found)


def _table(of: Record, typed: Typed, words: NullTranslations) -> Values:
    """A table as its template repeats it: every cell knows the width of its column."""
    widths = [known.WIDE.get(code, 2) * ROOM for code in of["columns"]]
    heads = [words.gettext(known.COLUMNS[code]) for code in of["columns"]]
    source = known.TABLES[of["code"]]
    rows = [
        {"cells": [
            {"text": cell(code, value, typed, words), "width": width}
            for code, value, width in zip(of["columns"], line, widths, strict=True)
        ]}
        for line in of["lines"]
    ]  # fmt: skip
    return {
        "title": words.gettext(source),
        "columns": [{"text": text, "width": width} for text, width in zip(heads, widths, strict=True)],
        "rows": rows,
    }


def cell(code: str, value: Any, typed: Typed, words: NullTranslations) -> str:
    """Write a value in a column."""
    found = _fraction(value)
    if found is not None:
        if code == "change":
            return quality.points(Fraction(0), found)
        return quality.number(found, PLACES_OF_MEAN if code == "mean" else 1)
    if isinstance(value, int) and code in TENTHS:
        return shown(value)
    if isinstance(value, int) and code == "fund":
        return fund.som(value)
    if isinstance(value, str):
        return typed(value) or quality.NOTHING
    if isinstance(value, dict) and value.get("word", ("",))[0] == "section":
        ky, _line, ru = value["word"][1].partition("\n")
        return typed.named({"title_ky": ky, "title_ru": ru}, "title")
    return word(value, words)


def word(value: Any, words: NullTranslations) -> str:
    """Write a number, a day, a name or a code; a dash for what is not known."""
    if not isinstance(value, dict):
        return quality.NOTHING if value in (None, "") else str(value)
    if "day" in value:
        return short_date(value["day"])
    if "name" in value:
        return signed(value["name"])
    group, code = value["word"]
    if group == "period":
        name, _space, part = code.partition(" ")
        return period({"period": name, "part": int(part or 0), "year": 0}, words)
    if group == "test":
        return words.gettext(SORTS[JOURNAL_SORTS.get(code, code)])
    source = known.WORDS[group].get(code, "")
    return words.gettext(source) if source else quality.NOTHING


def _fraction(value: Any) -> Fraction | None:
    return Fraction(*value["share"]) if isinstance(value, dict) and "share" in value else None


def _plan_section(of: Record, typed: Typed) -> Values:
    """A section of the plan: how much of it was done, what, and what was not and why."""
    lines: Sequence[Record] = of["lines"]
    planned = [each for each in lines if each["planned"]]
    done = sum(each["done"] for each in planned)
    missed = [(typed(each["text"]), typed(each["reason"])) for each in lines if each["missed"]]
    return {
        "number": str(of["number"]),
        "title": typed.named({"title_ky": of["ky"], "title_ru": of["ru"]}, "title"),
        "share": f"{done} / {len(planned)} ({quality.percent(quality.share(done, len(planned)))})",
        "done": "; ".join(typed(each["text"]) for each in lines if each["done"]) or quality.NOTHING,
        "missed": "; ".join(" – ".join(filter(None, each)) for each in missed) or quality.NOTHING,
    }
