"""Last year's classes on their way into the new year: each a grade higher, or where the reform lets it jump."""

import dataclasses
from collections.abc import Iterable

from textual.widget import Widget

from db.associations import association
from db.quality import classes
from db.quality.classes import Promotion
from db.quality.years import GRADES
from db.rules.alphabet import fold
from tui import commands, current, words
from tui.commands import Command
from tui.screens.base import BirikmeScreen
from tui.texts import N_, _
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown


class MoveUpScreen(BirikmeScreen):
    """F2 takes all marked classes over in one action."""

    COMMANDS = (
        commands.SAVE.but(title=N_("Take"), help=N_("Take the marked classes into the year.")),
        Command("higher", "right", N_("Number"), N_("The class gets a higher number: the reform lets it jump.")),
        Command("lower", "left", N_("Number"), N_("The class gets a lower number."), footer=False),
        Command("mark", "space", N_("Mark"), N_("Take this class over, or leave it out.")),
    )
    HELP = N_(
        "Last year's classes as they go into this year: ← → change the number where it jumps (3 becomes 5 in the year "
        "of the reform), Space leaves a class out. F2 takes them all; the pupils stay one cohort, whatever the number."
    )

    def __init__(self, first_year: int) -> None:
        super().__init__()
        self._year = first_year
        self._school_id = association(current.association_id()).school_id
        self._wanted = list(classes.promotions(self._school_id, first_year))
        self._out: set[int] = set()

    def title_text(self) -> str:
        """Into which year."""
        return " · ".join((_("Classes move up"), words.school_year(self._year)))

    def body(self) -> Iterable[Widget]:
        """The classes, then and now."""
        columns = Column(width=1), Column(N_("Last year"), width=15), Column(N_("This year"), width=12), Column()
        yield PageList(*columns, empty=N_("All classes of last year are in this year already."), id="classes")
        yield Shown(_("← → number   Space – leave out   F2 – take over"), classes="below")

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        self._list.focus()

    @property
    def _list(self) -> PageList:
        return self.query_one("#classes", PageList)

    def fill(self) -> None:
        """Show the classes, and which of them are there already."""
        there = {fold(each.name) for each in classes.beginners(self._school_id, self._year)}
        same = _("is there already: the same pupils")
        named = [(each, classes.written(each.grade, each.letter)) for each in self._wanted]
        self._list.set_rows(
            Row(at, ("·" if at in self._out else "✓", each.before, name, same if fold(name) in there else ""),
                "dim" if at in self._out else "")
            for at, (each, name) in enumerate(named)
        )  # fmt: skip

    def _chosen(self) -> int | None:
        key = self._list.key
        return key if isinstance(key, int) else None

    def action_higher(self) -> None:
        """A grade more."""
        self._turn(1)

    def action_lower(self) -> None:
        """A grade less."""
        self._turn(-1)

    def _turn(self, by: int) -> None:
        at = self._chosen()
        if at is not None and self._wanted[at].grade + by in GRADES:
            of: Promotion = self._wanted[at]
            self._wanted[at] = dataclasses.replace(of, grade=of.grade + by)
            self.refill()

    def action_mark(self) -> None:
        """Take it over, or not."""
        at = self._chosen()
        if at is not None:
            self._out ^= {at}
            self.refill()

    def action_save(self) -> None:
        """Take the marked classes over."""
        wanted = [each for at, each in enumerate(self._wanted) if at not in self._out]
        self.app.save(classes.move_up, self._school_id, self._year, wanted, then=self._done)

    def _done(self, ids: list[int]) -> None:
        self.app.back()
        self.app.refresh_screens()
        self.app.say(_("Classes in the year: {count}. Ctrl+Z – take back.").format(count=len(ids)))
