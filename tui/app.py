"""The program on the screen: areas, language, theme, keyboard. What it does is on the screens."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App
from textual.binding import BindingsMap
from textual.screen import Screen

from tui import areas, clock, keys, messages, texts, theme
from tui.input_order import InputOrder
from tui.keeping import Keeping
from tui.moving import Moving
from tui.saving import Saving
from tui.screens.base import BirikmeScreen
from tui.texts import _
from tui.trouble import Trouble

if TYPE_CHECKING:
    from db.damage import Damaged, Watch
    from db.edits import Edit


DAMAGED_SECONDS = 2.0
"""So often it is looked whether a damaged record can be shown."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says about the screen."""

    folder: Path
    """Where everything is kept."""
    language: str = ""
    """ky, ru or en; empty: as chosen in the settings."""
    plain: bool = False
    """Only the 16 colours that every terminal has."""
    association: str = ""
    """Which association to open; empty: the one last open."""
    reading: bool = False
    """The data can be looked at only."""
    said: str = ""
    """A sentence about how the data were opened, said first."""


class BirikmeApp(InputOrder, Trouble, Moving, Keeping, Saving, App[int]):
    """Owns the screens; small on purpose."""

    CSS_PATH = "birikme.tcss"
    ENABLE_COMMAND_PALETTE = False
    ESCAPE_TO_MINIMIZE = False
    TITLE = "Birikme"
    HORIZONTAL_BREAKPOINTS: ClassVar[list[tuple[int, str]] | None] = [(0, "-home"), (110, "-wide")]

    def __init__(self, options: Options, first: str = "home", **values: Any) -> None:
        """`first`: which screen stands at the bottom, made with `values`."""
        keys.install()
        super().__init__()
        self._bindings = BindingsMap()
        self.options = options
        self.drafts: dict[str, dict[str, str]] = {}
        """What was typed into forms that were left without saving, by the form's name."""
        self._first, self._first_values = first, values
        for each in theme.THEMES:
            self.register_theme(each)
        if options.language:
            texts.set_language(options.language)
        self.set_look(dark=True)

    example: bool = False
    """The data are those of the example year: every screen says so."""
    come_back_to: str = ""
    """The screen that was open when the program was cut off."""

    watch: "Watch | None" = None
    """Looks for damaged records meanwhile."""
    prepared: Path | None = None
    """The file that is to take the place of the data once all is closed (see `tui.screens.restore`)."""

    recovered: "Edit | None" = None
    """The text that was being typed when the program was cut off."""

    def on_ready(self) -> None:
        """Go where the last sitting was cut off; from now on a closed window ends the program in good order."""
        self.end_with_the_window()
        if self.keeper is not None:
            self.keeper.ask("start")
        if self.watch is not None:
            self.watch.start(lambda damaged: self._on_screen(self.show_damaged, damaged))
        self.return_to(self.come_back_to)
        if self.recovered is not None:
            said = _("What you typed last is here again: {time}.")
            self.say(said.format(time=clock.time_of(self.recovered.at)))
        elif self.options.said:
            self.say(self.options.said)

    def get_default_screen(self) -> Screen[Any]:
        """The screen at the bottom is an area."""
        screen = areas.make(self._first, **self._first_values)
        screen._push_result_callback(self, None)  # as every pushed screen has, or it could not be switched
        return screen

    def show_damaged(self, damaged: "Damaged") -> None:
        """Say which record is damaged and show it beside the copy's, as soon as nobody types."""
        if keys.is_typing(self.focused) or not isinstance(self.screen, BirikmeScreen):
            self.set_timer(DAMAGED_SECONDS, lambda: self.show_damaged(damaged))
        else:
            self.open("tui.screens.damaged:DamagedScreen", damaged=damaged)

    # How it looks and speaks

    def set_language(self, language: str) -> None:
        """Speak another language from now on, on all open screens."""
        self.flush()
        texts.set_language(language)
        self.refresh_screens()

    def set_look(self, *, dark: bool, plain: bool = False) -> None:
        """Dark or light colours; in a plain terminal its own."""
        self.theme = theme.name(dark=dark, plain=plain or self.options.plain)

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
