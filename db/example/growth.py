"""How the example year's members grow: courses, categories, self-education, best practice, mentoring, awards."""

from __future__ import annotations

from typing import Any

from db.example.plan import Entry, Known
from db.growth.keeping import add, add_part
from db.growth.kinds import OF_PERSON
from db.stock_files import read_stock

PARTS = {"stage": "self_education_stage", "step": "practice_step"}
"""How an entry calls the rows that stand under its record → their table."""


def write(association_id: int, known: Known) -> None:
    """Write the records of a year whose members and meetings are there."""
    growth = read_stock("example_growth")
    for table in OF_PERSON:
        for entry in growth[table]:
            person_id = known.people[entry["person"]]
            row_id = add(table, association_id, person_id, **_fields(known, entry, "person", *PARTS)).value
            for name, part in PARTS.items():
                for below in entry.get(name, ()):
                    add_part(part, row_id, **_fields(known, below))


def _fields(known: Known, entry: Entry, *without: str) -> dict[str, Any]:
    """An entry as a form hands it in: what it names by a key as the record's number."""
    fields = {name: value for name, value in entry.items() if name not in without}
    for name, ids in (("novice", known.people), ("shared_item", known.items), ("agenda_item", known.items)):
        if name in fields:
            fields[f"{name}_id"] = ids[fields.pop(name)]
    return fields
