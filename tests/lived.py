"""A quarter lived through on an empty year: what a leader does from the plan's approval to the quarter's end.

A plan from the template is approved; two meetings, three open lessons with their analyses, a subject week, a document
studied, a change of the curriculum with four calendar plans and two tests; the quarter's dates move in the middle.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from db import appointments, calendar, own_tasks, remarks, schools, staffing, tasks
from db.control_tests.results import set_requirements, set_results
from db.control_tests.works import add_works, change_work
from db.curriculum import changes, plans, steps
from db.events import activities, results
from db.journal.notes import add_note
from db.meetings import agenda, deciding, planning
from db.members import members
from db.norms import register, studying
from db.observations import aspects, sheets
from db.plans import approvals, fulfilling, heads, lines, yearly
from db.rules.calendar import Span
from db.studies import letters, parts, studies

YEAR = 2026
END = dt.date(2026, 11, 8)
"""The day on which the quarter is looked at."""
FIRST, MIDDLE, SECOND = dt.date(2026, 8, 28), dt.date(2026, 10, 1), dt.date(2026, 10, 16)
QUARTERS = (
    Span(1, dt.date(2026, 9, 1), dt.date(2026, 11, 4)),
    Span(2, dt.date(2026, 11, 10), dt.date(2026, 12, 30)),
    Span(3, dt.date(2027, 1, 12), dt.date(2027, 3, 19)),
    Span(4, dt.date(2027, 3, 29), dt.date(2027, 5, 25)),
)
MOVED = (
    Span(1, QUARTERS[0].begins, dt.date(2026, 10, 31)),
    Span(2, dt.date(2026, 11, 9), QUARTERS[1].ends),
    *QUARTERS[2:],
)
"""The school moved the end of the first quarter and the beginning of the second."""


@dataclass
class Quarter:
    """What was made, by ids."""

    association_id: int
    people: list[int]
    planned: int = 0
    meetings: list[int] = field(default_factory=list)
    items: list[int] = field(default_factory=list)
    lessons: list[int] = field(default_factory=list)
    sheets: list[int] = field(default_factory=list)
    advice: list[int] = field(default_factory=list)
    week: int = 0
    norm: int = 0
    change: int = 0
    calendar_plans: list[int] = field(default_factory=list)
    tests: list[int] = field(default_factory=list)
    study: int = 0
    letter: int = 0


def live(association_id: int) -> Quarter:
    """Live the quarter through; the association has twelve members and nothing else."""
    of = Quarter(association_id, [each.person_id for each in members(association_id)])
    _begin(of)
    _approve_plan(of)
    _study_norm(of)
    _change_curriculum(of)
    _write_tests(of)
    calendar.save_school_year(YEAR, MOVED[0].begins, MOVED[3].ends, MOVED)
    _give_lessons(of)
    _hold_week(of)
    _hold_second(of)
    _rest(of)
    return of


def _begin(of: Quarter) -> None:
    schools.save_school(
        director="А. Т. Осмонов", head_of_studies="Г. Т. Эсенова", place_ky="Нарын ш.", place_ru="г. Нарын"
    )
    calendar.save_school_year(YEAR, QUARTERS[0].begins, QUARTERS[3].ends, QUARTERS)
    appointments.appoint(of.association_id, "leader", of.people[1], since=dt.date(2026, 8, 1))
    appointments.appoint(of.association_id, "secretary", of.people[0], since=dt.date(2026, 8, 1))


def _hold(of: Quarter, on: dt.date, *titles: str) -> None:
    """A meeting with these questions, each reported on by the leader."""
    meeting_id = planning.plan(of.association_id, on, "14:00", "№ 12 кабинет").value
    of.meetings.append(meeting_id)
    of.items += [agenda.add(meeting_id, title, reporter_id=of.people[1]).value for title in titles]
    planning.start(meeting_id, "14:10")


def _approve_plan(of: Quarter) -> None:
    of.planned = yearly.start_from_template(of.association_id, YEAR, "ky").value
    head = {"theme": "Сапатты көтөрүү", "goals": "Тоскоолдуксуз өтүү", "tasks": "Ачык сабактар"}
    heads.save_head(of.association_id, YEAR, **head)
    _hold(of, FIRST, "Жылдык иш планын талкуулоо жөнүндө", "Окуу планындагы өзгөртүүлөр жөнүндө")
    deciding.add_decision(of.items[0], "План бекитилсин.", [of.people[1]], dt.date(2026, 9, 1))
    planning.end(of.meetings[0], "15:00")
    approvals.hand_in(of.association_id, YEAR)
    version = approvals.versions(of.association_id, YEAR)[0]
    approvals.approve(version.id, "considered", FIRST, of.meetings[0])
    approvals.approve(version.id, "agreed", dt.date(2026, 8, 31), name="Г. Т. Эсенова")
    approvals.approve(version.id, "approved", dt.date(2026, 9, 1), name="А. Т. Осмонов")


def _study_norm(of: Quarter) -> None:
    fields = {"kind": "order", "number": "1097", "issued_on": dt.date(2020, 12, 28), "issuer": "Министрлик"}
    title = "Мугалимдин документтеринин тизмеси"
    saved = register.save_norm(None, of.association_id, YEAR, title=title, study_by=dt.date(2026, 9, 30), **fields)
    of.norm = saved.value
    studying.study(of.norm, of.items[1])


def _change_curriculum(of: Quarter) -> None:
    for person, subject, class_name in (
        (2, "математика", "1-А"), (5, "математика", "1-Б"), (2, "алиппе", "1-А"), (5, "алиппе", "1-Б"),
    ):  # fmt: skip
        fields = {"subject": subject, "class_name": class_name, "hours_week": "5", "hours_year": 170}
        saved = plans.save_plan(None, of.association_id, YEAR, person_id=of.people[person], **fields)
        of.calendar_plans.append(saved.value)
    plans.set_step(of.calendar_plans, "considered", None, of.meetings[0])
    plans.set_step(of.calendar_plans, "agreed", dt.date(2026, 9, 2))
    what = {"text": "1-класста математика 5 саатка көбөйдү", "subjects": "математика", "classes": "1-А, 1-Б"}
    saved = changes.save_change(None, of.association_id, YEAR, valid_from=dt.date(2026, 9, 1), **what)
    of.change = saved.value
    changes.discuss(of.change, of.items[1])
    asked = of.calendar_plans[:2]
    steps.set_step(of.change, asked, "corrected", dt.date(2026, 9, 8))
    steps.set_step(of.change, asked, "considered", None, of.meetings[0])
    steps.set_step(of.change, asked[:1], "agreed", dt.date(2026, 9, 9))


def _write_tests(of: Quarter) -> None:
    places = [("1-А", of.people[2]), ("1-Б", of.people[5])]
    about = {"kind": "feedback", "subject": "математика", "reason": "окуу планындагы өзгөртүү"}
    of.tests = add_works(of.association_id, YEAR, places, held_on=dt.date(2026, 10, 2), lesson=2, **about).value
    set_results(of.tests[0], 28, 26, {5: 6, 4: 10, 3: 8, 2: 2})
    set_requirements(of.tests[0], [("10го чейин санайт", 24), ("сандарды салыштырат", 11)])
    change_work(of.tests[0], mistakes="сандарды салыштыруу", measures="жуптарда иштөө")
    steps.link_test(of.change, of.calendar_plans[0], of.tests[0])


def _give_lessons(of: Quarter) -> None:
    for person, class_name, day in ((2, "1-А", 6), (5, "1-Б", 7), (3, "2-В", 8)):
        held_on = dt.date(2026, 10, day)
        about = {"subject": "математика", "classes": class_name, "lesson": 3, "level": "school", "held_on": held_on}
        lesson = activities.add_activity(
            of.association_id, YEAR, "open_lesson", f"Сандар, {class_name}", responsible_ids=[of.people[person]],
            visitor_ids=[of.people[1]], guests=["Г. Т. Эсенова, окуу бөлүмүнүн башчысы"], **about,
        ).value  # fmt: skip
        activities.hold_activity(lesson, held_on)
        of.lessons.append(lesson)
        of.sheets.append(_sheet(of, lesson, held_on))
    visit = activities.add_activity(
        of.association_id, YEAR, "visit", "Кошуу", responsible_ids=[of.people[6]], visitor_ids=[of.people[3]],
        subject="математика", classes="2-А", lesson=2, held_on=dt.date(2026, 10, 12), aim="Тажрыйба үйрөнүү",
    ).value  # fmt: skip
    activities.hold_activity(visit, dt.date(2026, 10, 12))
    sheet = sheets.begin(visit, of.people[3]).value
    sheets.change_sheet(sheet, conclusions="Топтордо иштөө так уюштурулган.")
    sheets.add_advice(sheet, "Рефлексияга убакыт калтыруу.")


def _sheet(of: Quarter, lesson: int, held_on: dt.date) -> int:
    sheet = sheets.begin(lesson, of.people[1]).value
    sheets.set_pupils(sheet, 28, 26)
    sheets.change_sheet(sheet, visit_aim="Усулдук жардам", learning_aim="Сандарды тааныйт", strong="Максаты так.")
    sheets.change_sheet(sheet, weak="Убакыт жетпеди.", conclusions="Максатына жетти.", self_analysis="Шашылдым.")
    for aspect in aspects.aspects(of.association_id):
        sheets.give_score(sheet, aspect.id, 3)
    of.advice.append(sheets.add_advice(sheet, "Карточка даярдоо.").value)
    sheets.acquaint(sheet, held_on + dt.timedelta(days=1))
    return sheet


def _hold_week(of: Quarter) -> None:
    first, last = dt.date(2026, 10, 19), dt.date(2026, 10, 24)
    lead = {"responsible_ids": [of.people[4]]}
    of.week = activities.add_activity(
        of.association_id, YEAR, "week", "Математика жумалыгы", **lead, subject="математика", classes="1–4-класстар",
        held_on=first, ends_on=last, aim="Кызыгууну арттыруу", tasks="Ар бир класс катышат", participants=84,
        course="Күн сайын бир иш-чара өттү", results="84 окуучу катышты", conclusion="Жыл сайын өткөрүлсүн",
    ).value  # fmt: skip
    for place, title in enumerate(("Ребустар күнү", "Эстафета")):
        day = first + dt.timedelta(days=place)
        about = {"part_of_id": of.week, "classes": "3-А", "held_on": day, "subject": "математика"}
        event = activities.add_activity(of.association_id, YEAR, "subject_event", title, **lead, **about).value
        activities.hold_activity(event, day)
    results.save_result(None, of.week, "class", class_name="3-А", place="1-орун", award="диплом")
    results.save_result(None, of.week, "pupil", name="Асылбекова Айдана", class_name="3-Б", award="мактоо баракчасы")
    activities.hold_activity(of.week, last)
    line = next(each for each in lines.lines(of.association_id, YEAR, END) if each.kind == "subject_event")
    fulfilling.fulfil(line.id, "activity", of.week)


def _hold_second(of: Quarter) -> None:
    _hold(of, SECOND, "Ачык сабактардын графиги жөнүндө")
    text, term = "Кириш текшерүү иштеринин анализи тапшырылсын.", dt.date(2026, 10, 30)
    deciding.add_decision(of.items[-1], text, [of.people[2]], term)
    deciding.add_decision(of.items[-1], "График түзүлсүн.", [of.people[3]], dt.date(2026, 11, 20))
    planning.end(of.meetings[1], "15:00")
    tasks.set_state(tasks.of_meeting(of.meetings[1])[0].id, "done", dt.date(2026, 10, 28))


def _rest(of: Quarter) -> None:
    """A study that ends in a memo, a letter, a promise of its own, a remark, a note, a vacancy."""
    about = {"title": "1-А классында математика", "subject": "математика", "classes": "1-А", "aim": "Абалын билүү"}
    memo = {"findings": "Максат коюлат.", "conclusions": "Иш жакшы.", "suggestions": "Дептерлер текшерилсин."}
    days = {"begins": dt.date(2026, 10, 5), "ends": dt.date(2026, 10, 24)}
    of.study = studies.save_study(None, of.association_id, YEAR, people=[of.people[1]], **about, **memo, **days).value
    parts.add_part(of.study, "visit", activity_id=of.lessons[0])
    parts.add_part(of.study, "test", control_test_id=of.tests[0])
    parts.add_part(of.study, "notebooks", held_on=dt.date(2026, 10, 21), class_name="1-А", text="28 дептер текшерилди")
    studies.finish(of.study, dt.date(2026, 10, 26))
    said = {"number": "1", "addressee": "Райондук билим берүү бөлүмүнө", "title": "Курс жөнүндө", "body": "Сурайбыз."}
    of.letter = letters.save_letter(None, of.association_id, YEAR, written_on=dt.date(2026, 10, 27), **said).value
    given, term = dt.date(2026, 10, 7), dt.date(2026, 11, 13)
    own_tasks.add_task(of.association_id, "Үч деңгээлдүү карточка даярдоо", [of.people[2]], term, given)
    remarks.add_remark(of.association_id, of.people[5], "remark", given, "Күндөлүк кечикти")
    add_note(of.association_id, "Мугалимдер күнү белгиленди", dt.date(2026, 10, 5))
    gap = {"subject": "дене тарбия", "classes": "2-Б", "hours": 2, "reason": "мугалим жок", "reported_to": "директорго"}
    staffing.add_vacancy(of.association_id, dt.date(2026, 9, 1), **gap)
