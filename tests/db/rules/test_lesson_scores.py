"""Scores of a lesson: sum, mean, the scale; which lessons a study is about."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.lesson_scores import outside, summary, too_many_present
from db.rules.study_parts import concerns


@pytest.mark.parametrize(
    ("scores", "highest", "expected"),
    [
        ([], 3, (0, 0, 0, 0, None)),
        ([None, None], 3, (0, 2, 0, 0, None)),
        ([3, 2, None, 3], 3, (3, 4, 8, 9, Decimal("2.67"))),
        ([1, 2], 10, (2, 2, 3, 20, Decimal("1.50"))),
        ([3, 3, 3, 3, 3, 3, 3, 2], 3, (8, 8, 23, 24, Decimal("2.88"))),  # 2.875 goes up
    ],
)
def test_sum_and_mean(scores: list[int | None], highest: int, expected: tuple[object, ...]) -> None:
    made = summary(scores, highest)
    assert (made.scored, made.aspects, made.total, made.possible, made.mean) == expected


@given(st.lists(st.none() | st.integers(1, 10), max_size=30))
def test_the_mean_lies_within_the_scores(scores: list[int | None]) -> None:
    made = summary(scores, 10)
    given_scores = [each for each in scores if each is not None]
    assert made.total == sum(given_scores) <= made.possible
    if given_scores:
        assert made.mean is not None
        assert min(given_scores) - Decimal("0.005") <= made.mean <= max(given_scores) + Decimal("0.005")


@pytest.mark.parametrize(
    ("score", "highest", "wrong"), [(None, 3, False), (1, 3, False), (3, 3, False), (0, 3, True), (4, 3, True)]
)
def test_a_score_is_one_of_the_scale(score: int | None, highest: int, wrong: bool) -> None:
    assert outside(score, highest) is wrong


@pytest.mark.parametrize(
    ("listed", "present", "wrong"), [(28, 26, False), (28, 28, False), (28, 29, True), (None, 5, False), (0, 1, True)]
)
def test_no_more_present_than_listed(listed: int | None, present: int, wrong: bool) -> None:
    assert too_many_present(listed, present) is wrong


@pytest.mark.parametrize(
    ("wanted", "given_", "same"),
    [
        (("Математика", "4-А"), ("математика", "4а"), True),
        (("Математика", "4"), ("математика", "4-Б"), True),
        (("Математика", ""), ("Кыргыз тили", "4-Б"), False),
        (("Математика", "4-А, 4-Б"), ("", "4-Б"), True),
        (("", "4-А"), ("Математика", "3-А"), False),
        (("", ""), ("Математика", "3-А"), True),
        (("Кыргыз тили", "4"), ("Кыргыз тили жана окуу", "14-А"), False),
    ],
)
def test_a_study_is_about_its_subject_and_classes(wanted: tuple[str, str], given_: tuple[str, str], same: bool) -> None:
    assert concerns(*wanted, *given_) is same
