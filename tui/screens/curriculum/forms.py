"""The forms of a change of the curriculum and of a calendar plan."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from textual.widget import Widget

from db.curriculum import changes, plans
from db.errors import Refused
from db.norms import register
from tui import clock, current, norm_words, typed, typed_plan, words
from tui.texts import N_, _
from tui.widgets.card import CardScreen
from tui.widgets.fields import ChoiceInput, DateInput, NumberInput, TextInput


class ChangeForm(CardScreen):
    """Enter a change of the curriculum, or change one."""

    HELP = N_(
        "What changes, from when, for which subjects and classes, by which document. Subjects and classes say which "
        "calendar plans it touches: «математика, кыргыз тили»; «4-класстар», «4А, 4Б», «2–4»; empty means all."
    )

    def __init__(self, first_year: int, change_id: int | None = None) -> None:
        """`first_year`: the school year of a new one."""
        super().__init__()
        self._year, self._row_id = first_year, change_id
        self._of = changes.change(change_id) if change_id else None
        self.draft_key = f"curriculum_change:{change_id or 'new'}"

    def title_text(self) -> str:
        """Which year."""
        return " · ".join((_("Change of the curriculum"), words.school_year(self._year)))

    def parts(self) -> Iterable[Widget]:
        """What, when, where, by what."""
        of = self._of
        yield TextInput("text", N_("What changes"), of.text if of else "", required=True)
        yield DateInput("valid_from", N_("From when"), words.day(of.valid_from if of else None),
                        parse=typed.meeting_day)  # fmt: skip
        yield TextInput("subjects", N_("Subjects"), of.subjects if of else "",
                        hint=N_("With commas between them; empty: all"))  # fmt: skip
        yield TextInput("classes", N_("Classes"), of.classes if of else "",
                        hint=N_("4-класстар; 4А, 4Б; 2–4; empty: all"))  # fmt: skip
        known = register.norms(current.association_id(), self._year, clock.today())
        options = [("", "–"), *((str(each.id), norm_words.named(each)) for each in known)]
        yield ChoiceInput("norm_id", N_("By which document"), options, str(of.norm_id) if of and of.norm_id else "")
        yield TextInput("note", N_("Note"), of.note if of else "", long=True)

    def submit(self, values: dict[str, Any]) -> None:
        """Save it."""
        values["norm_id"] = int(values["norm_id"]) if values["norm_id"] else None
        self.save(changes.save_change, self._row_id, current.association_id(), self._year, **values)


class PlanForm(CardScreen):
    """Change a calendar plan."""

    HELP = N_("A calendar plan of a teacher for one subject and class. The meeting that considered it is set by 1.")

    def __init__(self, plan_id: int) -> None:
        super().__init__()
        self._of = plans.plan(plan_id)
        self.draft_key = f"calendar_plan:{plan_id}"

    def title_text(self) -> str:
        """Which year."""
        return " · ".join((_("Calendar plan"), words.school_year(self._of.first_year)))

    def parts(self) -> Iterable[Widget]:
        """Who, what, where, how much; then the steps."""
        of = self._of
        one = partial(_teacher, association_id=of.association_id, known={of.person_id: of.name.listed})
        yield TextInput("person_id", N_("Teacher"), of.name.listed, required=True, check=one)
        yield TextInput("subject", N_("Subject"), of.subject, required=True)
        yield TextInput("class_name", N_("Class"), of.class_name, required=True)
        yield TextInput("hours_week", N_("Hours a week"), of.hours_week, hint=N_("For example 5 or 2,5"))
        yield NumberInput("hours_year", N_("Hours a year"), str(of.hours_year or ""))
        yield DateInput("agreed_on", N_("Agreed by the head of studies"), words.day(of.agreed_on),
                        parse=typed.past_day)  # fmt: skip
        yield DateInput("approved_on", N_("Approved by the director"), words.day(of.approved_on),
                        parse=typed.past_day)  # fmt: skip
        yield TextInput("remark", N_("Note"), of.remark, long=True)

    def submit(self, values: dict[str, Any]) -> None:
        """Save it."""
        of = self._of
        self.save(plans.save_plan, of.id, of.association_id, of.first_year, **values)


def _teacher(text: str, association_id: int, known: dict[int, str]) -> int:
    """Read one teacher; raises Refused `not_found`, `several_found`."""
    found = typed_plan.owners(text, association_id, known)
    if len(found) != 1:
        raise Refused("several_found", names=text)
    return found[0]
