"""How a line of a work plan stands, from what was proved, what was said about it, and today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

STATES = (
    "planned", "overdue", "done_in_time", "done_late", "partly", "moved", "cancelled", "marked", "unplanned",
)  # fmt: skip
"""Every state that a line can have."""

DONE = frozenset({"done_in_time", "done_late"})
"""Done, with a proof."""

WAITING = frozenset({"planned", "overdue", "moved"})
"""Nothing was done yet."""


class Proved(Protocol):
    """What did a line's work."""

    @property
    def done_on(self) -> date:
        """The day of it."""

    @property
    def partly(self) -> bool:
        """Whether it did not do all of it."""


class Said(Protocol):
    """What a person noted about a line: moved, cancelled, marked, partly, reopened."""

    @property
    def kind(self) -> str:
        """Which of these."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a line's state follows from; `changes` in the order in which they were noted."""

    last: date
    unplanned: bool
    proofs: Sequence[Proved]
    changes: Sequence[Said]


def state(of: Facts, today: date) -> str:
    """How a line stands on a day: one of `STATES`.

    A proof outweighs a mark; the last of cancelled, marked, partly and reopened stands; a line that was moved is
    overdue like any other once its new term has passed.
    """
    said = last_said(of.changes)
    if said == "cancelled":
        return said
    if of.unplanned:
        return "unplanned"
    done = done_on(of.proofs)
    if done is not None:
        return "done_in_time" if done <= of.last else "done_late"
    if of.proofs or said == "partly":
        return "partly"
    if said == "marked":
        return said
    if of.last < today:
        return "overdue"
    return "moved" if any(change.kind == "moved" for change in of.changes) else "planned"


def last_said(changes: Sequence[Said]) -> str:
    """The last thing noted about a line that settles how it stands; empty when nothing was, or it was reopened."""
    kinds = [change.kind for change in changes if change.kind != "moved"]
    return kinds[-1] if kinds and kinds[-1] != "reopened" else ""


def done_on(proofs: Sequence[Proved]) -> date | None:
    """The day on which all of the work was first proved; None while no proof says so."""
    return min((proof.done_on for proof in proofs if not proof.partly), default=None)
