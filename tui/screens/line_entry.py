"""What screens have in common on which records are written one after the other, each in one line of text."""

import datetime as dt
from collections.abc import Iterable
from typing import Protocol

from textual import on
from textual.widgets import TextArea

from db.rules.people import People
from tui import clock, current, typed_plan
from tui.screens.base import BirikmeScreen
from tui.texts import _
from tui.widgets.text import LineField


class Read(Protocol):
    """What was read of a line."""

    @property
    def unknown(self) -> tuple[str, ...]:
        """Letters that fit nobody."""

    @property
    def ambiguous(self) -> tuple[tuple[str, tuple[int, ...]], ...]:
        """Letters that fit several, with whom."""


class LineEntry(BirikmeScreen):
    """The line is `#entry`; what it means is shown under it with every key, Enter adds it."""

    TYPED_INTO = True

    def on_mount(self) -> None:
        """The line has the keys."""
        super().on_mount()
        self.query_one("#entry", LineField).focus()

    @on(TextArea.Changed, "#entry")
    def _typed(self) -> None:
        self.understand()

    @on(LineField.Submitted, "#entry")
    def _entered(self, event: LineField.Submitted) -> None:
        event.prevent_default()
        self.action_add()

    def understand(self) -> None:
        """Read the line and show what it means."""
        raise NotImplementedError

    def action_add(self) -> None:
        """Add what the line says."""
        raise NotImplementedError


def day_in(first_year: int) -> dt.date:
    """Today, or the nearest day of the school year of which lines are written."""
    return min(max(clock.today(), dt.date(first_year, 8, 1)), dt.date(first_year + 1, 7, 31))


def doubts(read: Read | None, people: People) -> Iterable[str]:
    """Who was called and is nobody, no longer a member, or not one person alone."""
    names = dict(people)
    for letters in read.unknown if read else ():
        gone = typed_plan.left(letters, current.association_id())
        nobody = _("Nobody is called so: {letters}").format(letters=letters)
        yield _("Is no longer a member: {name}").format(name=gone) if gone else nobody
    for letters, ids in read.ambiguous if read else ():
        several = ", ".join(names[each].listed for each in ids)
        yield _("Several fit {letters}: {names}").format(letters=letters, names=several)
