"""The order of an evaluation by what a school has switched on, the figure that counts, shared places."""

from __future__ import annotations

import pytest
from hypothesis import given as tried
from hypothesis import strategies as st

from db.rules import evaluation_order as order
from db.rules import points
from db.rules.evaluation_order import Steps


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        (Steps(), "collecting association announced closed"),
        (Steps(self_rating=True), "collecting self association announced closed"),
        (Steps(commission=True, appeals=True), "collecting association commission announced appeal closed"),
        (Steps(True, True, True), " ".join(order.STATES)),
    ],
)
def test_one_goes_through_the_steps_that_a_school_takes(steps: Steps, expected: str) -> None:
    state, passed = "collecting", ["collecting"]
    while state := order.following(state, steps):
        passed.append(state)
    assert passed == expected.split()
    back = [passed[-2]]
    while state := order.before(back[-1], steps):
        back.append(state)
    assert back == passed[-2::-1]
    assert order.before("closed", steps) == ""


def test_a_state_that_was_switched_off_meanwhile_is_left_in_both_directions() -> None:
    assert order.following("self", Steps()) == "association"
    assert order.before("commission", Steps()) == "association"


@pytest.mark.parametrize(
    ("figures", "counts"),
    [
        ((None, None, None, None), None),
        ((30, None, None, None), 30),
        ((30, 25, None, None), 25),
        ((30, 25, 0, None), 0),
        ((30, 25, 20, 28), 28),
    ],
)
def test_the_later_figure_counts(figures: tuple[int | None, ...], counts: int | None) -> None:
    assert order.final(*figures) == counts
    assert order.final(*figures, applies=False) is None


def test_equal_points_share_a_place() -> None:
    assert order.ranks({7: 900, 2: 850, 3: 900, 4: 10}) == {7: 1, 3: 1, 2: 3, 4: 4}
    assert order.ranks({}) == {}


@tried(st.dictionaries(st.integers(0, 30), st.integers(-50, 1000)))
def test_more_points_are_a_better_place(given: dict[int, int]) -> None:
    found = order.ranks(given)
    assert order.ranks(dict(reversed(given.items()))) == found
    for one in given:
        assert all((given[one] > given[other]) == (found[one] < found[other]) for other in given)


@pytest.mark.parametrize(
    ("text", "tenths", "written"),
    [("7", 70, "7"), ("2,5", 25, "2,5"), ("2.5", 25, "2,5"), ("−1", -10, "−1"), ("-0,5", -5, "−0,5"), ("0", 0, "0")],
)
def test_points_are_read_and_written_in_tenths(text: str, tenths: int, written: str) -> None:
    assert points.read(text) == tenths
    assert points.shown(tenths) == written


@pytest.mark.parametrize("text", ["", "5,25", "бар", "1 2", "99999"])
def test_what_are_no_points(text: str) -> None:
    assert points.read(text) is None
