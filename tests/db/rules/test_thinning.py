"""Copies are thinned by their numbers: what is kept, how many, how far back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from db.rules.thinning import kept


@given(st.integers(1, 3000))
def test_row_30_the_newest_three_stay_and_every_distance_back_is_kept(newest: int) -> None:
    found = kept(range(1, newest + 1))
    assert set(range(max(newest - 2, 1), newest + 1)) <= found
    assert len(found) <= 3 * newest.bit_length() + 6
    for far in range(1, newest // 2):
        assert any(far <= newest - number <= 2 * far for number in found), far


@given(st.integers(4, 500))
def test_thinning_again_and_again_is_the_same_as_once(newest: int) -> None:
    left: set[int] = set()
    for number in range(1, newest + 1):
        left = kept({*left, number})
    assert left == kept(range(1, newest + 1))


@given(st.sets(st.integers(1, 10_000)))
def test_whatever_the_numbers_are_the_newest_three_stay(numbers: set[int]) -> None:
    assert set(sorted(numbers)[-3:]) <= kept(numbers) <= numbers
