"""The aspects of a lesson that the association looks at: the list, and one of them."""

from collections.abc import Iterable
from typing import Any, ClassVar

from textual import on
from textual.widget import Widget

from db.observations import aspects as records
from db.observations.aspects import AspectRow
from tui import commands, current
from tui.commands import Command
from tui.screens.base import BirikmeScreen
from tui.texts import N_, _
from tui.widgets.card import CardScreen
from tui.widgets.fields import TextInput
from tui.widgets.lists import Column, PageList, Row


class AspectsScreen(BirikmeScreen):
    """All aspects in their order."""

    COMMANDS: ClassVar[tuple[Command, ...]] = (
        commands.NEW.but(help=N_("Add an aspect.")),
        commands.OPEN.but(id="edit", help=N_("Change the words of the aspect."), footer=False),
        Command("use", "space", N_("On/off"), N_("Look at it no more, or again; older sheets keep it.")),
        commands.DELETE.but(help=N_("Take away an aspect that no sheet has scored.")),
        Command("up", "ctrl+up", N_("Up"), N_("Move the aspect up."), footer=False),
        Command("down", "ctrl+down", N_("Down"), N_("Move the aspect down."), footer=False),
        Command("usual", "1", N_("Usual ones"), N_("Begin with the usual eleven aspects."), footer=False),
    )
    HELP = N_(
        "What is looked at in a lesson, in the order of the sheet. Enter changes the words, F7 adds, Space switches "
        "one off: sheets that scored it keep it. Ctrl+↑ and Ctrl+↓ move it."
    )

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[int, AspectRow] = {}

    def title_text(self) -> str:
        """Which list."""
        return _("Settings") + " · " + _("Lesson analysis: aspects")

    def body(self) -> Iterable[Widget]:
        """The list."""
        empty = N_("The usual eleven come with the first sheet. 1 – have them now, F7 – write another one.")
        yield PageList(
            Column(width=3), Column(N_("Kyrgyz")), Column(N_("Russian")), Column(width=13), empty=empty, id="all"
        )

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        self._list.focus()

    @property
    def _list(self) -> PageList:
        return self.query_one("#all", PageList)

    def fill(self) -> None:
        """Read the aspects."""
        found = records.aspects(current.association_id())
        self._known = {each.id: each for each in found}
        numbered = enumerate(found, start=1)
        self._list.set_rows(Row(each.id, _cells(at, each), "" if each.used else "dim") for at, each in numbered)
        self.refresh_commands()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The usual ones are offered where there are none yet."""
        return not self._known if action == "usual" else True

    @property
    def _chosen(self) -> AspectRow | None:
        key = self._list.key
        return self._known.get(key) if isinstance(key, int) else None

    @on(PageList.Opened)
    def action_edit(self) -> None:
        """Change the words."""
        if of := self._chosen:
            self.app.open("tui.screens.observations.settings:AspectForm", aspect=of)

    def action_new(self) -> None:
        """A new aspect."""
        self.app.open("tui.screens.observations.settings:AspectForm")

    def action_use(self) -> None:
        """Switch it off or on."""
        if of := self._chosen:
            self._do(records.use_aspect, of.id, not of.used)

    def action_delete(self) -> None:
        """Ask first."""
        if of := self._chosen:
            question = _("Take away «{what}»?").format(what=of.ky or of.ru)
            self.app.open_dialog("tui.widgets.dialogs:Ask", question, then=lambda yes: self._delete(of, yes))

    def _delete(self, of: AspectRow, yes: bool | None) -> None:
        if yes:
            self._do(records.remove_aspect, of.id)

    def action_up(self) -> None:
        """One place up."""
        self._move(-1)

    def action_down(self) -> None:
        """One place down."""
        self._move(1)

    def _move(self, by: int) -> None:
        if of := self._chosen:
            self._do(records.move_aspect, of.id, by)

    def action_usual(self) -> None:
        """Begin with the usual ones."""
        self._do(records.load_stock, current.association_id())

    def _do(self, action: Any, *args: Any) -> None:
        self.app.save(action, *args, then=lambda _value: self.app.refresh_screens())


def _cells(at: int, of: AspectRow) -> tuple[str, ...]:
    return str(at), of.ky, of.ru, "" if of.used else _("switched off")


class AspectForm(CardScreen):
    """One aspect in both languages."""

    HELP = N_("What is looked at, as it stands on the sheet in both languages; one language is enough. F2 saves.")

    def __init__(self, aspect: AspectRow | None = None) -> None:
        super().__init__()
        self._of = aspect
        self.draft_key = f"aspect:{aspect.id if aspect else 'new'}"

    def title_text(self) -> str:
        """New or not."""
        return _("Lesson analysis: aspects") + (f" · {_('new')}" if self._of is None else "")

    def parts(self) -> Iterable[Widget]:
        """Both texts."""
        yield TextInput("ky", N_("Kyrgyz"), self._of.ky if self._of else "")
        yield TextInput("ru", N_("Russian"), self._of.ru if self._of else "")

    def submit(self, values: dict[str, Any]) -> None:
        """Save it."""
        self.save(records.save_aspect, self._of.id if self._of else None, current.association_id(), **values)
