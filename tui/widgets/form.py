"""The form: checks all its fields, shows what is wrong beside them, and never loses input."""

from collections.abc import Callable, Iterable
from typing import Any

from textual import on
from textual.containers import VerticalScroll
from textual.widget import Widget

from db.errors import Refused
from tui import commands, messages
from tui.screens.base import BirikmeScreen
from tui.texts import _
from tui.widgets.fields import FormField
from tui.widgets.text import LineField


class FormScreen(BirikmeScreen):
    """A form: F2 checks and saves, Esc keeps the draft. Give it `fields()` and `submit(values)`."""

    COMMANDS = (commands.SAVE,)
    TYPED_INTO = True

    draft_key = ""
    """Under which name the draft is kept (for example `member:12`); empty: the class's name."""

    def fields(self) -> Iterable[FormField]:
        """The fields in their order."""
        raise NotImplementedError

    def submit(self, values: dict[str, Any]) -> None:
        """Save the checked values, usually `self.save(action, …)`."""
        raise NotImplementedError

    def body(self) -> Iterable[Widget]:
        """The fields, scrolling if they must."""
        yield VerticalScroll(*self.fields(), classes="form", can_focus=False)

    def on_mount(self) -> None:
        """Show the fields with the draft that was left, if any."""
        super().on_mount()
        self._first = self.raw_values()
        draft = self.app.drafts.pop(self._draft_key, None)
        if draft:
            for field in self.query(FormField):
                field.raw = draft.get(field.field_name, field.raw)
            self.say(_("Your draft is here again."))

    @property
    def _draft_key(self) -> str:
        return self.draft_key or type(self).__name__

    def raw_values(self) -> dict[str, str]:
        """What is typed, by field name."""
        return {field.field_name: field.raw for field in self.query(FormField)}

    def field(self, name: str) -> FormField:
        """The field with this name; KeyError if there is none."""
        for field in self.query(FormField):
            if field.field_name == name:
                return field
        raise KeyError(name)

    def action_save(self) -> None:
        """Check all fields; save, or show every mistake and go to the first."""
        values: dict[str, Any] = {}
        wrong: list[FormField] = []
        for field in self.query(FormField):
            field.show_wrong("")
            try:
                values[field.field_name] = field.value()
            except Refused as error:
                field.show_wrong(messages.sentence(error))
                wrong.append(field)
        if wrong:
            wrong[0].focus_input()
        else:
            self.submit(values)

    def save(self, action: Callable[..., Any], *args: Any, **named: Any) -> None:
        """Have an action done: the form closes when it is saved; a refusal is shown at its field, the form stays."""
        self.app.save(action, *args, then=self.done, failed=self.refused, **named)

    def refused(self, error: Refused) -> None:
        """Show a refusal beside the field it names, or below the form."""
        try:
            field = self.field(error.field or "")
        except KeyError:
            self.say(messages.sentence(error), error=True)
        else:
            field.show_wrong(messages.sentence(error))
            field.focus_input()

    def done(self, _value: Any = None) -> None:
        """It is saved: no draft is left, go back."""
        self._first = self.raw_values()
        self.app.drafts.pop(self._draft_key, None)
        self.app.back()

    def leaving(self) -> None:
        """Keep what was typed as a draft."""
        if self.is_mounted and self.raw_values() != self._first:
            self.app.drafts[self._draft_key] = self.raw_values()

    def action_back(self) -> None:
        """Go back and say that the draft is kept."""
        super().action_back()
        if self._draft_key in self.app.drafts:
            self.app.say(_("Not saved; your draft is kept and comes back when you open the form again."))

    @on(LineField.Submitted)
    def _last_line(self, event: LineField.Submitted) -> None:
        """Enter in the last field saves."""
        fields = list(self.query(FormField))
        if fields and fields[-1].input is event.field:
            event.prevent_default()
            self.action_save()
