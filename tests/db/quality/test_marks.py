"""Classes as cohorts, and their marks as they are typed: what fits, what is refused, what stays."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import undo
from db.errors import Refused
from db.members import members
from db.quality import entry, moves, years
from db.quality.classes import class_by_name, classes, move_up, promotions, remove_class, save_class
from db.quality.figures import figures_of
from db.quality.keeping import add_marks, remove_marks, save_marks, save_result
from db.quality.results import results
from db.quality.sheets import sheets
from db.quality.typed import parse_marks
from db.rules import marks_line
from db.rules.marks_line import MarksLine
from db.rules.names import parse_name
from tests.conftest import CountQueries

YEAR = 2026


@pytest.mark.parametrize(
    ("text", "listed", "meant"),
    [
        ("6 10 8 1", 25, MarksLine(25, 0, {5: 6, 4: 10, 3: 8, 2: 1}, 0)),
        ("6 10 8 1 2", 27, MarksLine(27, 0, {5: 6, 4: 10, 3: 8, 2: 1}, 2)),
        ("27 6 10 8 1 2", None, MarksLine(27, 0, {5: 6, 4: 10, 3: 8, 2: 1}, 2)),
        ("28 1 6 10 8 1 2", 25, MarksLine(28, 1, {5: 6, 4: 10, 3: 8, 2: 1}, 2)),
        ("6, 10, -, 1", 17, MarksLine(17, 0, {5: 6, 4: 10, 3: 0, 2: 1}, 0)),
        ("6 10 8", 25, None),
        ("1 2 3 4 5 6 7 8", 25, None),
        ("-5 6 7 8", 26, None),
        ("64% 20 10 6", 100, None),
        ("6.5 10 8 1", 25, None),
        ("«5» 6 10 8 1", 25, None),
    ],
)
def test_a_line_of_counts_is_read(text: str, listed: int | None, meant: MarksLine | None) -> None:
    assert marks_line.read(text, 5, listed) == meant


@given(
    st.lists(st.integers(0, 40), min_size=4, max_size=4), st.integers(0, 9), st.integers(0, 9), st.sampled_from([5, 10])
)
def test_what_is_written_is_read_the_same(pupils: list[int], absent: int, exempt: int, scale: int) -> None:
    marks = dict.fromkeys(marks_line.marks_of(scale), 0) | dict(zip(marks_line.marks_of(scale), pupils, strict=False))
    whole = sum(pupils) + absent + exempt
    found = marks_line.read(marks_line.line(whole, exempt, marks, absent, scale), scale)
    assert found == MarksLine(whole, exempt, marks, absent)
    assert found is not None and marks_line.fault(found) is None


@pytest.mark.parametrize(
    ("of", "code"),
    [
        (MarksLine(None, 0, {5: 1}, 0), "list_unknown"),
        (MarksLine(24, 0, {5: 6, 4: 10, 3: 8, 2: 1}, 0), "marks_unlisted"),
        (MarksLine(25, 0, {5: 6, 4: 10, 3: 8, 2: 1}, 1), "marks_unlisted"),
        (MarksLine(2, 3, {}, 0), "exempt_over_listed"),
        (MarksLine(5000, 0, {5: 5000}, 0), "pupils_too_many"),
    ],
)
def test_what_does_not_fit_is_said(of: MarksLine, code: str) -> None:
    fault = marks_line.fault(of)
    assert fault is not None and fault.code == code


def test_a_cohort_keeps_its_identity_when_its_class_gets_another_number(school_id: int) -> None:
    save_class(None, school_id, 2025, 3, "А", pupils=25)
    save_class(None, school_id, 2025, 12, "Б")
    (found,) = promotions(school_id, YEAR)  # the twelfth leaves school
    assert (found.before, found.grade, found.letter, found.pupils) == ("3-А", 4, "А", 25)
    jumped = [type(found)(found.cohort_id, found.before, 5, found.letter, None, 25)]  # the reform's 3 → 5
    move_up(school_id, YEAR, jumped)
    (now,) = classes(school_id, YEAR)
    assert (now.name, now.cohort_id) == ("5-А", classes(school_id, 2025)[0].cohort_id)
    assert promotions(school_id, YEAR) == ()
    assert class_by_name(school_id, YEAR, "5а") == now
    remove_class(now.id)
    move_up(school_id, YEAR, jumped)  # taken away and brought back
    assert class_by_name(school_id, YEAR, "5 «А»") is not None
    with pytest.raises(Refused, match="class_taken"):
        save_class(None, school_id, 2025, 3, "а")


def test_a_class_typed_before_its_last_year_is_joined_to_it(school_id: int) -> None:
    now = save_class(None, school_id, YEAR, 5, "Б", pupils=24).value
    save_class(None, school_id, 2025, 4, "б")
    move_up(school_id, YEAR, [dataclasses.replace(promotions(school_id, YEAR)[0], grade=6)])
    undo.undo()
    assert move_up(school_id, YEAR, promotions(school_id, YEAR)).value == [now]
    cohort = classes(school_id, 2025)[0].cohort_id
    assert [(each.id, each.cohort_id, each.pupils) for each in classes(school_id, YEAR)] == [(now, cohort, 24)]
    add_marks(school_id, 2024, (3, "Б"), "Окуу", "year", 0, None, MarksLine(9, 0, {}, 0))
    assert classes(school_id, 2024)[0].cohort_id == cohort
    save_class(None, school_id, 2025, 4, "В")
    save_class(None, school_id, YEAR, 5, "В", cohort_id=classes(school_id, 2025)[1].cohort_id)
    save_class(None, school_id, 2025, 4, "Г")
    (wanted,) = promotions(school_id, YEAR)
    with pytest.raises(Refused, match="class_taken"):  # other pupils
        move_up(school_id, YEAR, [dataclasses.replace(wanted, letter="В")])


def test_marks_are_written_over_not_beside(school_id: int, association_id: int, count_queries: CountQueries) -> None:
    years.change_rules(school_id, YEAR, years.YearRules(ungraded=frozenset({1, 2})))
    teacher, other = (each.person_id for each in members(association_id)[:2])
    class_id = save_class(None, school_id, YEAR, 4, "А", teacher, 27).value
    of = (class_id, "математика", "quarter", 1, teacher)
    first = save_marks(*of, MarksLine(27, 0, {5: 6, 4: 10, 3: 8, 2: 1}, 2), hours_plan=45, hours_taught=43).value
    assert save_marks(*of, MarksLine(27, 0, {5: 7, 4: 9, 3: 8, 2: 1}, 2)).value == first
    save_marks(class_id, "Англис тили", "quarter", 1, other, MarksLine(13, 0, {5: 13}, 0))
    save_marks(class_id, "англис тили", "quarter", 1, teacher, MarksLine(14, 0, {4: 14}, 0))  # two groups of a class
    with count_queries() as statements:
        rows = entry.entry_rows(school_id, association_id, YEAR, "quarter", 2, [teacher, other])
    assert len(statements) <= 4
    assert [(row.teacher_id, row.subject, row.listed, row.sheet) for row in rows] == [
        (teacher, "англис тили", 14, None), (teacher, "математика", 27, None), (other, "Англис тили", 13, None),
    ]  # fmt: skip
    sheet = sheets(school_id, YEAR, subject="МАТЕМАТИКА")[0]
    assert (dict(sheet.marks), sheet.not_assessed, sheet.hours_taught) == ({5: 7, 4: 9, 3: 8, 2: 1}, 2, 43)
    with pytest.raises(Refused, match="class_has_marks"):
        remove_class(class_id)
    remove_marks(sheet.id)
    assert sheets(school_id, YEAR, subject="математика") == ()
    undo.undo()
    assert len(sheets(school_id, YEAR)) == 3


@pytest.mark.parametrize(
    ("text", "class_", "subject", "teacher", "counts"),
    [
        ("4А кырг тил 27 6 10 8 1 2", (4, "А"), "Кыргыз тили", 1, "27 6 10 8 1 2"),
        ("6 10 - 1 4-«Б» матем !кары", (4, "Б"), "Математика", 2, "6 10 - 1"),
        ("4 А Жаңы предмет 6, 10, 8, 1", (4, "А"), "Жаңы предмет", 1, "6, 10, 8, 1"),
        ("4 матем 6 10 8 1", None, "4 матем", None, "6 10 8 1"),
        ("4А", (4, "А"), "", 1, ""),
    ],
)
def test_class_subject_teacher_and_counts_are_read_of_a_line(
    text: str, class_: tuple[int, str] | None, subject: str, teacher: int | None, counts: str
) -> None:
    people = [(1, parse_name("Асанова Гүлнара")), (2, parse_name("Карыбекова Айгүл"))]
    read = parse_marks(text, people, ["Математика", "Кыргыз тили"], [("4-А", 1)])
    assert (read.class_, read.subject, read.teacher_id, read.counts) == (class_, subject, teacher, counts)


def test_marks_of_a_class_that_is_not_there_yet(school_id: int, association_id: int) -> None:
    teacher = members(association_id)[0].person_id
    before = save_class(None, school_id, 2025, 3, "А", teacher, 25).value
    where = ("Математика", "quarter", 1)
    sheet_id = add_marks(school_id, YEAR, (5, "а"), *where, None, MarksLine(25, 0, {5: 25}, 0)).value
    (now,) = classes(school_id, YEAR)
    assert (now.name, now.cohort_id, now.pupils) == ("5-а", classes(school_id, 2025)[0].cohort_id, 25)
    with pytest.raises(Refused):  # nothing of it stays, the class neither
        add_marks(school_id, YEAR, (4, "Б"), *where, None, MarksLine(25, 0, {5: 24}, 0))
    assert len(classes(school_id, YEAR)) == 1 and before
    (row,) = entry.entry_rows(school_id, association_id, YEAR, "quarter", 1, [teacher])
    assert row.sheet and row.teacher_id is None  # nobody's marks are not out of sight, and get a teacher
    assert save_marks(now.id, *where, teacher, MarksLine(25, 0, {5: 25}, 0)).value == sheet_id
    assert [each.teacher_id for each in sheets(school_id, YEAR)] == [teacher]
    undo.undo()
    undo.undo()
    assert (sheets(school_id, YEAR), classes(school_id, YEAR)) == ((), ())


@pytest.mark.parametrize(
    ("grade", "given", "slip", "code"),
    [
        (4, MarksLine(25, 0, {5: 6}, 0), {}, "marks_unlisted"),
        (4, MarksLine(2, 0, {5: -1, 4: 3}, 0), {}, "mark_unknown"),
        (4, MarksLine(2, 0, {9: 2}, 0), {}, "mark_unknown"),
        (2, MarksLine(2, 0, {5: 2}, 0), {}, "grade_unmarked"),
        (4, MarksLine(2, 0, {5: 2}, 0), {"listed_start": 3, "arrived": 1, "departed": 1}, "moves_unequal"),
    ],
)
def test_impossible_counts_are_refused(
    school_id: int, grade: int, given: MarksLine, slip: dict[str, int], code: str
) -> None:
    class_id = save_class(None, school_id, YEAR, grade, "А").value
    with pytest.raises(Refused, match=code):
        save_marks(class_id, "математика", "quarter", 1, None, given, **slip)
    assert sheets(school_id, YEAR) == ()


def test_a_class_as_a_whole_and_who_came_and_left(school_id: int) -> None:
    class_id = save_class(None, school_id, YEAR, 4, "А").value
    with pytest.raises(Refused, match="result_over_listed"):
        save_result(class_id, "quarter", 1, listed=5, all_five=3, four_five=2, failing=1)
    save_result(class_id, "quarter", 1, listed=25, all_five=3, four_five=14, one_three=1)
    save_result(class_id, "quarter", 1, listed=25, all_five=4, four_five=13)
    (found,) = results(school_id, YEAR, "quarter", 1).values()
    assert (found.all_five, found.four_five, found.one_three) == (4, 13, 1)
    moves.save_move(None, class_id, "arrived", "Сатыбалдиев Нурислам")
    assert [(each.kind, each.pupil) for each in moves.moves([class_id])] == [("arrived", "Сатыбалдиев Нурислам")]
    with pytest.raises(Refused, match="required"):
        moves.save_move(None, class_id, "departed", " ")


def test_a_years_rules_hold_until_others_are_set(school_id: int) -> None:
    ten = years.YearRules(scale=10, ungraded=frozenset({1}), last_primary=6)
    years.change_rules(school_id, 2025, ten)
    assert years.rules_of(school_id, 2024) == years.YearRules()
    assert years.rules_of(school_id, 2027) == ten
    class_id = save_class(None, school_id, 2026, 4, "А").value
    save_marks(class_id, "Окуу", "year", 0, None, MarksLine(3, 0, {8: 3}, 0))
    with pytest.raises(Refused, match="marks_above_scale"):
        years.change_rules(school_id, 2026, years.YearRules())
    assert figures_of(sheets(school_id, 2026), years.YearRules()).quality == 100  # never falls over them
    for wrong in (
        {"scale": 7}, {"least": (5, 7, 9)}, {"attention": 11}, {"last_primary": 9}, {"ungraded": frozenset({40})},
    ):  # fmt: skip
        with pytest.raises(Refused):
            years.change_rules(school_id, 2025, years.YearRules(**wrong))  # type: ignore[arg-type]


def test_last_years_rows_stay_until_the_first_period_is_entered(school_id: int, association_id: int) -> None:
    teacher = members(association_id)[0].person_id
    years.change_rules(school_id, 2025, years.YearRules(ungraded=frozenset()))
    for name in ("2-А", "2-Б", "4-А"):
        grade, _dash, letter = name.partition("-")
        before = save_class(None, school_id, 2025, int(grade), letter, pupils=2).value
        save_marks(before, "математика", "year", 0, teacher, MarksLine(2, 0, {5: 2}, 0))
    move_up(school_id, YEAR, promotions(school_id, YEAR))

    def proposed(quarter: int) -> list[str]:
        found = entry.entry_rows(school_id, association_id, YEAR, "quarter", quarter, [teacher])
        return [each.class_name for each in found]

    assert proposed(1) == ["3-А", "3-Б"]  # the fifth has other teachers
    first = classes(school_id, YEAR)[0]
    save_marks(first.id, "математика", "quarter", 1, teacher, MarksLine(2, 0, {5: 2}, 0))
    assert proposed(1) == ["3-А", "3-Б"]
    assert proposed(2) == ["3-А"]
