"""Rows of a workbook of marks, read: year, class, subject, teacher, period and how many pupils got which mark."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from db.calendar import KNOWN_YEARS
from db.errors import Refused
from db.models.quality import MARKS
from db.quality.classes import parts_of, written
from db.quality.years import YearRules
from db.rules import marks_line
from db.rules.alphabet import fold
from db.rules.marks_line import MarksLine
from db.rules.quality import marks_of
from db.rules.results_line import MOST_PUPILS
from db.workbook_tables import Fault, Gate, Table, read_table

COUNTS = (
    "listed_start", "arrived", "departed", "listed", "exempt", *reversed(MARKS), "not_assessed", "one_three",
    "one_four", "hours_plan", "hours_taught",
)  # fmt: skip
COLUMNS = ("year", "class", "subject", "teacher", "period", *COUNTS, "behind")
"""What a row says, in the order of the workbook's columns; of a five-point year «10» to «6» and «1» are left out."""

MOST_HOURS = 2000
_ABOVE_FIVE = frozenset(MARKS[5:])
_YEARS = re.compile(r"(20\d\d)(?: ?[-–/] ?(?:20)?\d\d)?(?: .*)?")
_HALF, _WHOLE = ("жарым", "полуг"), ("жыл", "год")
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "і": "1", "іі": "2", "ііі": "3"}


@dataclass(frozen=True, slots=True)
class MarksRow:
    """One row: its number in the sheet, what it says by column, (column, code) of what is wrong with it.

    `class` is a grade and letter, `period` a kind and part, `teacher` the text. Codes: class_missing, class_unclear,
    subject_missing, subject_unclear, year_unclear, period_missing, period_unclear, listed_missing, sum_unequal,
    exempt_over_listed, moves_unequal, five_point_file, ten_point_file, grade_unmarked, percent, negative,
    not_a_number, number_out_of_range, twice, text_too_long, cell_error, teacher_several.
    """

    number: int
    fields: dict[str, Any]
    problems: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> tuple[Any, ...]:
        """What makes it one sheet."""
        grade, letter = self.fields.get("class", (0, ""))
        subject, teacher = (fold(self.fields.get(name, "")) for name in ("subject", "teacher"))
        return self.fields.get("year"), grade, fold(letter), subject, self.fields.get("period"), teacher

    @property
    def class_name(self) -> str:
        """The class as it is written; empty where there is none."""
        return written(*self.fields["class"]) if "class" in self.fields else ""

    @property
    def marks(self) -> dict[int, int]:
        """Pupils by mark."""
        return {mark: self.fields[name] for mark, name in enumerate(MARKS, 1) if self.fields.get(name)}


@dataclass(frozen=True, slots=True)
class MarksPreview:
    """A workbook as it was read; `ignored` are headers that are no column, `removed` counts invisible characters."""

    rows: tuple[MarksRow, ...]
    ignored: tuple[str, ...]
    removed: int

    @property
    def faulty(self) -> int:
        """How many rows cannot come in as they are."""
        return sum(bool(row.problems) for row in self.rows)


def read_file(path: Path, headers: Mapping[str, str]) -> Table:
    """The table in a workbook of marks; no record is read for it. `headers` name columns by header.

    Raises Refused `file_missing`, `workbook_not_xlsx`, `workbook_unsafe`, `workbook_too_large`, `marks_no_header`.
    """
    try:
        return read_table(path, headers, {"class"})
    except Refused as error:
        raise Refused("marks_no_header") if error.code == "workbook_no_header" else error from error


def understood(table: Table, first_year: int, rules: Callable[[int], YearRules]) -> MarksPreview:
    """What the rows of a table say; a row without a year is of `first_year`; `rules` are those of a year."""
    reader = _Reader(first_year, rules)
    read: list[MarksRow] = []
    seen: dict[tuple[Any, ...], MarksRow] = {}
    for number, cells in table.rows:
        row = reader.row(number, cells)
        first = row if row.problems else seen.setdefault(row.key, row)
        if first is not row and first.fields != row.fields and not row.problems:
            row = MarksRow(number, row.fields, (("class", "twice"),))
        read.append(row)
    return MarksPreview(tuple(read), table.ignored, reader.gate.removed)


class _Reader:
    """Turns the cells of a row into the counts of a sheet."""

    def __init__(self, first_year: int, rules: Callable[[int], YearRules]) -> None:
        self._first_year = first_year
        self._rules = rules
        self.gate = Gate()

    def row(self, number: int, cells: Mapping[str, Any]) -> MarksRow:
        """One row; what is wrong with a cell is noted and the cell counts as empty."""
        fields: dict[str, Any] = {"year": self._first_year}
        problems: list[tuple[str, str]] = []
        for name, cell in cells.items():
            value = self._value(name, cell)
            if isinstance(value, Fault):
                problems.append((name, value.code))
            elif value not in ("", None):
                fields[name] = value
        faulty = {name for name, _code in problems}
        needed = [name for name in ("class", "subject", "period") if name not in fields and name not in faulty]
        problems += [(name, f"{name}_missing") for name in needed]
        if not problems:
            problems += self._sums(fields, cells)
        return MarksRow(number, fields, tuple(problems))

    def _value(self, name: str, cell: Any) -> Any:
        """A cell as its column holds it, or its Fault."""
        if name in COUNTS:
            return _count(name, cell, self.gate)
        text = self.gate.line(cell)
        if isinstance(text, Fault) or not text:
            return text
        if name == "class":
            return parts_of(text) or Fault("class_unclear")
        if name == "year":
            found = _YEARS.fullmatch(text)
            return int(found[1]) if found and int(found[1]) in KNOWN_YEARS else Fault("year_unclear")
        if name == "period":
            return read_period(text) or Fault("period_unclear")
        if name in ("subject", "teacher") and not any(letter.isalpha() for letter in text):
            return Fault(f"{name}_unclear")
        return text

    def _sums(self, fields: Mapping[str, Any], cells: Mapping[str, Any]) -> list[tuple[str, str]]:
        """What the counts of a row contradict: the scale of the year, the list, one another."""
        rules = self._rules(fields["year"])
        marks = {mark: fields.get(name, 0) for mark, name in enumerate(MARKS, 1)}
        if rules.scale == 10 and not _ABOVE_FIVE & cells.keys():
            return [("mark_5", "five_point_file")]
        wrong = [mark for mark, pupils in marks.items() if pupils and mark not in marks_of(rules.scale)]
        if wrong:
            return [(MARKS[wrong[0] - 1], "ten_point_file")]
        unmarked = fields["class"][0] in rules.ungraded
        if unmarked and any(marks.values()):
            return [("class", "grade_unmarked")]
        listed, exempt = fields.get("listed"), fields.get("exempt", 0)
        counted = MarksLine(listed, exempt, marks, fields.get("not_assessed", 0))
        if unmarked and listed is not None:
            counted = MarksLine(listed, listed, {}, 0)
        if fault := marks_line.fault(counted):
            return [_FAULTS[fault.code]]
        start = fields.get("listed_start")
        if start is not None and start + fields.get("arrived", 0) - fields.get("departed", 0) != listed:
            return [("listed", "moves_unequal")]
        return []


_FAULTS = {
    "list_unknown": ("listed", "listed_missing"),
    "pupils_too_many": ("listed", "number_out_of_range"),
    "exempt_over_listed": ("exempt", "exempt_over_listed"),
    "marks_unlisted": ("listed", "sum_unequal"),
}


def read_period(text: str) -> tuple[str, int] | None:
    """A period as people write it: «1-чейрек», «2 четверть», «III», «1-жарым жылдык», «жыл»."""
    folded = fold(text)
    digits = re.findall(r"\d+", folded)
    number = digits[0] if digits else _ROMAN.get(re.split(r"[ \-–]", folded)[0], "")
    if any(word in folded for word in _HALF):
        return ("half", int(number)) if number in ("1", "2") else None
    if any(word in folded for word in _WHOLE):
        return ("year", 0)
    return ("quarter", int(number)) if number in ("1", "2", "3", "4") else None


def _count(name: str, cell: Any, gate: Gate) -> int | Fault | None:
    """A number of pupils or hours; a share of them is no number of pupils."""
    value = None if cell is None else cell.value
    if value is None or value == "":
        return None
    if "%" in str(getattr(cell, "number_format", "") or "") or "%" in str(value):
        return Fault("percent")
    if isinstance(value, float) and not value.is_integer():
        return Fault("percent" if 0 < value < 1 else "not_a_number")
    text = gate.line(cell)
    if isinstance(text, Fault):
        return text
    if text in ("-", "–", "—"):
        return 0
    if text[:1] in "-−–" and text[1:].strip().isdigit():
        return Fault("negative")
    if not text.isascii() or not text.isdigit():
        return Fault("not_a_number")
    most = MOST_HOURS if name.startswith("hours") else MOST_PUPILS
    return int(text) if len(text) < 9 and int(text) <= most else Fault("number_out_of_range")
