"""Evaluations as plain values: a period, what is asked, one person's sheet with its figures, proofs and appeals."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from db.rules import evaluation_order
from db.rules.evaluation_order import Steps
from db.rules.names import Name

APPLIED = ("granted", "partly", "rejected")
"""How an appeal can end."""


def _either(language: str, ky: str, ru: str) -> str:
    """The text in a language, or in the other where it has but one."""
    return (ru or ky) if language == "ru" else (ky or ru)


@dataclass(frozen=True, slots=True)
class Period:
    """An evaluation of a quarter, month, half-year or year; the fund is in тыйын.

    `locked` while it is closed; `version` is the newest one it was closed with, 0 before; `meeting_number` that of the
    meeting at which the association gave its figures.
    """

    id: int
    uid: str
    rev: int
    association_id: int
    first_year: int
    period: str
    part: int
    begins: dt.date
    ends: dt.date
    criteria_version_id: int
    state: str
    meeting_id: int | None
    association_on: dt.date | None
    commission_number: str
    commission_on: dt.date | None
    commission_chair: str
    commission_members: str
    announced_on: dt.date | None
    appeal_until: dt.date | None
    closed_on: dt.date | None
    order_number: str
    fund: int | None
    by_load: bool
    by_period: bool
    note: str
    meeting_number: int | None
    locked: bool | None
    version: int

    @property
    def giving(self) -> bool:
        """Whether figures are still given; afterwards only an appeal changes one."""
        return self.state in evaluation_order.GIVING


@dataclass(frozen=True, slots=True)
class Asked:
    """A criterion as a sheet asks it; `most` is its cap in tenths, of `minus` how much it may take away."""

    id: int
    criteria_section_id: int
    section_ky: str
    section_ru: str
    ky: str
    ru: str
    indicator_ky: str
    indicator_ru: str
    proof_ky: str
    proof_ru: str
    rule: str
    most: int
    source: str
    needs_proof: bool
    may_not_apply: bool

    def title(self, language: str) -> str:
        """What is rewarded, in a language or in the other where it has but one."""
        return _either(language, self.ky, self.ru)

    def section(self, language: str) -> str:
        """The heading under which it stands."""
        return _either(language, self.section_ky, self.section_ru)

    def indicator(self, language: str) -> str:
        """What is looked at, and for what there are how many points."""
        return _either(language, self.indicator_ky, self.indicator_ru)

    @property
    def bounds(self) -> tuple[int, int]:
        """The least and the most tenths that can be given."""
        return (-self.most, 0) if self.rule == "minus" else (0, self.most)


@dataclass(frozen=True, slots=True)
class ProofRow:
    """A record that speaks for points, by table and uid; one without a table was typed."""

    id: int
    evaluation_point_id: int
    position: int
    source_table: str
    source_uid: str
    text: str
    points: int | None


@dataclass(frozen=True, slots=True)
class AppealRow:
    """Somebody disagrees with the points (tenths) of a criterion; `outcome` is empty until it was answered."""

    id: int
    uid: str
    evaluation_id: int
    evaluation_sheet_id: int
    criterion_id: int | None
    filed_on: dt.date
    reason: str
    reply: str
    decided_on: dt.date | None
    outcome: str
    old_points: int | None
    new_points: int | None
    protocol_number: str


@dataclass(frozen=True, slots=True)
class PointRow:
    """The figures of one criterion on a sheet, in tenths; None is not given yet."""

    id: int
    evaluation_sheet_id: int
    criterion_id: int
    proposed: int | None
    self_points: int | None
    association_points: int | None
    commission_points: int | None
    not_applicable: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a sheet: what is asked, its figures, its proofs, what an appeal made of it (None: nothing)."""

    number: int
    asked: Asked
    point: PointRow
    proofs: tuple[ProofRow, ...]
    appealed: int | None

    @property
    def final(self) -> int | None:
        """The figure that counts, in tenths; None where nothing was given or it does not apply to her."""
        of = self.point
        given = of.self_points, of.association_points, of.commission_points, self.appealed
        return evaluation_order.final(*given, applies=not of.not_applicable)

    @property
    def waits(self) -> bool:
        """Whether nobody has given a figure yet, though the criterion applies to her; what takes away never waits."""
        return self.asked.rule != "minus" and not self.point.not_applicable and self.final is None


@dataclass(frozen=True, slots=True)
class SheetRow:
    """Whose sheet, with her load and the part of the period she worked in thousandths, and what its head prints."""

    id: int
    uid: str
    evaluation_id: int
    person_id: int
    person_uid: str
    load_share: int
    period_share: int
    left_on: dt.date | None
    acquainted_on: dt.date | None
    note: str
    surname: str
    given: str
    patronymic: str
    short_form: str
    subjects: str
    classes: str
    category: str
    service_teaching: int | None
    load_hours: int | None

    @property
    def name(self) -> Name:
        """Her name."""
        return Name(self.surname, self.given, self.patronymic, self.short_form)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One person's sheet. `by_head`: she leads the association, so its figures are the head of studies'."""

    row: SheetRow
    by_head: bool
    lines: tuple[Line, ...]
    appeals: tuple[AppealRow, ...]

    @property
    def points(self) -> int:
        """The sum of the figures that count, in tenths."""
        return sum(line.final or 0 for line in self.lines)

    @property
    def waiting(self) -> int:
        """How many criteria nobody has given a figure of."""
        return sum(line.waits for line in self.lines)

    def line(self, criterion_id: int) -> Line | None:
        """The line of a criterion."""
        return next((each for each in self.lines if each.asked.id == criterion_id), None)


@dataclass(frozen=True, slots=True)
class Total:
    """What a sheet comes to: points in tenths, her place and her share in тыйын where the school has them."""

    sheet_id: int
    person_id: int
    name: Name
    points: int
    waiting: int
    rank: int | None
    share: int | None


@dataclass(frozen=True, slots=True)
class Switches:
    """What of an evaluation a school has switched on; all of it off is one figure per criterion and nothing else."""

    period: str
    self_rating: bool
    commission: bool
    appeal_days: int
    ranks: bool
    fund: bool
    by_load: bool
    by_period: bool
    full_load: int

    @property
    def steps(self) -> Steps:
        """The steps that follow from it."""
        return Steps(self.self_rating, self.commission, self.appeal_days > 0)
