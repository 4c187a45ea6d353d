"""The words of the analysis on the screen: its sections as they are printed, what is missing, how it stands."""

from collections.abc import Mapping
from typing import Any

from db.analysis.content import plain
from db.analysis.gaps import Gap
from db.analysis.rows import Part, Table, Value
from db.analysis.versions import Version
from db.rules.names import Name
from templates_docx import analysis_words as paper
from templates_docx.analysis import cell, sentence
from templates_docx.catalogue import texts as paper_texts
from templates_docx.values import Typed
from tui import texts, words
from tui.texts import N_, _

GAPS = {
    "no_person_data": N_("The card lacks education, years of teaching or category: {name}"),
    "no_protocol": N_("The protocol is not finished: meeting № {number}, {day}"),
    "not_held": N_("Planned and not held: meeting № {number}, {day}"),
    "no_reason": N_("Not done and no reason noted: {text}"),
    "no_marks_at_all": N_("No marks of this year are known"),
    "no_marks": N_("No marks: {class}, quarter {quarter}"),
    "no_results": N_("Held and no results: {class} {subject}, {day}"),
    "no_tests": N_("No control work: {class}"),
    "not_analysed": N_("Open lesson without an analysis: {name}, {day}"),
    "no_member_analysis": N_("No analysis of the member's half-year {half}: {name}"),
    "no_prose": N_("Not written yet"),
}
"""By the code of a gap."""

STEPS = {
    "considered": N_("Considered by the association"),
    "handed_in": N_("Handed in to the head of studies"),
    "acquainted": N_("Read by the head of studies"),
}
"""By the code of a step."""


def title(number: int) -> str:
    """What a section is called."""
    return str(_texts().gettext(paper.TITLES[number - 1]))


def scope(first_year: int, quarter: int) -> str:
    """Which analysis: of the year, or of a quarter of it."""
    year = words.school_year(first_year)
    return " · ".join((year, _("quarter {number}").format(number=quarter))) if quarter else year


def sentences(of: Part) -> list[str]:
    """The sentences of a section as they will be printed."""
    facts = ({"code": each.code, "values": {name: plain(value) for name, value in each.values.items()}}
             for each in of.facts)  # fmt: skip
    return [sentence(each, _texts()) for each in facts]


def rows(of: Table) -> list[str]:
    """The rows of a table, each in one line."""
    typed, known = Typed(_language(), _language(), {}), _texts()
    return [
        " · ".join(cell(code, plain(value), typed, known) for code, value in zip(of.columns, each.cells, strict=True))
        for each in of.lines
    ]


def table_title(of: Table) -> str:
    """What a table is called, and its columns."""
    heads = " · ".join(_texts().gettext(paper.COLUMNS[code]) for code in of.columns)
    return f"{_texts().gettext(paper.TABLES[of.code])}: {heads}"


def gap(of: Gap) -> str:
    """Say what is missing."""
    return _(GAPS[of.code]).format(**_values(of.values))


def state(version: Version | None, differs: bool) -> str:
    """How far an analysis is: being prepared, or the last step that its newest version passed."""
    if version is None:
        return _("being prepared")
    last = next((step for step in reversed(STEPS) if step in version.passed), "")
    said = _(STEPS[last]) if last else _("kept")
    shown = _("version {version}: {state}").format(version=version.version, state=said)
    return f"{shown} · {_('changed since')}" if differs else shown


def _values(of: Mapping[str, Value]) -> dict[str, Any]:
    return {name: _value(value) for name, value in of.items()}


def _value(value: Value) -> str:
    if isinstance(value, Name):
        return value.listed
    if value is None:
        return "–"
    return words.day(value) if hasattr(value, "isoformat") else str(value)


def _language() -> Any:
    return "ru" if texts.language() == "ru" else "ky"


def _texts() -> Any:
    return paper_texts(_language())
