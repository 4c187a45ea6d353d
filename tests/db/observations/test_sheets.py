"""The analysis sheet: begun with the usual aspects, scored, advised on, read back, taken back."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from db import edits, search, settings
from db.appointments import appoint
from db.errors import Refused
from db.events.activities import add_activity
from db.members import members
from db.observations import aspects, reading, sheets
from db.undo import redo, undo
from tests.conftest import CountQueries, MakeAssociation

HELD = dt.date(2026, 11, 18)
HOSTILE = "[/] 5 < 6 & «а» \x1b[31m\u202eх"
CLEAN = "[/] 5 < 6 & «а» х"


def add_lesson(association_id: int, teacher: int, **values: Any) -> int:
    """Plan a lesson of a teacher; returns its id."""
    known = {"kind": "open_lesson", "title": "Бөлчөктөр", "subject": "Математика", "classes": "4-А", "held_on": HELD}
    return add_activity(association_id, 2026, responsible_ids=[teacher], **(known | values)).value


@pytest.fixture
def association_id(make_association: MakeAssociation) -> int:
    return make_association(members=4)


@pytest.fixture
def people(association_id: int) -> list[int]:
    return [each.person_id for each in members(association_id)]


@pytest.fixture
def lesson_id(association_id: int, people: list[int]) -> int:
    return add_lesson(association_id, people[0])


def test_the_first_sheet_brings_the_usual_aspects_and_keeps_its_scale(
    association_id: int, people: list[int], lesson_id: int
) -> None:
    first = sheets.begin(lesson_id, people[1]).value
    settings.set_("observation_scale", "5")
    second = sheets.begin(lesson_id, observer_guest="ОББ Осмонова А. К.").value
    found = reading.sheets_of([lesson_id])
    assert [(each.row.id, each.row.highest) for each in found] == [(first, 3), (second, 5)]
    assert found[0].row.observed_by == members(association_id)[1].name.listed
    assert found[1].row.observed_by == "ОББ Осмонова А. К."
    assert [each.ky for each in found[0].scores][:3] == ["Уюштуруу", "Максат коюу", "Мазмун"]
    assert len(found[0].scores) == 11
    assert found[0].scores[3].text("ru") == "Методы и приёмы"
    undo()
    undo()
    undo()
    assert aspects.aspects(association_id) == []
    with pytest.raises(Refused, match="record_missing"):
        reading.sheet(first)


def test_scores_sum_up_and_can_be_taken_back_and_given_again(people: list[int], lesson_id: int) -> None:
    sheet_id = sheets.begin(lesson_id, people[1]).value
    first, second, third = (each.aspect_id for each in reading.sheet(sheet_id).scores[:3])
    sheets.give_score(sheet_id, first, 3)
    sheets.give_score(sheet_id, second, 2)
    undo()
    assert reading.sheet(sheet_id).scores[1].score is None
    sheets.give_score(sheet_id, second, 2)
    sheets.give_score(sheet_id, third, 1)
    sheets.give_score(sheet_id, third, None)
    assert reading.sheet(sheet_id).summary.total == 5
    for wrong in (0, 4, 10**20):
        with pytest.raises(Refused) as refused:
            sheets.give_score(sheet_id, first, wrong)
        assert (refused.value.code, refused.value.values["highest"]) == ("score_outside_scale", 3)


def test_an_aspect_switched_off_stays_where_it_was_scored(
    association_id: int, people: list[int], lesson_id: int
) -> None:
    sheet_id = sheets.begin(lesson_id, people[1]).value
    first, second = (each.aspect_id for each in reading.sheet(sheet_id).scores[:2])
    sheets.give_score(sheet_id, first, 3)
    for each in (first, second):
        aspects.use_aspect(each, False)
    aspects.save_aspect(None, association_id, "Тартип", "")
    aspects.move_aspect(first, 99)
    shown = reading.sheet(sheet_id).scores
    assert (len(shown), shown[-1].ky, shown[-2].ky) == (11, "Уюштуруу", "Тартип")
    with pytest.raises(Refused) as refused:
        aspects.remove_aspect(first)
    assert refused.value.code == "aspect_scored"
    aspects.remove_aspect(second)
    with pytest.raises(Refused, match="required"):
        aspects.save_aspect(first, association_id, " ", "\u200b")


def test_more_pupils_than_the_class_has_are_refused(people: list[int], lesson_id: int) -> None:
    sheet_id = sheets.begin(lesson_id, people[1]).value
    sheets.set_pupils(sheet_id, 28, 26)
    with pytest.raises(Refused) as refused:
        sheets.set_pupils(sheet_id, 28, 29)
    assert (refused.value.code, refused.value.field) == ("present_more_than_listed", "present")
    with pytest.raises(Refused, match="number_too_large"):
        sheets.set_pupils(sheet_id, 2**70, None)
    row = reading.sheet(sheet_id).row
    assert (row.listed, row.present) == (28, 26)


def test_a_visit_with_observations_and_advice_alone(association_id: int, people: list[int]) -> None:
    visit = add_lesson(association_id, people[2], kind="visit", aim="Өз ара үйрөнүү")
    sheet_id = sheets.begin(visit, people[1]).value
    sheets.change_sheet(sheet_id, conclusions=HOSTILE)
    advice = sheets.add_advice(sheet_id, HOSTILE).value
    sheets.add_advice(sheet_id, "Топ менен иштөө")
    found = reading.sheet(sheet_id)
    assert (found.row.visit_aim, found.observations) == ("Өз ара үйрөнүү", CLEAN)
    assert [each.text for each in found.advice] == [CLEAN, "Топ менен иштөө"]
    assert found.summary.mean is None
    sheets.remove_advice(advice)
    undo()
    redo()
    assert [each.text for each in reading.sheet(sheet_id).advice] == ["Топ менен иштөө"]
    assert {each.kind for each in search.find("топ иштоо", 10)} == {"advice"}


def test_texts_typed_live_and_a_note_on_an_aspect(people: list[int], lesson_id: int) -> None:
    sheet_id = sheets.begin(lesson_id, people[1]).value
    edits.autosave("observation", sheet_id, "strong", "Көрсөтмө курал")
    aspect_id = reading.sheet(sheet_id).scores[4].aspect_id
    edits.autosave("observation_score", sheets.score_row(sheet_id, aspect_id).value, "note", "үч окуучу гана")
    edits.close_all()
    found = reading.sheet(sheet_id)
    assert (found.row.strong, found.scores[4].note, found.scores[4].score) == ("Көрсөтмө курал", "үч окуучу гана", None)


def test_who_observes_and_when_the_teacher_read_it(association_id: int, people: list[int], lesson_id: int) -> None:
    assert sheets.usual_observer(lesson_id) is None
    appoint(association_id, "leader", people[0], since=dt.date(2026, 8, 1))
    assert sheets.usual_observer(lesson_id) is None  # the lesson is hers
    appoint(association_id, "leader", people[1], since=dt.date(2026, 9, 1))
    assert sheets.usual_observer(lesson_id) == people[1]
    sheet_id = sheets.begin(lesson_id, people[1]).value
    sheets.set_observer(sheet_id, None, "Осмонова А. К.")
    with pytest.raises(Refused) as refused:
        sheets.acquaint(sheet_id, dt.date(2026, 11, 17))
    assert (refused.value.code, refused.value.values["held"]) == ("acquainted_before_lesson", HELD)
    sheets.acquaint(sheet_id, HELD)
    row = reading.sheet(sheet_id).row
    assert (row.observed_by, row.acquainted_on) == ("Осмонова А. К.", HELD)
    with pytest.raises(Refused, match="record_missing"):
        sheets.set_observer(sheet_id, 999)


def test_only_lessons_have_a_sheet(association_id: int, people: list[int]) -> None:
    week = add_lesson(association_id, people[0], kind="week")
    with pytest.raises(Refused, match="not_a_lesson"):
        sheets.begin(week)


def test_a_year_of_sheets_is_read_in_few_queries(
    association_id: int, people: list[int], count_queries: CountQueries
) -> None:
    for at in range(12):
        lesson = add_lesson(association_id, people[at % 4], title=f"Тема {at}")
        sheet_id = sheets.begin(lesson, people[1]).value
        sheets.add_advice(sheet_id, "Сунуш")
    with count_queries() as statements:
        found = reading.sheets(association_id, 2026)
    assert [each.lesson.title for each in found] == [f"Тема {at}" for at in range(11, -1, -1)]
    assert len(statements) == 9
    assert [each.lesson.title for each in reading.sheets(association_id, 2026, after=found[-3].row.id)] == [
        "Тема 1",
        "Тема 0",
    ]
    sheets.remove_sheet(found[0].row.id)
    assert len(reading.sheets(association_id, 2026)) == 11
