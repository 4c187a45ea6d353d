"""What of the plan is due: the lines overdue and those of the next seven days, for the home screen."""

import datetime as dt

from db.plans.rows import Line
from db.rules import plan_terms
from tui import plan_words, typed_plan, words

OVERDUE_SHOWN = 4
COMING_SHOWN = 5
COMING_DAYS = 6
"""Today and so many days more."""
TO_COME = frozenset({"planned", "moved", "partly"})


def overdue(found: list[Line]) -> list[Line]:
    """Of a year's lines those whose term has passed with nothing done, the newest first."""
    return sorted((each for each in found if each.state == "overdue"), key=lambda each: each.last, reverse=True)


def coming(found: list[Line], today: dt.date) -> list[Line]:
    """Of a year's lines those not done yet with a day, or the end of a month or quarter, in the next week."""
    end = today + dt.timedelta(days=COMING_DAYS)
    soon = (each for each in found if each.state in TO_COME)
    near = [each for each in soon if plan_terms.touches(_first(each), each.last, today, end)]
    return sorted(near, key=lambda each: (max(_first(each), today), each.last))


def _first(of: Line) -> dt.date:
    """The first day on which a line is in sight: a month's or a quarter's is so at its end only."""
    return of.first if of.term in ("day", "span") else of.last


def text(of: Line) -> str:
    """What, which class, who."""
    return " – ".join(each for each in (" · ".join(filter(None, (of.text, of.classes))), typed_plan.names(of)) if each)


def when(of: Line) -> str:
    """The term as the right column shows it."""
    return words.day(of.last) if of.term == "day" else plan_words.term(of)
