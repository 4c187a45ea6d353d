"""How classes as a whole ended a period: who has only «5», only «4» and «5», one «4», one «3», who fails."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from db.connection import rows
from db.models.quality import ClassResult, Cohort, SchoolClass
from db.reading import columns


@dataclass(frozen=True, slots=True)
class Result:
    """One class in one period."""

    id: int
    school_class_id: int
    period: str
    part: int
    listed_start: int | None
    arrived: int | None
    departed: int | None
    listed: int
    all_five: int
    four_five: int
    one_four: int
    one_three: int
    failing: int
    not_assessed: int
    note: str


def results(school_id: int, first_year: int, period: str, part: int) -> dict[int, Result]:
    """The classes of a year that have a result in a period, by the class's id."""
    query: Any = ClassResult.select(*columns(ClassResult, Result)).join(SchoolClass).join(Cohort)
    query = query.where(
        Cohort.school == school_id, SchoolClass.first_year == first_year, ClassResult.period == period,
        ClassResult.part == part, ClassResult.deleted_at.is_null(), SchoolClass.deleted_at.is_null(),
    )  # fmt: skip
    return {each.school_class_id: each for each in rows(query, Result)}
