"""What a record came from and what came of it: Enter goes there, 0 walks on."""

from collections.abc import Iterable

from textual import on
from textual.widget import Widget

from db.errors import Refused
from db.ties import reading
from db.ties.rows import Tied, Ties
from tui import commands, places, tied_words, words
from tui.texts import N_, _
from tui.tied import TiedScreen
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown


class TiesScreen(TiedScreen):
    """One record with its ties in both directions."""

    COMMANDS = (commands.OPEN.but(help=N_("Go to the chosen record.")),)
    HELP = N_(
        "Above stands what the record came from, below what came of it. Enter goes to the chosen one, 0 shows its own "
        "ties: so one walks from what a meeting heard to the work that was done. 7 makes a task, 8 a question, 9 a "
        "line of the plan of the chosen one, or of the record itself where nothing is tied to it yet."
    )

    def __init__(self, table: str, row_id: int) -> None:
        super().__init__()
        self._record = table, row_id
        self._ties: Ties | None = None

    def title_text(self) -> str:
        """Whose ties."""
        return " · ".join((_("Ties"), tied_words.kind(self._ties.of))) if self._ties else _("Ties")

    def body(self) -> Iterable[Widget]:
        """The record, the two lists in one, the whole of the chosen one."""
        yield Shown(id="of")
        columns = (Column(width=15), Column(), Column(width=10), Column(width=18))
        empty = N_("Nothing is tied to this record yet. 7 – task, 8 – question of a meeting, 9 – line of the plan.")
        yield PageList(*columns, empty=empty, id="ties")
        yield Shown(id="whole", classes="below")

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        self._list.focus()

    @property
    def _list(self) -> PageList:
        return self.query_one("#ties", PageList)

    def fill(self) -> None:
        """Read the ties; a record that is gone closes the screen."""
        try:
            self._ties = reading.ties(*self._record)
        except Refused:
            self._ties = None
            self.call_later(self.app.back)
            return
        self.query_one("#of", Shown).show(tied_words.whole(self._ties.of))
        self._list.set_rows(rows(self._ties))
        self._show_whole()

    @on(PageList.Highlighted, "#ties")
    def _show_whole(self) -> None:
        chosen = self._chosen
        self.query_one("#whole", Shown).show(tied_words.whole(chosen) if chosen else "")
        self.refresh_commands()

    @property
    def _chosen(self) -> Tied | None:
        key, found = self._list.key, self._ties
        if found is None or not isinstance(key, tuple):
            return None
        return next((each for each in ends(found, key[0]) if (each.table, each.row_id) == key[1:]), None)

    def tied_record(self) -> tuple[str, int] | None:
        """The chosen one; where nothing is tied, the record itself."""
        if chosen := self._chosen:
            return chosen.table, chosen.row_id
        return self._record if self._ties and not self._list.keys else None

    def tied_text(self) -> str:
        """The words of what is chosen; a meeting's number is none."""
        of = self._chosen or (self._ties.of if self._ties else None)
        return of.title if of is not None and of.table != "meeting" else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """One goes to a record that is chosen."""
        return self._chosen is not None if action == "open" and self.is_mounted else True

    @on(PageList.Opened, "#ties")
    def action_open(self) -> None:
        """Go there."""
        if chosen := self._chosen:
            places.open_record(self.app, chosen.table, chosen.row_id)

    def action_ties(self) -> None:
        """Walk on; from the record itself there is nowhere to walk."""
        if self._chosen:
            super().action_ties()


def ends(of: Ties, side: str) -> tuple[Tied, ...]:
    """The records on one side of a record."""
    return of.came_from if side == "from" else of.came_of


def rows(of: Ties) -> Iterable[Row]:
    """What it came from, then what came of it, each under its heading."""
    for side, heading in (("from", _("CAME FROM")), ("of", _("CAME OF IT"))):
        if found := ends(of, side):
            yield Row(None, ("", heading), "heading")
        for each in found:
            key = (side, each.table, each.row_id)
            yield Row(key, (tied_words.kind(each), tied_words.title(each), words.day(each.day), tied_words.state(each)))
