"""What an analysis still lacks, with the record to go to where there is one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from db import associations, schools
from db.analysis import lessons, marks, parts, work
from db.analysis.keeping import Text
from db.analysis.members import halves
from db.analysis.rows import Part, Scope, Value
from db.members import members
from db.plans.terms import days
from db.quality.sheets import Sheet, of_association
from db.quality.years import rules_of
from db.rules.alphabet import sort_key


@dataclass(frozen=True, slots=True)
class Gap:
    """Something missing in a section: a code, what it is about, and where it is put right."""

    section: int
    code: str
    values: Mapping[str, Value] = field(default_factory=dict)
    record: tuple[str, int] | None = None


def gaps(of: Scope, found: Iterable[Part], written: Mapping[int, Text]) -> tuple[Gap, ...]:
    """All that is missing, by section; `found` and `written`: the sections and her words, as they were read."""
    made = [
        *_people(of), *_meetings(of), *_plan(of), *_marks(of), *_tests(of), *_lessons(of), *_members(of),
        *_prose(found, written),
    ]  # fmt: skip
    return tuple(sorted(made, key=lambda each: each.section))


def _people(of: Scope) -> Iterator[Gap]:
    """Members of whom the card does not say what section 3 counts."""
    school = schools.school()
    known = {each.id: each for each in schools.people(school.id)} if school else {}
    for each in members(of.association_id, of.until):
        person = known[each.person_id]
        if not person.education.strip() or person.service_teaching is None or not person.category:
            yield Gap(3, "no_person_data", {"name": each.name}, ("member", each.id))


def _meetings(of: Scope) -> Iterator[Gap]:
    for each in work.known(of):
        if each.state == "draft":
            yield Gap(4, "no_protocol", {"number": each.number, "day": each.held_on}, ("meeting", each.id))
        elif each.state == "planned" and each.held_on and each.held_on < of.until:
            yield Gap(4, "not_held", {"number": each.number, "day": each.held_on}, ("meeting", each.id))


def _plan(of: Scope) -> Iterator[Gap]:
    for each in work.plan_lines(of):
        if each.state in work.UNDONE and not each.reason:
            yield Gap(5, "no_reason", {"text": each.text}, ("plan_line", each.id))


def _marks(of: Scope) -> Iterator[Gap]:
    """Classes of which a quarter that is over has no marks; a class is known by its sheets of the year."""
    rules = rules_of(_school(of), of.first_year)
    sheets = [each for each in of_association(of.association_id, of.first_year) if each.grade not in rules.ungraded]
    over = [
        each.number for each in days(of.first_year).quarters
        if each.ends < of.today and of.quarter in (0, each.number)
    ]  # fmt: skip
    if over and not sheets:
        yield Gap(7, "no_marks_at_all")
    for name in _classes(sheets):
        has = {each.part for each in sheets if each.class_name == name and each.period == "quarter" and each.marks}
        for quarter in over:
            if quarter not in has:
                yield Gap(7, "no_marks", {"class": name, "quarter": quarter})


def _tests(of: Scope) -> Iterator[Gap]:
    """Tests held without results, and classes with marks of which there is no test with results."""
    found = marks.works(of)
    for each in found:
        if each.waits_for_results:
            values: dict[str, Value] = {"class": each.class_name, "subject": each.subject, "day": each.held_on}
            yield Gap(8, "no_results", values, ("control_test", each.id))
    rules = rules_of(_school(of), of.first_year)
    tested = {each.class_name for each in found if each.held_on or each.has_results}
    for name in _classes(of_association(of.association_id, of.first_year)):
        if name not in tested and int(name.partition("-")[0]) not in rules.ungraded:
            yield Gap(8, "no_tests", {"class": name})


def _lessons(of: Scope) -> Iterator[Gap]:
    held = [each for each in lessons.events(of, ("open_lesson",)) if each.state == "held"]
    analysed = {each.lesson.id for each in lessons.sheets(held)}
    for each in held:
        if each.id not in analysed:
            name = each.responsible[0].name if each.responsible else None
            yield Gap(10, "not_analysed", {"name": name, "day": each.held_on}, ("activity", each.id))


def _members(of: Scope) -> Iterator[Gap]:
    """Members without an analysis of a half-year that is over; a quarter's report asks for none."""
    if of.quarter:
        return
    middle = days(of.first_year).quarters[1].ends
    over = {1: middle < of.today, 2: of.bounds[1] < of.today or days(of.first_year).ends <= of.today}
    for each in halves(of.association_id, of.first_year, of.today):
        if over[each.half] and each.kept is None:
            yield Gap(14, "no_member_analysis", {"name": each.name, "half": each.half})


def _prose(found: Iterable[Part], written: Mapping[int, Text]) -> Iterator[Gap]:
    for each in found:
        if (
            each.number in parts.PROSE
            and not each.facts
            and not (each.number in written and written[each.number].text.strip())
        ):
            yield Gap(each.number, "no_prose")


def _classes(sheets: Iterable[Sheet]) -> list[str]:
    return sorted({each.class_name for each in sheets}, key=sort_key)


def _school(of: Scope) -> int:
    return associations.association(of.association_id).school_id
