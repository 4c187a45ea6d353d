"""How lesson analyses read on the screen."""

from decimal import Decimal

from db.events.rows import Activity
from db.rules.lesson_scores import Summary
from tui import words
from tui.texts import _


def lesson(of: Activity) -> str:
    """Teacher, class, subject, day, lesson: what a sheet is about."""
    teachers = ", ".join(each.name.listed for each in of.responsible)
    number = _("lesson {number}").format(number=of.lesson) if of.lesson else ""
    return " · ".join(part for part in (teachers, of.classes, of.subject, words.day(of.held_on), number) if part)


def mean(of: Decimal | None) -> str:
    """A mean with a comma, without zeros at its end; nothing where there is none."""
    return "" if of is None else f"{of:f}".rstrip("0").rstrip(".").replace(".", ",")


def summed(of: Summary) -> str:
    """The sum out of what it could be, and the mean."""
    if of.mean is None:
        return _("scored: {scored}/{aspects}").format(scored=0, aspects=of.aspects)
    said = _("Sum {total}/{possible} · mean {mean}")
    return said.format(total=of.total, possible=of.possible, mean=mean(of.mean))
