"""What to say where the computer's date cannot be right: a dead battery, a slip of the hand."""

import datetime as dt

from tui import words
from tui.texts import _

OLDEST, NEWEST = dt.date(2026, 1, 1), dt.date(2099, 12, 31)
"""Before the program was made, and long after it, a clock is wrong."""


def wrong_clock(today: dt.date) -> str:
    """The sentence, empty where the date may be right."""
    if OLDEST <= today <= NEWEST:
        return ""
    return _("The computer's date seems wrong: {day}. Days of meetings are typed, so you can go on.").format(
        day=words.day(today)
    )
