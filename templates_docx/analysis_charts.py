"""The charts of an analysis, drawn from its own tables: what stands in a table stands in its chart."""

from collections.abc import Sequence
from fractions import Fraction
from gettext import NullTranslations
from typing import Any

from templates_docx.catalogue import N_
from templates_docx.charts import bar, column, line
from templates_docx.quality_charts import MOST_COLUMNS
from templates_docx.quality_words import period
from templates_docx.values import Record, Typed, Values

PASSED, QUALITY = N_("Pass rate"), N_("Quality of knowledge")


BRIEF = ("quarters",)
"""Tables whose charts a short analysis draws."""


def charts(of: Record, typed: Typed, words: NullTranslations, only: Sequence[str] = ()) -> list[Values]:
    """Return the charts of a section, those that have something to compare; `only`: of these tables."""
    tables = {each["code"]: each for each in of["tables"] if not only or each["code"] in only}
    draw = {5: _plan, 7: _quality, 8: _tests}.get(of["number"])
    return draw(tables, typed, words) if draw else []


def _plan(tables: dict[str, Record], typed: Typed, words: NullTranslations) -> list[Values]:
    if "plan" not in tables:
        return []
    lines = tables["plan"]["lines"]
    names = [f"{number}. {_name(of, typed)}" for number, of, *_figures in lines]
    series = {words.gettext("Done, %"): [_share(each[-1]) for each in lines]}
    return [bar(words.gettext("Plan done by sections, %"), names, series)]


def _quality(tables: dict[str, Record], typed: Typed, words: NullTranslations) -> list[Values]:
    found = []
    if "classes" in tables and len(tables["classes"]["lines"]) > 1:
        lines = tables["classes"]["lines"][:MOST_COLUMNS]
        series = {words.gettext(PASSED): _column(lines, 2), words.gettext(QUALITY): _column(lines, 3)}
        title = words.gettext("Pass rate and quality by classes, %")
        found.append(column(title, [each[0] for each in lines], series))
    if "subjects" in tables and len(tables["subjects"]["lines"]) > 1:
        lines = tables["subjects"]["lines"]
        series = {words.gettext(QUALITY): _column(lines, 3)}
        title = words.gettext("Quality of knowledge by subjects, %")
        found.append(bar(title, [typed(each[0]) for each in lines], series))
    if "quarters" in tables:
        lines = tables["quarters"]["lines"]
        series = {words.gettext(PASSED): _column(lines, 2), words.gettext(QUALITY): _column(lines, 3)}
        names = [_period(each[0], words) for each in lines]
        found.append(line(words.gettext("Quality of knowledge by quarters, %"), names, series))
    if "years" in tables:
        lines = tables["years"]["lines"]
        series = {words.gettext(PASSED): _column(lines, 2), words.gettext(QUALITY): _column(lines, 3)}
        found.append(column(words.gettext("Years compared, %"), [each[0] for each in lines], series))
    return found


def _tests(tables: dict[str, Record], typed: Typed, words: NullTranslations) -> list[Values]:
    if "tests_subjects" not in tables:
        return []
    lines = tables["tests_subjects"]["lines"]
    series = {words.gettext(PASSED): _column(lines, 3), words.gettext(QUALITY): _column(lines, 4)}
    return [column(words.gettext("Control works by subjects, %"), [typed(each[0]) for each in lines], series)]


def _column(lines: list[list[Any]], at: int) -> list[Fraction | None]:
    return [_share(each[at]) for each in lines]


def _share(value: Any) -> Fraction | None:
    return Fraction(*value["share"]) if value else None


def _name(value: Any, typed: Typed) -> str:
    ky, _line, ru = value["word"][1].partition("\n")
    return typed.named({"title_ky": ky, "title_ru": ru}, "title")


def _period(value: Any, words: NullTranslations) -> str:
    name, _space, part = value["word"][1].partition(" ")
    return period({"period": name, "part": int(part or 0), "year": 0}, words)
