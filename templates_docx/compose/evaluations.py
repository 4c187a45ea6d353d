"""Evaluations: from a selection to the values of their papers. A closed one prints from its kept version alone."""

from datetime import date

from db.errors import Refused
from db.evaluations import reading
from db.evaluations.closing import content_of
from db.evaluations.content import criteria_content
from db.evaluations.periods import newest_version
from db.evaluations.rows import Period
from db.schools import person
from templates_docx import evaluation_summary, evaluations
from templates_docx.catalogue import PaperLanguage
from templates_docx.compose.selecting import year_of
from templates_docx.documents import Selection
from templates_docx.headings import heading
from templates_docx.values import Filled, Record


def sheet(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return the evaluation sheets of the period named, else of the newest; of one person where she is named."""
    content = _content(selection, _period(selection))
    return evaluations.sheet_values(content, _sheets(content, selection), paper), False


def own(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return empty sheets for self-assessment; before the first period one without a name, by the adopted criteria."""
    content = _content(selection, _period(selection))
    if not content["criteria"] and (version := newest_version(selection.association_id)):
        content = {**content, "criteria": criteria_content(version)}
    return evaluations.self_values(content, _sheets(content, selection), paper), False


def summary(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return the summary of the period named, else of the newest."""
    return evaluation_summary.summary_values(_content(selection, _period(selection)), paper), False


def appeal(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return the appeal that is named, else the newest of the newest period."""
    uid, of = "", _period(selection if selection.record_id is None else _without_record(selection))
    if selection.record_id is not None:
        named = reading.appeal(selection.record_id)
        uid, of = named.uid, reading.evaluation(named.evaluation_id)
    content = _content(selection, of)
    known = [(each, one) for each in content["sheets"] for one in each["appeals"] if uid in ("", one["uid"])]
    who, found = max(known, key=lambda pair: pair[1]["filed_on"], default=(None, None))
    return evaluation_summary.appeal_values(content, who, found, paper), False


def _without_record(selection: Selection) -> Selection:
    """The selection of an appeal names no evaluation."""
    return Selection(selection.association_id, first_year=selection.first_year, today=selection.today)


def _period(selection: Selection) -> Period | None:
    """The evaluation named, that of the quarter named, else the one of the year that ends last."""
    if selection.record_id is not None:
        return reading.evaluation(selection.record_id)
    if selection.quarter is not None and selection.quarter not in range(1, 5):
        raise Refused("plan_part_unknown", "quarter")
    known = reading.evaluations(selection.association_id, year_of(selection))
    wanted = [each for each in known if selection.quarter in (None, each.part if each.period == "quarter" else 0)]
    return max(wanted, key=lambda each: (each.ends, each.id), default=None)


def _content(selection: Selection, of: Period | None) -> Record:
    """The values of an evaluation with the day of its paper; a heading with nothing in it where there is none."""
    if of is None:
        nothing: Record = {"sheets": [], "criteria": [], "columns": [], "money": None}
        return {**heading(selection.association_id, selection.today), **nothing}
    content = content_of(of.id)
    days = (content["evaluation"][name] for name in ("closed_on", "announced_on", "association_on"))
    day: str = next((each for each in days if each), date.isoformat(selection.today))
    return {**content, "date": day}


def _sheets(content: Record, selection: Selection) -> list[Record]:
    """All sheets, or that of the person named."""
    uid = person(selection.person_id).uid if selection.person_id is not None else ""
    return [each for each in content["sheets"] if uid in ("", each["person"])]
