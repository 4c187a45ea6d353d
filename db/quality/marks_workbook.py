"""A school's marks as an Excel workbook: written, compared with what is there, and brought in as one action."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from db import records
from db.errors import Refused
from db.history import action
from db.meetings.standing import label
from db.models.quality import MARKS, MarkSheet, SchoolClass
from db.quality import sheets
from db.quality.classes import classes, save_class, written
from db.quality.marks_matching import (
    ClassKey,
    Match,
    continued_classes,
    known_classes,
    later_classes,
    match_rows,
    result_of,
    same_name,
    values_of,
)
from db.quality.marks_rows import COLUMNS, MarksPreview, MarksRow
from db.quality.sheets import Sheet
from db.quality.years import rules_of
from db.rules.alphabet import fold
from db.rules.names import parse_name
from db.rules.people import find
from db.rules.quality import marks_of
from db.schools import PersonRow, people, save_person
from db.workbook_files import workbook
from db.workbooks import RowResult

NAMED = 6
"""So many classes of an import are named where it can be taken back."""


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
    if len(ids) > 1 and same_name(text, everyone) is None:
        return "teacher_several"
    return "teacher_unclear" if text and not ids and not parse_name(text).given else ""


def _with_problem(row: MarksRow, code: str) -> MarksRow:
    return dataclasses.replace(row, problems=(*row.problems, ("teacher", code))) if code else row


def compare(school_id: int, preview: MarksPreview) -> list[RowResult]:
    """What importing the preview would do, row by row: added, changed, same, duplicate.

    `changes` name what else it makes: `class` (one that begins here), `class_of 3-А` (the next year of that one),
    `teacher`.
    """
    known = known_classes(school_id, preview)
    continued = continued_classes(preview, known)
    return [result_of(each, known, continued) for each in match_rows(school_id, preview)]


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
    matched = match_rows(school_id, preview)
    known = known_classes(school_id, preview)
    continued = continued_classes(preview, known)
    results = [result_of(each, known, continued) for each in matched]
    writer = _Writer(school_id, continued, later_classes(school_id, preview, known))
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

    def take(self, of: Match) -> None:
        """Write one row."""
        values = values_of(of.row)
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

    def _teacher(self, of: Match) -> int | None:
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


def _cell(of: Sheet, name: str, first_year: int, period_name: Callable[[str, int], str]) -> Any:
    """What stands in a sheet's cell; names are as parse reads them."""
    if name in MARKS:
        return of.marks.get(int(name.removeprefix("mark_")), 0)
    shown = {
        "year": f"{first_year}-{first_year + 1}", "class": written(of.grade, of.letter),
        "teacher": of.teacher.full if of.teacher else "", "period": period_name(of.period, of.part),
    }  # fmt: skip
    return shown[name] if name in shown else getattr(of, name)
