"""Rows of a plan's Excel workbook, read: the section, the term as people write it, who answers for the work."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from db.errors import Refused
from db.members import members
from db.models.plans import KINDS
from db.plans.sections import sections
from db.rules import plan_terms
from db.rules.names import Name
from db.rules.people import find
from db.rules.plan_term_words import read_term
from db.rules.plan_terms import Term
from db.rules.text import MAX_LINE, MAX_TEXT
from db.stock_files import plan_sections
from db.workbook_tables import Fault, Gate, Table, fold, folded, read_table

LONG = frozenset({"text", "expected_result", "note"})
LEADER = frozenset(map(fold, ("УБ жетекчиси", "жетекчи", "руководитель МО", "руководитель")))
EVERYONE = frozenset(map(fold, ("мугалимдер", "бардык мугалимдер", "УБ мүчөлөрү", "мүчөлөр", "учителя", "члены МО")))
_BETWEEN_OWNERS = re.compile(r"[,;\n/]|\s(?:жана|и)\s")
_NUMBER = re.compile(r"(\d{1,3})\b")
_MOST_WORDS = 60
"""Owners in one cell: more are no list of names."""


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One row of a workbook: its number there, what it says by column, and (column, code) of what is wrong with it.

    `section` is a number, `term` a `Term`, `owners` a tuple of people's ids. Codes: section_missing, section_unknown,
    text_missing, term_missing, term_unclear, day_outside_year, span_reversed, owner_unknown, owner_several,
    owner_left, not_in_list, text_too_long, cell_error.
    """

    number: int
    fields: dict[str, Any]
    problems: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PlanPreview:
    """A workbook as it was read; `ignored` are headers that are no column, `removed` counts invisible characters."""

    rows: tuple[PlanRow, ...]
    ignored: tuple[str, ...]
    removed: int

    @property
    def faulty(self) -> int:
        """How many rows cannot come in as they are."""
        return sum(bool(row.problems) for row in self.rows)


def read_plan(
    path: Path,
    association_id: int,
    first_year: int,
    today: dt.date,
    headers: Mapping[str, str],
    labels: Mapping[str, str],
) -> PlanPreview:
    """Read a workbook of a plan; nothing is written. `headers` name columns by header, `labels` kinds by word.

    Raises Refused as `read_file`.
    """
    return understood(read_file(path, headers), association_id, first_year, today, labels)


def read_file(path: Path, headers: Mapping[str, str]) -> Table:
    """The table in a workbook of a plan; no record is read for it. `headers` name columns by header.

    Raises Refused `file_missing`, `workbook_not_xlsx`, `workbook_unsafe`, `workbook_too_large` (limit; what: mb,
    rows, columns), `plan_no_header`.
    """
    try:
        return read_table(path, headers, {"text"})
    except Refused as error:
        raise Refused("plan_no_header") if error.code == "workbook_no_header" else error from error


def understood(
    table: Table, association_id: int, first_year: int, today: dt.date, labels: Mapping[str, str]
) -> PlanPreview:
    """What the rows of a table say of a plan; `labels` name kinds by word."""
    reader = _Reader(association_id, first_year, today, folded(labels))
    read = tuple(reader.row(number, cells) for number, cells in table.rows)
    return PlanPreview(read, table.ignored, reader.gate.removed)


class _Reader:
    """Turns the cells of a row into what a line of the plan says."""

    def __init__(self, association_id: int, first_year: int, today: dt.date, labels: Mapping[str, str]) -> None:
        self._first_year = first_year
        self._labels = labels
        self._numbers = section_numbers(association_id)
        everyone = members(association_id, include_left=True)
        there = [each for each in everyone if each.until is None or each.until > today]
        self._people = [(each.person_id, each.name) for each in there]
        self._left = [(each.person_id, each.name) for each in everyone if each not in there]
        self._leaders = tuple(each.person_id for each in there if "leader" in each.roles)
        self.gate = Gate()

    def row(self, number: int, cells: Mapping[str, Any]) -> PlanRow:
        """One row; what is wrong with a cell is noted and the cell counts as empty."""
        fields: dict[str, Any] = {}
        problems: list[tuple[str, str]] = []
        for name, cell in cells.items():
            value = self._value(name, cell)
            if isinstance(value, Fault):
                problems.append((name, value.code))
            elif value not in ("", ()):
                fields[name] = value
        faulty = {name for name, _code in problems}
        missing = [name for name in ("section", "text", "term") if name not in fields and name not in faulty]
        return PlanRow(number, fields, (*problems, *((name, f"{name}_missing") for name in missing)))

    def _value(self, name: str, cell: Any) -> Any:
        """A cell as its column holds it, or its Fault."""
        long = name in LONG
        text = self.gate.line(cell, MAX_TEXT if long else MAX_LINE, multiline=long or name == "owners")
        if isinstance(text, Fault) or not text:
            return text
        if name == "section":
            return self._section(text)
        if name == "term":
            return self._term(text, cell.value)
        if name == "owners":
            return self._owners(text)
        if name == "kind":
            code = self._labels.get(fold(text), text)
            return code if code in KINDS else Fault("not_in_list")
        return text

    def _section(self, text: str) -> int | Fault:
        """A section by its number, also with its name behind it, or by its name."""
        found = _NUMBER.match(text)
        number = int(found[1]) if found else self._numbers.get(fold(text))
        return number if number is not None and number in self._numbers.values() else Fault("section_unknown")

    def _term(self, text: str, value: Any) -> Term | Fault:
        if isinstance(value, dt.date):
            text = f"{value:%Y-%m-%d}"
        if isinstance(value, float) and len(text.partition(".")[2]) == 1:
            return Fault("term_unclear")  # Excel has made 15.1 of 15.10: it may be January or October
        term = read_term(text, self._first_year)
        if term is None:
            return Fault("term_unclear")
        kept = plan_terms.plain(term)
        wrong = plan_terms.fault(kept, self._first_year)
        return Fault(wrong[0]) if wrong else kept

    def _owners(self, text: str) -> tuple[int, ...] | Fault:
        """Those named, each once; the leader and all teachers may be meant by a word."""
        found: dict[int, None] = {}
        for typed in [part for part in _BETWEEN_OWNERS.split(text) if part.strip()][:_MOST_WORDS]:
            meant = self._meant(typed)
            if isinstance(meant, Fault):
                return meant
            found |= dict.fromkeys(meant)
        return tuple(found)

    def _meant(self, typed: str) -> tuple[int, ...] | Fault:
        if fold(typed) in EVERYONE:
            return tuple(person for person, _name in self._people)
        if fold(typed) in LEADER and self._leaders:
            return self._leaders
        ids = find(typed, self._people)
        if len(ids) > 1:
            return _by_initials(typed, [each for each in self._people if each[0] in ids])
        return ids or Fault("owner_left" if find(typed, self._left) else "owner_unknown")


def section_numbers(association_id: int) -> dict[str, int]:
    """Section by its folded names: the association's own, before there are any the usual ones."""
    own = [(each.number, each.ky, each.ru) for each in sections(association_id)]
    known = own or [(each.number, each.ky, each.ru) for each in plan_sections()]
    return {fold(name): number for number, *names in known for name in names if name}


def _by_initials(typed: str, people: list[tuple[int, Name]]) -> tuple[int, ...] | Fault:
    """Of several whom letters may mean the one whose name is written just so."""
    exact = tuple(id_ for id_, name in people if fold(typed) in map(fold, (name.listed, name.signed, name.full)))
    return exact if len(exact) == 1 else Fault("owner_several")
