"""Two cohorts with marks of two years, put straight into the records: what figures, papers and screens are tried on."""

from __future__ import annotations

import datetime as dt

from db import records
from db.control_tests import results, works
from db.history import action
from db.members import members
from db.models.quality import ClassResult, Cohort, MarkSheet, SchoolClass
from db.rules.calendar import Span

QUARTERS = (
    Span(1, dt.date(2026, 9, 1), dt.date(2026, 11, 4)),
    Span(2, dt.date(2026, 11, 10), dt.date(2026, 12, 30)),
    Span(3, dt.date(2027, 1, 12), dt.date(2027, 3, 19)),
    Span(4, dt.date(2027, 3, 29), dt.date(2027, 5, 25)),
)
CHECKED = (6, 10, 8, 1)
"""DOMAIN.md 5: «5», «4», «3», «2» of 25 pupils: 96,0 %, 64,0 %, 61,8 %, 3,84."""
SHEETS = (
    # year, class, subject, period, part, teacher's place, marks from «5» to «2», not assessed, exempt
    (2025, "А", "Математика", "quarter", 4, 1, (4, 8, 11, 2), 0, 0),
    (2025, "А", "Математика", "year", 0, 1, (5, 9, 10, 1), 0, 0),
    (2025, "Б", "Математика", "year", 0, 4, (2, 3, 4, 0), 0, 0),
    (2026, "А", "Математика", "quarter", 1, 1, CHECKED, 0, 0),
    (2026, "А", "Кыргыз тили", "quarter", 1, 1, (5, 8, 11, 0), 1, 0),
    (2026, "Б", "Математика", "quarter", 1, 4, (2, 3, 4, 0), 0, 1),
    (2026, "А", "Математика", "quarter", 2, 1, (7, 11, 7, 0), 0, 0),
    (2026, "А", "Кыргыз тили", "quarter", 2, 1, (4, 7, 13, 1), 0, 0),
    (2026, "Б", "Математика", "quarter", 2, 4, (2, 2, 5, 0), 0, 1),
    (2026, "Г", "Математика", "quarter", 2, 2, (0, 0, 0, 0), 0, 0),
)
GRADES = {2025: {"А": 4, "Б": 4}, 2026: {"А": 5, "Б": 5, "Г": 2}}


@action("marks.fill")
def fill_marks(association_id: int, school_id: int) -> dict[tuple[int, str], int]:
    """Write classes, sheets and class results; returns the classes by (year, letter). 2-Г has no marks, only pupils."""
    people = [each.person_id for each in members(association_id)]
    cohorts = {letter: records.insert(Cohort, school=school_id) for letter in "АБГ"}
    made = {}
    for year, classes in GRADES.items():
        for letter, grade in classes.items():
            values = {"cohort": cohorts[letter], "first_year": year, "grade": grade, "letter": letter}
            made[year, letter] = records.insert(SchoolClass, **values, class_teacher=people[1])
    for year, letter, subject, period, part, place, marks, absent, exempt in SHEETS:
        counted = {f"mark_{mark}": pupils for mark, pupils in zip((5, 4, 3, 2), marks, strict=True)}
        listed = sum(marks) + absent + exempt or 20
        records.insert(
            MarkSheet, school_class=made[year, letter], subject=subject, period=period, part=part, listed=listed,
            teacher=people[place], not_assessed=absent, exempt=exempt, **counted,
        )  # fmt: skip
    for part, (five, four) in {1: (3, 7), 2: (4, 8)}.items():
        values = {"listed": 25, "all_five": five, "four_five": four, "one_three": 2, "failing": 1}
        records.insert(ClassResult, school_class=made[2026, "А"], period="quarter", part=part, **values)
    return made


def hold_tests(association_id: int) -> list[int]:
    """Two tests of the second quarter with results: of 5-А, and of the nine of 5-Б."""
    people = [each.person_id for each in members(association_id)]
    common = {"kind": "quarter", "subject": "математика", "held_on": dt.date(2026, 12, 18)}
    places = [("5-А", people[1]), ("5-Б", people[4])]
    made = list(works.add_works(association_id, 2026, places, **common).value)
    results.set_results(made[0], 25, 25, {5: 5, 4: 8, 3: 9, 2: 3})
    results.set_results(made[1], 10, 8, {5: 2, 4: 3, 3: 3, 2: 0})
    return made
