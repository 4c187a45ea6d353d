"""The analysis of the work: its 17 sections, what the records write, what she has to write, what changed since."""

from collections.abc import Iterable

from textual import on
from textual.widget import Widget

from db import calendar
from db.analysis import gaps, keeping, parts, versions
from db.analysis.content import content
from db.analysis.rows import Part, Scope
from db.analysis.versions import Version
from tui import analysis_words, clock, commands, current, places
from tui.commands import Command
from tui.screens.listing import Filtered, OfYear
from tui.texts import N_, _
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown
from tui.widgets.year_list import YEARS, YearList

QUARTERS = (1, 2, 3, 4)


class AnalysisScreen(OfYear, Filtered):
    """A year's analysis or a quarter's."""

    COMMANDS = (
        commands.OPEN.but(help=N_("Open the section: what the records say, and your own words.")),
        Command("gaps", "1", N_("Gaps"), N_("What is still missing, and where it is put right.")),
        Command("members", "2", N_("Members"), N_("The analyses of each member's half-year."), footer=False),
        Command("steps", "3", N_("Hand in"), N_("Keep a version; considered at a meeting, handed in, read.")),
        commands.WORD.but(help=N_("Make the analysis, in full or short.")),
        Command("narrower", "right", N_("Quarter"), N_("Show the year or its next quarter."), footer=False),
        Command("wider", "left", N_("Quarter"), N_("Show the quarter before, or the year."), footer=False),
        *YEARS,
    )  # fmt: skip
    HELP = N_(
        "The analysis for the head of studies. The records write sections 1 and 3 to 14; theme, problems, conclusions "
        "and tasks (2, 15 to 17) are yours. ✓ says that a section is there, … that your words are missing, ! that the "
        "records behind your words changed since. Enter opens a section, 1 shows what is missing, 3 keeps a version "
        "and its steps, F5 makes the paper. ← → show a quarter, PgUp and PgDn another year."
    )

    def __init__(self, first_year: int | None = None, quarter: int = 0) -> None:
        """Begin with this school year, or with a year or a quarter of it."""
        super().__init__()
        self._year = first_year or calendar.current_first_year(clock.today())
        self._only = str(quarter)
        self._now: Version | None = None
        self._differs = False

    @property
    def scope(self) -> Scope:
        """Which analysis is shown."""
        return Scope(current.association_id(), self._year, int(self._only), clock.today())

    def title_text(self) -> str:
        """Which analysis, how far it is."""
        where = analysis_words.scope(self._year, int(self._only))
        return " · ".join((_("Analysis"), where, analysis_words.state(self._now, self._differs)))

    def body(self) -> Iterable[Widget]:
        """The year and its quarters, the sections, the first words of the chosen one."""
        quarters = [(str(each), _("quarter {number}").format(number=each)) for each in QUARTERS]
        yield self.filter_line([("0", _("The year")), *quarters])
        columns = (Column(width=1), Column(width=2, right=True), Column(N_("Section")), Column(N_("State"), width=22))
        yield YearList(*columns, id="sections")
        yield Shown(id="said", classes="below")

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        self.query_one("#sections", PageList).focus()

    def fill(self) -> None:
        """Read all sections."""
        of = self.scope
        found, written = parts.parts(of), keeping.texts(of)
        missing = gaps.gaps(of, found, written)
        known = versions.versions(of)
        self._now = known[-1] if known else None
        self._differs = self._now is not None and versions.differs(content(of, found), self._now)
        self._said = {each.number: _brief(each, written) for each in found}
        rows = [
            Row(each.number, _cells(each, written.get(each.number), sum(gap.section == each.number for gap in missing)))
            for each in found
        ]
        self.query_one("#sections", PageList).set_rows(rows)
        self._show()

    @on(PageList.Highlighted, "#sections")
    def _show(self) -> None:
        key = self.query_one("#sections", PageList).key
        self.query_one("#said", Shown).show(self._said.get(key, "") if isinstance(key, int) else "")

    @on(PageList.Opened, "#sections")
    def action_open(self) -> None:
        """Open the section."""
        if key := self.query_one("#sections", PageList).key:
            self.app.open("tui.screens.analysis.section:SectionScreen", scope=self.scope, number=key)

    def action_gaps(self) -> None:
        """What is missing."""
        self.app.open("tui.screens.analysis.missing:MissingScreen", scope=self.scope)

    def action_members(self) -> None:
        """The members' half-years."""
        self.app.open("tui.screens.analysis.members:MemberAnalysesScreen", first_year=self._year)

    def action_steps(self) -> None:
        """The versions and their steps."""
        self.app.open("tui.screens.analysis.steps:AnalysisStepsScreen", first_year=self._year, quarter=int(self._only))

    def action_word(self) -> None:
        """Offer the papers."""
        quarter = int(self._only) or None
        places.open_papers(self.app, "analysis", "analysis", "analysis-short", first_year=self._year, quarter=quarter)


def _cells(of: Part, text: keeping.Text | None, missing: int) -> tuple[str, str, str, str]:
    """Sign, number, title, how it stands."""
    own = bool(text and text.text.strip())
    changed = bool(text and own and text.source_digest and text.source_digest != parts.digest(of))
    sign = "!" if changed else "✓" if own or of.facts else "…"
    said = [
        *([_("changed since")] if changed else []),
        *([_("your words")] if own else []),
        *([_("missing: {count}").format(count=missing)] if missing else []),
    ]
    return sign, str(of.number), analysis_words.title(of.number), " · ".join(said)


def _brief(of: Part, written: dict[int, keeping.Text]) -> str:
    """The first sentences of a section, in three lines."""
    own = written.get(of.number)
    lines = [*analysis_words.sentences(of), *(own.text.splitlines() if own else [])]
    return "\n".join(lines[:3]) or _("Nothing is known yet.")
