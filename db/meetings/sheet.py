"""Reading a meeting: the list of a year, one meeting, and all of it at once."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Protocol, TypeVar

from db.connection import execute, row, rows
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
from db.models.schools import Person
from db.reading import columns
from db.rules.names import Name


class UnderItem(Protocol):
    """A row that belongs to an agenda item."""

    @property
    def agenda_item_id(self) -> int:
        """The item."""


Under = TypeVar("Under", bound=UnderItem)


@dataclasses.dataclass(frozen=True, slots=True)
class _Finish:
    """What the protocol tables say of a meeting."""

    meeting_id: int
    locked: bool
    version: int
    signed_on: dt.date | None


def meetings(association_id: int, first_year: int) -> list[MeetingRow]:
    """The meetings of a school year by number, cancelled ones too."""
    query = _meetings().where(Meeting.association == association_id, Meeting.first_year == first_year)
    return _finished(rows(query.order_by(Meeting.number, Meeting.id), MeetingRow))


def meeting(meeting_id: int) -> MeetingRow:
    """One meeting; raises Refused `record_missing`."""
    found = _finished(rows(_meetings().where(Meeting.id == meeting_id), MeetingRow))
    if not found:
        raise Refused("record_missing", table="meeting")
    return found[0]


def previous(of: MeetingRow) -> MeetingRow | None:
    """The meeting held before this one, in this year or an earlier one; cancelled ones do not count."""
    same_year = (Meeting.first_year == of.first_year) & (Meeting.number < of.number)
    query = _meetings().where(Meeting.association == of.association_id, Meeting.state != "cancelled")
    query = query.where(same_year | (Meeting.first_year < of.first_year))
    found = row(query.order_by(Meeting.first_year.desc(), Meeting.number.desc()), MeetingRow)
    return _finished([found])[0] if found else None


def following(of: MeetingRow) -> MeetingRow | None:
    """The meeting after this one that is not cancelled, where one is planned."""
    same_year = (Meeting.first_year == of.first_year) & (Meeting.number > of.number)
    query = _meetings().where(Meeting.association == of.association_id, Meeting.state != "cancelled")
    query = query.where(same_year | (Meeting.first_year > of.first_year))
    found = row(query.order_by(Meeting.first_year, Meeting.number), MeetingRow)
    return _finished([found])[0] if found else None


def sheet(meeting_id: int) -> Sheet:
    """A whole meeting in a dozen queries, however long it is."""
    of = meeting(meeting_id)
    attendance = tuple(_attendance(meeting_id))
    guests = tuple(rows(_of(Guest, meeting_id, GuestRow).order_by(Guest.position, Guest.id), GuestRow))
    items = tuple(_items(meeting_id))
    return Sheet(of, attendance, guests, items, _names(of, attendance, items))


def item_rows(meeting_id: int) -> list[ItemRow]:
    """The questions of a meeting in order, parked ones too, without what was said."""
    return rows(_of(AgendaItem, meeting_id, ItemRow).order_by(AgendaItem.position, AgendaItem.id), ItemRow)


def _meetings() -> Any:
    return Meeting.select(*columns(Meeting, MeetingRow)).where(Meeting.deleted_at.is_null())


def _of(model: Any, meeting_id: int, kind: Any) -> Any:
    return model.select(*columns(model, kind)).where(model.meeting == meeting_id, model.deleted_at.is_null())


def _finished(found: list[MeetingRow]) -> list[MeetingRow]:
    """Give each meeting the state that its protocol has."""
    finishes = {finish.meeting_id: finish for finish in _finishes([each.id for each in found])}
    return [_with_finish(each, finishes.get(each.id)) for each in found]


def _with_finish(of: MeetingRow, finish: _Finish | None) -> MeetingRow:
    if finish is None:
        return of
    if not finish.locked:
        return dataclasses.replace(of, version=finish.version)
    state = "signed" if finish.signed_on else "final"
    return dataclasses.replace(of, state=state, version=finish.version, signed_on=finish.signed_on)


def _finishes(ids: list[int]) -> list[_Finish]:
    """The newest version, lock and signing of meetings; those without a version are left out."""
    listed = ", ".join(str(meeting_id) for meeting_id in ids) or "0"
    found = execute(
        "SELECT v.meeting_id,"
        " (SELECT l.locked FROM protocol_lock l WHERE l.meeting_id = v.meeting_id ORDER BY l.id DESC LIMIT 1),"
        " v.version,"
        " (SELECT s.signed_on FROM protocol_signing s WHERE s.protocol_version_id = v.id ORDER BY s.id DESC LIMIT 1)"
        f" FROM protocol_version v WHERE v.meeting_id IN ({listed})"
        " AND v.version = (SELECT MAX(w.version) FROM protocol_version w WHERE w.meeting_id = v.meeting_id)"
    )
    return [_Finish(of, bool(locked), version, signed and dt.date.fromisoformat(signed))
            for of, locked, version, signed in found]  # fmt: skip


def _attendance(meeting_id: int) -> list[AttendanceRow]:
    names = (Person.surname, Person.given, Person.patronymic, Person.short_form)
    query = Attendance.select(*columns(Attendance, AttendanceRow), *names).join(Person)
    query = query.where(Attendance.meeting == meeting_id, Attendance.deleted_at.is_null())
    return rows(query.order_by(Person.sort_key, Person.id), AttendanceRow)


def _items(meeting_id: int) -> Iterable[Item]:
    """The items with everything under them, numbered among those not parked."""
    speeches = _under(rows(_of(Speech, meeting_id, SpeechRow).order_by(Speech.position, Speech.id), SpeechRow))
    proposals = _under(rows(_of(Proposal, meeting_id, ProposalRow).order_by(Proposal.position), ProposalRow))
    decisions = _under(_decisions(meeting_id))
    votes = _under(rows(_of(Vote, meeting_id, VoteRow), VoteRow))
    candidates = _under(rows(_of(Candidate, meeting_id, CandidateRow).order_by(Candidate.position), CandidateRow))
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
    for owner in rows(_of(DecisionOwner, meeting_id, OwnerRow).order_by(DecisionOwner.position), OwnerRow):
        owners[owner.decision_id].append(owner.person_id)
    found = rows(_of(Decision, meeting_id, DecisionRow).order_by(Decision.position, Decision.id), DecisionRow)
    return [dataclasses.replace(each, owners=tuple(owners[each.id])) for each in found]


def _under(found: list[Under]) -> dict[int, list[Under]]:
    grouped: dict[int, list[Under]] = defaultdict(list)
    for each in found:
        grouped[each.agenda_item_id].append(each)
    return grouped


@dataclasses.dataclass(frozen=True, slots=True)
class _PersonName:
    id: int
    surname: str
    given: str
    patronymic: str
    short_form: str


def _names(of: MeetingRow, attendance: tuple[AttendanceRow, ...], items: tuple[Item, ...]) -> dict[int, Name]:
    """The names of all whom the meeting mentions; who is not a member is asked for once, all together."""
    names = {each.person_id: each.name for each in attendance}
    others = {person for person in _mentioned(of, items) if person is not None} - names.keys()
    if others:
        query = Person.select(*columns(Person, _PersonName)).where(Person.id.in_(others))
        for each in rows(query, _PersonName):
            names[each.id] = Name(each.surname, each.given, each.patronymic, each.short_form)
    return names


def _mentioned(of: MeetingRow, items: tuple[Item, ...]) -> Iterable[int | None]:
    yield from (of.chair_id, of.secretary_id)
    for item in items:
        yield item.row.reporter_id
        yield from (speech.person_id for speech in item.speeches)
        yield from (proposal.person_id for proposal in item.proposals)
        yield from (owner for decision in item.decisions for owner in decision.owners)
        yield from (candidate.person_id for candidate in item.candidates)
