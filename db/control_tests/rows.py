"""Control works as plain values: where and when, who, the results, what was mastered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from db.rules import quality
from db.rules.names import Name


@dataclass(frozen=True, slots=True)
class Requirement:
    """A requirement of the standard that a test checks; `mastered` is None until it was counted."""

    id: int
    control_test_id: int
    position: int
    text: str
    mastered: int | None


@dataclass(frozen=True, slots=True)
class MarkRow:
    """How many pupils got a mark."""

    control_test_id: int
    mark: int
    pupils: int


@dataclass(frozen=True, slots=True)
class WorkRow:
    """A control work or test as its row has it; `scale` is its best mark."""

    id: int
    uid: str
    association_id: int
    first_year: int
    kind: str
    title: str
    reason: str
    subject: str
    class_name: str
    teacher_id: int | None
    author_id: int | None
    held_on: dt.date | None
    lesson: int | None
    room: str
    state: str
    scale: str
    listed: int | None
    wrote: int | None
    mistakes: str
    measures: str
    note: str


@dataclass(frozen=True, slots=True)
class Work(WorkRow):
    """A test of one class in one subject. `quarter` is that of its day as the school's quarters are now, 0: no day."""

    teacher: Name | None
    author: Name | None
    quarter: int
    marks: Mapping[int, int]
    requirements: tuple[Requirement, ...]

    @property
    def best(self) -> int:
        """The best mark that it gives: 5 or 10."""
        return int(self.scale)

    @property
    def has_results(self) -> bool:
        """Whether the marks were counted."""
        return bool(self.marks)

    @property
    def waits_for_results(self) -> bool:
        """Whether it was held and its marks are not known yet."""
        return self.state == "held" and not self.marks

    @property
    def counts(self) -> quality.Counts:
        """The pupils who wrote, by level."""
        return quality.counts(self.marks, self.best)

    @property
    def figures(self) -> quality.Figures:
        """The indicators of those who wrote."""
        return quality.figures(self.marks, self.best)

    def share_of(self, requirement: Requirement) -> str:
        """The share of those who wrote that mastered a requirement, «61,5 %»."""
        if requirement.mastered is None or not self.wrote:
            return quality.NOTHING
        return quality.percent(quality.share(requirement.mastered, self.wrote))

    def not_mastered(self, percent: int) -> tuple[Requirement, ...]:
        """The requirements that less than so many percent of those who wrote mastered."""
        return tuple(
            each
            for each in self.requirements
            if each.mastered is not None and quality.below(each.mastered, self.wrote or 0, percent)
        )


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier test of the same subject and grade, whose requirements can be taken over."""

    id: int
    kind: str
    class_name: str
    held_on: dt.date | None
    requirements: tuple[Requirement, ...]
