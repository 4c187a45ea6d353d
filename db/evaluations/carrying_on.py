"""How the classes that a teacher handed over go on: one figure of the rows of the transition that are hers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from db.quality.transition_rows import TransitionRow
from db.rules import quality

Counted = tuple[Fraction | None, int]
"""The quality in percent, and of how many pupils."""


@dataclass(frozen=True, slots=True)
class Moved:
    """By how many points the quality changed, and of each row the newest sheet behind it with what it says."""

    change: Fraction
    rows: tuple[tuple[int, str], ...]


def moved(found: Iterable[TransitionRow]) -> Moved | None:
    """The change of all pupils of these rows together, of one row what the row says; None where nothing is known.

    A row counts the same pupils where their figures are entered, else everyone listed.
    """
    known = [each for each in found if each.difference is not None]
    change = quality.change(_pooled(map(_before, known)), _pooled(map(_after, known)))
    return None if change is None else Moved(change, tuple((_sheet_id(each), _said(each)) for each in known))


def _before(of: TransitionRow) -> Counted:
    """At the end of primary school."""
    if of.by_same:
        return of.same.quality_before, of.same.compared or 0
    return of.before.figures.quality, of.before.pupils


def _after(of: TransitionRow) -> Counted:
    """After it."""
    if of.by_same or of.newest is None:
        return of.same.quality_after, of.same.compared or 0
    return of.newest.figures.quality, of.newest.pupils


def _pooled(found: Iterable[Counted]) -> Fraction | None:
    """The quality of all pupils together."""
    known = [(share, pupils) for share, pupils in found if share is not None]
    whole = sum(pupils for _share, pupils in known)
    return sum((share * pupils for share, pupils in known), Fraction(0)) / whole if whole else None


def _sheet_id(of: TransitionRow) -> int:
    return (of.newest or of.before).sheet_ids[0]


def _said(of: TransitionRow) -> str:
    return f"{quality.percent(_before(of)[0])} → {quality.percent(_after(of)[0])}"
