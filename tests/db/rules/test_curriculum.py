"""Which plans a change touches, and which steps are missing, as tables."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.curriculum.rows import StepRow
from db.rules.curriculum_scope import is_class, read_classes, touches
from db.rules.curriculum_steps import STEPS, missing

DAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", set()),
        ("бардык класстар", set()),
        ("Все классы", set()),
        ("4-класстар", {(4, "")}),
        ("4", {(4, "")}),
        ("4А, 4 Б; 3-«в»", {(4, "А"), (4, "Б"), (3, "В")}),
        ("2–4-класстар", {(2, ""), (3, ""), (4, "")}),
        ("3-4 классы", {(3, ""), (4, "")}),
        ("1, 3-класстар жана 4А", {(1, ""), (3, ""), (4, "А")}),
        ("4-2", None),
        ("13-класс", None),
        ("төртүнчү класстар", None),
    ],
)
def test_classes_as_typed(text: str, expected: set[tuple[int, str]] | None) -> None:
    assert read_classes(text) == expected


@pytest.mark.parametrize(
    ("subjects", "classes", "subject", "class_", "expected"),
    [
        ("математика", "4-класстар", "Математика", "4-А", True),
        ("математика", "4-класстар", "Математика", "3-А", False),
        ("математика", "4А, 4Б", "Математика", "4-В", False),
        ("музыка, математика", "", "Математика", "1-А", True),
        ("кыргыз тили", "4", "Кыргыз тили жана окуу", "4-А", True),
        ("Кыргыз тили жана окуу", "4", "кыргыз тили", "4-А", True),
        ("орус тили", "4", "Кыргыз тили", "4-А", False),
        ("бардык предметтер", "", "Музыка", "2", True),
        ("", "4", "Музыка", "4", True),
        ("", "4А", "Музыка", "4", False),
        ("", "белгисиз", "Музыка", "4", False),
    ],
)
def test_touches(subjects: str, classes: str, subject: str, class_: str, expected: bool) -> None:
    assert touches(subjects, classes, subject, class_) is expected


@given(st.text(max_size=60))
def test_no_text_of_classes_breaks_it(text: str) -> None:
    found = read_classes(text)
    assert found is None or all(1 <= grade <= 12 for grade, _letter in found)


def test_one_class() -> None:
    assert [is_class(each) for each in ("4а", "11", "12-Б", "13", "0", "А", "4А, 4Б", "")] == [True] * 3 + [False] * 5


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, STEPS),
        ({"not_needed": True}, ()),
        ({"test_not_needed": True}, STEPS[:4]),
        ({"corrected_on": DAY, "agreed_on": DAY}, ("considered", "approved", "test_made", "test_held")),
        ({"test_made_on": DAY, "test_state": "planned", "test_day": DAY}, (*STEPS[:4], "test_held")),
        ({"test_state": "held", "test_day": DAY}, STEPS[:4]),
    ],
)
def test_missing(fields: dict[str, object], expected: tuple[str, ...]) -> None:
    assert missing(StepRow(0, 1, 1, **fields)) == expected  # type: ignore[arg-type]
