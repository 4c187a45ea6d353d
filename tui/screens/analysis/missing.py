"""What the analysis still lacks; each line opens where it is put right."""

from collections.abc import Iterable

from textual import on
from textual.widget import Widget

from db.analysis import gaps, keeping, parts
from db.analysis.gaps import Gap
from db.analysis.rows import Scope
from tui import analysis_words, commands, places
from tui.screens.base import BirikmeScreen
from tui.texts import N_, _
from tui.widgets.lists import Column, PageList, Row

ELSEWHERE = {
    "no_member_analysis": "tui.screens.analysis.members:MemberAnalysesScreen",
    "no_tests": "tests",
    "no_marks": "marks",
    "no_marks_at_all": "marks",
}
"""Code → the screen on which the record is made that is not there yet."""


class MissingScreen(BirikmeScreen):
    """The gaps by section."""

    COMMANDS = (commands.OPEN.but(help=N_("Go where it is put right.")),)
    HELP = N_("What is missing for a whole analysis, by section. Enter goes where it is put right.")

    def __init__(self, scope: Scope) -> None:
        super().__init__()
        self._scope = scope
        self._found: tuple[Gap, ...] = ()

    def title_text(self) -> str:
        """How many."""
        where = analysis_words.scope(self._scope.first_year, self._scope.quarter)
        return " · ".join((_("Missing in the analysis"), where, str(len(self._found))))

    def body(self) -> Iterable[Widget]:
        """The list."""
        empty = N_("Nothing is missing: the analysis can be handed in. Esc, then 3.")
        yield PageList(Column(), empty=empty, id="gaps")

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        self.query_one("#gaps", PageList).focus()

    def fill(self) -> None:
        """Look for them."""
        self._found = gaps.gaps(self._scope, parts.parts(self._scope), keeping.texts(self._scope))
        self.query_one("#gaps", PageList).set_rows(list(self._rows()))

    def _rows(self) -> Iterable[Row]:
        last = 0
        for at, each in enumerate(self._found):
            if each.section != last:
                yield Row(None, (f"{each.section}. {analysis_words.title(each.section)}",), "heading")
            last = each.section
            yield Row(at, (analysis_words.gap(each),))

    @on(PageList.Opened, "#gaps")
    def action_open(self) -> None:
        """Open the record, the screen where it is made, or the section."""
        at = self.query_one("#gaps", PageList).key
        if not isinstance(at, int):
            return
        of = self._found[at]
        if of.record is not None:
            places.open_record(self.app, *of.record)
        elif of.code in ELSEWHERE:
            self.app.open(ELSEWHERE[of.code], first_year=self._scope.first_year)
        else:
            self.app.open("tui.screens.analysis.section:SectionForm", scope=self._scope, number=of.section)
