"""Labelled fields of a form: each knows its text, what the text means, and how to say what is wrong with it."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget

from db.errors import Refused
from tui.texts import _
from tui.widgets.choice import Choice
from tui.widgets.shown import Shown
from tui.widgets.text import LineField, TextField

_NUMBER = re.compile(r"-?[0-9]{1,40}(\.[0-9]{1,20})?")


class FormField(Vertical):
    """A label, the input, a hint, what is wrong with it. `raw` is what was typed, `value()` what it means."""

    def __init__(self, name: str, label: str, *, required: bool = False, hint: str = "",
                 check: Callable[[str], Any] | None = None) -> None:  # fmt: skip
        """`label` and `hint` are English sources; `check` turns the text into the value or raises Refused."""
        super().__init__(classes="form-field")
        self.field_name, self._label, self.required, self._hint, self._check = name, label, required, hint, check
        self.input: Widget | None = None

    def make_input(self) -> Widget:
        """The widget that is typed into."""
        raise NotImplementedError

    @property
    def raw(self) -> str:
        """What is typed, as text (what a draft keeps)."""
        raise NotImplementedError

    @raw.setter
    def raw(self, text: str) -> None:
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Label, input, hint and the line for what is wrong."""
        yield Shown(_(self._label), classes="label")
        self.input = self.make_input()
        yield self.input
        if self._hint:
            yield Shown(_(self._hint), classes="hint")
        yield Shown(classes="wrong")

    def value(self) -> Any:
        """What the typed text means; raises Refused."""
        text = self.raw.strip()
        if not text and self.required:
            raise Refused("required", self.field_name)
        return self._check(text) if self._check else text

    def focus_input(self) -> None:
        """Put the cursor here."""
        if self.input is not None:
            self.input.focus()

    def show_wrong(self, sentence: str) -> None:
        """Say what is wrong with this field; nothing if it is right."""
        self.query_one(".wrong", Shown).show(f"! {sentence}" if sentence else "")
        self.set_class(bool(sentence), "-wrong")


class TextInput(FormField):
    """One line, or long text with `long=True`."""

    def __init__(self, name: str, label: str, value: str = "", *, long: bool = False, **more: Any) -> None:
        super().__init__(name, label, **more)
        self._value, self._long = value, long

    def make_input(self) -> Widget:
        """A text field."""
        return TextField(self._value) if self._long else LineField(self._value)

    @property
    def raw(self) -> str:
        """What is typed."""
        return self.input.value if isinstance(self.input, TextField) else self._value

    @raw.setter
    def raw(self, text: str) -> None:
        if isinstance(self.input, TextField):
            self.input.set_value(text)


class DateInput(TextInput):
    """A date as people type it; `parse(text)` gives the date or raises Refused. Empty is None unless required.

    Coming into it chooses what stands there: another day is typed over the offered one.
    """

    def __init__(self, name: str, label: str, value: str = "", *, parse: Callable[[str], Any], **more: Any) -> None:
        super().__init__(name, label, value, check=lambda text: parse(text) if text else None, **more)

    def on_descendant_focus(self) -> None:
        """Choose the whole day."""
        if isinstance(self.input, TextField):
            self.input.select_all()


class NumberInput(TextInput):
    """A whole number, or with `decimal=True` one with a comma or a point, between `low` and `high`. Empty is None."""

    def __init__(self, name: str, label: str, value: str = "", *, low: int = 0, high: int = 1_000_000,
                 decimal: bool = False, **more: Any) -> None:  # fmt: skip
        super().__init__(name, label, value, check=lambda text: number(text, low, high, decimal=decimal), **more)


def number(text: str, low: int, high: int, *, decimal: bool = False) -> int | Decimal | None:
    """Read a number as typed (`25,5` and `25.5` are the same); raises Refused."""
    if not text:
        return None
    compact = text.replace(" ", "").replace(",", ".")
    if not _NUMBER.fullmatch(compact) or ("." in compact and not decimal):
        raise Refused("number_expected")
    value = Decimal(compact)
    if value < low:
        raise Refused("number_too_small", low=low)
    if value > high:
        raise Refused("number_too_large", high=high)
    return value if decimal else int(value)


class ChoiceInput(FormField):
    """One of a few options (value, shown text already translated)."""

    def __init__(self, name: str, label: str, options: Sequence[tuple[str, str]], value: str = "", **more: Any) -> None:
        super().__init__(name, label, **more)
        self._options, self._value = options, value

    def make_input(self) -> Widget:
        """The options."""
        return Choice(self._options, self._value)

    @property
    def raw(self) -> str:
        """The chosen value."""
        return self.input.value if isinstance(self.input, Choice) else self._value

    @raw.setter
    def raw(self, text: str) -> None:
        if isinstance(self.input, Choice):
            self.input.value = text
