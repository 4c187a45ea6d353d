"""The pupils who came to a class and those who left it, by name."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from textual import on
from textual.widget import Widget

from db.quality import moves
from db.quality.moves import Move
from tui import commands, typed, words
from tui.screens.base import BirikmeScreen
from tui.texts import N_, _
from tui.widgets.card import CardScreen
from tui.widgets.fields import ChoiceInput, DateInput, TextInput
from tui.widgets.lists import Column, PageList, Row

KINDS = {"arrived": N_("Arrived"), "departed": N_("Departed")}
ASK = "tui.widgets.dialogs:Ask"


class MovesScreen(BirikmeScreen):
    """A class's arrivals and leavers."""

    COMMANDS = (
        commands.NEW.but(help=N_("Note a pupil who came or left.")),
        commands.OPEN.but(help=N_("Change what stands there.")),
        commands.DELETE,
    )
    HELP = N_(
        "Who came to the class and who left it, by name: comparing the years speaks of the same pupils, and these are "
        "the ones who are not. F7 adds one."
    )

    def __init__(self, class_id: int, of_class: str) -> None:
        super().__init__()
        self._class_id, self._of_class = class_id, of_class
        self._known: dict[int, Move] = {}

    def title_text(self) -> str:
        """Of which class."""
        return " · ".join((_("Came, left"), self._of_class))

    def body(self) -> Iterable[Widget]:
        """The pupils."""
        columns = Column(width=8), Column(N_("Pupil")), Column(N_("Day"), width=11), Column(N_("Note"))
        yield PageList(*columns, empty=N_("Nobody came and nobody left. F7 notes a pupil."), id="moves")

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        self._list.focus()

    @property
    def _list(self) -> PageList:
        return self.query_one("#moves", PageList)

    def fill(self) -> None:
        """Read the class."""
        self._known = {each.id: each for each in moves.moves([self._class_id])}
        self._list.set_rows(
            Row(each.id, (_(KINDS[each.kind]), each.pupil, words.day(each.moved_on), each.note))
            for each in self._known.values()
        )

    def _chosen(self) -> Move | None:
        key = self._list.key
        return self._known.get(key) if isinstance(key, int) else None

    def action_new(self) -> None:
        """Note a pupil."""
        self.app.open("tui.screens.quality.moves:MoveForm", class_id=self._class_id, of=None)

    @on(PageList.Opened, "#moves")
    def action_open(self) -> None:
        """Change one."""
        if of := self._chosen():
            self.app.open("tui.screens.quality.moves:MoveForm", class_id=self._class_id, of=of)

    def action_delete(self) -> None:
        """Ask, then take it away."""
        if of := self._chosen():
            self.app.open_dialog(ASK, _("Take away? {text}").format(text=of.pupil), then=partial(self._delete, of.id))

    def _delete(self, move_id: int, yes: bool) -> None:
        if yes:
            self.app.save(moves.remove_move, move_id, then=lambda _none: self.app.refresh_screens())


class MoveForm(CardScreen):
    """One pupil."""

    HELP = N_("Who came or left, when, from where or where to. F2 saves.")

    def __init__(self, class_id: int, of: Move | None) -> None:
        super().__init__()
        self._class_id, self._of = class_id, of
        self.draft_key = f"class_move:{of.id if of else class_id}"

    def title_text(self) -> str:
        """Who."""
        return " · ".join((_("Came, left"), self._of.pupil if self._of else _("new")))

    def parts(self) -> Iterable[Widget]:
        """Who, when, from where."""
        of = self._of
        kinds = [(code, _(word)) for code, word in KINDS.items()]
        yield ChoiceInput("kind", N_("What happened"), kinds, of.kind if of else "arrived")
        yield TextInput("pupil", N_("Pupil"), of.pupil if of else "", required=True)
        yield DateInput("moved_on", N_("Day"), words.day(of.moved_on if of else None), parse=typed.past_day)
        yield TextInput("note", N_("From where, where to"), of.note if of else "")

    def submit(self, values: dict[str, Any]) -> None:
        """Save it."""
        self.save(moves.save_move, self._of.id if self._of else None, self._class_id, **values)
