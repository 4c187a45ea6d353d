"""How members grow: from a selection to the values of their papers."""

import dataclasses
import datetime as dt
from typing import Any

from db import kept, schools
from db import members as member_records
from db.growth import due, reading, timeline
from db.growth.kinds import KINDS
from db.growth.rows import MentoringRow, PracticeRow, SelfEducationRow
from db.meetings.content import printed
from db.rules.growth import next_course
from templates_docx.catalogue import PaperLanguage
from templates_docx.compose.members import member as member_record
from templates_docx.compose.selecting import year_of
from templates_docx.documents import Selection
from templates_docx.growth import SECTIONS, courses_values, member_card_values, practice_values
from templates_docx.headings import heading
from templates_docx.values import Filled, Record


def member(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return the card of the person named, else of the first member; with the time line of a year."""
    year = year_of(selection)
    base = {**heading(selection.association_id, selection.today), "year": year}
    found = member_records.members(selection.association_id, selection.today)
    person_id = selection.person_id or next((each.person_id for each in found), None)
    return member_card_values(base, _card(selection, person_id, year) if person_id else None, paper), False


def courses(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return the register of a year's courses, with each member's newest category and next term."""
    year, of = year_of(selection), selection.association_id
    begins, ends = _days(year)
    taken = reading.courses(of)
    newest = {each.person_id: each for each in reversed(taken) if each.day}
    given = {each.person_id: each for each in reversed(reading.attestations(of))}
    years = due.course_years(of)
    school = schools.school()
    people = {each.id: each for each in schools.people(school.id)} if school else {}
    rows = []
    for each in member_records.members(of, selection.today):
        last, category = newest.get(each.person_id), given.get(each.person_id)
        known = people[each.person_id]
        rows.append(
            {
                "name": printed(each.name),
                "courses": [
                    _plain(course)
                    for course in reversed(taken)
                    if course.person_id == each.person_id and course.day and begins <= course.day <= ends
                ],
                "next": _iso(next_course(last.day if last else None, years)),
                "category": known.category,
                "category_year": None if category and category.given_on else known.category_year,
                "order": category.order_number if category else "",
                "given": _iso(category.given_on) if category else None,
            }
        )
    return courses_values({**heading(of, selection.today), "year": year}, rows, paper), False


def practice(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return the paper of the best practice named, else of the newest."""
    if selection.record_id is not None:
        found = reading.record("practice", selection.record_id)
    else:
        found = next(iter(reading.practices(selection.association_id, selection.person_id)), None)
    base = heading(selection.association_id, selection.today)
    return practice_values(base, _plain(found) if found else None, paper), False


def _card(selection: Selection, person_id: int, year: int) -> Record:
    """A person with all her records, and the moments of a year from the oldest."""
    known = schools.person(person_id)
    of = selection.association_id
    moments = timeline.timeline(of, person_id, *_days(year))
    awards, topics = reading.awards(of, person_id), reading.self_education(of, person_id)
    return member_record(known, awards, topics, year) | {
        "class_teacher_of": known.class_teacher_of,
        "phone": known.phone,
        "records": {
            table: [_plain(each) for each in reading.READERS[table](of, person_id)]
            for table in SECTIONS
            if KINDS[table].kept not in kept.not_kept(of)
        },
        "moments": [
            {"date": each.day.isoformat(), "kind": each.kind, "title": each.title} for each in reversed(moments)
        ],
    }


def _plain(of: Any) -> dict[str, Any]:
    """A record as plain values: days in ISO, the meeting where it was told of, its stages or steps."""
    values = {field.name: getattr(of, field.name) for field in dataclasses.fields(of)}
    made: dict[str, Any] = {
        name: _iso(value) if isinstance(value, dt.date) else value
        for name, value in values.items()
        if value is None or isinstance(value, str | int | dt.date)
    }
    if "meeting_number" in made:
        number, day = made["meeting_number"], made["meeting_day"]
        made["meeting"] = {"number": number, "date": day} if number else None
    if "done_on" in made:
        made["date"] = made["done_on"]
    if hasattr(of, "person_id"):
        made["name"] = printed(of.name)
    if isinstance(of, SelfEducationRow):
        made["stages"] = [_plain(each) for each in of.stages]
    if isinstance(of, PracticeRow):
        made["steps"] = [_plain(each) for each in of.steps]
    if isinstance(of, MentoringRow):
        made |= {"mentor": printed(of.name), "novice": printed(of.novice)}
    return made


def _days(year: int) -> tuple[dt.date, dt.date]:
    """The first and the last day of a school year, its holidays counted."""
    return dt.date(year, 8, 1), dt.date(year + 1, 7, 31)


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
