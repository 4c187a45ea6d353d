"""The same pupils before and after primary school (DOMAIN.md 5): how far the quality fell, what that calls for.

Differences are percentage points as fractions, after − before: a fall is negative. Thresholds are settings of a year.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from db.rules.quality import Counts, change, share, trend

FLAGS = ("ok", "attention", "alarm")
LEVELS = ("high", "middle", "low")
"""Жогорку, орто, төмөнкү: the groups that a class is taught in."""


@dataclass(frozen=True, slots=True)
class Same:
    """The pupils who were there both times; `good_*` have «4» and «5», `passed_*` «3» and better. None: not known."""

    compared: int | None = None
    good_before: int | None = None
    passed_before: int | None = None
    good_after: int | None = None
    passed_after: int | None = None

    @property
    def quality_before(self) -> Fraction | None:
        """Their quality at the end of primary school, in percent."""
        return _share(self.good_before, self.compared)

    @property
    def quality_after(self) -> Fraction | None:
        """Their quality after it."""
        return _share(self.good_after, self.compared)

    @property
    def passed_rate_before(self) -> Fraction | None:
        """Their pass rate at the end of primary school, in percent."""
        return _share(self.passed_before, self.compared)

    @property
    def passed_rate_after(self) -> Fraction | None:
        """Their pass rate after it."""
        return _share(self.passed_after, self.compared)

    @property
    def difference(self) -> Fraction | None:
        """By how many percentage points their quality changed; None until both are known."""
        return change(self.quality_before, self.quality_after)

    @property
    def fault(self) -> str:
        """The first field that holds more pupils than it can: good ≤ passed ≤ compared; nothing when all fit."""
        for when in ("before", "after"):
            good, passed = getattr(self, f"good_{when}"), getattr(self, f"passed_{when}")
            if passed is not None and passed > (self.compared or 0):
                return f"passed_{when}"
            if good is not None and good > ((self.compared or 0) if passed is None else passed):
                return f"good_{when}"
        return ""


def flag(difference: Fraction | None, attention: int, alarm: int) -> str:
    """Tell what a difference calls for: a fall up to `attention` points is ok, up to `alarm` attention, beyond alarm.

    Nothing where the difference is not known.
    """
    if difference is None:
        return ""
    fall = -difference
    return "ok" if fall <= attention else "attention" if fall <= alarm else "alarm"


def few(pupils: int, small: int) -> bool:
    """Tell whether so few pupils were counted that one of them moves the share a lot."""
    return pupils < small


def outcome(at_measure: Fraction | None, newest: Fraction | None) -> str:
    """Tell whether a figure moved since something was done about it: `rise`, `kept` or `fall`; nothing if unknown."""
    return trend(at_measure, newest)


def groups(of: Counts) -> dict[str, int]:
    """Return the pupils by level of mastery: «5» high, «4» and «3» middle, «2» and not assessed low."""
    return {"high": of.five, "middle": of.four + of.three, "low": of.two + of.not_assessed}


def primary(grade: int, last_primary: int) -> bool:
    """Tell whether a grade belongs to primary school in a year; numbers jump in the reform, the boundary with them."""
    return grade <= last_primary


def _share(part: int | None, whole: int | None) -> Fraction | None:
    return None if part is None or not whole else share(part, whole)
