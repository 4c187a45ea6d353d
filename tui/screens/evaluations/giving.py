"""Giving figures on a sheet: typed into the line, confirmed with Space, taken away; what is refused stays typed."""

from collections.abc import Callable
from typing import Any

from textual import on

from db.errors import Refused
from db.evaluations import points, reading
from db.evaluations.elsewhere import Elsewhere
from db.evaluations.rows import Line, Period, Sheet
from db.rules.points import read
from tui import evaluation_words, messages, typed
from tui.screens.evaluations.point_list import PointList
from tui.texts import _
from tui.tied import TiedScreen

PROMPT = "tui.widgets.dialogs:Prompt"


class GivingScreen(TiedScreen):
    """A sheet with its lines in a `PointList`; what is shown around them is the screen's."""

    _sheet_id = 0
    _by = ""
    """Whose figures are typed."""

    def __init__(self) -> None:
        super().__init__()
        self._of: Sheet | None = None
        self._period: Period | None = None
        self._columns: tuple[str, ...] = ()
        self._lines: dict[int, Line] = {}
        self._elsewhere: dict[int, tuple[Elsewhere, ...]] = {}

    def _show(self) -> None:
        """Draw the lines with what is being typed."""
        raise NotImplementedError

    @property
    def _list(self) -> PointList:
        return self.query_one("#lines", PointList)

    @property
    def chosen(self) -> Line | None:
        """The line under the cursor."""
        key = self._list.key
        return self._lines.get(key) if isinstance(key, int) else None

    def _write(self, action: Callable[..., Any], *args: Any, down: bool = False) -> None:
        self.app.save(action, self._sheet_id, *args, then=lambda _value: self._written(down))

    def _written(self, down: bool) -> None:
        self.refill()
        if down:
            self._list.action_move(1)

    @on(PointList.Given)
    def _given(self, event: PointList.Given) -> None:
        here = event.sheet_id == self._sheet_id
        line = self._lines.get(event.key) if here else reading.sheet(event.sheet_id).line(event.key)
        figure = read(event.text)
        if line is None or self._period is None:
            return
        if figure is None:
            self._again(event, Refused("points_expected"))
        else:
            self._give(event, line, -abs(figure) if line.asked.rule == "minus" else figure, None)

    def _give(self, of: PointList.Given, line: Line, figure: int, reason: str | None) -> None:
        """Save a figure; where a reason is asked for, ask it, and what is refused stays in the cell."""

        def failed(error: Refused) -> None:
            if error.code == "reason_missing":
                self._ask_reason(of, line, figure)
            else:
                self._again(of, error)

        given = (of.sheet_id, line.asked.id, of.by, figure, reason)
        self.app.save(points.set_points, *given, then=lambda _none: self._written(of.down), failed=failed)

    def _again(self, of: PointList.Given, error: Refused) -> None:
        """Put what was refused back into its cell, as long as figures are given there."""
        if self._period and self._period.giving:
            self._sheet_id, self._by, self._list.typed = of.sheet_id, of.by, of.text
            self._list.choose(of.key)
        self.refill()
        self.say(messages.sentence(error), error=True)

    def _ask_reason(self, of: PointList.Given, line: Line, figure: int) -> None:
        question = _("Why {points}, and not {proposed}? {criterion}").format(
            points=evaluation_words.points(figure), proposed=evaluation_words.points(line.point.proposed),
            criterion=evaluation_words.criterion(line),
        )  # fmt: skip

        def answered(reason: str | None) -> None:
            if reason is not None:
                self._give(of, line, figure, reason)
            else:
                self._show()

        self.app.open_dialog(PROMPT, question, "", typed.reason, then=answered)

    def action_confirm(self) -> None:
        """Give what is offered for the chosen line; say why where that cannot be."""
        if (line := self.chosen) is None:
            return
        if points.offered(line, self._by) is not None:
            self._write(points.confirm, line.asked.id, self._by, down=True)
        elif line.final is None and line.point.proposed is None:
            told = evaluation_words.counted_elsewhere(self._elsewhere.get(line.asked.id, ()))
            self.say(told or _("The records propose nothing here: type the points."))
        elif line.final is None and not line.point.not_applicable:
            self.app.explain("points_without_proof")
        else:
            self._list.action_move(1)

    def action_confirm_all(self) -> None:
        """Give all that is offered."""
        self.app.save(points.confirm, self._sheet_id, None, self._by, then=self._confirmed)

    def _confirmed(self, count: int) -> None:
        self.refill()
        waiting = self._of.waiting if self._of else 0
        self.say(_("Confirmed: {count}. Still without points: {waiting}.").format(count=count, waiting=waiting))

    def action_clear(self) -> None:
        """Take the figure away."""
        if line := self.chosen:
            self._write(points.set_points, line.asked.id, self._by, None)

    def action_not_applicable(self) -> None:
        """The criterion does not apply to her, or does again."""
        if line := self.chosen:
            self._write(points.set_not_applicable, line.asked.id, not line.point.not_applicable)
