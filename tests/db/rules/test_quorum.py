"""How many make a quorum, and votes that add up."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.quorum import adopted, quorum, vote_check, voters

COUNT = st.integers(0, 50)


@dataclass(frozen=True)
class Row:
    name: str
    state: str = "present"
    from_item: int | None = None
    until_item: int | None = None


@pytest.mark.parametrize(
    ("members", "present", "share", "met"),
    [(12, 6, 50, False), (12, 7, 50, True), (9, 5, 50, True), (1, 1, 50, True), (0, 0, 50, False), (9, 6, 67, False)],
)
def test_a_quorum_is_more_than_the_share(members: int, present: int, share: int, met: bool) -> None:
    assert quorum(members, present, share) is met


@given(COUNT, COUNT)
def test_one_more_present_never_breaks_a_quorum(members: int, present: int) -> None:
    assert quorum(members, present + 1) >= quorum(members, present)
    assert quorum(members, present) == (present > members / 2)


def test_who_was_there_at_an_item_may_vote() -> None:
    rows = [
        Row("whole"),
        Row("online", "online"),
        Row("late", "late", from_item=2),
        Row("left", "left", until_item=2),
        Row("away", "absent"),
    ]
    names = [[row.name for row in voters(rows, item)] for item in (1, 2, 3)]
    assert names == [
        ["whole", "online", "left"],
        ["whole", "online", "late", "left"],
        ["whole", "online", "late"],
    ]


@pytest.mark.parametrize(
    ("counts", "codes"),
    [
        ((7, 0, 0, 0), []),
        ((5, 1, 0, 1), []),
        ((5, 1, 0, 0), ["vote_under"]),
        ((7, 1, 0, 0), ["vote_over"]),
        ((8, -1, 0, 0), ["vote_negative"]),
    ],
)
def test_votes_add_up_to_the_voters(counts: tuple[int, int, int, int], codes: list[str]) -> None:
    assert vote_check(*counts, 7) == codes


@given(COUNT, COUNT, COUNT, COUNT)
def test_every_complete_count_is_right(for_: int, against: int, abstained: int, not_voting: int) -> None:
    assert vote_check(for_, against, abstained, not_voting, for_ + against + abstained + not_voting) == []


def test_a_tie_adopts_nothing() -> None:
    assert [adopted(3, 2), adopted(3, 3), adopted(0, 0)] == [True, False, False]
