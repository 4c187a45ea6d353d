"""The incentive fund split by points, exact to the тыйын (DOMAIN.md 4.4): integers and fractions, nothing else.

A share is fund × weight ÷ all weights; a weight is points × share of load × share of the period. What rounding down
leaves over goes to the largest fractions, so that the shares add up to the fund.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

WHOLE = 1000
"""A whole load, a whole period, in thousandths."""
MOST = 10_000_000_000
"""The largest fund in тыйын, 100 million сом: more is a slip of the finger."""


@dataclass(frozen=True, slots=True)
class Split:
    """The shares in тыйын by key; `price` is what one weighted point is worth in тыйын, None where nobody has any.

    `code` says why nothing could be split: `no_points`; it is empty where the shares add up to the fund.
    """

    shares: dict[str, int]
    price: Fraction | None
    code: str = ""


def fault(fund: int) -> str:
    """Return what is wrong with a fund in тыйын: `fund_negative`, `fund_zero`, `fund_too_large`, or nothing."""
    if fund < 0:
        return "fund_negative"
    if fund == 0:
        return "fund_zero"
    return "fund_too_large" if fund > MOST else ""


def weight(points: int, load: int = WHOLE, period: int = WHOLE) -> int:
    """What a person's points (tenths) count with shares of load and period (thousandths); below zero is zero."""
    return max(points, 0) * max(load, 0) * max(period, 0)


def split(fund: int, weights: Mapping[str, int]) -> Split:
    """Share a fund in тыйын out by weights; the order in which they are given never matters.

    Of equal fractions the greater weight comes first, then the key that sorts first: it should be the same everywhere.
    """
    whole = sum(weights.values())
    if whole <= 0:
        return Split(dict.fromkeys(weights, 0), None, "no_points")
    shares = {key: fund * each // whole for key, each in weights.items()}
    left = fund - sum(shares.values())
    order = sorted(weights, key=lambda key: (-(fund * weights[key] % whole), -weights[key], key))
    for key in order[:left]:
        shares[key] += 1
    return Split(shares, Fraction(fund, whole))


def point_price(found: Split, *, by_load: bool, by_period: bool) -> Fraction | None:
    """What one whole point of a full load over the whole period is worth, in тыйын; None where nobody has points."""
    if found.price is None:
        return None
    whole = 10 * (WHOLE if by_load else 1) * (WHOLE if by_period else 1)
    return found.price * whole


def som(amount: int) -> str:
    """Write an amount in тыйын as сом with a comma, thousands apart by an unbreakable blank: «100 000,01»."""
    rest = abs(amount)
    whole = f"{rest // 100:,}".replace(",", "\xa0")
    return f"{'−' if amount < 0 else ''}{whole},{rest % 100:02}"
