"""What the options of the command line select a document by: year, quarter, month, meeting, teacher, class, record."""

import datetime as dt
from typing import TYPE_CHECKING

from db.errors import Refused
from tui.cli_store import association_id

if TYPE_CHECKING:
    from templates_docx.documents import Document, Selection
    from tui.cli import Given

SELECTORS = ("year", "meeting", "item", "quarter", "month", "member", "class", "uid")
"""Options that not every document knows."""
YEARS_BACK = 60
"""How many school years are looked through for a meeting whose year is not named."""


def selection(given: "Given") -> "Selection":
    """What the options select; raises Refused `selector_unknown` for one that the document does not know.

    And `document_unknown`, `meeting_unknown`, `month_outside_year`, `not_found`, `several_found`, `class_expected`,
    `uid_unknown`.
    """
    from templates_docx.documents import DOCUMENTS, Selection

    wanted = given.arguments
    if wanted.id not in DOCUMENTS:
        raise Refused("document_unknown", name=wanted.id)
    document = DOCUMENTS[wanted.id]
    for selector in SELECTORS:
        if hasattr(wanted, selector) and selector not in document.selectors:
            raise Refused("selector_unknown", selector, name=f"--{selector}")
    today = dt.date.today()
    found = association_id(given)
    first_year, month = _year_and_month(given)
    return Selection(
        association_id=found,
        meeting_id=_meeting(given, found, today),
        items=tuple(getattr(wanted, "item", ())),
        first_year=first_year,
        version=getattr(wanted, "edition", None),
        today=today,
        quarter=getattr(wanted, "quarter", None),
        month=month,
        record_id=_record(given, document),
        person_id=_person(given, found),
        class_name=_class(given),
    )


def _year_and_month(given: "Given") -> tuple[int | None, int | None]:
    """The school year and the month; «2026-11» says both. Raises Refused `month_outside_year`."""
    from db.rules.calendar import YEAR_BEGINS_IN

    first_year = getattr(given.arguments, "year", None)
    year, month = getattr(given.arguments, "month", (None, None))
    if year is None:
        return first_year, month
    of = year if month >= YEAR_BEGINS_IN else year - 1
    if first_year not in (None, of):
        raise Refused("month_outside_year", "month", month=f"{year}-{month:02}", year=f"{first_year}-{first_year + 1}")
    return of, month


def _meeting(given: "Given", association: int, today: dt.date) -> int | None:
    """The meeting of that number: of the year named, else of the newest that has it; None leaves it to the document."""
    from db.calendar import current_first_year
    from db.meetings.sheet import meetings

    number = getattr(given.arguments, "meeting", None)
    year = getattr(given.arguments, "year", None)
    if number is None:
        return None
    newest = current_first_year(today) + 1
    for first_year in range(newest, newest - YEARS_BACK, -1) if year is None else (year,):
        for meeting in meetings(association, first_year):
            if meeting.number == number:
                return meeting.id
    raise Refused("meeting_unknown", "meeting", number=number)


def _person(given: "Given", association: int) -> int | None:
    """The member of that name, one who has left too where nobody who is there fits."""
    from db.members import members
    from db.rules.people import find

    name = getattr(given.arguments, "member", None)
    if name is None:
        return None
    known = members(association, include_left=True)
    for there in ([each for each in known if each.until is None], known):
        people = {each.person_id: each.name for each in there}
        found = find(name, list(people.items()))
        if len(found) > 1:
            raise Refused("several_found", "member", text=name, names=", ".join(people[each].full for each in found))
        if found:
            return found[0]
    raise Refused("not_found", "member", text=name)


def _class(given: "Given") -> str:
    """The class as it is written, «4-А»; raises Refused `class_expected`."""
    from db.rules.names import class_name

    text = getattr(given.arguments, "class", "")
    found = class_name(text)
    if text and not found[:1].isdigit():
        raise Refused("class_expected", "class", text=text)
    return found


def _record(given: "Given", document: "Document") -> int | None:
    """The one record that a paper is about; None leaves it to the document."""
    from db.reading import id_of

    uid = getattr(given.arguments, "uid", "").strip().lower()
    return id_of(document.table, uid) if uid else None
