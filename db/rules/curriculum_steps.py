"""What a change of the curriculum asks of each calendar plan, and what of it is missing (DOMAIN.md 3.2)."""

from __future__ import annotations

import datetime as dt
from typing import Protocol

STEPS = ("corrected", "considered", "agreed", "approved", "test_made", "test_held")
"""The calendar plan is corrected, considered at a meeting, agreed by the head of studies, approved by the director;
the feedback test is made and held."""

TEST_STEPS = frozenset({"test_made", "test_held"})


class Done(Protocol):
    """What is known of one plan under one change."""

    @property
    def not_needed(self) -> bool:
        """The change does not touch this plan after all."""

    @property
    def test_not_needed(self) -> bool:
        """No feedback test is asked for."""

    @property
    def corrected_on(self) -> dt.date | None:
        """When the plan was corrected."""

    @property
    def considered_on(self) -> dt.date | None:
        """When a meeting considered it."""

    @property
    def agreed_on(self) -> dt.date | None:
        """When the head of studies agreed."""

    @property
    def approved_on(self) -> dt.date | None:
        """When the director approved it."""

    @property
    def test_made_on(self) -> dt.date | None:
        """When the test was made."""

    @property
    def test_held_on(self) -> dt.date | None:
        """When the test was held."""


def day_of(of: Done, step: str) -> dt.date | None:
    """The day on which a step was done. A test that was held was made too, whenever that was."""
    found: dt.date | None = getattr(of, f"{step}_on")
    return found or (of.test_held_on if step == "test_made" else None)


def needed(of: Done, step: str) -> bool:
    """Whether a step is asked for at all."""
    return not of.not_needed and not (of.test_not_needed and step in TEST_STEPS)


def missing(of: Done) -> tuple[str, ...]:
    """The steps that are asked for and not done, in their order."""
    return tuple(step for step in STEPS if needed(of, step) and day_of(of, step) is None)
