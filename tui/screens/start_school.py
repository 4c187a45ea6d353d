"""The three answers of the first start: the school, the association, her name."""

from collections.abc import Iterable
from typing import Any, ClassVar

from textual.containers import VerticalScroll
from textual.widget import Widget

from db import first_start, settings
from db.errors import Refused
from db.first_start import Started
from db.rules.names import parse_name
from db.stock_files import AssociationChoice, association_choices
from tui import author, clock, commands, current, texts
from tui.commands import Command
from tui.texts import N_, _
from tui.widgets.fields import FormField, TextInput
from tui.widgets.form import FormScreen
from tui.widgets.shown import Shown
from tui.widgets.suggest import SuggestInput


class SchoolStart(FormScreen):
    """Three things; everything else may stay empty."""

    DEFAULT_CSS = """
    SchoolStart .first { padding: 0 2; height: 1fr; }
    SchoolStart .intro { margin: 1 0; }
    """
    HELP: ClassVar[str] = N_(
        "Three answers are enough to begin. Enter goes to the next line, F2 goes on. Choose the association with ↑ ↓ "
        "and Enter, or type its name as your papers write it. Everything can be changed later in the settings."
    )

    @classmethod
    def all_commands(cls) -> tuple[Command, ...]:
        """Nothing is there yet that could be found or undone."""
        return (commands.SAVE, commands.HELP, commands.MENU, commands.BACK, commands.QUIT)

    def title_text(self) -> str:
        """The first start."""
        return _("First start")

    def body(self) -> Iterable[Widget]:
        """A word before the fields."""
        intro = Shown(_("Three answers to begin. F2 goes on; all the rest can be filled in later."), classes="intro")
        yield VerticalScroll(intro, *self.fields(), classes="first", can_focus=False)

    def fields(self) -> Iterable[FormField]:
        """School, association, name."""
        yield TextInput("school", N_("Your school"), required=True)
        choices = [(name_of(choice), label_of(choice)) for choice in association_choices()]
        yield SuggestInput("association", N_("Your association"), choices, required=True)
        yield TextInput("leader", N_("Your surname, given name and patronymic"), required=True, check=check_name)

    def submit(self, values: dict[str, Any]) -> None:
        """Make the school, the association and its leader at once."""
        language = typing_language()
        chosen = next((one for one in association_choices() if name_of(one) == values["association"]), None)
        names = (chosen.name_ky, chosen.name_ru) if chosen else in_language(values["association"])
        self.save(
            first_start.set_up, *in_language(values["school"]), *names, values["leader"], clock.today(),
            profile=chosen.profile if chosen else "", language=language,
        )  # fmt: skip

    def done(self, value: Started | None = None) -> None:
        """Go on to the members."""
        self._first = self.raw_values()
        self.app.drafts.pop(self._draft_key, None)
        self.app.save(settings.set_, "interface_language", texts.language())
        if value is not None:
            self.app.save(current.choose, value.association_id)
            self.app.save(author.remember, parse_name(self.field("leader").raw).listed)
        self.app.go("tui.screens.member_lines:FirstMembers")


def typing_language() -> str:
    """The language of the papers to begin with: that of the interface, Kyrgyz where that is English."""
    return "ru" if texts.language() == "ru" else "ky"


def in_language(name: str) -> tuple[str, str]:
    """A name in one language as the pair (ky, ru)."""
    return ("", name) if typing_language() == "ru" else (name, "")


def label_of(choice: AssociationChoice) -> str:
    """How the list names an association."""
    return choice.label_ru if typing_language() == "ru" else choice.label_ky


def name_of(choice: AssociationChoice) -> str:
    """An association's full name."""
    return choice.name_ru if typing_language() == "ru" else choice.name_ky


def check_name(text: str) -> str:
    """A name must have a surname and a given name."""
    if not parse_name(text).given:
        raise Refused("given_missing", "leader")
    return text
