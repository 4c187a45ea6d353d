"""A November in which something of every topic happened, for the journal and its paper."""

from __future__ import annotations

import datetime as dt

from db import members, protocols, records, staffing, tasks
from db.history import action
from db.journal import notes
from db.meetings import planning
from db.meetings.sheet import sheet
from db.models.control_tests import ControlTest
from db.models.curriculum import CalendarPlan, CurriculumChange, CurriculumStep
from db.models.events import Activity, ActivityMove, ActivityPerson
from db.models.norms import Norm
from db.models.observations import Observation
from db.models.plans import PlanApproval, PlanVersion
from db.models.studies import Letter, Study, StudyPerson
from tests.conftest import MakeMeeting


@action("test.make")
def make(model: type, **values: object) -> int:
    return records.insert(model, **values)


def lived(association: int, make_meeting: MakeMeeting) -> list[int]:
    """Records of every source on days of November 2026; returns the ids of the first members."""
    people = [each.person_id for each in members.members(association)]
    meeting = make_meeting(association, dt.date(2026, 11, 14))
    protocols.finalise(meeting)
    protocols.sign(meeting, dt.date(2026, 11, 16))
    cancelled = planning.plan(association, dt.date(2026, 11, 20)).value
    planning.cancel(cancelled, "карантин")
    tasks.set_state(tasks.of_meeting(meeting)[0].id, "done", dt.date(2026, 11, 17))
    year = {"association": association, "first_year": 2026}
    lesson = make(
        Activity, **year, kind="open_lesson", title="Үндүү тыбыштар", classes="4-А, 4-Б", state="held",
        held_on=dt.date(2026, 11, 11),
    ).value  # fmt: skip
    make(ActivityPerson, activity=lesson, person=people[3], position=1)
    make(ActivityPerson, activity=lesson, person=people[4], position=2, role="visitor")
    make(Activity, **year, kind="olympiad", title="Олимпиада", state="cancelled", reason="кар",
         held_on=dt.date(2026, 11, 10))  # fmt: skip
    make(Activity, **year, kind="visit", title="Алдыда", held_on=dt.date(2026, 12, 10))
    make(ActivityMove, activity=lesson, moved_on=dt.date(2026, 11, 3), old_day=dt.date(2026, 11, 4), reason="оору")
    make(Observation, activity=lesson, observer=people[1])
    test = {"kind": "feedback", "subject": "Математика", "class_name": "4-А", "teacher": people[0]}
    make(ControlTest, **year, **test, state="held", held_on=dt.date(2026, 11, 12))
    item = sheet(meeting).agenda[0].row.id
    make(Norm, **year, title="Предметтик стандарт", agenda_item=item)
    change = make(CurriculumChange, **year, text="1 саат кошулду", valid_from=dt.date(2026, 11, 2)).value
    for person in people[:2]:
        plan = make(CalendarPlan, **year, person=person, class_name="4-А", considered_on=dt.date(2026, 11, 5)).value
        make(CurriculumStep, curriculum_change=change, calendar_plan=plan, considered_on=dt.date(2026, 11, 6))
    study = make(Study, **year, title="Окуу техникасы", finished_on=dt.date(2026, 11, 18)).value
    make(StudyPerson, study=study, person=people[5], position=1)
    make(Letter, **year, title="Сурам", number="7", addressee="РОО", written_on=dt.date(2026, 11, 19))
    plan = make(
        PlanVersion,
        association=association,
        first_year=2030,
        version=1,
        content="{}",
        content_digest="",
        made_at="2026-11-01T09:00:00",
    ).value
    make(PlanApproval, plan_version=plan, step="approved", approved_on=dt.date(2026, 11, 2), name="Осмонов")
    vacancy = staffing.add_vacancy(
        association, dt.date(2026, 11, 1), subject="Математика", classes="3-Б", hours=12
    ).value
    staffing.change_vacancy(
        vacancy, filled_by_id=people[6], filled_since=dt.date(2026, 11, 8), closed_on=dt.date(2026, 11, 21)
    )
    members.leave(members.members(association)[-1].id, dt.date(2026, 11, 15))
    notes.add_note(association, "Музейге барышты", dt.date(2026, 11, 9), person_id=people[0], classes="4-А")
    return people
