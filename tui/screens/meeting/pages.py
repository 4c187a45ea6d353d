"""The pages of a meeting, one shown at a time: each is built once and keeps what is being typed into it."""

from textual import on
from textual.containers import VerticalScroll
from textual.geometry import Region
from textual.widgets import TextArea

from tui.screens.meeting import panes
from tui.screens.meeting.closing import ClosingPage
from tui.screens.meeting.context import Context
from tui.screens.meeting.entry import Entry
from tui.screens.meeting.item import ItemPage
from tui.screens.meeting.opening import OpeningPage
from tui.widgets.text import TextField

Page = ItemPage | OpeningPage | ClosingPage


class Pages(VerticalScroll, inherit_bindings=False):
    """The pages that were opened: what is typed lives in them until the records have it, however slow the disk.

    Textual's keys for scrolling are left out: on a long page PgDn would scroll instead of going to the next question.
    """

    def __init__(self) -> None:
        super().__init__(id="page", can_focus=False)
        self._made: dict[object, Page] = {}
        self._shown: object = None

    async def show(self, key: object, context: Context) -> None:
        """Show the page of an item, OPENING or CLOSING, making it where it was not opened before."""
        page = self._made.get(key)
        if page is None:
            page = self._made[key] = _make(key, context)
            await self.mount(page)
        else:
            page.use(context)
        self._shown = key
        for each, other in self._made.items():
            other.display = each == key
        self.scroll_home(animate=False)

    async def make_anew(self, key: object, context: Context) -> None:
        """Build everything from the records again: after an undo, or in another language."""
        self._made.clear()
        await self.remove_children()
        await self.show(key, context)

    def forget(self, key: object) -> None:
        """An item was taken off the agenda: its page goes too."""
        page = self._made.pop(key, None)
        if page is not None:
            page.remove()

    def use(self, context: Context) -> None:
        """Have the shown page know what changed around it."""
        if self.shown is not None:
            self.shown.use(context)

    @on(TextArea.SelectionChanged)
    def on_descendant_focus(self) -> None:
        """A field is gone to, or the cursor moves in it: keep it in sight, also when the row has grown by a line."""
        self.call_after_refresh(self._follow)
        self.set_timer(0.1, self._follow)

    @on(ItemPage.Grown)
    def _grown(self, event: ItemPage.Grown) -> None:
        """A row has grown, by a line of text or by suggestions: keep in sight what is typed."""
        event.stop()
        self.on_descendant_focus()

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

    @property
    def shown(self) -> Page | None:
        """The page that is seen."""
        return self._made.get(self._shown)

    def keep(self) -> None:
        """Have every row save what it holds."""
        for entry in self.query(Entry):
            entry.keep()

    def focus_first(self) -> None:
        """Who reports is typed first, the report where that is known, a title that is missing; else one chooses."""
        page = self.shown
        if page is None:
            return
        wanted = "#agenda-stock, #closing"
        if isinstance(page, ItemPage):
            row = page.item.row
            reported = bool(row.reporter_id or row.reporter_guest or row.heard)
            wanted = ("#tasks, #heard" if reported else "#tasks, #reporter") if row.title else "#title"
        found = page.query(wanted)
        if found:
            found.first().focus()


def _make(key: object, context: Context) -> Page:
    item = context.item(key) if isinstance(key, int) else None
    if item is not None:
        return ItemPage(item, context)
    return ClosingPage(context) if key == panes.CLOSING else OpeningPage(context)
