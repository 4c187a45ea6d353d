"""Which of many numbered copies are kept: all of the newest, then ever fewer, by number and never by a clock."""

from __future__ import annotations

from collections.abc import Iterable

NEWEST = 3
"""So many are kept whatever their numbers."""

SPAN = 6
"""An odd number is kept for so many numbers, one that 2 divides twice as long, one that 4 divides four times …"""


def kept(numbers: Iterable[int]) -> set[int]:
    """The numbers to keep: three of every doubling of the distance, so a thousand copies leave about thirty."""
    ordered = sorted(set(numbers), reverse=True)
    newest = ordered[0] if ordered else 0
    return {number for at, number in enumerate(ordered) if at < NEWEST or newest - number < SPAN * _evenness(number)}


def _evenness(number: int) -> int:
    """The greatest power of two that divides a number."""
    return number & -number
