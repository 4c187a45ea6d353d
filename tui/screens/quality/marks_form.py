"""The whole slip of a class, subject and teacher, field by field in the order of the paper."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from textual.widget import Widget

from db.associations import association
from db.errors import Refused
from db.quality import classes, keeping, years
from db.quality.entry import EntryRow
from db.quality.sheets import Sheet
from db.rules import quality
from db.rules.marks_line import MarksLine
from db.rules.results_line import MOST_PUPILS
from db.schools import names
from tui import current, mark_words, typed_person
from tui.texts import N_, _
from tui.widgets.card import CardScreen, heading
from tui.widgets.fields import NumberInput, TextInput

MOST_HOURS = 2000
START, BESIDE, HOURS = (
    ("listed_start", "arrived", "departed"),
    ("one_three", "one_four"),
    ("hours_plan", "hours_taught"),
)


class MarksForm(CardScreen):
    """Fill in a slip; `row` None: of a class, subject and teacher that are not in the list yet."""

    HELP = N_(
        "The slip as the teacher filled it in, in its order. The list at the beginning with who came and without who "
        "left must make the list at the end; the marks with the not assessed must make it without the exempt. F2 "
        "saves, Esc keeps what you typed as a draft."
    )

    def __init__(self, first_year: int, period: tuple[str, int], row: EntryRow | None) -> None:
        super().__init__()
        self._year, self._period, self._row = first_year, period, row
        self._school_id = association(current.association_id()).school_id
        self._rules = years.rules_of(self._school_id, first_year)
        self.draft_key = f"marks:{first_year}:{period}:{row.key if row else ''}"

    def title_text(self) -> str:
        """Of which class and period."""
        of = self._row
        what = f"{of.class_name} {of.subject}" if of else _("new")
        return " · ".join((_("Marks"), what, mark_words.period(*self._period)))

    def parts(self) -> Iterable[Widget]:
        """Whose, the list, the marks, the hours."""
        of = self._row
        sheet = of.sheet if of else None
        if of is None:
            yield TextInput("class_", N_("Class"), required=True, check=typed_class)
            yield TextInput("subject", N_("Subject"), required=True)
        if of is None or of.teacher_id is None:
            yield teacher_input("teacher_id", N_("Teacher"), self._school_id, required=True)
        yield heading(N_("The list"))
        for name in START:
            yield self._number(name, getattr(sheet, name, None))
        yield self._number("listed", sheet.listed if sheet else of.listed if of else None, required=True)
        yield self._number("exempt", sheet.exempt if sheet else None)
        yield from self._marks(sheet)
        yield heading(N_("The programme"))
        for name in HOURS:
            yield self._number(name, getattr(sheet, name, None), MOST_HOURS)
        yield TextInput("behind", mark_words.FIELDS["behind"], sheet.behind if sheet else "")

    def _marks(self, sheet: Sheet | None) -> Iterable[Widget]:
        """The pupils by mark, where the grade has marks."""
        if self._row is not None and self._row.grade in self._rules.ungraded:
            return
        yield heading(N_("Marks"))
        for mark in quality.marks_of(self._rules.scale):
            pupils = _shown(sheet.marks.get(mark, 0) if sheet else None)
            yield NumberInput(f"mark_{mark}", f"«{mark}»", pupils, high=MOST_PUPILS)
        yield self._number("not_assessed", sheet.not_assessed if sheet else None)
        for name in BESIDE:
            yield self._number(name, getattr(sheet, name, None))

    def _number(self, name: str, value: int | None, high: int = MOST_PUPILS, required: bool = False) -> NumberInput:
        return NumberInput(name, mark_words.FIELDS[name], _shown(value), high=high, required=required)

    def submit(self, values: dict[str, Any]) -> None:
        """Save the slip."""
        of = self._row
        marks = {mark: values.get(f"mark_{mark}") or 0 for mark in quality.marks_of(self._rules.scale)}
        given = MarksLine(values["listed"], values["exempt"] or 0, marks, values.get("not_assessed") or 0)
        slip = {name: values[name] for name in (*START, *BESIDE, *HOURS, "behind") if name in values}
        if of:
            teacher_id = of.teacher_id or values["teacher_id"]
            self.save(keeping.save_marks, of.class_id, of.subject, *self._period, teacher_id, given, **slip)
        else:
            key = (values["class_"], values["subject"], *self._period, values["teacher_id"])
            self.save(keeping.add_marks, self._school_id, self._year, *key, given, **slip)


def typed_class(text: str) -> tuple[int, str]:
    """A class's grade and letter; raises Refused `grade_out_of_range`."""
    found = classes.parts_of(text)
    if found is None:
        raise Refused("grade_out_of_range")
    return found


def teacher_input(
    name: str, label: str, school_id: int, person_id: int | None = None, required: bool = False
) -> TextInput:
    """A field for anyone at the school, typed by a few letters."""
    shown = names([person_id])[person_id].listed if person_id else ""
    check = partial(typed_person.one_of_school, school_id=school_id, known={person_id: shown} if person_id else {})
    return TextInput(name, label, shown, check=check, required=required, hint=N_("A surname or a few of its letters"))


def _shown(value: int | None) -> str:
    return "" if value is None else str(value)
