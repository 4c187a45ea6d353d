"""The screens of the year's records with hostile text in every field: shown as typed, and every key gets through."""

from __future__ import annotations

import datetime as dt
from typing import Any

from textual.pilot import Pilot

from db import own_tasks, remarks, search, staffing
from db.associations import association
from db.connection import execute
from db.control_tests import results as marks
from db.control_tests import works
from db.curriculum import changes, plans, steps
from db.evaluations import appeals, criteria, criteria_editing, periods, points
from db.evaluations import reading as evaluated
from db.evaluations.switches import switch
from db.events import activities, results
from db.journal import notes
from db.journal.sources import SOURCES
from db.meetings import discussion
from db.meetings.sheet import item_rows
from db.models.all import BY_TABLE
from db.norms import register
from db.observations import aspects, sheets
from db.plans import sections
from db.quality import classes, keeping, moves
from db.remarks import remark
from db.rules.alphabet import fold
from db.rules.marks_line import MarksLine
from db.studies import letters, studies
from db.ties import kinds, making
from tests.tui import growth
from tests.tui.screens import text_of
from tests.tui.worlds import TODAY, World, app_in
from tui import places
from tui.app import BirikmeApp
from tui.screens.base import BirikmeScreen
from tui.screens.home import HomeScreen

EVIL = "[/] [@click=app.quit]"
"""Markup that breaks a screen, or gives it a link that ends the program."""
YEAR = 2026
FUNCTION_KEYS = ("f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "f10", "escape")

SHOWN = (
    ("events", ()), ("tui.screens.events.activity:ActivityScreen", ("activity_id",)),
    ("tests", ()), ("tui.screens.control_tests.work:WorkScreen", ("work_id",)),
    ("tui.screens.control_tests.form:WorkForm", ("work_id",)),
    ("tui.screens.control_tests.requirements:RequirementsForm", ("work_id",)),
    ("tui.screens.control_tests.results:ResultsScreen", ("first_year", "work_id")),
    ("norms", ()), ("norm", ("norm_id",)), ("tui.screens.norms.form:NormForm", ("first_year", "norm_id")),
    ("curriculum", ()), ("tui.screens.curriculum.matrix:MatrixScreen", ("change_id",)),
    ("tui.screens.curriculum.forms:ChangeForm", ("first_year", "change_id")),
    ("tui.screens.curriculum.plans:CalendarPlansScreen", ()),
    ("tui.screens.curriculum.forms:PlanForm", ("plan_id",)),
    ("tui.screens.observations.sheets:SheetsScreen", ()), ("observation", ("observation_id",)),
    ("tui.screens.observations.settings:AspectsScreen", ()),
    ("tasks", ()), ("tui.screens.remarks:RemarksScreen", ()), ("tui.screens.remark:RemarkForm", ("of",)),
    ("journal", ()), ("tui.screens.journal.note:NoteForm", ("note_id",)),
    ("staffing", ()), ("tui.screens.journal.vacancy:VacancyForm", ("vacancy_id",)),
    ("tui.screens.ties:TiesScreen", ("table", "row_id")), ("find", ("text",)),
    ("growth", ("person_id",)), ("growths", ("only",)),
    ("tui.screens.growth.record:GrowthRecordScreen", ("course_id",)),
    ("tui.screens.growth.record:GrowthRecordScreen", ("self_education_id",)),
    ("tui.screens.growth.record:GrowthRecordScreen", ("practice_id",)),
    ("tui.screens.plan_unplanned:UnplannedScreen", ("first_year",)),
    ("tui.screens.evaluations.sheet:SheetScreen", ("sheet_id",)),
    ("tui.screens.evaluations.line:LineScreen", ("sheet_id", "criterion_id")),
    ("tui.screens.evaluations.appeals:AppealsScreen", ("evaluation_id",)),
    ("tui.screens.evaluations.appeals:AppealForm", ("appeal_id",)),
    ("tui.screens.chat_text:ChatTextScreen", ("title", "lines")),
    ("marks", ()), ("tui.screens.quality.sheets:SheetsScreen", ("sheet_ids",)),
    ("tui.screens.quality.marks_entry:MarksEntryScreen", ("first_year", "period", "wanted")),
    ("tui.screens.quality.moves:MovesScreen", ("class_id", "of_class")),
)  # fmt: skip
"""Screens on which the text stands, and what of `hostile` opens them."""

TYPED = (
    ("tui.screens.events.entry:EventEntryScreen", "#entry"),
    ("tui.screens.control_tests.entry:WorkEntryScreen", "#entry"),
    ("tui.screens.curriculum.plan_lines:PlanLines", "TextField"),
    ("tui.screens.growth.entry:CourseEntryScreen", "#entry"),
    ("tui.screens.journal.entry:NoteEntryScreen", "#entry"),
    ("tui.screens.plan_entry:PlanEntryScreen", "#entry"),
    ("tui.screens.quality.marks_line:MarksLineScreen", "#entry"),
)
"""Screens that say what a typed line means."""


def hostile(world: World) -> dict[str, Any]:
    """A record of every kind, all of whose texts are hostile; what opens its screens."""
    of, person = world.association_id, world.people[1]
    lesson = activities.add_activity(
        of, YEAR, "open_lesson", EVIL, responsible_ids=[person], guests=[EVIL], subject=EVIL, classes="4-А", room=EVIL,
        held_on=TODAY, aim=EVIL, note=EVIL, held_by=TODAY,
    ).value  # fmt: skip
    results.save_result(None, lesson, "pupil", name=EVIL, award=EVIL)
    sheet = sheets.begin(lesson, None, EVIL).value
    sheets.change_sheet(sheet, strong=EVIL, conclusions=EVIL)
    advice = sheets.add_advice(sheet, EVIL).value
    aspects.save_aspect(None, of, EVIL, EVIL)
    (work,) = works.add_works(
        of, YEAR, [("4-А", person)], kind="entry", subject=EVIL, title=EVIL, held_on=TODAY, room=EVIL
    ).value
    marks.set_requirements(work, [(EVIL, None)])
    works.change_work(work, mistakes=EVIL, measures=EVIL)
    norm = register.save_norm(None, of, YEAR, title=EVIL, number=EVIL, issuer=EVIL, note=EVIL).value
    plan = plans.save_plan(None, of, YEAR, person_id=person, subject=EVIL, class_name="4-А", remark=EVIL).value
    change = changes.save_change(None, of, YEAR, text=EVIL, subjects=EVIL, classes="4", norm_id=norm, note=EVIL).value
    steps.set_note(change, plan, EVIL)
    own_tasks.add_task(of, EVIL, [person], TODAY, TODAY)
    making.make_task("advice", advice, EVIL, [person], TODAY, TODAY)
    remark_id = remarks.add_remark(of, person, "remark", TODAY, EVIL, answer=EVIL).value
    vacancy = staffing.add_vacancy(of, dt.date(2026, 9, 1), subject=EVIL, reason=EVIL, reported_to=EVIL).value
    grown = growth.written(world, EVIL)
    return {
        "course_id": grown["course"], "self_education_id": grown["self_education"], "practice_id": grown["practice"],
        "person_id": person, "only": "practice",
        **evaluation(of),
        **of_class(of, person),
        "activity_id": lesson, "work_id": work, "norm_id": norm, "change_id": change, "plan_id": plan,
        "observation_id": sheet, "of": remark(remark_id), "vacancy_id": vacancy, "first_year": YEAR,
        "note_id": notes.add_note(of, EVIL, TODAY, classes="4-А").value, "table": "advice", "row_id": advice,
        "text": "click", "title": EVIL, "lines": [EVIL],
    }  # fmt: skip


def evaluation(of: int) -> dict[str, int]:
    """An evaluation by one hostile criterion, announced, with an appeal; what opens its screens."""
    version = criteria.ensure_default(of).value
    section = criteria.criteria_of(version)[0]
    criterion = section.criteria[0].id
    criteria_editing.save_criterion(criterion, section.id, ky=EVIL, ru=EVIL, indicator_ky=EVIL)
    criteria.adopt(version, EVIL, TODAY)
    switch(of, "appeal_days", 5)
    made = periods.open_period(of, YEAR, "quarter", 1).value
    sheet_id = evaluated.sheets(made)[0].row.id
    points.add_proof(sheet_id, criterion, EVIL)
    points.set_points(sheet_id, criterion, "association", 50, EVIL)
    periods.advance(made)
    periods.advance(made, announced_on=TODAY)
    appeal = appeals.file_appeal(sheet_id, TODAY, EVIL, criterion).value
    return {"evaluation_id": made, "sheet_id": sheet_id, "criterion_id": criterion, "appeal_id": appeal}


def of_class(of: int, person: int) -> dict[str, Any]:
    """A class with a hostile letter, its marks and a pupil who came; what opens its screens."""
    school_id = association(of).school_id
    class_id = classes.save_class(None, school_id, YEAR, 4, EVIL[:3], person, 25).value
    where = (class_id, EVIL, "quarter", 1)
    sheet_id = keeping.save_marks(*where, person, MarksLine(25, 0, {5: 25}, 0), behind=EVIL).value
    moves.save_move(None, class_id, "arrived", EVIL, TODAY, EVIL)
    key = {"period": ("quarter", 1), "wanted": (class_id, fold(EVIL), person)}
    return {"sheet_ids": (sheet_id,), "class_id": class_id, "of_class": EVIL[:3], **key}


def stolen(screen: BirikmeScreen) -> list[str]:
    """Keys of the screen's own commands that the focused widget keeps for itself."""
    widget = screen.focused or screen
    reached: dict[str, object] = {}
    for node, bindings in screen._binding_chain:
        for key in bindings.key_to_bindings:
            reached.setdefault(key, node)
    own = {each.key for each in screen.available_commands()} & set(FUNCTION_KEYS)
    return [f"{type(widget).__name__} {key}" for key in sorted(own) if reached.get(key) is not screen]


async def opened(app: BirikmeApp, pilot: Pilot[int], place: str, **values: Any) -> BirikmeScreen:
    app.open(place, **values)
    await pilot.pause()
    assert isinstance(app.screen, BirikmeScreen)
    return app.screen


async def test_hostile_text_is_shown_as_it_was_typed(world: World) -> None:
    known = hostile(world)
    with app_in(world, HomeScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            for place, names in SHOWN:
                screen = await opened(app, pilot, place, **{name: known[name] for name in names})
                shown = text_of(app)
                assert any("[/]" in line for line in shown), "\n".join([place, *shown])
                for widget in [each for each in screen.query("*") if each.focusable]:
                    screen.set_focus(widget)
                    assert stolen(screen) == [], place
                app.back()
                await pilot.pause()


async def test_what_a_hostile_line_means_is_said_of_it_as_it_is(world: World) -> None:
    with app_in(world, HomeScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            for place, selector in TYPED:
                values: dict[str, Any] = {} if "journal" in place or "growth" in place else {"first_year": YEAR}
                values |= {"period": ("quarter", 1)} if "marks" in place else {}
                screen = await opened(app, pilot, place, **values)
                screen.query_one(selector).load_text(f"{EVIL} !{EVIL} 4А")  # type: ignore[attr-defined]
                await pilot.pause()
                assert any("[/]" in line for line in text_of(app)), place
                assert stolen(screen) == [], place
                app.back()
                await pilot.pause()


async def test_whatever_is_found_listed_or_tied_can_be_opened(world: World) -> None:
    hostile(world)
    letters.save_letter(None, world.association_id, YEAR, title=EVIL, body=EVIL)
    studies.save_study(None, world.association_id, YEAR, title=EVIL)
    item_id = next(each.id for each in item_rows(world.meetings[1]))
    discussion.add_speech(item_id, "speech", world.people[1], text=EVIL)
    discussion.add_proposal(item_id, world.people[1], EVIL)
    section_id = sections.save_section(None, world.association_id, EVIL, "").value
    making.make_line("letter", 1, section_id, EVIL, first_year=YEAR, term="year")
    with app_in(world, HomeScreen) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            tables = {*kinds.KINDS, *search.FIELDS, *(source.table for source in SOURCES)}
            for table in sorted(tables & BY_TABLE.keys() - {"association", "guest"}):
                row_id = execute(f"SELECT max(id) FROM {table} WHERE deleted_at IS NULL")[0][0]
                places.open_record(app, table, row_id)
                await pilot.pause()
                assert not isinstance(app.screen, HomeScreen), table
                app.screen.action_back()
                await pilot.pause()
