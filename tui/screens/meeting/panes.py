"""The left side: the agenda and who is there, always in sight."""

from collections.abc import Iterable

from textual.actions import SkipAction

from db.meetings.rows import AttendanceRow, Item, Sheet
from tui.texts import N_, _
from tui.widgets.lists import PageList, Row

REASONS = {
    "ill": N_("ill"),
    "teaching": N_("has a lesson then"),
    "business_trip": N_("business trip"),
    "course": N_("course (seminar)"),
    "family": N_("family reasons"),
    "leave": N_("on leave"),
    "child_leave": N_("child-care leave"),
    "other_school": N_("lessons at another school"),
    "excused": N_("excused"),
    "unexcused": N_("not excused"),
    "sent": N_("sent by the office"),
    "": N_("absent"),
}
"""Reasons of absence; the first ten are the digits 1–9 and 0."""

SHORT_REASONS = {
    "ill": N_("illness"),
    "teaching": N_("lesson"),
    "business_trip": N_("trip"),
    "course": N_("course"),
    "family": N_("family"),
    "leave": N_("leave"),
    "child_leave": N_("child care"),
    "other_school": N_("other school"),
    "excused": N_("excused"),
    "unexcused": N_("not excused"),
    "sent": N_("errand"),
    "": "",
}
"""The same where room is short: beside a name."""


class PaneList(PageList):
    """A list of the meeting's screen: PgUp and PgDn go to the previous and next question from here too."""

    def action_page(self, step: int) -> None:
        """Leave the key to the screen."""
        raise SkipAction


OPENING, CLOSING = "opening", "closing"


def agenda_rows(of: Sheet, page: object) -> Iterable[Row]:
    """The pages of a meeting as the list at the left: preparation, the items, the end."""
    yield Row(OPENING, (_mark(page == OPENING, of.meeting.started_at != ""), _("Preparation")), "dim")
    for item in of.items:
        number = f"{item.number} " if item.number else "→ "
        mark = _mark(page == item.row.id, item.touched)
        yield Row(item.row.id, (mark, f"{number}{item.row.title or '…'}"), "" if item.number else "dim")
    yield Row(CLOSING, (_mark(page == CLOSING, of.meeting.ended_at != ""), _("Closing")), "dim")


def _mark(current: bool, touched: bool) -> str:
    if current:
        return "▶"
    return "✓" if touched else " "


def attendance_rows(of: Sheet) -> Iterable[Row]:
    """Members and guests: a sign, the name, and why or how."""
    for row in of.attendance:
        yield Row(row.id, (_sign(row), f"{row.name.listed} {_how(row)}".strip()), "" if row.took_part else "dim")
    for guest in of.guests:
        yield Row(-guest.id, ("+", f"{guest.name} {guest.office}".strip()), "dim")


def _sign(row: AttendanceRow) -> str:
    return {"absent": "−", "late": "~", "left": "~", "online": "○"}.get(row.state, "✓")


def _how(row: AttendanceRow) -> str:
    if row.state == "absent":
        return row.reason_text or _(SHORT_REASONS[row.reason])
    if row.state == "late":
        return row.arrived.replace(":", ".") or _("late")
    return {"left": _("left early"), "online": _("online")}.get(row.state, "")


def pages(of: Sheet) -> list[object]:
    """The pages of a meeting in order."""
    return [OPENING, *(item.row.id for item in of.items), CLOSING]


def neighbour(of: Sheet, page: object, step: int) -> object:
    """The page after (step 1) or before (step −1) a page; an end stays where it is."""
    known = pages(of)
    at = known.index(page) if page in known else 0
    return known[max(0, min(len(known) - 1, at + step))]


def first_page(of: Sheet) -> object:
    """Where a meeting opens when no place is remembered: its first untouched item while it runs."""
    if of.meeting.state == "planned":
        return OPENING
    untouched: list[Item] = [item for item in of.agenda if not item.touched]
    if of.meeting.state == "in_progress" and untouched:
        return untouched[0].row.id
    return CLOSING
