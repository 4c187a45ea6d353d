"""The criteria of incentive pay in versions: a draft is edited, adopted by a meeting or council, and then stands.

What changes later is a new draft, copied from the one that holds; a period keeps the version it began with.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from db import records
from db.associations import association
from db.errors import Refused
from db.evaluations.criteria_making import FIELDS, draft, given, named, new_criterion, new_section
from db.evaluations.criteria_reading import criteria_of, criterion, version, versions
from db.evaluations.criteria_rows import GivenStep, VersionRow
from db.gate import checked, required
from db.history import action
from db.meetings.sheet import meeting
from db.meetings.standing import label
from db.models.evaluations import CriteriaVersion
from db.stock_files import read_stock

__all__ = ["criteria_of", "criterion", "version", "versions"]


@action("criteria.load_stock")
def ensure_default(association_id: int) -> int:
    """Give an association without criteria the usual ones as its first draft; returns its newest version's id."""
    if known := versions(association(association_id).id):
        return known[0].id
    made = _new_version(association_id)
    for section in read_stock("criteria")["section"]:
        of = new_section(made, section["ky"], section["ru"])
        for each in section["criterion"]:
            fields = {name: value for name, value in each.items() if name != "steps"}
            new_criterion(of, fields, [GivenStep(**step) for step in each["steps"]])
    return made


@action("criteria.copy")
def new_version(association_id: int, version_id: int | None = None) -> int:
    """Make a draft with what a version holds (the newest one, if none is named); returns its id.

    Raises Refused `criteria_draft_known` (values: number) while another draft waits, `criteria_missing`.
    """
    known = versions(association_id)
    if not known:
        raise Refused("criteria_missing")
    _refuse_second(known)
    made = _new_version(association_id)
    for section in criteria_of(version_id or known[0].id):
        of = new_section(made, section.ky, section.ru)
        for each in section.criteria:
            new_criterion(of, {name: getattr(each, name) for name in FIELDS}, [given(step) for step in each.steps])
    return made


@action("criteria.adopt")
def adopt(
    version_id: int, adopted_by: str, adopted_on: dt.date | None, meeting_id: int | None = None, title: str = ""
) -> None:
    """Say which meeting or council adopted a draft, and when; evaluations opened later go by it.

    A meeting of the association brings its own day. Raises Refused `criteria_adopted`, `criteria_empty`, `required`
    (adopted_by), `day_missing` (adopted_on), `record_missing` for another association's meeting.
    """
    of = draft(version_id)
    if not of.criteria:
        raise Refused("criteria_empty")
    values = checked(CriteriaVersion, {"adopted_by": adopted_by, "title": title})
    if meeting_id is not None:
        held = meeting(meeting_id)
        if held.association_id != of.association_id:
            raise Refused("record_missing", "meeting_id", table="meeting")
        adopted_on = adopted_on or held.held_on
    else:
        required(values, "adopted_by")
    if adopted_on is None:
        raise Refused("day_missing", "adopted_on")
    records.change(
        CriteriaVersion, version_id, state="adopted", adopted_on=adopted_on, meeting=meeting_id, **values
    )  # fmt: skip


@action("criteria.unadopt")
def back_to_draft(version_id: int) -> None:
    """Make an adopted version a draft again, as long as no evaluation goes by it.

    Raises Refused `criteria_used`, `criteria_draft_known`.
    """
    of = named(version_id)
    if of.used:
        raise Refused("criteria_used", number=of.number)
    _refuse_second(versions(of.association_id))
    records.change(CriteriaVersion, version_id, state="draft")


@action("criteria.remove")
def remove_version(version_id: int) -> None:
    """Take a version away that no evaluation goes by; raises Refused `criteria_used`."""
    of = named(version_id)
    if of.used:
        raise Refused("criteria_used", number=of.number)
    records.remove(CriteriaVersion, version_id)


def _new_version(association_id: int) -> int:
    """An empty draft with the next number, inside an action."""
    number = max((each.number for each in versions(association_id)), default=0) + 1
    label(str(number))
    return records.insert(CriteriaVersion, association=association_id, number=number)


def _refuse_second(known: Sequence[VersionRow]) -> None:
    """Refuse where a draft waits already: two would be confused."""
    if waiting := next((each for each in known if not each.adopted), None):
        raise Refused("criteria_draft_known", number=waiting.number)
