"""A school's marks as an Excel workbook: written, compared with what is there, and brought in as one action."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from db import records
from db.errors import Refused
from db.history import action
from db.meetings.standing import label
from db.models.quality import MARKS, MarkSheet, SchoolClass
from db.quality import sheets
from db.quality.classes import classes, save_class, written
from db.quality.marks_rows import COLUMNS, COUNTS, MarksPreview, MarksRow
from db.quality.sheets import Sheet
from db.quality.years import rules_of
from db.rules import cohorts
from db.rules.alphabet import fold
from db.rules.names import parse_name
from db.rules.people import find
from db.rules.quality import marks_of
from db.schools import PersonRow, people, save_person
from db.workbook_files import workbook
from db.workbooks import RowResult

ClassKey = tuple[int, int, str]
"""A class by its year, grade and folded letter."""
GOES_ON = "class_of "
"""What a row makes, before the name of last year's class: the class is added as its next year."""
NAMED = 6
"""So many classes of an import are named where it can be taken back."""
NUMBERS = tuple(name for name in COUNTS if name not in MARKS)


@dataclass(frozen=True, slots=True)
class _Match:
    """A row with the sheet that it speaks of, and what becomes of it."""

    row: MarksRow
    sheet: Sheet | None
    outcome: str
    teacher: PersonRow | None


def marks_workbook(
    school_id: int, first_year: int, headers: Mapping[str, str], period_name: Callable[[str, int], str]
) -> bytes:
    """The sheets of a year as a workbook; one without sheets is there to be filled in. `headers` by column."""
    scale = rules_of(school_id, first_year).scale
    shown = [name for name in COLUMNS if name not in MARKS or int(name.removeprefix("mark_")) in marks_of(scale)]
    lines = [
        [_cell(each, name, first_year, period_name) for name in shown] for each in sheets.sheets(school_id, first_year)
    ]
    return workbook([headers[name] for name in shown], lines)


def with_people(school_id: int, preview: MarksPreview) -> MarksPreview:
    """The preview with what is wrong with its teachers: several whom the letters may mean, or a surname alone."""
    everyone = people(school_id)
    wrong = {text: _teacher_fault(text, everyone) for text in {row.fields.get("teacher", "") for row in preview.rows}}
    rows = [_with_problem(row, wrong[row.fields.get("teacher", "")]) for row in preview.rows]
    return dataclasses.replace(preview, rows=tuple(rows))


def _teacher_fault(text: str, everyone: Sequence[PersonRow]) -> str:
    ids = find(text, [(each.id, each.name) for each in everyone]) if text else ()
    if len(ids) > 1 and _same_name(text, everyone) is None:
        return "teacher_several"
    return "teacher_unclear" if text and not ids and not parse_name(text).given else ""


def _with_problem(row: MarksRow, code: str) -> MarksRow:
    return dataclasses.replace(row, problems=(*row.problems, ("teacher", code))) if code else row


def compare(school_id: int, preview: MarksPreview) -> list[RowResult]:
    """What importing the preview would do, row by row: added, changed, same, duplicate.

    `changes` name what else it makes: `class` (one that begins here), `class_of 3-А` (the next year of that one),
    `teacher`.
    """
    known = _known_classes(school_id, preview)
    continued = _continued(preview, known)
    return [_result(each, known, continued) for each in _matched(school_id, preview)]


@action("marks.import")
def import_marks(school_id: int, preview: MarksPreview) -> list[RowResult]:
    """Write the preview's sheets, all or nothing; classes and teachers that are not known are added.

    A class that is not there yet joins the cohort of the class that it goes on from (`db.rules.cohorts`), or of its
    next year where that is known already; else a new cohort begins. An empty cell leaves what is there; a second import
    of the same workbook changes nothing.
    Raises Refused `workbook_has_problems` (count).
    """
    preview = with_people(school_id, preview)
    if preview.faulty:
        raise Refused("workbook_has_problems", count=preview.faulty)
    matched = _matched(school_id, preview)
    known = _known_classes(school_id, preview)
    continued = _continued(preview, known)
    results = [_result(each, known, continued) for each in matched]
    writer = _Writer(school_id, continued, _later(school_id, preview, known))
    for each in sorted(matched, key=lambda each: each.row.fields["year"]):
        writer.take(each)
    records.insert_many(MarkSheet, writer.new)
    named = [*dict.fromkeys(each.row.class_name for each in matched if each.outcome in ("added", "changed"))]
    label(", ".join(named[:NAMED]) + ("…" if len(named) > NAMED else ""))
    return results


class _Writer:
    """Adds what rows need and remembers it: classes, teachers; gathers the sheets to be added."""

    def __init__(
        self, school_id: int, continued: Mapping[ClassKey, tuple[int, str]], later: Mapping[ClassKey, int]
    ) -> None:
        self._school_id, self._continued, self._later = school_id, continued, later
        self._classes: dict[int, dict[tuple[int, str], tuple[int, int]]] = {}
        """Year → grade and letter → the class's id and its cohort's."""
        self._teachers: dict[str, int] = {}
        self.new: list[dict[str, Any]] = []

    def take(self, of: _Match) -> None:
        """Write one row."""
        values = _values(of.row)
        if of.outcome == "changed" and of.sheet is not None:
            records.change(MarkSheet, of.sheet.id, **values)
        elif of.outcome == "added":
            period, part = of.row.fields["period"]
            class_id = self._class(of.row.fields["year"], *of.row.fields["class"])
            key = {"school_class": class_id, "subject": of.row.fields["subject"], "period": period, "part": part}
            self.new.append({**_WHOLE, **key, "teacher": self._teacher(of), **values})

    def _class(self, year: int, grade: int, letter: str) -> int:
        there, key = self._of_year(year), (grade, fold(letter))
        if key not in there:
            before = self._continued.get((year, *key))
            cohort_id = self._of_year(year - 1)[before][1] if before else self._later.get((year, *key))
            class_id = save_class(None, self._school_id, year, grade, letter, cohort_id=cohort_id).value
            there[key] = class_id, int(records.stored(SchoolClass, class_id)["cohort"])
        return there[key][0]

    def _of_year(self, year: int) -> dict[tuple[int, str], tuple[int, int]]:
        if year not in self._classes:
            self._classes[year] = {
                (each.grade, fold(each.letter)): (each.id, each.cohort_id) for each in classes(self._school_id, year)
            }
        return self._classes[year]

    def _teacher(self, of: _Match) -> int | None:
        if of.teacher is not None:
            return of.teacher.id
        text = of.row.fields.get("teacher", "")
        if not text:
            return None
        if fold(text) not in self._teachers:
            name = parse_name(text)
            parts = {"surname": name.surname, "given": name.given, "patronymic": name.patronymic}
            self._teachers[fold(text)] = save_person(None, school_id=self._school_id, **parts).value
        return self._teachers[fold(text)]


_WHOLE = dict.fromkeys((*MARKS, "exempt", "not_assessed"), 0)


def _matched(school_id: int, preview: MarksPreview) -> list[_Match]:
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
            by_letters[text] = ids[0] if len(ids) == 1 else _same_name(text, everyone)
        teacher_id = by_letters[text]
        sheet = known.get((*row.key[:-1], teacher_id))
        matched.append(_Match(row, sheet, _outcome(row, sheet, seen), by_id.get(teacher_id or 0)))
        seen.add(row.key)
    return matched


def _same_name(text: str, everyone: Sequence[PersonRow]) -> int | None:
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


def _values(row: MarksRow) -> dict[str, Any]:
    """The columns that a row fills: its marks whole, of the rest what it says."""
    said = {name: row.fields[name] for name in (*NUMBERS, "behind") if name in row.fields}
    return {name: row.fields.get(name, 0) for name in MARKS} | said


def _known_classes(school_id: int, preview: MarksPreview) -> dict[ClassKey, int]:
    """The classes of the workbook's years and the ones before, with their cohorts."""
    years = {row.fields["year"] for row in preview.rows if "year" in row.fields}
    return {
        (year, each.grade, fold(each.letter)): each.cohort_id
        for year in years | {year - 1 for year in years}
        for each in classes(school_id, year)
    }


def _continued(preview: MarksPreview, known: Mapping[ClassKey, int]) -> dict[ClassKey, tuple[int, str]]:
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


def _later(school_id: int, preview: MarksPreview, known: Mapping[ClassKey, int]) -> dict[ClassKey, int]:
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


def _result(of: _Match, known: Collection[ClassKey], continued: Mapping[ClassKey, tuple[int, str]]) -> RowResult:
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


def _cell(of: Sheet, name: str, first_year: int, period_name: Callable[[str, int], str]) -> Any:
    """What stands in a sheet's cell; names are as parse reads them."""
    if name in MARKS:
        return of.marks.get(int(name.removeprefix("mark_")), 0)
    shown = {
        "year": f"{first_year}-{first_year + 1}", "class": written(of.grade, of.letter),
        "teacher": of.teacher.full if of.teacher else "", "period": period_name(of.period, of.part),
    }  # fmt: skip
    return shown[name] if name in shown else getattr(of, name)
