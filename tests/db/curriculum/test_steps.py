"""What a change asks of each plan that it touches, and what of it is missing."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from db import records, undo
from db.curriculum import changes, plans, steps
from db.errors import Refused
from db.history import action
from db.meetings.sheet import sheet
from db.models.control_tests import ControlTest
from db.norms import register as norms
from tests.conftest import CountQueries
from tests.db.curriculum.conftest import HELD, TODAY, YEAR, AddPlan


@action("test.control_test")
def make_test(association_id: int, **fields: Any) -> int:
    values = {"kind": "feedback", "subject": "Математика", "class_name": "4-А"} | fields
    return records.insert(ControlTest, association=association_id, first_year=YEAR, **values)


def missing(change_id: int) -> dict[int, tuple[str, ...]]:
    return {each.plan.id: each.step.missing for each in steps.asked(changes.change(change_id))}


def count_missing(association_id: int) -> int:
    return sum(each.missing for each in changes.changes(association_id, YEAR))


def test_a_change_touches_the_plans_of_its_subjects_and_classes(registered: list[int], change_id: int) -> None:
    assert set(missing(change_id)) == set(registered[:2])
    found = changes.change(change_id)
    assert (found.asked, found.missing) == (2, 12)


def test_steps_are_done_for_many_at_once_and_at_a_meeting(
    association_id: int, registered: list[int], change_id: int, meeting_id: int
) -> None:
    both = registered[:2]
    steps.set_step(change_id, both, "corrected", TODAY)
    steps.set_step(change_id, both, "considered", None, meeting_id)
    steps.set_step(change_id, both[:1], "agreed", TODAY)
    assert missing(change_id) == {
        both[0]: ("approved", "test_made", "test_held"),
        both[1]: ("agreed", "approved", "test_made", "test_held"),
    }
    step = steps.asked(changes.change(change_id))[0].step
    assert (step.considered_on, step.meeting_number) == (HELD, 1)
    steps.set_step(change_id, both, "considered", None)
    assert count_missing(association_id) == 9
    undo.undo()
    assert count_missing(association_id) == 7


def test_what_is_not_needed_is_not_missing(registered: list[int], change_id: int) -> None:
    steps.set_not_needed(change_id, registered[:1])
    steps.set_not_needed(change_id, registered[1:2], only_test=True)
    assert missing(change_id) == {registered[0]: (), registered[1]: ("corrected", "considered", "agreed", "approved")}
    steps.set_needed(change_id, registered[:1])
    assert len(missing(change_id)[registered[0]]) == 6


def test_a_test_is_held_when_its_record_says_so(association_id: int, registered: list[int], change_id: int) -> None:
    planned = make_test(association_id, held_on=dt.date(2026, 12, 10)).value
    held = make_test(association_id, held_on=TODAY, state="held").value
    make_test(association_id, class_name="5-А")
    other = make_test(association_id, subject="Музыка", kind="entry", held_on=dt.date(2026, 12, 12)).value
    offers = steps.test_offers(registered[0])
    assert [each.control_test_id for each in offers] == [planned, held, other]
    steps.link_test(change_id, registered[0], planned)
    assert "test_held" in missing(change_id)[registered[0]]
    steps.link_test(change_id, registered[0], held)
    assert missing(change_id)[registered[0]] == ("corrected", "considered", "agreed", "approved")
    with pytest.raises(Refused, match="step_from_test"):
        steps.set_step(change_id, registered[:1], "test_held", TODAY)


def test_a_plan_with_notes_stays_when_the_change_no_longer_touches_it(
    association_id: int, registered: list[int], change_id: int
) -> None:
    steps.set_note(change_id, registered[0], " 6-сабактан баштап ")
    changes.save_change(change_id, association_id, YEAR, classes="4Б")
    assert set(missing(change_id)) == set(registered[:2])
    assert steps.asked(changes.change(change_id))[0].step.note == "6-сабактан баштап"
    plans.remove_plans(registered[:1])
    assert set(missing(change_id)) == {registered[1]}


@pytest.mark.parametrize(
    ("fields", "code", "field"),
    [
        ({"text": " "}, "required", "text"),
        ({"classes": "төртүнчү"}, "classes_unknown", "classes"),
        ({"classes": "4А, 14Б"}, "classes_unknown", "classes"),
        ({"valid_from": dt.date(2031, 1, 1)}, "day_outside_year", "valid_from"),
        ({"text": "бөлчөктөр  4-класска ЖЫЛДЫРЫЛДЫ", "valid_from": dt.date(2026, 12, 1)}, "change_known", "text"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    association_id: int, change_id: int, fields: dict[str, Any], code: str, field: str
) -> None:
    with pytest.raises(Refused) as refused:
        changes.save_change(None, association_id, YEAR, **{"text": "Жаңы"} | fields)
    assert (refused.value.code, refused.value.field) == (code, field)


def test_a_change_names_its_document_and_its_meeting(association_id: int, change_id: int, meeting_id: int) -> None:
    norm_id = norms.save_norm(None, association_id, YEAR, title="Буйрук", number="12").value
    changes.save_change(change_id, association_id, YEAR, norm_id=norm_id)
    changes.discuss(change_id, sheet(meeting_id).agenda[0].row.id)
    found = changes.change(change_id)
    assert (found.norm_title, found.norm_number, found.meeting_number, found.held_on) == ("Буйрук", "12", 1, HELD)
    with pytest.raises(Refused, match="norm_used"):
        norms.remove_norm(norm_id)
    changes.remove_change(change_id)
    assert changes.changes(association_id, YEAR) == []


def test_a_day_outside_the_year_is_refused(registered: list[int], change_id: int) -> None:
    with pytest.raises(Refused, match="day_outside_year"):
        steps.set_step(change_id, registered[:1], "agreed", dt.date(2025, 11, 22))


def test_the_whole_year_is_counted_in_three_queries(
    association_id: int, registered: list[int], change_id: int, add: AddPlan, count_queries: CountQueries
) -> None:
    for number in range(5):
        changes.save_change(None, association_id, YEAR, text=f"Өзгөртүү {number}")
    steps.set_step(change_id, registered, "corrected", TODAY)
    with count_queries() as statements:
        assert count_missing(association_id) > 12
    assert len(statements) == 3
