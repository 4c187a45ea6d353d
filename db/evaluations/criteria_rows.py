"""The criteria of incentive pay as plain values: versions, sections, criteria and the steps of their points."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from db.rules.scoring import Rule, Step


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A set of criteria; `most` is what can be reached at best, in tenths, `used` how many evaluations go by it."""

    id: int
    uid: str
    association_id: int
    number: int
    title: str
    adopted_by: str
    adopted_on: dt.date | None
    meeting_id: int | None
    state: str
    meeting_number: int | None
    criteria: int
    most: int
    used: int

    @property
    def adopted(self) -> bool:
        """Whether it holds; an adopted one is not edited."""
        return self.state == "adopted"


@dataclass(frozen=True, slots=True)
class StepRow:
    """Points of a level or a kind of item, in tenths; see `rules.scoring.Step`."""

    id: int
    criterion_id: int
    position: int
    ky: str
    ru: str
    points: int
    least: int | None
    match: str


@dataclass(frozen=True, slots=True)
class GivenStep:
    """A step as it is handed in."""

    points: int
    least: int | None = None
    match: str = ""
    ky: str = ""
    ru: str = ""


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """What is rewarded; `most` is its cap in tenths."""

    id: int
    uid: str
    criteria_section_id: int
    position: int
    ky: str
    ru: str
    indicator_ky: str
    indicator_ru: str
    proof_ky: str
    proof_ru: str
    rule: str
    most: int
    source: str
    scope: str
    needs_proof: bool
    may_not_apply: bool
    steps: tuple[StepRow, ...] = ()

    @property
    def scoring(self) -> Rule:
        """How it counts."""
        return Rule(self.rule, self.most, tuple(Step(each.points, each.least, each.match) for each in self.steps))

    def title(self, language: str) -> str:
        """What is rewarded, in a language or in the other where it has but one."""
        return (self.ru or self.ky) if language == "ru" else (self.ky or self.ru)


@dataclass(frozen=True, slots=True)
class CriteriaSectionRow:
    """A group of criteria under one heading."""

    id: int
    position: int
    ky: str
    ru: str
    criteria: tuple[CriterionRow, ...] = ()

    @property
    def most(self) -> int:
        """What its criteria give at best, in tenths; a minus gives nothing."""
        return sum(each.scoring.bounds[1] for each in self.criteria)

    def title(self, language: str) -> str:
        """The heading, in a language or in the other where it has but one."""
        return (self.ru or self.ky) if language == "ru" else (self.ky or self.ru)
