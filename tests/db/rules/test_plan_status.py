"""How a line stands: a table of known answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import product

import pytest

from db.rules.plan_status import STATES, Facts, done_on, state

LAST, TODAY = date(2026, 11, 20), date(2026, 11, 22)
IN_TIME, LATE = date(2026, 11, 20), date(2026, 11, 21)


@dataclass(frozen=True)
class Proof:
    done_on: date
    partly: bool = False


@dataclass(frozen=True)
class Change:
    kind: str


def facts(proofs: list[Proof], changes: str, unplanned: bool = False, last: date = LAST) -> Facts:
    return Facts(last, unplanned, proofs, [Change(kind) for kind in changes.split()])


@pytest.mark.parametrize(
    ("proofs", "changes", "expected"),
    [
        ([], "", "overdue"),
        ([Proof(IN_TIME)], "", "done_in_time"),
        ([Proof(LATE)], "", "done_late"),
        ([Proof(IN_TIME, True)], "", "partly"),
        ([Proof(IN_TIME, True), Proof(LATE)], "", "done_late"),
        ([Proof(LATE), Proof(IN_TIME)], "", "done_in_time"),
        ([], "marked", "marked"),
        ([], "partly", "partly"),
        ([], "partly marked", "marked"),
        ([], "marked reopened", "overdue"),
        ([], "cancelled", "cancelled"),
        ([], "cancelled reopened", "overdue"),
        ([], "cancelled reopened marked", "marked"),
        ([], "marked moved", "marked"),
        ([], "moved", "overdue"),
        ([Proof(LATE)], "moved", "done_late"),
        ([Proof(LATE)], "marked", "done_late"),
        ([Proof(LATE)], "cancelled", "cancelled"),
    ],
)
def test_a_line_whose_term_has_passed(proofs: list[Proof], changes: str, expected: str) -> None:
    assert state(facts(proofs, changes), TODAY) == expected


@pytest.mark.parametrize(("changes", "expected"), [("", "planned"), ("moved", "moved"), ("moved reopened", "moved")])
def test_a_line_whose_term_has_not_passed(changes: str, expected: str) -> None:
    assert state(facts([], changes, last=TODAY), TODAY) == expected


def test_work_beyond_the_plan_is_always_that_unless_cancelled() -> None:
    assert state(facts([], "", unplanned=True), TODAY) == "unplanned"
    assert state(facts([Proof(LATE)], "marked", unplanned=True), TODAY) == "unplanned"
    assert state(facts([], "cancelled", unplanned=True), TODAY) == "cancelled"


def test_every_line_has_one_of_the_states() -> None:
    kinds = ("", "moved", "cancelled", "marked", "partly", "reopened")
    proofs = ([], [Proof(IN_TIME)], [Proof(LATE, True)])
    for one, other, proof, beyond, last in product(kinds, kinds, proofs, (True, False), (LAST, TODAY)):
        assert state(facts(proof, f"{one} {other}", beyond, last), TODAY) in STATES


def test_the_day_on_which_all_was_done() -> None:
    assert done_on([Proof(IN_TIME, True)]) is None
    assert done_on([Proof(LATE), Proof(IN_TIME), Proof(date(2026, 9, 1), True)]) == IN_TIME
