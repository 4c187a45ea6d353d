"""The pages of a meeting, one shown at a time: each is built once and keeps what is being typed into it."""

from textual import on

from tui.screens.live import Following
from tui.screens.meeting import panes
from tui.screens.meeting.closing import ClosingPage
from tui.screens.meeting.context import Context
from tui.screens.meeting.entry import Entry
from tui.screens.meeting.item import ItemPage
from tui.screens.meeting.opening import OpeningPage

Page = ItemPage | OpeningPage | ClosingPage


class Pages(Following):
    """The pages that were opened: what is typed lives in them until the records have it, however slow the disk."""

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

    @on(ItemPage.Grown)
    def _grown(self, event: ItemPage.Grown) -> None:
        """A row has grown, by a line of text or by suggestions: keep in sight what is typed."""
        event.stop()
        self.on_descendant_focus()

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
