"""Points worked by hand, and what holds for all of them: never above a cap, the order of records never matters."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules import scoring
from db.rules.scoring import Rule, Step

QUALITY = Rule("level", 100, (Step(100, least=600), Step(70, least=450), Step(40, least=300)))
GROWTH = Rule("level", 50, (Step(50, least=50), Step(30, least=0)))
LESSONS = Rule(
    "item",
    100,
    (Step(30, match="school"), Step(50, match="district"), Step(70, match="region"), Step(100, match="republic")),
)
EVENTS = Rule("item", 80, (Step(20, match="event"), Step(40, match="organiser")))
PRACTICE = Rule("once", 50, (Step(30, match="described"), Step(50, match="spread")))
ATTENDANCE = Rule("level", 50, (Step(50, match="0"), Step(30, match="1")))
PENALTY = Rule("minus", 50, (Step(10),))


def score(of: Rule, figure: Fraction | None, matches: Sequence[str]) -> int:
    """The points of a criterion by its rule."""
    if of.rule == "level":
        return scoring.by_level(of, figure, matches[0] if matches else "")
    return sum(scoring.counted(of, matches))


@pytest.mark.parametrize(
    ("of", "figure", "points"),
    [
        (QUALITY, Fraction(64), 100), (QUALITY, Fraction(60), 100), (QUALITY, Fraction(5996, 100), 100),
        (QUALITY, Fraction(5994, 100), 70), (QUALITY, Fraction(45), 70), (QUALITY, Fraction(30), 40),
        (QUALITY, Fraction(29), 0), (QUALITY, None, 0), (GROWTH, Fraction(5), 50), (GROWTH, Fraction(1, 10), 30),
        (GROWTH, Fraction(0), 30), (GROWTH, Fraction(-4, 100), 30), (GROWTH, Fraction(-1, 10), 0),
    ],
)  # fmt: skip
def test_the_best_level_that_a_figure_reaches_as_it_is_printed(of: Rule, figure: Fraction | None, points: int) -> None:
    assert scoring.by_level(of, figure) == points


@pytest.mark.parametrize(
    ("of", "matches", "points"),
    [
        (LESSONS, [], 0), (LESSONS, ["school"], 30), (LESSONS, ["school", "district"], 80),
        (LESSONS, ["school", "region", "district"], 100), (LESSONS, ["international"], 100), (LESSONS, ["?"], 0),
        (EVENTS, ["event", "organiser"], 60), (EVENTS, ["event"] * 5, 80), (PRACTICE, ["described", "described"], 30),
        (PRACTICE, ["spread", "described"], 50), (Rule("once", 30, (Step(30),)), ["onsite"], 30),
        (Rule("once", 30), ["x"], 30), (Rule("item", 40, (Step(10),)), ["visit"] * 6, 40), (PENALTY, ["act"], -10),
        (PENALTY, ["act"] * 9, -50), (ATTENDANCE, ["0"], 50), (ATTENDANCE, ["1"], 30), (ATTENDANCE, ["4"], 0),
    ],
)  # fmt: skip
def test_records_count_by_their_kind_up_to_the_cap(of: Rule, matches: list[str], points: int) -> None:
    assert score(of, None, matches) == points


def test_what_each_record_adds_is_the_sum() -> None:
    assert scoring.counted(LESSONS, ["school", "region", "district"]) == (0, 70, 30)
    assert scoring.counted(PRACTICE, ["described", "spread"]) == (0, 50)
    assert scoring.counted(PENALTY, ["a"] * 6) == (-10, -10, -10, -10, -10, 0)


def test_what_does_not_apply_lowers_the_most_and_a_rule_fits_its_source() -> None:
    assert QUALITY.bounds == (0, 100) and PENALTY.bounds == (-50, 0)
    assert [scoring.fits("level", each) for each in ("", "quality", "visit")] == [True, True, False]
    assert [scoring.fits("item", each) for each in ("", "attendance", "visit")] == [True, False, True]
    assert scoring.possible([(QUALITY, True), (GROWTH, False), (PENALTY, True)]) == 100


matching = st.sampled_from(("", "0", "event", *scoring.LEVELS))
steps = st.builds(Step, st.integers(0, 300), st.none() | st.integers(-1000, 1000), matching)
rules = st.builds(
    Rule,
    st.sampled_from(("level", "item", "once", "minus")),
    st.integers(0, 200),
    st.lists(steps, max_size=5).map(tuple),
)
kinds = st.lists(st.sampled_from(("", "0", "event", "other", *scoring.LEVELS)), max_size=8)


@given(rules, st.none() | st.fractions(-100, 100), kinds, st.randoms())
def test_never_above_the_cap_and_never_by_order(
    of: Rule, figure: Fraction | None, matches: list[str], mix: object
) -> None:
    least, most = of.bounds
    points = score(of, figure, matches)
    assert least <= points <= most
    shuffled, turned = list(matches), Rule(of.rule, of.most, of.steps[::-1])
    mix.shuffle(shuffled)  # type: ignore[attr-defined]
    assert score(turned, figure, matches) == points
    if of.rule != "level":
        assert score(of, figure, shuffled) == points
        assert sum(scoring.counted(of, matches)) == points
