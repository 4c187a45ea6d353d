"""Activities, tests, documents and studies that do lines of the plan, and what was done beyond it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from db.errors import Refused
from db.meetings import agenda, sheet
from db.plans import course, facts, fulfilling, lines
from tests.conftest import CountQueries, MakeMeeting
from tests.db.plans import held
from tests.db.plans.conftest import TODAY, YEAR, AddLine

DAY = dt.date(2026, 11, 18)


@pytest.fixture
def made(association_id: int, make_meeting: MakeMeeting, people: list[int]) -> dict[str, int]:
    """One record of each kind, done on the same day."""
    item_id = sheet.item_rows(make_meeting(association_id, DAY))[-1].id
    return {
        "activity": held.activity(association_id, DAY, people=people[:2]).value,
        "control_test": held.control_test(association_id, DAY, teacher=people[0]).value,
        "norm": held.norm(association_id, item_id).value,
        "study": held.study(association_id, DAY).value,
    }


UNDONE: dict[str, dict[str, Any]] = {
    "activity": {"state": "planned"}, "control_test": {"state": "cancelled"}, "norm": {"agenda_item": None},
    "study": {"finished_on": None},
}  # fmt: skip


@pytest.mark.parametrize("table", UNDONE)
def test_a_record_proves_while_it_is_so(add: AddLine, made: dict[str, int], table: str) -> None:
    line_id = add(term="month", month=11)
    fulfilling.fulfil(line_id, table, made[table])
    of = lines.line(line_id, TODAY)
    assert (of.state, of.done_on, of.proofs[0].source) == ("done_in_time", DAY, (table, made[table]))
    with pytest.raises(Refused, match="proof_known"):
        fulfilling.fulfil(line_id, table, made[table])
    held.change(table, made[table], **UNDONE[table])
    assert lines.line(line_id, TODAY).state == "planned"
    with pytest.raises(Refused, match="not_happened"):
        course.prove(line_id, DAY, **{f"{table}_id": made[table]})


@pytest.mark.parametrize("table", UNDONE)
def test_what_was_taken_away_proves_nothing(add: AddLine, made: dict[str, int], table: str) -> None:
    line_id = add(term="month", month=11)
    fulfilling.fulfil(line_id, table, made[table], partly=True)
    assert lines.line(line_id, TODAY).state == "partly"
    held.remove(table, made[table])
    assert lines.line(line_id, TODAY).proofs == ()


def test_a_proof_says_what_it_was(add: AddLine, made: dict[str, int]) -> None:
    line_id = add(term="month", month=11)
    for table, row_id in made.items():
        fulfilling.fulfil(line_id, table, row_id)
    said = {each.source[0]: (each.kind, each.title, each.classes) for each in lines.line(line_id, TODAY).proofs}
    assert said == {
        "activity": ("open_lesson", "Квадраттык теңдемелер", "4-А"),
        "control_test": ("entry", "Математика", "4-А"),
        "norm": ("", "№ 1097", ""),
        "study": ("", "Математиканы окутуунун абалын үйрөнүү", ""),
    }


def test_a_day_corrected_afterwards_is_the_lines_too(add: AddLine, made: dict[str, int]) -> None:
    line_id = add(term="day", begins=DAY)
    fulfilling.fulfil(line_id, "activity", made["activity"])
    held.change("activity", made["activity"], held_on=DAY + dt.timedelta(days=2))
    of = lines.line(line_id, TODAY)
    assert (of.state, of.done_on) == ("done_late", dt.date(2026, 11, 20))


def test_an_item_parked_has_no_document_studied(
    add: AddLine, association_id: int, made: dict[str, int], make_meeting: MakeMeeting
) -> None:
    line_id = add(term="month", month=11)
    item_id = agenda.add(make_meeting(association_id, DAY), "Буйрукту үйрөнүү").value
    held.change("norm", made["norm"], agenda_item=item_id)
    fulfilling.fulfil(line_id, "norm", made["norm"])
    assert lines.line(line_id, TODAY).proofs[0].meeting_number == 2
    agenda.remove(item_id)
    assert lines.line(line_id, TODAY).proofs == ()


def test_the_lines_own_kind_owner_and_class_are_offered_first(
    add: AddLine, association_id: int, people: list[int], made: dict[str, int]
) -> None:
    other = held.activity(association_id, DAY, people=[people[5]], classes="1-Б").value
    week = held.activity(association_id, DAY, kind="week", title="Ачык сабактар жумалыгы").value
    line_id = add("Ачык сабак өтүү", kind="open_lesson", owner_ids=[people[0]], classes="4 А", term="month", month=11)
    offers = [(each.table, each.id) for each in facts.proof_offers(line_id)]
    assert offers[0] == ("activity", made["activity"])
    assert offers.index(("activity", other)) < offers.index(("activity", week))
    course.prove(line_id, DAY, **facts.proof_offers(line_id)[0].links)
    assert ("activity", made["activity"]) not in [(each.table, each.id) for each in facts.proof_offers(line_id)]


def test_one_line_clearly_asks_for_a_record(add: AddLine, made: dict[str, int], people: list[int]) -> None:
    hers = add("Ачык сабак", kind="open_lesson", owner_ids=[people[0]], term="month", month=11)
    anothers = add("Ачык сабак", kind="open_lesson", owner_ids=[people[4]], term="month", month=11)
    add("Ата-энелер жыйналышы", term="month", month=11)
    add("Ачык сабак", kind="open_lesson", owner_ids=[people[0]], term="month", month=5)
    found = fulfilling.candidates("activity", made["activity"])
    assert [(each.line.id, each.likely) for each in found] == [(hers, True), (anothers, False)]
    fulfilling.fulfil(hers, "activity", made["activity"])
    assert fulfilling.candidates("activity", made["activity"]) == []


def test_two_lines_alike_are_not_likely(add: AddLine, made: dict[str, int]) -> None:
    for _time in range(2):
        add("Кириш текшерүү иши", kind="control_work", term="month", month=11)
    assert [each.likely for each in fulfilling.candidates("control_test", made["control_test"])] == [False, False]


def test_a_line_is_done_by_each_of_several_tests(
    add: AddLine, association_id: int, made: dict[str, int], people: list[int]
) -> None:
    line_id = add("Кириш текшерүү иштери", kind="control_work", term="month", month=11)
    add("Кириш текшерүү иштери", kind="control_work", term="month", month=12)
    fulfilling.fulfil(line_id, "control_test", made["control_test"])
    other = held.control_test(association_id, DAY, class_name="4-Б", teacher=people[3]).value
    first = fulfilling.candidates("control_test", other)[0]
    assert (first.line.id, first.likely) == (line_id, True)
    fulfilling.fulfil(line_id, "control_test", other)
    assert len(lines.line(line_id, TODAY).proofs) == 2


def test_a_line_of_another_kind_that_shares_words_may_be_meant(add: AddLine, made: dict[str, int]) -> None:
    line_id = add("Математиканы окутуунун абалы", term="month", month=11)
    found = fulfilling.candidates("study", made["study"])
    assert [(each.line.id, each.likely) for each in found] == [(line_id, False)]


def test_what_no_line_asked_for_stands_apart_until_it_is_taken_in(
    association_id: int, section_ids: list[int], made: dict[str, int], people: list[int]
) -> None:
    held.activity(association_id, DAY, part_of=held.activity(association_id, DAY, kind="week", title="Жума").value)
    found = [(each.table, each.kind) for each in fulfilling.unplanned(association_id, YEAR)]
    assert found == [
        ("activity", "open_lesson"), ("activity", "week"), ("control_test", "entry"), ("norm", ""), ("study", "")
    ]  # fmt: skip
    line_id = fulfilling.beyond("activity", made["activity"], section_ids[1]).value
    of = lines.line(line_id, TODAY)
    assert (of.state, of.kind, of.begins, of.owner_ids) == ("unplanned", "open_lesson", DAY, (people[0],))
    assert (of.text, of.classes, of.done_on) == ("Квадраттык теңдемелер", "4-А", DAY)
    assert len(fulfilling.unplanned(association_id, YEAR)) == 4


def test_however_many_records_the_queries_are_as_many(
    association_id: int, add: AddLine, people: list[int], count_queries: CountQueries
) -> None:
    def read() -> int:
        with count_queries() as statements:
            lines.lines(association_id, YEAR, TODAY)
            fulfilling.unplanned(association_id, YEAR)
        return len(statements)

    def more(count: int) -> None:
        for place in range(count):
            row_id = held.activity(association_id, DAY, people=people[:2]).value
            if place % 2:
                fulfilling.fulfil(add(term="month", month=11), "activity", row_id)

    more(2)
    few = read()
    more(12)
    assert read() == few
