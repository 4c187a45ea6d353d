"""A year's plan as an Excel workbook: written, compared with what is there, and brought in as one action."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from db.errors import Refused
from db.history import action
from db.members import members
from db.models.plans import KINDS
from db.plan_rows import PlanPreview, PlanRow
from db.plans import adding
from db.plans.lines import change_line, lines, set_line_owners
from db.plans.rows import Line
from db.plans.sections import sections
from db.plans.terms import WHEN, columns_of
from db.plans.yearly import start_empty
from db.rules import dates
from db.rules.plan_kinds import kind_of
from db.rules.plan_terms import Term
from db.workbook_files import workbook
from db.workbook_tables import fold
from db.workbooks import RowResult

COLUMNS = ("section", "text", "kind", "classes", "term", "time_place", "owners", "expected_result", "note")
"""What a row says of a line, in the order of the workbook's columns."""

LABELS = (*KINDS, "term_quarter", "term_year")
"""What is written in words: kinds, a quarter (with a place for `{number}`) and the whole year."""

OWN = ("kind", "classes", "time_place", "expected_result", "note")
"""Columns that are a line's fields as they stand."""


def plan_workbook(
    association_id: int, first_year: int, today: dt.date, headers: Sequence[str], labels: Mapping[str, str]
) -> bytes:
    """The plan of a year as a workbook, without what was taken out of it or was never planned.

    `headers` name `COLUMNS` in order, `labels` give a word for each of `LABELS`.
    """
    names = Counter(each.name.listed for each in members(association_id, include_left=True))
    planned = [each for each in lines(association_id, first_year, today) if not _beyond(each)]
    return workbook(headers, [[_shown(each, name, labels, names) for name in COLUMNS] for each in planned])


def compare(association_id: int, first_year: int, preview: PlanPreview, today: dt.date) -> list[RowResult]:
    """What importing the preview would do, row by row: added, changed, same, duplicate (of a row above it)."""
    found = _matched(preview.rows, lines(association_id, first_year, today))
    return [
        RowResult(row.number, str(row.fields.get("text", "")), outcome, _changed(row, line))
        for row, line, outcome in found
    ]


@action("plan.import")
def import_plan(association_id: int, first_year: int, preview: PlanPreview, today: dt.date) -> list[RowResult]:
    """Add the preview's lines, and change those that are there with the same section and text, all or nothing.

    An empty cell leaves what is there; of a new line the kind is then read from its text. A line that was moved keeps
    its new term, one that was taken out stays out; a second import of the same workbook changes nothing.
    Raises Refused `workbook_has_problems` (count).
    """
    if preview.faulty:
        raise Refused("workbook_has_problems", count=preview.faulty)
    found = _matched(preview.rows, lines(association_id, first_year, today))
    ids = _section_ids(association_id, first_year) if found else {}
    for row, line, outcome in found:
        if outcome == "changed" and line is not None:
            _change(line, row.fields)
    new = [row.fields for row, _line, outcome in found if outcome == "added"]
    adding.add(association_id, first_year, [_new(ids[fields["section"]], fields) for fields in new])
    return [RowResult(row.number, row.fields["text"], outcome) for row, _line, outcome in found]


def _beyond(line: Line) -> bool:
    return line.unplanned or line.state == "cancelled"


def _shown(line: Line, name: str, labels: Mapping[str, str], names: Counter[str]) -> Any:
    """What stands in a line's cell."""
    if name == "section":
        return line.section_number
    if name == "term":
        return _term_shown(line.when, labels)
    if name == "owners":
        return ", ".join(each.listed if names[each.listed] < 2 else each.full for each in line.owners)
    value = getattr(line, name)
    return labels.get(value, value) if name == "kind" else value


def _term_shown(term: Term, labels: Mapping[str, str]) -> str:
    if term.begins is not None:
        return "–".join(dates.short(day) for day in (term.begins, term.ends) if day)
    if term.month is not None:
        return dates.month_name(term.month, "ky")  # the same word in both languages
    return labels["term_quarter"].format(number=term.quarter) if term.quarter else labels["term_year"]


def _matched(read: Sequence[PlanRow], known: Sequence[Line]) -> list[tuple[PlanRow, Line | None, str]]:
    """Each row with the line that it speaks of; rows that say exactly what a line says choose first."""
    left: dict[tuple[int, str], list[Line]] = defaultdict(list)
    for line in known:
        left[line.section_number, fold(line.text)].append(line)
    repeated, chosen = _repeated(read), dict[int, Line]()
    for fits in (_says_the_same, _may_mean):
        for place, row in enumerate(read):
            free = [] if place in chosen or place in repeated else left[_key(row)]
            fitting = [each for each in free if fits(each, row.fields)]
            if fitting:
                chosen[place] = fitting[0]
                free.remove(fitting[0])
    outcomes = (_outcome(row, chosen.get(place), place in repeated) for place, row in enumerate(read))
    return [(row, chosen.get(place), outcome) for (place, row), outcome in zip(enumerate(read), outcomes, strict=True)]


def _key(row: PlanRow) -> tuple[int, str]:
    return row.fields.get("section", 0), fold(row.fields.get("text", ""))


def _repeated(read: Sequence[PlanRow]) -> set[int]:
    """The places of rows that say exactly what a row above them says."""
    first: dict[tuple[Any, ...], int] = {}
    for place, row in enumerate(read):
        first.setdefault((_key(row), *(row.fields.get(name, "") for name in COLUMNS[2:])), place)
    return set(range(len(read))) - set(first.values())


def _says_the_same(line: Line, fields: Mapping[str, Any]) -> bool:
    return not _differences(line, fields)


def _may_mean(line: Line, fields: Mapping[str, Any]) -> bool:
    """Whether a row of the same section and text may speak of a line: the same work in another class is another."""
    classes = {fold(each) for each in (line.classes, fields.get("classes", "")) if each}
    return len(classes) < 2


def _outcome(row: PlanRow, line: Line | None, repeated: bool) -> str:
    if line is None:
        return "duplicate" if repeated else "added"
    return "changed" if _differences(line, row.fields) else "same"


def _differences(line: Line, fields: Mapping[str, Any]) -> dict[str, Any]:
    """What a row would change in a line, by the names that `change_line` and `set_line_owners` know."""
    if line.state == "cancelled":
        return {}
    found = {name: fields[name] for name in ("text", *OWN) if name in fields and fields[name] != getattr(line, name)}
    if "term" in fields and fields["term"] not in (line.when, line.planned):
        found |= columns_of(fields["term"])
    if "owners" in fields and fields["owners"] != line.owner_ids:
        found["owner_ids"] = fields["owners"]
    return found


def _changed(row: PlanRow, line: Line | None) -> tuple[str, ...]:
    """The columns in which a row changes a line, in their order."""
    columns = {"owner_ids": "owners"} | dict.fromkeys(WHEN, "term")
    found = {columns.get(name, name) for name in _differences(line, row.fields)} if line else set()
    return tuple(name for name in COLUMNS if name in found)


def _new(section_id: int, fields: Mapping[str, Any]) -> adding.New:
    typed = {"kind": kind_of(fields["text"])} | {name: fields[name] for name in OWN if name in fields}
    owner_ids = fields.get("owners", ())
    return adding.New(section_id, fields["text"], when=fields["term"], owner_ids=owner_ids, **typed)


def _change(line: Line, fields: Mapping[str, Any]) -> None:
    found = _differences(line, fields)
    owners = found.pop("owner_ids", None)
    if owners is not None:
        set_line_owners(line.id, owners)
    if found:
        change_line(line.id, **found)


def _section_ids(association_id: int, first_year: int) -> dict[int, int]:
    """Section by number; where there is none yet the usual ones are made."""
    if not sections(association_id):
        start_empty(association_id, first_year)
    return {each.number: each.id for each in sections(association_id)}
