"""What stands before a year's lines: theme, goals, tasks, and the motto of the title page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from db import records, settings
from db.associations import association
from db.connection import row
from db.gate import checked
from db.history import action
from db.meetings.standing import label
from db.models.plans import PlanHead
from db.reading import columns
from db.stock_files import usual_motto


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a year's plan; its id is 0 where nothing was written yet."""

    id: int = 0
    theme: str = ""
    goals: str = ""
    tasks: str = ""
    motto: str = ""


def head(association_id: int, first_year: int) -> Head:
    """The head of a year's plan; until something is written, the usual motto alone."""
    query = PlanHead.select(*columns(PlanHead, Head)).where(
        PlanHead.association == association_id, PlanHead.first_year == first_year, PlanHead.deleted_at.is_null()
    )
    return row(query.order_by(PlanHead.id), Head) or Head(motto=_motto(association_id))


@action("plan_head.save")
def save_head(association_id: int, first_year: int, **fields: Any) -> None:
    """Write theme, goals, tasks or motto, those given. Raises Refused `text_too_long`, `unknown_field`."""
    association(association_id)
    values = checked(PlanHead, fields, ("goals", "tasks"))
    known = head(association_id, first_year)
    label(str(first_year))
    if known.id:
        records.change(PlanHead, known.id, **values)
    else:
        values = {"motto": known.motto} | values
        records.insert(PlanHead, association=association_id, first_year=first_year, **values)


def _motto(association_id: int) -> str:
    return usual_motto(settings.get("typing_language", association_id, "ky"))
