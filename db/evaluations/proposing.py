"""What the records propose, written into the sheets: figures not given yet are renewed, given ones stay."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from db import records
from db.errors import Refused
from db.evaluations import reading
from db.evaluations.evidence import NOT_EVENTS
from db.evaluations.proposals import Proof, Proposal, Settled, propose
from db.evaluations.rows import Line, Period, ProofRow, Sheet
from db.evaluations.sheets import add_sheets
from db.evaluations.standing import giving_way, switches_of
from db.history import action
from db.models.evaluations import EvaluationPoint, EvaluationProof

Key = tuple[str, str]
"""A record: its table and uid."""


@action("evaluation.propose")
def repropose(evaluation_id: int) -> int:
    """Read the records anew: new members get a sheet, figures not given yet a proposal; returns how many changed.

    Raises Refused `closed_evaluation`, `evaluation_announced`.
    """
    of = giving_way(evaluation_id)
    if not of.giving:
        raise Refused("evaluation_announced")
    add_sheets(of, switches_of(evaluation_id).full_load)
    return take(of)


def take(of: Period) -> int:
    """Write what the records propose into the sheets, inside an action; returns how many lines changed.

    A line with a figure of the association or the commission stays as it is, and so do proofs that were typed.
    """
    sheets = reading.sheets(of.id)
    settled = {each.row.person_id: _settled(each) for each in sheets}
    found = propose(of.association_id, of.criteria_version_id, list(settled), of.begins, of.ends, settled)
    changed = 0
    for sheet in sheets:
        for proposal in found[sheet.row.person_id]:
            if line := sheet.line(proposal.criterion_id):
                changed += _renew(of, line, proposal)
    return changed


def _settled(sheet: Sheet) -> Settled:
    """What of a sheet stays: the lines with a figure of the association or the commission, and their records."""
    given = [each for each in sheet.lines if _given(each)]
    records = (_key(proof) for line in given for proof in line.proofs if proof.source_table not in NOT_EVENTS)
    return Settled(frozenset(each.asked.id for each in given), frozenset(records))


def _renew(of: Period, line: Line, proposal: Proposal) -> bool:
    """Renew one line; returns whether anything was different."""
    values = {"proposed": proposal.points, "not_applicable": proposal.not_applicable and line.asked.may_not_apply}
    figure = records.change(EvaluationPoint, line.point.id, **values)
    return _renew_proofs(of, line, proposal.proofs) or figure


def _renew_proofs(of: Period, line: Line, proofs: Sequence[Proof]) -> bool:
    """Make these the line's records; returns whether anything was different."""
    known = {_key(each): each for each in line.proofs if each.source_table}
    wanted = {(each.table, each.uid): each for each in proofs}
    gone = [each for key, each in known.items() if key not in wanted]
    for each in gone:
        records.remove(EvaluationProof, each.id)
    changed = [
        records.change(EvaluationProof, known[key].id, text=each.text, points=each.points)
        for key, each in wanted.items()
        if key in known
    ]
    position = max((each.position for each in line.proofs), default=0)
    new: list[dict[str, Any]] = [
        {
            "evaluation": of.id, "evaluation_point": line.point.id, "position": position + place,
            "source_table": each.table, "source_uid": each.uid, "text": each.text, "points": each.points,
        }
        for place, each in enumerate((each for key, each in wanted.items() if key not in known), start=1)
    ]  # fmt: skip
    records.insert_many(EvaluationProof, new)
    return bool(gone or new) or any(changed)


def _given(line: Line) -> bool:
    """Whether the association or the commission gave a figure: then its proofs stay too."""
    return line.point.association_points is not None or line.point.commission_points is not None


def _key(of: ProofRow) -> Key:
    return of.source_table, of.source_uid
