"""The journal: what happened by date from the records themselves, filtered and read page by page."""

from __future__ import annotations

import datetime as dt

import pytest

from db.connection import execute
from db.errors import Refused
from db.journal import notes, reading
from db.journal.reading import Entry, Wanted, entries, of_year
from db.journal.sources import SOURCES
from db.meetings import planning
from tests.conftest import CountQueries, MakeAssociation, MakeMeeting
from tests.db.journal.lived import lived

TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def association(make_association: MakeAssociation) -> int:
    return make_association()


def told(found: list[Entry]) -> list[tuple[str, str]]:
    return [(each.day.strftime("%d.%m"), each.what) for each in found]


LIVED = [
    ("21.11", "vacancy_closed"), ("20.11", "meeting_cancelled"), ("19.11", "letter_written"),
    ("18.11", "study_finished"), ("17.11", "task_done"), ("16.11", "protocol_signed"), ("15.11", "members_left"),
    ("14.11", "meeting_held"), ("14.11", "norm_studied"), ("12.11", "test_held"), ("11.11", "activity_held"),
    ("11.11", "lesson_analysed"), ("10.11", "activity_cancelled"), ("09.11", "note"), ("08.11", "vacancy_filled"),
    ("06.11", "corrections_considered"), ("05.11", "plans_considered"), ("03.11", "activity_moved"),
    ("02.11", "curriculum_changed"), ("02.11", "plan_approved"), ("01.11", "plan_handed_in"),
    ("01.11", "vacancy_opened"),
]  # fmt: skip


def test_everything_that_happened_comes_from_the_records(association: int, make_meeting: MakeMeeting) -> None:
    people = lived(association, make_meeting)
    november = Wanted(dt.date(2026, 11, 1), dt.date(2026, 11, 30))
    found = [each for each in entries(association, november) if each.what != "protocol_finished"]
    assert told(found) == LIVED
    by = {each.what: each for each in found}
    assert (by["meeting_held"].number, by["meeting_held"].title) == (1, "1-чейректин жыйынтыгы жөнүндө")
    assert by["meeting_cancelled"].detail == "карантин"
    assert (by["activity_moved"].earlier, by["activity_moved"].detail) == (dt.date(2026, 11, 4), "оору")
    assert by["activity_held"].person_ids == (people[3],)
    assert by["activity_held"].people[0].listed == "Жумабекова А. К."
    assert (by["plans_considered"].number, by["plans_considered"].classes) == (2, "4-А")
    assert by["letter_written"].detail == "№ 7 РОО"
    assert (by["vacancy_opened"].number, by["vacancy_filled"].person_ids) == (12, (people[6],))
    assert (by["note"].table, by["note"].row_id) == ("journal_note", 1)


def test_what_is_planned_taken_away_or_anothers_is_not_told(
    association: int, make_meeting: MakeMeeting, make_association: MakeAssociation
) -> None:
    planning.plan(association, dt.date(2026, 11, 20))
    taken = notes.add_note(association, "Ката", dt.date(2026, 11, 9)).value
    notes.remove_note(taken)
    other = make_association(members=0)
    notes.add_note(other, "Башка бирикмеде", dt.date(2026, 11, 9))
    assert entries(association, Wanted()) == []
    assert [each.title for each in entries(other, Wanted())] == ["Башка бирикмеде"]


def test_filters_by_kind_member_and_class(association: int, make_meeting: MakeMeeting) -> None:
    people = lived(association, make_meeting)
    november = {"first": dt.date(2026, 11, 1), "last": dt.date(2026, 11, 30)}

    def what(**wanted: object) -> list[str]:
        return [each.what for each in entries(association, Wanted(**november, **wanted))]  # type: ignore[arg-type]

    assert what(group="tests") == ["test_held"]
    assert what(group="activities") == ["activity_held", "lesson_analysed", "activity_cancelled", "activity_moved"]
    assert what(class_name="4б") == ["activity_held", "lesson_analysed", "activity_moved"]
    assert "activity_held" in what(person_ids=(people[4],))  # a visitor took part
    assert what(person_ids=(people[5], people[9]), group="papers") == ["study_finished"]
    assert what(person_ids=()) == []
    assert "note" not in what(without=frozenset({"notes"}))


def test_pages_by_key_lose_and_double_nothing(association: int, make_meeting: MakeMeeting) -> None:
    lived(association, make_meeting)
    for number in range(7):
        notes.add_note(association, f"{number}", dt.date(2026, 11, 14))
    whole = entries(association, Wanted())
    paged: list[Entry] = []
    while page := entries(association, Wanted(), paged[-1].key if paged else None, limit=3):
        paged += page
    assert paged == whole
    in_time = of_year(association, 2026, Wanted(), 500)
    assert sorted(in_time, key=whole.index) == whole
    assert [each.day for each in in_time] == sorted(each.day for each in whole)
    assert of_year(association, 2025, Wanted(), 500) == []


def test_the_number_of_queries_does_not_grow(
    association: int, make_meeting: MakeMeeting, count_queries: CountQueries
) -> None:
    lived(association, make_meeting)
    with count_queries() as few:
        entries(association, Wanted())
    for number in range(150):
        notes.add_note(association, f"{number}", dt.date(2026, 11, 14), person_id=1)
    with count_queries() as many:
        entries(association, Wanted())
    assert len(few) == len(many) == len(SOURCES) + 1


def test_a_page_of_notes_is_read_along_its_index(association: int) -> None:
    query = f"SELECT * FROM ({SOURCES[0].query}) WHERE association = 1 AND day < 'x' ORDER BY day DESC, id DESC LIMIT 9"
    steps = [str(step[-1]) for step in execute(f"EXPLAIN QUERY PLAN {query}")]
    assert [step for step in steps if "journal_note_association_id_noted_on" in step]
    assert not [step for step in steps if "TEMP B-TREE" in step]


def test_a_note_is_changed_and_needs_its_text(association: int) -> None:
    note_id = notes.add_note(association, "Китеп күнү", dt.date(2026, 11, 9)).value
    notes.change_note(note_id, text="Китеп айлыгы", classes="4-А", person_id=2)
    found = notes.note(note_id)
    assert (found.text, found.classes, found.name is not None) == ("Китеп айлыгы", "4-А", True)
    with pytest.raises(Refused, match="required"):
        notes.add_note(association, "  ", TODAY)
    with pytest.raises(Refused, match="record_missing"):
        notes.note(99)
    assert reading.PAGE == 200
