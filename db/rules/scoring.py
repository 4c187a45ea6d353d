"""How points follow from records and figures: by level, by item up to a cap, once, or as a minus.

Points are tenths. A step's `least` is a threshold in tenths of percent or of a percentage point, compared with the
figure as it is printed (one place after the comma), so that nobody reads «60,0 %» beside points for less.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor

BY_LEVEL = frozenset({"quality", "quality_growth", "pass_rate", "transition", "attendance", "tasks"})
"""Sources that give a figure or a number, of which a level is chosen; the others give records that are counted."""
LEVELS = ("school", "district", "region", "republic", "international")
"""From the lowest; a record above every step counts by the highest one."""


@dataclass(frozen=True, slots=True)
class Step:
    """Points of a level or a kind of item: reached by a figure (`least`) or a kind of record (`match`).

    With neither, any record fits it where records count, and only a person chooses it among levels.
    """

    points: int
    least: int | None = None
    match: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """How a criterion counts: `level`, `item`, `once` or `minus`, and at most how many tenths."""

    rule: str
    most: int
    steps: tuple[Step, ...] = ()

    @property
    def bounds(self) -> tuple[int, int]:
        """The least and the most tenths that can be given."""
        return (-self.most, 0) if self.rule == "minus" else (0, self.most)


def by_level(of: Rule, figure: Fraction | None = None, match: str = "") -> int:
    """Return the points of the best step that the figure reaches or the match fits; none reached is zero."""
    printed = None if figure is None else tenths(figure)
    reached = [
        step.points
        for step in of.steps
        if (step.least is not None and printed is not None and printed >= step.least)
        or (step.match and step.match == match)
    ]
    return min(max(reached, default=0), of.most)


def by_items(of: Rule, matches: Iterable[str]) -> int:
    """Return the sum of what each record counts, up to the cap."""
    return min(sum(worth(of, match) for match in matches), of.most)


def once(of: Rule, matches: Iterable[str]) -> int:
    """Return the points of the best record; any record is enough."""
    return min(max((worth(of, match) for match in matches), default=0), of.most)


def worth(of: Rule, match: str) -> int:
    """Return what one record of a kind counts by itself, not above the cap.

    Its own step counts; without one the highest level below its own, else the step for any record; where no step is
    written at all the cap.
    """
    if not of.steps:
        return of.most
    known = {step.match: step.points for step in sorted(of.steps, key=lambda step: step.points) if step.least is None}
    return min(next((known[each] for each in _fitting(match) if each in known), 0), of.most)


def counted(of: Rule, matches: Sequence[str]) -> tuple[int, ...]:
    """Return what each record adds, so that the sum is what the rule gives: the dearest first, then as they come."""
    left, added = _limit(of, matches), [0] * len(matches)
    for at in sorted(range(len(matches)), key=lambda at: -worth(of, matches[at])):
        added[at] = min(worth(of, matches[at]), left)
        left -= added[at]
    return tuple(-each for each in added) if of.rule == "minus" else tuple(added)


def fits(rule: str, source: str) -> bool:
    """Tell whether a rule can count what a source gives: figures by level, records in the other ways."""
    return not source or (rule == "level") == (source in BY_LEVEL)


def possible(rules: Iterable[tuple[Rule, bool]]) -> int:
    """Return the most tenths that somebody can reach: what does not apply to her (False) is no zero, it is left out."""
    return sum(of.bounds[1] for of, applies in rules if applies)


def tenths(figure: Fraction) -> int:
    """Return a figure in tenths as it is printed: half away from zero."""
    size = floor(abs(figure) * 10 + Fraction(1, 2))
    return -size if figure < 0 else size


def _limit(of: Rule, matches: Sequence[str]) -> int:
    return once(of, matches) if of.rule == "once" else by_items(of, matches)


def _fitting(match: str) -> tuple[str, ...]:
    """The kinds of step that fit a kind of record, the best first."""
    lower = LEVELS[: LEVELS.index(match)][::-1] if match in LEVELS else ()
    return (match, *lower, "")
