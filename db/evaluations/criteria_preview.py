"""Whose points would change by another version of the criteria, seen on the newest evaluation of the association."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from db.evaluations import reading
from db.evaluations.criteria_reading import criteria_of, version
from db.evaluations.criteria_rows import CriterionRow
from db.evaluations.proposals import Proposal, propose
from db.evaluations.rows import Period, Sheet
from db.rules import scoring
from db.rules.alphabet import fold
from db.rules.names import Name


@dataclass(frozen=True, slots=True)
class Compared:
    """A person's points by both versions, in tenths, and the most that each allows her."""

    person_id: int
    name: Name
    before: int
    after: int
    most_before: int
    most_after: int


@dataclass(frozen=True, slots=True)
class Preview:
    """The comparison over one evaluation; `number` is that of the version it goes by."""

    period: Period
    number: int
    people: tuple[Compared, ...]

    @property
    def changed(self) -> int:
        """Whose points differ."""
        return sum(each.before != each.after for each in self.people)


def preview(version_id: int) -> Preview | None:
    """Compare a version with the one that the newest evaluation goes by; None where there is no evaluation yet.

    Points are what the records propose; where they say nothing, what was given under the criterion of the same name,
    up to the cap. A fixed number of queries, however many people.
    """
    evaluation_id = reading.newest(version(version_id).association_id)
    if evaluation_id is None:
        return None
    of, sheets = reading.evaluation(evaluation_id), reading.sheets(evaluation_id)
    sides = [_side(of, each, sheets) for each in (of.criteria_version_id, version_id)]
    people = (
        Compared(each.row.person_id, each.row.name, *(points[each.row.person_id] for points, _most in sides),
                 *(most[each.row.person_id] for _points, most in sides))
        for each in sheets
    )  # fmt: skip
    return Preview(of, version(of.criteria_version_id).number, tuple(people))


def _side(of: Period, version_id: int, sheets: Sequence[Sheet]) -> tuple[dict[int, int], dict[int, int]]:
    """The points by a version and the most that it allows, by person."""
    criteria = [each for section in criteria_of(version_id) for each in section.criteria]
    people = [each.row.person_id for each in sheets]
    found = propose(of.association_id, version_id, people, of.begins, of.ends)
    points, most = {}, {}
    for sheet in sheets:
        proposed, given = found[sheet.row.person_id], _given(sheet)
        points[sheet.row.person_id] = sum(map(_points, criteria, proposed, [given] * len(criteria)))
        applies = (not each.not_applicable for each in proposed)
        most[sheet.row.person_id] = scoring.possible(zip((each.scoring for each in criteria), applies, strict=True))
    return points, most


def _points(of: CriterionRow, proposed: Proposal, given: Mapping[str, int]) -> int:
    """What a criterion gives her: proposed, else what was given under its name."""
    if proposed.not_applicable:
        return 0
    if proposed.points is not None:
        return proposed.points
    least, most = of.scoring.bounds
    return max(least, min(most, given.get(fold(of.ky or of.ru), 0)))


def _given(sheet: Sheet) -> dict[str, int]:
    """The figures that count on a sheet by the name of their criterion."""
    return {fold(line.asked.ky or line.asked.ru): line.final for line in sheet.lines if line.final is not None}
