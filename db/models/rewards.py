"""Proposals to reward somebody, for the pedagogical council."""

from __future__ import annotations

from db.models.evaluations import Evaluation
from db.models.fields import Code, Count, Day, Text, link
from db.models.meetings import AgendaItem
from db.models.members import Association
from db.models.record import Record
from db.models.schools import Person


class Reward(Record):
    """A proposal: whom, which award, on what grounds; put at an item of a meeting, resolved by the council later."""

    association = link(Association)
    first_year = Count()
    person = link(Person)
    award = Text()
    earlier = Text()
    grounds = Text()
    evaluation = link(Evaluation, null=True)
    agenda_item = link(AgendaItem, null=True)
    proposed_on = Day(null=True)
    state = Code("draft", "proposed", "granted", "refused")
    resolution = Text()
    resolved_on = Day(null=True)
    resolution_number = Text()
