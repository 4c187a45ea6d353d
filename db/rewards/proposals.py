"""Proposals to reward somebody: written, put on an agenda, proposed to the council, resolved."""

from __future__ import annotations

import datetime as dt
from typing import Any

from db import records, schools
from db.calendar import KNOWN_YEARS
from db.errors import Refused
from db.gate import checked, refuse_unknown, required
from db.growth import keeping
from db.history import action
from db.meetings.standing import label, standing
from db.models.growth import Award
from db.models.rewards import Reward
from db.models.ties import Tie
from db.records import Stored
from db.rewards.rows import RESOLVED
from db.ties import making

LONG = ("earlier", "grounds", "resolution")
FIELDS = frozenset({"award", "earlier", "grounds", "evaluation_id", "proposed_on"})
"""What of a proposal can be typed over until the council has resolved."""


@action("reward.add")
def add(association_id: int, first_year: int, person_id: int, **fields: Any) -> int:
    """Begin a proposal; returns its id.

    Raises Refused `required` (award), `year_out_of_range`, `text_too_long`, `record_missing`.
    """
    if first_year not in KNOWN_YEARS:
        raise Refused("year_out_of_range", "first_year")
    values = _checked({"award": ""} | fields)
    name = schools.person(person_id).name.listed
    label(f"{name}: {values['award']}")
    return records.insert(Reward, association=association_id, first_year=first_year, person=person_id, **values)


@action("reward.change")
def change(reward_id: int, **fields: Any) -> None:
    """Type over fields (`FIELDS`). Raises Refused as `add`, and `reward_resolved`."""
    _giving_way(reward_id)
    records.change(Reward, reward_id, **_checked(fields))


@action("reward.item")
def put_on_agenda(reward_id: int, meeting_id: int, title: str) -> int:
    """Make a question of a meeting to come of it; returns the item's id. Raises Refused as `making.make_item`."""
    item_id: int = making.make_item("reward", reward_id, meeting_id, title).value
    records.change(Reward, reward_id, agenda_item=item_id)
    return item_id


@action("reward.item")
def discussed_at(reward_id: int, item_id: int | None) -> None:
    """Say at which question of a meeting it was discussed, several proposals at one; with None at none.

    Raises Refused `record_missing`.
    """
    of = _named(reward_id)
    for (tie_id,) in _ties(of["uid"], "agenda_item", Tie.id):
        records.remove(Tie, tie_id)
    if item_id is not None:
        making.tie("reward", reward_id, "agenda_item", item_id)
    records.change(Reward, reward_id, agenda_item=item_id)


@action("reward.propose")
def propose(reward_id: int, on: dt.date) -> None:
    """It went to the pedagogical council on a day. Raises Refused `reward_resolved`."""
    _giving_way(reward_id)
    records.change(Reward, reward_id, state="proposed", proposed_on=on)


@action("reward.resolve")
def resolve(reward_id: int, state: str, number: str = "", on: dt.date | None = None, text: str = "") -> int | None:
    """Note what the council resolved: `granted` or `refused`, by which protocol of which day.

    A reward granted becomes an award of hers, whose id is returned. Raises Refused `value_not_allowed` (state),
    `day_missing` (resolved_on), `reward_resolved`, `text_too_long`.
    """
    of = _giving_way(reward_id)
    if state not in RESOLVED:
        raise Refused("value_not_allowed", "state")
    if on is None:
        raise Refused("day_missing", "resolved_on")
    values = checked(Reward, {"resolution_number": number, "resolution": text}, LONG)
    proposed = records.day(of["proposed_on"]) or on
    records.change(Reward, reward_id, state=state, resolved_on=on, proposed_on=proposed, **values)
    if state == "refused":
        return None
    given = {"title": of["award"], "level": "school", "awarded_on": on, "order_number": values["resolution_number"]}
    award_id: int = keeping.add("award", of["association"], of["person"], **given).value
    making.tie("reward", reward_id, "award", award_id)
    return award_id


@action("reward.reopen")
def reopen(reward_id: int) -> None:
    """Take back what the council resolved, and the award that came of it."""
    of = _named(reward_id)
    if of["state"] == "granted":
        for award_id in _awards_of(of["uid"]):
            records.remove(Award, award_id)
    records.change(Reward, reward_id, state="proposed", resolved_on=None, resolution_number="", resolution="")


@action("reward.remove")
def remove(reward_id: int) -> None:
    """Take a proposal away that the council has not resolved. Raises Refused `reward_resolved`."""
    _giving_way(reward_id)
    records.remove(Reward, reward_id)


def _checked(fields: dict[str, Any]) -> dict[str, Any]:
    refuse_unknown(fields, FIELDS)
    values = checked(Reward, {name.removesuffix("_id"): value for name, value in fields.items()}, LONG)
    required(values, "award")
    return values


def _named(reward_id: int) -> Stored:
    """A proposal as the engine holds it; the running action is named by it."""
    of = standing(Reward, reward_id)
    label(f"{schools.names([of['person']])[of['person']].listed}: {of['award']}")
    return of


def _giving_way(reward_id: int) -> Stored:
    of = _named(reward_id)
    if of["state"] in RESOLVED:
        raise Refused("reward_resolved")
    return of


def _awards_of(uid: str) -> list[int]:
    """The awards that came of a proposal and still stand."""
    targets = [target for (target,) in _ties(uid, "award", Tie.target_uid)]
    query: Any = Award.select(Award.id).where(Award.uid.in_(targets), Award.deleted_at.is_null())
    return [row_id for (row_id,) in query.tuples()]


def _ties(uid: str, table: str, column: Any) -> list[tuple[Any]]:
    """A column of the arrows that lead from a proposal to a table."""
    query: Any = Tie.select(column).where(
        Tie.source_table == "reward", Tie.source_uid == uid, Tie.target_table == table, Tie.deleted_at.is_null()
    )
    return list(query.tuples())
