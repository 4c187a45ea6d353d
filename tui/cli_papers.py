"""Word documents from the command line: which there are, and making one."""

import datetime as dt
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from db.errors import Refused
from tui import texts
from tui.cli_store import association_id, reading
from tui.texts import _

if TYPE_CHECKING:
    from templates_docx.documents import Selection
    from tui.cli import Given

YEARS_BACK = 60
"""How many school years are looked through for a meeting whose year is not named."""


def documents(given: "Given") -> int:
    """List the documents with what selects one."""
    from templates_docx.documents import listing

    found = listing(given.language or texts.language())
    if getattr(given.arguments, "json", False):
        print(json.dumps(found, ensure_ascii=False, indent=1))
        return 0
    for each in found:
        print(f"{each['id']:<18}{each['title']:<42}{' '.join('--' + name for name in each['selectors'])}".rstrip())
    return 0


def document(given: "Given") -> int:
    """Make one Word document and say where it went."""
    from db import settings
    from templates_docx import documents as register
    from templates_docx.files import LONGEST, write

    wanted = given.arguments
    with reading(given):
        paper = getattr(wanted, "paper", "") or settings.get("paper_language")
        made = register.make(wanted.id, _selection(given), "ru" if paper == "ru" else "ky")
        path = Path(wanted.output)
        if len(path.name.encode()) > LONGEST:
            raise Refused("file_name_too_long", name=path.name)
        written = write(register.print_paper(made), path / made.file_name if path.is_dir() else path)
    print(written.path)
    if written.kept:
        print(_("The older file is not ours to change; the new one is beside it."), file=sys.stderr)
    return 0


def _selection(given: "Given") -> "Selection":
    """What the options select; raises Refused `selector_unknown` for one that the document does not know."""
    from templates_docx.documents import DOCUMENTS, Selection

    wanted = given.arguments
    if wanted.id not in DOCUMENTS:
        raise Refused("document_unknown", name=wanted.id)
    known = DOCUMENTS[wanted.id].selectors
    for selector in ("year", "meeting", "item", "quarter", "month"):
        if hasattr(wanted, selector) and selector not in known:
            raise Refused("selector_unknown", selector, name=f"--{selector}")
    today = dt.date.today()
    found = association_id(given)
    return Selection(
        association_id=found,
        meeting_id=_meeting(given, found, today),
        items=tuple(getattr(wanted, "item", ())),
        first_year=getattr(wanted, "year", None),
        version=getattr(wanted, "edition", None),
        today=today,
        quarter=getattr(wanted, "quarter", None),
        month=getattr(wanted, "month", None),
    )


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


PERFORM: dict[str, "Callable[[Given], int]"] = {"documents": documents, "document": document}
