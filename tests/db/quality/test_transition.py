"""The transition from records: which cohorts, figures worked by hand, what is made of a row, whether it moved."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest

from db import calendar, records
from db.associations import association
from db.control_tests import results, works
from db.errors import Refused
from db.history import action
from db.meetings import planning
from db.members import members
from db.models.quality import ClassMove, QualityYear, SchoolClass
from db.plans import sections
from db.quality import acting
from db.quality.acting import Plan
from db.quality.transition import of_record, transitions
from db.quality.transition_rows import TransitionRow
from db.rules import quality
from db.ties.reading import ties
from db.undo import undo
from tests.conftest import CountQueries, MakeAssociation
from tests.marks import QUARTERS, fill_marks

TODAY = dt.date(2026, 11, 12)


@action("settings.test")
def write(model: type, **values: object) -> int:
    return records.insert(model, **values)


@pytest.fixture
def filled(make_association: MakeAssociation) -> int:
    made = make_association()
    calendar.save_school_year(2026, QUARTERS[0].begins, QUARTERS[3].ends, QUARTERS)
    classes = fill_marks(made, association(made).school_id).value
    write(ClassMove, school_class=classes[2026, "А"], kind="arrived", pupil="Үсөнов Т.")
    write(ClassMove, school_class=classes[2026, "А"], kind="departed", pupil="Ким А.")
    return made


def row(association_id: int, class_name: str = "5-Б") -> TransitionRow:
    return next(each for each in transitions(association_id, 2026) if each.class_name == class_name)


def key(of: TransitionRow) -> tuple[int, str, int]:
    return of.cohort_id, of.subject, of.first_year


def test_the_same_cohort_before_and_after(filled: int) -> None:
    found = transitions(filled, 2026)
    assert [(each.class_before, each.class_name, each.subject) for each in found] == [
        ("4-А", "5-А", "Математика"), ("4-Б", "5-Б", "Математика"),
    ]  # fmt: skip
    first, second = found
    assert (first.before.period, quality.number(first.before.figures.quality)) == ("year", "56,0")
    assert first.first and first.newest and (first.first.part, first.newest.part) == (1, 2)
    assert quality.number(first.first.figures.quality) == "64,0"
    assert (first.difference, first.flag, first.difference_first) == (Fraction(16), "ok", Fraction(8))
    assert second.difference == Fraction(400, 9) - Fraction(500, 9) and second.flag == "alarm"
    assert (first.arrived, first.departed) == (("Үсөнов Т.",), ("Ким А.",))
    assert (first.few, second.few) == (False, True)
    assert transitions(filled, 2025) == ()


def test_the_boundary_and_thresholds_are_the_years(filled: int) -> None:
    school_id = association(filled).school_id
    write(QualityYear, school=school_id, first_year=2026, last_primary=6, attention=12, alarm=20)
    assert transitions(filled, 2026) == ()
    write(QualityYear, school=school_id, first_year=2025, last_primary=4)
    assert transitions(filled, 2026) == ()


@action("settings.test")
def renumber(made: dict[tuple[int, str], int], school_id: int, grades: dict[int, tuple[int, int]]) -> None:
    """Let the first cohort be in these grades, by year (grade, last primary grade); the others stay below."""
    for year, (grade, last) in grades.items():
        records.change(SchoolClass, made[year, "А"], grade=grade)
        records.change(SchoolClass, made[year, "Б"], grade=2)
        records.insert(QualityYear, school=school_id, first_year=year, last_primary=last, ungraded="1,2")


@pytest.mark.parametrize(("before", "after", "expected"), [
    ((3, 4), (5, 4), ["3-А → 5-А"]), ((6, 6), (7, 6), ["6-А → 7-А"]), ((4, 4), (6, 4), ["4-А → 6-А"]),
    ((4, 4), (6, 6), []), ((5, 4), (7, 6), []), ((3, 4), (4, 4), []),
])  # fmt: skip
def test_a_number_that_jumps_over_the_boundary(
    make_association: MakeAssociation, before: tuple[int, int], after: tuple[int, int], expected: list[str]
) -> None:
    made = make_association()
    school_id = association(made).school_id
    renumber(fill_marks(made, school_id).value, school_id, {2025: before, 2026: after})
    found = transitions(made, 2026)
    assert [f"{each.class_before} → {each.class_name}" for each in found] == expected
    assert [each.difference for each in found] == [Fraction(16) for _each in expected], "the same pupils' marks"


def test_an_entry_test_of_the_class_stands_beside(filled: int) -> None:
    common = {"kind": "entry", "subject": "математика", "held_on": dt.date(2026, 9, 15)}
    (work_id,) = works.add_works(filled, 2026, [("5-Б", None)], **common).value
    assert row(filled).entry is None
    results.set_results(work_id, 9, 9, {5: 1, 4: 3, 3: 5, 2: 0})
    entry = row(filled).entry
    assert entry and entry.figures.quality == Fraction(400, 9)


def test_the_same_pupils_become_the_comparison(filled: int) -> None:
    of = row(filled)
    with pytest.raises(Refused) as error:
        acting.keep(filled, *key(of), compared=8, good_before=9)
    assert (error.value.code, error.value.field, error.value.values["limit"]) == ("same_over", "good_before", 8)
    with pytest.raises(Refused) as error:
        acting.keep(filled, *key(of), good_before=3)
    assert (error.value.code, error.value.field) == ("required", "compared")
    acting.keep(filled, *key(of), compared=8, good_before=5, good_after=4, cause="Мугалим алмашты")
    of = row(filled)
    assert (of.by_same, of.difference, of.flag) == (True, Fraction(-25, 2), "alarm")
    acting.keep(filled, of.cohort_id, "математика", 2026, measure="Кошумча сабак")
    assert [each.id for each in transitions(filled, 2026)] == [0, of.id]
    undo()
    assert row(filled).stored.measure == ""  # type: ignore[union-attr]


def test_one_action_makes_all_three_and_the_row_shows_whether_it_moved(filled: int) -> None:
    of = row(filled)
    people = [each.person_id for each in members(filled)]
    meeting_id = planning.plan(filled, dt.date(2026, 11, 27), "14:00").value
    section_id = sections.save_section(None, filled, "Билим сапаты", "Качество знаний").value
    plan = Plan(
        (meeting_id, "5-Б классынын математикасы жөнүндө"), ("Кошумча сабак өтүлсүн", [people[4]], None),
        (section_id, "Кошумча сабактар", {"first_year": 2026}),
    )  # fmt: skip
    with pytest.raises(Refused):
        acting.act(filled, *key(of), Plan(plan.item, ("", [], None)), TODAY)
    assert row(filled).id == 0
    row_id = acting.act(filled, *key(of), plan, TODAY).value
    of = row(filled)
    assert of.id == row_id and dict(of.made) == {"agenda_item": 1, "task": 1, "plan_line": 1}
    assert of.since and of.since.part == 1
    assert of.moved == Fraction(400, 9) - Fraction(500, 9) and of.outcome == "fall"
    assert {each.table for each in ties("transition", row_id).came_of} == {"agenda_item", "task", "plan_line"}
    assert of_record(filled, row_id) == of
    undo()
    assert row(filled).id == 0 and dict(row(filled).made) == {}


def test_the_queries_do_not_grow_with_the_rows(filled: int, count_queries: CountQueries) -> None:
    with count_queries() as queries:
        assert len(transitions(filled, 2026)) == 2
    assert len(queries) <= 22
