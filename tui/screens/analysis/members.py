"""The analyses of the members' work by half-years: which are kept, what each lacks, where the records changed since."""

from collections.abc import Iterable
from functools import partial

from textual import on
from textual.widget import Widget

from db import calendar
from db.analysis import members
from db.analysis.member_facts import Time
from db.analysis.members import Half
from tui import clock, commands, current, places, reward_words, words
from tui.screens.listing import Filtered, OfYear
from tui.texts import N_, _
from tui.tied import TiedScreen
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown
from tui.widgets.year_list import NARROWER, WIDER, YEARS, YearList

ASK = "tui.widgets.dialogs:Ask"
FORM = "tui.screens.analysis.member_form:MemberAnalysisForm"


class MemberAnalysesScreen(OfYear, Filtered, TiedScreen):
    """A half-year's members; ← → show the other half, PgUp and PgDn other years."""

    COMMANDS = (
        commands.OPEN.but(help=N_("Write the analysis: the facts are drafted from the records.")),
        commands.WORD.but(help=N_("Make the analysis of the chosen member's half-year.")),
        commands.DELETE.but(help=N_("Take the analysis away."), footer=False),
        NARROWER, WIDER, *YEARS,
    )  # fmt: skip
    HELP = N_(
        "The analysis of each member's work, by half-years. Enter opens one: what she did is drafted from the records "
        "with figures; you add what is strong, what to work on, conclusion and advice, and F2 keeps it with its day. "
        "7 makes a task of the advice. ! marks where the records changed since. ← → show the other half-year, PgUp "
        "and PgDn other years."
    )

    def __init__(self, first_year: int | None = None, person_id: int = 0, analysis_id: int = 0) -> None:
        """Begin with today's half-year, with a person chosen, or with an analysis."""
        super().__init__()
        today = clock.today()
        of = members.analysis(analysis_id) if analysis_id else None
        self._year = of.first_year if of else first_year or calendar.current_first_year(today)
        half = of.half if of else 2 if Time(self._year, 2).bounds[0] <= today else 1
        self._only, self._wanted = str(half), of.person_id if of else person_id
        self._known: dict[int, Half] = {}

    def title_text(self) -> str:
        """The year, how many are kept."""
        kept = sum(each.kept is not None for each in self._known.values())
        return " · ".join((_("Members' half-years"), words.school_year(self._year), f"{kept}/{len(self._known)}"))

    def body(self) -> Iterable[Widget]:
        """The half-years, the members, the chosen one's conclusion."""
        yield self.filter_line([(str(half), reward_words.half_name(half)) for half in members.HALVES])
        columns = (Column(width=1), Column(N_("Member"), width=24), Column(N_("Kept"), width=10), Column(N_("Missing")))
        empty = N_("Nobody was a member in this half-year. Members are added in the area Members.")
        yield YearList(*columns, empty=empty, id="halves")
        yield Shown(id="whole", classes="below")

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        self._list.focus()
        if self._wanted:
            self._list.choose(self._wanted)

    @property
    def _list(self) -> PageList:
        return self.query_one("#halves", PageList)

    @property
    def chosen(self) -> Half | None:
        """The half-year under the cursor."""
        key = self._list.key
        return self._known.get(key) if isinstance(key, int) else None

    def fill(self) -> None:
        """Read the year."""
        found = members.halves(current.association_id(), self._year, clock.today())
        self._known = {each.person_id: each for each in found if str(each.half) == self._only}
        self._list.set_rows(_row(each) for each in self._known.values())
        self._show_whole()

    @on(PageList.Highlighted, "#halves")
    def _show_whole(self) -> None:
        of = self.chosen.kept if self.chosen else None
        said = [_("The records changed since: Enter, then F7.")] if self.chosen and self.chosen.changed else []
        texts = [f"{_(reward_words.TEXTS[name])}: {getattr(of, name)}" for name in ("conclusion", "advice") if of]
        lines = [*said, *(" · ".join(line.split("\n")) for line in texts if not line.endswith(": "))]
        self.query_one("#whole", Shown).show("\n".join(lines))
        self.refresh_commands()

    def tied_record(self) -> tuple[str, int] | None:
        """The chosen analysis, once it is kept."""
        of = self.chosen.kept if self.chosen else None
        return ("member_analysis", of.id) if of else None

    def tied_text(self) -> str:
        """The advice, which becomes a task."""
        of = self.chosen.kept if self.chosen else None
        return " ".join((of.advice or of.conclusion).split()) if of else ""

    def tied_owner_ids(self) -> tuple[int, ...]:
        """The member."""
        return (self.chosen.person_id,) if self.chosen else ()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what was kept is taken away."""
        if action == "delete" and self.is_mounted:
            return self.tied_record() is not None
        return True

    @on(PageList.Opened, "#halves")
    def action_open(self) -> None:
        """Open its form."""
        if of := self.chosen:
            self.app.open(FORM, person_id=of.person_id, first_year=self._year, half=of.half)

    def action_delete(self) -> None:
        """Ask, then take it away."""
        if (of := self.chosen) and of.kept:
            question = f"{_('Take away this analysis?')}\n{of.name.listed}"
            self.app.open_dialog(ASK, question, then=partial(self._delete, of.kept.id))

    def _delete(self, analysis_id: int, yes: bool) -> None:
        if yes:
            self.app.save(members.remove, analysis_id, then=lambda _none: self.app.refresh_screens())

    def action_word(self) -> None:
        """Its paper."""
        if of := self.chosen:
            chosen = {"person_id": of.person_id, "first_year": self._year, "quarter": 2 * of.half}
            places.open_papers(self.app, "member-analysis", **chosen)


def _row(of: Half) -> Row:
    day = words.day(of.kept.made_on) if of.kept else ""
    cells = ("!" if of.changed else "", of.name.listed, day, reward_words.missing(of))
    return Row(of.person_id, cells, "warning" if of.changed else "")
