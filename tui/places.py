"""Where records are looked at: a meeting while it is open or as its protocol prints, any other on its screen."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from db import members
from db.errors import Refused
from db.growth.kinds import OF_PERSON
from db.meetings.rows import MeetingRow
from db.meetings.sheet import meeting
from db.ties.reading import meeting_of, stands_under
from tui import current
from tui.texts import _

if TYPE_CHECKING:
    from tui.app import BirikmeApp


RECORDS: dict[str, tuple[str, str]] = {
    "activity": ("tui.screens.events.activity:ActivityScreen", "activity_id"),
    "observation": ("observation", "observation_id"),
    "control_test": ("tui.screens.control_tests.work:WorkScreen", "work_id"),
    "plan_line": ("tui.screens.plan_line:PlanLineScreen", "line_id"),
    "task": ("tasks", "task_id"),
    "journal_note": ("tui.screens.journal.note:NoteForm", "note_id"),
    "member": ("member", "member_id"),
    "plan": ("plan", "first_year"),
    "vacancy": ("staffing", "vacancy_id"),
    "study": ("tui.screens.studies.study:StudyScreen", "study_id"),
    "letter": ("tui.screens.studies.letter:LetterForm", "letter_id"),
    "norm": ("norm", "norm_id"),
    "curriculum_change": ("tui.screens.curriculum.matrix:MatrixScreen", "change_id"),
    "calendar_plan": ("tui.screens.curriculum.plans:CalendarPlansScreen", "plan_id"),
    "mark_sheet": ("tui.screens.quality.sheets:SheetsScreen", "sheet_id"),
    "transition": ("transition", "transition_id"),
    "level_work": ("levels", "level_work_id"),
    "standard_measure": ("standard", "measure_id"),
    "class_handover": ("handovers", "handover_id"),
    "remark": ("tui.screens.remarks:RemarksScreen", "remark_id"),
    "evaluation": ("tui.screens.evaluations.period:PeriodScreen", "evaluation_id"),
    "criteria_version": ("tui.screens.evaluations.criteria:CriteriaScreen", "version_id"),
    "evaluation_sheet": ("tui.screens.evaluations.sheet:SheetScreen", "sheet_id"),
    "analysis_step": ("tui.screens.analysis.steps:AnalysisStepsScreen", "step_id"),
    "reward": ("tui.screens.rewards.list:RewardsScreen", "reward_id"),
    "member_analysis": ("tui.screens.analysis.members:MemberAnalysesScreen", "analysis_id"),
    "appeal": ("tui.screens.evaluations.appeals:AppealForm", "appeal_id"),
    **{table: ("tui.screens.growth.record:GrowthRecordScreen", f"{table}_id") for table in OF_PERSON},
}
"""Table → the screen on which one of its records is shown, and the name under which it takes the record's number."""


def open_record(app: "BirikmeApp", table: str, row_id: int) -> None:
    """Open a record of any table where it is shown; one that is gone, or has no screen, is said to."""
    try:
        if table in RECORDS:
            place, name = RECORDS[table]
            app.open(place, **{name: row_id})
        elif found := meeting_of(table, row_id):
            open_meeting(app, found[0], found[1])
        elif above := stands_under(table, row_id):
            open_record(app, *above)
        elif table == "person":
            _open_person(app, row_id)
        elif table in ("association", "school", "appointment"):
            app.go("settings")
        else:
            app.explain("record_missing")
    except Refused as error:
        app.explain(error.code)


def _open_person(app: "BirikmeApp", person_id: int) -> None:
    """A member's card; of a colleague who is no member only the name is known."""
    found = members.members(current.association_id(), include_left=True)
    member_id = next((each.id for each in found if each.person_id == person_id), None)
    if member_id is None:
        app.say(_("She is at the school but not in this association."))
    else:
        app.open("member", member_id=member_id)


def open_meeting(app: "BirikmeApp", of: MeetingRow | int, item_id: int | None = None) -> None:
    """Open a meeting over the screen that is shown, at one of its questions while it is written."""
    found = meeting(of) if isinstance(of, int) else of
    written = next((each for each in app.screen_stack if getattr(each, "meeting_id", None) == found.id), None)
    if found.locked or app.options.reading:
        app.open("protocol", meeting_id=found.id)
    elif written is not None:  # open already: a second screen of one meeting would show what the first one had
        while app.screen is not written:
            app.back()
        if item_id:
            written.go(item_id)
    else:
        app.open("meeting", meeting_id=found.id, **({"item_id": item_id} if item_id else {}))


def open_papers(app: "BirikmeApp", document_id: str, *papers: str, **selection: Any) -> None:
    """Ask what paper to make, in which language and where."""
    app.open_dialog("tui.screens.documents:DocumentDialog", document_id, papers, **selection)


def open_plan_papers(app: "BirikmeApp", first_year: int, *, quarter: int = 0, month: int = 0) -> None:
    """Offer the papers of a year's plan, first that of the part shown."""
    first = "plan-month" if month else "plan-quarter" if quarter else "plan-year"
    papers = ("plan-year", "plan-quarter", "plan-month", "plan-fact")
    selection = {"quarter": quarter or None, "month": month or None}
    open_papers(app, first, *papers, first_year=first_year, **selection)


def open_chat_text(app: "BirikmeApp", title: str, lines: Sequence[str]) -> None:
    """Show lines as plain text for the teachers' chat, under a title; Enter copies, F2 writes a file."""
    app.open("tui.screens.chat_text:ChatTextScreen", title=title, lines=lines)
