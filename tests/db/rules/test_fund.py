"""The fund: shares worked by hand, and what always holds of them, whatever is shared out among whom."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules import fund

KEYS = st.text("абвгд", min_size=1, max_size=3)
WEIGHTS = st.dictionaries(KEYS, st.integers(0, 1200), min_size=1, max_size=15)
FUNDS = st.integers(0, fund.MOST)


def test_a_fund_of_100_000_01_is_split_to_the_tyiyn() -> None:
    """10 000 001 тыйын by 780, 655, 612 of 2047 tenths: 3 810 454,70…; 3 199 804,91…; 2 989 741,38…: two are left."""
    found = fund.split(10_000_001, {"a": 780, "b": 655, "c": 612})
    assert found.shares == {"a": 3_810_455, "b": 3_199_805, "c": 2_989_741}
    assert found.price == Fraction(10_000_001, 2047)


def test_equal_fractions_go_by_the_key_alone() -> None:
    assert fund.split(100, {"c": 1, "b": 1, "a": 1}).shares == {"a": 34, "b": 33, "c": 33}
    assert fund.split(5, {"a": 1, "b": 3}).shares == {"a": 1, "b": 4}  # 1,25 and 3,75


def test_nobody_has_points_and_one_has_them_all() -> None:
    assert fund.split(500, {"a": 0, "b": 0}) == fund.Split({"a": 0, "b": 0}, None, "no_points")
    assert fund.split(500, {}) == fund.Split({}, None, "no_points")
    assert fund.split(500, {"a": 7}).shares == {"a": 500}


@pytest.mark.parametrize(
    ("amount", "code"),
    [(-1, "fund_negative"), (0, "fund_zero"), (1, ""), (fund.MOST, ""), (10**14, "fund_too_large")],
)
def test_a_fund_that_cannot_be_is_told(amount: int, code: str) -> None:
    assert fund.fault(amount) == code


def test_half_a_load_over_a_third_of_the_period_counts_a_sixth() -> None:
    assert fund.weight(600, 500, 333) == 99_900_000
    assert fund.weight(-20) == 0
    found = fund.split(1000, {"a": fund.weight(100), "b": fund.weight(100, 500)})
    assert found.shares == {"a": 667, "b": 333}
    assert fund.point_price(found, by_load=True, by_period=True) == Fraction(200, 3)


@given(FUNDS, WEIGHTS)
def test_shares_always_sum_to_the_fund(amount: int, weights: dict[str, int]) -> None:
    found = fund.split(amount, weights)
    assert sum(found.shares.values()) == (0 if found.code else amount)
    assert all(each >= 0 for each in found.shares.values())


@given(FUNDS, WEIGHTS, st.randoms())
def test_the_order_of_input_never_matters(amount: int, weights: dict[str, int], random: object) -> None:
    mixed = list(weights.items())
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert fund.split(amount, dict(mixed)) == fund.split(amount, weights)


@given(FUNDS, WEIGHTS)
def test_more_points_never_bring_less(amount: int, weights: dict[str, int]) -> None:
    shares = fund.split(amount, weights).shares
    ordered = sorted(weights, key=lambda key: weights[key])
    for less, more in pairwise(ordered):
        assert weights[less] == weights[more] or shares[less] <= shares[more]


def test_money_is_written_with_a_comma() -> None:
    assert fund.som(10_000_001) == "100\xa0000,01"
    assert fund.som(5) == "0,05"
