"""The records from which a figure of the analysis was counted; each opens where it is kept."""

from collections.abc import Iterable

from textual import on
from textual.widget import Widget

from db.analysis.behind import behind, results
from db.analysis.rows import Records
from db.ties.kinds import KINDS
from db.ties.rows import Tied
from tui import commands, current, places, tied_words, words
from tui.texts import N_, _
from tui.tied import TiedScreen
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown

NAMES = {"member": N_("Member"), "class_result": N_("Class as a whole")}
"""What has no name among the ties."""


class BehindScreen(TiedScreen):
    """A list of records of any kind."""

    COMMANDS = (commands.OPEN.but(help=N_("Open the record.")),)
    HELP = N_("The records from which the figure above was counted. Enter opens one where it is kept.")

    def __init__(self, title: str, records: Records) -> None:
        """`title`: the sentence or row whose figure they make."""
        super().__init__()
        self._title, self._records = title, records
        self._known: dict[tuple[str, int], Tied] = {}

    def title_text(self) -> str:
        """How many."""
        return " · ".join((_("Behind the figure"), _("records: {count}").format(count=len(self._known))))

    def body(self) -> Iterable[Widget]:
        """The figure, the records."""
        yield Shown(self._title, id="figure")
        columns = Column(N_("Kind"), width=20), Column(N_("Record")), Column(N_("Day"), width=10)
        yield PageList(*columns, empty=N_("There are no records behind it."), id="records")

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        self.query_one("#records", PageList).focus()

    def fill(self) -> None:
        """Read what stands of them."""
        found = behind(current.association_id(), self._records)
        self._known = {(each.table, each.row_id): each for each in found}
        self.query_one("#records", PageList).set_rows(
            Row(key, (_kind(each), tied_words.title(each) if each.table in KINDS else each.title, words.day(each.day)))
            for key, each in self._known.items()
        )

    def tied_record(self) -> tuple[str, int] | None:
        """The chosen record, if it can be tied."""
        key = self.query_one("#records", PageList).key
        return (key[0], key[1]) if isinstance(key, tuple) and key[0] in KINDS else None

    def tied_text(self) -> str:
        """The record's title."""
        record = self.tied_record()
        return tied_words.title(self._known[record]) if record else ""

    @on(PageList.Highlighted, "#records")
    def _marked(self) -> None:
        self.refresh_commands()

    @on(PageList.Opened, "#records")
    def action_open(self) -> None:
        """Open it."""
        key = self.query_one("#records", PageList).key
        if not isinstance(key, tuple):
            return
        if key[0] == "class_result":
            of = results([int(key[1])])[0]
            when = {"first_year": of.first_year, "period": (of.period, of.part), "class_id": of.class_id}
            self.app.open("tui.screens.quality.class_result:ClassResultForm", **when)
        else:
            places.open_record(self.app, str(key[0]), int(key[1]))


def _kind(of: Tied) -> str:
    return tied_words.kind(of) if of.table in KINDS else _(NAMES[of.table])
