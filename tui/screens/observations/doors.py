"""From the events and the papers to lesson analyses, studies and letters."""

from tui.commands import Command
from tui.screens.base import BirikmeScreen
from tui.texts import N_

DOORS = (
    Command("open_sheets", "ctrl+o", N_("Analyses"), N_("The analyses of lessons of the year."), footer=False),
    Command("open_studies", "ctrl+t", N_("Studies"), N_("How subjects are taught: studies and memos."), footer=False),
    Command("open_letters", "ctrl+l", N_("Letters"), N_("Letters of the association."), footer=False),
)


class Doors(BirikmeScreen):
    """The part of a screen that opens the three lists."""

    def action_open_sheets(self) -> None:
        """The analyses of lessons."""
        self.app.open("tui.screens.observations.sheets:SheetsScreen")

    def action_open_studies(self) -> None:
        """The studies."""
        self.app.open("tui.screens.studies.studies:StudiesScreen")

    def action_open_letters(self) -> None:
        """The letters."""
        self.app.open("tui.screens.studies.letters:LettersScreen")
