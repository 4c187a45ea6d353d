"""How a class as a whole ended a period."""

from collections.abc import Iterable
from typing import Any

from textual.widget import Widget

from db.associations import association
from db.quality import classes, keeping, results
from db.rules.results_line import MOST_PUPILS
from tui import current, mark_words
from tui.texts import N_, _
from tui.widgets.card import CardScreen, heading
from tui.widgets.fields import NumberInput, TextInput

FIELDS = {
    "listed_start": mark_words.FIELDS["listed_start"], "arrived": mark_words.FIELDS["arrived"],
    "departed": mark_words.FIELDS["departed"], "listed": mark_words.FIELDS["listed"],
    "all_five": N_("Only «5»"), "four_five": N_("Only «4» and «5»"), "one_four": N_("With one «4»"),
    "one_three": N_("With one «3»"), "failing": N_("Fail in a subject"), "not_assessed": N_("Not assessed"),
}  # fmt: skip


class ClassResultForm(CardScreen):
    """Enter it; the class's quality is the share of those who have only «4» and «5»."""

    HELP = N_(
        "The class as a whole: how many pupils have only «5», only «4» and «5», a single «4» or «3», how many fail. "
        "From it comes the quality of the class, another figure than the quality in a subject. F2 saves."
    )

    def __init__(self, first_year: int, period: tuple[str, int], class_id: int) -> None:
        super().__init__()
        self._period, self._class_id = period, class_id
        school_id = association(current.association_id()).school_id
        self._of = next(each for each in classes.classes(school_id, first_year) if each.id == class_id)
        self._known = results.results(school_id, first_year, *period).get(class_id)
        self.draft_key = f"class_result:{class_id}:{period}"

    def title_text(self) -> str:
        """Of which class and period."""
        return " · ".join((_("Outcome"), self._of.name, mark_words.period(*self._period)))

    def parts(self) -> Iterable[Widget]:
        """The list, then the pupils by their marks."""
        for name, label in FIELDS.items():
            if name == "all_five":
                yield heading(N_("Pupils by all their marks"))
            value = getattr(self._known, name) if self._known else self._of.pupils if name == "listed" else None
            shown = "" if value is None else str(value)
            yield NumberInput(name, label, shown, high=MOST_PUPILS, required=name == "listed")
        yield TextInput("note", N_("Note"), self._known.note if self._known else "", long=True)

    def submit(self, values: dict[str, Any]) -> None:
        """Save it; an empty field below the list is nobody."""
        counted = {name: value for name, value in values.items() if value is not None}
        self.save(keeping.save_result, self._class_id, *self._period, **counted)
