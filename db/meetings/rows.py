"""What a meeting is made of, as plain values: the open meeting is held whole in memory."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from db.rules import quorum
from db.rules.names import Name

PRESENT = frozenset({"present", "late", "left", "online"})
"""States of attendance that count as having taken part."""


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One meeting; `state` is the row's own, or final / signed where its protocol is locked."""

    id: int
    uid: str
    association_id: int
    first_year: int
    number: int
    held_on: dt.date | None
    planned_time: str
    started_at: str
    ended_at: str
    place: str
    chair_id: int | None
    secretary_id: int | None
    state: str
    cancelled_reason: str
    version: int = 0
    signed_on: dt.date | None = None

    @property
    def locked(self) -> bool:
        """Whether the protocol is finished, so that nothing in the meeting may change."""
        return self.state in ("final", "signed")


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """How one member takes part; `from_item`, `until_item` are numbers on the agenda, None from start to end."""

    id: int
    person_id: int
    surname: str
    given: str
    patronymic: str
    short_form: str
    state: str
    reason: str
    reason_text: str
    arrived: str
    from_item: int | None
    until_item: int | None

    @property
    def name(self) -> Name:
        """The member's name."""
        return Name(self.surname, self.given, self.patronymic, self.short_form)

    @property
    def took_part(self) -> bool:
        """Whether the member was there, for however long."""
        return self.state in PRESENT


@dataclass(frozen=True, slots=True)
class GuestRow:
    """Someone invited."""

    id: int
    position: int
    name: str
    office: str


@dataclass(frozen=True, slots=True)
class SpeechRow:
    """Something said under an item, by a person of the school or a guest."""

    id: int
    agenda_item_id: int
    position: int
    kind: str
    person_id: int | None
    guest: str
    text: str


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """A proposal and the meeting's answer."""

    id: int
    agenda_item_id: int
    position: int
    person_id: int | None
    text: str
    outcome: str
    reason: str


@dataclass(frozen=True, slots=True)
class OwnerRow:
    """Who answers for a decision."""

    id: int
    decision_id: int
    position: int
    person_id: int


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision; its number on paper is «item.place»."""

    id: int
    agenda_item_id: int
    position: int
    text: str
    deadline: dt.date | None
    deadline_next_meeting: bool
    owners: tuple[int, ...] = ()

    @property
    def termed(self) -> bool:
        """Whether it is said by when."""
        return self.deadline is not None or self.deadline_next_meeting


@dataclass(frozen=True, slots=True)
class VoteRow:
    """The vote on an item; for a unanimous one the counts say nothing."""

    id: int
    agenda_item_id: int
    unanimous: bool
    votes_for: int
    against: int
    abstained: int
    not_voting: int


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """A candidate and the votes."""

    id: int
    agenda_item_id: int
    position: int
    person_id: int
    votes: int


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A question of the agenda as its row has it."""

    id: int
    uid: str
    meeting_id: int
    position: int
    kind: str
    state: str
    title: str
    reporter_id: int | None
    reporter_guest: str
    planned_minutes: int | None
    heard: str
    copied_from_id: int | None


@dataclass(frozen=True, slots=True)
class Item:
    """A question with all that was said and decided; `number` is its place among those not parked, 0 when parked."""

    row: ItemRow
    number: int
    speeches: tuple[SpeechRow, ...] = ()
    proposals: tuple[ProposalRow, ...] = ()
    decisions: tuple[DecisionRow, ...] = ()
    vote: VoteRow | None = None
    candidates: tuple[CandidateRow, ...] = ()

    @property
    def touched(self) -> bool:
        """Whether anything was written under it."""
        under = (self.speeches, self.proposals, self.decisions, self.vote, self.candidates)
        return bool(self.row.heard) or any(under)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole meeting. `names` has everyone whom it mentions, members and others of the school."""

    meeting: MeetingRow
    attendance: tuple[AttendanceRow, ...]
    guests: tuple[GuestRow, ...]
    items: tuple[Item, ...]
    names: dict[int, Name] = field(default_factory=dict)

    @property
    def present(self) -> int:
        """How many members took part."""
        return sum(row.took_part for row in self.attendance)

    @property
    def agenda(self) -> tuple[Item, ...]:
        """The items that stand on the agenda, in order."""
        return tuple(item for item in self.items if item.number)

    def voters(self, number: int) -> int:
        """How many members were there when item `number` was voted on."""
        return len(quorum.voters(self.attendance, number))
