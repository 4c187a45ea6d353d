"""The time line: every kind of moment out of its record, what stays out, pages, one query."""

from __future__ import annotations

import datetime as dt

import pytest

from db import own_tasks, remarks, tasks
from db.events import activities, results
from db.growth import keeping
from db.growth.timeline import KINDS, Moment, page, timeline, timelines
from db.meetings import attending, discussion
from db.meetings.sheet import sheet
from db.norms import register, studying
from db.observations import sheets
from db.ties import making
from tests.conftest import CountQueries, MakeAssociation, MakeMeeting

HELD = dt.date(2026, 11, 14)
FIRST, LAST = dt.date(2026, 8, 1), dt.date(2027, 7, 31)


def _lesson(association_id: int, kind: str, responsible: int, visitor: int, day: dt.date = HELD) -> int:
    made = activities.add_activity(
        association_id, 2026, kind, "Бөлчөктөр", responsible_ids=[responsible], visitor_ids=[visitor], held_on=day
    )
    activities.hold_activity(made.value, day)
    return made.value


@pytest.fixture
def lived(association_id: int, people: list[int], make_meeting: MakeMeeting) -> int:
    """A year of the second teacher: one record for every kind of moment, and remarks that must stay out."""
    who, other = people[1], people[0]
    meeting_id = make_meeting(association_id, HELD)
    item_id = sheet(meeting_id).agenda[0].row.id
    discussion.add_speech(item_id, "remark", who, text="Жашыруун эскертүү")
    given = remarks.add_remark(association_id, who, "remark", HELD, "Журнал толтурулсун").value
    making.make_task("remark", given, "Эскертүүдөн иш", [who], None, HELD)
    attending.mark(sheet(meeting_id).attendance[1].id, "absent", "ill")
    tasks.set_state(own_tasks.add_task(association_id, "Көрсөтмө куралдар", [who], None, HELD).value, "done", HELD)
    for kind in ("open_lesson", "visit"):
        lesson = _lesson(association_id, kind, who, other)
    _lesson(association_id, "open_lesson", other, who)
    sheets.begin(lesson, who)
    contest = activities.add_activity(
        association_id, 2026, "contest", "Сынак", responsible_ids=[who], held_on=HELD
    ).value
    activities.hold_activity(contest, HELD)
    results.save_result(None, contest, "pupil", name="Асанов Бакыт", place="1-орун")
    norm = register.save_norm(None, association_id, 2026, title="Стандарт").value
    studying.mark_read(norm, [who], HELD)
    keeping.add("course", association_id, who, topic="Баалоо", ends=HELD)
    keeping.add("attestation", association_id, who, category="first", given_on=HELD)
    topic = keeping.add("self_education", association_id, who, topic="Ой жүгүртүү", first_year=2026).value
    keeping.add_part("self_education_stage", topic, text="Окуу", done_on=HELD)
    practice = keeping.add("practice", association_id, who, topic="Топтук иш").value
    keeping.add_part("practice_step", practice, stage="study", done_on=HELD)
    keeping.add("mentoring", association_id, who, novice_id=other, begins=HELD)
    keeping.add("mentoring", association_id, other, novice_id=who, begins=HELD)
    keeping.add("award", association_id, who, title="Ардак грамота", year=2026)
    keeping.add("methodical_work", association_id, who, title="Семинар", held_on=HELD)
    return who


def test_every_kind_of_record_gives_its_moment(association_id: int, people: list[int], lived: int) -> None:
    found = timeline(association_id, lived, FIRST, LAST)
    assert {each.kind for each in found} == set(KINDS) - {"reported"}
    assert {each.kind for each in timeline(association_id, people[0], FIRST, LAST)} >= {"reported", "visited"}
    assert not any("скертүү" in each.title for each in found)
    award = next(each for each in found if each.kind == "award")
    assert (award.day, award.exact) == (dt.date(2026, 12, 31), False)
    assert found[0] == award
    assert [each.day for each in found] == sorted((each.day for each in found), reverse=True)


def test_many_people_are_read_in_one_query(
    association_id: int, people: list[int], lived: int, count_queries: CountQueries
) -> None:
    with count_queries() as statements:
        found = timelines(association_id, people, FIRST, LAST)
    assert len(statements) == 1
    assert found[lived] == timeline(association_id, lived, FIRST, LAST)
    assert found[people[5]] == ()
    assert timeline(association_id, lived, dt.date(2027, 1, 1), LAST) == ()


def test_pages_follow_one_another(association_id: int, lived: int) -> None:
    whole = page(association_id, lived)
    paged: list[Moment] = []
    while part := page(association_id, lived, before=paged[-1] if paged else None, most=5):
        paged += part
    assert tuple(paged) == whole
    assert {each.kind for each in page(association_id, lived, ["course"])} == {"course"}


def test_meetings_of_another_association_stay_there(
    association_id: int, lived: int, make_association: MakeAssociation
) -> None:
    other = make_association(2, name_ky="Математика")
    kinds = {each.kind for each in timeline(other, lived, FIRST, LAST)}
    assert not kinds & {"spoke", "proposed", "promised", "did", "absent"}
    assert "course" in kinds
