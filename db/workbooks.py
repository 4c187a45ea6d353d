"""The members' list as an Excel workbook: written, read with a preview, and brought in as one action."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from db.associations import association
from db.errors import Refused
from db.history import action
from db.members import Roll, members
from db.rules import alphabet
from db.rules.dates import parse_date
from db.rules.names import Name, parse_name
from db.schools import PersonRow, people, save_person
from db.workbook_files import workbook
from db.workbook_tables import Fault, Gate, fold, folded, read_table

COLUMNS = (
    "surname", "given", "patronymic", "subjects", "classes", "load_hours", "class_teacher_of", "education",
    "institution", "speciality", "born", "service_total", "service_teaching", "category", "category_year", "conditions",
    "conditions_note", "awards", "self_education", "phone",
)  # fmt: skip
"""The fields of a person, in the order of the workbook's columns."""

NAME = COLUMNS[:3]
FULL_NAME = "full_name"
"""A column that holds surname, given name and patronymic together, as schools' own lists do."""

NUMBERS = frozenset({"load_hours", "service_total", "service_teaching", "category_year"})
CODES = {"category": ("none", "second", "first", "highest"), "conditions": ("present", "lacking", "needed")}
LARGEST_NUMBER = 9999


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One row of a workbook: its number there, what it says by field, and (field, code) of what is wrong with it.

    Codes: surname_missing, given_missing, not_a_number, number_out_of_range, not_a_date, not_in_list, text_too_long,
    cell_error.
    """

    number: int
    fields: dict[str, Any]
    problems: tuple[tuple[str, str], ...] = ()

    @property
    def card(self) -> dict[str, Any]:
        """The fields but for the name: of someone known it stays as it was typed with care."""
        return {name: value for name, value in self.fields.items() if name not in NAME}

    @property
    def full_name(self) -> str:
        """The name by which the row is known."""
        return Name(*(str(self.fields.get(part, "")) for part in NAME)).full


@dataclass(frozen=True, slots=True)
class Preview:
    """A workbook as it was read; `ignored` are headers that are no field, `removed` counts invisible characters."""

    rows: tuple[PreviewRow, ...]
    ignored: tuple[str, ...]
    removed: int

    @property
    def faulty(self) -> int:
        """How many rows cannot come in as they are."""
        return sum(bool(row.problems) for row in self.rows)


@dataclass(frozen=True, slots=True)
class RowResult:
    """What becomes of a row: added, joined (known at the school), changed, same, duplicate (of a row above it).

    `changes` are the columns in which a plan's row changes its line.
    """

    number: int
    name: str
    outcome: str
    changes: tuple[str, ...] = ()


def members_workbook(association_id: int, headers: Sequence[str], labels: Mapping[str, str] | None = None) -> bytes:
    """The members' cards as a workbook; `headers` name `COLUMNS` in order, `labels` the codes of choices in words."""
    those = {each.person_id for each in members(association_id)}
    listed = [each for each in people(association(association_id).school_id) if each.id in those]
    return workbook(headers, [[_shown(each, name, labels or {}) for name in COLUMNS] for each in listed])


def read_members(
    path: Path, headers: Mapping[str, str], labels: Mapping[str, str] | None = None, today: dt.date | None = None
) -> Preview:
    """Read a workbook of people; nothing is written. `headers` names fields by header and `labels` codes by word.

    Both in any language and case; `FULL_NAME` may be among the fields. Raises Refused `file_missing`,
    `workbook_not_xlsx`, `workbook_unsafe`, `workbook_too_large` (limit; what: mb, rows, columns), `workbook_no_header`.
    """
    table = read_table(path, headers, {"surname", FULL_NAME})
    reader = _Reader(folded(labels or {}), today or dt.date.today())
    read = tuple(reader.row(number, cells) for number, cells in table.rows)
    return Preview(read, table.ignored, reader.gate.removed)


def compare(association_id: int, preview: Preview) -> list[RowResult]:
    """What importing the preview would do, row by row; nothing is written."""
    roll = Roll(association_id, None)
    known = {alphabet.fold(each.name.full): each for each in people(roll.school_id)}
    names = [alphabet.fold(row.full_name) for row in preview.rows]
    return [
        RowResult(row.number, row.full_name, "duplicate" if name in names[:place] else _outcome(roll, known, row))
        for place, (row, name) in enumerate(zip(preview.rows, names, strict=True))
    ]


@action("member.import")
def import_members(association_id: int, preview: Preview, since: dt.date | None = None) -> list[RowResult]:
    """Add the preview's people as members and fill in the cards of those known by full name, all or nothing.

    An empty cell leaves what is there; a second import of the same workbook changes nothing. Raises Refused
    `workbook_has_problems` (count).
    """
    if preview.faulty:
        raise Refused("workbook_has_problems", count=preview.faulty)
    results = compare(association_id, preview)
    roll = Roll(association_id, since)
    for row in preview.rows:
        person_id = roll.person_named(row.full_name)
        if roll.member_named(row.full_name) is not None:
            save_person(person_id, **row.card)
        else:
            roll.add(row.full_name, row.fields if person_id is None else row.card)
    return results


def _outcome(roll: Roll, known: Mapping[str, PersonRow], row: PreviewRow) -> str:
    person = known.get(alphabet.fold(row.full_name))
    if person is None:
        return "added"
    if roll.member_named(row.full_name) is None:
        return "joined"
    return "changed" if any(getattr(person, name) != value for name, value in row.card.items()) else "same"


def _shown(person: PersonRow, name: str, labels: Mapping[str, str]) -> Any:
    """A field as its cell shows it."""
    value = getattr(person, name)
    return labels.get(value, value) if name in CODES else value


class _Reader:
    """Turns the cells of a row into the fields of a person."""

    def __init__(self, labels: Mapping[str, str], today: dt.date) -> None:
        self._labels = labels
        self._today = today
        self.gate = Gate()

    def row(self, number: int, cells: Mapping[str, Any]) -> PreviewRow:
        """One row; what is wrong with a cell is noted and the cell counts as empty."""
        fields: dict[str, Any] = {}
        problems: list[tuple[str, str]] = []
        for name, cell in cells.items():
            value = self._value(name, cell)
            if isinstance(value, Fault):
                problems.append(("surname" if name == FULL_NAME else name, value.code))
            elif value not in (None, ""):
                fields |= _named(value) if name == FULL_NAME else {name: value}
        problems += [(name, f"{name}_missing") for name in ("surname", "given") if not fields.get(name)]
        return PreviewRow(number, fields, tuple(problems))

    def _value(self, name: str, cell: Any) -> Any:
        """A cell as its field holds it, or its Fault."""
        if name == "born" and cell.data_type != "e" and cell.value is not None:
            return self._day(cell.value)
        text = self.gate.line(cell)
        if isinstance(text, Fault) or not text:
            return text
        if name in NUMBERS:
            return _number(text)
        if name in CODES:
            code = self._labels.get(fold(text), text)
            return code if code in CODES[name] else Fault("not_in_list")
        return text

    def _day(self, value: Any) -> Any:
        if isinstance(value, dt.datetime):
            return value.date()
        if isinstance(value, dt.date):
            return value
        return parse_date(str(value), today=self._today, future=False) or Fault("not_a_date")


def _number(text: str) -> int | Fault:
    if not text.isascii() or not text.isdigit():
        return Fault("not_a_number")
    return int(text) if len(text) <= 9 and int(text) <= LARGEST_NUMBER else Fault("number_out_of_range")


def _named(full_name: str) -> dict[str, str]:
    name = parse_name(full_name)
    return {"surname": name.surname, "given": name.given, "patronymic": name.patronymic}
