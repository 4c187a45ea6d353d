"""The form of a class: its number and letter, class teacher, pupils."""

from collections.abc import Iterable
from typing import Any

from textual.widget import Widget

from db.associations import association
from db.quality import classes
from db.quality.classes import SchoolClassRow
from db.rules.results_line import MOST_PUPILS
from tui import current, words
from tui.screens.quality.marks_form import teacher_input, typed_class
from tui.texts import N_, _
from tui.widgets.card import CardScreen
from tui.widgets.fields import NumberInput, TextInput


class ClassForm(CardScreen):
    """Add a class to a year, or change one."""

    HELP = N_(
        "4А, 4 А and 4-А are the same. The class teacher may be anyone at the school. A class that goes on from last "
        "year is not added here but moved up (1 in the list), so that it stays the same cohort. F2 saves."
    )

    def __init__(self, first_year: int, of: SchoolClassRow | None) -> None:
        super().__init__()
        self._year, self._of = first_year, of
        self._school_id = association(current.association_id()).school_id
        self.draft_key = f"class:{of.id if of else first_year}"

    def title_text(self) -> str:
        """New, or which one."""
        name = self._of.name if self._of else _("new class")
        return " · ".join((_("Our classes"), words.school_year(self._year), name))

    def parts(self) -> Iterable[Widget]:
        """The class, its teacher, its list."""
        of = self._of
        yield TextInput("name", N_("Class"), of.name if of else "", required=True, check=typed_class)
        teacher_id = of.class_teacher_id if of else None
        yield teacher_input("teacher_id", N_("Class teacher"), self._school_id, teacher_id)
        pupils = str(of.pupils) if of and of.pupils is not None else ""
        yield NumberInput("pupils", N_("Pupils in September"), pupils, high=MOST_PUPILS)

    def submit(self, values: dict[str, Any]) -> None:
        """Save the class."""
        grade, letter = values.pop("name")
        row_id = self._of.id if self._of else None
        self.save(classes.save_class, row_id, self._school_id, self._year, grade, letter, **values)
