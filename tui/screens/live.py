"""What screens share that are typed into while people speak: the cursor stays in sight, and all typed is written."""

from collections.abc import Callable
from typing import Any

from textual import on
from textual.containers import VerticalScroll
from textual.geometry import Region
from textual.widgets import TextArea

from tui.screens.base import BirikmeScreen
from tui.screens.meeting.entry import Entry
from tui.widgets.text import TextField


class LiveScreen(BirikmeScreen):
    """A screen that saves itself."""

    TYPED_INTO = True

    def when_written(self, then: Callable[[], Any]) -> None:
        """Do something when all typed is written: a row's first text waits for its record, hence two rounds."""

        def done(_value: Any) -> None:
            if self.is_attached:
                then()

        self.app.save(_nothing, then=lambda _value: self.app.save(_nothing, then=done))


class Following(VerticalScroll, inherit_bindings=False):
    """Rows to type into, scrolled so that the one typed into is seen.

    Textual's keys for scrolling are left out: on a long page PgDn would scroll instead of doing what the screen means.
    """

    @on(TextArea.SelectionChanged)
    def on_descendant_focus(self) -> None:
        """A field is gone to, or the cursor moves in it: keep it in sight, also when the row has grown by a line."""
        self.call_after_refresh(self._follow)
        self.set_timer(0.1, self._follow)

    def _follow(self) -> None:
        """Scroll to the row that is typed into, with what is offered under it; of a tall one to the cursor's line."""
        focused = self.screen.focused
        if not isinstance(focused, TextField) or self not in focused.ancestors:
            return
        row = next((each for each in focused.ancestors if isinstance(each, Entry)), focused)
        if row.region.height <= self.size.height:
            self.scroll_to_widget(row, animate=False)
            return
        line = focused.cursor_screen_offset.y - self.content_region.y + self.scroll_offset.y
        self.scroll_to_region(Region(0, line, 1, 1), animate=False)


def _nothing() -> None:
    """Do nothing on the writing thread: when this is answered, all that was handed to it before is written."""
