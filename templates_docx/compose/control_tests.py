"""Control works: from a selection to the values of their papers."""

from db import calendar, settings
from db.control_tests import reading
from db.control_tests.rows import Work
from db.errors import Refused
from db.meetings.content import printed
from db.schools import person
from templates_docx.catalogue import PaperLanguage
from templates_docx.compose.selecting import quarter_of, year_of
from templates_docx.control_tests import schedule_values, tests_values
from templates_docx.documents import Selection
from templates_docx.headings import heading
from templates_docx.values import Filled, Record


def tests(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return the analysis of the works held in a year, a quarter, a class, by a teacher, or of the one named."""
    if selection.record_id is not None:
        one = reading.work(selection.record_id)
        return tests_values(
            _heading(selection, one.first_year, one.quarter, [one]), [_plain(one, selection)], paper
        ), False
    year = year_of(selection)
    found = [each for each in _works(selection, year, selection.quarter or 0) if each.state == "held"]
    found = [each for each in found if _selected(each, selection)]
    base = _heading(selection, year, selection.quarter or 0, found)
    return tests_values(base, [_plain(each, selection) for each in found], paper), False


def schedule(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return the schedule of a quarter's works, without those that were called off."""
    year, quarter = year_of(selection), quarter_of(selection)
    found = [each for each in _works(selection, year, 0) if each.state != "cancelled"]
    listed = [each for each in found if each.quarter == quarter]
    undated = sum(each.held_on is None for each in found)
    base = {**_heading(selection, year, quarter, listed), "undated": undated}
    return schedule_values(base, [_plain(each, selection) for each in listed], paper), False


def _works(selection: Selection, year: int, quarter: int) -> list[Work]:
    """The works of a year or a quarter; raises Refused `plan_part_unknown` for a quarter that there is not."""
    if (selection.quarter or 1) not in calendar.QUARTERS:
        raise Refused("plan_part_unknown", "quarter")
    return reading.works(selection.association_id, year, quarter)


def _selected(of: Work, selection: Selection) -> bool:
    """Whether a work is of the class and the teacher that are named; «4» is all classes of the grade."""
    wanted = selection.class_name
    same_class = wanted in ("", of.class_name) or reading.grade_of(of.class_name) == wanted
    return same_class and selection.person_id in (None, of.teacher_id)


def _heading(selection: Selection, year: int, quarter: int, found: list[Work]) -> Record:
    base = heading(selection.association_id, selection.today)
    one = selection.record_id is not None
    name = printed(person(selection.person_id).name) if selection.person_id and not one else None
    scope = {
        "year": year, "quarter": quarter, "class_name": "" if one else selection.class_name, "person": name, "one": one
    }  # fmt: skip
    typed = [text for of in found for text in (of.title, of.subject, of.reason, of.mistakes, of.measures)]
    twins = settings.twins(typed, base["language"])
    return {**base, "twins": twins, "scope": scope, "percent": reading.mastery_percent(selection.association_id)}


def _plain(of: Work, selection: Selection) -> Record:
    same = ("kind", "title", "reason", "subject", "class_name", "lesson", "room", "best", "listed", "wrote")
    missed = of.not_mastered(reading.mastery_percent(selection.association_id))
    return {name: getattr(of, name) for name in (*same, "mistakes", "measures")} | {
        "teacher": printed(of.teacher) if of.teacher else None,
        "author": printed(of.author) if of.author else None,
        "date": of.held_on.isoformat() if of.held_on else None,
        "weekday": of.held_on.weekday() if of.held_on else None,
        "marks": dict(of.marks),
        "requirements": [
            {"text": each.text, "mastered": each.mastered, "missed": each in missed} for each in of.requirements
        ],
    }
