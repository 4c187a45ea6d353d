"""Ties: what a record came from and what came of it, in both directions, over columns and arrows of its own."""

from __future__ import annotations

import datetime as dt

import pytest

from db import own_tasks, records, tasks, undo
from db.errors import Refused
from db.history import action
from db.meetings import agenda, deciding, discussion, planning
from db.members import members
from db.models import all as models
from db.plans import course, lines, sections
from db.ties import kinds, links, making, reading
from tests.conftest import CountQueries, MakeAssociation, MakeMeeting

DAY, DUE = dt.date(2026, 11, 14), dt.date(2026, 12, 25)


@pytest.fixture
def association_id(make_association: MakeAssociation) -> int:
    return make_association()


@pytest.fixture
def meeting_id(association_id: int, make_meeting: MakeMeeting) -> int:
    return make_meeting(association_id, DAY)


@action("test.write")
def write(table: str, **values: object) -> int:
    return records.insert(models.BY_TABLE[table], **values)


@action("test.remove")
def remove(table: str, row_id: int) -> None:
    records.remove(models.BY_TABLE[table], row_id)


def ends(table: str, row_id: int) -> tuple[list[str], list[str]]:
    found = reading.ties(table, row_id)
    return [each.table for each in found.came_from], [each.table for each in found.came_of]


def test_the_loop_is_walked_in_both_directions(association_id: int, meeting_id: int) -> None:
    task = tasks.of_meeting(meeting_id)[0]
    tasks.set_state(task.id, "done", DUE)
    section_id = sections.save_section(None, association_id, "Ачык сабактар", "").value
    line_id = lines.add_line(association_id, 2026, section_id, "Иштөө планы").value
    course.prove(line_id, DUE, task_id=task.id)
    assert ends("plan_line", line_id) == (["task"], [])
    assert ends("task", task.id) == (["decision"], ["plan_line"])
    found = reading.ties("decision", task.decision_id)
    (item,), (made,) = found.came_from, found.came_of
    assert (item.table, item.title, item.day) == ("agenda_item", "1-чейректин жыйынтыгы жөнүндө", DAY)
    assert (made.row_id, made.title, made.state, made.day) == (task.id, "Иштөө планы түзүлсүн.", "done", task.due)
    assert ends("agenda_item", item.row_id) == (["meeting"], ["proposal", "decision"])
    (meeting,) = reading.ties("agenda_item", item.row_id).came_from
    assert (meeting.title, meeting.state, meeting.row_id) == ("1", "draft", meeting_id)
    (line,) = reading.ties("task", task.id).came_of
    assert (line.title, line.state) == ("Иштөө планы", "proved")


def test_what_is_made_of_a_record_knows_it(association_id: int, meeting_id: int) -> None:
    person = members(association_id)[0].person_id
    test_id = write(
        "control_test", association=association_id, first_year=2026, subject="Математика", class_name="4-А"
    ).value
    ahead = planning.plan(association_id, DUE).value
    section_id = sections.save_section(None, association_id, "Текшерүү иштери", "").value
    task_id = making.make_task("control_test", test_id, "Кошумча сабак", [person], DUE, DAY).value
    item_id = making.make_item("control_test", test_id, ahead, "Тесттин жыйынтыгы жөнүндө.").value
    line_id = making.make_line(
        "control_test", test_id, section_id, "Кайра тест", first_year=2026, term="month", month=1
    )
    found = reading.ties("control_test", test_id).came_of
    assert {(each.table, each.row_id) for each in found} == {
        ("task", task_id), ("agenda_item", item_id), ("plan_line", line_id.value),
    }  # fmt: skip
    assert {each.title for each in found} == {"Кошумча сабак", "Тесттин жыйынтыгы жөнүндө", "Кайра тест"}
    (source,) = reading.ties("task", task_id).came_from
    assert (source.table, source.title) == ("control_test", "Математика 4-А")
    undo.undo()
    assert [each.table for each in reading.ties("control_test", test_id).came_of] == ["agenda_item", "task"]
    own_tasks.remove_task(task_id)
    assert [each.table for each in reading.ties("control_test", test_id).came_of] == ["agenda_item"]


def test_an_arrow_is_drawn_once_and_never_to_itself(association_id: int, meeting_id: int) -> None:
    note_id = write("journal_note", association=association_id, noted_on=DAY, text="Байкоо").value
    task_id = making.make_task("journal_note", note_id, "Карап чыгуу", [], None, DAY).value

    @action("test.tie")
    def again() -> None:
        making.tie("journal_note", note_id, "task", task_id)
        making.tie("task", task_id, "task", task_id)

    again()
    assert ends("task", task_id) == (["journal_note"], [])


def test_a_question_is_for_a_meeting_that_is_not_over(association_id: int, meeting_id: int) -> None:
    ahead = planning.plan(association_id, DUE).value
    task = tasks.of_meeting(meeting_id)[0].id
    for of, title, code in (
        (meeting_id, "Иш жөнүндө", "meeting_over"), (ahead, " . ", "required"), (999, "Иш", "record_missing"),
    ):  # fmt: skip
        with pytest.raises(Refused) as refused:
            making.make_item("task", task, of, title)
        assert refused.value.code == code
    planning.cancel(ahead, "Карантин")
    with pytest.raises(Refused, match="meeting_over"):
        making.make_item("task", task, ahead, "Иш жөнүндө")


def test_what_was_put_off_or_called_off_says_so_and_what_is_gone_is_left_out(association_id: int) -> None:
    first = planning.plan(association_id, DAY).value
    item_id = agenda.add(first, "Даярдык жөнүндө").value
    decision_id = deciding.add_decision(item_id, "Даярдансын", deadline=DUE).value
    after = planning.plan(association_id, DUE).value
    agenda.park(item_id)
    (copy,) = (each for each in reading.ties("agenda_item", item_id).came_of if each.table == "agenda_item")
    assert [(each.table, each.state) for each in reading.ties("agenda_item", copy.row_id).came_from] == [
        ("agenda_item", "parked"), ("meeting", "planned"),
    ]  # fmt: skip
    assert reading.ties("decision", decision_id).of.state == "parked"
    planning.cancel(after, "Карантин")
    assert reading.ties("agenda_item", copy.row_id).of.state == "cancelled"
    agenda.remove(copy.row_id)
    assert ends("agenda_item", item_id)[1] == ["decision"]
    with pytest.raises(Refused, match="record_missing"):
        reading.ties("agenda_item", copy.row_id)
    with pytest.raises(Refused, match="record_missing"):
        reading.ties("person", members(association_id)[0].person_id)


def test_a_remark_is_named_without_its_words(association_id: int, meeting_id: int) -> None:
    item_id = agenda.add(planning.plan(association_id, DUE).value, "Тартип жөнүндө").value
    person = members(association_id)[0].person_id
    speech_id = discussion.add_speech(item_id, "remark", person, text="Кечигет").value
    remark_id = write(
        "remark", association=association_id, person=person, given_on=DAY, text="Кечигет", speech=speech_id
    ).value
    task_id = making.make_task("remark", remark_id, "Убагында келүү", [person], None, DAY).value
    (remark,) = reading.ties("task", task_id).came_from
    assert (remark.table, remark.title, remark.state) == ("remark", "", "open")
    assert ends("remark", remark_id) == (["speech"], ["task"])
    assert ends("speech", speech_id) == (["agenda_item"], ["remark"])
    assert ends("agenda_item", item_id) == (["meeting"], [])


def test_every_link_names_columns_that_are_there_and_every_kind_reads(association_id: int) -> None:
    for table in kinds.KINDS:
        assert kinds.named(table, [1], ["x"]) is not None
        assert links.sources(table, 10**6) == links.targets(table, 10**6) == []
    assert {each.source for each in links.LINKS} | {each.target for each in links.LINKS} <= kinds.KINDS.keys()


def test_ties_cost_a_few_queries_however_many_they_are(
    association_id: int, meeting_id: int, count_queries: CountQueries
) -> None:
    task = tasks.of_meeting(meeting_id)[0].id
    counts = []
    for _round in range(2):
        for each in range(20):
            making.make_task("task", task, f"Иш {each}", [], None, DAY)
        with count_queries() as statements:
            assert len(reading.ties("task", task).came_of) == 20 * (_round + 1)
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 8


def test_the_place_of_what_is_said_at_a_meeting(association_id: int, meeting_id: int) -> None:
    task = tasks.of_meeting(meeting_id)[0]
    (item,) = (each.row_id for each in reading.ties("decision", task.decision_id).came_from)
    assert reading.meeting_of("decision", task.decision_id) == (meeting_id, item)
    assert reading.meeting_of("agenda_item", item) == (meeting_id, item)
    assert reading.meeting_of("meeting", meeting_id) == (meeting_id, None)
    assert reading.meeting_of("guest", 1) is None and reading.meeting_of("plan_line", 1) is None


def test_advice_is_shown_with_its_lesson_analysis(association_id: int) -> None:
    activity = write("activity", association=association_id, first_year=2026, title="Сабак").value
    observation = write("observation", activity=activity).value
    advice = write("advice", observation=observation, position=1, text="Топтор менен иштөө").value
    assert reading.stands_under("advice", advice) == ("observation", observation)
    assert reading.stands_under("task", 1) is None
    assert ends("advice", advice) == (["observation"], [])
    assert ends("observation", observation) == (["activity"], ["advice"])
