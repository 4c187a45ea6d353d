"""What the program brings along: usual agenda items, phrases and associations, from the files in `db/stock`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "stock"


@dataclass(frozen=True, slots=True)
class StockPhrase:
    """A phrase in both languages; `month` is that of the meeting at which an agenda item is usual, 0 = any."""

    kind: str
    position: int
    ky: str
    ru: str
    month: int


@dataclass(frozen=True, slots=True)
class AssociationChoice:
    """An association offered at the first start: how the list names it, and its name on papers."""

    profile: str
    label_ky: str
    label_ru: str
    name_ky: str
    name_ru: str


def read_stock(name: str) -> dict[str, Any]:
    """A stock file whole."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def association_choices() -> list[AssociationChoice]:
    """The associations to choose from, in the order of the list."""
    return [AssociationChoice(**entry) for entry in read_stock("associations")["association"]]


def stock_phrases() -> list[StockPhrase]:
    """All phrases and usual agenda items, in the order of their lists."""
    phrases = [(entry, entry["kind"]) for entry in read_stock("phrases")["phrase"]]
    items = [
        (entry, "agenda" if entry["kind"] == "ordinary" else entry["kind"]) for entry in read_stock("agenda")["item"]
    ]
    return [
        StockPhrase(kind, position, entry["ky"], entry["ru"], entry.get("month", 0))
        for position, (entry, kind) in enumerate(phrases + items, 1)
    ]


@dataclass(frozen=True, slots=True)
class StockLine:
    """A usual line of a section of the plan; `owner` is leader or empty, `month` and `quarter` say its term."""

    ky: str
    ru: str
    kind: str
    term: str
    owner: str = ""
    month: int | None = None
    quarter: int | None = None
    result_ky: str = ""
    result_ru: str = ""


@dataclass(frozen=True, slots=True)
class StockSection:
    """A usual section of a yearly plan with its usual lines."""

    number: int
    ky: str
    ru: str
    lines: tuple[StockLine, ...]


def plan_sections() -> list[StockSection]:
    """The usual sections of a yearly plan, by number."""
    return [
        StockSection(
            entry["number"], entry["ky"], entry["ru"], tuple(StockLine(**line) for line in entry.get("line", ()))
        )
        for entry in read_stock("plan")["section"]
    ]


def usual_motto(language: str) -> str:
    """The motto on a plan's title page until another one is written."""
    return str(read_stock("plan")["head"][f"motto_{language}"])


def plan_twins(language: str) -> dict[str, str]:
    """The usual texts of a plan in a language, with each in the other one."""
    pairs = [(usual_motto("ky"), usual_motto("ru"))]
    for line in (line for section in plan_sections() for line in section.lines):
        pairs += [(line.ky, line.ru), (line.result_ky, line.result_ru)]
    twins = pairs if language == "ky" else [(ru, ky) for ky, ru in pairs]
    return {text: twin for text, twin in twins if text and twin}


def asks_for_work(text: str) -> bool:
    """Whether a decision leaves work to do; «… эске алынсын» or «… шайлансын» settle the matter by themselves."""
    return not any(wording in text.casefold() for wording in _settling())


@cache
def _settling() -> tuple[str, ...]:
    return tuple(read_stock("phrases")["settling"])


@dataclass(frozen=True, slots=True)
class AnalysisPhrase:
    """A usual sentence of a section of the analysis that the leader writes herself."""

    section: int
    ky: str
    ru: str


def analysis_phrases() -> list[AnalysisPhrase]:
    """The usual sentences of an analysis, in the order of the file."""
    return [AnalysisPhrase(entry["section"], entry["ky"], entry["ru"]) for entry in read_stock("analysis")["phrase"]]


def analysis_twins(language: str) -> dict[str, str]:
    """The usual sentences of an analysis in a language, with each in the other one."""
    found = analysis_phrases()
    return {each.ru: each.ky for each in found} if language == "ru" else {each.ky: each.ru for each in found}
