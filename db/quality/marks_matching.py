"""What the rows of a workbook of marks speak of: the sheet, the teacher, the class and the one it goes on from."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from db.models.quality import MARKS
from db.quality import sheets
from db.quality.classes import classes, written
from db.quality.marks_rows import COUNTS, MarksPreview, MarksRow
from db.quality.sheets import Sheet
from db.rules import cohorts
from db.rules.alphabet import fold
from db.rules.people import find
from db.schools import PersonRow, people
from db.workbooks import RowResult

ClassKey = tuple[int, int, str]
"""A class by its year, grade and folded letter."""
GOES_ON = "class_of "
"""What a row makes, before the name of last year's class: the class is added as its next year."""
NUMBERS = tuple(name for name in COUNTS if name not in MARKS)


@dataclass(frozen=True, slots=True)
class Match:
    """A row with the sheet that it speaks of, and what becomes of it."""

    row: MarksRow
    sheet: Sheet | None
    outcome: str
    teacher: PersonRow | None


def match_rows(school_id: int, preview: MarksPreview) -> list[Match]:
    """Each row with its teacher and the sheet of that class, subject, period and teacher."""
    everyone = people(school_id)
    names = [(each.id, each.name) for each in everyone]
    by_id = {each.id: each for each in everyone}
    by_letters: dict[str, int | None] = {}
    years = {row.fields.get("year") for row in preview.rows}
    known = {_sheet_key(each, year): each for year in years if year for each in sheets.sheets(school_id, year)}
    seen: set[tuple[Any, ...]] = set()
    matched = []
    for row in preview.rows:
        text = row.fields.get("teacher", "")
        if text not in by_letters:
            ids = find(text, names)
            by_letters[text] = ids[0] if len(ids) == 1 else same_name(text, everyone)
        teacher_id = by_letters[text]
        sheet = known.get((*row.key[:-1], teacher_id))
        matched.append(Match(row, sheet, _outcome(row, sheet, seen), by_id.get(teacher_id or 0)))
        seen.add(row.key)
    return matched


def same_name(text: str, everyone: Sequence[PersonRow]) -> int | None:
    """Of several whom letters may mean the one whose name is written just so."""
    wanted = fold(text)
    names = ("listed", "signed", "full")
    found = [each.id for each in everyone if wanted in {fold(getattr(each.name, name)) for name in names}]
    return found[0] if len(found) == 1 else None


def _sheet_key(of: Sheet, year: int) -> tuple[Any, ...]:
    return year, of.grade, fold(of.letter), fold(of.subject), (of.period, of.part), of.teacher_id


def _outcome(row: MarksRow, sheet: Sheet | None, seen: set[tuple[Any, ...]]) -> str:
    if row.key in seen:
        return "duplicate"
    if sheet is None:
        return "added"
    marks = {mark: pupils for mark, pupils in row.marks.items() if pupils}
    said = {name: row.fields[name] for name in (*NUMBERS, "behind") if name in row.fields}
    same = dict(sheet.marks) == marks and all(getattr(sheet, name) == value for name, value in said.items())
    return "same" if same else "changed"


def values_of(row: MarksRow) -> dict[str, Any]:
    """The columns that a row fills: its marks whole, of the rest what it says."""
    said = {name: row.fields[name] for name in (*NUMBERS, "behind") if name in row.fields}
    return {name: row.fields.get(name, 0) for name in MARKS} | said


def known_classes(school_id: int, preview: MarksPreview) -> dict[ClassKey, int]:
    """The classes of the workbook's years and the ones before, with their cohorts."""
    years = {row.fields["year"] for row in preview.rows if "year" in row.fields}
    return {
        (year, each.grade, fold(each.letter)): each.cohort_id
        for year in years | {year - 1 for year in years}
        for each in classes(school_id, year)
    }


def continued_classes(preview: MarksPreview, known: Mapping[ClassKey, int]) -> dict[ClassKey, tuple[int, str]]:
    """Each class that the workbook brings, with the one of the year before that it goes on from."""
    named = [
        (row.fields["year"], row.fields["class"]) for row in preview.rows if {"year", "class"} <= row.fields.keys()
    ]
    every = {*known, *((year, grade, fold(letter)) for year, (grade, letter) in named)}
    going_on: dict[ClassKey, tuple[int, str]] = {}
    for year, letter in sorted({(year, letter) for year, _grade, letter in every}):
        here = [grade for of, grade, name in every if (of, name) == (year, letter)]
        new = [grade for grade in here if (year, grade, letter) not in known]
        taken = {known[year, grade, letter] for grade in here if (year, grade, letter) in known}
        before = [
            grade for of, grade, name in every
            if (of, name) == (year - 1, letter) and known.get((of, grade, name)) not in taken
        ]  # fmt: skip
        found = cohorts.continued(before, new)
        going_on |= {(year, grade, letter): (of, letter) for grade, of in found.items()}
    return going_on


def later_classes(school_id: int, preview: MarksPreview, known: Mapping[ClassKey, int]) -> dict[ClassKey, int]:
    """Each class that the workbook brings after its next year, with the cohort of that one: years come in any order."""
    found: dict[ClassKey, int] = {}
    named = [row.fields for row in preview.rows if {"year", "class"} <= row.fields.keys()]
    new = {(of["year"], of["class"][0], fold(of["class"][1])) for of in named} - known.keys()
    for year in {year for year, _grade, _letter in new}:
        taken = {cohort_id for key, cohort_id in known.items() if key[0] == year}
        after = [each for each in classes(school_id, year + 1) if each.cohort_id not in taken]
        for letter in {letter for of, _grade, letter in new if of == year}:
            here = [grade for of, grade, name in new if (of, name) == (year, letter)]
            there = {each.grade: each.cohort_id for each in after if fold(each.letter) == letter}
            pairs = cohorts.continued(here, there.keys()).items()
            found |= {(year, grade, letter): there[higher] for higher, grade in pairs}
    return found


def result_of(of: Match, known: Collection[ClassKey], continued: Mapping[ClassKey, tuple[int, str]]) -> RowResult:
    """What becomes of a row, with what else it makes (`RowResult.changes`)."""
    fields = of.row.fields
    name = " · ".join(part for part in (of.row.class_name, fields.get("subject", "")) if part)
    changes = []
    key = (fields["year"], fields["class"][0], fold(fields["class"][1])) if "class" in fields else None
    if key is not None and key not in known:
        before = continued.get(key)
        changes.append(f"{GOES_ON}{written(before[0], fields['class'][1])}" if before else "class")
    if fields.get("teacher") and of.teacher is None and of.outcome == "added":
        changes.append("teacher")
    return RowResult(of.row.number, name, of.outcome, tuple(changes))
