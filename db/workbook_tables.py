"""A foreign workbook read as a table: its header found, the cells below it by field, texts through the gate."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from db.errors import Refused
from db.rules import alphabet
from db.rules.text import MAX_LINE, clean
from db.workbook_files import read_rows

HEADER_WITHIN = 10
"""The header stands in one of the first rows: titles above it are passed over."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a cell, as a code."""

    code: str


@dataclass(frozen=True, slots=True)
class Table:
    """The rows below the header, by their number in the sheet, each with its cells by field; empty rows are left out.

    `ignored` are headers that are no field.
    """

    rows: tuple[tuple[int, dict[str, Any]], ...]
    ignored: tuple[str, ...]


def read_table(path: Path, headers: Mapping[str, str], needed: Collection[str]) -> Table:
    """Read the first sheet; `headers` names fields by header, one of `needed` makes a row the header.

    Raises Refused as `read_rows` does, and `workbook_no_header`.
    """
    reader = _Reader(folded(headers), frozenset(needed))
    for number, cells in enumerate(read_rows(path), 1):
        reader.take(number, cells)
    return reader.table()


class _Reader:
    """Finds the header, then names the cells of every row below it."""

    def __init__(self, headers: Mapping[str, str], needed: frozenset[str]) -> None:
        self._headers = headers
        self._needed = needed
        self._columns: dict[int, str] = {}
        self._ignored: tuple[str, ...] = ()
        self._rows: list[tuple[int, dict[str, Any]]] = []

    def take(self, number: int, cells: Sequence[Any]) -> None:
        """Take the next row of the sheet."""
        if not self._columns:
            self._find_header(number, [str(cell.value or "") for cell in cells])
        elif any(cell.value not in (None, "") for cell in cells):
            named = {name: cells[place] for place, name in self._columns.items() if place < len(cells)}
            self._rows.append((number, named))

    def table(self) -> Table:
        """All that was read."""
        if not self._columns:
            raise Refused("workbook_no_header")
        return Table(tuple(self._rows), self._ignored)

    def _find_header(self, number: int, texts: Sequence[str]) -> None:
        if number > HEADER_WITHIN:
            raise Refused("workbook_no_header")
        found = {place: self._headers.get(fold(text), "") for place, text in enumerate(texts)}
        if self._needed & set(found.values()):
            self._columns = {place: name for place, name in found.items() if name}
            unknown = (text for place, text in enumerate(texts) if not found[place])
            self._ignored = tuple(clean(text, multiline=False).text for text in unknown if text.strip())


class Gate:
    """Lets text of cells through, and counts what it took out of them."""

    def __init__(self) -> None:
        self.removed = 0

    def line(self, cell: Any, limit: int = MAX_LINE, *, multiline: bool = False) -> str | Fault:
        """A cell as clean text, empty where there is none; a Fault `cell_error` or `text_too_long`."""
        if cell is None or cell.value is None:
            return ""
        if cell.data_type == "e":
            return Fault("cell_error")
        cleaned = clean(cell_text(cell.value), multiline=multiline)
        self.removed += cleaned.removed
        text = cleaned.text.strip()
        return Fault("text_too_long") if len(text) > limit else text


def cell_text(value: Any) -> str:
    """A cell as text: 24.0 is 24, a date is as people write it."""
    if isinstance(value, dt.date):
        return f"{value:%d.%m.%Y}"
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def fold(text: str) -> str:
    """A header or a word of a choice without its case, signs and layout."""
    return " ".join(alphabet.fold_words(text))


def folded(words: Mapping[str, str]) -> dict[str, str]:
    """A mapping by folded words."""
    return {fold(word): meaning for word, meaning in words.items()}
