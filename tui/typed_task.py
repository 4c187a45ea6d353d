"""A task typed in one line, as a decision is: «!фамилия 25,12 эмне кылат»; and the line of one to be typed over."""

import datetime as dt
import re
from collections.abc import Iterable

from db import calendar, members, schools, settings
from db.errors import Refused
from db.meetings.sheet import ahead
from db.rules.deadlines import Entry, parse_entry
from db.rules.people import People, find
from tui import clock, current

_LIKE_A_DAY = re.compile(r"\d{1,2}[.,/]\d{2}(?!\d)")
TITLE_ENDS = ("жөнүндө", "тууралуу", "боюнча")
"""Words with which the title of a question ends in Kyrgyz."""


def people() -> People:
    """Who can be called: the members first, then the other people of the school."""
    found = [(each.person_id, each.name) for each in members.members(current.association_id())]
    known = {person_id for person_id, _name in found}
    school = schools.school()
    others = schools.people(school.id) if school else []
    return found + [(each.id, each.name) for each in others if each.id not in known]


def task(text: str) -> Entry:
    """Read who, until when and what; «кийинки отурум» is the day of the next meeting planned.

    Raises Refused `required` without a text, `not_found` and `several_found` for letters that mean not one person,
    `next_meeting_unknown` where none is planned, `date_expected` for a day that does not exist («40,10»).
    """
    known, today = people(), clock.today()
    found = parse_entry(
        text, today=today, people=known, quarter_end=calendar.quarter_end(today), next_meeting=_next_meeting(today)
    )
    names = dict(known)
    for letters in found.unknown:
        raise Refused("not_found", text=letters)
    for _letters, ids in found.ambiguous:
        raise Refused("several_found", names=", ".join(names[each].listed for each in ids))
    if found.next_meeting and found.deadline is None:
        raise Refused("next_meeting_unknown")
    if not found.text:
        raise Refused("required")
    if found.deadline is None and _LIKE_A_DAY.match(found.text):
        raise Refused("date_expected")
    return found


def line(text: str, owner_ids: Iterable[int], due: str = "") -> str:
    """The line that reads as these people, this term and this text."""
    known = people()
    names = dict(known)
    called = [f"!{_call(owner, known)}" for owner in owner_ids if owner in names]
    return " ".join((*called, *filter(None, (due, text.strip()))))


def filled(text: str) -> str:
    """A text that is not empty; raises Refused `required`."""
    if not text:
        raise Refused("required")
    return text


def language() -> str:
    """The language in which the association's records are typed, which need not be the interface's: ky or ru."""
    return str(settings.get("typing_language", current.association_id()))


def title(text: str) -> str:
    """A question's title made of a text: without its full stop, in Kyrgyz with the word that titles end in."""
    plain = " ".join(text.split()).rstrip(" .;:,")
    return plain if language() == "ru" or not plain or plain.endswith(TITLE_ENDS) else f"{plain} жөнүндө"


def _next_meeting(today: dt.date) -> dt.date | None:
    days = [each.held_on for each in ahead(current.association_id()) if each.held_on and each.held_on > today]
    return min(days, default=None)


def _call(person_id: int, known: People) -> str:
    """As few words of a name as mean this person alone: the surname, else the short name, else the full one."""
    name = dict(known)[person_id]
    for letters in (name.surname, name.listed, name.full):
        if find(letters, known) == (person_id,):
            return letters
    return name.full
