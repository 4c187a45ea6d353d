"""The records behind a figure, with what names them: from each of them the record itself is opened."""

from __future__ import annotations

from collections import defaultdict

from db import members
from db.analysis.rows import Records
from db.ties.kinds import KINDS, named
from db.ties.rows import Tied


def behind(association_id: int, records: Records) -> tuple[Tied, ...]:
    """What stands of some records, in their order; a query a table. What has no name of its own has an empty title."""
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
        else:
            found |= {(table, each): Tied(table, each, "", "", None, "") for each in ids}
    return tuple(found[each] for each in dict.fromkeys(records) if each in found)
