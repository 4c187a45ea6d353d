"""What all writing in an evaluation asks first: whether it is closed, and what the school has switched on."""

from __future__ import annotations

from db.errors import Refused
from db.evaluations import reading
from db.evaluations.rows import Period, Switches
from db.evaluations.switches import switches


def giving_way(evaluation_id: int) -> Period:
    """An evaluation that can be changed; raises Refused `closed_evaluation`, `record_missing`."""
    of = reading.evaluation(evaluation_id)
    if of.locked:
        raise Refused("closed_evaluation")
    return of


def switches_of(evaluation_id: int) -> Switches:
    """What is switched on for the association whose evaluation this is."""
    return switches(reading.evaluation(evaluation_id).association_id)
