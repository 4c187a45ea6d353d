"""Members' half-years: from a selection to the values of the analysis of one member's work."""

import datetime as dt
from dataclasses import asdict

from db import calendar, members, settings
from db.analysis.member_facts import Time, facts
from db.analysis.members import TEXTS, AnalysisRow, analysis, analysis_of
from db.errors import Refused
from db.meetings.content import printed
from db.schools import person
from templates_docx.catalogue import PaperLanguage
from templates_docx.compose.rewards import office_of
from templates_docx.compose.selecting import quarter_of, year_of
from templates_docx.documents import Selection
from templates_docx.headings import heading
from templates_docx.member_analysis import analysis_values
from templates_docx.member_facts import sentences
from templates_docx.values import Filled, Record


def analysis_paper(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return a member's half-year: the analysis kept, else the draft of it; the first member where none is named.

    The half-year is the one in which the quarter lies. Raises Refused `plan_part_unknown`.
    """
    kept = analysis(selection.record_id) if selection.record_id is not None else None
    first_year = kept.first_year if kept else year_of(selection)
    half = kept.half if kept else _half(selection)
    person_id = kept.person_id if kept else selection.person_id or _first(selection)
    kept = kept or (analysis_of(selection.association_id, person_id, first_year, half) if person_id else None)
    base = heading(selection.association_id, kept.made_on if kept and kept.made_on else selection.today)
    if person_id is None:
        return analysis_values(base, None, paper), False
    of, time = person(person_id), Time(first_year, half)
    plain = {
        **office_of(of), **_texts(kept), "name": printed(of.name), "year": first_year, "half": half,
        "kept": kept is not None,
    }  # fmt: skip
    drafts = {each: draft(selection.association_id, person_id, time, selection.today, each) for each in ("ky", "ru")}
    plain["facts"] = kept.facts.splitlines() if kept else drafts[base["language"]]
    twins = dict(zip(drafts[base["language"]], drafts["ky" if base["language"] == "ru" else "ru"], strict=True))
    typed = [plain["subjects"], *(plain[name] for name in TEXTS if name != "facts")]
    return analysis_values({**base, "twins": twins | settings.twins(typed, base["language"])}, plain, paper), False


def draft(association_id: int, person_id: int, time: Time, today: dt.date, language: str) -> list[str]:
    """Return what the records tell of a half-year, as sentences in a paper's language."""
    found = facts(association_id, [person_id], time, today)[person_id]
    return sentences([asdict(each) for each in found], "ru" if language == "ru" else "ky")


def _texts(kept: AnalysisRow | None) -> Record:
    return {name: getattr(kept, name) if kept else "" for name in TEXTS}


def _half(selection: Selection) -> int:
    quarter = quarter_of(selection)
    if quarter not in calendar.QUARTERS:
        raise Refused("plan_part_unknown", "quarter")
    return 1 if quarter <= 2 else 2


def _first(selection: Selection) -> int | None:
    there = members.members(selection.association_id)
    return there[0].person_id if there else None
