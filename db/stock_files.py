"""What the program brings along: usual agenda items, phrases and associations, from the files in `db/stock`."""

from __future__ import annotations

import re
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


def asks_for_work(text: str) -> bool:
    """Whether a decision leaves work; one worded like a phrase without who and when («эске алынсын») does not."""
    return not any(pattern.fullmatch(text.strip()) for pattern in _resting())


@cache
def _resting() -> tuple[re.Pattern[str], ...]:
    """The decisions of the stock that name nobody and no day; a slot of theirs may hold anything."""
    phrases = [entry for entry in read_stock("phrases")["phrase"] if entry["kind"] == "decided" and not entry["slots"]]
    return tuple(_pattern(entry[language]) for entry in phrases for language in ("ky", "ru"))


def _pattern(phrase: str) -> re.Pattern[str]:
    """A phrase with anything in its slots; «боюнча» goes with its slot, which may be left out."""
    parts = (re.escape(part.strip()) for part in re.split(r"\{[^}]*\}(?: боюнча)?", phrase.rstrip(".")))
    return re.compile(".*".join(parts) + r"\.?", re.IGNORECASE)
