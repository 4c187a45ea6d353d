"""Announcements as plain text for the teachers' chat: the invitation to a meeting, and a month's plan."""

import datetime as dt
from collections.abc import Callable
from functools import partial

from db.meetings.rows import MeetingRow
from db.meetings.sheet import ahead, sheet
from db.plans import views
from db.plans.rows import Line
from db.plans.views import Month
from tui import plan_words, typed_plan, words
from tui.texts import _

Announcement = tuple[str, list[str]]
"""A title and the lines under it."""


def offered(association_id: int, today: dt.date) -> list[tuple[str, Callable[[], Announcement]]]:
    """What can be announced now, each with what makes it: meetings to come, this month's and the next one's plan."""
    coming = [each for each in ahead(association_id) if each.held_on and each.held_on >= today]
    invitations = [
        (_("Invitation: meeting № {number}, {day}").format(number=each.number, day=words.day(each.held_on)), each.id)
        for each in coming
    ]
    months = [(today.year, today.month), (today.year + today.month // 12, today.month % 12 + 1)]
    return [
        *((title, partial(invitation, meeting_id)) for title, meeting_id in invitations),
        *((_month(*month), partial(_plan, association_id, *month, today)) for month in months),
    ]


def _month(year: int, month: int) -> str:
    return _("Work plan: {month} {year}").format(month=words.month(month), year=year)


def _plan(association_id: int, year: int, month: int, today: dt.date) -> Announcement:
    return month_plan(views.of_month(association_id, year, month, today), _month(year, month))


def invitation(meeting_id: int) -> Announcement:
    """The title and the lines: when, where, the questions with who reports."""
    of = sheet(meeting_id)
    meeting = of.meeting
    when = " ".join(part for part in (words.day(meeting.held_on), words.weekday(meeting.held_on)) if part)
    lines = [" · ".join(part for part in (when, meeting.planned_time, meeting.place) if part)]
    for item in of.agenda:
        known = of.names.get(item.row.reporter_id or 0)
        reporter = known.listed if known else item.row.reporter_guest
        lines.append(f"{item.number}. {item.row.title}" + (f" ({reporter})" if reporter else ""))
    return _("Meeting № {number}").format(number=meeting.number), [line for line in lines if line]


def month_plan(of: Month, title: str) -> Announcement:
    """The title and the lines: days first with meetings among them, then what has the whole month."""
    standing = [each for each in of.lines if each.state != "cancelled"]
    dated = [(each.first, 1, _line(each)) for each in standing if each.term in ("day", "span")]
    dated += [(each.held_on, 0, _meeting(each)) for each in of.meetings if each.held_on and each.state != "cancelled"]
    lines = [f"{day:%d.%m} {words.weekday(day)} – {text}" for day, _order, text in sorted(dated)]
    return title, [*lines, *(f"• {_line(each)}" for each in standing if each.term == "month")]


def _line(of: Line) -> str:
    what = " · ".join(each for each in (of.text, of.classes, of.time_place) if each)
    if of.term == "span":
        what = f"{what} ({plan_words.term(of)})"
    who = typed_plan.names(of)
    return f"{what} – {who}" if who else what


def _meeting(of: MeetingRow) -> str:
    named = _("Meeting № {number}").format(number=of.number)
    return " · ".join(each for each in (named, of.planned_time, of.place) if each)
