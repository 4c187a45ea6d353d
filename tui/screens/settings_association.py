"""An association: its names, the order that formed it, how often it meets."""

from collections.abc import Iterable
from typing import Any

from textual.widget import Widget

from db import associations, schools
from db.associations import LEAST_MEMBERS, AssociationRow
from db.members import member_count
from db.stock_files import association_choices
from tui import current, texts, typed, words
from tui.texts import N_, _
from tui.widgets.card import CardScreen
from tui.widgets.fields import ChoiceInput, DateInput, NumberInput, TextInput
from tui.widgets.shown import Shown
from tui.widgets.suggest import SuggestInput

MOST_MEETINGS = 40


class AssociationForm(CardScreen):
    """An association; without an id a new one, which is the one spoken of from then on."""

    HELP = N_(
        "The association. Choose its name from the list with ↑ ↓ and Enter or type it as your papers write it. The "
        "order of formation is the director's: its number and date."
    )

    def __init__(self, association_id: int | None = None) -> None:
        super().__init__()
        self._association_id = association_id
        self._known: AssociationRow | None = associations.association(association_id) if association_id else None
        self.draft_key = f"association:{association_id or 'new'}"

    def title_text(self) -> str:
        """Which one."""
        return _("Settings") + " · " + (_("The association") if self._association_id else _("A new association"))

    def parts(self) -> Iterable[Widget]:
        """The fields, and a word about too few members."""
        known = self._known
        for language, label in (("ky", N_("Name in Kyrgyz")), ("ru", N_("Name in Russian"))):
            value = getattr(known, f"name_{language}") if known else ""
            yield SuggestInput(f"name_{language}", label, choices(language), value)
        yield ChoiceInput("profile", N_("Profile"), profiles(), known.profile if known else "")
        meetings = str(known.meetings_a_year if known else 7)
        yield NumberInput("meetings_a_year", N_("Meetings a year"), meetings, low=1, high=MOST_MEETINGS, required=True)
        yield TextInput("formed_order", N_("Order of formation, №"), known.formed_order if known else "")
        formed_on = words.day(known.formed_on) if known else ""
        yield DateInput("formed_on", N_("Date of that order"), formed_on, parse=typed.past_day)
        if self._association_id and (count := member_count(self._association_id)) < LEAST_MEMBERS:
            yield Shown(too_few(count), classes="heading")

    def submit(self, values: dict[str, Any]) -> None:
        """Save it; a name from the list brings its twin in the other language."""
        fill_twin(values)
        school = schools.school()
        if self._association_id is None and school is not None:
            values["school_id"] = school.id
        self.save(associations.save_association, self._association_id, **values)

    def done(self, value: Any = None) -> None:
        """Speak of a new one from now on."""
        if self._association_id is None:
            self.app.save(current.choose, value, then=lambda _none: self.app.refresh_screens())
        super().done(value)


def choices(language: str) -> list[tuple[str, str]]:
    """The usual names in a language, with how the list names them."""
    return [(getattr(one, f"name_{language}"), getattr(one, f"label_{language}")) for one in association_choices()]


def profiles() -> list[tuple[str, str]]:
    """The profiles in the language spoken now."""
    language = "ru" if texts.language() == "ru" else "ky"
    return [("", "–"), *((one.profile, getattr(one, f"label_{language}")) for one in association_choices())]


def fill_twin(values: dict[str, Any]) -> None:
    """Where one name is from the list and the other is empty, fill in the other and the profile."""
    for one in association_choices():
        if one.name_ky == values["name_ky"] or one.name_ru == values["name_ru"]:
            values["name_ky"] = values["name_ky"] or one.name_ky
            values["name_ru"] = values["name_ru"] or one.name_ru
            values["profile"] = values["profile"] or one.profile


def too_few(count: int) -> str:
    """That the association has too few members."""
    sentence = _("Members now: {count}. An association is formed of not fewer than {least} teachers.")
    return sentence.format(count=count, least=LEAST_MEMBERS)
