"""Writing about the transition: why it fell and what is done; a question, a task and a line of the plan at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from db import records
from db.errors import Refused
from db.gate import checked, refuse_unknown
from db.history import action
from db.meetings.standing import label, standing
from db.models.quality import Cohort, Transition
from db.rules.alphabet import fold
from db.rules.transition import Same
from db.ties import making

COUNTED = ("compared", "good_before", "passed_before", "good_after", "passed_after")
LONG = ("cause", "measure")
FIELDS = frozenset((*COUNTED, *LONG))
"""What can be written about a row."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is made of a row at once; a part that is None is left out. `line`: section, text, further fields."""

    item: tuple[int, str] | None = None
    task: tuple[str, Sequence[int], dt.date | None] | None = None
    line: tuple[int, str, dict[str, Any]] | None = field(default=None)


@action("transition.keep")
def keep(association_id: int, cohort_id: int, subject: str, first_year: int, **fields: Any) -> int:
    """Write about a row (`FIELDS`), a new record where there is none yet; returns its id.

    Raises Refused `same_over` (the field; values: limit) for more good than passed or more passed than compared
    pupils, `required` (compared) for figures without their whole, `text_too_long`, `record_missing`.
    """
    refuse_unknown(fields, FIELDS)
    values = checked(Transition, fields, LONG)
    label(subject)
    row_id = _known(association_id, cohort_id, subject, first_year)
    row = records.stored(Transition, row_id) if row_id else dict.fromkeys(COUNTED)
    _refuse_same({name: values.get(name, row[name]) for name in COUNTED})
    if row_id:
        records.change(Transition, row_id, **values)
        return row_id
    standing(Cohort, cohort_id)
    key = {"association": association_id, "cohort": cohort_id, "subject": subject, "first_year": first_year}
    return records.insert(Transition, **key, **values)


@action("transition.act")
def act(association_id: int, cohort_id: int, subject: str, first_year: int, plan: Plan, today: dt.date) -> int:
    """Make a question, a task and a line of the plan of a row, all or none; returns the id of the row's record.

    Raises Refused as `db.ties.making` does.
    """
    row_id = keep(association_id, cohort_id, subject, first_year).value
    if plan.item:
        making.make_item("transition", row_id, *plan.item)
    if plan.task:
        text, owner_ids, deadline = plan.task
        making.make_task("transition", row_id, text, owner_ids, deadline, today)
    if plan.line:
        section_id, text, fields = plan.line
        making.make_line("transition", row_id, section_id, text, **fields)
    label(subject)
    return row_id


@action("transition.act")
def make(association_id: int, cohort_id: int, subject: str, year: int, table: str, *values: Any, **fields: Any) -> int:
    """Make one record of a row of a year, and the row's own record where there is none yet; returns the made one's id.

    `table` is one of `making.MAKERS`, values and fields are those of its maker after the source. Raises Refused as it.
    """
    row_id = keep(association_id, cohort_id, subject, year).value
    made_id: int = making.MAKERS[table]("transition", row_id, *values, **fields).value
    label(subject)
    return made_id


def _known(association_id: int, cohort_id: int, subject: str, first_year: int) -> int:
    """The record that stands; 0 where there is none."""
    query: Any = Transition.select(Transition.id, Transition.subject).where(
        Transition.association == association_id, Transition.cohort == cohort_id, Transition.first_year == first_year,
        Transition.deleted_at.is_null(),
    )  # fmt: skip
    return next((int(row_id) for row_id, name in query.tuples() if fold(name) == fold(subject)), 0)


def _refuse_same(values: dict[str, Any]) -> None:
    if any(values[name] is not None for name in COUNTED[1:]) and not values["compared"]:
        raise Refused("required", "compared")
    wrong = Same(**values).fault
    if wrong:
        good, when = wrong.split("_")
        passed = values[f"passed_{when}"] if good == "good" else None
        raise Refused("same_over", wrong, limit=values["compared"] if passed is None else passed)


def year_of(transition_id: int) -> int:
    """The school year of a row's record; raises Refused `record_missing`."""
    return int(standing(Transition, transition_id)["first_year"])
