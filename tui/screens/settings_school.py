"""The school as papers name it."""

from collections.abc import Iterable
from typing import Any

from textual.widget import Widget

from db import schools
from tui.texts import N_, _
from tui.widgets.card import CardScreen, heading
from tui.widgets.fields import TextInput

FIELDS = {
    "name_ky": N_("Name in Kyrgyz"),
    "head_ky": N_("Head of the protocol"),
    "place_ky": N_("Place"),
    "ministry_ky": N_("Line of the ministry"),
    "name_ru": N_("Name in Russian"),
    "head_ru": N_("Head of the protocol"),
    "place_ru": N_("Place"),
    "ministry_ru": N_("Line of the ministry"),
    "director": N_("Director"),
    "head_of_studies": N_("Head of studies"),
}
HINTS = {
    "name": N_("As it is said: № 5 жалпы билим берүүчү орто мектеп"),
    "head": N_("As it stands over the protocol, one line or several; empty: the name."),
    "place": N_("Village or town, as it stands beside the date."),
    "ministry": N_("The first line of the paper; may stay empty."),
    "director": N_("Initials and surname, as on papers: Б. К. Жээнбеков"),
}
GROUPS = (
    (N_("On Kyrgyz papers"), ("name_ky", "head_ky", "place_ky", "ministry_ky")),
    (N_("On Russian papers"), ("name_ru", "head_ru", "place_ru", "ministry_ru")),
    (N_("Leaders of the school"), ("director", "head_of_studies")),
)


class SchoolForm(CardScreen):
    """Names, heads, place, leaders; only one name is needed."""

    HELP = N_(
        "The school as papers name it. Only a name in one language is needed. What stays empty is left out of the "
        "papers or printed as a line to write on."
    )

    def title_text(self) -> str:
        """Where one is."""
        return _("Settings") + " · " + _("School")

    def parts(self) -> Iterable[Widget]:
        """The fields by language."""
        known = schools.school()
        for title, names in GROUPS:
            yield heading(title)
            for name in names:
                kind = name.rpartition("_")[0] if name[-3:] in ("_ky", "_ru") else "director"
                long = kind in ("head", "ministry")
                value = getattr(known, name) if known else ""
                yield TextInput(name, FIELDS[name], value, long=long, hint=HINTS[kind])

    def submit(self, values: dict[str, Any]) -> None:
        """Save the school."""
        self.save(schools.save_school, **values)
