"""The classes of a school year, and how they get there: added one by one, or moved up from the year before."""

from collections.abc import Iterable
from functools import partial

from textual import on
from textual.widget import Widget

from db import calendar, schools
from db.associations import association
from db.quality import classes, moves
from db.quality.classes import SchoolClassRow
from db.quality.moves import Move
from tui import clock, commands, current, words
from tui.commands import Command
from tui.screens.listing import OfYear
from tui.texts import N_, _
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown
from tui.widgets.year_list import YEARS, YearList

ASK = "tui.widgets.dialogs:Ask"


class ClassesScreen(OfYear):
    """A year's classes with their teachers; the same pupils stay one cohort."""

    COMMANDS = (
        commands.NEW.but(help=N_("Add a class whose pupils are new here.")),
        commands.OPEN.but(help=N_("Change the class: its number, letter, class teacher, pupils.")),
        Command("move_up", "1", N_("Move up"), N_("Take last year's classes into this year, a grade higher.")),
        Command("moves", "2", N_("Came, left"), N_("The pupils who came to the class or left it, by name.")),
        commands.DELETE.but(help=N_("Take a class out of the year."), footer=False),
        *YEARS,
    )
    HELP = N_(
        "The school's classes in this year. A class is the same pupils through the years, whatever its number: 1 takes "
        "last year's classes into this year, and where the reform lets a number jump you say so. Comparing primary and "
        "middle school rests on this. 2 notes who came and who left. PgUp and PgDn show another year."
    )

    def __init__(self, first_year: int | None = None) -> None:
        super().__init__()
        self._year = first_year or calendar.current_first_year(clock.today())
        self._known: dict[int, SchoolClassRow] = {}
        self._moves: list[Move] = []
        self._waiting = 0

    def title_text(self) -> str:
        """The year, and how many classes of last year are not in it."""
        parts = [_("Our classes"), words.school_year(self._year)]
        waiting = _("not moved up: {count}").format(count=self._waiting) if self._waiting else ""
        return " · ".join([*parts, *([waiting] if waiting else [])])

    def body(self) -> Iterable[Widget]:
        """The classes, who came and left."""
        columns = Column(N_("Class"), width=7), Column(N_("Class teacher")), Column(N_("Pupils"), width=9, right=True)
        empty = N_("No classes in this year yet. F7 adds the first one; 1 takes over those of the year before.")
        yield YearList(*columns, empty=empty, id="classes")
        yield Shown(id="whole", classes="below")

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        self._list.focus()

    @property
    def _list(self) -> PageList:
        return self.query_one("#classes", PageList)

    @property
    def chosen(self) -> SchoolClassRow | None:
        """The class under the cursor."""
        key = self._list.key
        return self._known.get(key) if isinstance(key, int) else None

    @property
    def _school_id(self) -> int:
        return association(current.association_id()).school_id

    def fill(self) -> None:
        """Read the year."""
        found = classes.classes(self._school_id, self._year)
        self._waiting = len(classes.promotions(self._school_id, self._year))
        self._moves = moves.moves(each.id for each in found)
        called = schools.names(each.class_teacher_id for each in found if each.class_teacher_id)
        self._known = {each.id: each for each in found}
        self._list.set_rows(
            Row(each.id, (each.name, _teacher(each, called), "" if each.pupils is None else str(each.pupils)))
            for each in found
        )
        self._show_whole()

    @on(PageList.Highlighted, "#classes")
    def _show_whole(self) -> None:
        of = self.chosen
        own = [each for each in self._moves if of and each.school_class_id == of.id]
        self.query_one("#whole", Shown).show("\n".join(said(own)))
        self.refresh_commands()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a chosen class can be opened; only classes of last year can be moved up."""
        if action == "move_up":
            return self._waiting > 0
        return self.is_mounted and self.chosen is not None if action in ("open", "moves", "delete") else True

    def action_new(self) -> None:
        """Add a class."""
        self._form(None)

    @on(PageList.Opened, "#classes")
    def action_open(self) -> None:
        """Change the class."""
        if of := self.chosen:
            self._form(of)

    def _form(self, of: SchoolClassRow | None) -> None:
        self.app.open("tui.screens.quality.class_form:ClassForm", first_year=self._year, of=of)

    def action_move_up(self) -> None:
        """Show last year's classes with the numbers that they get."""
        self.app.open("tui.screens.quality.move_up:MoveUpScreen", first_year=self._year)

    def action_moves(self) -> None:
        """Who came and left."""
        if of := self.chosen:
            self.app.open("tui.screens.quality.moves:MovesScreen", class_id=of.id, of_class=of.name)

    def action_delete(self) -> None:
        """Ask, then take the class out."""
        if of := self.chosen:
            question = _("Take class {name} out of this year?").format(name=of.name)
            self.app.open_dialog(ASK, question, then=partial(self._delete, of.id))

    def _delete(self, class_id: int, yes: bool) -> None:
        if yes:
            self.app.save(classes.remove_class, class_id, then=lambda _none: self.app.refresh_screens())


def said(found: Iterable[Move]) -> list[str]:
    """Who came and who left, a line each kind."""
    known = list(found)
    heads = {"arrived": _("Came: {names}"), "departed": _("Left: {names}")}
    lines = []
    for kind, head in heads.items():
        named = [" ".join(part for part in (each.pupil, words.day(each.moved_on), each.note) if part)
                 for each in known if each.kind == kind]  # fmt: skip
        if named:
            lines.append(head.format(names="; ".join(named)))
    return lines


def _teacher(of: SchoolClassRow, called: dict[int, schools.Name]) -> str:
    return called[of.class_teacher_id].listed if of.class_teacher_id else ""
