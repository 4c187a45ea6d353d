"""What really happened: meetings that prove lines, offers of proofs, the report since the last meeting."""

from __future__ import annotations

import datetime as dt

import pytest

from db import tasks
from db.meetings import agenda, planning
from db.plans import course, facts, lines
from tests.conftest import MakeMeeting
from tests.db.plans.conftest import TODAY, YEAR, AddLine

OCTOBER, NOVEMBER = dt.date(2026, 10, 16), dt.date(2026, 11, 14)


def hold(association_id: int, on: dt.date, ended: bool = True) -> int:
    meeting_id = planning.plan(association_id, on).value
    planning.start(meeting_id, "14:00")
    if ended:
        planning.end(meeting_id, "15:00")
    return meeting_id


def proofs(association_id: int) -> dict[str, int | None]:
    """Line → the number of the meeting that proves it by itself."""
    found = lines.lines(association_id, YEAR, TODAY)
    return {each.text: each.proofs[0].meeting_number if each.proofs else None for each in found}


@pytest.fixture
def plan_meeting(add: AddLine, section_ids: list[int]) -> AddLine:
    def make(text: str, **fields: object) -> int:
        return add(text, kind="meeting", section_id=section_ids[0], **fields)

    return make


def test_a_held_meeting_does_the_line_that_plans_it(association_id: int, plan_meeting: AddLine) -> None:
    plan_meeting("октябрь", term="month", month=10)
    plan_meeting("14-ноябрь", term="day", begins=NOVEMBER)
    plan_meeting("декабрь", term="month", month=12)
    plan_meeting("жыл бою", term="year")
    hold(association_id, OCTOBER)
    hold(association_id, NOVEMBER)
    planning.plan(association_id, dt.date(2026, 12, 18))
    assert proofs(association_id) == {"октябрь": 1, "14-ноябрь": 2, "декабрь": None, "жыл бою": None}


def test_a_meeting_does_one_line_the_narrowest_first(association_id: int, plan_meeting: AddLine) -> None:
    plan_meeting("ай", term="month", month=11)
    line_id = plan_meeting("күн", term="day", begins=NOVEMBER)
    hold(association_id, NOVEMBER)
    assert proofs(association_id) == {"ай": None, "күн": 1}
    hold(association_id, dt.date(2026, 11, 20))
    assert proofs(association_id) == {"ай": 2, "күн": 1}
    assert lines.line(line_id, TODAY).proofs[0].automatic


def test_a_meeting_held_on_another_day_of_the_month_does_the_line_late(
    association_id: int, plan_meeting: AddLine
) -> None:
    line_id = plan_meeting("күн", term="day", begins=dt.date(2026, 11, 10))
    hold(association_id, NOVEMBER)
    assert (lines.line(line_id, TODAY).state, lines.line(line_id, TODAY).done_on) == ("done_late", NOVEMBER)


def test_a_running_meeting_and_another_kind_of_line_prove_nothing(
    association_id: int, add: AddLine, plan_meeting: AddLine
) -> None:
    plan_meeting("ай", term="month", month=11)
    add("сабак", term="day", begins=NOVEMBER)
    hold(association_id, NOVEMBER, ended=False)
    assert proofs(association_id) == {"ай": None, "сабак": None}


def test_a_meeting_linked_by_hand_does_no_other_line(association_id: int, plan_meeting: AddLine) -> None:
    quarter = plan_meeting("чейрек", term="quarter", quarter=2)
    plan_meeting("ай", term="month", month=11)
    course.prove(quarter, NOVEMBER, meeting_id=hold(association_id, NOVEMBER))
    assert proofs(association_id) == {"чейрек": 1, "ай": None}


def test_what_shares_words_is_offered_first(association_id: int, add: AddLine, make_meeting: MakeMeeting) -> None:
    meeting_id = make_meeting(association_id, NOVEMBER)
    agenda.add(meeting_id, "Ачык сабактарды талдоо жөнүндө")
    agenda.add(meeting_id, "План боюнча аткарылган иштер жөнүндө", "plan_done")
    task = tasks.tasks(association_id)[0]
    tasks.set_state(task.id, "done", dt.date(2026, 11, 21))
    line_id = add("Математикадан ачык сабак", term="month", month=11)
    offers = facts.proof_offers(line_id)
    assert [each.title for each in offers] == [
        "Ачык сабактарды талдоо жөнүндө",
        "Иштөө планы түзүлсүн.",
        "1-чейректин жыйынтыгы жөнүндө",
    ]
    first = offers[0]
    course.prove(line_id, first.done_on, **first.links)
    course.reopen_line(line_id, TODAY)
    course.prove(line_id, offers[1].done_on, **offers[1].links)
    assert lines.line(line_id, TODAY).state == "done_in_time"
    assert "Иштөө планы түзүлсүн." not in [each.title for each in facts.proof_offers(line_id)]


def test_what_happened_long_after_is_not_offered(association_id: int, add: AddLine, make_meeting: MakeMeeting) -> None:
    make_meeting(association_id, dt.date(2027, 5, 14))
    assert facts.proof_offers(add(term="month", month=9)) == []
    assert len(facts.proof_offers(add(term="month", month=4))) == 1


def test_the_report_since_the_last_meeting(
    association_id: int, add: AddLine, plan_meeting: AddLine, make_meeting: MakeMeeting
) -> None:
    first = make_meeting(association_id, OCTOBER)
    second = planning.plan(association_id, dt.date(2026, 11, 20)).value
    plan_meeting("Октябрь отуруму", term="day", begins=OCTOBER)
    before, after, of_first, marked = (add(text, term="month", month=10) for text in ("мурда", "кийин", "№ 1", "белги"))
    add("кечиккен", term="month", month=9)
    add("аткарыла элек", term="month", month=11)
    cancelled = add("чыгарылган", term="month", month=9)
    course.prove(before, dt.date(2026, 10, 1), meeting_id=first)
    course.remove_proof(lines.line(before, TODAY).proofs[0].id)
    course.mark_line(before, dt.date(2026, 10, 1))
    task = tasks.tasks(association_id)[0]
    tasks.set_state(task.id, "done", dt.date(2026, 11, 2))
    course.prove(after, dt.date(2026, 11, 2), task_id=task.id)
    course.prove(of_first, OCTOBER, meeting_id=first)
    course.mark_line(marked, dt.date(2026, 11, 3))
    course.cancel_line(cancelled, TODAY, "Карантин")
    done, late = facts.since_last_meeting(second)
    assert [each.text for each in done] == ["Октябрь отуруму", "кийин", "№ 1", "белги"]
    assert [each.text for each in late] == ["кечиккен"]
    assert [each.text for each in facts.since_last_meeting(first)[0]] == ["мурда"]
