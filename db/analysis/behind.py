"""The records behind a figure, with what names them: from each of them the record itself is opened."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from db import members
from db.analysis.rows import Records
from db.connection import rows
from db.models.quality import ClassResult, SchoolClass
from db.reading import columns
from db.ties.kinds import KINDS, named
from db.ties.rows import Tied


@dataclass(frozen=True, slots=True)
class Result:
    """How a class as a whole ended a period, as far as it says where it is entered."""

    id: int
    uid: str
    period: str
    part: int
    class_id: int
    first_year: int
    grade: int
    letter: str

    @property
    def name(self) -> str:
        """The class as it is written, «4-А»."""
        return f"{self.grade}-{self.letter}"


def results(ids: Sequence[int]) -> list[Result]:
    """The standing results of classes with these ids; one query."""
    of = (SchoolClass.id.alias("class_id"), SchoolClass.first_year, SchoolClass.grade, SchoolClass.letter)
    query = ClassResult.select(*columns(ClassResult, Result), *of).join(SchoolClass)
    query = query.where(ClassResult.id.in_(list(ids)), ClassResult.deleted_at.is_null())
    return rows(query.order_by(SchoolClass.grade, SchoolClass.letter), Result)


def behind(association_id: int, records: Records) -> tuple[Tied, ...]:
    """What stands of some records, in their order; a query a table."""
    by_table: dict[str, list[int]] = defaultdict(list)
    for table, row_id in records:
        by_table[table].append(row_id)
    found: dict[tuple[str, int], Tied] = {}
    for table, ids in by_table.items():
        if table == "member":
            known = members.members(association_id, include_left=True)
            found |= {(table, each.id): Tied(table, each.id, each.uid, each.name.listed, None, "") for each in known}
        elif table in KINDS:
            found |= {(table, each.row_id): each for each in named(table, ids)}
        elif table == "class_result":
            found |= {(table, each.id): Tied(table, each.id, each.uid, each.name) for each in results(ids)}
    return tuple(found[each] for each in dict.fromkeys(records) if each in found)
