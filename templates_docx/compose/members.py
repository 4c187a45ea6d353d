"""The members: from a selection to the values of their papers."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from db import members as member_records
from db import schools
from db.growth import reading
from db.growth.rows import AwardRow, SelfEducationRow
from db.meetings.content import printed
from db.rules.alphabet import fold
from templates_docx.catalogue import PaperLanguage
from templates_docx.compose.selecting import year_of
from templates_docx.documents import Selection
from templates_docx.headings import heading
from templates_docx.members import members_values
from templates_docx.values import Filled


def members(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return the list of today's members."""
    found = member_records.members(selection.association_id, selection.today)
    school = schools.school()
    people = {person.id: person for person in schools.people(school.id)} if school else {}
    year = year_of(selection)
    awards: dict[int, list[AwardRow]] = defaultdict(list)
    topics: dict[int, list[SelfEducationRow]] = defaultdict(list)
    for award in reading.awards(selection.association_id):
        awards[award.person_id].append(award)
    for topic in reading.self_education(selection.association_id):
        topics[topic.person_id].append(topic)
    rows = [
        member(people[each.person_id], awards[each.person_id], topics[each.person_id], year)
        for each in found
        if each.person_id in people
    ]
    return members_values(heading(selection.association_id, selection.today), rows, paper), False


def member(
    person: schools.PersonRow, awards: Sequence[AwardRow], topics: Sequence[SelfEducationRow], year: int
) -> dict[str, Any]:
    """Return a person as papers take her; awards and the theme come from their records, the card's text before them."""
    same = (
        "education", "institution", "speciality", "service_total", "service_teaching", "category", "category_year",
        "subjects", "classes", "load_hours",
    )  # fmt: skip
    noted = [
        ", ".join(str(part) for part in (each.title, each.known_year) if part)
        for each in reversed(awards)
        if not _told(each, person.awards)
    ]
    current = [each.topic for each in topics if each.first_year <= year <= (each.last_year or year)]
    return {
        "name": printed(person.name),
        "born": person.born.isoformat() if person.born else None,
        "awards": "\n".join(part for part in (person.awards, *noted) if part),
        "self_education": "\n".join(current) or person.self_education,
    } | {field: getattr(person, field) for field in same}


def _told(of: AwardRow, text: str) -> bool:
    """Whether the card's own text names an award already: its title, and its year where that is known."""
    return fold(of.title) in fold(text) and str(of.known_year or "") in text
