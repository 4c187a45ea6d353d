"""The scores of a lesson analysis: what they sum up to, and what cannot be."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

LEAST, MOST = 2, 10
"""Between these lies the best score of a school's scale; the worst is always 1 (the expert card, DOMAIN.md 6.1)."""

MOST_PUPILS = 500
"""More in one lesson is a slip of the finger."""


@dataclass(frozen=True, slots=True)
class Summary:
    """Scores in sum: how many aspects of how many were scored, their sum, the sum they could have, their mean."""

    scored: int
    aspects: int
    total: int
    possible: int
    mean: Decimal | None
    """The arithmetic mean of what was scored, rounded half up to hundredths; None where nothing was."""


def summary(scores: Iterable[int | None], highest: int) -> Summary:
    """Sum up a sheet's scores; an aspect that was not scored counts neither in the sum nor in the mean."""
    known = list(scores)
    given = [each for each in known if each is not None]
    mean = Decimal(sum(given)) / len(given) if given else None
    rounded = None if mean is None else mean.quantize(Decimal("0.01"), ROUND_HALF_UP)
    return Summary(len(given), len(known), sum(given), len(given) * highest, rounded)


def outside(score: int | None, highest: int) -> bool:
    """Whether a score is none of the scale's."""
    return score is not None and not 1 <= score <= highest


def too_many_present(listed: int | None, present: int | None) -> bool:
    """Whether more pupils are there than the class has."""
    return listed is not None and present is not None and present > listed
