"""The rules of the transition: thresholds at their edges, the same pupils, levels of mastery."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.rules import transition
from db.rules.quality import Counts
from db.rules.transition import Same

PUPILS = st.integers(0, 40)


@pytest.mark.parametrize(
    ("difference", "flag"),
    [
        (None, ""), ("3", "ok"), ("0", "ok"), ("-5", "ok"), ("-501/100", "attention"), ("-10", "attention"),
        ("-1001/100", "alarm"), ("-100", "alarm"),
    ],
)  # fmt: skip
def test_a_fall_is_flagged_beyond_the_thresholds(difference: str | None, flag: str) -> None:
    assert transition.flag(None if difference is None else Fraction(difference), 5, 10) == flag


def test_the_same_pupils_are_compared() -> None:
    of = Same(26, 16, 25, 13, 24)
    assert (of.quality_before, of.quality_after) == (Fraction(1600, 26), Fraction(1300, 26))
    assert of.difference == Fraction(-300, 26)
    assert of.passed_rate_after == Fraction(2400, 26)
    assert Same().difference is None and Same(0, 0, 0, 0, 0).difference is None
    assert Same(26, 16, None, None, None).difference is None


@pytest.mark.parametrize(
    ("of", "fault"),
    [
        (Same(26, 16, 25, 13, 24), ""), (Same(), ""), (Same(26, 27), "good_before"),
        (Same(26, 16, 27), "passed_before"),
        (Same(26, 16, 15), "good_before"), (Same(26, 1, 1, 5, 4), "good_after"), (Same(None, 1), "good_before"),
    ],
)  # fmt: skip
def test_more_pupils_than_there_are_is_a_fault(of: Same, fault: str) -> None:
    assert of.fault == fault


@given(st.fractions(-100, 100), st.integers(0, 50), st.integers(0, 50))
@settings(max_examples=60)
def test_a_deeper_fall_never_calls_for_less(difference: Fraction, attention: int, more: int) -> None:
    order = transition.FLAGS.index
    here = transition.flag(difference, attention, attention + more)
    deeper = transition.flag(difference - 1, attention, attention + more)
    assert order(deeper) >= order(here)


@given(PUPILS, PUPILS, PUPILS, PUPILS, PUPILS)
@settings(max_examples=60)
def test_every_pupil_has_one_level(five: int, four: int, three: int, two: int, absent: int) -> None:
    of = Counts(five, four, three, two, absent)
    found = transition.groups(of)
    assert sum(found.values()) == of.whole and tuple(found) == transition.LEVELS


def test_the_boundary_is_the_years() -> None:
    assert transition.primary(4, 4) and not transition.primary(5, 4) and transition.primary(6, 6)
    assert (transition.outcome(Fraction(40), Fraction(89, 2)), transition.outcome(None, None)) == ("rise", "")
