"""Tasks that no decision made, in one list with those of decisions: entered, changed, narrowed, read page by page."""

from __future__ import annotations

import datetime as dt

import pytest

from db import own_tasks, records, tasks, undo
from db.errors import Refused
from db.history import action
from db.meetings import planning
from db.members import leave, members
from db.models import all as models
from db.plans import course, lines, sections
from db.ties import making
from tests.conftest import CountQueries, MakeAssociation, MakeMeeting

GIVEN, DUE, LATER = dt.date(2026, 11, 20), dt.date(2026, 12, 25), dt.date(2027, 1, 15)


@pytest.fixture
def association_id(make_association: MakeAssociation) -> int:
    return make_association()


@pytest.fixture
def people(association_id: int) -> list[int]:
    return [each.person_id for each in members(association_id)]


@pytest.fixture
def meeting_id(association_id: int, make_meeting: MakeMeeting) -> int:
    return make_meeting(association_id)


def test_a_task_of_ones_own_stands_among_those_of_decisions(
    association_id: int, meeting_id: int, people: list[int]
) -> None:
    task_id = own_tasks.add_task(association_id, " Папканы  толтуруу ", [people[1], people[0]], DUE, GIVEN).value
    decided, own = tasks.tasks(association_id)
    assert (decided.decision_number, decided.group, decided.day) == ("1.1", "decision", dt.date(2026, 11, 14))
    assert (own.id, own.text, own.due, own.day, own.state) == (task_id, "Папканы  толтуруу", DUE, GIVEN, "open")
    assert (own.decision_number, own.source, own.group, own.meeting_id, own.first_year) == ("", "", "own", None, 2026)
    assert own.owner_ids == (people[1], people[0])
    tasks.set_state(task_id, "done", LATER, "толтурулду")
    (closed,) = tasks.closed(association_id)
    assert (closed.id, closed.closed_on, closed.note) == (task_id, LATER, "толтурулду")
    assert tasks.tasks(association_id, only_open=True) == [decided]
    later = planning.plan(association_id, LATER).value
    assert [each.id for each in tasks.to_review(later)] == [decided.id]  # a protocol reviews decisions alone
    assert [each.id for each in tasks.of_meeting(meeting_id)] == [decided.id]


def test_it_is_changed_and_taken_away(association_id: int, meeting_id: int, people: list[int]) -> None:
    task_id = own_tasks.add_task(association_id, "Тест түзүү", [people[0]], DUE, GIVEN).value
    own_tasks.change_task(task_id, [people[2], people[0]], text="Тест түзүү, өткөрүү", deadline=LATER)
    task = tasks.task(association_id, task_id)
    assert (task.text, task.due, task.owner_ids) == ("Тест түзүү, өткөрүү", LATER, (people[2], people[0]))
    own_tasks.change_task(task_id, deadline=None)
    assert tasks.task(association_id, task_id).due is None
    own_tasks.remove_task(task_id)
    with pytest.raises(Refused, match="record_missing"):
        tasks.task(association_id, task_id)
    undo.undo()
    assert tasks.task(association_id, task_id).owner_ids == (people[2], people[0])


def test_what_is_refused(association_id: int, meeting_id: int, people: list[int]) -> None:
    decided = tasks.tasks(association_id)[0].id
    member = next(each.id for each in members(association_id) if each.person_id == people[3])
    leave(member, dt.date(2026, 11, 1))
    own = own_tasks.add_task(association_id, "Иш", [], None, GIVEN).value
    attempts = {
        "required": lambda: own_tasks.add_task(association_id, "  ", [], None, GIVEN),
        "text_too_long": lambda: own_tasks.add_task(association_id, "ы" * 300_000, [], None, GIVEN),
        "deadline_before": lambda: own_tasks.add_task(association_id, "Иш", [], GIVEN - dt.timedelta(days=1), GIVEN),
        "owner_left": lambda: own_tasks.add_task(association_id, "Иш", [people[3]], None, GIVEN),
        "record_missing": lambda: own_tasks.add_task(association_id, "Иш", [999], None, GIVEN),
        "task_of_decision": lambda: own_tasks.change_task(decided, text="Иш"),
        "deadline_missing": lambda: tasks.set_state(own, "extended", GIVEN),
    }
    for code, attempt in attempts.items():
        with pytest.raises(Refused) as refused:
            attempt()
        assert refused.value.code == code
    with pytest.raises(Refused, match="task_of_decision"):
        own_tasks.remove_task(decided)
    assert len(tasks.tasks(association_id)) == 2


def test_tasks_are_narrowed_by_source_person_and_term(association_id: int, meeting_id: int, people: list[int]) -> None:
    @action("test.write")
    def write(table: str, **values: object) -> int:
        return records.insert(models.BY_TABLE[table], association=association_id, **values)

    sources = {
        "control_test": write("control_test", first_year=2026, subject="Математика").value,
        "curriculum_change": write("curriculum_change", first_year=2026, text="Жаңы программа").value,
        "activity": write("activity", first_year=2026, title="Сабак").value,
        "remark": write("remark", person=people[0], given_on=GIVEN, text="Кечигүү").value,
        "journal_note": write("journal_note", noted_on=GIVEN, text="Белги").value,
    }
    for at, (table, row_id) in enumerate(sources.items()):
        making.make_task(table, row_id, f"Иш: {table}", [people[at]], DUE + dt.timedelta(days=at), GIVEN)
    found = {
        group: [each.source for each in tasks.tasks(association_id, group=group)]
        for group in ("", "decision", "observation", "curriculum", "test", "remark", "own")
    }
    assert found.pop("") == ["decision", *sources]
    assert found == {
        "decision": ["decision"], "observation": ["activity"], "curriculum": ["curriculum_change"],
        "test": ["control_test"], "remark": ["remark"], "own": ["journal_note"],
    }  # fmt: skip
    assert [each.group for each in tasks.tasks(association_id)] == [
        "decision", "test", "curriculum", "observation", "remark", "own",
    ]  # fmt: skip
    assert [each.source for each in tasks.tasks(association_id, person_ids=people[1:3])] == [
        "decision", "curriculum_change", "activity",
    ]  # fmt: skip
    within = tasks.tasks(association_id, first=DUE + dt.timedelta(days=1), last=DUE + dt.timedelta(days=2))
    assert [each.source for each in within] == ["curriculum_change", "activity"]
    assert tasks.count_overdue(association_id, DUE + dt.timedelta(days=3)) == 4


def test_a_task_without_a_decision_proves_a_line(association_id: int, people: list[int]) -> None:
    task_id = own_tasks.add_task(association_id, "Стенд жасоо", [people[0]], DUE, GIVEN).value
    line_id = lines.add_line(
        association_id, 2026, sections.save_section(None, association_id, "Башка", "").value, "Стенд жасоо"
    ).value
    with pytest.raises(Refused, match="task_open"):
        course.prove(line_id, DUE, task_id=task_id)
    tasks.set_state(task_id, "done", DUE)
    course.prove(line_id, DUE, task_id=task_id)
    (proof,) = lines.line(line_id, LATER).proofs
    assert (proof.title, proof.task_id, proof.meeting_id) == ("Стенд жасоо", task_id, None)
    tasks.set_state(task_id, "open", LATER)
    assert lines.line(line_id, LATER).proofs == ()


def test_ten_thousand_tasks_are_read_page_by_page(
    association_id: int, people: list[int], count_queries: CountQueries
) -> None:
    task, owner = models.BY_TABLE["task"], models.BY_TABLE["task_owner"]
    days = [DUE + dt.timedelta(days=at % 3) if at % 4 else None for at in range(10_000)]
    with task._meta.database.atomic():
        for at in range(0, 10_000, 1000):
            task.insert_many(
                [
                    {"uid": f"t{each}", "association": association_id, "text": f"{each}-иш", "given_on": GIVEN,
                     "deadline": days[each], "decision": None}
                    for each in range(at, at + 1000)
                ]
            ).execute()  # fmt: skip
        ids = [found for (found,) in task.select(task.id).tuples()]
        for at in range(0, 10_000, 1000):
            owner.insert_many(
                [{"uid": f"o{each}", "task": each, "position": 1, "person": people[0]} for each in ids[at : at + 1000]]
            ).execute()
    pages, last = [], None
    while page := tasks.tasks(association_id, only_open=True, person_ids=[people[0]], after=last):
        last = page[-1]
        pages.append(page)
    assert [len(page) for page in pages] == [200] * 50
    dues = [each.due or dt.date.max for page in pages for each in page]
    assert dues == sorted(dues) and len({each.id for page in pages for each in page}) == 10_000
    with count_queries() as statements:
        tasks.tasks(association_id, only_open=True, after=pages[20][-1])
    assert len(statements) == 2
