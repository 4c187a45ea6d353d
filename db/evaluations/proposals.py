"""What the records propose for a sheet: points with their proofs, each record counted once over the whole sheet.

The first criterion, in the order of the sheet, that takes a record keeps it. Figures are no events: a mark sheet may
speak for quality and for the pass rate.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from db.evaluations import duties, evidence, marks
from db.evaluations.criteria_reading import criteria_of
from db.evaluations.criteria_rows import CriterionRow
from db.evaluations.evidence import Asked, Evidence, Found
from db.evaluations.marks import Figure, Marks
from db.rules import scoring
from db.rules.dates import short

FIGURES = {
    "quality": Marks.quality,
    "quality_growth": Marks.growth,
    "pass_rate": Marks.pass_rate,
    "transition": Marks.transition,
}
"""Sources that are a figure of mark sheets."""
COUNTED = {"attendance": duties.attendance, "tasks": duties.tasks}
"""Sources of which it counts how many were missed."""


@dataclass(frozen=True, slots=True)
class Proof:
    """A record that speaks for points: what it says now, its day, what it counted in tenths (None: in the figure)."""

    table: str
    uid: str
    text: str
    day: dt.date | None
    points: int | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed for a criterion, in tenths; None where the records say nothing."""

    criterion_id: int
    points: int | None
    not_applicable: bool
    proofs: tuple[Proof, ...] = ()


@dataclass(frozen=True, slots=True)
class Settled:
    """What stands on a sheet already: the criteria whose figures were given, the records (table, uid) behind them."""

    criteria: frozenset[int] = frozenset()
    records: frozenset[tuple[str, str]] = frozenset()


def propose(
    association_id: int,
    version_id: int,
    person_ids: Iterable[int],
    begins: dt.date,
    ends: dt.date,
    settled: Mapping[int, Settled] = MappingProxyType({}),
) -> dict[int, tuple[Proposal, ...]]:
    """The proposals for these people by a version of the criteria, from the records between two days, both included.

    By person, one for every criterion in the order of the sheet but those that are settled with her, whose records
    count for no other; a fixed number of queries, however many people.
    """
    criteria = [each for section in criteria_of(version_id) for each in section.criteria]
    records = Records(Asked(association_id, tuple(person_ids), begins, ends))
    return {
        person: _of_person(person, criteria, records, settled.get(person, Settled()))
        for person in records.of.person_ids
    }


class Records:
    """The records of a period, each source read once and only if a criterion asks for it."""

    def __init__(self, of: Asked) -> None:
        self.of = of
        self._read: dict[str, Found] = {}

    @cached_property
    def marks(self) -> Marks:
        """The mark sheets."""
        return marks.read(self.of)

    def found(self, source: str, person_id: int) -> list[Evidence]:
        """A person's records of a source."""
        if source not in self._read:
            self._read[source] = (evidence.READERS | COUNTED)[source](self.of)
        return self._read[source].get(person_id, [])


def _of_person(
    person_id: int, criteria: Sequence[CriterionRow], records: Records, settled: Settled
) -> tuple[Proposal, ...]:
    taken = set(settled.records)
    asked = [each for each in criteria if each.id not in settled.criteria]
    return tuple(_proposal(person_id, each, records, taken) for each in asked)


def _proposal(person_id: int, of: CriterionRow, records: Records, taken: set[tuple[str, str]]) -> Proposal:
    if not of.source:
        return Proposal(of.id, None, of.may_not_apply and not _meant(person_id, of, records))
    if not _meant(person_id, of, records):
        return Proposal(of.id, None, of.may_not_apply)
    if of.source in FIGURES:
        return _by_figure(of, FIGURES[of.source](records.marks, person_id))
    found = records.found(of.source, person_id)
    return _by_count(of, found) if of.source in COUNTED else _by_records(of, found, taken)


def _meant(person_id: int, of: CriterionRow, records: Records) -> bool:
    """Whether a criterion is for her; who she teaches may be unknown, then it is."""
    if of.scope == "all":
        return True
    known = records.marks.primary(person_id) if of.scope == "primary" else records.marks.middle(person_id)
    return known is not False


def _by_figure(of: CriterionRow, figure: Figure) -> Proposal:
    if figure.value is None:
        return Proposal(of.id, None, of.may_not_apply and not figure.applies)
    points = scoring.by_level(of.scoring, figure.value)
    return Proposal(of.id, points, False, tuple(_proof(each, None) for each in figure.proofs))


def _by_count(of: CriterionRow, found: Sequence[Evidence]) -> Proposal:
    """Count what was missed; where no step speaks of none missed, only misses say something."""
    missed = [each for each in found if each.match == duties.MISSED]
    match = str(len(missed))
    if not found or (not missed and not any(step.match == match for step in of.steps)):
        return Proposal(of.id, None, False)
    proofs = tuple(_proof(each, None) for each in missed or found)
    return Proposal(of.id, scoring.by_level(of.scoring, None, match), False, proofs)


def _by_records(of: CriterionRow, found: Sequence[Evidence], taken: set[tuple[str, str]]) -> Proposal:
    """Count the records that no criterion before has taken and that are worth something here."""
    rule = of.scoring
    counting = [each for each in found if (each.table, each.uid) not in taken and scoring.worth(rule, each.match)]
    if not counting:
        return Proposal(of.id, None, False)
    taken.update((each.table, each.uid) for each in counting)
    added = scoring.counted(rule, [each.match for each in counting])
    return Proposal(of.id, sum(added), False, tuple(map(_proof, counting, added)))


def _proof(of: Evidence, points: int | None) -> Proof:
    text = f"{short(of.day)} · {of.title}" if of.day else of.title
    return Proof(of.table, of.uid, text.removesuffix(" · "), of.day, points)
