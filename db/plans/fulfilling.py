"""From what happened to the plan: which lines a record may have done, and what was done that no line asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from db.errors import Refused
from db.history import action
from db.models.plans import PlanLine, PlanProof
from db.plans import course, facts, happened, owners
from db.plans.facts import AFTER, BEFORE
from db.plans.happened import Happened
from db.plans.lines import add_line, lines
from db.plans.rows import Line
from db.rules import plan_status
from db.rules.plan_terms import month_bounds

OPEN = plan_status.WAITING | {"partly", "marked"}
"""States of lines whose work may still be done."""

MOST_CANDIDATES = 30
_WORDS_IN_COMMON = 2
"""So many words does a line of another kind share with what it may ask for."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that a record may have done; `likely` is one that clearly asks for it, before all others."""

    line: Line
    likely: bool


def begun(association_id: int, first_year: int) -> bool:
    """Whether a year's plan has any line."""
    same = (PlanLine.association == association_id) & (PlanLine.first_year == first_year)
    query: Any = PlanLine.select(PlanLine.id).where(same, PlanLine.deleted_at.is_null())
    return bool(query.exists())


def unnamed(table: str, row_id: int) -> Happened | None:
    """A record of an activity, a test, a document or a study that no line names; None also where it did not happen."""
    of = happened.record(table, row_id)
    return None if of is None or row_id in _named(table, row_id) else of


def candidates(table: str, row_id: int) -> list[Candidate]:
    """The lines that a record may have done, the likeliest first, at most 30; none where a line names it already.

    A line is open, asks for the same kind of work or shares two words with the record, and its term lies near the day;
    or it is done already and asks for such work at that time, perhaps several times. Likelier are its owners and its
    classes, a term around the day, words in common, a narrower term.
    """
    of = unnamed(table, row_id)
    if of is None:
        return []
    found = [each for each in lines(of.association_id, of.first_year, of.done_on) if _may(each, of)]
    ranked = sorted(((_rank(each, of), each) for each in found), key=lambda each: (*each[0], each[1].id))
    best = [rank[:4] for rank, _line in ranked[:2]]
    sure = bool(best) and best[0][:2] <= (-3, 0) and best.count(best[0]) == 1
    return [Candidate(each, sure and at == 0) for at, (_rank, each) in enumerate(ranked[:MOST_CANDIDATES])]


@action("plan_line.fulfil")
def fulfil(line_id: int, table: str, row_id: int, partly: bool = False) -> int:
    """Note that a record did a line, or a part of it; returns the proof's id.

    Raises Refused `not_happened`, `proof_known`, `line_cancelled`, `record_missing`.
    """
    of = _that_happened(table, row_id)
    return course.prove(line_id, of.done_on, partly=partly, **_link(table, row_id)).value


@action("plan_line.beyond")
def beyond(table: str, row_id: int, section_id: int, text: str = "") -> int:
    """Take a record into the plan as work done beyond it, proved by it; returns the line's id.

    Without a `text` the line has the record's title. Raises Refused `not_happened`, `required` (text), `text_too_long`,
    `record_missing` (of the section).
    """
    of = _that_happened(table, row_id)
    left = owners.have_left(of.association_id, of.owner_ids, of.done_on)
    line_id = add_line(
        of.association_id,
        of.first_year,
        section_id,
        text or of.title,
        kind=next(iter(of.fits), "other"),
        term="day",
        begins=of.done_on,
        owner_ids=[each for each in of.owner_ids if each not in left],
        classes=of.classes,
        unplanned=True,
    ).value
    course.prove(line_id, of.done_on, **_link(table, row_id))
    return line_id


def unplanned(association_id: int, first_year: int) -> list[Happened]:
    """What happened in a school year and no line names, by day; not what belongs to a subject week or to a study."""
    first, last = month_bounds(first_year, 8)[0], month_bounds(first_year + 1, 7)[1]
    named = {table: _named(table) for table in happened.MODELS}
    found = happened.happened(association_id, first, last)
    return [each for each in found if each.whole and each.id not in named[each.table]]


def _that_happened(table: str, row_id: int) -> Happened:
    of = happened.record(table, row_id)
    if of is None:
        raise Refused("not_happened", f"{table}_id")
    return of


def _link(table: str, row_id: int) -> dict[str, Any]:
    return {f"{table}_id": row_id}


def _named(table: str, row_id: int = 0) -> set[int]:
    """The records of a table that a line of a plan names; with an id that one alone."""
    link = PlanProof._meta.fields[table]
    query: Any = PlanProof.select(link).join(PlanLine)
    query = query.where(PlanProof.deleted_at.is_null(), PlanLine.deleted_at.is_null(), link.is_null(False))
    return {int(found) for (found,) in (query.where(link == row_id) if row_id else query).tuples()}


def _may(line: Line, of: Happened) -> bool:
    if line.state in plan_status.DONE:  # «control works of October» is done by each of them
        return line.kind in of.fits and line.first <= of.done_on <= line.last
    waits = line.state in OPEN or (line.unplanned and line.state == "unplanned" and not line.proofs)
    near = line.first - BEFORE <= of.done_on <= line.last + AFTER
    return waits and near and (line.kind in of.fits or _shared(line, of) >= _WORDS_IN_COMMON)


def _rank(line: Line, of: Happened) -> tuple[int, ...]:
    """Smaller is likelier: a good fit, the day in its term, nothing that did it yet, words in common, a narrow term."""
    outside = not line.first <= of.done_on <= line.last
    done = line.state in plan_status.DONE
    return -facts.fit(line, of), outside, done, -_shared(line, of), (line.last - line.first).days


def _shared(line: Line, of: Happened) -> int:
    return len(facts.words(line.text) & facts.words(of.title))
