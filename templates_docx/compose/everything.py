"""All that is kept about a person: from a selection to the values of the paper."""

from dataclasses import asdict

from db import members
from db.everything import Part, changes, everything
from db.meetings.content import printed
from db.schools import person
from templates_docx.catalogue import PaperLanguage
from templates_docx.documents import Selection
from templates_docx.everything import everything_values
from templates_docx.headings import heading
from templates_docx.values import Filled, Record


def kept(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return all that is kept about the person named, else about the first member."""
    base = heading(selection.association_id, selection.today)
    there = members.members(selection.association_id)
    person_id = selection.person_id or (there[0].person_id if there else None)
    if person_id is None:
        return everything_values(base, None, [], 0, paper), False
    found = everything(person_id)
    single = _single_association(found)
    plain = [_part(part, single) for part in found]
    return everything_values(base, printed(person(person_id).name), plain, changes(found), paper), False


def _single_association(parts: tuple[Part, ...]) -> bool:
    """Whether all rows are of one association, so that it need not be named in each."""
    named = {of.value for part in parts for row in part.rows for of in row.values if of.field == "association"}
    return len(named) < 2


def _part(part: Part, single: bool) -> Record:
    """A part as plain values, without what every row would say again: whose it is, and of which association."""
    repeated = {"person"} | ({"association"} if single and part.table != "member" else set())
    return {
        "table": part.table,
        "rows": [
            {"removed": row.removed, "values": [asdict(of) for of in row.values if of.field not in repeated]}
            for row in part.rows
        ],
    }
