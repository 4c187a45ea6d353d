"""Rows of the transition as plain values: a subject of one cohort before and after primary school."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from db.control_tests.rows import Work
from db.rules import transition as rules
from db.rules.names import Name
from db.rules.quality import Figures, change
from db.rules.transition import Same


@dataclass(frozen=True, slots=True)
class Part:
    """A cohort's result in a subject in one period; `pupils` are those due a mark."""

    period: str
    part: int
    pupils: int
    figures: Figures
    sheet_ids: tuple[int, ...]
    teacher_id: int | None
    teacher: Name | None


@dataclass(frozen=True, slots=True)
class Stored:
    """What she wrote about a row, see `db.models.quality.Transition`."""

    id: int
    cohort_id: int
    subject: str
    cause: str
    measure: str
    compared: int | None
    good_before: int | None
    passed_before: int | None
    good_after: int | None
    passed_after: int | None

    @property
    def same(self) -> Same:
        """The same pupils' figures."""
        return Same(self.compared, self.good_before, self.passed_before, self.good_after, self.passed_after)


@dataclass(frozen=True, slots=True)
class TransitionRow:
    """One subject of one cohort: before, the entry test, the first quarter after, the newest period after.

    `difference` and `flag` (ok, attention, alarm, or nothing while it is not known) are those of the same pupils where
    they are entered, else of the newest period against primary school. `since` is the period in which something was
    done about it, `moved` by how many points the quality changed since then, `outcome` rise, kept, fall or nothing.
    """

    cohort_id: int
    subject: str
    first_year: int
    class_before: str
    class_id: int
    class_name: str
    before: Part
    entry: Work | None
    first: Part | None
    newest: Part | None
    stored: Stored | None
    arrived: tuple[str, ...]
    departed: tuple[str, ...]
    made: Mapping[str, int]
    """What was made of it: table → how many."""
    since: Part | None
    attention: int
    alarm: int
    few: bool

    @property
    def id(self) -> int:
        """The number of what she wrote; 0 before she wrote anything."""
        return self.stored.id if self.stored else 0

    @property
    def same(self) -> Same:
        """The same pupils' figures, empty while not entered."""
        return self.stored.same if self.stored else Same()

    @property
    def by_same(self) -> bool:
        """Whether the comparison is that of the same pupils."""
        return self.same.difference is not None

    @property
    def difference(self) -> Fraction | None:
        """In percentage points of quality, after − before."""
        return self.same.difference if self.by_same else self._against(self.newest)

    @property
    def difference_first(self) -> Fraction | None:
        """The first quarter after against primary school, of everyone listed."""
        return self._against(self.first)

    @property
    def flag(self) -> str:
        """What the difference calls for."""
        return rules.flag(self.difference, self.attention, self.alarm)

    @property
    def moved(self) -> Fraction | None:
        """Percentage points between the period in which something was done and the newest one after it."""
        if self.since is None or self.newest is None or self.since == self.newest:
            return None
        return change(self.since.figures.quality, self.newest.figures.quality)

    @property
    def outcome(self) -> str:
        """Whether the quality moved since something was done."""
        if self.moved is None or self.since is None or self.newest is None:
            return ""
        return rules.outcome(self.since.figures.quality, self.newest.figures.quality)

    def _against(self, after: Part | None) -> Fraction | None:
        return change(self.before.figures.quality, after.figures.quality) if after else None
