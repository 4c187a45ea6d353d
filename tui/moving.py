"""How one gets from screen to screen, and that nothing typed is lost on the way."""

import asyncio
import json
import signal
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from tui import areas
from tui.screens.base import BirikmeScreen, Commanded
from tui.texts import _

if TYPE_CHECKING:
    from textual.app import App as Base

    from tui.saving import Saving

    class _App(Saving, Base[int]):
        """What this part of the app leans on."""
else:
    _App = object

PLACE = "place"
"""Under this key the data remember the screen to come back to after a power cut."""


class Moving(_App):
    """The part of the app that opens and leaves screens."""

    def open(self, name: str, **values: Any) -> None:
        """Open a screen over this one; Esc comes back."""
        self.flush()
        self.push_screen(areas.make(name, **values))
        if name in areas.COME_BACK_TO:
            self._remember(json.dumps({"name": name, "values": values}))

    def open_dialog(self, place: str, *args: Any, then: Callable[[Any], None] | None = None, **values: Any) -> None:
        """Open a dialog; `then` gets its answer."""
        self.push_screen(areas.make(place, *args, **values), then)

    def go(self, name: str, **values: Any) -> None:
        """Go to a main area: what is open above is left (nothing typed is lost)."""
        self.flush()
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.switch_screen(areas.make(name, **values))
        self._remember("")

    def next_area(self) -> None:
        """Go to the area after the one at the bottom."""
        place = type(self.screen_stack[0])
        here = f"{place.__module__}:{place.__name__}"
        known = areas.shown()
        at = next((at for at, name in enumerate(known) if areas.SCREENS[name] == here), -1)
        self.go(known[(at + 1) % len(known)])

    def back(self) -> bool:
        """Go back to the screen below; False if there is none."""
        self.flush()
        if len(self.screen_stack) < 2:
            return False
        self.pop_screen()
        self._remember("")
        return True

    def return_to(self, place: str) -> None:
        """Open the screen that was open when the program was cut off; a place that is gone is forgotten."""
        found = json.loads(place) if place else {}
        if found.get("name") in areas.COME_BACK_TO:
            self.open(found["name"], **found["values"])

    def leave(self) -> None:
        """End the program; everything typed is written first."""
        self.flush()
        self.exit(0)

    def end_with_the_window(self) -> None:
        """Leave as by F10 when the window is closed or the computer shut down (Windows ends us by itself)."""
        for name in ("SIGTERM", "SIGHUP"):
            if hasattr(signal, name):
                with suppress(NotImplementedError, ValueError, RuntimeError):
                    asyncio.get_running_loop().add_signal_handler(getattr(signal, name), self.leave)

    def ask_to_leave(self) -> None:
        """Ask whether to leave; staying is the first answer, the menu the third."""
        options = [_("Stay"), _("Quit"), _("Menu")]
        self.open_dialog("tui.widgets.dialogs:Pick", _("Leave Birikme?"), options, then=self._leave_answer)

    def _leave_answer(self, answer: int | None) -> None:
        if answer == 1:
            self.leave()
        elif answer == 2 and isinstance(self.screen, BirikmeScreen):
            self.screen.action_menu()

    def flush(self) -> None:
        """Have every open screen hand over what is being typed."""
        for screen in self.screen_stack:
            if isinstance(screen, Commanded):
                screen.leaving()

    def _remember(self, place: str) -> None:
        """Remember the place for the next start, if it is another one than before."""
        if self.writer is not None and place != self.place:
            from db.settings import remember

            self.save(remember, PLACE, place)
        self.place = place

    place = ""
