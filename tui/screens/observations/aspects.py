"""The left side of the sheet: the aspects, one key a score."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from textual import events, on
from textual.message import Message
from textual.widget import Widget

from db.observations import sheets
from db.observations.rows import Score, Sheet
from tui import texts
from tui.screens.meeting.entry import Entry, Line
from tui.screens.meeting.panes import PaneList
from tui.texts import _
from tui.widgets.lists import Column, Row
from tui.widgets.text import LineField

HIGHEST_DIGIT = 9
NAMED = 40
"""Characters of an aspect's name over its note."""


class AspectList(PaneList):
    """The aspects with their scores; a digit scores the chosen one and goes on to the next."""

    @dataclass
    class Scored(Message):
        """A score was typed; None takes it away."""

        aspect_id: int
        score: int | None

    @dataclass
    class Outside(Message):
        """A digit that is no score of this scale was typed."""

    def __init__(self) -> None:
        super().__init__(Column(width=2, right=True), Column(), Column(width=1), id="aspects")
        self._scores: dict[int, Score] = {}
        self._highest = 0

    def use(self, of: Sheet) -> None:
        """Show the scores of a sheet."""
        self._scores, self._highest = {each.aspect_id: each for each in of.scores}, of.row.highest
        self.set_rows(_row(each) for each in of.scores)
        self.styles.height = max(len(of.scores), 1)

    @property
    def chosen(self) -> Score | None:
        """The aspect under the cursor."""
        return self._scores.get(self.key) if isinstance(self.key, int) else None

    def on_key(self, event: events.Key) -> None:
        """A digit scores, 0 and Backspace take the score away; where the scale goes to ten, 0 is ten."""
        if event.key == "backspace":
            event.stop()
            self._take_back()
        elif event.character and event.character in "0123456789":
            event.stop()
            self._score(int(event.character))

    def _score(self, digit: int) -> None:
        chosen = self.chosen
        if chosen is None:
            return
        if digit == 0 and self._highest <= HIGHEST_DIGIT:
            self.post_message(self.Scored(chosen.aspect_id, None))
            return
        score = digit or HIGHEST_DIGIT + 1
        if score > self._highest:
            self.post_message(self.Outside())
            return
        self.post_message(self.Scored(chosen.aspect_id, score))
        self.action_move(1)

    def _take_back(self) -> None:
        """Take away the score under the cursor; where there is none, the one above, as Backspace does in a text."""
        if self.chosen is not None and self.chosen.score is None:
            self.action_move(-1)
        if self.chosen is not None and self.chosen.score is not None:
            self.post_message(self.Scored(self.chosen.aspect_id, None))


def _row(of: Score) -> Row:
    score = "·" if of.score is None else str(of.score)
    return Row(of.aspect_id, (score, of.text(texts.language()), "✎" if of.note else ""))


class Note(Entry):
    """The note on an aspect, typed under the list; it saves itself like every text of the sheet."""

    TABLE = "observation_score"
    TEXTS: ClassVar[frozenset[str]] = frozenset({"note"})

    class Done(Message):
        """Enter was pressed."""

    def __init__(self, observation_id: int, of: Score) -> None:
        super().__init__("", of.id, "")
        self._observation_id, self.of = observation_id, of

    def parts(self) -> Iterable[Widget]:
        """The line."""
        yield Line(self.of.note, placeholder=_("note on the aspect"), limit=2000, id="note")

    def add(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        """The row of the aspect on this sheet."""
        return sheets.score_row, (self._observation_id, self.of.aspect_id)

    @on(LineField.Submitted)
    def _submitted(self, event: LineField.Submitted) -> None:
        event.stop()
        self.post_message(self.Done())


def about(of: Score | None) -> str:
    """The chosen aspect whole, with its note."""
    if of is None:
        return ""
    return "\n".join(part for part in (of.text(texts.language())[:NAMED], of.note) if part)
