"""What becomes of a line: moved, cancelled, marked, proved, reopened; and what is refused."""

from __future__ import annotations

import datetime as dt

import pytest

from db import tasks
from db.associations import save_association
from db.errors import Refused
from db.meetings import agenda, planning, sheet
from db.plans import course, lines
from tests.conftest import MakeMeeting
from tests.db.plans.conftest import TODAY, AddLine

EARLY, LATE = dt.date(2026, 11, 14), dt.date(2026, 11, 21)


def state(line_id: int, today: dt.date = TODAY) -> str:
    return lines.line(line_id, today).state


def item_of(meeting_id: int) -> int:
    return sheet.item_rows(meeting_id)[-1].id


def test_a_line_waits_then_is_overdue(add: AddLine) -> None:
    line_id = add(term="day", begins=dt.date(2026, 11, 22))
    assert state(line_id) == "planned"
    assert state(line_id, dt.date(2026, 11, 23)) == "overdue"


@pytest.mark.parametrize(("day", "expected"), [(LATE, "done_in_time"), (dt.date(2026, 11, 13), "done_late")])
def test_an_item_of_a_meeting_proves_a_line(
    add: AddLine, association_id: int, make_meeting: MakeMeeting, day: dt.date, expected: str
) -> None:
    line_id, meeting_id = add(term="day", begins=day), make_meeting(association_id, EARLY)
    course.prove(line_id, EARLY, agenda_item_id=item_of(meeting_id))
    of = lines.line(line_id, TODAY)
    assert (of.state, of.done_on) == (expected, EARLY)
    proof = of.proofs[0]
    assert (proof.meeting_id, proof.meeting_number, proof.held_on) == (meeting_id, 1, EARLY)
    assert (proof.title, proof.automatic) == ("1-чейректин жыйынтыгы жөнүндө", False)


def test_a_closed_task_proves_and_an_open_one_does_not(
    add: AddLine, association_id: int, make_meeting: MakeMeeting
) -> None:
    line_id = add(term="month", month=11)
    make_meeting(association_id, EARLY)
    task = tasks.tasks(association_id)[0]
    with pytest.raises(Refused, match="task_open"):
        course.prove(line_id, LATE, task_id=task.id)
    tasks.set_state(task.id, "done", LATE)
    course.prove(line_id, LATE, task_id=task.id)
    assert state(line_id) == "done_in_time"
    assert lines.line(line_id, TODAY).proofs[0].title == task.text
    tasks.set_state(task.id, "open", LATE)
    assert state(line_id) == "planned"


def test_a_meeting_called_off_proves_nothing(add: AddLine, association_id: int) -> None:
    line_id = add(term="month", month=11)
    meeting_id = planning.plan(association_id, EARLY).value
    with pytest.raises(Refused, match="meeting_not_held"):
        course.prove(line_id, EARLY, meeting_id=meeting_id)
    planning.start(meeting_id, "14:00")
    course.prove(line_id, EARLY, meeting_id=meeting_id)
    assert state(line_id) == "done_in_time"
    planning.cancel(meeting_id, "Карантин")
    assert state(line_id) == "planned"


def test_a_line_done_in_part_is_done_once_the_rest_is(
    add: AddLine, association_id: int, make_meeting: MakeMeeting
) -> None:
    line_id, meeting_id = add(term="month", month=11), make_meeting(association_id, EARLY)
    course.prove(line_id, EARLY, meeting_id=meeting_id, partly=True)
    assert state(line_id) == "partly"
    course.prove(line_id, LATE, agenda_item_id=item_of(meeting_id))
    assert (state(line_id), lines.line(line_id, TODAY).done_on) == ("done_in_time", LATE)


def test_a_mark_is_not_a_proof(add: AddLine) -> None:
    line_id = add(term="month", month=10)
    course.mark_line(line_id, TODAY, note="Журналда бар")
    of = lines.line(line_id, TODAY)
    assert (of.state, of.reason, of.done_on) == ("marked", "Журналда бар", None)
    course.mark_line(line_id, TODAY, partly=True)
    assert state(line_id) == "partly"
    course.reopen_line(line_id, TODAY)
    assert state(line_id) == "overdue"
    with pytest.raises(Refused, match="line_open"):
        course.reopen_line(line_id, TODAY)


def test_reopening_takes_the_proofs_away(add: AddLine, association_id: int, make_meeting: MakeMeeting) -> None:
    line_id, meeting_id = add(term="month", month=11), make_meeting(association_id, EARLY)
    course.prove(line_id, EARLY, meeting_id=meeting_id)
    course.reopen_line(line_id, TODAY)
    assert (state(line_id), lines.line(line_id, TODAY).proofs) == ("planned", ())
    proof_id = course.prove(line_id, EARLY, meeting_id=meeting_id).value
    course.remove_proof(proof_id)
    assert state(line_id) == "planned"


def test_a_moved_line_keeps_its_old_term(add: AddLine, association_id: int, make_meeting: MakeMeeting) -> None:
    line_id, meeting_id = add(term="quarter", quarter=1), make_meeting(association_id, EARLY)
    decision_id = sheet.sheet(meeting_id).agenda[-1].decisions[0].id
    course.move_term(line_id, EARLY, "Мугалим курста", term="day", begins=dt.date(2026, 12, 5), decision_id=decision_id)
    of = lines.line(line_id, TODAY)
    assert (of.state, of.first, of.last) == ("moved", dt.date(2026, 12, 5), dt.date(2026, 12, 5))
    assert (of.planned.kind, of.planned.quarter, of.reason) == ("quarter", 1, "Мугалим курста")
    assert of.moved is not None
    assert (of.moved.meeting_number, of.moved.held_on) == (1, EARLY)
    assert state(line_id, dt.date(2026, 12, 6)) == "overdue"


def test_a_cancelled_line_says_why_and_can_come_back(add: AddLine) -> None:
    line_id = add(term="month", month=10)
    course.cancel_line(line_id, TODAY, "Карантин")
    assert (state(line_id), lines.line(line_id, TODAY).reason) == ("cancelled", "Карантин")
    with pytest.raises(Refused, match="line_cancelled"):
        course.mark_line(line_id, TODAY)
    course.reopen_line(line_id, TODAY)
    assert state(line_id) == "overdue"


def test_what_is_done_is_not_moved_or_cancelled(add: AddLine, association_id: int, make_meeting: MakeMeeting) -> None:
    line_id, meeting_id = add(term="month", month=11), make_meeting(association_id, EARLY)
    course.prove(line_id, EARLY, meeting_id=meeting_id)
    with pytest.raises(Refused, match="line_done"):
        course.move_term(line_id, TODAY, "Себеп", term="month", month=12)
    with pytest.raises(Refused, match="line_done"):
        course.cancel_line(line_id, TODAY, "Себеп")
    with pytest.raises(Refused, match="proof_known"):
        course.prove(line_id, EARLY, meeting_id=meeting_id)
    with pytest.raises(Refused, match="line_has_proofs"):
        lines.remove_line(line_id)


def test_a_move_needs_a_reason_and_another_term(add: AddLine) -> None:
    line_id = add(term="month", month=12)
    with pytest.raises(Refused, match="reason_missing"):
        course.move_term(line_id, TODAY, " ", term="month", month=11)
    with pytest.raises(Refused, match="term_same"):
        course.move_term(line_id, TODAY, "Себеп", term="month", month=12)
    with pytest.raises(Refused, match="proof_missing"):
        course.prove(line_id, TODAY)
    assert lines.line(line_id, TODAY).changes == ()


def test_an_item_taken_off_the_agenda_proves_nothing(
    add: AddLine, association_id: int, make_meeting: MakeMeeting
) -> None:
    line_id, meeting_id = add(term="month", month=11), make_meeting(association_id, EARLY)
    item_id = agenda.add(meeting_id, "Ачык сабактар жөнүндө").value
    course.prove(line_id, EARLY, agenda_item_id=item_id)
    agenda.remove(item_id)
    assert state(line_id) == "planned"


def test_what_belongs_elsewhere_is_refused(add: AddLine, association_id: int, make_meeting: MakeMeeting) -> None:
    line_id = add(term="month", month=11)
    other = save_association(None, school_id=1, name_ky="Математика").value
    foreign = make_meeting(association_id, EARLY)
    elsewhere = planning.plan(other, EARLY).value
    planning.start(elsewhere, "14:00")
    with pytest.raises(Refused, match="record_missing"):
        course.prove(line_id, EARLY, meeting_id=elsewhere)
    with pytest.raises(Refused) as refused:
        course.prove(line_id, dt.date(2026, 7, 31), meeting_id=foreign)
    assert (refused.value.code, refused.value.field) == ("day_outside_year", "done_on")
    with pytest.raises(Refused, match="record_missing"):
        course.cancel_line(line_id, TODAY, "Себеп", decision_id=987654)
    with pytest.raises(Refused) as refused:
        course.move_term(line_id, TODAY, "Себеп", term="day", begins=dt.date(2027, 8, 1))
    assert (refused.value.code, refused.value.field) == ("day_outside_year", "begins")
    assert (state(line_id), lines.line(line_id, TODAY).changes) == ("planned", ())
