"""A form of many short fields: the label beside the line, a hint only where one types."""

from collections.abc import Iterable

from textual import events, on
from textual.containers import VerticalScroll
from textual.widget import Widget

from tui.texts import _
from tui.widgets.fields import FormField
from tui.widgets.form import FormScreen
from tui.widgets.shown import Shown


class CardScreen(FormScreen):
    """Give it `parts()`: fields, and headings made with `heading()`."""

    def parts(self) -> Iterable[Widget]:
        """The fields and what stands between them."""
        raise NotImplementedError

    def body(self) -> Iterable[Widget]:
        """One field a line."""
        yield VerticalScroll(*self.parts(), classes="card", can_focus=False)

    @on(events.DescendantFocus)
    def _entered(self, event: events.DescendantFocus) -> None:
        """Show the hint of the field that is typed into."""
        for field in self.query(FormField):
            field.set_class(field in event.widget.ancestors, "-here")


def heading(text: str) -> Shown:
    """A line above a group of fields; `text` is an English source."""
    return Shown(_(text), classes="heading")
