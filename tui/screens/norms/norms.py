"""Normative documents of a school year: what is to be studied, what was, and by whom."""

from collections.abc import Iterable, Sequence
from typing import Any

from textual import on
from textual.widget import Widget

from db import calendar
from db.norms import register
from db.norms.rows import NormRow
from tui import clock, commands, current, norm_words
from tui.screens.listing import Filtered, OfYear
from tui.screens.norms.actions import NormActions
from tui.texts import N_, _
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown
from tui.widgets.year_list import NARROWER, WIDER, YEARS, YearList

FILTERS = {"all": N_("All"), "to_study": N_("To study"), "in_force": N_("In force"), "past": N_("Not in force")}


class NormsScreen(OfYear, Filtered, NormActions):
    """The register; the newest first."""

    COMMANDS = (
        *NormActions.NORM,
        commands.NEW.but(help=N_("Enter a document.")),
        commands.WORD.but(help=N_("Make the sheet to sign, or the register of documents.")),
        commands.OPEN.but(help=N_("Open the document: who is acquainted, its file."), footer=False),
        NARROWER, WIDER, *YEARS,
    )  # fmt: skip
    HELP = N_(
        "Laws, orders, standards, letters. 1 says at which meeting a document was studied: all who were there are "
        "acquainted with it at once; who was absent or joined later stands in the document until done. 2 keeps its "
        "file, 3 says what replaced it. ← → choose which are shown, PgUp and PgDn the school year."
    )

    def __init__(self, only: str = "all") -> None:
        """`only`: a filter to begin with."""
        super().__init__()
        self._only = only
        self._year = calendar.current_first_year(clock.today())
        self._known: dict[int, NormRow] = {}

    def title_text(self) -> str:
        """The area, the year, how many are overdue."""
        today = clock.today()
        overdue = sum(each.study(today) == "overdue" for each in register.due(current.association_id(), today))
        late = _("overdue: {count}").format(count=overdue) if overdue else ""
        return " · ".join(filter(None, (_("Normative documents"), f"{self._year}-{self._year + 1}", late)))

    def body(self) -> Iterable[Widget]:
        """The filters, the list, all of the chosen document."""
        yield self.filter_line((code, _(title)) for code, title in FILTERS.items())
        columns = (
            Column(width=1), Column(N_("Document")), Column(N_("Studying"), width=14),
            Column(N_("Readers"), width=8, right=True), Column(N_("State"), width=15),
        )  # fmt: skip
        empty = N_("No documents here. F7 enters one: a law, an order, a standard. ← → show others.")
        yield YearList(*columns, empty=empty, load_more=self._more, id="norms")
        yield Shown(id="whole", classes="below")

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        self._list.focus()

    @property
    def _list(self) -> PageList:
        return self.query_one("#norms", PageList)

    @property
    def shown_year(self) -> int:
        """The year of the register."""
        return self._year

    @property
    def chosen_norm(self) -> NormRow | None:
        """The document under the cursor."""
        key = self._list.key
        return self._known.get(key) if isinstance(key, int) else None

    def fill(self) -> None:
        """Read the newest documents; one that is new since then is chosen."""
        before, self._known = set(self._known), {}
        self._list.set_rows(self._rows(register.norms(current.association_id(), self._year, clock.today())))
        if before and len(new := set(self._known) - before) == 1:
            self._list.choose(*new)
        self._show_whole()

    def _more(self, last: Any) -> Sequence[Row]:
        found = register.norms(current.association_id(), self._year, clock.today(), after_id=last)
        return list(self._rows(found))

    def _rows(self, found: list[NormRow]) -> Iterable[Row]:
        today = clock.today()
        for each in found:
            study = each.study(today)
            if passes(each, study, self._only):
                self._known[each.id] = each
                style = "dim" if each.state != "in_force" else norm_words.STYLES.get(study, "")
                yield Row(each.id, _cells(each, study, norm_words.state(each, today)), style)

    @on(PageList.Highlighted, "#norms")
    def _show_whole(self) -> None:
        of = self.chosen_norm
        lines = [norm_words.named(of), norm_words.brief(of, clock.today())] if of else []
        self.query_one("#whole", Shown).show("\n".join(lines))
        self.refresh_commands()

    @on(PageList.Opened, "#norms")
    def action_open(self) -> None:
        """Open the document."""
        if of := self.chosen_norm:
            self.app.open("norm", norm_id=of.id)

    def action_new(self) -> None:
        """An empty form."""
        self.app.open("tui.screens.norms.form:NormForm", first_year=self._year)

    def action_word(self) -> None:
        """Without a document only the register can be printed."""
        if self.chosen_norm:
            super().action_word()
        else:
            self.say(_("There is no document to print yet."), error=True)


def passes(of: NormRow, study: str, only: str) -> bool:
    """Whether a document passes a filter."""
    return {
        "to_study": study in ("due", "overdue", "left"),
        "in_force": of.state == "in_force",
        "past": of.state != "in_force",
    }.get(only, True)


def _cells(of: NormRow, study: str, state: str) -> tuple[str, ...]:
    """Sign, name, when, how many have read it, state."""
    read = f"{of.read}/{of.members}" if of.read or study != "none" else ""
    return norm_words.SIGNS[study], norm_words.named(of), norm_words.when(of), read, state
