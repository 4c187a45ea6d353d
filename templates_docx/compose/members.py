"""The members: from a selection to the values of their papers."""

from db import members as member_records
from db import schools
from db.meetings.content import printed
from templates_docx.catalogue import PaperLanguage
from templates_docx.documents import Selection
from templates_docx.headings import heading
from templates_docx.members import members_values
from templates_docx.values import Filled, Record


def members(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return the list of today's members."""
    found = member_records.members(selection.association_id, selection.today)
    school = schools.school()
    people = {person.id: person for person in schools.people(school.id)} if school else {}
    rows = [_member(people[each.person_id]) for each in found if each.person_id in people]
    return members_values(heading(selection.association_id, selection.today), rows, paper), False


def _member(person: schools.PersonRow) -> Record:
    same = (
        "education", "institution", "speciality", "service_total", "service_teaching", "category", "category_year",
        "subjects", "classes", "load_hours", "awards", "self_education",
    )  # fmt: skip
    born = person.born.isoformat() if person.born else None
    return {"name": printed(person.name), "born": born} | {field: getattr(person, field) for field in same}
