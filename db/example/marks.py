"""The example's classes in two years, and the marks that its meetings speak of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from db.associations import association
from db.example.plan import Entry, Known
from db.models.quality import MARKS, SchoolClass
from db.quality.classes import parts_of, save_class
from db.quality.keeping import save_result
from db.quality.marks_rows import MarksPreview, MarksRow
from db.quality.marks_workbook import import_marks
from db.quality.moves import save_move
from db.quality.years import YearRules, change_rules
from db.records import stored
from db.schools import names, save_person
from db.stock_files import read_stock

PERIODS = (("quarter", 1), ("quarter", 2), ("quarter", 3), ("quarter", 4), ("year", 0))
"""What the lists of the file go through."""
UNGRADED = frozenset({1, 2})
COUNTED = (*(MARKS[mark - 1] for mark in (5, 4, 3, 2)), "not_assessed")
OF_CLASS = ("all_five", "four_five", "one_four", "one_three", "failing")


def write(association_id: int, known: Known) -> None:
    """Write the marks of a school whose members are there."""
    file = read_stock("example_marks")
    school_id = association(association_id).school_id
    change_rules(school_id, file["class"][0]["year"], YearRules(ungraded=UNGRADED))
    for entry in file["person"]:
        card = {name: value for name, value in entry.items() if name != "key"}
        known.people[entry["key"]] = save_person(None, school_id=school_id, **card).value
    ids = _write_classes(school_id, known, file["class"])
    called = {key: name.full for key, name in _names(known).items()}
    rows = [row for entry in file["sheet"] for row in _rows(entry, called)]
    import_marks(school_id, MarksPreview(tuple(rows), (), 0))
    for entry in file["result"]:
        of = entry["year"], entry["class"]
        for (period, part), listed, counts in zip(PERIODS, entry["listed"], entry["of"], strict=True):
            save_result(ids[of], period, part, listed=listed, **dict(zip(OF_CLASS, counts, strict=True)))
    for entry in file["move"]:
        of = entry["year"], entry["class"]
        save_move(None, ids[of], entry["kind"], entry["pupil"], entry["on"], entry["note"])


def _write_classes(school_id: int, known: Known, entries: list[Entry]) -> dict[tuple[int, str], int]:
    """The classes by year and name; those of the same key are one cohort."""
    cohorts: dict[str, int] = {}
    ids: dict[tuple[int, str], int] = {}
    for entry in entries:
        grade, letter = parts_of(entry["name"]) or (0, "")
        of = (school_id, entry["year"], grade, letter, known.people[entry["teacher"]], entry["pupils"])
        class_id = save_class(None, *of, cohort_id=cohorts.get(entry["cohort"])).value
        cohorts[entry["cohort"]] = stored(SchoolClass, class_id)["cohort"]
        ids[entry["year"], entry["name"]] = class_id
    return ids


def _names(known: Known) -> dict[str, Any]:
    found = names(known.people.values())
    return {key: found[person_id] for key, person_id in known.people.items()}


def _rows(entry: Entry, called: dict[str, str]) -> Iterator[MarksRow]:
    """The periods of a sheet, as rows of a workbook."""
    of = {"year": entry["year"], "class": parts_of(entry["class"]), "subject": entry["subject"]}
    of["teacher"] = called[entry["teacher"]]
    for at, (period, counts) in enumerate(zip(PERIODS, entry["marks"], strict=True)):
        fields = {**of, "period": period, "listed": sum(counts), **dict(zip(COUNTED, counts, strict=True))}
        if at < len(entry["hours"]):
            fields["hours_plan"], fields["hours_taught"] = entry["hours"][at]
        if "behind" in entry and entry["behind"][0] == at + 1:
            fields["behind"] = entry["behind"][1]
        yield MarksRow(0, fields)
