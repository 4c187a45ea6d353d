"""A quarter lived through: the template approved, two meetings, a quarter moved in the middle, every figure known."""

from __future__ import annotations

import datetime as dt

from db import calendar, tasks
from db.meetings import agenda, deciding, planning
from db.plans import approvals, course, facts, lines, views, yearly
from db.rules.calendar import Span
from tests.db.plans.conftest import QUARTERS, YEAR

AUGUST, OCTOBER = dt.date(2026, 8, 28), dt.date(2026, 10, 16)
END = dt.date(2026, 11, 8)


def hold(association_id: int, on: dt.date) -> int:
    meeting_id = planning.plan(association_id, on).value
    planning.start(meeting_id, "14:00")
    return meeting_id


def test_a_quarter_lived_through(association_id: int, people: list[int]) -> None:
    count = yearly.start_from_template(association_id, YEAR, "ky").value
    first = hold(association_id, AUGUST)
    planning.end(first, "15:00")
    approvals.hand_in(association_id, YEAR)
    version = approvals.versions(association_id, YEAR)[0]
    for step, day in (("considered", AUGUST), ("agreed", AUGUST), ("approved", dt.date(2026, 9, 1))):
        approvals.approve(version.id, step, day, first if step == "considered" else None)

    september = views.of_month(association_id, 2026, 9, AUGUST).lines[0]
    second = hold(association_id, OCTOBER)
    item_id = agenda.add(second, "Ачык сабактардын графиги жөнүндө").value
    deciding.add_decision(item_id, "Кириш текшерүү иштеринин анализи тапшырылсын.", [people[0]], dt.date(2026, 10, 30))
    planning.end(second, "15:00")
    course.prove(september.id, OCTOBER, agenda_item_id=item_id)
    task = tasks.of_meeting(second)[0]
    tasks.set_state(task.id, "done", dt.date(2026, 10, 28))
    quarter = next(each for each in lines.lines(association_id, YEAR, OCTOBER) if each.quarter == 1)
    course.prove(quarter.id, dt.date(2026, 10, 28), task_id=task.id)

    moved = (Span(1, QUARTERS[0].begins, dt.date(2026, 10, 23)), Span(2, dt.date(2026, 11, 2), QUARTERS[1].ends))
    calendar.save_school_year(YEAR, QUARTERS[0].begins, QUARTERS[3].ends, (*moved, *QUARTERS[2:]))
    assert lines.line(quarter.id, END).state == "done_late"

    made = approvals.content(association_id, YEAR, "year", 0, END)
    assert (made["version"], len(made["approvals"])) == (1, 3)
    third = planning.plan(association_id, END).value
    done, late = facts.since_last_meeting(third)
    assert {each.id for each in done} >= {september.id, quarter.id}
    assert all(each.last < END and not each.proofs for each in late)

    grid = views.fact(association_id, YEAR, END)
    assert grid.total.total.planned == count
    by_id = {each.id: each for each in lines.lines(association_id, YEAR, END)}
    for cell in (cell for row in grid.rows for cell in (*row.cells, row.whole_year)):
        proved = [by_id[line_id] for line_id in cell.line_ids if by_id[line_id].done_on]
        assert cell.done == len(proved)
        assert all(proof.meeting_number for line in proved for proof in line.proofs)
    assert grid.total.total.done == sum(each.state in ("done_in_time", "done_late") for each in by_id.values()) >= 3
