"""Marks from Excel: two years of twelve classes, the same file twice, and everything that a file can have wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from db import undo
from db.errors import Refused
from db.quality import years
from db.quality.classes import class_by_name, classes
from db.quality.marks_rows import COLUMNS, MarksPreview, read_file, read_period, understood
from db.quality.marks_workbook import compare, import_marks, marks_workbook, with_people
from db.quality.sheets import sheets
from db.rules import cohorts
from db.schools import people
from db.workbook_files import workbook
from tests.conftest import CountQueries
from tui.mark_words import known_headers

HEAD = ("Окуу жылы", "Класс", "Предмет", "Мугалим", "Чейрек", "Тизмеде", "Осв", "5", "4", "3", "2", "н/а")
GOOD = ("2026-2027", "4-А", "математика", "Асанова Г. М.", "1-чейрек", 25, 0, 6, 10, 8, 1, 0)
TEN = ("Класс", "Предмет", "Чейрек", "Тизмеде", *map(str, range(10, 0, -1)))


@pytest.fixture(autouse=True)
def _marked_from_the_first_grade(school_id: int) -> None:
    years.change_rules(school_id, 2024, years.YearRules(ungraded=frozenset()))


def read(tmp_path: Path, school_id: int, lines: list[tuple[Any, ...]], head: tuple[str, ...] = HEAD) -> MarksPreview:
    path = tmp_path / "marks.xlsx"
    path.write_bytes(workbook(head, lines))
    table = read_file(path, known_headers())
    return with_people(school_id, understood(table, 2026, lambda year: years.rules_of(school_id, year)))


def two_years() -> list[tuple[Any, ...]]:
    """Six grades of two classes, each with its number a year later; two subjects, five periods."""
    return [
        (f"{year}-{year + 1}", f"{grade}-{letter}", subject, "Асанова Г. М.", period, 20 + grade, 0, 5, 6, 8, grade, 1)
        for year in (2025, 2026)
        for grade in range(1, 7)
        for letter in "АБ"
        for subject in ("математика", "кыргыз тили")
        for period in ("1-чейрек", "2-чейрек", "III", "4 четверть", "жыл")
    ]  # fmt: skip


def test_two_years_of_twelve_classes_come_in_and_once(school_id: int, tmp_path: Path) -> None:
    preview = read(tmp_path, school_id, two_years())
    assert preview.faulty == 0
    results = import_marks(school_id, preview).value
    assert {each.outcome for each in results} == {"added"}
    assert len(sheets(school_id, 2025)) == len(sheets(school_id, 2026)) == 120
    before, now = classes(school_id, 2025), classes(school_id, 2026)
    assert (len(before), len(now)) == (12, 12)
    grown = {each.cohort_id: each.name for each in now}
    assert grown[before[0].cohort_id] == "2-А"  # the same pupils, a year later
    assert {each.outcome for each in compare(school_id, preview)} == {"same"}
    import_marks(school_id, preview)
    assert len(sheets(school_id, 2026)) == 120
    undo.undo()
    assert (sheets(school_id, 2026), classes(school_id, 2026)) == ((), ())


def test_what_goes_out_comes_back_the_same(school_id: int, tmp_path: Path) -> None:
    import_marks(school_id, read(tmp_path, school_id, two_years()))
    path = tmp_path / "out.xlsx"
    path.write_bytes(
        marks_workbook(school_id, 2026, {name: name for name in COLUMNS}, lambda kind, part: f"{kind} {part}")
    )
    table = read_file(path, {name: name for name in COLUMNS})
    assert [row["class"].value for _number, row in table.rows][:2] == ["1-А", "1-А"]
    assert len(table.rows) == 120


def test_another_number_changes_the_sheet_and_a_new_teacher_is_told(school_id: int, tmp_path: Path) -> None:
    import_marks(school_id, read(tmp_path, school_id, [GOOD]))
    changed = read(
        tmp_path, school_id, [(*GOOD[:7], 7, 9, 8, 1, 0), (*GOOD[:1], "5-А", *GOOD[2:3], "Ким Е. С.", *GOOD[4:])]
    )
    assert [(each.outcome, each.changes) for each in compare(school_id, changed)] == [
        ("changed", ()), ("added", ("class", "teacher")),
    ]  # fmt: skip
    import_marks(school_id, changed)
    assert [dict(each.marks) for each in sheets(school_id, 2026)] == [
        {5: 7, 4: 9, 3: 8, 2: 1},
        {5: 6, 4: 10, 3: 8, 2: 1},
    ]
    assert "Ким Е. С." in {each.name.listed for each in people(school_id)}


WRONG: list[tuple[dict[int, Any], tuple[str, str]]] = [
    ({1: None}, ("class", "class_missing")),
    ({1: "математика"}, ("class", "class_unclear")),
    ({2: 25}, ("subject", "subject_unclear")),
    ({2: None}, ("subject", "subject_missing")),
    ({3: "Асан"}, ("teacher", "teacher_several")),
    ({3: "Токтобеков"}, ("teacher", "teacher_unclear")),
    ({0: "былтыр"}, ("year", "year_unclear")),
    ({4: "качандыр"}, ("period", "period_unclear")),
    ({4: None}, ("period", "period_missing")),
    ({5: None}, ("listed", "listed_missing")),
    ({5: 26}, ("listed", "sum_unequal")),
    ({6: 30}, ("exempt", "exempt_over_listed")),
    ({7: -6}, ("mark_5", "negative")),
    ({7: "24 %"}, ("mark_5", "percent")),
    ({7: 0.24}, ("mark_5", "percent")),
    ({7: "алты"}, ("mark_5", "not_a_number")),
    ({7: 100000}, ("mark_5", "number_out_of_range")),
]
"""Cells typed over in a good row, and what is told of them."""


def test_a_wrong_cell_is_told_at_its_row_and_nothing_comes_in(school_id: int, tmp_path: Path) -> None:
    fresh = [(*GOOD[:2], f"предмет {at}", *GOOD[3:]) for at in range(len(WRONG) + 1)]
    lines = [tuple(wrong.get(place, value) for place, value in enumerate(line))
             for line, (wrong, _problem) in zip(fresh, WRONG, strict=False)]  # fmt: skip
    preview = read(tmp_path, school_id, [*lines, fresh[-1]])
    assert [row.problems for row in preview.rows] == [*((problem,) for _wrong, problem in WRONG), ()]
    with pytest.raises(Refused, match="workbook_has_problems"):
        import_marks(school_id, preview)
    assert sheets(school_id, 2026) == ()


def test_a_file_of_the_other_scale_is_told(school_id: int, tmp_path: Path) -> None:
    ten = ("4-А", "математика", "1", 10, *([1] * 10))
    assert read(tmp_path, school_id, [ten], TEN).rows[0].problems == (("mark_1", "ten_point_file"),)
    years.change_rules(school_id, 2026, years.YearRules(scale=10, ungraded=frozenset()))
    assert read(tmp_path, school_id, [ten], TEN).faulty == 0
    assert read(tmp_path, school_id, [GOOD]).rows[0].problems == (("mark_5", "five_point_file"),)


def test_a_row_that_contradicts_one_above_is_told(school_id: int, tmp_path: Path) -> None:
    preview = read(tmp_path, school_id, [GOOD, GOOD, (*GOOD[:7], 7, 9, 8, 1, 0)])
    assert [row.problems for row in preview.rows] == [(), (), (("class", "twice"),)]


def test_a_thousand_rows_come_in(school_id: int, tmp_path: Path) -> None:
    lines = [(*GOOD[:1], "4-А", f"предмет {at}", *GOOD[3:]) for at in range(1000)]
    preview = read(tmp_path, school_id, lines)
    import_marks(school_id, preview)
    assert len(sheets(school_id, 2026)) == 1000
    assert class_by_name(school_id, 2026, "4а") is not None


def test_rows_are_written_in_a_few_statements(school_id: int, tmp_path: Path, count_queries: CountQueries) -> None:
    preview = read(tmp_path, school_id, [(*GOOD[:2], f"предмет {at}", *GOOD[3:]) for at in range(100)])
    with count_queries() as statements:
        import_marks(school_id, preview)
    assert len(set(statements)) < 50


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1-чейрек", ("quarter", 1)), ("2 четверть", ("quarter", 2)), ("IV", ("quarter", 4)), (3, ("quarter", 3)),
        ("1-жарым жылдык", ("half", 1)), ("2 полугодие", ("half", 2)), ("жыл", ("year", 0)), ("за год", ("year", 0)),
        ("5-чейрек", None), ("эртең", None),
    ],
)  # fmt: skip
def test_periods_are_read_as_people_write_them(text: object, meant: tuple[str, int] | None) -> None:
    assert read_period(str(text)) == meant


@pytest.mark.parametrize(
    ("before", "now", "goes_on"),
    [
        ([1, 2, 3], [1, 2, 3, 4], {2: 1, 3: 2, 4: 3}),
        ([3, 4], [5], {5: 4}),
        ([3, 4], [5, 6], {5: 3, 6: 4}),  # the reform: both jump
        ([2, 3, 6], [3, 5, 8], {3: 2, 5: 3, 8: 6}),
        ([3], [4, 5], {4: 3}),
        ([], [4], {}),
        ([9], [4], {}),
    ],
)
def test_which_class_goes_on_from_which(before: list[int], now: list[int], goes_on: dict[int, int]) -> None:
    assert cohorts.continued(before, now) == goes_on


def test_a_class_joins_its_cohort_also_where_numbers_jump(school_id: int, tmp_path: Path) -> None:
    def row(year: str, name: str) -> tuple[Any, ...]:
        return (year, name, *GOOD[2:])

    old = [row("2025-2026", name) for name in ("3-А", "4-А")]
    preview = read(tmp_path, school_id, [*old, row("2026-2027", "5-А"), row("2026-2027", "6-А")])
    assert [each.changes for each in compare(school_id, preview)] == [
        ("class",), ("class",), ("class_of 3-А",), ("class_of 4-А",),
    ]  # fmt: skip
    import_marks(school_id, preview)
    was = {each.cohort_id: each.name for each in classes(school_id, 2025)}
    assert {each.name: was[each.cohort_id] for each in classes(school_id, 2026)} == {"5-А": "3-А", "6-А": "4-А"}
    import_marks(school_id, read(tmp_path, school_id, [row("2027-2028", "9-В"), row("2027-2028", "7-А")]))
    import_marks(school_id, read(tmp_path, school_id, [row("2026-2027", "7-В"), row("2026-2027", "8-В")]))  # late
    before = {each.cohort_id: each.name for each in classes(school_id, 2026)}
    gone_on = {each.name: before.get(each.cohort_id) for each in classes(school_id, 2027)}
    assert gone_on == {"7-А": "6-А", "9-В": "8-В"}


def test_what_was_taken_back_comes_in_again(school_id: int, tmp_path: Path) -> None:
    first, second = (read(tmp_path, school_id, [line for line in two_years() if line[0].startswith(year)])
                     for year in ("2025", "2026"))  # fmt: skip
    import_marks(school_id, first)
    import_marks(school_id, second)
    undo.undo()
    import_marks(school_id, second)
    assert (len(classes(school_id, 2026)), len(sheets(school_id, 2026))) == (12, 120)
