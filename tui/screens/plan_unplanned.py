"""What was held, studied or finished and no line of the plan names: taken into it, one key each."""

from collections.abc import Iterable

from textual import on
from textual.widget import Widget

from db.plans import fulfilling
from db.plans.happened import Happened
from tui import commands, current, fulfil, plan_words, typed_plan, words
from tui.screens.base import BirikmeScreen
from tui.texts import N_, _
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown

COLUMNS = (
    Column(N_("Day"), width=8), Column(N_("Kind"), width=19), Column(N_("What")), Column(N_("Classes"), width=9),
    Column(N_("Owner"), width=17),
)  # fmt: skip


class UnplannedScreen(BirikmeScreen):
    """The records that no line names, by day."""

    COMMANDS = (
        commands.OPEN.but(id="take", title=N_("Take in"), help=N_("Say which line it did, or that it was beyond.")),
    )
    HELP = N_(
        "Open lessons, events, control works, documents and studies that were held, studied or finished, and that no "
        "line of the plan names. Enter says which line each did; where the plan asked for none, it is taken in as "
        "work beyond the plan."
    )

    def __init__(self, first_year: int) -> None:
        super().__init__()
        self._year = first_year
        self._known: dict[object, Happened] = {}

    def title_text(self) -> str:
        """How many there are."""
        title = _("Held, not in the plan: {count}").format(count=len(self._known))
        return " · ".join((title, words.school_year(self._year)))

    def body(self) -> Iterable[Widget]:
        """The list, and all of what is chosen."""
        yield PageList(*COLUMNS, empty=N_("All that was held stands in the plan. Esc – back."), id="held")
        yield Shown(id="whole", classes="below")

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        self.query_one("#held", PageList).focus()

    def fill(self) -> None:
        """Read what no line names."""
        found = fulfilling.unplanned(current.association_id(), self._year)
        self._known = {(each.table, each.id): each for each in found}
        self.query_one("#held", PageList).set_rows(
            Row(
                key,
                (
                    f"{of.done_on:%d.%m}", plan_words.happened(of.table, of.kind), of.title, of.classes,
                    ", ".join(name.listed for name in of.owners),
                ),
            )
            for key, of in self._known.items()
        )  # fmt: skip
        self._show_whole()

    @property
    def _chosen(self) -> Happened | None:
        return self._known.get(self.query_one("#held", PageList).key)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There has to be something to take in."""
        return self._chosen is not None if action == "take" and self.is_mounted else True

    @on(PageList.Highlighted, "#held")
    def _show_whole(self) -> None:
        of = self._chosen
        said = typed_plan.happened(of.table, of.kind, of.title, of.classes, of.done_on) if of else ""
        self.query_one("#whole", Shown).show(said)
        self.refresh_commands()

    @on(PageList.Opened, "#held")
    def action_take(self) -> None:
        """Offer the lines that it may have done."""
        if of := self._chosen:
            fulfil.offer(self.app, of.table, of.id)
