"""The quality of knowledge: from a selection to the values of its report."""

from typing import Any

from db import calendar, settings
from db.errors import Refused
from db.meetings.content import printed
from db.quality import comparing, views
from db.quality.views import Group, Overview, When
from db.rules.quality import Figures
from db.schools import person
from templates_docx.catalogue import PaperLanguage
from templates_docx.compose.selecting import year_of
from templates_docx.documents import Selection
from templates_docx.headings import heading
from templates_docx.quality import names_typed, quality_values
from templates_docx.values import Filled, Record

GRADED = ("one_four", "one_three", "failing", "not_assessed", "listed", "all_five", "four_five", "before", "name")


def quality(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return the report of a quarter, else of the newest period with marks; of all, a class, a grade or a teacher.

    Raises Refused `plan_part_unknown` for a quarter that there is not.
    """
    if (selection.quarter or 1) not in calendar.QUARTERS:
        raise Refused("plan_part_unknown", "quarter")
    year, association_id = year_of(selection), selection.association_id
    when = When(year, "quarter", selection.quarter) if selection.quarter else views.newest(association_id, year)
    of = views.overview(association_id, when, class_name=selection.class_name, person_id=selection.person_id)
    content = report(association_id, of, selection)
    base = heading(association_id, selection.today)
    twins = settings.twins(names_typed(content), base["language"])
    return quality_values({**base, "twins": twins}, content, paper), False


def report(association_id: int, of: Overview, selection: Selection) -> Record:
    """Return what a report of a period is made of, as plain content; the quarters and years are those of everyone."""
    before, rules = of.when.before, of.rules
    whole = not (selection.class_name or selection.person_id)
    return {
        "when": {
            "year": of.when.first_year, "period": of.when.period, "part": of.when.part,
            "before_year": before.first_year, "before_part": before.part,
        },
        "class_name": selection.class_name,
        "person": printed(person(selection.person_id).name) if selection.person_id else None,
        "rules": {
            "best": rules.scale, "least": rules.least, "weights": rules.weights, "small_class": rules.small_class,
            "ungraded": sorted({each.grade for each in of.sheets} & rules.ungraded),
        },
        "rows": [_row(each) for each in of.by_sheet()],
        "total": _row(of.whole(), named=False),
        "classes": [_row(each, named=False) for each in of.by_class()],
        "subjects": [_row(each, named=False) for each in of.by_subject()],
        "teachers": [_row(each) for each in of.by_teacher()],
        "class_results": [
            {name: getattr(each, name) for name in GRADED} for each in comparing.class_results(of)
        ],
        "tests": _tests(association_id, of),
        "quarters": _quarters(association_id, of) if whole else [],
        "years": _years(association_id, of) if whole else [],
    }  # fmt: skip


def _row(of: Group, *, named: bool = True) -> dict[str, Any]:
    """A group as plain content; its teacher only where it is of one teacher."""
    first = of.sheets[0] if of.sheets else None
    counts = of.counts
    return {
        "name": of.name,
        "class_name": first.class_name if first else "",
        "subject": first.subject if first else "",
        "teacher": printed(first.teacher) if named and first and first.teacher else None,
        "listed": of.listed,
        "exempt": of.exempt,
        "whole": counts.whole,
        "marks": (counts.five, counts.four, counts.three, counts.two),
        "not_assessed": counts.not_assessed,
        "figures": _figures(of.figures),
        "before": of.before.quality if of.before else None,
        "alike": of.alike or of.before is None,
    }


def _figures(of: Figures) -> Record:
    return {name: getattr(of, name) for name in Figures.__slots__}


def _tests(association_id: int, of: Overview) -> list[Record]:
    return [
        {
            "class_name": each.class_name, "subject": each.subject, "kind": each.kind,
            "date": each.held_on.isoformat() if each.held_on else None, "wrote": each.wrote, "whole": each.whole,
            "test": each.test.quality, "marks": each.marks.quality, "few": each.few,
        }
        for each in comparing.tests_against_marks(association_id, of)
    ]  # fmt: skip


def _quarters(association_id: int, of: Overview) -> list[Record]:
    """The quarters up to the one that is reported; all of them for a half-year or a year."""
    last = of.when.part if of.when.period == "quarter" else max(views.QUARTERS)
    return [
        _row(found.whole(), named=False)
        | {"part": part, "subjects": {each.name: each.figures.quality for each in found.by_subject()}}
        for part, found in views.by_quarter(association_id, of.when.first_year) if part <= last
    ]  # fmt: skip


def _years(association_id: int, of: Overview) -> list[Record]:
    found = views.by_year(association_id, of.when)
    return [_row(each.whole(), named=False) | {"year": each.when.first_year} for each in found]
