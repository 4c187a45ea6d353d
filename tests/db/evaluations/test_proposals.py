"""What the records propose: figures of her own sheets, merits with their proofs, each counted once on the sheet."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from db import appointments, calendar, records
from db.evaluations import criteria, criteria_editing
from db.evaluations.criteria_rows import GivenStep
from db.evaluations.elsewhere import elsewhere
from db.evaluations.periods import open_period
from db.evaluations.points import set_points
from db.evaluations.proposals import Proposal, propose
from db.evaluations.proposing import repropose
from db.evaluations.reading import evaluation, sheets
from db.history import action
from db.members import members
from db.models.events import Activity, ActivityPerson, ActivityResult
from db.models.growth import Course, Mentoring, MethodicalWork, Practice, PracticeStep
from db.models.observations import Advice, Observation
from db.models.quality import Cohort, MarkSheet, SchoolClass, Transition
from db.quality.transition import transitions
from tests.conftest import CountQueries, MakeAssociation, MakeMeeting

SECOND = tuple(calendar.usual_year(2026).quarters)[1]
DAY = dt.date(2026, 11, 20)


@pytest.fixture
def group(make_association: MakeAssociation) -> int:
    """Twelve members and the usual criteria, adopted."""
    made = make_association()
    calendar.ensure_school_year(2026)
    criteria.adopt(criteria.ensure_default(made).value, "Педкеңеш", dt.date(2026, 8, 28))
    return made


@action("test.activity")
def held(group: int, kind: str, person: int, *others: int, day: dt.date = DAY, **fields: Any) -> int:
    """An activity that was held, with those who answer for it."""
    values = {"association": group, "first_year": 2026, "kind": kind, "state": "held", "held_on": day} | fields
    made = records.insert(Activity, **values)
    for position, each in enumerate((person, *others), start=1):
        records.insert(ActivityPerson, activity=made, role="responsible", position=position, person=each)
    return made


@action("test.rows")
def add(*given: tuple[Any, dict[str, Any]]) -> None:
    for model, values in given:
        records.insert(model, **values)


@action("test.marks")
def marks(
    cohort: int | None, year: int, grade: int, part: int, teacher: int, counted: tuple[int, ...], **more: Any
) -> int:
    """A class's sheet in mathematics: how many have 5, 4, 3, 2; returns its cohort."""
    cohort = cohort or records.insert(Cohort, school=1)
    query: Any = SchoolClass.select(SchoolClass.id).where(SchoolClass.cohort == cohort, SchoolClass.first_year == year)
    of = query.scalar() or records.insert(SchoolClass, cohort=cohort, first_year=year, grade=grade, letter="А")
    five, four, three, two = counted
    values = {"mark_5": five, "mark_4": four, "mark_3": three, "mark_2": two, "listed": sum(counted)} | more
    records.insert(
        MarkSheet, school_class=of, subject="Математика", period="quarter", part=part, teacher=teacher, **values
    )
    return cohort


def proposed(group: int, person: int) -> dict[str, Proposal]:
    """What is proposed for a person by source, in the second quarter."""
    version = criteria.versions(group)[0].id
    found = propose(group, version, [person], SECOND.begins, SECOND.ends)[person]
    sources = [each.source for section in criteria.criteria_of(version) for each in section.criteria]
    return dict(zip(sources, found, strict=True))


def points(found: dict[str, Proposal], *sources: str) -> list[int | None]:
    return [found[each].points for each in sources]


def test_figures_come_from_her_own_sheets(group: int) -> None:
    first, second, third = (each.person_id for each in members(group)[:3])
    cohort = marks(None, 2026, 4, 1, first, (4, 8, 8, 0)).value  # 60 %
    marks(cohort, 2026, 4, 2, first, (5, 8, 6, 1))  # 65 %, one fails
    found = proposed(group, first)
    assert points(found, "quality", "quality_growth", "pass_rate") == [100, 50, 30]
    (proof,) = found["quality"].proofs
    assert (proof.table, proof.text, proof.points) == ("mark_sheet", "4-А · Математика · II 65,0\xa0%", None)
    assert "I 60,0\xa0% → II 65,0\xa0%" in found["quality_growth"].proofs[0].text
    assert found["transition"].not_applicable and found["transition"].points is None
    silent = proposed(group, second)
    assert points(silent, "quality", "visit", "course") == [None] * 3
    assert proposed(group, members(group)[11].person_id)["quality"].not_applicable  # her card: 3-В, without marks
    marks(None, 2026, 4, 2, third, (0, 5, 15, 0))
    assert points(proposed(group, third), "quality", "quality_growth", "pass_rate") == [0, None, 50]


def test_a_class_handed_over_speaks_for_its_primary_teacher(group: int) -> None:
    first, second = (each.person_id for each in members(group)[:2])
    cohort = marks(None, 2025, 4, 4, first, (5, 8, 7, 0)).value  # 65 %
    marks(cohort, 2026, 5, 2, second, (4, 8, 8, 0))  # 60 %
    assert points(proposed(group, first), "transition", "quality") == [50, None]
    marks(None, 2025, 3, 4, second, (5, 8, 7, 0))  # her class is still in primary school
    assert proposed(group, second)["transition"].not_applicable
    other = marks(None, 2025, 4, 4, first, (10, 6, 4, 0)).value  # both: 72,5 → 62,5 %
    marks(other, 2026, 5, 2, second, (5, 8, 7, 0))
    found = proposed(group, first)
    assert found["transition"].points == 30
    assert found["transition"].proofs[0].text.startswith("Σ −10,0 п. п. · 5-А")


def test_the_transition_is_that_of_its_table_the_same_pupils_where_entered(group: int) -> None:
    first, second = (each.person_id for each in members(group)[:2])
    cohort = marks(None, 2025, 4, 4, first, (5, 8, 7, 0)).value  # 65 %
    marks(cohort, 2026, 5, 1, second, (4, 8, 8, 0))  # 60 %
    marks(cohort, 2026, 5, 3, second, (0, 0, 20, 0))  # after the period
    assert points(proposed(group, first), "transition") == [50]
    same = {"compared": 10, "good_before": 8, "passed_before": 10, "good_after": 7, "passed_after": 10}
    add((Transition, {"association": group, "first_year": 2026, "cohort": cohort, "subject": "Математика"} | same))
    found = proposed(group, first)["transition"]
    assert found.points == 30 and found.proofs[0].text == "5-А · Математика · 80,0\xa0% → 70,0\xa0%"
    (row,) = transitions(group, 2026)
    assert row.difference == -10


def test_merits_count_by_their_kind_with_proofs(group: int, make_meeting: MakeMeeting) -> None:
    first, second, third = (each.person_id for each in members(group)[:3])
    make_meeting(group, DAY)  # the first reports, the second is given a task
    lesson = held(group, "open_lesson", first, title="Бөлчөктөр", level="district").value
    held(group, "open_lesson", first, title="Сандар", day=SECOND.ends + dt.timedelta(days=1))
    week = held(group, "week", first, second, title="Математика жумалыгы").value
    held(group, "subject_event", second, title="Викторина", part_of=week)
    contest = held(group, "olympiad", first, title="Олимпиада", level="republic").value
    places = ("1-орун", "4-орун", "", "жеңүүчү")
    add(*((ActivityResult, {"activity": contest, "kind": "pupil", "position": n, "name": "Айдай", "place": place})
          for n, place in enumerate(places, start=1)))  # fmt: skip
    own = {"association": group, "person": first}
    practice = 1
    add(
        (Observation, {"activity": lesson, "observer": third}), (Observation, {"activity": lesson, "observer": second}),
        (Advice, {"observation": 1, "position": 1, "text": "Убакыт"}),
        (Course, own | {"topic": "Баалоо", "certified_on": DAY}), (Practice, own | {"topic": "Оюн"}),
        (PracticeStep, {"practice": practice, "stage": "study", "done_on": DAY}),
        (PracticeStep, {"practice": practice, "stage": "spread", "level": "school", "done_on": DAY}),
        (Mentoring, {"association": group, "mentor": first, "novice": third, "begins": dt.date(2026, 9, 1)}),
        (MethodicalWork, own | {"kind": "seminar", "title": "Семинар", "held_on": DAY}),
        (MethodicalWork, own | {"kind": "other", "title": "Башка", "held_on": DAY}),
    )  # fmt: skip
    appointments.appoint(group, "leader", first, since=dt.date(2026, 8, 25))
    found = proposed(group, first)
    sources = ("open_lesson", "extracurricular", "contest", "methodical_work", "practice", "visit", "course")
    assert points(found, *sources) == [50, 40, 120, 50, 30, None, 30]
    assert points(found, "mentoring", "leadership", "attendance", "tasks", "") == [30, 50, 50, None, None]
    assert [each.points for each in found["contest"].proofs] == [80, 40]
    assert found["open_lesson"].proofs[0].text == "20.11.2026 · Бөлчөктөр"
    assert points(proposed(group, second), "extracurricular", "visit") == [40, None]
    assert points(proposed(group, third), "visit") == [10]


def test_a_record_counts_once_on_the_whole_sheet(group: int) -> None:
    first = members(group)[0].person_id
    held(group, "open_lesson", first, title="Бөлчөктөр")
    version = criteria.new_version(group).value
    section = criteria.criteria_of(version)[-1].id
    twice = {"ky": "Ачык сабак дагы", "rule": "item", "most": 50, "source": "open_lesson"}
    criteria_editing.save_criterion(None, section, [GivenStep(50)], **twice)
    *_, last = propose(group, version, [first], SECOND.begins, SECOND.ends)[first]
    assert last.points is None and last.proofs == ()


def test_a_record_that_a_given_figure_rests_on_is_not_proposed_again_and_says_where_it_counts(group: int) -> None:
    first = members(group)[0].person_id
    held(group, "open_lesson", first, title="Бөлчөктөр")
    version = criteria.new_version(group).value
    section = criteria.criteria_of(version)[-1].id
    again = {"ky": "Ачык сабак дагы", "rule": "item", "most": 100, "source": "open_lesson"}
    last = criteria_editing.save_criterion(None, section, [GivenStep(50)], **again).value
    criteria.adopt(version, "Педкеңеш", dt.date(2026, 9, 1))
    period = open_period(group, 2026, "quarter", 2).value
    sheet = sheets(period)[0]
    lesson = next(line for line in sheet.lines if line.asked.source == "open_lesson")
    (told,) = elsewhere(evaluation(period), sheet)[last]
    assert (told.number, told.texts) == (lesson.number, ("20.11.2026 · Бөлчөктөр",))
    set_points(sheet.row.id, lesson.asked.id, "association", lesson.point.proposed)
    held(group, "open_lesson", first, title="Сандар", day=DAY + dt.timedelta(days=1))
    repropose(period)
    new = sheets(period)[0].line(last)
    assert new is not None and new.point.proposed == 50  # the new lesson alone, not the one that counts already
    assert [each.text for each in new.proofs] == ["21.11.2026 · Сандар"]


def test_proposals_are_written_into_the_sheets_of_a_period(group: int) -> None:
    first = members(group)[0].person_id
    held(group, "open_lesson", first, title="Бөлчөктөр")
    marks(None, 2026, 4, 2, first, (5, 8, 6, 1))
    period = open_period(group, 2026, "quarter", 2).value
    assert repropose(period).value == 0  # opening the period read the records already
    lines = {line.asked.source: line for line in sheets(period)[0].lines}
    assert [lines[each].point.proposed for each in ("quality", "pass_rate", "open_lesson")] == [100, 30, 30]
    assert [len(lines[each].proofs) for each in ("quality", "pass_rate", "open_lesson")] == [1, 1, 1]


def test_twelve_cost_as_many_queries_as_one(group: int, count_queries: CountQueries) -> None:
    people = [each.person_id for each in members(group)]
    for each in people:
        held(group, "open_lesson", each, title="Сабак")
        marks(None, 2026, 4, 2, each, (5, 8, 6, 1))
    version, counted = criteria.versions(group)[0].id, []
    for asked in (people[:1], people):
        with count_queries() as statements:
            found = propose(group, version, asked, SECOND.begins, SECOND.ends)
        counted.append(len(statements))
    assert counted[0] == counted[1] <= 30
    assert len(found) == 12 and all(len(each) == 17 for each in found.values())
    assert propose(group, version, people[::-1], SECOND.begins, SECOND.ends) == found
