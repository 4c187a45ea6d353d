"""Small boxes over a screen: a question, a choice by number, a line to type, a message."""

import re
from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical

from db.errors import Refused
from tui import messages
from tui.screens.base import Dialog
from tui.texts import N_, _
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown
from tui.widgets.text import LineField

NUMBER_KEYS = "1234567890"

_DAY = re.compile(r"\d{1,2}\.\d{1,2}(\.\d{4})?")
"""A day as the program offers it."""


class Pick(Dialog[int | None]):
    """Options in a list; a digit chooses at once. Answers the option's place from 0, None on Esc."""

    HINT: ClassVar[str] = N_("Digit or Enter – choose   Esc – back")
    BOX: ClassVar[str] = "box"
    """The style classes of the box: `box`, or `box wide`."""

    def __init__(self, question: str, options: Sequence[str], chosen: int = 0) -> None:
        super().__init__()
        self._question, self._options, self._chosen = question, options, chosen

    def compose(self) -> ComposeResult:
        """The question, the numbered options, how to close."""
        with Vertical(classes=self.BOX):
            yield Shown(self._question, classes="question")
            options = PageList(Column(width=2, right=True), Column(), open_on_click=True)
            options.styles.height = min(len(self._options), max(self.app.size.height - 8, 3))
            yield options
            yield Shown(_(self.HINT), classes="hint")

    def on_mount(self) -> None:
        """Show the options with the first (or the safe one) chosen."""
        numbers = [*NUMBER_KEYS[: len(self._options)], *[""] * (len(self._options) - len(NUMBER_KEYS))]
        options = self.query_one(PageList)
        options.set_rows(Row(at, (numbers[at], text)) for at, text in enumerate(self._options))
        options.choose(self._chosen)
        options.focus()

    def on_key(self, event: events.Key) -> None:
        """A digit chooses."""
        at = NUMBER_KEYS.find(event.character) if event.character else -1
        if 0 <= at < len(self._options):
            event.stop()
            self.dismiss(at)

    @on(PageList.Opened)
    def _opened(self, event: PageList.Opened) -> None:
        self.dismiss(event.key if isinstance(event.key, int) else None)


class Ask(Dialog[bool]):
    """A question with No and Yes; the focus stands on No, Esc is No."""

    QUIET_ANSWER = False

    def __init__(self, question: str, yes: str = N_("Yes"), no: str = N_("No")) -> None:
        """`yes` and `no` are English sources."""
        super().__init__()
        self._question, self._answers = question, (no, yes)

    def compose(self) -> ComposeResult:
        """The question and the two answers."""
        with Vertical(classes="box"):
            yield Shown(self._question, classes="question")
            answers = PageList(Column(width=2, right=True), Column(), open_on_click=True)
            answers.styles.height = 2
            yield answers
            yield Shown(_("Digit or Enter – choose   Esc – back"), classes="hint")

    def on_mount(self) -> None:
        """Show the answers, No first and chosen."""
        answers = self.query_one(PageList)
        answers.set_rows(Row(at, (str(at + 1), _(text))) for at, text in enumerate(self._answers))
        answers.focus()

    def on_key(self, event: events.Key) -> None:
        """1 is No, 2 is Yes."""
        if event.character in ("1", "2"):
            event.stop()
            self.dismiss(event.character == "2")

    @on(PageList.Opened)
    def _opened(self, event: PageList.Opened) -> None:
        self.dismiss(event.key == 1)


class Prompt(Dialog[Any]):
    """One line to type. `check` turns it into the answer or raises Refused, whose sentence is shown below."""

    def __init__(self, question: str, value: str = "", check: Callable[[str], Any] = str) -> None:
        super().__init__()
        self._question, self._value, self._check = question, value, check

    def compose(self) -> ComposeResult:
        """The question, the line, the place for what is wrong with it."""
        with Vertical(classes="box"):
            yield Shown(self._question, classes="question")
            yield LineField(self._value)
            yield Shown(classes="wrong")
            yield Shown(_("Enter – confirm   Esc – back"), classes="hint")

    def on_mount(self) -> None:
        """Choose an offered day as a whole, so that another is typed over it; anything else is gone on with."""
        field = self.query_one(LineField)
        field.set_value(self._value)
        if _DAY.fullmatch(self._value):
            field.select_all()
        field.focus()

    def on_key(self, event: events.Key) -> None:
        """F2 confirms too, as in every form."""
        if event.key == "f2":
            event.stop()
            self._answer(self.query_one(LineField).value)

    @on(LineField.Submitted)
    def _submitted(self, event: LineField.Submitted) -> None:
        event.prevent_default()
        self._answer(event.value)

    def _answer(self, text: str) -> None:
        try:
            answer = self._check(text.strip())
        except Refused as error:
            self.query_one(".wrong", Shown).show(messages.sentence(error))
        else:
            self.dismiss(answer)


class Message(Dialog[None]):
    """A few sentences to read; Enter or Esc closes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """The text."""
        with Vertical(classes="box"):
            yield Shown(self._text)
            yield Shown(_("Enter, Esc – close"), classes="hint")

    def on_key(self, event: events.Key) -> None:
        """Enter closes too."""
        if event.key in ("enter", "space"):
            event.stop()
            self.dismiss(None)
