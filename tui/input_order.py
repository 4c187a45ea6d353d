"""Keys take effect in the order they were pressed, however slow the machine is.

Textual hands a key to the focused widget, and it bubbles up to the app through as many queues as there are levels;
what is typed meanwhile still goes to the widget that had the focus. So Tab and a name typed fast would put the first
letters into the field that was left. Here a key that may move the focus is followed until it is done; the next waits.
"""

from collections import deque
from time import monotonic
from typing import TYPE_CHECKING

from textual import events
from textual.message_pump import MessagePump

from tui import keys
from tui.screens.base import Commanded

if TYPE_CHECKING:
    from textual.app import App

    _App = App[int]
else:
    _App = object

PATIENCE = 3.0
"""After so many seconds a key counts as done whatever became of it: a widget that is removed tells nothing."""


class InputOrder(_App):
    """The part of the app through which every key passes."""

    _in_flight: events.Key | None = None
    _since = 0.0

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[events.Key | events.Paste] = deque()

    async def on_event(self, event: events.Event) -> None:
        """Let keys and pastes in one after the other."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded or not self.screen_stack:
            await super().on_event(event)
            return
        self._waiting.append(event)
        if self._in_flight is not None and monotonic() - self._since < PATIENCE:
            self.set_timer(PATIENCE, self._let_in)
            return
        await self._let_in(late=True)

    async def _let_in(self, late: bool = False) -> None:
        """Hand on what waits, up to the next key that must be followed."""
        if late or monotonic() - self._since >= PATIENCE:
            self._in_flight = None
        while self._waiting and self._in_flight is None:
            await self._hand_on(self._waiting.popleft())

    async def _hand_on(self, event: events.Key | events.Paste) -> None:
        """The one place where keys of other layouts become their Latin twins."""
        typing = keys.is_typing(self.focused)
        if isinstance(event, events.Key):
            for screen in self.screen_stack:
                if isinstance(screen, Commanded):
                    screen.key_pressed()
            event = keys.translated(event, self.screen.active_bindings, typing=typing)
            if not (typing and event.is_printable):
                self._in_flight, self._since = event, monotonic()
        target = self.focused or self.screen
        await super().on_event(event)
        if event is self._in_flight:
            self._follow(event, target)

    def _follow(self, event: events.Event, node: MessagePump | None) -> None:
        """Queue up at `node` behind the key, and once more behind what the widget posted when it handled the key."""
        if event is not self._in_flight:
            return
        if node is None:
            # What the key opened must stand, and the focus it asked for must be set, before the next key comes.
            self.screen.call_later(self.call_later, self._done, event)
        else:
            node.call_later(node.call_later, self._after, event, node)

    def _after(self, event: events.Event, node: MessagePump) -> None:
        """Go on to the parent, where the key or what was posted bubbles to; the app is the last."""
        self._follow(event, None if node is self else node._parent)

    async def _done(self, event: events.Event) -> None:
        if event is self._in_flight:
            await self._let_in(late=True)
