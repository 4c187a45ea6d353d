"""Who is there, who may vote, whether the votes add up (DOMAIN.md 1.3)."""

from collections.abc import Iterable
from typing import Protocol, TypeVar


class Attending(Protocol):
    """How one member takes part in a meeting; numbers of agenda items are inclusive, None for the whole meeting."""

    @property
    def state(self) -> str:
        """`present`, `late`, `left`, `online` or `absent`."""

    @property
    def from_item(self) -> int | None:
        """The first item for which the member was there."""

    @property
    def until_item(self) -> int | None:
        """The last item for which the member was there."""


A = TypeVar("A", bound=Attending)


def quorum(members: int, present: int, share_percent: int = 50) -> bool:
    """Tell whether strictly more than `share_percent` of the members are present."""
    return present * 100 > members * share_percent


def voters(attendance: Iterable[A], item_number: int) -> list[A]:
    """Return those who may vote at an item: who came, in person or online, not later, and had not left before it."""
    return [row for row in attendance if row.state != "absent" and _during(row, item_number)]


def _during(row: Attending, item_number: int) -> bool:
    return (row.from_item or item_number) <= item_number <= (row.until_item or item_number)


def vote_check(for_: int, against: int, abstained: int, not_voting: int, voters: int) -> list[str]:
    """Return what is wrong with a count of votes: `vote_negative`, `vote_over`, `vote_under` (against the voters)."""
    counts = (for_, against, abstained, not_voting)
    if min(counts) < 0:
        return ["vote_negative"]
    total = sum(counts)
    if total == voters:
        return []
    return ["vote_over" if total > voters else "vote_under"]


def adopted(for_: int, against: int) -> bool:
    """Tell whether a decision is adopted: more votes for it than against it."""
    return for_ > against
