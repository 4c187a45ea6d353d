"""What a meeting resolves: decisions with owners and terms, votes, candidates; every decision has its task."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from db import records
from db.connection import rows
from db.errors import Refused
from db.history import action
from db.meetings.removing import take_decision
from db.meetings.rows import Item, OwnerRow
from db.meetings.standing import change_fields, label, standing, under_item
from db.models.meetings import AgendaItem, Candidate, Decision, DecisionOwner, Meeting, Vote
from db.models.tasks import Task
from db.reading import columns
from db.rules import quorum

DECISION_FIELDS = frozenset({"text", "deadline", "deadline_next_meeting"})
MOST_VOTES = 999


@action("decision.add")
def add_decision(
    item_id: int,
    text: str = "",
    owner_ids: Sequence[int] = (),
    deadline: dt.date | None = None,
    deadline_next_meeting: bool = False,
) -> int:
    """Note a decision with its owners and term; returns the row's id."""
    values = {"text": text, "deadline": deadline, "deadline_next_meeting": deadline_next_meeting}
    decision_id = records.insert(Decision, **under_item(Decision, item_id), **values)
    label(text)
    records.insert(Task, decision=decision_id, association=_association(item_id))
    set_owners(decision_id, owner_ids)
    return decision_id


@action("decision.change")
def change_decision(decision_id: int, **fields: Any) -> None:
    """Type over a decision's text or term (`DECISION_FIELDS`); its task follows."""
    change_fields(Decision, decision_id, fields, DECISION_FIELDS)


@action("decision.own")
def set_owners(decision_id: int, owner_ids: Sequence[int]) -> None:
    """Say who answers for a decision, in this order, instead of who did before."""
    meeting_id = standing(Decision, decision_id)["meeting"]
    wanted = list(dict.fromkeys(owner_ids))
    known = {owner.person_id: owner.id for owner in _owners(decision_id)}
    for person_id in known.keys() - set(wanted):
        records.remove(DecisionOwner, known[person_id])
    for position, person_id in enumerate(wanted, start=1):
        if person_id in known:
            records.change(DecisionOwner, known[person_id], position=position)
        else:
            records.insert(DecisionOwner, meeting=meeting_id, decision=decision_id, position=position, person=person_id)


@action("decision.remove")
def remove_decision(decision_id: int) -> None:
    """Take a decision away; its task goes with it."""
    label(standing(Decision, decision_id)["text"])
    take_decision(decision_id)


@action("vote.unanimous")
def vote_unanimously(item_id: int) -> None:
    """All who were there at the item voted for it."""
    _vote(item_id, unanimous=True, votes_for=0, against=0, abstained=0, not_voting=0)


@action("vote.count")
def count_votes(item_id: int, votes_for: int, against: int = 0, abstained: int = 0, not_voting: int = 0) -> None:
    """Note a vote in numbers. Raises Refused `number_out_of_range` with the field; sums are checked at the end."""
    counts = {"votes_for": votes_for, "against": against, "abstained": abstained, "not_voting": not_voting}
    _refuse_beyond(**counts)
    _vote(item_id, unanimous=False, **counts)


@action("vote.remove")
def remove_vote(item_id: int) -> None:
    """No vote was taken after all."""
    vote_id = _vote_id(item_id)
    if vote_id is not None:
        records.remove(Vote, vote_id)


@action("candidate.add")
def add_candidate(item_id: int, person_id: int, votes: int = 0) -> int:
    """Put up a candidate under an item; returns the row's id. One person stands once: the votes are typed over.

    Raises Refused `number_out_of_range` (votes).
    """
    _refuse_beyond(votes=votes)
    known = Candidate.select(Candidate.id).where(
        Candidate.agenda_item == item_id, Candidate.person == person_id, Candidate.deleted_at.is_null()
    )
    candidate_id: int | None = known.scalar()
    if candidate_id is None:
        return records.insert(Candidate, **under_item(Candidate, item_id), person=person_id, votes=votes)
    records.change(Candidate, candidate_id, votes=votes)
    return candidate_id


@action("candidate.change")
def change_candidate(candidate_id: int, votes: int) -> None:
    """Note a candidate's votes. Raises Refused `number_out_of_range` (votes)."""
    _refuse_beyond(votes=votes)
    change_fields(Candidate, candidate_id, {"votes": votes}, frozenset({"votes"}))


@action("candidate.remove")
def remove_candidate(candidate_id: int) -> None:
    """A candidate has stood back."""
    standing(Candidate, candidate_id)
    records.remove(Candidate, candidate_id)


def vote_problems(item: Item, voters: int) -> list[str]:
    """What does not add up in an item's vote, as codes of `db.rules.quorum.vote_check`; `voters` who could vote."""
    vote = item.vote
    if vote is None or vote.unanimous:
        return []
    return list(quorum.vote_check(vote.votes_for, vote.against, vote.abstained, vote.not_voting, voters))


def _association(item_id: int) -> int:
    """Whose meeting an item is of."""
    meeting_id: int = standing(AgendaItem, item_id)["meeting"]
    return int(records.stored(Meeting, meeting_id)["association"])


def _refuse_beyond(**counts: int) -> None:
    """Refuse a count of votes that no meeting can have."""
    for name, count in counts.items():
        if not 0 <= count <= MOST_VOTES:
            raise Refused("number_out_of_range", name, least=0, most=MOST_VOTES)


def _vote(item_id: int, **values: Any) -> None:
    vote_id = _vote_id(item_id)
    if vote_id is None:
        meeting_id = standing(AgendaItem, item_id)["meeting"]
        records.insert(Vote, meeting=meeting_id, agenda_item=item_id, **values)
    else:
        records.change(Vote, vote_id, **values)


def _vote_id(item_id: int) -> int | None:
    found: int | None = Vote.select(Vote.id).where(Vote.agenda_item == item_id, Vote.deleted_at.is_null()).scalar()
    return found


def _owners(decision_id: int) -> list[OwnerRow]:
    """Who answers for a decision, in order."""
    query = DecisionOwner.select(*columns(DecisionOwner, OwnerRow)).where(
        DecisionOwner.decision == decision_id, DecisionOwner.deleted_at.is_null()
    )
    return rows(query.order_by(DecisionOwner.position, DecisionOwner.id), OwnerRow)
