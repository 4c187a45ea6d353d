"""The table of who has what this year: members by open lesson, extracurricular work, subject event."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from db.events.matrix import COLUMNS, Figures, MatrixRow
from tui import event_words
from tui.texts import N_, _
from tui.widgets.choice import Choice
from tui.widgets.grid import Cell, Grid, GridRow

MATRIX = {
    "open_lesson": N_("Open lesson"), "extracurricular": N_("Extracurr."), "subject_event": N_("Subj. event"),
}  # fmt: skip
"""What stands over the columns of the matrix."""


class MatrixGrid(Grid):
    """Members by kinds; past the first and the last column ← → are the filters again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "screen.earlier", show=False), Binding("pagedown", "screen.later", show=False),
    ]  # fmt: skip

    def action_go(self, down: int, right: int) -> None:
        """So many cells; at an edge the next filter."""
        before = self.place
        super().action_go(down, right)
        if right in (-1, 1) and not down and self.place == before:
            self.screen.query_one("#only", Choice).action_turn(right)


def grid_row(of: MatrixRow) -> GridRow:
    """A member's row; who lacks something stands out."""
    return GridRow(of.person_id, of.name.listed, [_cell(each) for each in of.cells], "warning" if of.lacking else "")


def _cell(of: Figures) -> Cell:
    """«■2 □1»: held and planned; nothing yet is a dash."""
    parts = [
        f"{event_words.SIGNS[state]}{count}" for state, count in (("held", of.held), ("planned", of.planned)) if count
    ]
    return Cell(" ".join(parts), "") if parts else Cell("–", "warning")


def cell_text(row: MatrixRow, column: str) -> str:
    """A cell in words: «Асанова Г. М. · ачык сабак: өткөрүлдү 1, пландалган 2»."""
    figures = row.cells[list(COLUMNS).index(column)]
    said = _("held {held}, planned {planned}").format(held=figures.held, planned=figures.planned)
    said = said if figures != Figures() else _("nothing yet; F7 plans one")
    return f"{row.name.listed} · {_(event_words.KINDS[column])}: {said}"
