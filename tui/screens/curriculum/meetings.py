"""Which meeting considered something: asked in one box, answered with a meeting, a typed day, or nothing."""

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from db.meetings.overview import HELD
from db.meetings.rows import MeetingRow
from db.meetings.sheet import meetings
from tui import clock, current, typed, words
from tui.texts import _

if TYPE_CHECKING:
    from tui.app import BirikmeApp

PICK, PROMPT = "tui.widgets.dialogs:Pick", "tui.widgets.dialogs:Prompt"
Answer = Callable[[dt.date | None, int | None], None]
"""Takes the day (None: it was not done) and the meeting, if it was one's."""


def ask_meeting(app: "BirikmeApp", first_year: int, question: str, then: Answer) -> None:
    """Offer the year's meetings that were held, the newest first, a day without a meeting, and none."""
    held = [each for each in meetings(current.association_id(), first_year) if each.state in HELD]
    held.reverse()
    options = [*(_named(each) for each in held), _("On another day: I type it"), _("Not considered after all")]

    def answered(at: int | None) -> None:
        if at is None:
            return
        if at < len(held):
            then(None, held[at].id)
        elif at == len(held):
            ask_day(app, question, None, lambda day: then(day, None))
        else:
            then(None, None)

    app.open_dialog(PICK, question, options, then=answered)


def ask_day(app: "BirikmeApp", question: str, day: dt.date | None, then: Callable[[dt.date], None]) -> None:
    """Ask for a day; Enter without one is today."""
    hint = _("Enter without a day: today, {day}").format(day=words.day(clock.today()))

    def answered(found: dt.date | None) -> None:
        if found is not None:
            then(found)

    app.open_dialog(PROMPT, f"{question}\n{hint}", words.day(day), _day_or_today, then=answered)


def _day_or_today(text: str) -> dt.date:
    return typed.past_day(text) if text else clock.today()


def _named(of: MeetingRow) -> str:
    return _("Meeting № {number}, {day}").format(number=of.number, day=words.day(of.held_on))
