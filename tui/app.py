"""The program on the screen: areas, language, theme, keyboard. What it does is on the screens."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from textual import events
from textual.app import App
from textual.binding import BindingsMap
from textual.screen import Screen

from tui import areas, keys, messages, texts
from tui.saving import Saving
from tui.screens.base import BirikmeScreen, Commanded
from tui.texts import _
from tui.theme import THEMES
from tui.trouble import Trouble


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says about the screen."""

    folder: Path
    """Where everything is kept."""
    language: str = ""
    """ky, ru or en; empty: as last time."""
    plain: bool = False
    """Only the 16 colours that every terminal has."""
    association: str = ""
    """Which association to open; empty: the one last open."""
    demo: bool = False


class BirikmeApp(Trouble, Saving, App[int]):
    """Owns the screens; small on purpose."""

    CSS_PATH = "birikme.tcss"
    ENABLE_COMMAND_PALETTE = False
    ESCAPE_TO_MINIMIZE = False
    TITLE = "Birikme"
    HORIZONTAL_BREAKPOINTS: ClassVar[list[tuple[int, str]]] = [(0, "-home"), (110, "-wide")]

    def __init__(self, options: Options, first: str = "home", **values: Any) -> None:
        keys.install()
        super().__init__()
        self._bindings = BindingsMap()
        self.options = options
        self.drafts: dict[str, dict[str, str]] = {}
        """What was typed into forms that were left without saving, by the form's name."""
        self._first, self._first_values = first, values
        for theme in THEMES:
            self.register_theme(theme)
        texts.set_language(options.language or texts.language())
        self.set_look(dark=True)

    def get_default_screen(self) -> Screen[Any]:
        """The screen at the bottom is an area; `first` says which comes up."""
        return areas.make(self._first, **self._first_values)

    # Keyboard

    async def on_event(self, event: events.Event) -> None:
        """The one place where keys of other layouts become their Latin twins."""
        if isinstance(event, events.Key) and not event.is_forwarded and self.screen_stack:
            for screen in self.screen_stack:
                if isinstance(screen, Commanded):
                    screen.key_pressed()
            event = keys.translated(event, self.screen.active_bindings, typing=keys.is_typing(self.focused))
        await super().on_event(event)

    # Where one is

    def open(self, name: str, **values: Any) -> None:
        """Open a screen over this one; Esc comes back."""
        self._leaving()
        self.push_screen(areas.make(name, **values))

    def open_dialog(self, place: str, *args: Any, then: Callable[[Any], None] | None = None, **values: Any) -> None:
        """Open a dialog; `then` gets its answer."""
        self.push_screen(areas.make(place, *args, **values), then)

    def go(self, name: str, **values: Any) -> None:
        """Go to a main area: what is open above is left (nothing typed is lost)."""
        self._leaving()
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.switch_screen(areas.make(name, **values))

    def next_area(self) -> None:
        """Go to the area after the one at the bottom."""
        place = type(self.screen_stack[0])
        names = [name for name in areas.AREAS if areas.SCREENS[name].endswith(f":{place.__name__}")]
        at = areas.AREAS.index(names[0]) if names else -1
        self.go(areas.AREAS[(at + 1) % len(areas.AREAS)])

    def back(self) -> bool:
        """Go back to the screen below; False if there is none."""
        self._leaving()
        if len(self.screen_stack) < 2:
            return False
        self.pop_screen()
        return True

    def leave(self) -> None:
        """End the program; everything typed is written first."""
        self._leaving()
        self.exit(0)

    def ask_to_leave(self) -> None:
        """Ask whether to leave; staying is the first answer, the menu the third."""
        options = [_("Stay"), _("Quit"), _("Menu")]
        self.open_dialog("tui.widgets.dialogs:Pick", _("Leave Birikme?"), options, then=self._leave_answer)

    def _leave_answer(self, answer: int | None) -> None:
        if answer == 1:
            self.leave()
        elif answer == 2 and isinstance(self.screen, BirikmeScreen):
            self.screen.action_menu()

    def _leaving(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, Commanded):
                screen.leaving()

    # How it looks and speaks

    def set_language(self, language: str) -> None:
        """Speak another language from now on, on all open screens."""
        self._leaving()
        texts.set_language(language)
        self.refresh_screens()

    def set_look(self, *, dark: bool) -> None:
        """Dark or light colours; with --plain the terminal's own."""
        self.theme = f"{'ansi' if self.options.plain else 'birikme'}-{'dark' if dark else 'light'}"

    def refresh_screens(self) -> None:
        """Have every open screen read and show its records anew."""
        for screen in self.screen_stack:
            if isinstance(screen, BirikmeScreen) and screen.is_mounted:
                screen.refill()

    def say(self, sentence: str, *, error: bool = False) -> None:
        """Say a sentence on the screen that is shown (plain text, never markup)."""
        screens = [screen for screen in self.screen_stack if isinstance(screen, BirikmeScreen)]
        if screens:
            screens[-1].say(sentence, error=error)

    def notify(self, message: str, **_how: Any) -> None:
        """Textual's own notices come out as our sentences, without markup."""
        self.say(message)

    def explain(self, code: str, **values: object) -> None:
        """Say in red what a code means."""
        self.say(messages.explain(code, **values), error=True)
