"""What is to be prepared: for the next meeting, in the next days, for the head of studies. Rows of the home screen."""

import datetime as dt
from gettext import NullTranslations
from typing import NamedTuple

from db import head_deadlines, kept, soon
from db.evaluations import reading
from db.evaluations.rows import Period
from db.growth import due as growth_due
from db.meetings.rows import MeetingRow
from db.norms import register
from db.soon import Soon
from templates_docx import catalogue, journal
from tui import evaluation_words, growth_words, texts, words
from tui.texts import _

LACKING_SHOWN = 4
COMING_SHOWN = 4
PASSED_SHOWN = 3
GROWTH_SHOWN = 3
COMING_DAYS = 6
"""Today and so many days more."""
NEAR = dt.timedelta(days=14)
"""So long before it a deadline is shown."""
SWITCHED = {"visit": "visits", "extracurricular": "extracurricular"}
"""Kind of an activity → the kind of records that a school may have switched off."""


class Due(NamedTuple):
    """A row: the record that it opens, what it says, when, and its style."""

    table: str
    id: int
    text: str
    when: str
    style: str = ""


def lacking(association_id: int, of: MeetingRow, today: dt.date) -> list[Due]:
    """What a meeting still waits for: reports with who owes them, and documents to be studied by its day."""
    asked = _("report: {title}")
    found = [
        Due("agenda_item", each.item_id, f"{asked.format(title=_short(each.title))} – {each.reporter}", "")
        for each in soon.owed_reports(of.id)
    ]
    if "norms" in kept.not_kept(association_id):
        return found
    return found + [
        Due("norm", each.id, _("to study: {title}").format(title=_short(each.title)), words.day(each.study_by))
        for each in register.due(association_id, today)
        if each.studied_on is None and each.study_by is not None and each.study_by <= (of.held_on or today)
    ]


def planned(association_id: int, first_year: int, today: dt.date) -> tuple[list[Due], list[Due]]:
    """Activities and tests: (those whose last day has passed, those of the next seven days)."""
    off = kept.not_kept(association_id)
    first, last = dt.date(first_year, 8, 1), today + dt.timedelta(days=COMING_DAYS)
    found = [each for each in soon.planned(association_id, first, last) if _is_kept(each, off)]
    passed = [_row(each, "warning") for each in reversed(found) if each.last < today]
    return passed, [_row(each) for each in found if each.last >= today]


def growth(association_id: int, today: dt.date) -> list[Due]:
    """What of the members' growth falls due soon: categories that run out, the next course, stages."""
    found = [each for each in growth_due.due(association_id, today) if growth_due.near(each, today)]
    return [
        Due(each.table, each.row_id, growth_words.due(each), words.day(each.day), "error" if each.day < today else "")
        for each in found
    ]


def evaluations(association_id: int, today: dt.date) -> list[Due]:
    """Announced evaluations: until when one may appeal, how many appeals wait for an answer, what can be closed."""
    if "evaluations" in kept.not_kept(association_id):
        return []
    return [_announced(each, today) for each in reading.announced(association_id)]


def _announced(of: Period, today: dt.date) -> Due:
    name, until = evaluation_words.name(of), of.appeal_until
    if waiting := sum(not each.outcome for each in reading.appeals(of.id)):
        said = _("{period}: appeals without an answer: {count}").format(period=name, count=waiting)
        return Due("evaluation", of.id, said, "", "warning")
    if until and until >= today:
        return Due("evaluation", of.id, _("{period}: appeals until").format(period=name), words.day(until))
    return Due("evaluation", of.id, name, _("can be closed"))


def deadline(association_id: int, today: dt.date) -> tuple[str, str, str] | None:
    """What goes to the head of studies by when, with its style; None as long as it is far."""
    found = head_deadlines.upcoming(association_id, today)
    if found is None or found.day - today > NEAR:
        return None
    said = _("Quarter {number}: plan and fact, decisions, tests – by {day} (it ends {end})")
    text = said.format(number=found.quarter, day=words.day(found.day), end=words.day(found.quarter_ends))
    late = found.day < today
    return text, _("its day has passed") if late else words.in_days((found.day - today).days), "error" if late else ""


def _is_kept(of: Soon, off: frozenset[str]) -> bool:
    return ("tests" if of.table == "control_test" else SWITCHED.get(of.kind, "")) not in off


def _row(of: Soon, style: str = "") -> Due:
    kind = "test_planned" if of.table == "control_test" else "activity_planned"
    spoken = texts.language()
    catalogued = catalogue.texts(spoken) if spoken == "ky" or spoken == "ru" else NullTranslations()
    sort = journal.sort_text(kind, of.kind, None, catalogued)
    what = ": ".join(each for each in (sort[:1].upper() + sort[1:], of.title) if each)
    parts = (" · ".join(each for each in (what, of.classes) if each), ", ".join(name.listed for name in of.people))
    day = of.day if of.last == of.day or not style else of.last
    return Due(
        of.table, of.id, " – ".join(each for each in parts if each), f"{words.day(day)} {words.weekday(day)}", style
    )


def _short(title: str) -> str:
    """A question without its last word: «… жөнүндө» says nothing here."""
    return title.removesuffix(".").removesuffix(" жөнүндө")
