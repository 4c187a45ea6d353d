"""The curriculum: from a selection to the values of its papers."""

from collections import defaultdict
from datetime import date

from db.curriculum import changes as records
from db.curriculum import plans as plan_records
from db.curriculum import steps
from db.curriculum.rows import Asked, ChangeRow, PlanRow
from db.meetings.content import printed
from db.rules import curriculum_steps
from templates_docx.catalogue import PaperLanguage
from templates_docx.compose.selecting import year_of
from templates_docx.curriculum import curriculum_values, plans_values
from templates_docx.documents import Selection
from templates_docx.headings import heading
from templates_docx.values import Filled, Record


def curriculum(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return a school year's changes with what was done for each plan."""
    year = year_of(selection)
    found = records.changes(selection.association_id, year)
    asked = steps.asked_by_change(found, selection.association_id, year)
    head = {**heading(selection.association_id, selection.today), "year": year}
    return curriculum_values(head, [_change(each, asked[each.id]) for each in found], paper), False


def calendar_plans(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return the register of a school year's calendar plans, with the changes that touch each."""
    year = year_of(selection)
    changes = records.changes(selection.association_id, year)
    texts: dict[int, list[str]] = defaultdict(list)
    asked = steps.asked_by_change(changes, selection.association_id, year)
    for change in changes:
        for each in asked[change.id]:
            if not each.step.not_needed:
                texts[each.plan.id].append(change.text)
    head = {**heading(selection.association_id, selection.today), "year": year}
    rows = [_plan(each, texts[each.id]) for each in plan_records.plans(selection.association_id, year)]
    return plans_values(head, rows, paper), False


def _change(of: ChangeRow, asked: list[Asked]) -> Record:
    return {
        "text": of.text,
        "valid_from": _iso(of.valid_from),
        "subjects": of.subjects,
        "classes": of.classes,
        "norm": of.norm_title,
        "norm_number": of.norm_number,
        "meeting": of.meeting_number,
        "held_on": _iso(of.held_on),
        "note": of.note,
        "missing": of.missing,
        "plans": [_steps(each) for each in asked],
    }


def _steps(of: Asked) -> Record:
    named = {"teacher": printed(of.plan.name), "subject": of.plan.subject, "class_name": of.plan.class_name}
    done = {step: _step(of, step) for step in curriculum_steps.STEPS}
    return named | done | {"meeting": of.step.meeting_number, "note": of.step.note}


def _step(of: Asked, step: str) -> str:
    if day := curriculum_steps.day_of(of.step, step):
        return day.isoformat()
    return "missing" if curriculum_steps.needed(of.step, step) else "not_needed"


def _plan(of: PlanRow, changes: list[str]) -> Record:
    same = {name: getattr(of, name) for name in ("subject", "class_name", "hours_week", "hours_year", "remark")}
    days = {name: _iso(getattr(of, name)) for name in ("considered_on", "agreed_on", "approved_on")}
    return same | days | {"teacher": printed(of.name), "changes": changes, "meeting": of.meeting_number}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
