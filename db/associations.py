"""The associations of a school."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from db import records
from db.connection import row, rows
from db.errors import Refused
from db.gate import checked, required
from db.history import action
from db.models.members import Association
from db.reading import columns


@dataclass(frozen=True, slots=True)
class AssociationRow:
    """A methodological association; `formed_order` and `formed_on` are the order by which it was formed."""

    id: int
    uid: str
    school_id: int
    name_ky: str
    name_ru: str
    profile: str
    formed_order: str
    formed_on: dt.date | None
    meetings_a_year: int


LEAST_MEMBERS = 3
"""An association is formed of not fewer teachers (DOMAIN.md 2.1); fewer are shown, not forbidden."""


def associations() -> list[AssociationRow]:
    """All associations, the oldest first."""
    return rows(_associations().order_by(Association.id), AssociationRow)


def association(association_id: int) -> AssociationRow:
    """One association; raises Refused `record_missing`."""
    found = row(_associations().where(Association.id == association_id), AssociationRow)
    if found is None:
        raise Refused("record_missing", table="association")
    return found


@action("association.save")
def save_association(association_id: int | None, **fields: Any) -> int:
    """Change an association, or with None make one (`school_id` among the fields); returns the id.

    Raises Refused `required` without a name in either language.
    """
    if "school_id" in fields:
        fields["school"] = fields.pop("school_id")
    values = checked(Association, fields)
    known = association(association_id) if association_id is not None else None
    names = [values.get(name, getattr(known, name, "")) for name in ("name_ky", "name_ru")]
    required({"name_ky": names[0] or names[1]}, "name_ky")
    if association_id is None:
        return records.insert(Association, **values)
    records.change(Association, association_id, **values)
    return association_id


def _associations() -> Any:
    return Association.select(*columns(Association, AssociationRow)).where(Association.deleted_at.is_null())
