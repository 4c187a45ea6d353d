"""The order of an evaluation: which step follows which, where the school has switched columns and appeals off."""

from __future__ import annotations

from dataclasses import dataclass

STATES = ("collecting", "self", "association", "commission", "announced", "appeal", "closed")
"""In their order (WORDS.md 5)."""
GIVING = frozenset({"collecting", "self", "association", "commission"})
"""States in which figures are given; from the announcement on only an appeal changes one."""
WHOSE = {
    "collecting": ("self", "association"),
    "self": ("self", "association"),
    "association": ("self", "association"),
    "commission": ("commission",),
}
"""State → whose figures are given in it: what went to the commission rests on the association's protocol."""
APPEALING = frozenset({"announced", "appeal"})


@dataclass(frozen=True, slots=True)
class Steps:
    """Which of the steps a school takes; the others always are."""

    self_rating: bool = False
    commission: bool = False
    appeals: bool = False

    @property
    def order(self) -> tuple[str, ...]:
        """The states that an evaluation goes through."""
        off = {"self": not self.self_rating, "commission": not self.commission, "appeal": not self.appeals}
        return tuple(state for state in STATES if not off.get(state))


def following(state: str, steps: Steps) -> str:
    """Return the step after a state, empty after the last one; a state that was switched off meanwhile is gone on."""
    later = STATES[STATES.index(state) + 1 :]
    return next((each for each in later if each in steps.order), "")


def before(state: str, steps: Steps) -> str:
    """Return the step before a state, empty before the first; a closed one is reopened with a reason instead."""
    if state == "closed":
        return ""
    earlier = reversed(STATES[: STATES.index(state)])
    return next((each for each in earlier if each in steps.order), "")


def final(
    own: int | None, association: int | None, commission: int | None, appealed: int | None, *, applies: bool = True
) -> int | None:
    """Return the figure that counts of a criterion: an appeal's, else the commission's, the association's, her own.

    None where nothing was given or the criterion does not apply to her: that is not zero.
    """
    if not applies:
        return None
    return next((each for each in (appealed, commission, association, own) if each is not None), None)


def ranks(points: dict[int, int]) -> dict[int, int]:
    """Return the place of each key by its points, the most first; equal points share a place, and the next is left out.

    The order in which they are given never matters.
    """
    ordered = sorted(points.values(), reverse=True)
    return {key: ordered.index(each) + 1 for key, each in points.items()}
