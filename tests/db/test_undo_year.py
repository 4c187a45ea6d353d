"""Every action on the year's records can be taken back and done again, and leaves whole rows behind."""

from __future__ import annotations

import ast
import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import db
from db import connection, kept, own_tasks, remarks, staffing, tasks, undo
from db.associations import save_association
from db.checking import check
from db.connection import execute
from db.control_tests import results as marks
from db.control_tests import works
from db.curriculum import changes, entry, plans, steps
from db.events import activities, results
from db.history import Change
from db.journal import notes
from db.meetings import discussion, planning
from db.members import add_members
from db.norms import keeping, register, studying
from db.observations import aspects, sheets
from db.plans import fulfilling, lines, sections
from db.schools import save_school
from db.studies import letters, parts, studies
from db.ties import making
from tests.conftest import TEACHERS
from tests.db.core import everything
from tests.lived import YEAR, Quarter, live

DAY = dt.date(2026, 11, 7)
LATER = dt.date(2026, 11, 20)
TOPICS = ("control_tests", "curriculum", "events", "journal", "norms", "observations", "studies", "ties")
FILES = ("kept", "own_tasks", "remarks", "staffing", "tasks", "plans/fulfilling")

Action = Callable[[], Change[object]]
Actions = dict[str, Action]


@pytest.fixture(scope="module")
def quarter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Quarter]:
    """A lived quarter; every test leaves it as it was."""
    connection.open_for_writing(tmp_path_factory.mktemp("lived"))
    association_id = save_association(None, school_id=save_school(name_ky="№ 7").value, name_ky="УБ").value
    add_members(association_id, TEACHERS)
    yield live(association_id)
    connection.close()


@pytest.fixture(scope="module")
def lived(quarter: Quarter) -> Actions:
    """Each action on the quarter."""
    of = quarter
    return {**_events(of), **_sheets(of), **_tests(of), **_papers(of), **_teaching(of), **_promises(of)}


def _events(of: Quarter) -> Actions:
    line = next(each.id for each in lines.lines(of.association_id, YEAR, DAY) if each.kind == "open_lesson")
    ahead = activities.add_activity(
        of.association_id, YEAR, "week", "Жумалык", held_on=dt.date(2026, 11, 16), ends_on=LATER
    ).value
    activities.add_activity(
        of.association_id, YEAR, "subject_event", "Ребус", part_of_id=ahead, held_on=dt.date(2026, 11, 17)
    )
    empty = activities.add_activity(of.association_id, YEAR, "contest", "Конкурс").value
    result = results.save_result(None, ahead, "class", class_name="4-А").value
    section = sections.sections(of.association_id)[0].id
    return {
        "activity.add": lambda: activities.add_activity(
            of.association_id, YEAR, "open_lesson", "а", responsible_ids=of.people[:2], guests=["б"]
        ),
        "activity.from_line": lambda: activities.add_from_line(line, responsible_ids=of.people[:1]),
        "activity.change": lambda: activities.change_activity(
            of.lessons[0], title="о", responsible_ids=of.people[:1], visitor_ids=of.people[4:6], guests=["Конок"]
        ),
        "activity.hold": lambda: activities.hold_activity(empty, DAY),
        "activity.move": lambda: activities.move_activity(ahead, DAY, "кар", held_on=dt.date(2026, 11, 23)),
        "activity.cancel": lambda: activities.cancel_activity(ahead, "кар"),
        "activity.reopen": lambda: activities.reopen_activity(of.week),
        "activity.remove": lambda: activities.remove_activity(empty),
        "activity_result.save": lambda: results.save_result(None, of.week, "pupil", name="а"),
        "activity_result.remove": lambda: results.remove_result(result),
        "plan_line.fulfil": lambda: fulfilling.fulfil(line, "activity", of.lessons[0]),
        "plan_line.beyond": lambda: fulfilling.beyond("activity", of.lessons[1], section),
    }


def _sheets(of: Quarter) -> Actions:
    aspect = aspects.aspects(of.association_id)[0].id
    unscored = aspects.save_aspect(None, of.association_id, "Жаңы", "").value
    of_sheet = of.sheets[0]
    return {
        "observation.begin": lambda: sheets.begin(of.lessons[1], of.people[3]),
        "observation.observer": lambda: sheets.set_observer(of_sheet, None, "Конок"),
        "observation.change": lambda: sheets.change_sheet(of_sheet, strong="о", weak="п"),
        "observation.pupils": lambda: sheets.set_pupils(of_sheet, 20, 19),
        "observation.score": lambda: sheets.give_score(of_sheet, aspect, 1),
        "observation.note": lambda: sheets.score_row(of_sheet, unscored),
        "observation.acquaint": lambda: sheets.acquaint(of_sheet, None),
        "observation.remove": lambda: sheets.remove_sheet(of_sheet),
        "advice.add": lambda: sheets.add_advice(of_sheet, "а"),
        "advice.remove": lambda: sheets.remove_advice(of.advice[0]),
        "aspect.save": lambda: aspects.save_aspect(aspect, of.association_id, "о", ""),
        "aspect.use": lambda: aspects.use_aspect(aspect, False),
        "aspect.place": lambda: aspects.move_aspect(aspect, 3),
        "aspect.remove": lambda: aspects.remove_aspect(unscored),
    }


def _tests(of: Quarter) -> Actions:
    first, second = of.tests
    known = _requirements(first)
    free = works.add_works(of.association_id, YEAR, [("2-В", None)], kind="entry", subject="математика").value[0]
    called_off = works.add_works(of.association_id, YEAR, [("2-Б", None)], kind="entry", subject="математика").value[0]
    works.cancel(called_off, "кар")
    return {
        "control_test.add": lambda: works.add_works(
            of.association_id, YEAR, [("3-А", of.people[0]), ("3-Б", None)], kind="entry", subject="окуу"
        ),
        "control_test.change": lambda: works.change_work(second, subject="окуу", room="3"),
        "control_test.hold": lambda: works.hold(second),
        "control_test.cancel": lambda: works.cancel(second, "кар"),
        "control_test.reopen": lambda: works.reopen(called_off),
        "control_test.remove": lambda: works.remove_work(free),
        "control_test.results": lambda: marks.set_results(first, 28, 25, {5: 25, 4: 0, 3: 0, 2: 0}),
        "control_test.no_results": lambda: marks.remove_results(first),
        "control_test.requirements": lambda: marks.set_requirements(first, [("а", 1), ("б", 2), ("в", None)]),
        "control_test.take_requirements": lambda: marks.take_requirements(second, first),
        "control_test.mastered": lambda: marks.set_mastered(known[0], 3),
    }


def _requirements(work_id: int) -> list[int]:
    return [row for (row,) in execute("SELECT id FROM control_test_requirement WHERE control_test_id = ?", (work_id,))]


def _papers(of: Quarter) -> Actions:
    part = parts.of_study(of.study)[-1].id
    about = {"title": "а", "people": of.people[:2]}
    return {
        "study.save": lambda: studies.save_study(of.study, of.association_id, YEAR, **about),
        "study.finish": lambda: studies.finish(of.study, None),
        "study.remove": lambda: studies.remove_study(of.study),
        "study_part.add": lambda: parts.add_part(of.study, "other", text="а"),
        "study_part.add_all": lambda: parts.add_offered(
            of.study, [parts.of_lesson(activities.activity(of.lessons[1]))]
        ),
        "study_part.change": lambda: parts.change_part(part, text="о"),
        "study_part.remove": lambda: parts.remove_part(part),
        "letter.save": lambda: letters.save_letter(None, of.association_id, YEAR, title="а", body="б"),
        "letter.remove": lambda: letters.remove_letter(of.letter),
        "note.add": lambda: notes.add_note(of.association_id, "а", DAY),
        "note.change": lambda: notes.change_note(1, text="о", person_id=of.people[0]),
        "note.remove": lambda: notes.remove_note(1),
        "vacancy.add": lambda: staffing.add_vacancy(of.association_id, DAY, subject="а"),
        "vacancy.change": lambda: staffing.change_vacancy(1, filled_by_id=of.people[0], filled_since=DAY),
        "vacancy.remove": lambda: staffing.remove_vacancy(1),
        "settings.kept": lambda: kept.keep(of.association_id, "tests", False),
    }


def _teaching(of: Quarter) -> Actions:
    newer = register.save_norm(None, of.association_id, YEAR, title="Жаңысы", number="1").value
    with_old = register.save_norm(None, of.association_id, YEAR, title="Эскиси", number="0").value
    register.replace(with_old, newer)
    plan, other = of.calendar_plans[:2]
    steps.set_not_needed(of.change, [other])
    typed = "Асанова 4А математика 5/170"
    return {
        "norm.save": lambda: register.save_norm(of.norm, of.association_id, YEAR, title="о"),
        "norm.replace": lambda: register.replace(of.norm, newer),
        "norm.state": lambda: register.set_state(of.norm, "void"),
        "norm.remove": lambda: register.remove_norm(newer),
        "norm.file": lambda: keeping.set_file(of.norm, "а.pdf"),
        "norm.study": lambda: studying.study(newer, of.items[1]),
        "norm.unstudy": lambda: studying.take_back_study(of.norm, DAY),
        "norm.read": lambda: studying.mark_read(newer, of.people[:3], DAY),
        "norm.unread": lambda: studying.mark_unread(of.norm, of.people[:3]),
        "curriculum.save": lambda: changes.save_change(of.change, of.association_id, YEAR, text="о", norm_id=of.norm),
        "curriculum.discuss": lambda: changes.discuss(of.change, None),
        "curriculum.remove": lambda: changes.remove_change(of.change),
        "curriculum.step": lambda: steps.set_step(of.change, of.calendar_plans, "approved", DAY),
        "curriculum.not_needed": lambda: steps.set_not_needed(of.change, [plan], only_test=True),
        "curriculum.needed": lambda: steps.set_needed(of.change, [other]),
        "curriculum.test": lambda: steps.link_test(of.change, other, of.tests[1]),
        "curriculum.note": lambda: steps.set_note(of.change, plan, "а"),
        "calendar_plan.save": lambda: plans.save_plan(plan, of.association_id, YEAR, hours_week="6"),
        "calendar_plan.step": lambda: plans.set_step(of.calendar_plans, "approved", DAY),
        "calendar_plan.remove": lambda: plans.remove_plans(of.calendar_plans),
        "calendar_plan.add_lines": lambda: entry.add_lines(of.association_id, YEAR, typed),
    }


def _promises(of: Quarter) -> Actions:
    own = own_tasks.add_task(of.association_id, "Карточка", of.people[:2], LATER, DAY).value
    planned = planning.plan(of.association_id, LATER, "14:00").value
    section = sections.sections(of.association_id)[0].id
    speech = discussion.add_speech(of.items[-1], "remark", of.people[1], text="Кечикти").value
    remark = remarks.add_remark(of.association_id, of.people[2], "remark", DAY, "а").value
    term = {"term": "month", "month": 12}
    return {
        "task.add": lambda: own_tasks.add_task(of.association_id, "а", of.people[:2], LATER, DAY),
        "task.change": lambda: own_tasks.change_task(own, of.people[1:3], text="о"),
        "task.remove": lambda: own_tasks.remove_task(own),
        "task.make": lambda: making.make_task("advice", of.advice[0], "а", of.people[:1], LATER, DAY),
        "task.set": lambda: tasks.set_state(own, "done", DAY),
        "task.review": lambda: tasks.review(of.meetings[1], own, "partly", "а"),
        "item.make": lambda: making.make_item("control_test", of.tests[0], planned, "а"),
        "plan_line.make": lambda: making.make_line("norm", of.norm, section, "а", first_year=YEAR, **term),
        "remark.add": lambda: remarks.add_remark(of.association_id, of.people[1], "opinion", DAY, "а"),
        "remark.change": lambda: remarks.change_remark(remark, text="о", answer="ооба"),
        "remark.follow": lambda: remarks.follow_speech(speech, of.people[3], answer="ооба"),
        "remark.remove": lambda: remarks.remove_remark(remark),
    }


def written() -> set[str]:
    """The codes of all actions of these topics, as the source has them."""
    root = Path(str(db.__path__[0]))
    files = [path for topic in TOPICS for path in (root / topic).glob("*.py")]
    files += [root / f"{name}.py" for name in FILES]
    return {
        call.args[0].value
        for path in files
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
        for call in node.decorator_list
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "action"
        and isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str)
    }  # fmt: skip


CODES = sorted(written() - {"aspect.load_stock"})
"""The stock of aspects comes with the first sheet."""


@pytest.mark.parametrize("code", CODES)
def test_an_action_is_taken_back_and_done_again(lived: Actions, code: str) -> None:
    before = everything()
    assert lived[code]().seq > 0
    assert execute("SELECT action FROM event ORDER BY id DESC LIMIT 1") == [(code,)]
    after = everything()
    assert after != before
    undo.undo()
    standing = {table: [row for row in found if row in before[table]] for table, found in everything().items()}
    assert standing == before
    undo.redo()
    assert everything() == after
    undo.undo()
    assert lived[code]().seq > 0  # what was taken away is not in the way of the same once more
    undo.undo()


def test_what_was_done_and_taken_back_is_whole(lived: Actions) -> None:
    assert check() == []


def test_what_was_taken_back_does_not_return_with_what_comes_after(lived: Actions, quarter: Quarter) -> None:
    change_id, plan_id = quarter.change, quarter.calendar_plans[3]
    steps.set_step(change_id, [plan_id], "corrected", DAY)
    undo.undo()
    steps.set_step(change_id, [plan_id], "agreed", DAY)
    (row,) = execute("SELECT corrected_on, agreed_on FROM curriculum_step WHERE calendar_plan_id = ?", (plan_id,))
    assert row == (None, DAY.isoformat())
    undo.undo()
    speech = discussion.add_speech(quarter.items[-1], "remark", quarter.people[1], text="Дагы кечикти").value
    remark_id = remarks.follow_speech(speech, quarter.people[3], answer="ооба", due=LATER).value
    remarks.remove_remark(remark_id)
    assert remarks.follow_speech(speech, quarter.people[4]).value == remark_id
    found = remarks.remark(remark_id)
    assert (found.person_id, found.answer, found.due) == (quarter.people[4], "", None)
