"""Quality indicators: the worked check, levels of ten, limits that always hold, nobody divides by zero."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules import quality
from db.rules.quality import Counts, Weights

PUPILS = st.integers(0, 40)
COUNTS = st.builds(Counts, PUPILS, PUPILS, PUPILS, PUPILS, PUPILS)
MARKS_OF_FIVE = st.dictionaries(st.integers(2, 5), PUPILS)
MARKS_OF_TEN = st.dictionaries(st.integers(1, 10), PUPILS)
CHECKED = {5: 6, 4: 10, 3: 8, 2: 1}
"""DOMAIN.md 5: жетишүү 96,0 %, сапат 64,0 %, СОУ 61,8 %, орточо балл 3,84."""


def test_the_worked_check() -> None:
    of = quality.figures(CHECKED)
    shown = [quality.percent(each) for each in (of.pass_rate, of.quality, of.degree)]
    assert shown == ["96,0\xa0%", "64,0\xa0%", "61,8\xa0%"]
    assert quality.number(of.mean, 2) == "3,84"
    assert of.degree == Fraction(1544, 25)


def test_the_formula_stands_beside_the_figure() -> None:
    of = quality.counts(CHECKED)
    assert quality.pass_rate_formula(of) == "(6 + 10 + 8) ÷ 25 × 100 = 96,0\xa0%"
    assert quality.quality_formula(of) == "(6 + 10) ÷ 25 × 100 = 64,0\xa0%"
    assert quality.degree_formula(of) == "(100·6 + 64·10 + 36·8 + 16·1 + 7·0) ÷ 25 = 61,8\xa0%"
    assert quality.mean_formula(CHECKED) == "(5·6 + 4·10 + 3·8 + 2·1) ÷ 25 = 3,84"


def test_a_published_table_that_swaps_the_labels_counts_right() -> None:
    of = quality.figures({5: 22, 4: 42, 3: 28, 2: 0})
    assert (quality.percent(of.quality), quality.percent(of.pass_rate)) == ("69,6\xa0%", "100,0\xa0%")


def test_who_is_not_assessed_stays_in_the_whole_and_out_of_the_mean() -> None:
    of = quality.figures({5: 1, 4: 1}, not_assessed=2)
    assert (of.pass_rate, of.quality, of.mean) == (50, 50, Fraction(9, 2))
    assert of.degree == Fraction(100 + 64 + 7 + 7, 4)
    assert quality.degree(Counts(1, 1, not_assessed=2), Weights(not_assessed=8)) == 45


def test_of_nobody_there_is_nothing() -> None:
    of = quality.figures({})
    assert (of.pass_rate, of.quality, of.degree, of.mean) == (None,) * 4
    assert quality.percent(of.quality) == quality.number(None) == quality.points(None, of.quality) == "–"
    assert quality.quality_formula(Counts()) == quality.degree_formula(Counts()) == quality.mean_formula({2: 0}) == ""
    assert not quality.below(0, 0, 60)


@pytest.mark.parametrize(
    ("marks", "expected"),
    [((10, 9), 5), ((8, 7), 4), ((6, 5), 3), ((4, 3, 2, 1), 2)],
)
def test_ten_points_are_brought_to_levels(marks: tuple[int, ...], expected: int) -> None:
    assert {quality.level(mark, 10) for mark in marks} == {expected}


def test_the_marks_of_a_scale_come_as_tables_name_them() -> None:
    assert quality.marks_of(5) == (5, 4, 3, 2)
    assert quality.marks_of(10) == (10, 9, 8, 7, 6, 5, 4, 3, 2, 1)
    assert quality.level(1) == 2


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        (Fraction(1, 3), 1, "0,3"), (Fraction(25, 100), 1, "0,3"), (Fraction(-25, 100), 1, "−0,3"),
        (Fraction(-1, 100), 1, "0,0"), (Fraction(9995, 1000), 2, "10,00"), (Fraction(5, 2), 0, "3"),
    ],
)  # fmt: skip
def test_half_is_rounded_away_from_zero(value: Fraction, places: int, expected: str) -> None:
    assert quality.number(value, places) == expected


@pytest.mark.parametrize(("before", "after", "expected"), [(60, 63, "+3,0"), (48, 44, "−4,0"), (50, 50, "0,0")])
def test_a_change_is_told_in_points(before: int, after: int, expected: str) -> None:
    assert quality.points(Fraction(before), Fraction(after)) == expected
    assert quality.points(Fraction(50), Fraction(5001, 100)) == "0,0"


def test_a_class_is_counted_apart_from_a_subject() -> None:
    assert quality.class_quality(4, 9, 25) == 52
    assert quality.class_quality_formula(4, 9, 25) == "(4 + 9) ÷ 25 × 100 = 52,0\xa0%"
    assert quality.class_quality(0, 0, 0) is None


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [("52.4", "53.6", "rise"), ("53.6", "52.4", "fall"), ("50", "50.04", "kept"), ("50", "49.95", "fall"),
     (None, "50", ""), ("50", None, "")],
)  # fmt: skip
def test_a_trend_agrees_with_what_is_printed(before: str | None, after: str | None, code: str) -> None:
    assert quality.trend(before and Fraction(before), after and Fraction(after)) == code  # type: ignore[arg-type]


@given(st.lists(COUNTS, max_size=6), st.randoms())
def test_the_order_of_groups_never_matters(groups: list[Counts], chance: Any) -> None:
    mixed = chance.sample(groups, len(groups))
    assert sum(mixed, Counts()) == sum(groups, Counts())


@given(PUPILS, PUPILS, PUPILS)
def test_class_quality_stays_within_bounds(all_five: int, four_five: int, others: int) -> None:
    found = quality.class_quality(all_five, four_five, all_five + four_five + others)
    assert found is None or 0 <= found <= 100


@given(COUNTS, st.tuples(*[st.integers(0, 100)] * 5))
def test_whatever_the_weights_the_degree_stays_within_them(of: Counts, typed: tuple[int, ...]) -> None:
    found = quality.degree(of, Weights(*typed))
    assert found is None or min(typed) <= found <= max(typed)


@given(COUNTS)
def test_the_shares_lie_between_nothing_and_all(of: Counts) -> None:
    passed, good, degree = quality.pass_rate(of), quality.quality(of), quality.degree(of)
    if not of.whole:
        assert passed is good is degree is None
        return
    assert passed is not None and good is not None and degree is not None
    assert 0 <= good <= passed <= 100
    assert 7 <= degree <= 100


@given(COUNTS, COUNTS)
def test_two_groups_together_lie_between_both(one: Counts, other: Counts) -> None:
    together = quality.quality(one + other)
    parts = [each for each in (quality.quality(one), quality.quality(other)) if each is not None]
    assert together is None if not parts else min(parts) <= (together or 0) <= max(parts)


@given(MARKS_OF_TEN)
def test_levels_keep_every_pupil(marks: dict[int, int]) -> None:
    of = quality.counts(marks, 10)
    assert of.assessed == of.whole == sum(marks.values())


@given(MARKS_OF_FIVE, st.integers(2, 4))
def test_a_better_mark_lowers_nothing(marks: dict[int, int], mark: int) -> None:
    better = {**marks, mark: marks.get(mark, 0), mark + 1: marks.get(mark + 1, 0) + 1}
    worse = {**marks, mark: marks.get(mark, 0) + 1}
    for name in ("pass_rate", "quality", "degree", "mean"):
        assert getattr(quality.figures(better), name) >= getattr(quality.figures(worse), name)


@given(st.fractions(-1000, 1000), st.integers(1, 4))
def test_what_is_printed_is_off_by_half_a_unit_at_most(value: Fraction, places: int) -> None:
    shown = Fraction(quality.number(value, places).replace(",", ".").replace("−", "-"))
    assert abs(shown - value) <= Fraction(1, 2 * 10**places)


@given(PUPILS, st.integers(1, 40), st.integers(0, 100))
def test_below_agrees_with_the_share(part: int, whole: int, least: int) -> None:
    found = quality.share(part, whole)
    assert found is not None
    assert quality.below(part, whole, least) == (found < least)
