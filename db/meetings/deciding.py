"""What a meeting resolves: decisions with owners and terms, votes, candidates; every decision has its task."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from db import history, records
from db.errors import Refused
from db.history import action
from db.meetings.discussion import change_fields, under_item
from db.meetings.rows import Item
from db.models.meetings import AgendaItem, Candidate, Decision, DecisionOwner, Vote
from db.models.tasks import Task
from db.rules import quorum

DECISION_FIELDS = frozenset({"text", "deadline", "deadline_next_meeting"})


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
    history.subject(text[:40])
    records.insert(Task, decision=decision_id)
    set_owners(decision_id, owner_ids)
    return decision_id


@action("decision.change")
def change_decision(decision_id: int, **fields: Any) -> None:
    """Type over a decision's text or term (`DECISION_FIELDS`); its task follows."""
    change_fields(Decision, decision_id, fields, DECISION_FIELDS)


@action("decision.own")
def set_owners(decision_id: int, owner_ids: Sequence[int]) -> None:
    """Say who answers for a decision, in this order, instead of who did before."""
    wanted = list(dict.fromkeys(owner_ids))
    standing = _owners(decision_id)
    for row_id, person_id in standing:
        if person_id not in wanted:
            records.remove(DecisionOwner, row_id)
    rows_of = {person_id: row_id for row_id, person_id in standing}
    meeting_id = records.stored(Decision, decision_id)["meeting"]
    for position, person_id in enumerate(wanted, start=1):
        if person_id in rows_of:
            records.change(DecisionOwner, rows_of[person_id], position=position)
        else:
            records.insert(DecisionOwner, meeting=meeting_id, decision=decision_id, position=position, person=person_id)


@action("decision.remove")
def remove_decision(decision_id: int) -> None:
    """Take a decision away; its task goes with it."""
    history.subject(records.stored(Decision, decision_id)["text"][:40])
    records.remove(Decision, decision_id)


@action("vote.unanimous")
def vote_unanimously(item_id: int) -> None:
    """All who were there at the item voted for it."""
    _vote(item_id, unanimous=True, votes_for=0, against=0, abstained=0, not_voting=0)


@action("vote.count")
def count_votes(item_id: int, votes_for: int, against: int = 0, abstained: int = 0, not_voting: int = 0) -> None:
    """Note a vote in numbers. Raises Refused `number_out_of_range` with the field; sums are checked at the end."""
    counts = {"votes_for": votes_for, "against": against, "abstained": abstained, "not_voting": not_voting}
    for name, count in counts.items():
        if not 0 <= count <= 999:
            raise Refused("number_out_of_range", name, least=0, most=999)
    _vote(item_id, unanimous=False, **counts)


@action("vote.remove")
def remove_vote(item_id: int) -> None:
    """No vote was taken after all."""
    vote_id = _vote_id(item_id)
    if vote_id is not None:
        records.remove(Vote, vote_id)


@action("candidate.add")
def add_candidate(item_id: int, person_id: int, votes: int = 0) -> int:
    """Put up a candidate under an item; returns the row's id. One person stands once: the votes are typed over."""
    standing = Candidate.select(Candidate.id).where(
        Candidate.agenda_item == item_id, Candidate.person == person_id, Candidate.deleted_at.is_null()
    )
    candidate_id: int | None = standing.scalar()
    if candidate_id is None:
        return records.insert(Candidate, **under_item(Candidate, item_id), person=person_id, votes=votes)
    records.change(Candidate, candidate_id, votes=votes)
    return candidate_id


@action("candidate.change")
def change_candidate(candidate_id: int, votes: int) -> None:
    """Note a candidate's votes."""
    records.change(Candidate, candidate_id, votes=votes)


@action("candidate.remove")
def remove_candidate(candidate_id: int) -> None:
    """A candidate has stood back."""
    records.remove(Candidate, candidate_id)


def vote_problems(item: Item, voters: int) -> list[str]:
    """What does not add up in an item's vote, as codes of `db.rules.quorum.vote_check`; `voters` who could vote."""
    vote = item.vote
    if vote is None or vote.unanimous:
        return []
    return list(quorum.vote_check(vote.votes_for, vote.against, vote.abstained, vote.not_voting, voters))


def _vote(item_id: int, **values: Any) -> None:
    vote_id = _vote_id(item_id)
    if vote_id is None:
        meeting_id = records.stored(AgendaItem, item_id)["meeting"]
        records.insert(Vote, meeting=meeting_id, agenda_item=item_id, **values)
    else:
        records.change(Vote, vote_id, **values)


def _vote_id(item_id: int) -> int | None:
    found: int | None = Vote.select(Vote.id).where(Vote.agenda_item == item_id, Vote.deleted_at.is_null()).scalar()
    return found


def _owners(decision_id: int) -> list[tuple[int, int]]:
    """(row, person) of a decision's owners, in order."""
    query = DecisionOwner.select(DecisionOwner.id, DecisionOwner.person).where(
        DecisionOwner.decision == decision_id, DecisionOwner.deleted_at.is_null()
    )
    return [(row_id, person_id) for row_id, person_id in query.order_by(DecisionOwner.position).tuples().iterator()]
