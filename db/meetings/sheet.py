"""Reading a meeting: the list of a year, one meeting, and all of it at once."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Protocol, TypeVar

from peewee import JOIN, Case, fn

from db.connection import row, rows
from db.errors import Refused
from db.meetings.rows import (
    AttendanceRow,
    CandidateRow,
    DecisionRow,
    GuestRow,
    Item,
    ItemRow,
    MeetingRow,
    OwnerRow,
    ProposalRow,
    Sheet,
    SpeechRow,
    VoteRow,
)
from db.models.meetings import (
    AgendaItem,
    Attendance,
    Candidate,
    Decision,
    DecisionOwner,
    Guest,
    Meeting,
    Proposal,
    Speech,
    Vote,
)
from db.models.protocols import ProtocolLock, ProtocolSigning, ProtocolVersion
from db.models.schools import Person
from db.reading import columns
from db.rules.names import Name
from db.schools import names


class UnderItem(Protocol):
    """A row that belongs to an agenda item."""

    @property
    def agenda_item_id(self) -> int:
        """The item."""


Row = TypeVar("Row")
Under = TypeVar("Under", bound=UnderItem)

NEWEST_FIRST = (Meeting.first_year.desc(), Meeting.number.desc())

_STATE = Case(
    None,
    ((ProtocolSigning.signed_on.is_null(False), "signed"), (ProtocolLock.locked, "final")),
    Meeting.state,
)
"""Final and signed follow from the newest lock and signing; else it is the row's own state."""


def meetings(association_id: int, first_year: int) -> list[MeetingRow]:
    """The meetings of a school year by number, cancelled ones too."""
    query = _meetings().where(Meeting.association == association_id, Meeting.first_year == first_year)
    return rows(query.order_by(Meeting.number, Meeting.id), MeetingRow)


def meeting(meeting_id: int) -> MeetingRow:
    """One meeting; raises Refused `record_missing`."""
    found = row(_meetings().where(Meeting.id == meeting_id), MeetingRow)
    if found is None:
        raise Refused("record_missing", table="meeting")
    return found


def previous(of: MeetingRow) -> MeetingRow | None:
    """The meeting before this one, in this year or an earlier one; cancelled ones do not count."""
    same_year = (Meeting.first_year == of.first_year) & (Meeting.number < of.number)
    earlier = same_year | (Meeting.first_year < of.first_year)
    return row(_not_cancelled(of.association_id).where(earlier).order_by(*NEWEST_FIRST), MeetingRow)


def following(of: MeetingRow, *states: str) -> MeetingRow | None:
    """The meeting after this one that is not cancelled, where one is planned; with `states`, the next one in these."""
    same_year = (Meeting.first_year == of.first_year) & (Meeting.number > of.number)
    query = _not_cancelled(of.association_id).where(same_year | (Meeting.first_year > of.first_year))
    if states:
        query = query.where(Meeting.state.in_(states))
    return row(query.order_by(Meeting.first_year, Meeting.number), MeetingRow)


def newest(association_id: int, *states: str) -> MeetingRow | None:
    """The newest meeting in one of the states of its row (a finished one's is draft)."""
    query = _not_cancelled(association_id).where(Meeting.state.in_(states))
    return row(query.order_by(*NEWEST_FIRST), MeetingRow)


def ahead(association_id: int) -> list[MeetingRow]:
    """The meetings planned or running, whose agenda can still take up a question, the nearest first."""
    query = _not_cancelled(association_id).where(Meeting.state.in_(("planned", "in_progress")))
    return rows(query.order_by(Meeting.first_year, Meeting.number), MeetingRow)


def sheet(meeting_id: int) -> Sheet:
    """A whole meeting in a dozen queries, however long it is."""
    of = meeting(meeting_id)
    attendance = tuple(_attendance(meeting_id))
    guests = tuple(_in_order(Guest, meeting_id, GuestRow))
    items = tuple(_items(meeting_id))
    return Sheet(of, attendance, guests, items, _names(of, attendance, items))


def item_rows(meeting_id: int) -> list[ItemRow]:
    """The questions of a meeting in order, parked ones too, without what was said."""
    return _in_order(AgendaItem, meeting_id, ItemRow)


def _meetings() -> Any:
    """Meetings with the state, version and signing day that their protocols give them."""
    own = [column for column in columns(Meeting, MeetingRow) if column.name != "state"]
    version = fn.COALESCE(ProtocolVersion.version, 0).alias("version")
    query = Meeting.select(*own, _STATE.alias("state"), version, ProtocolSigning.signed_on)
    query = query.where(Meeting.deleted_at.is_null())
    query = query.join(ProtocolVersion, JOIN.LEFT_OUTER, on=_newest_of(ProtocolVersion, "meeting", Meeting.id))
    query = query.join_from(Meeting, ProtocolLock, JOIN.LEFT_OUTER, on=_newest_of(ProtocolLock, "meeting", Meeting.id))
    signed = _newest_of(ProtocolSigning, "protocol_version", ProtocolVersion.id) & ProtocolLock.locked
    return query.join_from(ProtocolVersion, ProtocolSigning, JOIN.LEFT_OUTER, on=signed)


def _newest_of(model: Any, link: str, owner: Any) -> Any:
    """The condition of being the newest row of its owner: these tables only grow."""
    other = model.alias()
    return model.id == other.select(fn.MAX(other.id)).where(getattr(other, link) == owner)


def _not_cancelled(association_id: int) -> Any:
    return _meetings().where(Meeting.association == association_id, Meeting.state != "cancelled")


def _of(model: Any, meeting_id: int, kind: Any) -> Any:
    return model.select(*columns(model, kind)).where(model.meeting == meeting_id, model.deleted_at.is_null())


def _in_order(model: Any, meeting_id: int, kind: type[Row]) -> list[Row]:
    """The rows of a meeting that have a place, in order."""
    return rows(_of(model, meeting_id, kind).order_by(model.position, model.id), kind)


def _attendance(meeting_id: int) -> list[AttendanceRow]:
    names = (Person.surname, Person.given, Person.patronymic, Person.short_form)
    query = Attendance.select(*columns(Attendance, AttendanceRow), *names).join(Person)
    query = query.where(Attendance.meeting == meeting_id, Attendance.deleted_at.is_null())
    return rows(query.order_by(Person.sort_key, Person.id), AttendanceRow)


def _items(meeting_id: int) -> Iterable[Item]:
    """The items with everything under them, numbered among those not parked."""
    speeches = _under(_in_order(Speech, meeting_id, SpeechRow))
    proposals = _under(_in_order(Proposal, meeting_id, ProposalRow))
    decisions = _under(_decisions(meeting_id))
    votes = _under(rows(_of(Vote, meeting_id, VoteRow), VoteRow))
    candidates = _under(_in_order(Candidate, meeting_id, CandidateRow))
    number = 0
    for each in item_rows(meeting_id):
        number += each.state != "parked"
        yield Item(
            each,
            0 if each.state == "parked" else number,
            tuple(speeches[each.id]),
            tuple(proposals[each.id]),
            tuple(decisions[each.id]),
            next(iter(votes[each.id]), None),
            tuple(candidates[each.id]),
        )


def _decisions(meeting_id: int) -> list[DecisionRow]:
    owners: dict[int, list[int]] = defaultdict(list)
    for owner in _in_order(DecisionOwner, meeting_id, OwnerRow):
        owners[owner.decision_id].append(owner.person_id)
    found = _in_order(Decision, meeting_id, DecisionRow)
    return [dataclasses.replace(each, owners=tuple(owners[each.id])) for each in found]


def _under(found: list[Under]) -> dict[int, list[Under]]:
    grouped: dict[int, list[Under]] = defaultdict(list)
    for each in found:
        grouped[each.agenda_item_id].append(each)
    return grouped


def _names(of: MeetingRow, attendance: tuple[AttendanceRow, ...], items: tuple[Item, ...]) -> dict[int, Name]:
    """The names of all whom the meeting mentions; who is not a member is asked for once, all together."""
    there = {each.person_id: each.name for each in attendance}
    others = {person for person in _mentioned(of, items) if person is not None} - there.keys()
    return there | names(others)


def _mentioned(of: MeetingRow, items: tuple[Item, ...]) -> Iterable[int | None]:
    yield from (of.chair_id, of.secretary_id)
    for item in items:
        yield item.row.reporter_id
        yield from (speech.person_id for speech in item.speeches)
        yield from (proposal.person_id for proposal in item.proposals)
        yield from (owner for decision in item.decisions for owner in decision.owners)
        yield from (candidate.person_id for candidate in item.candidates)
